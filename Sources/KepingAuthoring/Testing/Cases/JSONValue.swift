import KepingCore
import KepingYAML

/// A JSON value that can be changed, from which test cases make their applications.
indirect enum JSONValue: Equatable {
  case null
  case flag(Bool)
  /// A number in its original notation.
  case number(String)
  case text(String)
  case list([JSONValue])
  case object([Member])

  /// A member of an object.
  struct Member {
    let name: String
    var value: JSONValue

    init(_ name: String, _ value: JSONValue) {
      self.name = name
      self.value = value
    }
  }

  /// Whether two values have the same JSON text; the order of members counts.
  static func == (left: Self, right: Self) -> Bool { left.bytes == right.bytes }

  /// Creates the value at an index of a tape, and advances the index past it.
  init(_ tape: JSONTape, _ bytes: Bytes, at index: inout Int) {
    let item = tape.values[index]
    index += 1
    switch item.kind {
    case .null: self = .null
    case .true: self = .flag(true)
    case .false: self = .flag(false)
    case .number: self = .number(Bytes(bytes[Int(item.start)..<Int(item.end)]).text)
    case .text: self = .text(tape.text(of: item, bytes).text)
    case .array:
      var elements: [JSONValue] = []
      while index < Int(item.next) { elements.append(JSONValue(tape, bytes, at: &index)) }
      self = .list(elements)
    case .object:
      var members: [Member] = []
      while index < Int(item.next) {
        let name = tape.text(of: tape.values[index], bytes).text
        index += 1
        members.append(Member(name, JSONValue(tape, bytes, at: &index)))
      }
      self = .object(members)
    }
  }

  /// Creates a number, written without an exponent if it is whole.
  init(_ number: Double) {
    var text: Bytes = []
    text.append(number: number)
    self = .number(text.text)
  }

  /// Parses a JSON text.
  /// - Throws: ``JSONFault`` if the text is not JSON.
  init(_ bytes: Bytes) throws(JSONFault) {
    var tape = JSONTape()
    try tape.read(bytes, 0..<bytes.count)
    var index = 0
    self.init(tape, bytes, at: &index)
  }

  /// Converts a YAML value; a plain scalar that is not null, `true`, `false` or a JSON number becomes a string.
  init(_ node: YAMLNode) {
    switch node.value {
    case .scalar(let text, let isPlain):
      if !isPlain {
        self = .text(text)
      } else if node.isNull {
        self = .null
      } else if text == "true" || text == "false" {
        self = .flag(text == "true")
      } else if let value = try? JSONValue(Bytes(text.utf8)), case .number = value {
        self = value
      } else {
        self = .text(text)
      }
    case .sequence(let elements): self = .list(elements.map { JSONValue($0) })
    case .mapping(let members):
      self = .object(members.map { key, value in Member(JSONValue(key).plainText, JSONValue(value)) })
    }
  }

  /// The text of a scalar, for the name of a member.
  private var plainText: String {
    switch self {
    case .text(let text), .number(let text): text
    case .flag(let flag): flag ? "true" : "false"
    default: ""
    }
  }

  /// The value as compact JSON.
  var bytes: Bytes {
    var bytes: Bytes = []
    append(to: &bytes)
    return bytes
  }

  private func append(to bytes: inout Bytes) {
    switch self {
    case .null: bytes.append("null")
    case .flag(let flag): bytes.append(flag ? "true" : "false")
    case .number(let text): bytes.append(text)
    case .text(let text): bytes.append(json: text)
    case .list(let elements):
      bytes.append("[")
      for (index, element) in elements.enumerated() {
        if index > 0 { bytes.append(",") }
        element.append(to: &bytes)
      }
      bytes.append("]")
    case .object(let members):
      bytes.append("{")
      for (index, member) in members.enumerated() {
        if index > 0 { bytes.append(",") }
        bytes.append(json: member.name)
        bytes.append(":")
        member.value.append(to: &bytes)
      }
      bytes.append("}")
    }
  }

  /// Returns the string of a member, or nil if there is no such member or it is not a string.
  func text(ofMember name: String) -> String? {
    guard case .object(let members) = self, case .text(let text)? = members.first(where: { $0.name == name })?.value else {
      return nil
    }
    return text
  }

  /// Sets the value at a path such as `partners[0].kind`, where null removes a member.
  ///
  /// Missing objects on the path are created; list elements must exist.
  ///
  /// - Returns: false if the path is malformed or does not exist in the value.
  mutating func set(_ path: String, _ value: JSONValue) -> Bool {
    var steps: [Step] = []
    for part in path.split(separator: ".", omittingEmptySubsequences: false) {
      let pieces = part.split(separator: "[", omittingEmptySubsequences: false)
      guard !pieces[0].isEmpty else { return false }
      steps.append(.name(String(pieces[0])))
      for piece in pieces.dropFirst() {
        guard piece.last == "]", let index = Int(piece.dropLast()), index >= 0 else { return false }
        steps.append(.index(index))
      }
    }
    return set(steps[...], value)
  }

  /// Returns the message for a path at which ``set(_:_:)`` cannot set a value.
  static func unknownPath(_ path: String) -> Wording {
    Wording(
      "路径“\(path)”在示例中走不通：列表的第1项写作[0]，示例里要有这一项；数和文本里没有字段",
      "the path '\(path)' does not exist in the example: the first element of a list is [0] and must exist; numbers and texts have no fields"
    )
  }

  /// A step of a path.
  private enum Step {
    case name(String)
    case index(Int)
  }

  private mutating func set(_ steps: ArraySlice<Step>, _ value: JSONValue) -> Bool {
    guard let step = steps.first else {
      self = value
      return true
    }
    switch step {
    case .name(let name):
      if case .null = self {
        if value == .null { return true }
        self = .object([])
      }
      guard case .object(var members) = self else { return false }
      let index = members.firstIndex { $0.name == name } ?? members.count
      // Removing a missing member creates no objects, since an empty object differs from a missing one.
      if index == members.count, value == .null { return true }
      if index == members.count { members.append(Member(name, .null)) }
      guard members[index].value.set(steps.dropFirst(), value) else { return false }
      if case .null = members[index].value { members.remove(at: index) }
      self = .object(members)
    case .index(let index):
      guard case .list(var elements) = self, elements.indices.contains(index),
        elements[index].set(steps.dropFirst(), value)
      else { return false }
      self = .list(elements)
    }
    return true
  }
}

import KepingCore

/// A value of a YAML file, with its place in it.
public struct YAMLNode: Sendable {
  public indirect enum Value: Sendable {
    /// `isPlain` where it stands without quotes.
    case scalar(String, isPlain: Bool)
    case mapping([(key: YAMLNode, value: YAMLNode)])
    case sequence([YAMLNode])
  }

  public let value: Value
  /// From 1.
  public let line: Int
  public let column: Int
  /// The file, as messages name it.
  public let path: String

  public init(value: Value, line: Int, column: Int, path: String) {
    self.value = value
    self.line = line
    self.column = column
    self.path = path
  }

  /// An error at this place.
  public func fault(_ code: String, _ wording: Wording) -> Diagnostic {
    Diagnostic(path: path, line: line, column: column, code: code, wording)
  }

  /// Whether it is empty or the word null.
  public var isNull: Bool {
    if case .scalar(let text, isPlain: true) = value { return ["", "~", "null", "Null", "NULL"].contains(text) }
    return false
  }

  /// What it is, for messages.
  var kind: Wording {
    switch value {
    case .scalar: isNull ? Wording("空值", "nothing") : Wording("单个值", "a single value")
    case .mapping: Wording("映射", "a mapping")
    case .sequence: Wording("列表", "a list")
    }
  }

  /// The text of a scalar.
  /// - Throws: ``Diagnostic`` with code `wrong-type`.
  public func text() throws(Diagnostic) -> String {
    guard case .scalar(let text, _) = value, !isNull else {
      throw fault("wrong-type", Wording("应为文本，而不是\(kind.chinese)", "a text is expected, not \(kind.english)"))
    }
    return text
  }

  /// A switch: `on`, `off`, `true` or `false`.
  /// - Throws: ``Diagnostic`` with code `wrong-type`.
  public func flag() throws(Diagnostic) -> Bool {
    if case .scalar(let text, isPlain: true) = value {
      switch text.lowercased() {
      case "on", "true", "yes": return true
      case "off", "false", "no": return false
      default: break
      }
    }
    throw fault("wrong-type", Wording("应为 on 或 off", "'on' or 'off' is expected"))
  }

  /// A finite number within a range.
  /// - Throws: ``Diagnostic`` with code `wrong-type` or `out-of-range`.
  public func number(in range: ClosedRange<Double>) throws(Diagnostic) -> Double {
    guard case .scalar(let text, isPlain: true) = value, let number = Double(text), number.isFinite else {
      throw fault("wrong-type", Wording("应为数字", "a number is expected"))
    }
    guard range.contains(number) else {
      throw fault(
        "out-of-range",
        Wording(
          "数值\(text)超出范围（\(range.lowerBound)至\(range.upperBound)）",
          "\(text) is out of range (\(range.lowerBound) to \(range.upperBound))"))
    }
    return number
  }

  /// A whole number within a range.
  /// - Throws: ``Diagnostic`` with code `wrong-type` or `out-of-range`.
  public func integer(in range: ClosedRange<Int>) throws(Diagnostic) -> Int {
    guard case .scalar(let text, isPlain: true) = value, let number = Int(text) else {
      throw fault("wrong-type", Wording("应为整数", "a whole number is expected"))
    }
    guard range.contains(number) else {
      throw fault(
        "out-of-range",
        Wording(
          "数值\(text)超出范围（\(range.lowerBound)至\(range.upperBound)）",
          "\(text) is out of range (\(range.lowerBound) to \(range.upperBound))"))
    }
    return number
  }

  /// The elements of a list.
  /// - Throws: ``Diagnostic`` with code `wrong-type`.
  public func elements() throws(Diagnostic) -> [YAMLNode] {
    if isNull { return [] }
    guard case .sequence(let elements) = value else {
      throw fault("wrong-type", Wording("应为列表，而不是\(kind.chinese)", "a list is expected, not \(kind.english)"))
    }
    return elements
  }

  /// The members of a mapping, in order.
  /// - Throws: ``Diagnostic`` with code `wrong-type`.
  public func members() throws(Diagnostic) -> [(key: YAMLNode, value: YAMLNode)] {
    if isNull { return [] }
    guard case .mapping(let members) = value else {
      throw fault("wrong-type", Wording("应为映射（键: 值），而不是\(kind.chinese)", "a mapping is expected, not \(kind.english)"))
    }
    return members
  }

  /// The member of a mapping with a name.
  /// - Throws: ``Diagnostic`` with code `wrong-type`.
  public func member(_ name: String) throws(Diagnostic) -> (key: YAMLNode, value: YAMLNode)? {
    for member in try members() where try member.key.text() == name { return member }
    return nil
  }

  /// The members of a mapping that may only have certain keys.
  /// - Throws: ``Diagnostic`` with code `wrong-type`, `unknown-key` or `missing-key`.
  public func members(
    allowing known: [String], requiring required: [String] = []
  ) throws(Diagnostic) -> [String: YAMLNode] {
    var found: [String: YAMLNode] = [:]
    for (key, value) in try members() {
      let name = try key.text()
      guard known.contains(name) else {
        throw key.fault(
          "unknown-key", Wording("未知的键“\(name)”", "unknown key '\(name)'").suggesting(name, among: known))
      }
      found[name] = value
    }
    for name in required where found[name] == nil {
      throw fault("missing-key", Wording("缺少“\(name)”", "'\(name)' is missing"))
    }
    return found
  }
}

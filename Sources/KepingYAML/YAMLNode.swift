import KepingCore

/// A value of a YAML file with its position.
public struct YAMLNode: Sendable {
  /// The content of a node.
  public indirect enum Value: Sendable {
    /// A text; `isPlain` if it is written without quotes.
    case scalar(String, isPlain: Bool)
    /// Keys and values in the order of the file.
    case mapping([(key: YAMLNode, value: YAMLNode)])
    /// A list.
    case sequence([YAMLNode])
  }

  /// The content.
  public let value: Value
  /// The 1-based line.
  public let line: Int
  /// The 1-based column in characters.
  public let column: Int
  /// The file name for messages.
  public let path: String

  /// Creates a node.
  public init(value: Value, line: Int, column: Int, path: String) {
    self.value = value
    self.line = line
    self.column = column
    self.path = path
  }

  /// Returns the value of a file that has none.
  static func empty(_ path: String) -> YAMLNode {
    YAMLNode(value: .scalar("", isPlain: true), line: 1, column: 1, path: path)
  }

  /// Returns an error at the position of this node.
  public func fault(_ code: String, _ wording: Wording) -> Diagnostic {
    Diagnostic(path: path, line: line, column: column, code: code, wording)
  }

  /// Whether the node is an unquoted empty text, `~` or `null`.
  public var isNull: Bool {
    if case .scalar(let text, isPlain: true) = value { return ["", "~", "null", "Null", "NULL"].contains(text) }
    return false
  }

  /// The kind of the value, for messages.
  var kind: Wording {
    switch value {
    case .scalar(let text, let isPlain):
      if isNull {
        Wording("空值", "nothing")
      } else if isPlain, Double(text) != nil {
        Wording("数“\(shown)”", "the number '\(shown)'")
      } else {
        Wording("文本“\(shown)”", "the text '\(shown)'")
      }
    case .mapping: Wording("映射", "a mapping")
    case .sequence: Wording("列表", "a list")
    }
  }

  /// The text of a scalar, cut off for messages.
  private var shown: String { if case .scalar(let text, _) = value { text.printable(limit: 30) } else { "" } }

  /// Returns an error about a value that should be a number of some kind.
  private func numberFault(_ expected: Wording) -> Diagnostic {
    var advice = Wording("", "")
    if case .scalar(let text, let isPlain) = value {
      if !isPlain, Double(text) != nil {
        advice = Wording("；数不要加引号", "; write the number without quotes")
      } else if text.unicodeScalars.contains(where: { ("０"..."９").contains($0) }) {
        advice = Wording("；请改用半角数字", "; write plain digits")
      } else if text.unicodeScalars.first.map({ ("0"..."9").contains($0) }) == true, Double(text) == nil {
        advice = Wording("；只写数字，不写单位和逗号", "; write digits only, without a unit or commas")
      }
    }
    return fault(
      "wrong-type",
      Wording(
        "应为\(expected.chinese)，而不是\(kind.chinese)\(advice.chinese)",
        "expected \(expected.english), found \(kind.english)\(advice.english)"))
  }

  /// Advice if a scalar looks like `key: value` with a mistake at the colon.
  private var colonAdvice: Wording {
    guard case .scalar(let text, isPlain: true) = value else { return Wording("", "") }
    if text.contains("：") { return Wording("；“：”是全角冒号，请改为半角冒号加空格“: ”", "; '：' is a full-width colon, write ': '") }
    if text.firstMatch(of: /^[\w.\/\-]+:\S/) != nil { return Wording("；冒号后面要有一个空格", "; a space must follow the colon") }
    return Wording("", "")
  }

  /// Returns the text of a scalar that is not null.
  ///
  /// - Throws: ``Diagnostic`` with code `wrong-type`.
  public func text() throws(Diagnostic) -> String {
    guard case .scalar(let text, _) = value, !isNull else {
      throw fault("wrong-type", Wording("应为文本，而不是\(kind.chinese)", "expected a text, found \(kind.english)"))
    }
    return text
  }

  /// Returns the value of a switch: true for `on`, `true` or `yes`, false for `off`, `false` or `no`.
  ///
  /// Upper and lower case count as the same. A quoted text is not a switch.
  ///
  /// - Throws: ``Diagnostic`` with code `wrong-type`.
  public func flag() throws(Diagnostic) -> Bool {
    if case .scalar(let text, isPlain: true) = value {
      switch text.lowercased() {
      case "on", "true", "yes": return true
      case "off", "false", "no": return false
      default: break
      }
    }
    throw fault(
      "wrong-type",
      Wording("应为 on 或 off，不加引号，而不是\(kind.chinese)", "expected on or off without quotes, found \(kind.english)"))
  }

  /// Returns a finite number within a range.
  ///
  /// - Throws: ``Diagnostic`` with code `wrong-type` or `out-of-range`.
  public func number(in range: ClosedRange<Double>) throws(Diagnostic) -> Double {
    guard case .scalar(let text, isPlain: true) = value, let number = Double(text), number.isFinite else {
      throw numberFault(Wording("数字", "a number"))
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

  /// Returns a whole number within a range.
  ///
  /// - Throws: ``Diagnostic`` with code `wrong-type` or `out-of-range`.
  public func integer(in range: ClosedRange<Int>) throws(Diagnostic) -> Int {
    guard case .scalar(let text, isPlain: true) = value, let number = Int(text) else {
      throw numberFault(Wording("整数", "a whole number"))
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

  /// Returns the elements of a list; none if the node is null.
  ///
  /// - Throws: ``Diagnostic`` with code `wrong-type`.
  public func elements() throws(Diagnostic) -> [YAMLNode] {
    if isNull { return [] }
    guard case .sequence(let elements) = value else {
      throw fault(
        "wrong-type",
        Wording(
          "应为列表（每项以“- ”开头，或写在[ ]里），而不是\(kind.chinese)",
          "expected a list (each element after '- ', or in [ ]), found \(kind.english)"))
    }
    return elements
  }

  /// Returns the members of a mapping in the order of the file; none if the node is null.
  ///
  /// - Throws: ``Diagnostic`` with code `wrong-type`.
  public func members() throws(Diagnostic) -> [(key: YAMLNode, value: YAMLNode)] {
    if isNull { return [] }
    guard case .mapping(let members) = value else {
      throw fault(
        "wrong-type",
        Wording(
          "应为映射（键: 值），而不是\(kind.chinese)\(colonAdvice.chinese)",
          "expected a mapping (key: value), found \(kind.english)\(colonAdvice.english)"))
    }
    return members
  }

  /// Returns the member of a mapping that has this key; nil if there is none.
  ///
  /// - Throws: ``Diagnostic`` with code `wrong-type`.
  public func member(_ name: String) throws(Diagnostic) -> (key: YAMLNode, value: YAMLNode)? {
    for member in try members() where try member.key.text() == name { return member }
    return nil
  }

  /// Returns the error for a key that is none of the known ones, with the most similar one or, if there is none, all of them.
  public func unknownKeyFault(_ name: String, _ known: [String]) -> Diagnostic {
    let wording = Wording("未知的键“\(name)”", "unknown key '\(name)'")
    if let key = known.first(where: { name.hasPrefix($0 + ":") || name.hasPrefix($0 + "：") }) {
      return fault(
        "unknown-key",
        Wording("\(wording.chinese)；键和冒号之后要有一个空格：\(key): …", "\(wording.english); a space must follow the colon: \(key): …"))
    }
    let suggestion = wording.suggesting(name, among: known)
    guard suggestion == wording, known.count <= 12 else { return fault("unknown-key", suggestion) }
    return fault(
      "unknown-key",
      Wording(
        "\(wording.chinese)；可以写的有：\(known.joined(separator: "、"))",
        "\(wording.english); the keys here are \(known.joined(separator: ", "))"))
  }

  /// Returns the members of a mapping by key, and checks the keys.
  ///
  /// - Parameters:
  ///   - known: the allowed keys.
  ///   - required: the keys that must be present.
  /// - Throws: ``Diagnostic`` with code `wrong-type`, `unknown-key` or `missing-key`.
  public func members(
    allowing known: [String], requiring required: [String] = []
  ) throws(Diagnostic) -> [String: YAMLNode] {
    var found: [String: YAMLNode] = [:]
    for (key, value) in try members() {
      let name = try key.text()
      guard known.contains(name) else {
        throw key.unknownKeyFault(name, known)
      }
      found[name] = value
    }
    for name in required where found[name] == nil {
      throw fault("missing-key", Wording("缺少“\(name)”", "'\(name)' is missing"))
    }
    return found
  }
}

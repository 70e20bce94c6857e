import KepingCore

/// Writes values as YAML in one line, as authors write them in cases.
enum YAMLText {
  /// Returns the changes of an edit as a mapping: `{ expected.ip: { x: 1 } }`.
  static func flow(_ edit: Edit) -> String { mapping(edit.values.map { ($0.path, $0.value) }) }

  /// Returns a value in one line.
  static func flow(_ value: JSONValue) -> String {
    switch value {
    case .null: return "null"
    case .flag(let flag): return flag ? "true" : "false"
    case .number(let text): return text
    case .text(let text): return scalar(text)
    case .list(let elements): return "[" + elements.map { flow($0) }.joined(separator: ", ") + "]"
    case .object(let members): return mapping(members.map { ($0.name, $0.value) })
    }
  }

  private static func mapping(_ members: [(String, JSONValue)]) -> String {
    if members.isEmpty { return "{}" }
    return "{ " + members.map { "\(scalar($0)): \(flow($1))" }.joined(separator: ", ") + " }"
  }

  /// Returns a text without quotation marks if YAML reads it as the same text, and otherwise as a JSON string.
  static func scalar(_ text: String) -> String {
    let words = ["null", "true", "false", "yes", "no", "on", "off"]
    // A text that begins with a digit is not a number if it has a slash, as the ids of clauses do.
    let isPlain =
      text.first.map { $0.isLetter || $0 == "_" || $0.isNumber && text.contains("/") } == true
      && !words.contains(text.lowercased())
      && text.unicodeScalars.allSatisfy { scalar in
        switch scalar {
        case "a"..."z", "A"..."Z", "0"..."9", "_", "-", ".", "/", "（", "）", "：", "、", "“", "”", "，": true
        default: (0x4E00...0x9FFF).contains(scalar.value)
        }
      }
    if isPlain || isDay(text) { return text }
    var quoted: Bytes = []
    quoted.append(json: text)
    return quoted.text
  }

  /// Whether a text is a day such as `2024-03-01`, which needs no quotation marks.
  private static func isDay(_ text: String) -> Bool {
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    return parts.map(\.count) == [4, 2, 2] && parts.allSatisfy { $0.utf8.allSatisfy { (0x30...0x39).contains($0) } }
  }
}

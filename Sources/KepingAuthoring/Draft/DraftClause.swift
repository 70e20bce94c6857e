import KepingCore

/// A clause of a draft, as it is written in Lua.
struct DraftClause {
  let kind: ClauseKind
  let quote: String
  /// The checks, or the bound of a limit, as Lua expressions.
  var arguments: [String] = []
  /// The options, such as `points = 10`.
  var options: [String] = []
  /// The value that meets, and others that miss the clause's only check; nil if the draft cannot know them.
  var sample: Sample?
  /// The local names of the draft that the arguments use.
  var locals: Set<DraftLocal> = []

  /// Values of a field for the example and the cases of tests, as JSON.
  struct Sample {
    let path: String
    /// The value in the example, which meets the clause.
    let example: String
    let met: String
    let unmet: String
  }

  /// Whether something in the clause is marked as not decided.
  var isMarked: Bool { (arguments + options).contains { $0.contains("todo") } }

  /// Returns the Lua text, with its lines after the first indented.
  func lua(indent: String) -> String {
    let parts = [LuaText.quoted(quote)] + arguments + options
    let line = "\(kind.rawValue) { \(parts.joined(separator: ", ")) }"
    if (indent + line).unicodeScalars.count <= LuaText.maximumLine { return line }
    let rest = (arguments + options).map { "\(indent)  \(LuaText.broken($0, indent: indent + "  ")),\n" }.joined()
    return "\(kind.rawValue) {\n\(indent)  \(parts[0]),\n\(rest)\(indent)}"
  }
}

/// A local name that several clauses of a draft use.
enum DraftLocal: Int, CaseIterable {
  case enterprise, rd, rdBefore

  /// The name in Lua.
  var name: String {
    switch self {
    case .enterprise: "enterprise"
    case .rd: "rd"
    case .rdBefore: "rd_before"
    }
  }

  /// The statement that defines it.
  var definition: String {
    switch self {
    case .enterprise: "local enterprise = applicant.kind:is \"enterprise\""
    case .rd: "local rd = applicant.rdExpense[year - 1] -- 上年的研发投入"
    case .rdBefore: "local rd_before = applicant.rdExpense[year - 2] -- 前一年的研发投入"
    }
  }
}

/// Pieces of Lua.
enum LuaText {
  /// Returns a string literal.
  static func quoted(_ text: String) -> String {
    "\"" + text.map { $0 == "\"" || $0 == "\\" ? "\\\($0)" : "\($0)" }.joined() + "\""
  }

  /// Returns a mark with a proposal: `todo("what to decide", proposal)`.
  static func mark(_ decision: String, _ proposal: String? = nil) -> String {
    proposal.map { "todo(\(quoted(decision)), \($0))" } ?? "todo \(quoted(decision))"
  }

  /// Returns what a mark asks about a passage, with the beginning of the passage for messages.
  static func question(_ question: String, about quote: String) -> String {
    let scalars = quote.unicodeScalars
    return "\(question)：\(scalars.count <= 20 ? quote : String.text(scalars.prefix(18)) + "……")"
  }

  /// Returns a text on one line, or with the proposal of a mark on a line of its own if the line is too long.
  static func broken(_ text: String, indent: String) -> String {
    guard (indent + text).unicodeScalars.count > maximumLine, let mark = text.range(ofMark: "todo(\"") else { return text }
    return "\(text[..<mark]),\n\(indent)  \(text[text.index(mark, offsetBy: 2)...])"
  }

  /// The longest line of Lua that is not broken.
  static let maximumLine = 116
}

extension String {
  /// Returns the index of the comma between the decision and the proposal of the first mark; nil if there is none.
  fileprivate func range(ofMark mark: String) -> Index? {
    guard let start = firstRange(of: mark)?.upperBound else { return nil }
    return self[start...].firstRange(of: "\", ").map { index(after: $0.lowerBound) }
  }
}

import KepingCore

/// Collects the findings of the rules in one file.
struct LuaReport {
  private let path: String
  private let file: LuaFile
  private var findings: [Diagnostic] = []
  /// The lines with unused nodes whose cause is among the findings.
  private(set) var explained: Set<Int> = []

  /// The largest number of findings that is reported for one file.
  static let maximumFindings = 100

  init(path: String, _ file: LuaFile) {
    self.path = path
    self.file = file
  }

  /// Adds a finding, or ignores it without evaluating its wording if there are too many already.
  mutating func add(_ rule: some LuaRule, at token: Int, _ wording: @autoclosure () -> Wording) {
    guard findings.count <= Self.maximumFindings else { return }
    append(rule, at: token, wording())
  }

  /// Adds a finding regardless of the limit.
  mutating func addAlways(_ rule: some LuaRule, at token: Int, _ wording: Wording) {
    append(rule, at: token, wording)
  }

  private mutating func append(_ rule: some LuaRule, at token: Int, _ wording: Wording) {
    let (line, column) = token < file.tokens.count ? (file.tokens[token].line, file.tokens[token].column) : file.end
    var finding = Diagnostic(path: path, line: line, column: column, code: rule.code, wording)
    finding.isRemark = rule.isRemark
    findings.append(finding)
  }

  /// Records that a finding explains unused nodes on these lines.
  mutating func explain(_ lines: ClosedRange<Int>) { explained.formUnion(lines) }

  /// Returns the findings sorted by line and column, cut at the limit with a diagnostic that states it.
  func sorted() -> [Diagnostic] {
    var sorted = findings.sorted { ($0.line ?? 0, $0.column ?? 0) < ($1.line ?? 0, $1.column ?? 0) }
    guard sorted.count > Self.maximumFindings else { return sorted }
    sorted.removeSubrange(Self.maximumFindings...)
    sorted.append(
      Diagnostic(
        path: path, line: file.end.line, column: file.end.column, code: "too-many-faults",
        Wording(
          "本文件的问题超过\(Self.maximumFindings)个，其余未列出",
          "more than \(Self.maximumFindings) problems in this file; the rest are not listed")))
    return sorted
  }
}

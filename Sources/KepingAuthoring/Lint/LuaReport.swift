import KepingCore

/// Collects what the rules find in one file.
struct LuaReport {
  private let path: String
  private let file: LuaFile
  private var findings: [Diagnostic] = []
  /// The lines whose nodes are lost for a reason that is among the findings.
  private(set) var explained: Set<Int> = []

  /// The most that is reported of one file.
  static let maximumFindings = 100

  init(path: String, _ file: LuaFile) {
    self.path = path
    self.file = file
  }

  /// Adds a finding, unless there are too many already; then its wording is not even made.
  mutating func add(_ rule: some LuaRule, at token: Int, _ wording: @autoclosure () -> Wording) {
    guard findings.count <= Self.maximumFindings else { return }
    append(rule, at: token, wording())
  }

  /// Adds a finding however many there are already.
  mutating func addAlways(_ rule: some LuaRule, at token: Int, _ wording: Wording) {
    append(rule, at: token, wording)
  }

  private mutating func append(_ rule: some LuaRule, at token: Int, _ wording: Wording) {
    let (line, column) = token < file.tokens.count ? (file.tokens[token].line, file.tokens[token].column) : file.end
    var finding = Diagnostic(path: path, line: line, column: column, code: rule.code, wording)
    finding.isRemark = rule.isRemark
    findings.append(finding)
  }

  /// Records that nodes on these lines are lost for a reason that is reported here.
  mutating func explain(_ lines: ClosedRange<Int>) { explained.formUnion(lines) }

  /// The findings by line and column; if there are too many, the first ones and how many there may be.
  func sorted() -> [Diagnostic] {
    var sorted = findings.sorted { ($0.line ?? 0, $0.column ?? 0) < ($1.line ?? 0, $1.column ?? 0) }
    guard sorted.count > Self.maximumFindings else { return sorted }
    sorted.removeSubrange(Self.maximumFindings...)
    sorted.append(
      Diagnostic(
        path: path, line: file.end.line, column: file.end.column, code: "too-many-faults",
        Wording(
          "本文件的问题超过\(Self.maximumFindings)个，其余未列出",
          "more than \(Self.maximumFindings) faults in this file; the others are not listed")))
    return sorted
  }
}

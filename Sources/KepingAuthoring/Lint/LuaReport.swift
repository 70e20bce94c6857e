import KepingCore

/// Collects the findings of the rules in one file.
struct LuaReport {
  private let path: String
  private let file: LuaFile
  private var findings: [Diagnostic] = []
  /// The lines with unused nodes whose cause is among the findings.
  private(set) var explained: Set<Int> = []

  /// The position of the syntax fault, if there is one.
  private var faultLocation: (line: Int, column: Int)?

  /// The largest number of findings that is reported for one file.
  static let maximumFindings = 100

  init(path: String, _ file: LuaFile) {
    self.path = path
    self.file = file
  }

  /// Adds a finding, or ignores it without evaluating its wording if there are too many already.
  mutating func add(_ rule: some LuaRule, at token: Int, _ wording: @autoclosure () -> Wording) {
    guard findings.count <= Self.maximumFindings else { return }
    append(rule, at: position(of: token), wording())
  }

  /// Adds a syntax fault regardless of the limit.
  mutating func add(_ rule: some LuaRule, _ fault: LuaSyntaxFault) {
    append(rule, at: fault.position ?? position(of: fault.token), fault.wording)
    faultLocation = fault.position ?? position(of: fault.token)
  }

  private func position(of token: Int) -> (line: Int, column: Int) {
    token < file.tokens.count ? (file.tokens[token].line, file.tokens[token].column) : file.end
  }

  private mutating func append(_ rule: some LuaRule, at position: (line: Int, column: Int), _ wording: Wording) {
    let (line, column) = position
    var finding = Diagnostic(path: path, line: line, column: column, code: rule.code, wording)
    finding.isRemark = rule.isRemark
    findings.append(finding)
  }

  /// Records that a finding explains unused nodes on these lines.
  mutating func explain(_ lines: ClosedRange<Int>) { explained.formUnion(lines) }

  /// Returns the findings sorted by line and column, without others at the position of a syntax fault, and cut at the limit with a diagnostic that states it.
  func sorted() -> [Diagnostic] {
    let isFault = { (finding: Diagnostic) in
      faultLocation.map { finding.line == $0.line && finding.column == $0.column } ?? false
    }
    var sorted = findings.filter { $0.code == "lua-syntax" || !isFault($0) }.sorted {
      ($0.line ?? 0, $0.column ?? 0) < ($1.line ?? 0, $1.column ?? 0)
    }
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

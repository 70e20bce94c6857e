import KepingCore

/// The line on a terminal that says what was written into a file of results.
enum WrittenResults {
  /// Returns the number of results in a file, and how many of them have each of the verdicts that were asked for.
  static func wording(_ file: String, _ counts: [Verdict: Int], of verdicts: Set<Verdict>) -> Wording {
    let counts = Verdict.allCases.filter(verdicts.contains).map { (verdict: $0, count: counts[$0] ?? 0) }
    let total = counts.reduce(0) { $0 + $1.count }
    let chinese = counts.map { "，\($0.verdict.title)\($0.count)" }.joined()
    let english = counts.map { ", \($0.count) \($0.verdict.rawValue)" }.joined()
    return Wording(
      "已写入\(file.printable())：\(total)份\(chinese)", "wrote \(file.printable()): \(counted(total, "application"))\(english)")
  }

  /// Returns the number of applications that were evaluated for a file of lines, whose verdicts are not counted.
  static func wording(_ file: String, records: Int, errors: Int) -> Wording {
    Wording(
      "已写入\(file.printable())：评审\(records)份，无法评审\(errors)",
      "wrote \(file.printable()): \(counted(records, "application")) evaluated, \(errors) error")
  }
}

import KepingCore

/// A table of verdicts for a terminal.
///
/// The columns have fixed widths, so that each line can be written before the later ones are known.
public enum VerdictTable {
  private static let columns = [("申报编号", 16), ("方向", 6), ("结论", 8), ("得分", 6), ("申报单位", 28)]

  /// The heading with its line end.
  public static var heading: String {
    line(columns.map(\.0) + ["未通过或需补正之处"]) + "\n"
  }

  /// Returns the line of one application with its line end.
  public static func row(_ assessment: Assessment) -> String {
    let score = !assessment.isEvaluated ? "" : String(score: assessment.total)
    let cells = [
      assessment.id ?? "—", assessment.direction ?? "—", assessment.verdict.title, score,
      Columns.cut((assessment.applicant ?? "—").printable(), to: 28), reasons(assessment),
    ]
    return line(cells.map { $0.printable() }) + "\n"
  }

  private static func line(_ cells: [String]) -> String { Columns.line(cells, widths: columns.map(\.1)) }

  /// Returns the first reason why an application did not pass, and the number of reasons if there are several.
  private static func reasons(_ assessment: Assessment) -> String {
    let reasons = Reasons.all(assessment)
    let rest = reasons.count > 1 ? "（等\(reasons.count)处）" : ""
    return (reasons.first ?? "") + rest + amendments(assessment)
  }

  /// Returns the number of rulings, and the verdict before a correction; nothing if there are none.
  private static func amendments(_ assessment: Assessment) -> String {
    let rulings = AmendmentTexts.rulings(assessment).count
    return (rulings > 0 ? "【裁定\(rulings)处】" : "") + (assessment.corrects.map { "【补正前\($0.verdict.title)】" } ?? "")
  }
}

import KepingCore

/// What people ruled on an application and what its correction changed, in the sentences of reports.
enum AmendmentTexts {
  /// The heading of the column with the rulings.
  static let rulings = RulingColumn.sheetName
  /// The heading of the column with the correction.
  static let correction = "补正"

  /// Returns the sentence of the ruling on a finding: `信息不足→符合，张三（李四复核）2024-05-01：见合同；依据材料：合同`; nil if there is none.
  static func ruling(_ finding: Assessment.Finding) -> String? {
    guard let ruling = finding.ruling else { return nil }
    let from = ruling.from ?? finding.outcome
    let change = from == finding.outcome ? "维持\(from.title)" : "\(from.title)→\(finding.outcome.title)"
    return sentence(change, ruling)
  }

  /// Returns the sentence of the ruling on a problem; nil if there is none.
  static func ruling(_ problem: Problem) -> String? { problem.ruling.map { sentence("不影响结论", $0) } }

  /// Returns the sentences of all rulings on an application, each with the clause or the code of the problem.
  static func rulings(_ assessment: Assessment) -> [String] {
    let findings = assessment.findings.compactMap { finding in ruling(finding).map { "\(finding.clause)：\($0)" } }
    let problems = assessment.problems.compactMap { problem in ruling(problem).map { "\(problem.code.rawValue)：\($0)" } }
    return findings + problems
  }

  /// Returns what a correction changed: `补正前需补正；改动：2023年研发投入；其中没有要求补正的：项目名称`; nil if the application is none.
  static func correction(_ assessment: Assessment, _ catalogue: Catalogue) -> String? {
    guard let corrects = assessment.corrects else { return nil }
    let entry = catalogue.entries.first { $0.reference == assessment.program }
    func labels(_ fields: [String]) -> String {
      fields.map { entry?.program?.schema.label(of: $0) ?? $0 }.joined(separator: "、")
    }
    var text = "补正前\(corrects.verdict.title)"
    if !corrects.changed.isEmpty {
      text += "；改动：\(labels(corrects.changed))"
    } else if corrects.verdict != .error, assessment.isEvaluated {
      text += "；没有改动"
    }
    if !corrects.unasked.isEmpty { text += "；其中没有要求补正的：\(labels(corrects.unasked))" }
    return text
  }

  private static func sentence(_ change: String, _ ruling: AppliedRuling) -> String {
    let people = ruling.by + (ruling.confirmedBy.map { "（\($0)复核）" } ?? "")
    let basis = ruling.basis.map { "；依据材料：\($0)" } ?? ""
    return "\(change)，\(people)\(ruling.on.iso)：\(ruling.reason)\(basis)"
  }
}

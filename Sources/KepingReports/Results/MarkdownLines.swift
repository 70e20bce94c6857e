import KepingCore

/// Markdown: each application with its clauses, then the totals and what the results are based on.
struct MarkdownLines: TextLines {
  func begin(_ buffer: inout Bytes) { buffer.append("# 评审结果\n") }

  func append(_ assessment: Assessment, _ catalogue: Catalogue, to buffer: inout Bytes) {
    let direction = catalogue.direction(of: assessment)
    var text = "\n## \(Self.escaped(assessment.id ?? "（申报编号不明）")) \(assessment.verdict.title)\n\n"
    text += "- 项目名称：\(Self.escaped(assessment.title ?? "—"))\n"
    text += "- 申报单位：\(Self.escaped(assessment.applicant ?? "—"))\n"
    let title = direction.map { " \(Self.escaped($0.title))" } ?? ""
    text += "- 申报方向：\(Self.escaped(assessment.direction ?? "—"))\(title)\n"
    if let failure = assessment.failure {
      text += "- 无法评审：\(Self.escaped(failure.message))（\(failure.code.rawValue)）\n"
    } else {
      text += "- 得分：\(String(score: assessment.total))\n"
    }
    if let correction = AmendmentTexts.correction(assessment, catalogue) {
      text += "- \(AmendmentTexts.correction)：\(Self.escaped(correction))\n"
    }
    if assessment.isEvaluated {
      text += "\n| 结论 | 类别 | 指南原文 | 评审意见 |\n| :-: | --- | --- | --- |\n"
      for finding in assessment.findings {
        let cells = [
          "\(finding.outcome.mark) \(finding.outcome.title)", finding.kind.title, Self.escaped(finding.quote),
          Self.escaped(finding.message) + Self.ruling(AmendmentTexts.ruling(finding)),
        ]
        text += "| \(cells.joined(separator: " | ")) |\n"
      }
    }
    if !assessment.problems.isEmpty {
      text += "\n材料问题：\n\n"
      for problem in assessment.problems {
        text += "- \(Self.escaped(problem.message))\(Self.ruling(AmendmentTexts.ruling(problem)))\n"
      }
    }
    buffer.append(text)
  }

  func end(_ summary: Summary, _ catalogue: Catalogue, _ buffer: inout Bytes) {
    var text = "\n# 汇总\n\n| 方向 |"
    for verdict in Verdict.allCases { text += " \(verdict.title) |" }
    text += " 合计 |\n| --- |" + String(repeating: " --: |", count: Verdict.allCases.count + 1) + "\n"
    for line in summary.lines(catalogue) {
      text += "| \(Self.escaped("\(line.direction) \(line.title)")) |"
      for verdict in Verdict.allCases { text += " \(line.counts[verdict] ?? 0) |" }
      text += " \(line.total) |\n"
    }
    text += "| 合计 |"
    for verdict in Verdict.allCases { text += " \(summary.totals[verdict] ?? 0) |" }
    text += " \(summary.totals.values.reduce(0, +)) |\n"
    for line in summary.amendmentLines { text += "\n\(Self.escaped(line))\n" }
    let limits = summary.limitLines(catalogue)
    if !limits.isEmpty { text += "\n\(AcceptanceLimit.title)：\n\n" }
    for limit in limits { text += "- \(Self.escaped(limit))\n" }
    if !summary.unreadParts.isEmpty {
      text += Self.table(UnreadPart.title, UnreadPart.headings, summary.unreadParts.map(\.cells))
    }
    if let provenance = summary.provenance {
      let rows = ProvenanceTable.rows(provenance).map(\.cells)
      text += Self.table(ProvenanceTable.title, ProvenanceTable.headings, rows)
    }
    buffer.append(text)
  }

  /// Returns the sentence of a ruling as it follows the machine's message; nothing if there is none.
  private static func ruling(_ sentence: String?) -> String {
    sentence.map { "【\(AmendmentTexts.rulings)：\(escaped($0))】" } ?? ""
  }

  /// Returns a section with a table.
  static func table(_ title: String, _ headings: [String], _ rows: [[String]]) -> String {
    var text = "\n# \(title)\n\n| \(headings.joined(separator: " | ")) |\n"
    text += "|\(String(repeating: " --- |", count: headings.count))\n"
    for row in rows { text += "| \(row.map(escaped).joined(separator: " | ")) |\n" }
    return text
  }

  /// Returns a text escaped so that it is neither Markdown nor HTML, and no address in it becomes a link.
  static func escaped(_ text: String) -> String {
    var result = ""
    // By scalars: `*` with a combining mark is another Character, but Markdown still reads the `*`.
    for scalar in text.printable().unicodeScalars {
      switch scalar {
      case "<": result += "&lt;"
      case ">": result += "&gt;"
      case "&": result += "&amp;"
      case "\\", "`", "*", "_", "[", "]", "#", "|", "~", "!", "$", "@", "{", "}": result += "\\\(scalar)"
      // Without its colon, or the dot after `www`, an address does not become a link.
      case ":": result += "&#58;"
      case "." where result.lowercased().hasSuffix("www"): result += "&#46;"
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result
  }
}

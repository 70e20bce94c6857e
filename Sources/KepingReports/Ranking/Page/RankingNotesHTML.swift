import KepingCore
import KepingSelection

/// The sections of the page about limits that are exceeded and about what people should look at.
enum RankingNotesHTML {
  /// Returns the section of the limits; nothing if none is exceeded.
  static func limits(_ report: RankingReport) -> HTML {
    let plan = report.ranking.plan
    let rows = LimitMember.all(report).map { member in
      let limit = plan.limits[member.limit]
      return [
        limit.clause, "\(limit.quote)（上限\(limit.bound)项）", "\(member.holder)：共\(member.count)项", member.id, member.title ?? "—",
        member.fate, member.ruling?.summary ?? "",
      ]
    }
    return section("限项", ["条款", "限项", "单位或负责人", "编号", "项目名称", "去向", "裁定"], rows)
  }

  /// Returns the section of the suspicions; nothing if there are none.
  static func suspicions(_ ranking: Ranking) -> HTML {
    let rows = ranking.lines.flatMap { line in
      let entry = ranking.entries[line.entry]
      return ranking.suspicions(of: line).map { suspicion in
        [
          suspicion.code.title, entry.text(.id) ?? "—", entry.text(.title) ?? "—", suspicion.with.joined(separator: "、"),
          suspicion.message,
        ]
      }
    }
    return section("疑似", ["类别", "申报编号", "项目名称", "相关的申报书和在研项目", "说明"], rows)
  }

  private static func section(_ title: String, _ headings: [String], _ rows: [[String]]) -> HTML {
    if rows.isEmpty { return "" }
    let head = HTML(joining: headings) { "<th scope=\"col\">\($0)</th>" }
    let body = HTML(joining: rows) { cells in
      "<tr>\(HTML(joining: zip(headings, cells)) { "<td data-title=\"\($0)\">\($1)</td>" })</tr>\n"
    }
    return """
      <section class="notes" aria-label="\(title)">
      <h2>\(title)</h2>
      <table class="cards"><thead><tr>\(head)</tr></thead><tbody>
      \(body)</tbody></table>
      </section>

      """
  }
}

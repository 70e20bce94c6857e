import KepingCore
import KepingSelection
import Workbooks

/// The sheets 限项 and 疑似: who exceeds a limit, and what people should look at.
extension RankingWorkbook {
  func writeLimits() {
    var layout = ReportSheet.Layout(
      name: AcceptanceLimit.title,
      headings: [
        ("条款", 18), ("限项", 34), ("按", 12), ("上限", 7), ("单位或负责人", 30), ("合计", 7), ("申报编号或项目编号", 20), ("项目名称", 34), ("去向或状态", 14),
        ("裁定", 40),
      ])
    layout.tabColor = 0xBF8F00
    layout.notes = ["超过限项的申报书和计入的在研项目，同一单位或负责人的各项排在一起；没有超过的不列。“限项待定”的可以按条款裁定：符合为保留，不符合为排除。"]
    layout.frozenColumns = 1
    let sheet = ReportSheet(writer, layout)
    for member in LimitMember.all(report) {
      let limit = ranking.plan.limits[member.limit]
      sheet.append([
        .text(limit.clause), .text(limit.quote), .mark(limit.per.title), .number(Double(limit.bound)), .text(member.holder),
        .number(Double(member.count)), .text(member.id), .text(member.title),
        .badge(member.fate, member.place?.standing.background), .text(member.ruling?.summary),
      ])
    }
    sheet.finish()
  }

  func writeSuspicions() {
    var layout = ReportSheet.Layout(
      name: "疑似",
      headings: [("疑似类别", 12), ("申报编号", 17), ("项目名称", 34), ("申报单位", 28), ("负责人", 10), ("相关的申报书和在研项目", 34), ("说明", 60)])
    layout.tabColor = 0xBF8F00
    layout.notes = ["请人工核对；疑似不影响排序。"]
    layout.frozenColumns = 3
    let sheet = ReportSheet(writer, layout)
    for line in lines {
      let entry = ranking.entries[line.entry]
      for suspicion in ranking.suspicions(of: line) {
        sheet.append([
          .mark(suspicion.code.title), .text(entry.text(.id)), .text(entry.text(.title)), .text(entry.text(.applicant)),
          .mark(entry.text(.leader)), .text(suspicion.with.joined(separator: "、")), .text(suspicion.message),
        ])
      }
    }
    sheet.finish()
  }
}

import KepingCore
import KepingSelection
import Workbooks

/// The sheets 拟立项, 备选 and 未入选, which together have each application once.
extension RankingWorkbook {
  /// Writes the list as it is published: nothing personal but the leader's name, no ids and no scores.
  func writeSelected() {
    var layout = ReportSheet.Layout(
      name: Place.selected.title,
      headings: [("序号", 8), ("项目名称", 56), ("承担单位", 44), ("负责人", 14), ("金额（万元）", 16)])
    layout.title = "拟立项项目"
    layout.tabColor = 0x548235
    layout.hasFilter = false
    let sheet = ReportSheet(writer, layout)
    let selecting = parts.filter { $0.above > 0 }
    var number = 0
    for part in selecting {
      if selecting.count > 1 { sheet.append([.text(nil), .text(part.name)], isBold: true) }
      for index in part.rankedLines.prefix(part.above) where lines[index].place == .selected {
        let line = lines[index]
        let entry = ranking.entries[line.entry]
        number += 1
        sheet.append([
          .number(Double(number)), .text(entry.text(.title)), .text(entry.text(.applicant)), .mark(entry.text(.leader)),
          Self.money(line.amount),
        ])
      }
    }
    let money = selecting.reduce(ExactDecimal.zero) { $0 + ($1.summary?.money ?? .zero) }
    sheet.append(
      [.text(nil), .text(number == 0 ? "没有拟立项的项目" : "合计\(number)项"), .text(nil), .text(nil), Self.money(money)],
      isBold: true)
    sheet.finish()
  }

  func writeReserve() {
    var layout = ReportSheet.Layout(
      name: Place.reserve.title,
      headings: [
        ("组别", 10), ("备选", 7), ("名次", 7), ("申报编号", 17), ("项目名称", 34), ("申报单位", 28), ("负责人", 10), ("得分", 9), ("金额（万元）", 12),
        ("理由", 50),
      ])
    layout.tabColor = 0x2E75B6
    layout.frozenColumns = 5
    let sheet = ReportSheet(writer, layout)
    for part in parts {
      for index in part.rankedLines where lines[index].place == .reserve {
        let line = lines[index]
        let entry = ranking.entries[line.entry]
        sheet.append([
          .mark(part.key), .number(line.reserve.map(Double.init)), .number(line.rank.map(Double.init)), .text(entry.text(.id)),
          .text(entry.text(.title)), .text(entry.text(.applicant)), .mark(entry.text(.leader)),
          .figure(line.score.map(part.figure.number), decimals: part.figure.decimals), Self.money(line.amount),
          .text(ranking.reason(of: line)),
        ])
      }
    }
    sheet.finish()
  }

  func writeOthers() {
    var layout = ReportSheet.Layout(
      name: Place.notSelected.title,
      headings: [
        ("组别", 10), ("去向", 18), ("申报编号", 17), ("项目名称", 34), ("申报单位", 28), ("方向", 7), ("名次", 7), ("得分", 9), ("金额（万元）", 12),
        ("理由", 60),
      ])
    layout.tabColor = 0xC00000
    layout.notes = ["拟立项和备选以外的全部申报书；黄色的还没有定，要处理后重新排序。"]
    layout.frozenColumns = 4
    let sheet = ReportSheet(writer, layout)
    for part in parts {
      for index in part.lines {
        let line = lines[index]
        guard line.place != .selected, line.place != .reserve else { continue }
        let entry = ranking.entries[line.entry]
        sheet.append([
          .mark(part.key), Self.badge(line.place), .text(entry.text(.id)), .text(entry.text(.title)),
          .text(entry.text(.applicant)),
          .mark(entry.text(.direction)), .number(line.rank.map(Double.init)),
          .figure(line.score.map(part.figure.number), decimals: part.figure.decimals), Self.money(line.amount),
          .text(ranking.reason(of: line)),
        ])
      }
    }
    sheet.finish()
  }
}

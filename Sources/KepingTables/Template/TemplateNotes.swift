import KepingCore
import Workbooks

/// The first sheet of a template: what applicants fill in, and how.
enum TemplateNotes {
  /// The name of the sheet, which the reader passes over.
  static let name = "填写说明"
  /// The width of its only column, in characters.
  private static let width = 100.0

  /// Writes the sheet.
  static func write(_ subjects: [Template.Subject], _ sheet: SheetWriter) {
    write(
      scopes: subjects.map(scope), notes: notes(subjects), closing: "（受理部门：收回后不必誊抄，用 keping evaluate 加上本文件的名称，直接评审。）",
      sheet)
  }

  /// Writes what a workbook is for, numbered notes on how to fill it in, and what becomes of it.
  static func write(scopes: [String], notes: [String], closing: String, _ sheet: SheetWriter) {
    sheet.setWidth(width, 1...1)
    sheet.write(name, row: 1, column: 1, Look.title)
    var row = 2
    func write(_ text: String, _ format: CellFormat) {
      sheet.write(text, row: row, column: 1, format)
      sheet.setHeight(Look.height(lines: Columns.lines(text, width: width)), row)
      row += 1
    }
    for scope in scopes { write(scope, wrapped) }
    for (index, note) in notes.enumerated() { write("\(index + 1). \(note)", wrapped) }
    write(closing, Look.note.with { $0.isWrapped = true })
    sheet.setPrinting(headingRow: 1)
  }

  private static let wrapped = CellFormat().with { $0.isWrapped = true }

  /// Returns which applications belong into the workbook, and by when.
  private static func scope(of subject: Template.Subject) -> String {
    let direction = subject.direction
    var text = "申报\(subject.program.year)年度“\(subject.program.plan.title)”方向\(direction.id) \(direction.title)的项目，填写本表。"
    if let window = direction.window {
      if window.opens != nil { text += "受理开始：\(window.opensText)。" }
      if window.closes != nil { text += "受理截止：\(window.closesText)。" }
    }
    return text
  }

  private static func notes(_ subjects: [Template.Subject]) -> [String] {
    let sheets = subjects.count == 1 ? "“申报表”" : "所申报方向的工作表"
    // Programs of one workbook hardly ever have different words for the same field; the first one's are understood.
    func label(_ path: String) -> String { (subjects.first?.program.schema ?? .host).label(of: path) }
    let lists = ["partners", "applicant.platforms", "members"].map(label).joined(separator: "、")
    return [
      "在\(sheets)中填写，每行一个项目，从第\(TemplateSheet.prefilledRows.lowerBound)行起。"
        + "第2行是示例，申报编号为“\(TemplateMark.exampleID)”，内容是虚构的，可以保留，也可以删除。",
      "申报编号按受理部门编的填写，没有编号的自己编，一个项目一个，不能重复。指南年度和申报方向已经填好，不用改；不用的行留着不管，"
        + "不够时把这两格向下复制。",
      "列名带*的必填。其余各列，没有把握的留空，留空表示“未提供”，可能要求补正；没有的数量填0，没有的事项填“否”或“无”。",
      "数字按列名所注的单位填写，例如“（万元）”，格子里只填数字，可以带千分位逗号。",
      "\(lists)等各有一张工作表，每行一个，第1列填项目的申报编号；没有的不填。",
      "联系人、负责人的电话、项目总经费和申请的经费要填写完整，受理部门以此联系申报单位、核对和安排经费。"
        + "电话、邮箱和证件号码不会出现在评审结果里。",
      "\(label("submittedAt"))写到几时几分，例如2024-03-01 09:00。",
      "电话、证件号码、信用代码的格子已设为文本，直接键入即可；从别处粘贴时选“数值”，否则末几位可能变成0。",
      "鼠标停在列名上，可以看到怎样填、指南的哪一条要用到；“条款”工作表有指南的全部条款。",
      "可以增加“备注”一类的列，列的次序可以调整；请不要改列名和工作表的名称。",
    ]
  }
}

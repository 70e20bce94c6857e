import KepingCore
import KepingFiles
import KepingSelection
import Workbooks

extension Template {
  /// Writes an empty sheet of rulings.
  ///
  /// - Throws: ``Diagnostic`` with code `unwritable-output`.
  public static func rulings(to output: StagedFile) throws(Diagnostic) {
    let notes = [
      "每行裁定一份申报书的一个条款。要裁定的条款和校验，keping evaluate 写出的结果工作簿里有“\(RulingColumn.sheetName)”一表，已经填好，直接在那里填更方便。",
      "条款照评审结果里的写，如4.1/condition/1；材料问题写它的代码，如similar-id；限项写限项的条款；同分待定的写“\(Ruling.tieTitle)”。",
      "裁定结论选\(Ruling.outcomes.map(\.title).joined(separator: "、"))；同分的写名次1、2、3，排在前面的是1。没有裁定结论的行不起作用。",
      "理由、裁定人和裁定日期都要填。复核人不能就是裁定人。",
      "校验可以留空；从结果里复制来的请不要改，所裁定的内容后来变了，裁定就会失效。",
    ]
    try write(
      title: "裁定表", sheet: RulingColumn.sheetName, scope: "由人决定机器定不下来的条款，写明谁、为什么、依据什么。", notes: notes,
      closing: "（受理部门：填好后用 keping evaluate 或 keping rank 加上 --rulings 和本文件的名称。）", rulingColumns, to: output)
  }

  /// Writes an empty sheet of projects in progress.
  ///
  /// - Throws: ``Diagnostic`` with code `unwritable-output`.
  public static func ongoing(to output: StagedFile) throws(Diagnostic) {
    let notes = [
      "每行一个项目。项目编号不能重复；承担单位和状态都要填。",
      "统一社会信用代码和负责人的证件号码填了，才能和申报书对得准；没有的，按单位名称、负责人姓名和单位核对。",
      "状态从列表里选：在研和到期未验收的参与限项，其余不算。", "证件号码只用来核对，不会出现在结果里。",
    ]
    try write(
      title: "在研项目表", sheet: "在研项目", scope: "本单位管理的在研和已结题项目，用来核对限项。", notes: notes,
      closing: "（受理部门：填好后用 keping rank 加上 --ongoing 和本文件的名称。）", ongoingColumns, to: output)
  }

  /// Writes a sheet of amounts granted with a row for each application.
  ///
  /// - Throws: ``Diagnostic`` with code `unwritable-output`.
  public static func grants(_ candidates: [Candidate], to output: StagedFile) throws(Diagnostic) {
    let columns = SideLayout.grants.columns
    let notes = ["每行一个项目，填拟支持的经费，单位是万元。留空的，按申请的财政经费算。", "请不要改申报编号和列名。"]
    let form = [
      FormColumn(heading: columns[0].label, width: 20, isRequired: true), FormColumn(heading: "项目名称", width: 40),
      FormColumn(heading: "申报单位", width: 34), FormColumn(heading: "申请财政经费（万元）", width: 18, type: .money),
      FormColumn(
        heading: "\(columns[1].label)（万元）", width: 18, type: .money, rule: .number(atLeast: 0), hint: "以万元为单位，不小于0；留空的按申请的经费算"),
    ]
    let rows = candidates.map {
      [FormValue.text($0.id), .text($0.title), .text($0.applicant), $0.requested.map { .number($0 / 10_000) } ?? .none]
    }
    try write(
      title: "拟支持经费表", sheet: "拟支持经费", scope: "各项目拟支持的财政经费。", notes: notes,
      closing: "（受理部门：填好后用 keping rank 加上 --grants 和本文件的名称。）", form, rows, to: output)
  }

  /// Writes a workbook with one sheet to fill in.
  private static func write(
    title: String, sheet: String, scope: String, notes: [String], closing: String, _ columns: [FormColumn],
    _ rows: [[FormValue]] = [], to output: StagedFile
  ) throws(Diagnostic) {
    let writer = try WorkbookWriter(output, streams: false)
    writer.setProperties(title: title, author: "科评 keping")
    TemplateNotes.write(scopes: [scope], notes: notes, closing: closing, writer.addSheet(TemplateNotes.name))
    var names = SheetNames()
    for start in stride(from: 0, to: max(1, rows.count), by: FormSheet.maximumRows) {
      let part = Array(rows[start..<min(rows.count, start + FormSheet.maximumRows)])
      FormSheet(columns: columns, rows: part).write(writer.addSheet(names.take(sheet)))
    }
    try writer.finish()
  }

  /// The columns of rulings.
  private static var rulingColumns: [FormColumn] {
    RulingColumn.allCases.map { column in
      switch column {
      case .application: FormColumn(heading: column.title, width: 20, isRequired: true)
      case .clause:
        FormColumn(
          heading: column.title, width: 22, isRequired: true, comment: "如4.1/condition/1；同分待定的写“\(Ruling.tieTitle)”。已设为文本，以免变成日期")
      case .outcome:
        FormColumn(
          heading: column.title, width: 12, isRequired: true, rule: .oneOf(Ruling.outcomes.map(\.title)), isAdvisory: true,
          hint: "请从列表中选择；同分的写名次1、2、3；定不下来的留空")
      case .reason: FormColumn(heading: column.title, width: 40, isRequired: true)
      case .by: FormColumn(heading: column.title, width: 12, isRequired: true)
      case .on:
        FormColumn(heading: column.title, width: 14, type: .date, isRequired: true, rule: .any, hint: "写到日，如2024-05-01")
      case .confirmedBy: FormColumn(heading: column.title, width: 12, comment: "另一人的姓名，不能就是裁定人")
      case .basis: FormColumn(heading: column.title, width: 30)
      case .check: FormColumn(heading: column.title, width: 22, comment: "从评审结果复制，不要改；没有的留空")
      }
    }
  }

  /// The columns of projects in progress.
  private static var ongoingColumns: [FormColumn] {
    let widths: [String: Double] = ["id": 20, "title": 36, "unit": 34, "creditCode": 22, "leaderIdNumber": 22]
    return SideLayout.ongoing.columns.map { column in
      var form = FormColumn(heading: column.label, width: widths[column.field] ?? 12, isRequired: column.isRequired)
      switch column.field {
      case "creditCode": (form.rule, form.hint) = (.textLength(18), "请填18位统一社会信用代码，没有的留空")
      case "status": (form.rule, form.hint) = (.oneOf(OngoingProject.Status.allCases.map(\.title)), "请从列表中选择")
      case "leaderIdNumber": form.comment = "负责人的证件号码，按文本填写；不会出现在结果里"
      default: break
      }
      return form
    }
  }
}

import KepingCore
import Workbooks

/// Recognises rows below a heading that say how to fill in the columns, and hold no application.
///
/// A row counts only if each cell with content is such an instruction, so that no application is passed over.
enum InstructionRow {
  /// Returns why a row is passed over, or nil if it may hold an application.
  ///
  /// - Parameter headings: the columns with headings.
  static func reason(_ row: Row, below headings: SheetHeadings) -> Wording? {
    if isNumbering(row, of: headings) { return Wording("各列的编号，没有读取", "row that numbers the columns, not read") }
    // Nearly all rows have an id, which decides alone.
    let idCell = headings.idColumn.flatMap(row.cell).flatMap { SheetHeadings.isBlank($0, of: row) ? nil : $0 }
    var idKey: String?
    if let idCell {
      guard idCell.kind == .text, idCell.range.count <= 1000 else { return nil }
      guard row.textBytes[idCell.range].contains(where: { $0 >= 0x80 }) || idCell.range.count <= 8 else { return nil }
      let key = withoutMarks(Heading.key(row.text(idCell)))
      guard isInstruction(key) || isUnit(key) || isExplanation(Heading.key(row.text(idCell))) else { return nil }
      idKey = Heading.key(row.text(idCell))
    }
    let cells = row.cells.filter { !SheetHeadings.isBlank($0, of: row) }
    guard !cells.isEmpty, cells.allSatisfy({ $0.kind == .text && $0.range.count <= 1000 }) else { return nil }
    let keys = cells.map { withoutMarks(Heading.key(row.text($0))) }
    if keys.allSatisfy(isUnit) {
      return Wording("各列的单位，没有读取；金额的单位请写在列名里", "row of units, not read; put units of money into the headings")
    }
    if keys.allSatisfy({ isInstruction($0) || isUnit($0) }) { return Wording("填写要求，没有读取", "row of instructions, not read") }
    // For example 填写说明 in the column of the ids, and an explanation of each other column.
    guard let idKey, isExplanation(idKey), !keys.contains(where: isNumber) else { return nil }
    return Wording("填写说明，没有读取", "row of explanations, not read")
  }

  // MARK: Instructions

  /// Returns a normalised text without the brackets around it, a colon or full stop at its end, and marks before it.
  private static func withoutMarks(_ key: String) -> String {
    key.filter { !"()（）:。.;；!！-—<>《》".contains($0) }
  }

  private static func isInstruction(_ key: String) -> Bool {
    if words.contains(key) { return true }
    // For example 请填写6位代码, and 如2024.
    guard !isNumber(key) else { return false }
    return beginnings.contains(where: key.hasPrefix) || endings.contains(where: key.hasSuffix)
  }

  private static let words: Set<String> = [
    "必填", "选填", "可选", "必填项", "选填项", "可选项", "非必填", "非必填项", "不必填", "可不填", "可空", "可为空", "不可为空", "不能为空", "条件必填", "无需填写", "不用填", "不填",
    "自动生成", "自动计算", "系统生成", "文本", "文字", "数字", "数值", "整数", "小数", "金额", "日期", "字符", "下拉", "下拉选择", "下拉选项", "单选", "多选", "可多选", "选择",
    "填写",
    "填写说明", "填报说明", "填表说明", "填写要求", "填报要求", "说明", "备注", "格式", "示例", "样例", "例", "是/否", "有/无", "是否必填", "required", "optional",
    "text", "number",
    "date",
  ]
  private static let beginnings = [
    "必填", "选填", "填写", "填报", "请填", "请选择", "请从", "请按", "须填", "应填", "填“", "从下拉", "下拉选择", "格式", "不超过", "限填",
  ]
  private static let endings = ["字以内", "个字以内", "必填", "选填"]

  /// Returns whether a normalised text says that explanations follow, after a colon or in the cells beside it.
  private static func isExplanation(_ key: String) -> Bool {
    let label = key.prefix { $0 != ":" }
    return ["填写说明", "填报说明", "填表说明", "填写要求", "填报要求", "说明", "注", "备注", "注意事项"].contains(String(label))
  }

  /// Returns whether a text is a number, a year or a date, one of which every application has.
  private static func isNumber(_ key: String) -> Bool {
    let digits = key.filter { !"年度月日/".contains($0) }
    return !digits.isEmpty && digits.allSatisfy { $0.isNumber }
  }

  /// Returns whether a text is a unit, or a dash in place of one.
  private static func isUnit(_ key: String) -> Bool { key.isEmpty || unitNames.contains(key) }

  private static let unitNames = Set(Unit.all.map(\.name)).union(["年", "月", "日", "%", "千元", "平方米", "公顷", "年度", "位"])

  // MARK: Numbers of columns

  /// Returns whether a row numbers the columns: its cells are exactly 1, 2, 3 … in every column with a heading, after a label
  /// such as 栏次 and the letters 甲, 乙, 丙 … of statistical tables, if there are any.
  private static func isNumbering(_ row: Row, of headings: SheetHeadings) -> Bool {
    var cells = row.cells[...]
    guard cells.count >= 3, cells.count <= 1000 else { return false }
    guard cells.allSatisfy({ ($0.kind == .text || $0.kind == .number) && $0.range.count <= 12 }) else { return false }
    var columns = headings.columns.map(\.column)[...]
    if let first = cells.first, columns.count == cells.count || columns.first == first.column,
      ["栏次", "列次", "列号", "栏号", "序号", "编号", "行次"].contains(text(first, row))
    {
      cells = cells.dropFirst()
      columns = columns.dropFirst()
    }
    // A column of serial numbers may have no number itself.
    if let first = cells.first, let serial = columns.first, first.column != serial, headings.serials.contains(serial) {
      columns = columns.dropFirst()
    }
    guard cells.map(\.column) == Array(columns) else { return false }
    let letters = zip(cells, letters).prefix { text($0, row) == $1 }.count
    let numbers = cells.dropFirst(letters)
    guard numbers.count >= 2 else { return false }
    return zip(numbers, 1...).allSatisfy { cell, number in
      let text = text(cell, row)
      return text == String(number) || text == "\(number).0" || number <= 20 && text == circled(number)
    }
  }

  private static let letters = ["甲", "乙", "丙", "丁", "戊", "己", "庚", "辛", "壬", "癸"]

  /// Returns a circled number such as ①.
  private static func circled(_ number: Int) -> String { Unicode.Scalar(UInt32(0x245F + number)).map { String($0) } ?? "" }

  /// Returns the text of a cell without brackets and white space.
  private static func text(_ cell: Cell, _ row: Row) -> String {
    CellReader.halfWidth(row.text(cell)).filter { !$0.isWhitespace && !"()[]".contains($0) }
  }
}

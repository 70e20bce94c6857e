/// An integer from 0 to 2^53 that is not a count, such as a year.
struct YearField: FieldKind {
  static let name = FieldType.Name.year
  static let title = "整数字段"
  static let className = "Whole"
  static let use = FieldUse.quantity(.plain)
  static let filter: FieldFilter? = .number

  var valueDescription: String { "整数" }

  var form: CellForm {
    CellForm(rule: .wholeNumber(1900...2199), hint: { "请填4位年份，如\($0.year)" }, example: .number(unit: 1))
  }

  func appendSchema(to json: inout Bytes, members: (inout Bytes) -> Void) {
    json.append("\"type\":\"integer\",\"minimum\":0,\"maximum\":9007199254740992")
  }
}

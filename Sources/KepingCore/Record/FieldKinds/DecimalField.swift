/// A finite number, which may be negative.
struct DecimalField: FieldKind {
  static let name = FieldType.Name.decimal
  static let title = "小数字段"
  static let className = "Decimal"
  static let use = FieldUse.quantity(.plain)
  static let isSigned = true

  var valueDescription: String { "数，可以有小数，可以为负" }

  var form: CellForm {
    CellForm(rule: .anyNumber, hint: { _ in "请填数字，可以有小数；不清楚的留空" }, example: .number(unit: 1))
  }

  func appendSchema(to json: inout Bytes, members: (inout Bytes) -> Void) { json.append("\"type\":\"number\"") }
}

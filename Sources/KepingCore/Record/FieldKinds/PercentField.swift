/// A finite number of percent: 30 means 30%.
struct PercentField: FieldKind {
  static let name = FieldType.Name.percent
  static let title = "百分数字段"
  static let className = "Percent"
  static let use = FieldUse.quantity(.percent)
  static let isSigned = true

  var valueDescription: String { "百分数，30表示30%" }

  var form: CellForm {
    CellForm(
      numberFormat: "0.00%", rule: .anyNumber, hint: { _ in "请填百分数，如30%；不到1%的也带上%，如0.5%；不清楚的留空" }, example: .number(unit: 100))
  }

  func appendSchema(to json: inout Bytes, members: (inout Bytes) -> Void) {
    json.append("\"type\":\"number\",\"description\":\"单位：%，30表示30%\"")
  }
}

/// An amount in yuan, not below 0.
struct MoneyField: FieldKind {
  static let name = FieldType.Name.money
  static let title = "金额字段"
  static let className = "Money"
  static let use = FieldUse.quantity(.money)
  static let filter: FieldFilter? = .number
  static let isMoney = true

  var valueDescription: String { "金额（元）" }

  var form: CellForm { .money }

  func appendSchema(to json: inout Bytes, members: (inout Bytes) -> Void) {
    json.append("\"type\":\"number\",\"minimum\":0,\"description\":\"单位：元\"")
  }
}

extension CellForm {
  /// The form of an amount, which clerks enter in 万元.
  static let money = CellForm(
    numberFormat: CellForm.moneyFormat, rule: .number(atLeast: 0),
    hint: { "请填不小于0的金额，单位：\($0.unit ?? "元")" }, example: .number(unit: 10_000))
}

/// An integer from 0 to 2^53.
struct CountField: FieldKind {
  static let name = FieldType.Name.count
  static let title = "个数字段"
  static let className = "Count"
  static let use = FieldUse.quantity(.count)
  static let filter: FieldFilter? = .number

  var valueDescription: String { "不小于0的整数" }

  var form: CellForm {
    CellForm(
      rule: .wholeNumber(0...9_007_199_254_740_992), hint: { _ in "请填不小于0的整数；没有的填0" }, example: .number(unit: 1))
  }

  func appendSchema(to json: inout Bytes, members: (inout Bytes) -> Void) {
    json.append("\"type\":\"integer\",\"minimum\":0,\"maximum\":9007199254740992")
  }
}

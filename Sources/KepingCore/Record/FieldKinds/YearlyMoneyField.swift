/// Amounts in yuan by four-digit year.
struct YearlyMoneyField: FieldKind {
  static let name = FieldType.Name.yearlyMoney
  static let title = "分年度金额字段"
  static let className = "YearlyMoney"
  static let use = FieldUse.none
  static let isMoney = true

  var valueDescription: String { "金额（元）" }

  var form: CellForm { .money }

  func appendSchema(to json: inout Bytes, members: (inout Bytes) -> Void) {
    json.append("\"type\":\"object\",\"description\":\"单位：元，按四位年度填写\",")
    json.append(
      "\"patternProperties\":{\"^[0-9]{4}$\":{\"anyOf\":[{\"enum\":[null,\"\"]},{\"type\":\"number\",\"minimum\":0}]}},")
    json.append("\"additionalProperties\":{\"enum\":[null,\"\"]}")
  }
}

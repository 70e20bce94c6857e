/// 行政区划代码: six digits.
struct DivisionField: FieldKind {
  static let name = FieldType.Name.division
  static let title = "区划字段"
  static let className = "Division"
  static let use = FieldUse.text
  static let filter: FieldFilter? = .area

  var valueDescription: String { "6位行政区划代码" }

  var form: CellForm {
    CellForm(
      numberFormat: CellForm.textFormat, remarks: ["6位行政区划代码，如451002（百色市右江区）"], rule: .textLength(6),
      hint: { _ in "请填6位行政区划代码，如451002" })
  }

  func appendSchema(to json: inout Bytes, members: (inout Bytes) -> Void) {
    json.append("\"type\":\"string\",\"pattern\":\"^[0-9]{6}$\"")
  }
}

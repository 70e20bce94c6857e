/// 统一社会信用代码, 18 characters.
///
/// Any text is well-formed; an invalid code is a problem of the result.
struct CreditCodeField: FieldKind {
  static let name = FieldType.Name.creditCode
  static let title = "信用代码字段"
  static let className = "CreditCode"
  static let use = FieldUse.text

  var valueDescription: String { "18位统一社会信用代码" }

  var form: CellForm {
    CellForm(
      width: 22, numberFormat: CellForm.textFormat, remarks: [valueDescription], rule: .textLength(18),
      hint: { _ in "请填18位统一社会信用代码" })
  }

  func appendSchema(to json: inout Bytes, members: (inout Bytes) -> Void) {
    json.append("\"type\":\"string\",\"minLength\":1")
  }
}

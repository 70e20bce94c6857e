/// Any text.
struct TextField: FieldKind {
  static let name = FieldType.Name.text
  static let title = "文本字段"
  static let className = "Text"
  static let use = FieldUse.text
  static let filter: FieldFilter? = .text

  var valueDescription: String { "文本" }

  var form: CellForm { CellForm(width: 22, numberFormat: CellForm.textFormat) }

  func appendSchema(to json: inout Bytes, members: (inout Bytes) -> Void) {
    json.append("\"type\":\"string\",\"minLength\":1")
  }
}

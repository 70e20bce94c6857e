/// A list of texts; clauses can refer to those that are among the choices.
struct TextsField: FieldKind {
  let choices: [Choice]

  static let name = FieldType.Name.texts
  static let title = "多个文本的字段"
  static let className = "Texts"
  static let use = FieldUse.none

  var valueDescription: String {
    choices.isEmpty ? "文本的列表" : "列表，可选：" + choices.inWrittenOrder.map { "\($0.label)（\($0.value)）" }.joined(separator: "、")
  }

  var form: CellForm {
    var form = CellForm(width: 18, numberFormat: CellForm.textFormat, example: .choice)
    guard !choices.isEmpty else { return form }
    let labels = choices.inWrittenOrder.map(\.label)
    form.remarks = ["可填：\(labels.joined(separator: "；"))"]
    form.rule = .oneOf(labels, isOpen: true)
    form.hint = { _ in "请从列表中选择，每格一项，没有合适的可另填" }
    return form
  }

  func appendSchema(to json: inout Bytes, members: (inout Bytes) -> Void) {
    json.append("\"type\":\"array\",\"items\":{")
    choices.appendSchema(isOpen: true, to: &json)
    json.append("}")
  }
}

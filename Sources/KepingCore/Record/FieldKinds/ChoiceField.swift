/// One of the choices; if the field is open, any other text is also well-formed.
struct ChoiceField: FieldKind {
  let choices: [Choice]
  let isOpen: Bool

  static let name = FieldType.Name.choice
  static let title = "选项字段"
  static let className = "Choice"
  static let use = FieldUse.text
  static let filter: FieldFilter? = .choices

  var valueDescription: String {
    "可选：" + choices.inWrittenOrder.map { "\($0.label)（\($0.value)）" }.joined(separator: "、") + (isOpen ? "，或其他" : "")
  }

  var form: CellForm {
    let labels = choices.inWrittenOrder.map(\.label)
    return CellForm(
      width: 18, numberFormat: CellForm.textFormat, remarks: ["可填：\(labels.joined(separator: "、"))" + (isOpen ? "，或其他" : "")],
      rule: .oneOf(labels, isOpen: isOpen), hint: { [isOpen] _ in isOpen ? "请从列表中选择，没有合适的可另填" : "请从列表中选择" },
      example: .choice)
  }

  func appendSchema(to json: inout Bytes, members: (inout Bytes) -> Void) {
    choices.appendSchema(isOpen: isOpen, to: &json)
  }
}

extension [Choice] {
  /// Appends the JSON Schema of one of the choices, or of any text if they are open.
  func appendSchema(isOpen: Bool, to json: inout Bytes) {
    json.append("\"anyOf\":[")
    for choice in inWrittenOrder {
      json.append("{\"const\":")
      json.append(json: choice.value)
      json.append(",\"title\":")
      json.append(json: choice.label)
      json.append("},")
    }
    if isOpen { json.append("{\"type\":\"string\",\"minLength\":1}") } else { json.removeLast() }
    json.append("]")
  }
}

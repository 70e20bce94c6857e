/// A value that is yes or no.
struct FlagField: FieldKind {
  static let name = FieldType.Name.flag
  static let title = "是否字段"
  static let className = "Flag"
  static let use = FieldUse.check
  static let filter: FieldFilter? = .flag

  var valueDescription: String { "是或否" }

  var form: CellForm {
    CellForm(rule: .oneOf(["是", "否"], isOpen: false), hint: { _ in "请填“是”或“否”；不清楚的留空" }, example: .flag)
  }

  func appendSchema(to json: inout Bytes, members: (inout Bytes) -> Void) { json.append("\"type\":\"boolean\"") }
}

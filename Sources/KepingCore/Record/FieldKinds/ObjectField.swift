/// A group of fields that belong together.
struct ObjectField: FieldKind {
  static let name = FieldType.Name.object
  static let title = "一组字段"
  static let className = "Object"
  static let use = FieldUse.none

  var valueDescription: String { "—" }

  var form: CellForm { CellForm() }

  func appendSchema(to json: inout Bytes, members: (inout Bytes) -> Void) { members(&json) }
}

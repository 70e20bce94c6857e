/// A list of objects.
struct ObjectsField: FieldKind {
  static let name = FieldType.Name.objects
  static let title = "清单字段"
  static let className = "List"
  static let use = FieldUse.none

  var valueDescription: String { "—" }

  var form: CellForm { CellForm() }

  func appendSchema(to json: inout Bytes, members: (inout Bytes) -> Void) {
    json.append("\"type\":\"array\",\"items\":{")
    members(&json)
    json.append("}")
  }
}

/// Counts by kind; if the tally is present, absent counts are 0.
struct TallyField: FieldKind {
  static let name = FieldType.Name.tally
  static let title = "分类计数字段"
  static let className = "Tally"
  static let use = FieldUse.none

  var valueDescription: String { "—" }

  var form: CellForm { CellForm() }

  func appendSchema(to json: inout Bytes, members: (inout Bytes) -> Void) { members(&json) }
}

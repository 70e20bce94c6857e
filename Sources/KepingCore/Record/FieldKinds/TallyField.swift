/// Counts by kind; absent ones are 0 once the tally is there.
struct TallyField: FieldKind {
  static let name = FieldType.Name.tally
  static let title = "分类计数字段"
  static let className = "Tally"
  static let use = FieldUse.none

  var words: String { "—" }

  var form: CellForm { CellForm() }

  func appendSchema(to json: inout Bytes, members: (inout Bytes) -> Void) { members(&json) }
}

/// A date and time of RFC 3339.
struct TimeField: FieldKind {
  static let name = FieldType.Name.time
  static let title = "时间字段"
  static let className = "Time"
  static let use = FieldUse.text

  var valueDescription: String { "时间（RFC 3339）" }

  var form: CellForm {
    CellForm(width: 22, numberFormat: "yyyy-mm-dd hh:mm", remarks: ["如2024-03-01 09:00（北京时间）"], example: .time)
  }

  func appendSchema(to json: inout Bytes, members: (inout Bytes) -> Void) {
    json.append("\"type\":\"string\",\"format\":\"date-time\"")
  }
}

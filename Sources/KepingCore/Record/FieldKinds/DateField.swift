/// A day of the calendar, as RFC 3339 writes it.
struct DateField: FieldKind {
  static let name = FieldType.Name.date
  static let title = "日期字段"
  static let className = "Date"
  static let use = FieldUse.text
  static let filter: FieldFilter? = .date

  var valueDescription: String { "日期（YYYY-MM-DD）" }

  var form: CellForm {
    CellForm(
      width: 14, numberFormat: "yyyy-mm-dd", remarks: ["写到日，如2024-03-01或2024年3月1日"], rule: .any,
      hint: { "请填写到年月日，如\($0.year)-03-01" }, example: .date)
  }

  func appendSchema(to json: inout Bytes, members: (inout Bytes) -> Void) {
    json.append("\"type\":\"string\",\"format\":\"date\"")
  }
}

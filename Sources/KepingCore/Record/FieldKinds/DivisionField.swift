/// 行政区划代码: six digits.
struct DivisionField: FieldKind {
  /// A code with the name of its division, in place of the usual example.
  var example: String?

  /// The example of a program that gives none.
  static let usualExample = "451002（百色市右江区）"

  static let name = FieldType.Name.division
  static let title = "区划字段"
  static let className = "Division"
  static let use = FieldUse.text
  static let filter: FieldFilter? = .area

  var valueDescription: String { "6位行政区划代码" + (example.map { "，如\($0)" } ?? "") }

  var form: CellForm {
    let shown = example ?? Self.usualExample
    return CellForm(
      numberFormat: CellForm.textFormat, remarks: ["6位行政区划代码，如\(shown)"], rule: .textLength(6),
      hint: { _ in "请填6位行政区划代码，如\(shown.prefix(6))" })
  }

  func appendSchema(to json: inout Bytes, members: (inout Bytes) -> Void) {
    json.append("\"type\":\"string\",\"pattern\":\"^[0-9]{6}$\"")
  }
}

/// A day that a check or a quantity reads: that of a field, or a fixed one.
public enum DateReference: Sendable {
  /// The day of a date, or the day in Beijing (UTC+8) of a time.
  case field(FieldReference)
  /// A fixed day, which is a bound of a clause.
  case day(Bound)

  /// The field, or nil for a fixed day.
  public var field: FieldReference? { if case .field(let field) = self { field } else { nil } }

  /// The fixed day, or nil for a field.
  public var day: Bound? { if case .day(let bound) = self { bound } else { nil } }

  /// The label of the field, or the fixed day as text.
  var label: String {
    switch self {
    case .field(let field): field.label
    case .day(let bound): bound.text
    }
  }

  /// The label without 日期 or 时间 at its end: 注册 for 注册日期; the same as ``label`` if nothing would remain.
  var shortLabel: String {
    guard let ending = ["日期", "时间"].first(where: label.hasSuffix), label.count > ending.count, field != nil else { return label }
    return String(label.dropLast(ending.count))
  }

  /// The path of the field, or the fixed day in the notation of records.
  var path: String {
    switch self {
    case .field(let field): field.path
    case .day(let bound): bound.date?.iso ?? bound.text
    }
  }

  /// Passes the field to a visitor.
  func visitField(_ visitor: inout some PartVisitor) { if let field { visitor.visit(.slot(field.slot)) } }

  /// Returns whether the day is unknown for some records.
  func canBeUnknown(_ possible: PossibleAnswers) -> Bool { field.map { !possible.given.contains($0.slot) } ?? false }

  /// The fixed days one day before and after; empty for a field.
  var neighbours: [DateReference] { day?.neighbours().map(DateReference.day) ?? [] }
}

/// The span of time between two days.
public struct DateSpan: Sendable {
  /// The first day.
  public let start: DateReference
  /// The last day.
  public let end: DateReference
  /// The unit whose whole number is the value of the span.
  public let unit: SpanUnit
  /// Whether the span is the age of a person who was born on the first day.
  public let isAge: Bool

  /// Creates a span.
  public init(from start: DateReference, to end: DateReference, in unit: SpanUnit, isAge: Bool = false) {
    self.start = start
    self.end = end
    self.unit = unit
    self.isAge = isAge
  }

  /// The span as a quantity: 注册年限.
  public var quantity: Quantity {
    let word = isAge ? "age_at" : unit == .years ? "years_between" : "months_between"
    return Quantity(
      source: .span(self), label: label, path: "\(word)(\(start.path), \(end.path))", measure: .plain)
  }

  /// The fixed days of the span.
  public var fixedDays: [Bound] { [start, end].compactMap(\.day) }

  /// The name of the span as a quantity: 项目负责人年龄（截至2024年1月1日）.
  private var label: String {
    let name = isAge ? "年龄" : unit == .years ? "年限" : "月数"
    let ends = end.day.map { "（截至\($0.text)）" } ?? ""
    return (ends.isEmpty ? subject : subjectWithoutEnd) + name + ends
  }

  /// The words before 满 in a finding: 注册, 项目负责人截至2024年1月1日.
  var subject: String {
    if let day = end.day { return "\(subjectWithoutEnd)截至\(day.text)" }
    // A span up to the time of submission needs no mention of it.
    if case .field(let field) = end, case .time = field.field.type, start.field != nil { return subjectWithoutEnd }
    return isAge ? "\(subjectWithoutEnd)至\(end.label)" : "\(subjectWithoutEnd)至\(end.shortLabel)"
  }

  private var subjectWithoutEnd: String {
    let label = start.shortLabel
    return isAge && label.hasSuffix("出生") && label.count > 2 ? String(label.dropLast(2)) : label
  }
}

import KepingCore
import LuaRuntime

/// A fault in a plugin's use of dates and spans of time.
enum DateFault: UsageFault {
  /// A value is neither a date nor a field with one.
  case notDate(LuaValue?)
  /// A field has no date.
  case notDateField(path: String)
  /// Both ends of a span are fixed days.
  case fixedSpan
  /// The bound of a span is not a number of whole years or months.
  case wrongSpan(bound: String)
  /// A span is compared with another quantity, or added to one.
  case combinedSpan
  /// The bound of points for a span is in another unit than the span.
  case wrongGradeUnit(bound: String, SpanUnit)

  var code: String {
    switch self {
    case .notDate, .notDateField, .fixedSpan, .combinedSpan: "wrong-argument"
    case .wrongSpan: "invalid-bound"
    case .wrongGradeUnit: "wrong-unit"
    }
  }

  var subject: FaultSubject? {
    switch self {
    case .wrongSpan(let bound), .wrongGradeUnit(let bound, _): .written(bound)
    case .notDateField(let path): .written(path.split(separator: ".").last.map(String.init) ?? path)
    case .notDate(let value): value?.subject
    case .fixedSpan, .combinedSpan: nil
    }
  }

  var wording: Wording {
    switch self {
    case .notDate(let value):
      Wording(
        "应为日期，如 \"2020年1月1日\"，或日期字段，而不是\(value.shown.chinese)",
        "a date such as \"2020年1月1日\" or a field with a date is expected, not \(value.shown.english)")
    case .notDateField(let path): Wording("字段 \(path) 不是日期或时间", "the field \(path) is neither a date nor a time")
    case .fixedSpan: Wording("起止日期不能都写定，至少有一个是字段", "at least one end of a span must be a field")
    case .wrongSpan(let bound):
      Wording(
        "界限“\(bound)”应为整年或整月，如“1年”“40周岁”“18个月”",
        "the bound '\(bound)' must be a number of whole years or months, such as '1年', '40周岁' or '18个月'")
    case .combinedSpan:
      Wording("满几年、满几个月只能与界限比较，不能相加或互相比较", "a span can only be compared with a bound, not added or compared with a quantity")
    case .wrongGradeUnit(let bound, let unit):
      Wording(
        "这里按整\(unit == .years ? "年" : "月")计分，界限“\(bound)”的单位应为\(unit == .years ? "年" : "个月")",
        "points are given for whole \(unit == .years ? "years" : "months"); the unit of '\(bound)' does not match")
    }
  }
}

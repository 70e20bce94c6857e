import KepingCore
import LuaRuntime

extension Vocabulary {
  /// Makes the quantity of `years_between(from, to)`, `months_between(from, to)` or `age_at(birth, on)`.
  func span(_ word: Word, _ arguments: [LuaValue], _ location: LuaLocation) throws -> LuaValue {
    guard arguments.count == 2 else { throw misuse(word, location) }
    let (start, end) = (try dateReference(arguments[0], location), try dateReference(arguments[1], location))
    guard start.field != nil || end.field != nil else { throw fault(DateFault.fixedSpan, at: location) }
    let span = DateSpan(from: start, to: end, in: word == .monthsBetween ? .months : .years, isAge: word == .ageAt)
    return try make(.quantity(add(span.quantity, location)), location)
  }

  /// Makes the node of `after "2020年1月1日"`, which filters a list by a date of its elements.
  func dateFilter(_ comparison: Comparison, _ arguments: [LuaValue], _ location: LuaLocation) throws -> LuaValue {
    let bound = Bound(try fixedDay(arguments.first, location))
    return try make(.dateFilter(BoundComparison(comparison, bound, reason: try dateReason(arguments, location))), location)
  }

  /// Makes the check of `field:on_or_after "1973年1月1日"`.
  func compareDates(
    _ field: FieldReference, _ comparison: Comparison, with arguments: [LuaValue], at location: LuaLocation
  ) throws -> LuaValue {
    let other = try dateReference(arguments.first, location)
    let check = CompareDatesCheck(field, comparison, other, reason: try dateReason(arguments, location))
    return try make(.check(add(.compareDates(check), location)), location)
  }

  /// Makes the check that compares a span with its bound.
  func compareSpan(
    _ quantity: QuantityID, _ comparison: Comparison, with arguments: [LuaValue], at location: LuaLocation
  ) throws -> LuaValue {
    if case .handle? = arguments.first { throw fault(DateFault.combinedSpan, at: location) }
    guard case .text(let text)? = arguments.first else {
      throw fault(BoundFault.notText(arguments.first, example: "1年"), at: location)
    }
    guard let bound = try? Bound(text), bound.months != nil else { throw fault(DateFault.wrongSpan(bound: text), at: location) }
    let check = CompareSpanCheck(quantity, comparison, bound, reason: try boundReason(arguments, location))
    return try make(.check(add(.compareSpan(check), location)), location)
  }

  /// Returns the span that a quantity is, or nil if it is none.
  func span(_ quantity: QuantityID) -> DateSpan? { if case .span(let span) = checks[quantity].source { span } else { nil } }

  /// Rejects spans among quantities that are added or compared with each other.
  func requireNoSpans(_ quantities: [QuantityID], _ location: LuaLocation) throws {
    if quantities.contains(where: { span($0) != nil }) { throw fault(DateFault.combinedSpan, at: location) }
  }

  /// Requires that a bound of points for a quantity is in the unit of the quantity, if that is a span.
  func requireUnit(of quantity: QuantityID, in bound: Bound, _ location: LuaLocation) throws {
    guard let span = span(quantity) else { return }
    guard bound.months != nil, bound.spanUnit == span.unit else {
      throw fault(DateFault.wrongGradeUnit(bound: bound.text, span.unit), at: location)
    }
  }

  // MARK: Arguments

  /// Returns the day of a text, or the field of a node.
  private func dateReference(_ value: LuaValue?, _ location: LuaLocation) throws -> DateReference {
    guard case .handle(let handle)? = value else { return .day(Bound(try fixedDay(value, location))) }
    guard case .field(let index) = node(handle) else { throw fault(DateFault.notDate(value), at: location) }
    switch schema.nodes[index].field.type {
    case .date, .time: return .field(reference(index))
    default: throw fault(DateFault.notDateField(path: schema.nodes[index].path), at: location)
    }
  }

  private func fixedDay(_ value: LuaValue?, _ location: LuaLocation) throws -> CalendarDate {
    guard case .text(let text)? = value else { throw fault(DateFault.notDate(value), at: location) }
    do throws(Diagnostic) { return try CalendarDate(written: text) } catch {
      throw fault(error.code, at: location, error.wording.suggestingDate(text), about: .written(text))
    }
  }

  /// Returns the second argument, which says why a day does not appear in the quote; nil if it is absent.
  private func dateReason(_ arguments: [LuaValue], _ location: LuaLocation) throws -> String? {
    guard arguments.count > 1 else { return nil }
    return try reason(arguments[1], Wording("日期的理由", "the date's reason"), location)
  }
}

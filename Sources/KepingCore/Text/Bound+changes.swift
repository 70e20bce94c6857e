/// Other bounds that stand in place of a bound.
extension Bound {
  /// The bound smaller and the bound larger by the smallest sensible step: a day for a date, a hundredth of the last written digit
  /// for a ratio, and otherwise one in the base unit.
  var neighbours: [Bound] {
    if let date { return [-1, 1].map { Bound(CalendarDate(dayNumber: date.dayNumber + $0)) } }
    if let proportion { return proportion.neighbours.map { Bound($0) } }
    return [value - 1, value + 1].filter { $0 >= 0 }.map { Bound(value: $0, unit: unit) }
  }

  /// Returns the remark that the configuration has changed the bound, or an empty text if it is the one that the plugin writes.
  func adjustment(from written: Bound) -> String { self == written ? "" : "（按配置调整，原为\(written.text)）" }
}

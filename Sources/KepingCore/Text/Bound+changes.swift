/// Other bounds that stand in place of a bound.
extension Bound {
  /// The step by which a bound of a number moves to a neighbour.
  package enum Step {
    /// One in the base unit: a yuan, a thing, a year.
    case whole
    /// One in the last written decimal; one in the base unit if no decimals are written.
    case written
    /// A hundredth of the last written digit.
    case fine
  }

  /// Returns the bound smaller and the bound larger by the smallest sensible step: a day for a date, a hundredth of the last
  /// written digit for a ratio, and otherwise the given step.
  package func neighbours(_ step: Step = .whole) -> [Bound] {
    if let date { return [-1, 1].map { Bound(CalendarDate(dayNumber: date.dayNumber + $0)) } }
    if let proportion { return proportion.neighbours.map { Bound($0) } }
    if let written = writtenNeighbours(step) { return written }
    return [value - 1, value + 1].filter { $0 >= 0 }.map { Bound(value: $0, unit: unit) }
  }

  /// Returns the neighbours at a distance that depends on the written digits; nil if the bound moves by one in the base unit.
  private func writtenNeighbours(_ step: Step) -> [Bound]? {
    guard step != .whole, let number = ExactDecimal(text.dropLast(unit.name.count)) else { return nil }
    let decimals = max(0, number.writtenDecimals)
    if step == .written, decimals == 0 { return nil }
    let size = ExactDecimal(1, exponent: -decimals - (step == .fine ? 2 : 0))
    return [number - size, number + size].filter { $0.sign >= 0 }.map { moved in
      Bound(value: moved.shifted(by: unit.exponent).nearest, unit: unit, text: moved.text + unit.name)
    }
  }

  /// Returns the remark that the configuration has changed the bound, or an empty text if it is the one that the plugin writes.
  func adjustment(from written: Bound) -> String { self == written ? "" : "（按配置调整，原为\(written.text)）" }
}

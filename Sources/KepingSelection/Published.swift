import KepingCore

/// How the published figures of one group are calculated: rounded once, half up, from exact fractions.
///
/// Source: the contract of a round, “Score, order, rank”.
struct Published: Sendable {
  /// The decimals of the figures.
  let decimals: Int
  /// Whether the panel weighs anything, so that there is no score without it.
  let needsPanel: Bool
  /// The smallest score that is not below the floor, in units of the last decimal; nil if there is no floor.
  let floor: Int?
  /// The weights as whole numbers of the same power of ten; nil if they have very many digits.
  private let weights: (rules: Int128, panel: Int128, decimals: Int)?
  private let settings: GroupSettings

  /// Prepares the figures of a group.
  init(_ settings: GroupSettings) {
    self.settings = settings
    decimals = settings.panel.decimals
    needsPanel = settings.panelWeight.sign != 0
    floor = settings.floor.map { Self.units(atLeast: $0, decimals: settings.panel.decimals) }
    let places = (0...12).first { places in
      [settings.rulesWeight, settings.panelWeight].allSatisfy { Int($0.shifted(by: places).text) != nil }
    }
    weights = places.map { places in
      func digits(_ weight: ExactDecimal) -> Int128 { Int128(Int(weight.shifted(by: places).text) ?? 0) }
      return (digits(settings.rulesWeight), digits(settings.panelWeight), places)
    }
  }

  /// Returns the panel's score in units of the last decimal; nil if nobody scored.
  func panel(_ tally: PanelTally) -> Int? {
    let counted = tally.counted
    if counted.isEmpty { return nil }
    let sum = Int128(counted.reduce(0, +)) * power(decimals)
    return rounded(sum, over: 100 * Int128(counted.count))
  }

  /// Returns the score in units of the last decimal; nil if the panel weighs anything and nobody scored.
  /// - Parameter points: the program's score in tenths of a point.
  func score(points: Int, _ tally: PanelTally) -> Int? {
    let counted = tally.counted
    if needsPanel && counted.isEmpty { return nil }
    let sum = needsPanel ? counted.reduce(0, +) : 0
    let count = needsPanel ? counted.count : 1
    // rules × points/10 ÷ 100 + panel × sum/(100 × count) ÷ 100, over the common denominator 10,000 × count.
    guard let weights else { return exactScore(points: points, sum: sum, count: count) }
    let numerator = weights.rules * Int128(points * 10 * count) + weights.panel * Int128(sum)
    return rounded(numerator * power(decimals), over: power(weights.decimals + 4) * Int128(count))
  }

  /// Calculates the same with decimals of any length.
  private func exactScore(points: Int, sum: Int, count: Int) -> Int {
    let numerator = settings.rulesWeight * ExactDecimal(points * 10 * count) + settings.panelWeight * ExactDecimal(sum)
    let fraction = ExactFraction(numerator.shifted(by: decimals - 4), over: ExactDecimal(count))
    return Int(fraction.rounded(toDecimals: 0).value.text) ?? 0
  }

  /// Returns a quotient of numbers that are not negative, rounded half up.
  private func rounded(_ numerator: Int128, over denominator: Int128) -> Int {
    Int((numerator * 2 + denominator) / (denominator * 2))
  }

  /// Returns the smallest number of units of the last decimal that is at least a bound.
  private static func units(atLeast bound: ExactDecimal, decimals: Int) -> Int {
    let exact = bound.shifted(by: decimals)
    let nearest = ExactFraction(exact).rounded(toDecimals: 0).value
    return (Int(nearest.text) ?? .max) + (nearest < exact ? 1 : 0)
  }
}

/// Returns a power of ten.
private func power(_ exponent: Int) -> Int128 {
  var power: Int128 = 1
  for _ in 0..<exponent { power *= 10 }
  return power
}

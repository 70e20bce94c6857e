/// The numbers of a program with which quantities are calculated and compared exactly.
///
/// They are kept apart, because few checks need them and the others are copied often.
struct CompiledExact: Sendable {
  /// The factors of products.
  var factors: [ExactFraction] = []
  /// The bounds of checks of the kind ``CompiledCheck/Kind/compareExactly``.
  var bounds: [CompiledBound] = []
  /// The years of growths between two years of a field.
  var years: [CompiledGrowthYears] = []
}

/// A bound with which a quantity is compared exactly.
struct CompiledBound: Sendable {
  /// The value in the base unit.
  let value: ExactFraction
  /// The proportion if the bound is one.
  let proportion: Proportion?
  /// The value as a ratio of whole numbers; nil if these are too large.
  let whole: Evaluator.WholeRatio?

  init(_ bound: Bound) {
    value = bound.exactValue
    proportion = bound.proportion
    whole = value.wholeNumbers.map { Evaluator.WholeRatio(numerator: $0, denominator: $1) }
  }
}

/// Two years of a field, for the message about the growth between them.
struct CompiledGrowthYears: Sendable {
  /// The label of the field.
  let label: Piece
  /// The earlier year, from which the growth is measured.
  let base: Int
  /// The other year.
  let current: Int
}

extension ProgramCompiler {
  /// Adds what a quantity that is worked out exactly has besides other quantities.
  mutating func compileExact(_ quantity: Quantity, into compiled: inout CompiledQuantity) {
    func list(_ kind: CompiledQuantity.Kind, _ parts: [QuantityID]) {
      compiled.kind = kind
      compiled.parts = self.list(parts.map(\.index))
    }
    switch quantity.source {
    case .difference(let first, let second): list(.difference, [first, second])
    case .product(let operand, let factor):
      list(.product, [operand])
      compiled.other = Int32(exact.factors.count)
      exact.factors.append(factor.proportion.value)
    case .mean(let parts): list(.mean, parts)
    case .ratio(let first, let second): list(.ratio, [first, second])
    case .growth(let first, let second):
      list(.growth, [first, second])
      guard case .yearly(let slot, let current) = program.checks[first].source,
        case .yearly(slot, let base) = program.checks[second].source
      else { return }
      compiled.other = Int32(exact.years.count)
      let label = text(program.schema.label(ofSlot: slot))
      exact.years.append(CompiledGrowthYears(label: label, base: base, current: current))
    case .field, .yearly, .length, .tally, .sum, .knownSum, .computed, .elements, .span: return
    }
  }

  /// Stores a bound with which a quantity is compared exactly, and returns its index.
  mutating func exactBound(_ bound: Bound) -> Int32 {
    exact.bounds.append(CompiledBound(bound))
    return Int32(exact.bounds.count - 1)
  }

  /// Stores the JSON of the evidence about a quantity before its value; if the program is compiled for values, the field, which
  /// has the label of the quantity if its path is that of no field.
  mutating func opening(of quantity: Quantity) -> Piece {
    guard form == .values, quantity.source.isExact else { return opening(quantity.path) }
    return values.field(
      CompiledField(path: quantity.path, label: quantity.label, isMoney: quantity.measure == .money))
  }
}

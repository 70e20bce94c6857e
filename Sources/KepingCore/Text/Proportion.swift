/// A number that says how large one quantity is compared with another: `3%`, `5‰`, `0.3`, `2倍` or `2:1`.
public struct Proportion: Sendable, Equatable {
  /// The ways to write a proportion.
  public enum Notation: Sendable, Equatable {
    /// A number without a unit.
    case plain
    /// A number of percent.
    case percent
    /// A number of per mille.
    case permille
    /// A number of times.
    case multiple
    /// Two numbers with a colon between them.
    case pair
  }

  /// The notation.
  public let notation: Notation
  /// The number as written, or the one before the colon.
  public let number: ExactDecimal
  /// The number after the colon; 1 in other notations.
  public let divisor: ExactDecimal

  /// The whole of a quantity.
  static let one = Proportion(.plain, .one, .one)

  /// The most bytes of the text of a proportion.
  private static let maximumLength = 40

  /// Parses a proportion, also with a full-width colon or percent sign; returns nil for any other text, for a pair with 0, and for
  /// a text of more than 40 bytes.
  public init?(_ text: String) {
    guard text.utf8.count <= Self.maximumLength else { return nil }
    let plain = Self.halfWidth(text)
    let parts = plain.split(separator: ":", omittingEmptySubsequences: false)
    if parts.count == 2 {
      guard let number = Self.number(parts[0]), let divisor = Self.number(parts[1]), number.sign > 0, divisor.sign > 0 else {
        return nil
      }
      self.init(.pair, number, divisor)
      return
    }
    let notation: Notation =
      switch plain.last {
      case "%": .percent
      case "‰": .permille
      case "倍": .multiple
      default: .plain
      }
    guard let number = Self.number(notation == .plain ? plain[...] : plain.dropLast()) else { return nil }
    self.init(notation, number, .one)
  }

  private init(_ notation: Notation, _ number: ExactDecimal, _ divisor: ExactDecimal) {
    self.notation = notation
    self.number = number
    self.divisor = divisor
  }

  /// Returns the number of digits with at most one point between them, or nil for any other text.
  private static func number(_ text: Substring) -> ExactDecimal? {
    guard text.utf8.allSatisfy({ (0x30...0x39).contains($0) || $0 == UInt8(ascii: ".") }) else { return nil }
    return ExactDecimal(text)
  }

  /// Returns a text with ASCII characters in place of a full-width colon and percent sign.
  private static func halfWidth(_ text: String) -> String {
    String(text.map { $0 == "：" ? ":" : $0 == "％" ? "%" : $0 })
  }

  /// The exact value: 0.03 for `3%`.
  public var value: ExactFraction { ExactFraction(number.shifted(by: exponent), over: divisor) }

  /// The power of ten of the unit: -2 for percent.
  var exponent: Int {
    switch notation {
    case .percent: -2
    case .permille: -3
    case .plain, .multiple, .pair: 0
    }
  }

  /// The text after the number: `%`, `:3`.
  var unitName: String {
    switch notation {
    case .plain: ""
    case .percent: "%"
    case .permille: "‰"
    case .multiple: "倍"
    case .pair: ":" + divisor.text
    }
  }

  /// The proportion as text.
  public var text: String { number.text + unitName }

  /// The proportions that are smaller and larger by a hundredth of the last written digit: 2.99% and 3.01% for 3%.
  ///
  /// There is no smaller one if it would not be above 0.
  public var neighbours: [Proportion] {
    let step = ExactDecimal(1, exponent: -max(0, number.writtenDecimals) - 2)
    return [number - step, number + step].filter { $0.sign > 0 }.map { Proportion(notation, $0, divisor) }
  }
}

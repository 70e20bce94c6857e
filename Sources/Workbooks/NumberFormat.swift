/// Parts of a date.
public struct DateParts: OptionSet, Hashable, Sendable {
  /// The bits of the parts in the set.
  public let rawValue: UInt8

  /// Creates a set from its bits.
  public init(rawValue: UInt8) { self.rawValue = rawValue }

  /// The year.
  public static let year = DateParts(rawValue: 1)
  /// The month of the year.
  public static let month = DateParts(rawValue: 2)
  /// The day of the month.
  public static let day = DateParts(rawValue: 4)
  /// The year, the month and the day.
  public static let all: DateParts = [.year, .month, .day]
}

/// The effect of a cell's number format, as far as it changes what a user of the sheet sees.
public enum NumberFormat: Hashable, Sendable {
  /// The number itself, at most rounded or grouped, possibly followed by a counter such as 项.
  case plain
  /// A date, a time of day, or both, with the parts of the date that are shown.
  case date(DateParts)
  /// The number is shown as a percentage.
  case percent
  /// The number is divided by a thousand or a million.
  case scaled
  /// A unit of money is shown: `exponent` is its power of ten in yuan, 0 for a sign such as ¥.
  case money(exponent: Int)
  /// Leading zeros are shown up to a number of digits.
  case padded(Int)
  /// Text is shown that changes the meaning, such as 约, or the number is not shown at all.
  case qualified

  /// Creates the format of a built-in id (ECMA-376 part 1, 18.8.30).
  ///
  /// The ids 27 to 36 and 50 to 58 are East Asian dates, with the formats of Chinese, and 71 to 81 Thai ones. The ids 41 and 43
  /// only group digits.
  init(builtIn id: Int) {
    switch id {
    case 5...8, 42, 44: self = .money(exponent: 0)  // with the sign of the currency
    case 9, 10, 67, 68: self = .percent
    case 14, 15, 22, 30, 31, 71, 72, 77, 81: self = .date(.all)
    case 17, 27, 36, 50, 52, 57, 74: self = .date([.year, .month])
    case 16, 28, 29, 51, 53, 54, 58, 73: self = .date([.month, .day])
    case 18...21, 32...35, 45...47, 55, 56, 75, 76, 78...80: self = .date([])
    default: self = .plain
    }
  }

  /// Parses a format code such as `#,##0.00"元"`.
  ///
  /// Only its section for positive numbers counts.
  init(code: String) {
    let parts = NumberFormatCode(code)
    let literals = parts.literals
    if parts.isConditional {
      self = .qualified
    } else if parts.isDate {
      self = .date(parts.shownDateParts)
    } else if !parts.showsNumber {
      self = .qualified
    } else if parts.isPercent {
      self = .percent
    } else if parts.isScaled {
      self = .scaled
    } else if let unit = Self.money.first(where: { literals.hasSuffix($0.suffix) }),
      !Self.hasQualifier(literals.dropLast(unit.suffix.count))
    {
      self = .money(exponent: unit.exponent)
    } else if parts.hasCurrency {
      self = .money(exponent: 0)
    } else if Self.hasQualifier(literals[...]) {
      self = .qualified
    } else if literals.isEmpty, !parts.isScientific, parts.placeholders.count > 1, parts.placeholders.allSatisfy({ $0 == "0" }) {
      self = .padded(parts.placeholders.count)
    } else {
      self = .plain
    }
  }

  /// The units of money by suffix; 万元 must come before 元.
  private static let money: [(suffix: String, exponent: Int)] = [("亿元", 8), ("万元", 4), ("元", 0), ("亿", 8), ("万", 4)]

  /// Returns whether literal text contains more than a counter or the sign of the yuan.
  private static func hasQualifier(_ literals: Substring) -> Bool {
    literals.contains { !" ¥￥$()（）-项件个次名人种篇套家场处岁年".contains($0) }
  }

  /// Whether the number is shown as a date or a time of day.
  var isDate: Bool { if case .date = self { true } else { false } }

  /// The format as an integer, for a scratch file.
  public var code: Int {
    switch self {
    case .plain: 0
    case .date(let parts): 10 + Int(parts.rawValue)
    case .percent: 2
    case .scaled: 3
    case .qualified: 4
    case .money(let exponent): 100 + exponent
    case .padded(let digits): 1000 + digits
    }
  }

  /// Creates the format from its integer code.
  public init(code: Int) {
    switch code {
    case 2: self = .percent
    case 3: self = .scaled
    case 4: self = .qualified
    case 10..<18: self = .date(DateParts(rawValue: UInt8(code - 10)))
    case 100..<1000: self = .money(exponent: code - 100)
    case 1000...: self = .padded(code - 1000)
    default: self = .plain
    }
  }
}

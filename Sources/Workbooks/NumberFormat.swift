/// What a cell's format makes of its number, as far as it changes what a reader of the sheet sees.
public enum NumberFormat: Hashable, Sendable {
  /// The number itself, rounded or grouped at most, perhaps with a word for what is counted.
  case plain
  /// A day, and perhaps a time of day.
  case date
  case percent
  /// Thousands, or millions: fewer than the number has.
  case scaled
  /// With a unit of money beside it, so many decimal exponent above the yuan; a sign such as ¥ is the yuan's.
  case money(exponent: Int)
  /// With zeros before it up to a number of digits.
  case padded(Int)
  /// With words that change what it says, such as 约.
  case qualified

  /// The formats that have no code in the file, by ECMA-376 part 1, 18.8.30; 27 to 36 and 50 to 58 are East Asian dates.
  init(builtIn id: Int) {
    switch id {
    case 5...8, 41...44: self = .money(exponent: 0)  // with the sign of the currency
    case 9, 10: self = .percent
    case 14...22, 27...36, 45...47, 50...58: self = .date
    default: self = .plain
    }
  }

  /// Reads a format's code, such as `#,##0.00"元"`; what it says of positive numbers counts.
  init(code: String) {
    var parts = Parts()
    parts.parse(code)
    let literals = parts.literals
    if parts.isConditional {
      self = .qualified
    } else if parts.isDate {
      self = .date
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
    } else if literals.isEmpty, parts.placeholders.count > 1, parts.placeholders.allSatisfy({ $0 == "0" }) {
      self = .padded(parts.placeholders.count)
    } else {
      self = .plain
    }
  }

  private static let money: [(suffix: String, exponent: Int)] = [("亿元", 8), ("万元", 4), ("元", 0), ("亿", 8), ("万", 4)]

  /// Whether words say more than what is counted, or in which currency.
  private static func hasQualifier(_ literals: Substring) -> Bool {
    literals.contains { !" ¥￥$()（）-项件个次名人种篇套家场处岁年".contains($0) }
  }

  /// What a code consists of.
  private struct Parts {
    var placeholders = ""
    var literals = ""
    var isDate = false
    var isPercent = false
    var isScaled = false
    var hasCurrency = false
    /// Whether it differs from number to number, or is of another currency.
    var isConditional = false

    /// Whether a bracket is a condition, or the sign of a foreign currency.
    private static func changesMeaning(_ bracket: String) -> Bool {
      if let first = bracket.first, "<>=".contains(first) { return true }
      guard bracket.hasPrefix("$"), let sign = bracket.dropFirst().first else { return false }
      return !"-¥￥".contains(sign)
    }

    mutating func parse(_ code: String) {
      var isQuoted = false
      var isBracketed = false
      var bracket = ""
      // A comma behind digits groups them where more digits follow, and scales where none do.
      var hasComma = false
      defer { isScaled = isScaled || hasComma }
      var isEscaped = false
      var isSpacing = false
      for character in code {
        if "¥￥".contains(character) { hasCurrency = true }
        if isEscaped {
          // A character that only stands for its own width is none.
          if !isSpacing { literals.append(character) }
          isEscaped = false
        } else if isQuoted {
          if character == "\"" { isQuoted = false } else { literals.append(character) }
        } else if isBracketed {
          isBracketed = character != "]"
          if isBracketed { bracket.append(character) }
          if !isBracketed, Self.changesMeaning(bracket) { isConditional = true }
        } else {
          switch character {
          case "\"": isQuoted = true
          case "[":
            isBracketed = true
            bracket = ""
          case "\\", "!", "_", "*":
            isEscaped = true
            isSpacing = character == "_" || character == "*"
          case "y", "Y", "d", "D", "h", "H", "年", "月", "日": isDate = true
          case "%": isPercent = true
          case "0", "#", "?":
            placeholders.append(character)
            hasComma = false
          case ",": hasComma = !placeholders.isEmpty
          case ".":
            placeholders.append(character)
            isScaled = isScaled || hasComma
          case ";": return
          case _ where !character.isASCII: literals.append(character)
          default: break
          }
        }
      }
    }
  }

  /// The format as one number, to be kept in a file.
  public var code: Int {
    switch self {
    case .plain: 0
    case .date: 1
    case .percent: 2
    case .scaled: 3
    case .qualified: 4
    case .money(let exponent): 100 + exponent
    case .padded(let digits): 1000 + digits
    }
  }

  /// The format that has a number.
  public init(code: Int) {
    switch code {
    case 1: self = .date
    case 2: self = .percent
    case 3: self = .scaled
    case 4: self = .qualified
    case 100..<1000: self = .money(exponent: code - 100)
    case 1000...: self = .padded(code - 1000)
    default: self = .plain
    }
  }
}

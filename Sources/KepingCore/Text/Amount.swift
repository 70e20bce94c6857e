/// The dimension of a quantity.
public enum Measure: Sendable, Equatable {
  /// An amount of money in yuan.
  case money
  /// A whole number of things.
  case count
  /// Any other number: a year, a number without a unit, or a number in a unit that is not in ``Unit/all``.
  case plain
  /// A day of the calendar, which only bounds measure.
  case date
  /// A number of percent: 30 for 30%.
  case percent
  /// The quotient of two quantities of the same measure, or its growth: 0.3 for 30%.
  case share

  /// Returns whether a bound of a quantity with the measure may be written in a unit.
  public func accepts(_ unit: Unit) -> Bool {
    switch self {
    case .money: unit.measure == .money
    case .count: ![.money, .share, .date].contains(unit.measure)
    case .plain: unit.measure != .share && unit.measure != .date
    case .percent: unit.name == "%" || unit.name == "％"
    case .share: unit.measure == .share
    case .date: unit.measure == .date
    }
  }
}

/// A unit in which a bound is written and a message shows a number.
public struct Unit: Sendable, Equatable {
  /// The name as the guideline writes it: `万元`, `件`.
  public let name: String
  /// The dimension that the unit measures.
  public let measure: Measure
  /// The power of ten by which the unit exceeds the base unit: 4 for 万元, -2 for the % of a share.
  public let exponent: Int

  /// Creates a unit from its parts.
  public init(name: String, measure: Measure, exponent: Int = 0) {
    self.name = name
    self.measure = measure
    self.exponent = exponent
  }

  /// The units with a known measure.
  ///
  /// Headings of spreadsheets use only these; a bound may be written in other units, see ``init(_:)``.
  public static let all: [Unit] =
    [
      Unit(name: "亿元", measure: .money, exponent: 8), Unit(name: "万元", measure: .money, exponent: 4),
      Unit(name: "元", measure: .money),
    ]
    + [
      "项", "件", "个", "次", "名", "人", "种", "篇", "套", "家", "场", "处", "岁", "台", "例", "吨", "亩", "户", "所", "辆", "株", "条", "批",
      "人次", "小时", "天", "头",
    ].map { Unit(name: $0, measure: .count) }

  /// Creates the unit with a name: a known unit, or any other word that can follow a number, such as 转, 周岁, % or 万吨.
  ///
  /// Returns nil for text that is not a unit, and for a name that would change the meaning of the number before it, such as 千元.
  public init?(_ name: String) {
    if let known = Self.all.first(where: { $0.name == name }) {
      self = known
      return
    }
    let exponent = name.first == "亿" ? 8 : name.first == "万" ? 4 : 0
    let rest = exponent > 0 ? name.dropFirst() : name[...]
    guard (1...12).contains(rest.count), !rest.hasSuffix("元"), let first = rest.first, !"十百千万亿".contains(first),
      rest.unicodeScalars.allSatisfy({ $0.properties.isAlphabetic || "%％‰℃°²³/·".unicodeScalars.contains($0) })
    else { return nil }
    self.init(name: name, measure: .plain, exponent: exponent)
  }

  /// Returns the unit in which a message shows a quantity if no bound specifies one.
  public static func usual(_ measure: Measure) -> Unit {
    switch measure {
    case .money: Unit(name: "万元", measure: .money, exponent: 4)
    case .count: Unit(name: "", measure: .count)
    case .plain: Unit(name: "", measure: .plain)
    case .date: .day
    case .percent: Unit(name: "%", measure: .percent)
    case .share: Unit(name: "%", measure: .share, exponent: -2)
    }
  }
}

/// The bound of a clause: its text and the value that is compared.
public struct Bound: Sendable, Equatable {
  /// The value in the base unit: yuan, a number of things, or for other units the number with 万 or 亿 resolved.
  ///
  /// A bound that is parsed from text is at most ``largestValue``.
  public let value: Double
  /// The unit in which the bound is written.
  public let unit: Unit
  /// The text as written, such as `100万元`.
  public let text: String

  /// The largest value of a bound that is parsed from text: doubles represent every whole number up to it.
  static let largestValue = 0x1p53

  /// Parses a bound such as `100万元` or `1件`.
  ///
  /// - Throws: ``Diagnostic`` with code `invalid-bound`.
  public init(_ text: String) throws {
    func refuse(_ chinese: String, _ english: String) -> Diagnostic {
      Diagnostic(code: "invalid-bound", Wording(chinese, english))
    }
    let digits = text.prefix { $0.isASCII && ($0.isNumber || $0 == ".") }
    let name = String(text.dropFirst(digits.count))
    guard !digits.isEmpty, digits.first != ".", digits.last != ".", digits.filter({ $0 == "." }).count <= 1 else {
      throw refuse("界限“\(text)”应写作数字加单位，如“100万元”", "the bound '\(text)' must be a number and a unit, such as '100万元'")
    }
    guard let unit = Unit(name) else {
      throw refuse(
        "界限“\(text)”应写作数字加单位，如“100万元”“1件”“30%”", "the bound '\(text)' must be a number and a unit, such as '100万元', '1件' or '30%'"
      )
    }
    // Parsing the digits together with the exponent rounds once, so that 0.1万元 is exactly 1000 yuan.
    guard let value = Double("\(digits)e\(unit.exponent)"), value.isFinite, value <= Self.largestValue else {
      throw refuse("界限“\(text)”过大", "the bound '\(text)' is too large")
    }
    guard unit.measure != .count || value == value.rounded() else {
      throw refuse("界限“\(text)”应为整数", "the bound '\(text)' must be a whole number")
    }
    self.value = value
    self.unit = unit
    self.text = text
  }

  /// Parses a bound in any unit or without one, for a number that need not have a unit.
  ///
  /// - Throws: ``Diagnostic`` with code `invalid-bound`.
  public init(plain text: String) throws {
    guard text.utf8.count <= 40, text.utf8.allSatisfy({ (0x30...0x39).contains($0) || $0 == UInt8(ascii: ".") }),
      let number = ExactDecimal(text), number.nearest <= Self.largestValue
    else {
      try self.init(text)
      return
    }
    self.init(value: number.nearest, unit: Unit.usual(.plain), text: text)
  }

  /// Creates a bound from its parts.
  init(value: Double, unit: Unit, text: String) {
    self.value = value
    self.unit = unit
    self.text = text
  }

  /// Creates a bound that is not written anywhere, from a value in the base unit.
  ///
  /// Its text is the one that a message would show.
  public init(value: Double, unit: Unit) {
    var text: Bytes = []
    text.append(value, in: unit)
    self.value = value
    self.unit = unit
    self.text = text.text
  }
}

extension Bytes {
  /// Appends an amount in a unit without rounding: 805000 yuan in 万元 is `80.5万元`.
  public mutating func append(_ value: Double, in unit: Unit) {
    append(value, shiftedBy: unit.exponent)
    append(unit.name)
  }

  /// Appends a number divided by a power of ten, without rounding.
  mutating func append(_ value: Double, shiftedBy exponent: Int) {
    guard exponent != 0 && value.isFinite else { return append(number: value) }
    append(shifting: value, by: exponent)
  }

  /// Appends the shortest decimal digits of a number, with the decimal point moved to the left by `shift` digits, or to the right
  /// if `shift` is negative.
  private mutating func append(shifting value: Double, by shift: Int) {
    var digits: Bytes = []
    var exponent = 0
    var seenPoint = false
    let written = Array(abs(value).description.utf8)
    var index = 0
    while index < written.count, written[index] != UInt8(ascii: "e") {
      if written[index] == UInt8(ascii: ".") {
        seenPoint = true
      } else {
        digits.append(written[index])
        if seenPoint { exponent -= 1 }
      }
      index += 1
    }
    if index < written.count { exponent += Int(String(decoding: written[(index + 1)...], as: UTF8.self)) ?? 0 }
    exponent -= shift
    while digits.count > 1, digits.last == UInt8(ascii: "0") {
      digits.removeLast()
      exponent += 1
    }
    while digits.count > 1, digits.first == UInt8(ascii: "0") { digits.removeFirst() }
    if value < 0 { append(UInt8(ascii: "-")) }
    if digits == [UInt8(ascii: "0")] {
      append(UInt8(ascii: "0"))
    } else if exponent >= 0 {
      append(contentsOf: digits)
      append(contentsOf: repeatElement(UInt8(ascii: "0"), count: exponent))
    } else if digits.count > -exponent {
      append(contentsOf: digits[..<(digits.count + exponent)])
      append(UInt8(ascii: "."))
      append(contentsOf: digits[(digits.count + exponent)...])
    } else {
      append("0.")
      append(contentsOf: repeatElement(UInt8(ascii: "0"), count: -exponent - digits.count))
      append(contentsOf: digits)
    }
  }
}

/// What a quantity measures.
public enum Measure: Sendable, Equatable {
  /// Yuan.
  case money
  /// A whole number of things.
  case count
  /// A number without a unit.
  case plain
}

/// A unit in which a bound is written and a message speaks.
public struct Unit: Sendable, Equatable {
  /// As in the guideline: `万元`, `件`.
  public let name: String
  public let measure: Measure
  /// How many decimal digits the unit is above the base unit: 4 for 万元.
  public let exponent: Int

  public init(name: String, measure: Measure, exponent: Int = 0) {
    self.name = name
    self.measure = measure
    self.exponent = exponent
  }

  /// The units that spreadsheets know, too; a bound may be written in others.
  public static let all: [Unit] =
    [
      Unit(name: "亿元", measure: .money, exponent: 8), Unit(name: "万元", measure: .money, exponent: 4),
      Unit(name: "元", measure: .money),
    ]
    + [
      "项", "件", "个", "次", "名", "人", "种", "篇", "套", "家", "场", "处", "岁", "台", "例", "吨", "亩", "户", "所", "辆", "株", "条", "批",
      "人次", "小时", "天", "头",
    ].map { Unit(name: $0, measure: .count) }

  /// The unit of a name: one that is known, or any word that measures something: 转, 周岁, %, 万吨.
  ///
  /// Nil where it is none, or where it would make the number before it mean something else, such as 千元.
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

  /// The unit in which a message speaks where no bound says another.
  public static func usual(_ measure: Measure) -> Unit {
    switch measure {
    case .money: Unit(name: "万元", measure: .money, exponent: 4)
    case .count: Unit(name: "", measure: .count)
    case .plain: Unit(name: "", measure: .plain)
    }
  }
}

/// A bound of a clause, as it is written and as it is compared.
public struct Bound: Sendable, Equatable {
  /// In the base unit: yuan, or a number of things.
  public let value: Double
  public let unit: Unit
  /// As written, such as `100万元`.
  public let text: String

  /// Reads a bound such as `100万元` or `1件`.
  /// - Throws: ``Diagnostic`` with code `invalid-bound`.
  public init(_ text: String) throws {
    func refuse(_ chinese: String, _ english: String) -> Diagnostic {
      Diagnostic(code: "invalid-bound", Wording(chinese, english))
    }
    let digits = text.prefix { $0.isASCII && ($0.isNumber || $0 == ".") }
    let name = String(text.dropFirst(digits.count))
    guard !digits.isEmpty, digits.first != ".", digits.last != ".", digits.filter({ $0 == "." }).count <= 1 else {
      throw refuse("界限“\(text)”应写作数字加单位，如“100万元”", "the bound '\(text)' is a number and a unit, such as '100万元'")
    }
    guard let unit = Unit(name) else {
      throw refuse(
        "界限“\(text)”应写作数字加单位，如“100万元”“1件”“30%”", "the bound '\(text)' is a number and a unit, such as '100万元', '1件' or '30%'")
    }
    // The digits with their exponent are read at once, so that 0.1万元 is exactly 1000 yuan.
    guard let value = Double("\(digits)e\(unit.exponent)"), value.isFinite, value <= 9_007_199_254_740_992 else {
      throw refuse("界限“\(text)”过大", "the bound '\(text)' is too large")
    }
    guard unit.measure != .count || value == value.rounded() else {
      throw refuse("界限“\(text)”应为整数", "the bound '\(text)' must be a whole number")
    }
    self.value = value
    self.unit = unit
    self.text = text
  }

  /// A bound that nobody wrote, in the base unit; its text is as a message would say it.
  public init(value: Double, unit: Unit) {
    var text: Bytes = []
    text.append(value, in: unit)
    self.value = value
    self.unit = unit
    self.text = text.text
  }
}

extension Bytes {
  /// Appends an amount in a unit, exact to the last digit: 805000 yuan in 万元 is `80.5万元`.
  public mutating func append(_ value: Double, in unit: Unit) {
    append(value, shiftedBy: unit.exponent)
    append(unit.name)
  }

  /// Appends a number with its point moved to the left, exact to the last digit.
  mutating func append(_ value: Double, shiftedBy exponent: Int) {
    guard exponent > 0 && value.isFinite else { return append(number: value) }
    append(shifting: value, by: exponent)
  }

  /// Appends the shortest decimal digits of a number with the point moved to the left.
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

import KepingCore
import Workbooks

/// The exact decimal number in a cell.
struct CellNumber {
  private var isNegative = false
  /// The ASCII digits without leading zeros; empty for 0, and if ``whole`` is set.
  private var digits: Bytes = []
  /// The number if it consists of at most 15 plain digits, which is the usual case.
  private var whole: UInt64?
  /// The power of ten of the last digit.
  private var exponent = 0
  /// Whether a spreadsheet keeps all digits of the number; false for a whole number of more than 15 digits.
  private(set) var isExact = true

  /// The number of significant digits that a spreadsheet keeps and shows.
  private static let precision = 15

  /// Parses the text of a cell of a kind; returns nil if it is not a number.
  init?(_ kind: Cell.Kind, _ text: String) {
    if kind == .number { self.init(cell: text) } else { self.init(typed: text) }
  }

  /// Parses a number in the notation of a workbook file: the shortest digits of a double.
  ///
  /// Digits after the 15th come from the double, not from the user: 4.0999999999999996 is 4.1, as the spreadsheet shows
  /// it.
  init?(cell text: String) {
    whole = Self.parseWhole(text)
    if whole != nil { return }
    guard let value = Self.double(text) else { return nil }
    if let whole = Int(exactly: value), whole.magnitude <= 1 << 53 {
      isNegative = whole < 0
      digits = whole == 0 ? [] : Bytes(String(whole.magnitude).utf8)
      isExact = digits.count <= Self.precision
      return
    }
    parse(description: value.magnitude.description)
    isNegative = value < 0
    isExact = false
    roundToPrecision()
    isExact = exponent < 0 && digits.count <= Self.precision
  }

  /// Parses a finite number in decimal notation, possibly with an exponent; returns nil for anything else, such as `0x10` or
  /// `inf`.
  static func double(_ text: String) -> Double? {
    for byte in text.utf8 {
      switch byte {
      case 0x30...0x39, UInt8(ascii: "."), UInt8(ascii: "+"), UInt8(ascii: "-"), UInt8(ascii: "e"), UInt8(ascii: "E"): break
      default: return nil
      }
    }
    guard let value = Double(text), value.isFinite else { return nil }
    return value
  }

  /// Parses 1 to 15 ASCII digits; returns nil for anything else.
  private static func parseWhole(_ text: String) -> UInt64? {
    guard (1...precision).contains(text.utf8.count) else { return nil }
    var number: UInt64 = 0
    for byte in text.utf8 {
      guard byte >= 0x30, byte <= 0x39 else { return nil }
      number = number * 10 + UInt64(byte - 0x30)
    }
    return number
  }

  /// Parses a number as people type it: possibly with full-width digits, and with commas between groups of three.
  init?(typed text: String) {
    var text = CellReader.trimmed(CellReader.halfWidth(text))
    text = text.replacing("，", with: ",")
    if text.hasPrefix("+") { text.removeFirst() }
    if text.hasPrefix("-") || text.hasPrefix("−") {
      isNegative = true
      text.removeFirst()
    }
    let parts = text.split(separator: ".", omittingEmptySubsequences: false)
    guard parts.count <= 2, text.utf8.count <= 60 else { return nil }
    let groups = parts[0].split(separator: ",", omittingEmptySubsequences: false)
    guard groups.allSatisfy({ !$0.isEmpty }), groups[0].count <= 3 || groups.count == 1,
      groups.dropFirst().allSatisfy({ $0.count == 3 }), parts.count == 1 || !parts[1].isEmpty
    else { return nil }
    let whole = groups.joined()
    let fraction = parts.count == 2 ? String(parts[1]) : ""
    guard (whole + fraction).utf8.allSatisfy({ $0 >= 0x30 && $0 <= 0x39 }), !whole.isEmpty else { return nil }
    digits = Bytes((whole + fraction).utf8)
    exponent = -fraction.utf8.count
    normalise()
  }

  /// Parses the description of a double.
  private mutating func parse(description text: String) {
    var seenPoint = false
    var rest = text.utf8[...]
    while let byte = rest.first, byte != UInt8(ascii: "e") {
      rest.removeFirst()
      if byte == UInt8(ascii: ".") {
        seenPoint = true
      } else {
        digits.append(byte)
        if seenPoint { exponent -= 1 }
      }
    }
    if !rest.isEmpty { exponent += Int(String(rest.dropFirst()) ?? "") ?? 0 }
    normalise()
  }

  /// Removes leading and trailing zeros.
  private mutating func normalise() {
    while digits.last == UInt8(ascii: "0") {
      digits.removeLast()
      exponent += 1
    }
    let zeros = digits.prefix { $0 == UInt8(ascii: "0") }.count
    digits.removeFirst(zeros)
    if digits.isEmpty { exponent = 0 }
  }

  /// Rounds half up to the number of digits that a spreadsheet keeps.
  private mutating func roundToPrecision() {
    guard digits.count > Self.precision else { return }
    exponent += digits.count - Self.precision
    let roundsUp = digits[Self.precision] >= UInt8(ascii: "5")
    digits.removeLast(digits.count - Self.precision)
    if roundsUp {
      var index = digits.count - 1
      while index >= 0, digits[index] == UInt8(ascii: "9") {
        digits[index] = UInt8(ascii: "0")
        index -= 1
      }
      if index >= 0 { digits[index] += 1 } else { digits.insert(UInt8(ascii: "1"), at: 0) }
    }
    normalise()
  }

  /// The number in decimal notation.
  var decimalText: String { decimalText(shiftedBy: 0) }

  /// Returns the number times a power of ten, rounded once: an amount in 万元 shifted by 4 is in yuan.
  func value(shiftedBy shift: Int) -> FieldValues.Value {
    let exponent = exponent + shift
    let isNegative = isNegative && !digits.isEmpty
    // Up to 15 digits, and powers of ten up to 10^22, are exact as doubles, so that one operation rounds once.
    if digits.count <= 15, (-22...22).contains(exponent) {
      let whole = whole.map { Double($0) } ?? digits.reduce(0) { $0 * 10 + Double($1 &- 0x30) }
      var power = 1.0
      for _ in 0..<abs(exponent) { power *= 10 }
      let magnitude = exponent >= 0 ? whole * power : whole / power
      let isCount = !isNegative && exponent >= 0 && magnitude <= 0x1p53
      return FieldValues.Value(number: isNegative ? -magnitude : magnitude, isCount: isCount)
    }
    let text = Bytes(decimalText(shiftedBy: shift).utf8)
    let isPlain = text.allSatisfy { $0 >= 0x30 && $0 <= 0x39 }
    let number = JSONNumber(text, 0..<text.count, isPlain: isPlain)
    return FieldValues.Value(number: number.value, isCount: number.isCount)
  }

  /// Returns the number times a power of ten in decimal notation, or with an exponent if its exponent is beyond ±400.
  private func decimalText(shiftedBy shift: Int) -> String {
    let exponent = exponent + shift
    let sign = isNegative && !digits.isEmpty ? "-" : ""
    let text = whole.map { "\($0)" } ?? String(decoding: digits, as: UTF8.self)
    if text.isEmpty || whole == 0 { return "0" }
    if exponent >= 0 {
      return exponent > 400 ? "\(sign)\(text)e\(exponent)" : sign + text + String(repeating: "0", count: exponent)
    }
    if text.count > -exponent { return sign + text.dropLast(-exponent) + "." + text.suffix(-exponent) }
    return exponent < -400
      ? "\(sign)\(text)e\(exponent)" : sign + "0." + String(repeating: "0", count: -exponent - text.count) + text
  }
}

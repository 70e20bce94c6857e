import KepingCore

/// The notation of the values of cells in a sheet.
enum CellValue {
  /// Returns whether a value is a number in decimal or exponent notation, as XML Schema writes it.
  ///
  /// Names such as `NaN`, other bases and separators of digits are refused, although some parsers accept them.
  static func isNumber(_ value: Bytes) -> Bool {
    var offset = 0
    func skipSign() {
      if offset < value.count, value[offset] == UInt8(ascii: "-") || value[offset] == UInt8(ascii: "+") { offset += 1 }
    }
    func skipDigits() -> Int {
      let start = offset
      while offset < value.count, value[offset] &- 0x30 < 10 { offset += 1 }
      return offset - start
    }
    skipSign()
    var digits = skipDigits()
    if offset < value.count, value[offset] == UInt8(ascii: ".") {
      offset += 1
      digits += skipDigits()
    }
    guard digits > 0 else { return false }
    if offset < value.count, value[offset] | 0x20 == UInt8(ascii: "e") {
      offset += 1
      skipSign()
      guard skipDigits() > 0 else { return false }
    }
    return offset == value.count
  }

  /// Returns the flag that a value means, or nil if it is malformed.
  static func flag(_ value: Bytes) -> Bool? {
    switch String(decoding: value.prefix(6), as: UTF8.self).lowercased() {
    case "1", "true": true
    case "0", "false": false
    default: nil
    }
  }

  /// Removes the white space of XML at the ends of a value, which formatted XML may have.
  static func trim(_ value: inout Bytes) {
    func isBlank(_ byte: UInt8?) -> Bool { byte == 0x20 || byte == 0x09 || byte == 0x0A || byte == 0x0D }
    guard let first = value.first, let last = value.last, first <= 0x20 || last <= 0x20 else { return }
    value = Bytes(value.drop { isBlank($0) })
    while isBlank(value.last) { value.removeLast() }
  }
}

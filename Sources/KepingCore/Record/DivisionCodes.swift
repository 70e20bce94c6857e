/// The codes of all editions of the register.
struct DivisionCodes: Sendable {
  /// One bit for each number of six digits.
  private var words = [UInt64](repeating: 0, count: 1_000_000 / 64)

  /// Reads the codes from ``text``.
  init() {
    var group: Int?
    var number = 0
    var digits = 0
    var last = 0
    var isRange = false
    for byte in Self.text.utf8 {
      switch byte {
      case 0x30...0x39:
        number = number * 10 + Int(byte - 0x30)
        digits += 1
        guard let group, digits == 2 else { continue }
        for code in (isRange ? last + 1 : number)...number { insert(group * 100 + code) }
        last = number
        (number, digits, isRange) = (0, 0, false)
      case UInt8(ascii: ":"):
        group = number
        (number, digits) = (0, 0)
      case UInt8(ascii: "-"): isRange = true
      default: (group, number, digits) = (nil, 0, 0)
      }
    }
  }

  /// Returns whether the codes include a number from 0 to 999999.
  func contains(_ code: Int) -> Bool { words[code / 64] >> UInt64(code % 64) & 1 == 1 }

  private mutating func insert(_ code: Int) { words[code / 64] |= 1 << UInt64(code % 64) }
}

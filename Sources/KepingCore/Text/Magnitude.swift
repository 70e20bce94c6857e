/// A natural number of any size, in groups of nine decimal digits.
struct Magnitude: Sendable {
  /// The groups, the lowest first; the highest is not 0, and 0 has no groups.
  private var groups: [UInt32]

  /// The number of values of a group.
  private static let base: UInt64 = 1_000_000_000
  /// The number of digits of a group.
  private static let width = 9

  /// Creates a number from a value.
  init(_ value: UInt128) {
    groups = []
    var rest = value
    while rest > 0 {
      let (high, low) = rest.quotientAndRemainder(dividingBy: UInt128(Self.base))
      groups.append(UInt32(low))
      rest = high
    }
  }

  /// Creates a number from ASCII digits, the highest first.
  init(digits: Bytes) {
    groups = []
    var end = digits.count
    while end > 0 {
      let start = max(0, end - Self.width)
      var group: UInt32 = 0
      for index in start..<end { group = group * 10 + UInt32(digits[index] &- 0x30) }
      groups.append(group)
      end = start
    }
    removeLeadingZeros()
  }

  private init(groups: [UInt32]) {
    self.groups = groups
    removeLeadingZeros()
  }

  private mutating func removeLeadingZeros() { while groups.last == 0 { groups.removeLast() } }

  /// Whether the number is 0.
  var isZero: Bool { groups.isEmpty }

  /// The number as a value of 128 bits, or nil if it has more than 36 digits.
  var value: Int128? {
    guard groups.count <= 4 else { return nil }
    return groups.reversed().reduce(0) { $0 * Int128(Self.base) + Int128($1) }
  }

  /// The ASCII digits, the highest first; a single 0 for 0.
  var digits: Bytes {
    guard let highest = groups.last else { return [UInt8(ascii: "0")] }
    var digits = Bytes(String(highest).utf8)
    for group in groups.dropLast().reversed() {
      let text = Bytes(String(group).utf8)
      digits.append(contentsOf: repeatElement(UInt8(ascii: "0"), count: Self.width - text.count))
      digits.append(contentsOf: text)
    }
    return digits
  }

  /// The number of digits; 0 for 0.
  var digitCount: Int {
    guard var highest = groups.last else { return 0 }
    var count = (groups.count - 1) * Self.width
    while highest > 0 {
      highest /= 10
      count += 1
    }
    return count
  }

  /// Returns whether a number is smaller than another.
  static func < (left: Self, right: Self) -> Bool {
    if left.groups.count != right.groups.count { return left.groups.count < right.groups.count }
    for index in left.groups.indices.reversed() where left.groups[index] != right.groups[index] {
      return left.groups[index] < right.groups[index]
    }
    return false
  }

  /// Returns the sum of two numbers.
  static func + (left: Self, right: Self) -> Self {
    var sum: [UInt32] = []
    var carry: UInt64 = 0
    for index in 0..<max(left.groups.count, right.groups.count) {
      carry += left.group(index) + right.group(index)
      sum.append(UInt32(carry % base))
      carry /= base
    }
    if carry > 0 { sum.append(UInt32(carry)) }
    return Magnitude(groups: sum)
  }

  private func group(_ index: Int) -> UInt64 { index < groups.count ? UInt64(groups[index]) : 0 }

  /// Subtracts a number that is not larger.
  static func -= (left: inout Self, right: Self) {
    var borrow: UInt64 = 0
    for index in left.groups.indices {
      let subtrahend = right.group(index) + borrow
      let minuend = UInt64(left.groups[index])
      borrow = minuend < subtrahend ? 1 : 0
      left.groups[index] = UInt32(minuend + borrow * base - subtrahend)
    }
    left.removeLeadingZeros()
  }

  /// Returns the product of two numbers.
  static func * (left: Self, right: Self) -> Self {
    var product = [UInt32](repeating: 0, count: left.groups.count + right.groups.count)
    for (index, factor) in left.groups.enumerated() {
      var carry: UInt64 = 0
      for (other, second) in right.groups.enumerated() {
        carry += UInt64(product[index + other]) + UInt64(factor) * UInt64(second)
        product[index + other] = UInt32(carry % base)
        carry /= base
      }
      product[index + right.groups.count] = UInt32(carry)
    }
    return Magnitude(groups: product)
  }

  /// Returns the product of the number and a power of ten.
  func scaled(by exponent: Int) -> Self {
    if isZero || exponent == 0 { return self }
    var factor: UInt128 = 1
    for _ in 0..<exponent % Self.width { factor *= 10 }
    let whole = self * Magnitude(factor)
    return Magnitude(groups: [UInt32](repeating: 0, count: exponent / Self.width) + whole.groups)
  }

  /// Divides the number by 10 and drops the remainder.
  private mutating func divideByTen() {
    var carry: UInt64 = 0
    for index in groups.indices.reversed() {
      let value = carry * Self.base + UInt64(groups[index])
      groups[index] = UInt32(value / 10)
      carry = value % 10
    }
    removeLeadingZeros()
  }

  /// Returns the quotient and the remainder of the division by a number that is not 0.
  func divided(by divisor: Self) -> (quotient: Self, remainder: Self) {
    var remainder = self
    var digits: Bytes = []
    let shift = max(0, digitCount - divisor.digitCount)
    var shifted = divisor.scaled(by: shift)
    for _ in 0...shift {
      var digit = UInt8(ascii: "0")
      while !(remainder < shifted) {
        remainder -= shifted
        digit += 1
      }
      digits.append(digit)
      shifted.divideByTen()
    }
    return (Magnitude(digits: digits), remainder)
  }
}

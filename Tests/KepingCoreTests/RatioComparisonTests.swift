import Testing

@testable import KepingCore

/// A generator of its own, so that every run has the same numbers.
private struct Sequence64 {
  var state: UInt64

  /// Returns the next number below a limit.
  mutating func next(below limit: Int) -> Int {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    let mixed = (state ^ state >> 33) &* 0xFF51_AFD7_ED55_8CCD
    return Int((mixed ^ mixed >> 33) >> 1) % limit
  }
}

/// A natural number in binary, as a second implementation beside the decimal one: 16 bits a word, the lowest first.
private struct Binary: Equatable {
  var words: [UInt32] = []

  init(digits: String) {
    for digit in digits.utf8 { multiply(by: 10, adding: UInt32(digit - 0x30)) }
  }

  mutating func multiply(by factor: UInt32, adding rest: UInt32 = 0) {
    var carry = rest
    for index in words.indices {
      carry += words[index] * factor
      words[index] = carry & 0xFFFF
      carry >>= 16
    }
    if carry > 0 { words.append(carry) }
  }

  /// Returns the product by adding shifted multiples.
  func times(_ other: Binary) -> Binary {
    var product = Binary(digits: "")
    for word in other.words.reversed() {
      product.words.insert(0, at: 0)
      var part = self
      part.multiply(by: word)
      product.add(part)
    }
    while product.words.last == 0 { product.words.removeLast() }
    return product
  }

  private mutating func add(_ other: Binary) {
    var carry: UInt32 = 0
    for index in 0..<max(words.count, other.words.count) {
      if index == words.count { words.append(0) }
      carry += words[index] + (index < other.words.count ? other.words[index] : 0)
      words[index] = carry & 0xFFFF
      carry >>= 16
    }
    if carry > 0 { words.append(carry) }
  }

  func isLess(than other: Binary) -> Bool {
    if words.count != other.words.count { return words.count < other.words.count }
    return words.reversed().lexicographicallyPrecedes(other.words.reversed())
  }
}

/// A positive decimal as its digits and the power of ten of the last one.
private struct Written {
  let digits: String
  let exponent: Int

  var text: String { "\(digits)e\(exponent)" }

  init(digits: String, exponent: Int) {
    self.digits = digits
    self.exponent = exponent
  }

  /// Creates the decimal of the description of a double.
  init(_ value: Double) {
    let parts = value.description.split(separator: "e")
    let number = parts[0].split(separator: ".")
    let fraction = number.count > 1 ? String(number[1]) : ""
    digits = number[0] + fraction
    exponent = (parts.count > 1 ? Int(parts[1])! : 0) - fraction.count
  }

  /// Returns -1, 0 or 1 for the order of `self` × `bound` to `other`.
  static func order(_ left: Written, to right: Written, times bound: Written) -> Int {
    var first = Binary(digits: left.digits)
    var second = Binary(digits: right.digits).times(Binary(digits: bound.digits))
    let shift = left.exponent - right.exponent - bound.exponent
    if shift > 0 { for _ in 0..<shift { first.multiply(by: 10) } }
    if shift < 0 { for _ in 0..<(-shift) { second.multiply(by: 10) } }
    return first.isLess(than: second) ? -1 : first == second ? 0 : 1
  }
}

@Suite("Ratios are compared as exact rational numbers")
struct RatioComparisonTests {
  @Test("100,000 random comparisons agree with a second implementation")
  func random() throws {
    var random = Sequence64(state: 20_240_301)
    var (ties, wrongOrders) = (0, 0)
    for round in 0..<100_000 {
      let isExtreme = round % 50 == 0
      func decimal(_ most: Int) -> Written {
        let count = 1 + random.next(below: most)
        var digits = String(1 + random.next(below: 9))
        for _ in 1..<count { digits += String(random.next(below: 10)) }
        let exponent = isExtreme ? random.next(below: 560) - 290 : random.next(below: 9) - 4
        return Written(digits: digits, exponent: exponent)
      }
      let bound = Written(digits: String(1 + random.next(below: 999)), exponent: -random.next(below: 5))
      let base = round % 7 == 0 ? Written(Double(random.next(below: 1 << 52) + 1) / 1_000_003) : decimal(10)
      var part = decimal(14)
      // Every third one is at the bound, or one of its last digits beside it.
      if round % 3 == 0, !isExtreme, base.digits.count <= 10, let whole = Int(base.digits), let factor = Int(bound.digits) {
        let near = whole * factor + random.next(below: 3) - 1
        if near > 0 { part = Written(digits: String(near), exponent: base.exponent + bound.exponent) }
      }
      let numbers = [part, base].map { Double($0.text)! }
      // A double with at most 15 digits is its text, any other one its description.
      let (left, right) = (Written(numbers[0]), Written(numbers[1]))
      let expected = Written.order(left, to: right, times: bound)
      let ratio = try #require(ExactFraction(ExactDecimal(numbers[0])).divided(by: ExactFraction(ExactDecimal(numbers[1]))))
      let order = ratio.order(to: ExactFraction(try #require(ExactDecimal(bound.text))))
      if order == 0 { ties += 1 }
      if order != expected {
        wrongOrders += 1
        Issue.record("\(part.text) / \(base.text) compared with \(bound.text) is \(order), not \(expected)")
      }
      if wrongOrders > 5 { return }
      let exact = Double(bound.text)!
      // The nearest double of the quotient never contradicts the order.
      if order < 0 { #expect(ratio.nearest <= exact) } else { #expect(ratio.nearest >= exact) }
    }
    #expect(ties > 5_000)
  }
}

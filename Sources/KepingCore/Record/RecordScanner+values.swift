/// The values that stand on their own, as scanning takes them.
extension RecordScanner {
  /// Scans a number without sign or exponent, of at most 15 digits.
  @inline(__always)
  static func scanNumber(_ bytes: Span<UInt8>, _ start: Int, _ number: inout Double, allowsFraction: Bool) -> Int {
    var place = start
    var whole: UInt64 = 0
    while place < bytes.count, bytes[place] &- 0x30 < 10 {
      whole = whole &* 10 &+ UInt64(bytes[place] &- 0x30)
      place &+= 1
    }
    let digits = place &- start
    // A number that begins with 0 is 0 or a fraction.
    guard digits > 0, digits <= 15, place < bytes.count, digits == 1 || bytes[start] != 0x30 else { return givenUp }
    let next = bytes[place]
    // Behind a number there is a comma, a bracket or a space: all but a fraction and an exponent are looked at later.
    if next != UInt8(ascii: ".") && next | 0x20 != UInt8(ascii: "e") {
      number = Double(whole)
      return place
    }
    return allowsFraction && next == UInt8(ascii: ".") ? scanFraction(bytes, start, place, whole, &number) : givenUp
  }

  private static func scanFraction(
    _ bytes: Span<UInt8>, _ start: Int, _ point: Int, _ before: UInt64, _ number: inout Double
  ) -> Int {
    var whole = before
    var divisor = 1.0
    var place = point &+ 1
    while place < bytes.count, bytes[place] &- 0x30 < 10 {
      whole = whole &* 10 &+ UInt64(bytes[place] &- 0x30)
      divisor *= 10
      place &+= 1
    }
    guard place > point &+ 1, place &- start &- 1 <= 15, place < bytes.count, bytes[place] | 0x20 != UInt8(ascii: "e")
    else { return givenUp }
    // Both are doubles, so that dividing them rounds once, as it should.
    number = Double(whole) / divisor
    return place
  }

  /// Whether a text is as its field wants it; notes which one of a choice it is.
  func isFit(_ bytes: Span<UInt8>, _ slot: inout Slot, _ layout: SchemaLayout, _ node: Int) -> Bool {
    let (start, end) = (Int(slot.start), Int(slot.end))
    switch layout.places[node].kind {
    case .division: return DivisionCode.isWellFormed(bytes, start, end)
    case .time: return Timestamp(rfc3339: source[start..<end]) != nil
    case .choice:
      let known = layout.choice(layout.places[node].choices, bytes, start, end)
      slot.number = Double(known)
      return known >= 0 || layout.places[node].isOpen
    default: return true
    }
  }

  /// The place of the quote that ends a text of plain characters; ``givenUp`` for any other text.
  static func endOfText(_ bytes: Span<UInt8>, _ start: Int) -> Int {
    let end = bytes.endOfPlain(from: start)
    return end < bytes.count && bytes[end] == UInt8(ascii: "\"") ? end : givenUp
  }
}

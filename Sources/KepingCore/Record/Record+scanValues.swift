/// The values that stand on their own, as scanning takes them.
extension Record {
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
    guard digits > 0, digits <= 15, place < bytes.count, digits == 1 || bytes[start] != 0x30 else { return given }
    let next = bytes[place]
    if next == UInt8(ascii: ".") {
      guard allowsFraction else { return given }
      var divisor = 1.0
      let point = place
      place &+= 1
      while place < bytes.count, bytes[place] &- 0x30 < 10 {
        whole = whole &* 10 &+ UInt64(bytes[place] &- 0x30)
        divisor *= 10
        place &+= 1
      }
      let all = place &- start &- 1
      guard place > point &+ 1, all <= 15, place < bytes.count, bytes[place] | 0x20 != UInt8(ascii: "e") else { return given }
      // Both are doubles, so that dividing them rounds once, as it should.
      number = Double(whole) / divisor
      return place
    }
    guard next | 0x20 != UInt8(ascii: "e") else { return given }
    number = Double(whole)
    return place
  }

  /// Scans a text without escapes, as its field wants it; an empty one leaves start and end of the slot the same.
  @inline(__always)
  func scanText(
    _ bytes: Span<UInt8>, _ start: Int, _ field: SchemaLayout.Place, _ layout: SchemaLayout, _ slot: inout Slot
  ) -> Int {
    guard bytes[start] == UInt8(ascii: "\"") else { return Self.given }
    let end = Self.endOfPlainText(bytes, start &+ 1)
    if end < 0 { return Self.given }
    slot.start = Int32(truncatingIfNeeded: start &+ 1)
    slot.end = Int32(truncatingIfNeeded: end)
    if end == start &+ 1 { return end &+ 1 }
    switch field.kind {
    case .division: if !DivisionCode.isWellFormed(bytes, start &+ 1, end) { return Self.given }
    case .time: if Timestamp(rfc3339: self.bytes[start &+ 1..<end]) == nil { return Self.given }
    case .choice:
      let known = layout.choice(field.choices, bytes, start &+ 1, end)
      guard known >= 0 || field.isOpen else { return Self.given }
      slot.number = Double(known)
    default: break
    }
    return end &+ 1
  }

  /// The place of the quote that ends a text of plain characters; ``given`` for any other text.
  private static func endOfPlainText(_ bytes: Span<UInt8>, _ start: Int) -> Int {
    var place = start
    while place &+ 8 <= bytes.count {
      let word = bytes.word(at: place)
      if word.isTwoOfThree {
        place &+= 6
        continue
      }
      let plain = word.plainCount
      place &+= plain
      if plain == 8 { continue }
      let byte = bytes[place]
      if byte == UInt8(ascii: "\"") { return place }
      guard byte >= 0x80, let length = JSONReader.utf8Length(bytes, place, bytes.count) else { return given }
      place &+= length
    }
    return given
  }

  /// Scans money by year.
  mutating func scanYears(_ bytes: Span<UInt8>, _ start: Int, _ slot: inout Slot, _ lineEnd: UInt8) -> Int {
    guard bytes[start] == UInt8(ascii: "{") else { return Self.given }
    let first = years.count
    slot.start = Int32(truncatingIfNeeded: first)
    var place = JSONTape.skipSpace(bytes, start &+ 1, lineEnd: lineEnd)
    guard place < bytes.count else { return Self.given }
    if bytes[place] == UInt8(ascii: "}") { return place &+ 1 }
    while true {
      guard place &+ 8 <= bytes.count, bytes[place] == UInt8(ascii: "\""), bytes[place &+ 5] == UInt8(ascii: "\""),
        let year = Self.year(bytes, place &+ 1, place &+ 5)
      else { return Self.given }
      place = JSONTape.skipSpace(bytes, place &+ 6, lineEnd: lineEnd)
      guard place < bytes.count, bytes[place] == UInt8(ascii: ":") else { return Self.given }
      place = JSONTape.skipSpace(bytes, place &+ 1, lineEnd: lineEnd)
      var amount = 0.0
      place = Self.scanNumber(bytes, place, &amount, allowsFraction: true)
      if place < 0 { return Self.given }
      for index in first..<years.count where years[index].year == year { return Self.given }
      years.append((year, amount))
      place = JSONTape.skipSpace(bytes, place, lineEnd: lineEnd)
      guard place < bytes.count else { return Self.given }
      if bytes[place] == UInt8(ascii: "}") { break }
      guard bytes[place] == UInt8(ascii: ",") else { return Self.given }
      place = JSONTape.skipSpace(bytes, place &+ 1, lineEnd: lineEnd)
    }
    slot.end = Int32(truncatingIfNeeded: years.count &- first)
    return place &+ 1
  }
}

/// Scans scalar values.
extension RecordScanner {
  /// Scans a number of at most 15 digits without sign or exponent.
  /// - Parameter bytes: the bytes from the offset on, at least sixteen.
  @inline(__always)
  func scanNumber(_ bytes: Span<UInt8>, at offset: Int, number: inout Double, allowsFraction: Bool) -> Int {
    let word = bytes.joined8(0)
    let digits = word ^ .repeating(0x30)
    let others = ((digits &+ .repeating(0x76)) | digits) & .repeating(0x80)
    if others == 0 { return scanLongNumber(bytes, at: offset, number: &number, allowsFraction: allowsFraction) }
    // The number of bits before the first byte that is not a digit.
    let bits = UInt64(truncatingIfNeeded: others.trailingZeroBitCount) & 0x38
    if bits == 0 { return Self.givenUp }
    let aligned = digits &<< (64 &- bits)
    // JSON allows a leading 0 only in 0 itself and in fractions.
    if bits > 8 && UInt64(truncatingIfNeeded: aligned.trailingZeroBitCount) >= 72 &- bits { return Self.givenUp }
    let next = UInt8(truncatingIfNeeded: word &>> bits)
    // A fraction or an exponent continues the number. Any other byte ends it; the caller checks that byte.
    if next == UInt8(ascii: ".") || next | 0x20 == UInt8(ascii: "e") {
      return scanLongNumber(bytes, at: offset, number: &number, allowsFraction: allowsFraction)
    }
    number = Double(Int64(bitPattern: aligned.decimal))
    return offset &+ Int(truncatingIfNeeded: bits >> 3)
  }

  @inline(never)
  private func scanLongNumber(_ bytes: Span<UInt8>, at offset: Int, number: inout Double, allowsFraction: Bool) -> Int {
    var count = 0
    var whole: UInt64 = 0
    while count < bytes.count, bytes[count] &- 0x30 < 10 {
      whole = whole &* 10 &+ UInt64(bytes[count] &- 0x30)
      count &+= 1
    }
    guard count > 0, count <= 15, count < bytes.count, count == 1 || bytes[0] != 0x30 else { return Self.givenUp }
    let next = bytes[count]
    if next != UInt8(ascii: ".") && next | 0x20 != UInt8(ascii: "e") {
      number = Double(whole)
      return offset &+ count
    }
    guard allowsFraction, next == UInt8(ascii: ".") else { return Self.givenUp }
    let point = count
    var divisor = 1.0
    count &+= 1
    while count < bytes.count, bytes[count] &- 0x30 < 10 {
      whole = whole &* 10 &+ UInt64(bytes[count] &- 0x30)
      divisor *= 10
      count &+= 1
    }
    guard count > point &+ 1, count &- 1 <= 15, count < bytes.count, bytes[count] | 0x20 != UInt8(ascii: "e") else {
      return Self.givenUp
    }
    // Both operands are exact as doubles, so that dividing them rounds only once.
    number = Double(whole) / divisor
    return offset &+ count
  }

  /// Scans a text of plain characters, which may be empty.
  /// - Parameter value: the bytes from the offset on.
  @inline(__always)
  func scanText(_ bytes: Span<UInt8>, at start: Int, value: Span<UInt8>) -> Int {
    guard value.count > 0, value[0] == UInt8(ascii: "\"") else { return Self.givenUp }
    let end = bytes.endOfPlainText(from: start &+ 1)
    return end < bytes.count && bytes[end] == UInt8(ascii: "\"") ? end &+ 1 : Self.givenUp
  }

  /// Scans a text that may have escapes, such as one of several paragraphs, and appends it to ``unescaped``.
  /// - Parameters:
  ///   - first: receives the offset of its first byte there.
  ///   - last: receives the offset after its last byte there.
  @inline(never)
  mutating func scanEscapedText(_ bytes: Span<UInt8>, at start: Int, first: inout Int, last: inout Int) -> Int {
    guard start < bytes.count, bytes[start] == UInt8(ascii: "\"") else { return Self.givenUp }
    var isEscaped = false
    do throws(JSONFault) {
      let end = try JSONReader.endOfText(bytes, start &+ 1, &isEscaped)
      first = unescaped.count
      JSONTape.unescape(source, start &+ 1..<end, into: &unescaped)
      last = unescaped.count
      return last > first ? end &+ 1 : Self.givenUp
    } catch {
      return Self.givenUp
    }
  }

  /// Returns whether a text is well-formed for its field.
  /// - Parameter number: receives the index of a choice among the known values, or -1; for a date or a time, its day in Beijing.
  @inline(__always)
  func isValidText(
    _ bytes: Span<UInt8>, from start: Int, to end: Int, kind: SchemaLayout.Kind, layout: SchemaLayout, node: Int,
    number: inout Double
  ) -> Bool {
    switch kind {
    case .division: return DivisionCode.isWellFormed(bytes, start, end)
    case .time:
      guard let time = Timestamp(rfc3339: source[start..<end]) else { return false }
      number = Double(time.beijingDay)
      return true
    case .date:
      guard let day = bytes.dayNumber(from: start, to: end) else { return false }
      number = Double(day)
      return true
    default:
      let known = layout.choiceIndex(in: layout.fields[node].choices, bytes: bytes, from: start, to: end)
      number = Double(known)
      return known >= 0 || layout.fields[node].isOpen
    }
  }
}

extension UInt64 {
  /// The value of eight decimal digits, each a byte from 0 to 9; the first digit is the lowest byte.
  @inline(__always)
  fileprivate var decimal: UInt64 {
    // Combines the digits into pairs, then into groups of four, then into one number.
    let pairs = self &* 10 &+ self >> 8
    let low = (pairs & 0x0000_00FF_0000_00FF) &* 0x000F_4240_0000_0064
    let high = (pairs >> 16 & 0x0000_00FF_0000_00FF) &* 0x0000_2710_0000_0001
    return (low &+ high) >> 32
  }
}

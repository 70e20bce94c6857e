extension JSONTape {
  /// Reads the JSON text in a range, which may be surrounded by white space.
  /// - Throws: ``JSONFault``.
  public mutating func read(_ bytes: Bytes, _ range: Range<Int>) throws(JSONFault) {
    let end = try readPrefix(bytes, range)
    let rest = Self.skipSpace(bytes.span.extracting(..<range.upperBound), end)
    if rest < range.upperBound { throw JSONFault(kind: .trailing, offset: rest) }
  }

  /// Reads the JSON text at the start of a range, and returns the offset after it.
  /// - Parameter isLine: whether a line end also ends the text; it is then not white space.
  /// - Throws: ``JSONFault``.
  public mutating func readPrefix(_ bytes: Bytes, _ range: Range<Int>, isLine: Bool = false) throws(JSONFault) -> Int {
    var reader = JSONReader(offset: range.lowerBound, extraSpace: isLine ? 0x20 : 0x0A)
    // A value takes at least two bytes with the separator before it. Beyond 4096 values, a tape grows when needed.
    ensureCapacity(for: min(range.count / 2 + 2, 4096))
    while true {
      let isDone = try reader.read(bytes.span.extracting(..<range.upperBound), &values)
      if isDone { break }
      ensureCapacity(for: 2 * values.count)
    }
    count = reader.count
    hasDuplicateKeys = reader.hasDuplicateKeys
    return reader.offset
  }

  private mutating func ensureCapacity(for wanted: Int) {
    let value = Value(kind: .null, isEscaped: false, start: 0, end: 0, next: 0)
    if values.count < wanted { values.append(contentsOf: repeatElement(value, count: wanted - values.count)) }
  }

  /// Returns the offset of the first byte from `start` on that is not white space.
  ///
  /// - Parameter extraSpace: the fourth white space byte besides space, tab and carriage return: 0x0A, or 0x20 if a line end
  ///   closes the record.
  @inline(__always)
  static func skipSpace(_ bytes: Span<UInt8>, _ start: Int, extraSpace: UInt8 = 0x0A) -> Int {
    var offset = start
    while UInt(bitPattern: offset) < UInt(bitPattern: bytes.count) {
      let byte = bytes[offset]
      guard byte == 0x20 || byte == extraSpace || byte == 0x0D || byte == 0x09 else { break }
      offset &+= 1
    }
    return offset
  }
}

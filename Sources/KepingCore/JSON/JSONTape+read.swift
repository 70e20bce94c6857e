extension JSONTape {
  /// Reads the one JSON text that stands between two places, white space around it allowed.
  /// - Throws: ``JSONFault``.
  public mutating func read(_ bytes: Bytes, _ range: Range<Int>) throws(JSONFault) {
    let end = try readPrefix(bytes, range)
    let rest = Self.skipSpace(bytes.span.extracting(..<range.upperBound), end)
    if rest < range.upperBound { throw JSONFault(kind: .trailing, offset: rest) }
  }

  /// Reads the JSON text that begins at the start of a range, and returns the offset behind it.
  /// - Parameter isLine: whether a line end ends it, too: then it is no white space.
  /// - Throws: ``JSONFault``.
  public mutating func readPrefix(_ bytes: Bytes, _ range: Range<Int>, isLine: Bool = false) throws(JSONFault) -> Int {
    var reader = JSONReader(offset: range.lowerBound, extraSpace: isLine ? 0x20 : 0x0A)
    // No value is shorter than two bytes with what stands before it; large tapes grow as they are needed.
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

/// Searches for a byte, such as a line end.
extension Bytes {
  /// Returns the first offset of a byte in `start..<end`, or nil if it does not occur there.
  public func offset(of byte: UInt8, from start: Int, to end: Int) -> Int? { span.offset(of: byte, from: start, to: end) }

  /// Returns the last offset of a byte in `start..<end`, or nil if it does not occur there.
  public func lastOffset(of byte: UInt8, from start: Int, to end: Int) -> Int? {
    let bytes = span
    var offset = end - 1
    while offset >= start {
      if bytes[offset] == byte { return offset }
      offset -= 1
    }
    return nil
  }

  /// Returns the 1-based line and column of an offset; the column counts characters.
  public func position(of offset: Int) -> (line: Int, column: Int) {
    let before = self[..<Swift.min(offset, count)]
    let line = before.count { $0 == 0x0A } + 1
    return (line, before.reversed().prefix { $0 != 0x0A }.count { $0 & 0xC0 != 0x80 } + 1)
  }
}

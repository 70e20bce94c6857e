/// Looks for line ends, eight bytes at a time.
extension Bytes {
  /// The first offset of a byte; nil where it does not stand between two places.
  public func offset(of byte: UInt8, from start: Int, to end: Int) -> Int? { span.offset(of: byte, from: start, to: end) }

  /// The last offset of a byte; nil where it does not stand between two places.
  public func lastOffset(of byte: UInt8, from start: Int, to end: Int) -> Int? {
    let bytes = span
    var offset = end - 1
    while offset >= start {
      if bytes[offset] == byte { return offset }
      offset -= 1
    }
    return nil
  }
}

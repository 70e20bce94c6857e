/// Looks for line ends, eight bytes at a time.
extension Bytes {
  /// The first place of a byte; nil where it does not stand between two places.
  public func offset(of byte: UInt8, from start: Int, to end: Int) -> Int? { span.offset(of: byte, from: start, to: end) }

  /// The last place of a byte; nil where it does not stand between two places.
  public func lastOffset(of byte: UInt8, from start: Int, to end: Int) -> Int? {
    let bytes = span
    var place = end - 1
    while place >= start {
      if bytes[place] == byte { return place }
      place -= 1
    }
    return nil
  }
}

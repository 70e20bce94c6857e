/// Looks for line ends, eight bytes at a time.
extension Bytes {
  /// The first place of a byte; nil where it does not stand between two places.
  public func place(of byte: UInt8, from start: Int, to end: Int) -> Int? { span.place(of: byte, from: start, to: end) }

  /// The last place of a byte; nil where it does not stand between two places.
  public func lastPlace(of byte: UInt8, from start: Int, to end: Int) -> Int? {
    let bytes = span
    var place = end - 1
    while place >= start {
      if bytes[place] == byte { return place }
      place -= 1
    }
    return nil
  }

  /// How often a byte stands between two places.
  public func count(of byte: UInt8, from start: Int, to end: Int) -> Int {
    let bytes = span
    let wanted = UInt64.repeating(byte)
    var count = 0
    var place = start
    while place &+ 32 <= end {
      // Lines are long: most often there is none.
      if bytes.has32(wanted, from: place) { for offset in 0..<32 where bytes[place &+ offset] == byte { count &+= 1 } }
      place &+= 32
    }
    while place < end {
      if bytes[place] == byte { count &+= 1 }
      place &+= 1
    }
    return count
  }
}

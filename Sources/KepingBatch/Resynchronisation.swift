import KepingCore

/// Finds the way to the next element of an array behind one that is broken.
enum Resynchronisation {
  struct End {
    /// The end of the broken element.
    let element: Int
    /// Where to go on: behind the comma, at the array's end, or at the next element.
    let next: Int
    let hasComma: Bool
  }

  /// Counts brackets outside of texts, which end with their line at the latest; where that leads nowhere, the next line
  /// that begins an object no further to the right is taken.
  static func end(of range: Range<Int>, column: Int, faultAt fault: Int, in bytes: Bytes) -> End {
    var depth = 0
    var inText = false
    var offset = range.lowerBound
    while offset < range.upperBound {
      let byte = bytes[offset]
      if inText {
        if byte == UInt8(ascii: "\\") { offset += 1 } else if byte == UInt8(ascii: "\"") || byte == 0x0A { inText = false }
      } else {
        switch byte {
        case UInt8(ascii: "\""): inText = true
        case UInt8(ascii: "{"), UInt8(ascii: "["): depth += 1
        case UInt8(ascii: "}"): depth -= 1
        case UInt8(ascii: "]"):
          if depth <= 0 { return End(element: offset, next: offset, hasComma: false) }
          depth -= 1
        case UInt8(ascii: ",") where depth <= 0:
          return End(element: offset, next: offset + 1, hasComma: true)
        default: break
        }
      }
      offset += 1
    }
    return nextObjectLine(in: range, before: column, faultAt: fault, bytes)
      ?? End(element: range.upperBound, next: range.upperBound, hasComma: false)
  }

  private static func nextObjectLine(in range: Range<Int>, before column: Int, faultAt fault: Int, _ bytes: Bytes) -> End? {
    var lineStart = range.lowerBound
    while let end = bytes[lineStart..<range.upperBound].firstIndex(of: 0x0A) {
      lineStart = end + 1
      let firstByte = bytes[lineStart..<range.upperBound].firstIndex { $0 != 0x20 && $0 != 0x09 } ?? range.upperBound
      guard firstByte < range.upperBound, firstByte >= fault, firstByte - lineStart < column,
        bytes[firstByte] == UInt8(ascii: "{")
      else {
        continue
      }
      return End(element: lineStart, next: firstByte, hasComma: true)
    }
    return nil
  }
}

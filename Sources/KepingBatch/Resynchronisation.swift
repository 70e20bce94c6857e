import KepingCore

/// Finds the next element of an array after one that is not JSON.
enum Resynchronisation {
  /// The end of a broken element.
  struct End {
    /// The end offset of the broken element.
    let element: Int
    /// The offset at which reading continues: after the comma, at the end of the array, or at the next element.
    let next: Int
    /// Whether a comma follows the element.
    let hasComma: Bool
  }

  /// Finds the end of a broken element by counting brackets outside strings; a string ends at its line end at the latest.
  ///
  /// If the brackets lead nowhere, the next element is the first line after the fault that begins an object and is not
  /// indented further than the broken element.
  ///
  /// - Parameters:
  ///   - range: the bytes from the start of the element.
  ///   - column: the 1-based column at which the element begins.
  ///   - fault: the offset of the error.
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

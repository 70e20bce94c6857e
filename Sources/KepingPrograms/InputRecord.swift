import KepingCore

/// A record where it stands in an input: its bytes in a buffer, and where in the input they begin.
package struct InputRecord: Sendable {
  /// The record's bytes in the buffer.
  package var range: Range<Int>
  /// From 1.
  package var line: Int
  /// In characters, from 1.
  package var column: Int
  /// What is wrong with the input here, where that is known already.
  package var fault: JSONFault?
  /// Whether it has more bytes than a record may have; they were passed over.
  package var isTooLong: Bool

  package init(range: Range<Int>, line: Int, column: Int, fault: JSONFault? = nil, isTooLong: Bool = false) {
    self.range = range
    self.line = line
    self.column = column
    self.fault = fault
    self.isTooLong = isTooLong
  }

  /// Line and column of an offset in the buffer; the column counts characters.
  func position(of offset: Int, in bytes: Bytes) -> (line: Int, column: Int) {
    var (line, column) = (line, column)
    for byte in bytes[range.lowerBound..<max(range.lowerBound, min(offset, bytes.count))] {
      if byte == 0x0A {
        line += 1
        column = 1
      } else if byte & 0xC0 != 0x80 {
        column += 1
      }
    }
    return (line, column)
  }
}

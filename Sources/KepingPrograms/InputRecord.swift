import KepingCore

/// The location of a record: its bytes in a buffer, and the position in the input at which they begin.
package struct InputRecord: Sendable {
  /// The record's bytes in the buffer.
  package var range: Range<Int>
  /// The 1-based line in the input.
  package var line: Int
  /// The 1-based column in characters.
  package var column: Int
  /// An error that was found while the input was split into records.
  package var fault: JSONFault?
  /// Whether the record is longer than allowed, so that it is refused without being parsed.
  package var isTooLong: Bool

  /// Creates a record.
  package init(range: Range<Int>, line: Int, column: Int, fault: JSONFault? = nil, isTooLong: Bool = false) {
    self.range = range
    self.line = line
    self.column = column
    self.fault = fault
    self.isTooLong = isTooLong
  }

  /// Returns the 1-based line and column of an offset in the buffer; the column counts characters.
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

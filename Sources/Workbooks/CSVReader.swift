import KepingCore
import KepingFiles

/// A source of the rows of a CSV file (RFC 4180) as spreadsheets save it: separated by commas, semicolons or tabs.
///
/// The reader decodes the file in pieces and never holds all of it.
public final class CSVReader: RowSource {
  private let source: ByteSource
  private let decoder: TextDecoder
  private let name: String
  private var buffer: Bytes = []
  private var offset = 0
  private var isAtEnd = false
  private var rowNumber = 0
  /// The 1-based line of the file; a row has several lines if a quoted field contains line ends.
  private var line = 1
  private var separator: UInt8?

  /// The number of decoded bytes in which the reader looks for the separator.
  private static let separatorLookahead = 64 << 10
  /// The maximum number of bytes of text in a row.
  private static let maximumRowText = 4 << 20

  /// The encoding of the file, given or detected.
  public let encoding: TextEncoding
  /// The offset in ``buffer`` before which a control character 0x1A is known not to end the file.
  private var endMarkSearched = 0

  /// The maximum number of bytes that an end-of-file character and what follows it may take.
  private static let maximumEndMark = 4096

  /// Opens a CSV file.
  ///
  /// - Parameter encoding: the encoding of the file, or nil to detect it.
  /// - Throws: ``Diagnostic`` if the file cannot be read or the encoding is not supported.
  public init(_ source: ByteSource, encoding: TextEncoding?) throws(Diagnostic) {
    self.source = source
    name = source.name
    if let encoding {
      self.encoding = encoding
    } else {
      self.encoding = TextEncoding.detect(try source.peek(256 << 10))
    }
    decoder = try TextDecoder(source, self.encoding)
  }

  /// The number of bytes of the file that have been read.
  public var bytesRead: Int64 { source.bytesRead }

  /// Returns the next row that has a cell, or nil at the end of the file.
  ///
  /// - Throws: ``Diagnostic`` if the file cannot be read, or with code `invalid-csv` if a quoted field does not end or
  ///   a line has more columns than a sheet.
  public func next() throws(Diagnostic) -> Row? {
    while let row = try readRow() { if !row.cells.isEmpty { return row } }
    return nil
  }

  /// Returns the next byte without consuming it, or nil at the end of the file.
  private func peekByte() throws(Diagnostic) -> UInt8? {
    while offset == buffer.count {
      if isAtEnd { return nil }
      buffer.removeAll(keepingCapacity: true)
      offset = 0
      endMarkSearched = 0
      isAtEnd = try !decoder.appendNext(to: &buffer)
    }
    if buffer[offset] == Self.endMark, try isEndMark() {
      offset = buffer.count
      return nil
    }
    return buffer[offset]
  }

  /// The end-of-file character that programs of CP/M and DOS write, Ctrl-Z.
  private static let endMark: UInt8 = 0x1A

  /// Returns whether the file ends here: only end-of-file characters, line ends and padding follow.
  private func isEndMark() throws(Diagnostic) -> Bool {
    guard offset >= endMarkSearched else { return false }
    var index = offset
    while index - offset <= Self.maximumEndMark {
      if index == buffer.count {
        if isAtEnd { return true }
        isAtEnd = try !decoder.appendNext(to: &buffer)
      } else if [Self.endMark, 0x0A, 0x0D, 0].contains(buffer[index]) {
        index += 1
      } else {
        break
      }
    }
    endMarkSearched = index
    return false
  }

  /// Reads a row, which may be empty; returns nil at the end of the file.
  private func readRow() throws(Diagnostic) -> Row? {
    guard try peekByte() != nil else { return nil }
    if separator == nil {
      while !isAtEnd, buffer.count < Self.separatorLookahead { isAtEnd = try !decoder.appendNext(to: &buffer) }
      separator = findSeparator()
    }
    rowNumber += 1
    var row = Row(number: rowNumber)
    var column = 1
    while true {
      guard column <= Cell.maximumColumn else {
        throw Diagnostic(
          path: name, line: line, code: "invalid-csv",
          Wording("一行超过\(Cell.maximumColumn)列", "the line has more than \(Cell.maximumColumn) columns"))
      }
      let isLast = try readField(&row, column)
      if isLast {
        row.fieldCount = column
        return row
      }
      column += 1
    }
  }

  /// Reads a field and its separator or line end.
  ///
  /// - Returns: whether the field is the last one of its row.
  private func readField(_ row: inout Row, _ column: Int) throws(Diagnostic) -> Bool {
    var field: Bytes = []
    var isQuoted = false
    var isTooLong = false
    var isLast = true
    if try peekByte() == UInt8(ascii: "\"") {
      isQuoted = true
      offset += 1
    }
    let openingLine = line
    loop: while let next = try peekByte() {
      offset += 1
      if next == 0x0A { line += 1 }
      if isQuoted {
        if next == UInt8(ascii: "\"") {
          if try peekByte() == UInt8(ascii: "\"") {
            offset += 1
          } else {
            isQuoted = false
            continue
          }
        }
      } else if next == separator {
        isLast = false
        break loop
      } else if next == 0x0A {
        break loop
      } else if next == 0x0D {
        if try peekByte() == 0x0A { offset += 1 }
        line += 1
        break loop
      }
      if field.count < Cell.maximumText, row.textBytes.count < Self.maximumRowText {
        field.append(next)
      } else {
        isTooLong = true
      }
    }
    if isQuoted {
      throw Diagnostic(
        path: name, line: openingLine, code: "invalid-csv", Wording("引号没有结束", "unterminated quoted field"))
    }
    guard !field.isEmpty || isTooLong else { return isLast }
    let isUndecodable = field.contains(0xEF) && String(decoding: field, as: UTF8.self).unicodeScalars.contains("\u{FFFD}")
    // A NUL is no character of a text: what stood in its place is lost.
    let kind: Cell.Kind = isTooLong ? .tooLong : isUndecodable ? .undecodable : field.contains(0) ? .damaged : .text
    row.append(column: column, kind: kind, text: isTooLong ? [] : Self.withoutFormulaQuotes(field)[...])
    return isLast
  }

  /// Returns the content of a field that is written as `="001"`, which keeps leading zeros in a spreadsheet; other
  /// fields are returned unchanged.
  private static func withoutFormulaQuotes(_ field: Bytes) -> Bytes {
    guard field.count >= 3, field.starts(with: [UInt8(ascii: "="), UInt8(ascii: "\"")]), field.last == UInt8(ascii: "\"")
    else { return field }
    return Bytes(field[2..<(field.count - 1)])
  }

  /// Returns the character that separates the fields: the candidate that occurs outside quotes on most of the first 30
  /// lines; among equals, the candidate with the highest count on one line; else the comma.
  private func findSeparator() -> UInt8 {
    let candidates = [UInt8(ascii: ","), 0x09, UInt8(ascii: ";")]
    var lineCounts: [UInt8: Int] = [:]
    var maximumCounts: [UInt8: Int] = [:]
    var counts: [UInt8: Int] = [:]
    var isQuoted = false
    var linesRead = 0
    for byte in buffer[offset...] + [0x0A] where linesRead < 30 {
      if byte == UInt8(ascii: "\"") { isQuoted.toggle() }
      if isQuoted { continue }
      if byte == 0x0A || byte == 0x0D {
        for (candidate, count) in counts {
          lineCounts[candidate, default: 0] += 1
          maximumCounts[candidate] = max(maximumCounts[candidate] ?? 0, count)
        }
        counts.removeAll()
        linesRead += 1
      } else if candidates.contains(byte) {
        counts[byte, default: 0] += 1
      }
    }
    func rank(_ candidate: UInt8) -> (Int, Int) { (lineCounts[candidate] ?? 0, maximumCounts[candidate] ?? 0) }
    // Strictly greater, so that the first candidate, the comma, wins a tie.
    return candidates.dropFirst().reduce(candidates[0]) { rank($1) > rank($0) ? $1 : $0 }
  }
}

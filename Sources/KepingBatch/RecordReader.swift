import KepingCore
import KepingFiles
import KepingPrograms

/// Splits a JSON input into records: JSON Lines, one array, or one object.
///
/// The buffer holds a chunk, or one record if that is larger. Bytes that cannot be split become a record that fails to parse, so
/// that no part of an input is silently lost.
struct RecordReader {
  /// The form of the remaining input.
  enum Mode { case start, lines, array, done }

  /// The default size of a chunk in bytes.
  ///
  /// Two chunks of this size and their results fit into the cache of a core.
  static let defaultChunkSize = 128 << 10

  let source: ByteSource
  let maximumRecord: Int
  let chunkSize: Int
  var buffer: Bytes = []
  /// The offset in the buffer of the next byte to split.
  ///
  /// ``fill()`` moves the bytes, so other offsets are kept relative to it.
  var offset = 0
  /// The 1-based line of `offset`.
  ///
  /// The lines of chunks of whole lines are not included, because counting them takes as long as reading them.
  var line = 1
  /// The 1-based column of `offset` in characters.
  var column = 1
  var mode = Mode.start
  private(set) var isAtEnd = false
  var tape = JSONTape()
  /// Whether the last token read in the array is a comma.
  var isAfterComma = false

  init(_ source: ByteSource, maximumRecord: Int, chunkSize: Int = RecordReader.defaultChunkSize) {
    self.source = source
    self.maximumRecord = maximumRecord
    self.chunkSize = chunkSize
  }

  /// Returns the next record; nil at the end.
  ///
  /// - Throws: ``Diagnostic`` if the input cannot be read.
  mutating func next() throws(Diagnostic) -> InputRecord? {
    if mode == .start { if let record = try detectMode() { return record } }
    if mode == .array { if let record = try nextElement() { return record } }
    return mode == .lines ? try nextLine() : nil
  }

  // MARK: Bytes

  /// Removes the bytes before `offset` and reads more bytes; returns false at the end.
  mutating func fill() throws(Diagnostic) -> Bool {
    if isAtEnd { return false }
    if offset > 0 {
      buffer.removeSubrange(..<offset)
      offset = 0
    }
    let count = try source.read(into: &buffer, atMost: max(chunkSize, min(buffer.count, 1 << 20)))
    isAtEnd = count == 0
    return !isAtEnd
  }

  /// Reads until the buffer has a number of bytes from `offset` on, or the input ends.
  mutating func fill(upTo wanted: Int) throws(Diagnostic) {
    while buffer.count - offset < wanted { if try !fill() { return } }
  }

  static func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 || byte == 0x0D || byte == 0x0A }

  /// Advances to an offset and updates line and column.
  mutating func advance(to end: Int) {
    for byte in buffer[offset..<end] {
      if byte == 0x0A {
        line += 1
        column = 1
      } else if byte & 0xC0 != 0x80 {
        column += 1
      }
    }
    offset = end
  }

  /// Skips white space and returns the byte after it; nil at the end.
  mutating func skipSpace() throws(Diagnostic) -> UInt8? {
    while true {
      let end = buffer[offset...].firstIndex { !Self.isSpace($0) } ?? buffer.count
      advance(to: end)
      if offset < buffer.count { return buffer[offset] }
      if try !fill() { return nil }
    }
  }

  // MARK: Form of the input

  /// Detects the form of the input at its start; returns a record if the whole input is one object.
  mutating func detectMode() throws(Diagnostic) -> InputRecord? {
    while buffer.count < 3, try fill() {}
    if buffer.starts(with: [0xEF, 0xBB, 0xBF]) { offset = 3 }
    switch try skipSpace() {
    case nil:
      mode = .done
      return nil
    case UInt8(ascii: "[")?:
      // An array of records. If its first element is an array, the input is read as lines instead.
      if try byteAfterBracket() == UInt8(ascii: "[") { break }
      mode = .array
      advance(to: offset + 1)
      return nil
    case UInt8(ascii: "{")?:
      if let record = try singleObject() {
        mode = .done
        return record
      }
    default: break
    }
    mode = .lines
    return nil
  }

  /// Returns the first byte after the bracket at `offset` that is not white space; nil at the end.
  private mutating func byteAfterBracket() throws(Diagnostic) -> UInt8? {
    var distance = 1
    while true {
      while offset + distance < buffer.count {
        if !Self.isSpace(buffer[offset + distance]) { return buffer[offset + distance] }
        distance += 1
      }
      if try !fill() { return nil }
    }
  }

  /// Returns the whole input as a record if it is one object over several lines; nil if it is not.
  private mutating func singleObject() throws(Diagnostic) -> InputRecord? {
    var wanted = 0
    while true {
      let end = try endOfLine(from: wanted)
      let valueEnd: Int
      let fault: JSONFault?
      do throws(JSONFault) {
        valueEnd = try tape.readPrefix(buffer, offset..<end)
        fault = nil
      } catch {
        valueEnd = offset
        fault = error
      }
      if fault == nil {
        let length = valueEnd - offset
        // An object on one line, or one that other text follows, is read as a line.
        guard wanted > 0, try isBlank(from: valueEnd) else { return nil }
        return InputRecord(range: offset..<(offset + length), line: line, column: column)
      }
      guard fault?.kind == .unexpectedEnd else { return nil }
      if end == buffer.count && isAtEnd {
        // The object is truncated: one record, unless a later line begins with an object.
        let rest = buffer[offset...]
        let beginsAnother = zip(rest, rest.dropFirst()).contains { $0 == 0x0A && $1 == UInt8(ascii: "{") }
        return beginsAnother || wanted == 0 ? nil : InputRecord(range: offset..<end, line: line, column: column)
      }
      guard end - offset < maximumRecord else { return nil }
      wanted = max(1, (end - offset) * 2)
    }
  }

  /// Returns the offset of the first line end that is at least `distance` bytes after `offset`, or the end of the buffer.
  private mutating func endOfLine(from distance: Int) throws(Diagnostic) -> Int {
    var searchedDistance = distance
    while true {
      if offset + searchedDistance <= buffer.count, let end = buffer[(offset + searchedDistance)...].firstIndex(of: 0x0A) {
        return end
      }
      searchedDistance = max(searchedDistance, buffer.count - offset)
      if buffer.count - offset > maximumRecord { return buffer.count }
      if try !fill() { return buffer.count }
    }
  }

  /// Returns whether only white space follows an offset up to the end of the input.
  private mutating func isBlank(from start: Int) throws(Diagnostic) -> Bool {
    var distance = start - offset
    while true {
      while offset + distance < buffer.count {
        if !Self.isSpace(buffer[offset + distance]) { return false }
        distance += 1
      }
      if try !fill() { return true }
    }
  }

  // MARK: Lines

  /// Returns the next line that is not blank; nil at the end.
  mutating func nextLine() throws(Diagnostic) -> InputRecord? {
    while true {
      let end = try endOfLine(from: 0)
      if end - offset > maximumRecord { return try skipLongLine() }
      let first = buffer[offset..<end].firstIndex { !Self.isSpace($0) }
      if first == nil && end == buffer.count {
        mode = .done
        return nil
      }
      let record = first.map { _ in InputRecord(range: offset..<end, line: line, column: column) }
      offset = min(end + 1, buffer.count)
      line += 1
      column = 1
      if let record { return record }
    }
  }

  /// Skips a line that is too long without keeping its bytes, and returns a record for it.
  mutating func skipLongLine() throws(Diagnostic) -> InputRecord {
    let record = InputRecord(range: 0..<0, line: line, column: column, isTooLong: true)
    while true {
      if let end = buffer[offset...].firstIndex(of: 0x0A) {
        offset = end + 1
        break
      }
      offset = buffer.count
      if try !fill() { break }
    }
    line += 1
    column = 1
    return record
  }
}

import KepingCore
import KepingFiles
import KepingPrograms

/// Takes an input apart into records: JSON Lines, one array, or one object.
///
/// The buffer holds a chunk, or one record where that is larger. What cannot be taken apart becomes a record of its own
/// that fails to parse, so that nothing of an input is lost.
struct RecordReader {
  enum Mode { case start, lines, array, done }

  /// How much is read, and evaluated, at once: two such chunks and their results stay in the cache of the core that has them.
  static let defaultChunkSize = 128 << 10

  let source: ByteSource
  let maximumRecord: Int
  let chunkSize: Int
  var buffer: Bytes = []
  var offset = 0
  /// Where the offset is: of the lines before, those of whole chunks are not counted, which takes as long as reading them.
  var line = 1
  var column = 1
  var mode = Mode.start
  private(set) var isAtEnd = false
  var tape = JSONTape()
  /// Whether the array's last comma has no element behind it yet.
  var isAfterComma = false

  init(_ source: ByteSource, maximumRecord: Int, chunkSize: Int = RecordReader.defaultChunkSize) {
    self.source = source
    self.maximumRecord = maximumRecord
    self.chunkSize = chunkSize
  }

  /// The next record; nil at the end.
  /// - Throws: ``Diagnostic`` where the input cannot be read.
  mutating func next() throws(Diagnostic) -> InputRecord? {
    if mode == .start { if let record = try detectMode() { return record } }
    if mode == .array { if let record = try nextElement() { return record } }
    return mode == .lines ? try nextLine() : nil
  }

  // MARK: Bytes

  /// Reads more behind what is left; false at the end.
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

  /// Reads until so many bytes are left to take apart, or the input ends.
  mutating func fill(upTo wanted: Int) throws(Diagnostic) {
    while buffer.count - offset < wanted { if try !fill() { return } }
  }

  static func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 || byte == 0x0D || byte == 0x0A }

  /// Moves on, and knows the line and column of where it is.
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

  /// Passes over white space, reading on; the byte behind it, or nil at the end.
  mutating func skipSpace() throws(Diagnostic) -> UInt8? {
    while true {
      let end = buffer[offset...].firstIndex { !Self.isSpace($0) } ?? buffer.count
      advance(to: end)
      if offset < buffer.count { return buffer[offset] }
      if try !fill() { return nil }
    }
  }

  // MARK: What the input is

  mutating func detectMode() throws(Diagnostic) -> InputRecord? {
    while buffer.count < 3, try fill() {}
    if buffer.starts(with: [0xEF, 0xBB, 0xBF]) { offset = 3 }
    switch try skipSpace() {
    case nil:
      mode = .done
      return nil
    case UInt8(ascii: "[")?:
      // An array of records, unless its first element is an array itself: then each line is for itself.
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

  /// The whole input as one object over several lines; nil where it is not that.
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
        // An object on one line is a line of its own; so is one that something follows.
        guard wanted > 0, try isBlank(from: valueEnd) else { return nil }
        return InputRecord(range: offset..<(offset + length), line: line, column: column)
      }
      guard fault?.kind == .unexpectedEnd else { return nil }
      if end == buffer.count && isAtEnd {
        // Broken off: one record, unless a later line begins one.
        let rest = buffer[offset...]
        let beginsAnother = zip(rest, rest.dropFirst()).contains { $0 == 0x0A && $1 == UInt8(ascii: "{") }
        return beginsAnother || wanted == 0 ? nil : InputRecord(range: offset..<end, line: line, column: column)
      }
      guard end - offset < maximumRecord else { return nil }
      wanted = max(1, (end - offset) * 2)
    }
  }

  /// The end of the line that is at least so many bytes from here, the line end left out.
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

  /// Passes over a line that is too long, without keeping it.
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

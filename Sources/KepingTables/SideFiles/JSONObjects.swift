import KepingCore
import KepingFiles

/// Reads the objects of a JSON file: JSON Lines, one array of objects, or one object.
///
/// The buffer holds one piece of the file, or one value if that is larger.
struct JSONObjects {
  /// An object or another value, which lies in ``JSONObjects/buffer`` until the next call.
  struct Value {
    /// The 1-based line on which it begins.
    let line: Int
  }

  /// The part of the file that is read next.
  private enum Mode { case start, lines, array, afterArray, done }

  private let source: ByteSource
  /// The bytes to which the offsets of ``tape`` refer.
  private(set) var buffer: Bytes = []
  /// The value that was read last.
  private(set) var tape = JSONTape()
  private var mode = Mode.start
  private var offset = 0
  private var line = 1
  /// The 1-based column in characters at which the buffer begins.
  private var firstColumn = 1
  /// The line on which the last value ends; 0 before the first one.
  private var lastLine = 0
  private var isAtEnd = false
  /// Whether the last token of the array is an element, and whether it is a comma.
  private var isAfterElement = false, isAfterComma = false

  private static let pieceSize = 256 << 10
  /// The maximum number of bytes of one value.
  private static let maximumValue = 4 << 20

  init(_ source: ByteSource) { self.source = source }

  /// Returns the next value; nil at the end.
  ///
  /// - Throws: ``Diagnostic`` with code `invalid-json`, or if the source cannot be read. The next call continues with the next line
  ///   of JSON Lines, or returns nil if nothing more can be read.
  mutating func next() throws(Diagnostic) -> Value? {
    while mode != .done, let byte = try skipSpace() {
      switch mode {
      case .start:
        mode = byte == UInt8(ascii: "[") ? .array : .lines
        if mode == .array { offset += 1 }
      case .lines:
        if line == lastLine { throw try skipping(JSONFault(kind: .trailing, offset: offset)) }
        return try value()
      case .array where byte == UInt8(ascii: "]") && !isAfterComma:
        offset += 1
        mode = .afterArray
      case .array where isAfterElement:
        guard byte == UInt8(ascii: ",") else { throw try skipping(JSONFault(kind: .unexpectedByte(byte), offset: offset)) }
        offset += 1
        (isAfterElement, isAfterComma) = (false, true)
      case .array:
        (isAfterElement, isAfterComma) = (true, false)
        return try value()
      case .afterArray: throw try skipping(JSONFault(kind: .trailing, offset: offset))
      case .done: return nil
      }
    }
    if mode == .array { throw try skipping(JSONFault(kind: .unexpectedEnd, offset: offset)) }
    return nil
  }

  /// Reads a value and advances to its end.
  private mutating func value() throws(Diagnostic) -> Value {
    let begin = line
    let end = try readValue()
    for byte in buffer[offset..<end] where byte == 0x0A { line += 1 }
    offset = end
    lastLine = line
    return Value(line: begin)
  }

  /// Reads the value at the offset and returns the offset after it.
  private mutating func readValue() throws(Diagnostic) -> Int {
    while true {
      let found: JSONFault
      do throws(JSONFault) {
        let end = try tape.readPrefix(buffer, offset..<buffer.count)
        // A value that ends with the buffer may continue in bytes that are not read yet.
        if end < buffer.count || isAtEnd { return end }
        found = JSONFault(kind: .unexpectedEnd, offset: end)
      } catch {
        found = error
      }
      if found.kind == .unexpectedEnd, !isAtEnd, buffer.count - offset <= Self.maximumValue {
        try fill()
        continue
      }
      throw try skipping(found)
    }
  }

  /// Returns the error of broken JSON, and advances to the line after the one on which its value begins; nothing more is read of
  /// an array.
  private mutating func skipping(_ found: JSONFault) throws(Diagnostic) -> Diagnostic {
    let diagnostic = fault(found)
    let isLater = diagnostic.line != line
    guard mode == .lines else {
      mode = .done
      return diagnostic
    }
    while true {
      if let end = buffer[offset...].firstIndex(of: 0x0A) {
        offset = end + 1
        line += 1
        // What follows the first line of a broken value is only read if it begins an object itself.
        if isLater, try skipSpace() != UInt8(ascii: "{") { mode = .done }
        return diagnostic
      }
      offset = buffer.count
      if isAtEnd { return diagnostic }
      try fill()
    }
  }

  // MARK: Bytes

  /// Skips white space and a byte order mark at the start, and returns the byte after it; nil at the end.
  private mutating func skipSpace() throws(Diagnostic) -> UInt8? {
    while true {
      if mode == .start, offset == 0 {
        while buffer.count < 3, !isAtEnd { try fill() }
        if buffer.starts(with: [0xEF, 0xBB, 0xBF]) { offset = 3 }
      }
      while offset < buffer.count {
        switch buffer[offset] {
        case 0x0A: line += 1
        case 0x20, 0x09, 0x0D: break
        case let byte: return byte
        }
        offset += 1
      }
      if isAtEnd { return nil }
      try fill()
    }
  }

  /// Removes the bytes before the offset and reads more.
  private mutating func fill() throws(Diagnostic) {
    firstColumn = column(at: offset)
    buffer.removeSubrange(..<offset)
    offset = 0
    isAtEnd = try source.read(into: &buffer, atMost: max(Self.pieceSize, buffer.count)) == 0
  }

  /// Returns the 1-based column in characters of an offset in the buffer.
  private func column(at offset: Int) -> Int {
    let newline = buffer[..<offset].lastIndex(of: 0x0A)
    let characters = buffer[(newline.map { $0 + 1 } ?? 0)..<offset].count { $0 & 0xC0 != 0x80 }
    return (newline == nil ? firstColumn : 1) + characters
  }

  /// Returns the error of broken JSON with its line and column.
  private func fault(_ fault: JSONFault) -> Diagnostic {
    let start = offset
    func position(_ target: Int) -> (line: Int, column: Int) {
      let end = min(max(start, target), buffer.count)
      return (line + buffer[start..<end].count { $0 == 0x0A }, column(at: end))
    }
    let mistake = JSONMistake(fault, in: buffer, start..<buffer.count, position: position)
    let place = position(mistake.offset)
    return Diagnostic(path: source.name, line: place.line, column: place.column, code: "invalid-json", mistake.wording)
  }
}

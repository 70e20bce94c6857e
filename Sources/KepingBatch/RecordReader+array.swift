import KepingCore
import KepingPrograms

/// Reads the elements of an array.
///
/// A returned record stays in the buffer: nothing more is read until the next call.
extension RecordReader {
  /// Returns the next element; nil at the end of the array.
  mutating func nextElement() throws(Diagnostic) -> InputRecord? {
    guard let byte = try skipSpace() else {
      mode = .done
      return InputRecord(
        range: offset..<offset, line: line, column: column, fault: JSONFault(kind: .unexpectedEnd, offset: offset))
    }
    if byte == UInt8(ascii: "]") {
      let fault = isAfterComma ? JSONFault(kind: .unexpectedByte(byte), offset: offset) : nil
      let record = InputRecord(range: offset..<offset, line: line, column: column, fault: fault)
      advance(to: offset + 1)
      // Text after the array is read as lines. Nothing is read now, because the record is still in the buffer.
      mode = .lines
      return fault == nil ? nil : record
    }
    while true {
      let valueEnd: Int?
      let fault: JSONFault?
      do throws(JSONFault) {
        valueEnd = try tape.readPrefix(buffer, offset..<buffer.count)
        fault = nil
      } catch {
        valueEnd = nil
        fault = error
      }
      // A number that ends the buffer may continue in unread bytes, and so may an incomplete value.
      if let valueEnd, valueEnd < buffer.count || isAtEnd { return try endElement(valueEnd) }
      if let fault, fault.kind != .unexpectedEnd || isAtEnd { return try brokenElement(fault) }
      if buffer.count - offset > maximumRecord {
        mode = .done
        return InputRecord(range: offset..<offset, line: line, column: column, isTooLong: true)
      }
      // Doubling keeps the total cost of reading and parsing one element linear in its size.
      try fill(upTo: max(2 * (buffer.count - offset), chunkSize))
    }
  }

  /// Returns the element that ends at an offset, and advances past the comma or to the end of the array after it.
  private mutating func endElement(_ valueEnd: Int) throws(Diagnostic) -> InputRecord {
    var record = InputRecord(range: offset..<valueEnd, line: line, column: column)
    let length = valueEnd - offset
    var distance = length
    while true {
      while offset + distance < buffer.count, Self.isSpace(buffer[offset + distance]) { distance += 1 }
      if offset + distance < buffer.count { break }
      if try !fill() { break }
    }
    record.range = offset..<(offset + length)
    let next = offset + distance < buffer.count ? buffer[offset + distance] : nil
    switch next {
    case UInt8(ascii: ",")?:
      isAfterComma = true
      advance(to: offset + distance + 1)
    case UInt8(ascii: "]")?, nil:
      isAfterComma = false
      advance(to: offset + distance)
    case let byte?:
      return try brokenElement(JSONFault(kind: .unexpectedByte(byte), offset: offset + distance))
    }
    return record
  }

  /// Returns an element that is not JSON, and advances to the next element.
  private mutating func brokenElement(_ fault: JSONFault) throws(Diagnostic) -> InputRecord {
    let distance = fault.offset - offset
    try fill(upTo: min(maximumRecord, max(2 * (buffer.count - offset), 4 * chunkSize)))
    let range = offset..<buffer.count
    let end = Resynchronisation.end(of: range, column: column, faultAt: offset + distance, in: buffer)
    let record = InputRecord(
      range: offset..<end.element, line: line, column: column, fault: JSONFault(kind: fault.kind, offset: offset + distance))
    isAfterComma = end.hasComma
    advance(to: end.next)
    return record
  }
}

import KepingCore
import KepingPrograms

/// An array's elements, one by one. The record that is handed out stays in the buffer: nothing is read behind it until the
/// next call.
extension RecordReader {
  /// The next element; nil where the array has ended.
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
      // Whatever follows the array is taken line by line. Nothing is read here: the record is still in the buffer.
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
      // A number may go on in what was not read yet, and so may anything that ends too early.
      if let valueEnd, valueEnd < buffer.count || isAtEnd { return try endElement(valueEnd) }
      if let fault, fault.kind != .unexpectedEnd || isAtEnd { return try brokenElement(fault) }
      if buffer.count - offset > maximumRecord {
        mode = .done
        return InputRecord(range: offset..<offset, line: line, column: column, isTooLong: true)
      }
      // Doubling keeps the repeated reading of one element linear in its size.
      try fill(upTo: max(2 * (buffer.count - offset), chunkSize))
    }
  }

  /// The element up to an offset; what follows must be a comma or the array's end.
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

  /// An element that is not JSON, and the way to the one behind it.
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

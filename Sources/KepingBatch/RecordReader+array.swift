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
        range: place..<place, line: line, column: column, fault: JSONFault(kind: .unexpectedEnd, offset: place))
    }
    if byte == UInt8(ascii: "]") {
      let fault = afterComma ? JSONFault(kind: .unexpectedByte(byte), offset: place) : nil
      let record = InputRecord(range: place..<place, line: line, column: column, fault: fault)
      advance(to: place + 1)
      // Whatever follows the array is taken line by line. Nothing is read here: the record is still in the buffer.
      mode = .lines
      return fault == nil ? nil : record
    }
    while true {
      let behind: Int?
      let fault: JSONFault?
      do throws(JSONFault) {
        behind = try tape.readPrefix(buffer, place..<buffer.count)
        fault = nil
      } catch {
        behind = nil
        fault = error
      }
      // A number may go on in what was not read yet, and so may anything that ends too early.
      if let behind, behind < buffer.count || isAtEnd { return try endElement(behind) }
      if let fault, fault.kind != .unexpectedEnd || isAtEnd { return try brokenElement(fault) }
      if buffer.count - place > maximumRecord {
        mode = .done
        return InputRecord(range: place..<place, line: line, column: column, isTooLong: true)
      }
      // Doubling keeps the repeated reading of one element linear in its size.
      try fill(upTo: max(2 * (buffer.count - place), chunkSize))
    }
  }

  /// The element up to a place; what follows must be a comma or the array's end.
  private mutating func endElement(_ behind: Int) throws(Diagnostic) -> InputRecord {
    var record = InputRecord(range: place..<behind, line: line, column: column)
    let length = behind - place
    var offset = length
    while true {
      while place + offset < buffer.count, Self.isSpace(buffer[place + offset]) { offset += 1 }
      if place + offset < buffer.count { break }
      if try !fill() { break }
    }
    record.range = place..<(place + length)
    let next = place + offset < buffer.count ? buffer[place + offset] : nil
    switch next {
    case UInt8(ascii: ",")?:
      afterComma = true
      advance(to: place + offset + 1)
    case UInt8(ascii: "]")?, nil:
      afterComma = false
      advance(to: place + offset)
    case let byte?:
      return try brokenElement(JSONFault(kind: .unexpectedByte(byte), offset: place + offset))
    }
    return record
  }

  /// An element that is not JSON, and the way to the one behind it.
  private mutating func brokenElement(_ fault: JSONFault) throws(Diagnostic) -> InputRecord {
    let offset = fault.offset - place
    try fill(upTo: min(maximumRecord, max(2 * (buffer.count - place), 4 * chunkSize)))
    let range = place..<buffer.count
    let end = Resynchronisation.end(of: range, column: column, faultAt: place + offset, in: buffer)
    let record = InputRecord(
      range: place..<end.element, line: line, column: column, fault: JSONFault(kind: fault.kind, offset: place + offset))
    afterComma = end.hasComma
    advance(to: end.next)
    return record
  }
}

import KepingCore
import KepingPrograms

/// An input in chunks, so that several workers can share it.
extension RecordReader {
  /// Reads the next records; false at the end.
  ///
  /// The lines of chunks of whole lines are not counted: whoever evaluates them knows how many there were.
  /// - Parameter chunk: what they take the place of, and whose room they use.
  /// - Throws: ``Diagnostic`` where the input cannot be read.
  mutating func next(_ chunk: inout Chunk) throws(Diagnostic) -> Bool {
    chunk.bytes.removeAll(keepingCapacity: true)
    chunk.content = .records([])
    chunk.size = 0
    if mode == .start, let record = try start() {
      add(record, to: &chunk)
      return true
    }
    while mode == .array, chunk.bytes.count < chunkSize, let record = try nextElement() { add(record, to: &chunk) }
    if chunk.size > 0 { return true }
    return mode == .lines ? try nextLines(&chunk) : false
  }

  /// Copies a record into a chunk.
  private func add(_ record: InputRecord, to chunk: inout Chunk) {
    var record = record
    let start = chunk.bytes.count
    let moved = start - record.range.lowerBound
    chunk.bytes.append(contentsOf: buffer[record.range])
    if let fault = record.fault { record.fault = JSONFault(kind: fault.kind, offset: fault.offset + moved) }
    record.range = start..<chunk.bytes.count
    guard case .records(var records) = chunk.content else { preconditionFailure("this chunk has no records") }
    chunk.content = .records([])
    records.append(record)
    chunk.content = .records(records)
    chunk.size += max(1, record.range.count)
  }

  /// Whole lines, as many as have been read.
  private mutating func nextLines(_ chunk: inout Chunk) throws(Diagnostic) -> Bool {
    goOn(in: &chunk)
    var searched = place
    while true {
      var end = buffer.lastOffset(of: 0x0A, from: searched, to: buffer.count).map { $0 + 1 }
      if end == nil && isAtEnd { end = buffer.count }
      if let end {
        if end == place {
          mode = .done
          return false
        }
        take(place..<end, &chunk)
        return true
      }
      if buffer.count - place > maximumRecord {
        add(try passOver(), to: &chunk)
        return true
      }
      searched = buffer.count - place
      _ = try fill()
      searched += place
    }
  }

  /// Goes on in the chunk's room, with what is left of the buffer: it lies in the cache of the worker that used it last.
  private mutating func goOn(in chunk: inout Chunk) {
    chunk.bytes.append(contentsOf: buffer[place...])
    swap(&buffer, &chunk.bytes)
    place = 0
  }

  /// Hands out the buffer itself, and keeps what is left of it.
  private mutating func take(_ range: Range<Int>, _ chunk: inout Chunk) {
    chunk.bytes.removeAll(keepingCapacity: true)
    chunk.bytes.append(contentsOf: buffer[range.upperBound...])
    swap(&buffer, &chunk.bytes)
    chunk.content = .lines(range, line: line, column: column)
    chunk.size = range.count
    place = 0
    column = 1
  }
}

import KepingCore
import KepingPrograms

/// Reads an input in chunks, so that several workers can share it.
extension RecordReader {
  /// Reads the next records into a chunk; returns false at the end.
  ///
  /// The lines of chunks of whole lines are not counted here: the evaluator counts them.
  ///
  /// - Parameter chunk: a chunk whose content is replaced and whose capacity is reused.
  /// - Throws: ``Diagnostic`` if the input cannot be read.
  mutating func readChunk(into chunk: inout Chunk) throws(Diagnostic) -> Bool {
    chunk.bytes.removeAll(keepingCapacity: true)
    chunk.content = .records([])
    chunk.size = 0
    if mode == .start, let record = try detectMode() {
      append(record, to: &chunk)
      return true
    }
    while mode == .array, chunk.bytes.count < chunkSize, let record = try nextElement() { append(record, to: &chunk) }
    if chunk.size > 0 { return true }
    return mode == .lines ? try nextLines(&chunk) : false
  }

  /// Appends a copy of a record to a chunk.
  private func append(_ record: InputRecord, to chunk: inout Chunk) {
    var record = record
    let start = chunk.bytes.count
    let shift = start - record.range.lowerBound
    chunk.bytes.append(contentsOf: buffer[record.range])
    if let fault = record.fault { record.fault = JSONFault(kind: fault.kind, offset: fault.offset + shift) }
    record.range = start..<chunk.bytes.count
    guard case .records(var records) = chunk.content else { preconditionFailure("this chunk has no records") }
    chunk.content = .records([])
    records.append(record)
    chunk.content = .records(records)
    chunk.size += max(1, record.range.count)
  }

  /// Moves all whole lines of the buffer into a chunk; returns false at the end.
  private mutating func nextLines(_ chunk: inout Chunk) throws(Diagnostic) -> Bool {
    moveBuffer(into: &chunk)
    var searched = offset
    while true {
      var end = buffer.lastOffset(of: 0x0A, from: searched, to: buffer.count).map { $0 + 1 }
      if end == nil && isAtEnd { end = buffer.count }
      if let end {
        if end == offset {
          mode = .done
          return false
        }
        moveLines(offset..<end, into: &chunk)
        return true
      }
      if buffer.count - offset > maximumRecord {
        append(try skipLongLine(), to: &chunk)
        return true
      }
      searched = buffer.count - offset
      _ = try fill()
      searched += offset
    }
  }

  /// Continues reading in the chunk's storage, which is in the cache of the worker that used it last.
  private mutating func moveBuffer(into chunk: inout Chunk) {
    chunk.bytes.append(contentsOf: buffer[offset...])
    swap(&buffer, &chunk.bytes)
    offset = 0
  }

  /// Moves the buffer into a chunk without copying its lines, and keeps a copy of the bytes after them.
  private mutating func moveLines(_ range: Range<Int>, into chunk: inout Chunk) {
    chunk.bytes.removeAll(keepingCapacity: true)
    chunk.bytes.append(contentsOf: buffer[range.upperBound...])
    swap(&buffer, &chunk.bytes)
    chunk.content = .lines(range, line: line, column: column)
    chunk.size = range.count
    offset = 0
    column = 1
  }
}

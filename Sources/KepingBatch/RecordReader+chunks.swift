import KepingCore

/// An input in chunks, so that several workers can share it.
extension RecordReader {
  /// The next records; nil at the end.
  /// - Parameter room: what the chunk may be made in.
  /// - Throws: ``Diagnostic`` where the input cannot be read.
  mutating func nextChunk(in room: consuming Bytes) throws(Diagnostic) -> Chunk? {
    room.removeAll(keepingCapacity: true)
    if mode == .start, let record = try start() {
      var chunk = Chunk(bytes: room)
      add(record, to: &chunk)
      return chunk
    }
    if mode == .array {
      var chunk = Chunk(bytes: room)
      while mode == .array, chunk.bytes.count < chunkSize, let record = try nextElement() { add(record, to: &chunk) }
      if chunk.size > 0 { return chunk }
      room = chunk.bytes
    }
    return mode == .lines ? try nextLines(in: room) : nil
  }

  /// Copies a record into a chunk.
  private func add(_ record: Chunk.Record, to chunk: inout Chunk) {
    var record = record
    let start = chunk.bytes.count
    let moved = start - record.range.lowerBound
    chunk.bytes.append(contentsOf: buffer[record.range])
    if let fault = record.fault { record.fault = JSONFault(kind: fault.kind, offset: fault.offset + moved) }
    record.range = start..<chunk.bytes.count
    guard case .records(var records) = chunk.content else { return }
    chunk.content = .records([])
    records.append(record)
    chunk.content = .records(records)
    chunk.size += max(1, record.range.count)
  }

  /// Whole lines, as many as have been read.
  private mutating func nextLines(in room: consuming Bytes) throws(Diagnostic) -> Chunk? {
    var searched = place
    while true {
      var end = buffer.lastPlace(of: 0x0A, from: searched, to: buffer.count).map { $0 + 1 }
      if end == nil && isAtEnd { end = buffer.count }
      if let end {
        if end == place {
          mode = .done
          return nil
        }
        return take(place..<end, in: room)
      }
      if buffer.count - place > maximumRecord {
        var chunk = Chunk(bytes: room)
        add(try passOver(), to: &chunk)
        return chunk
      }
      searched = buffer.count - place
      _ = try fill()
      searched += place
    }
  }

  /// Hands out the buffer itself, and goes on in another one.
  private mutating func take(_ range: Range<Int>, in room: consuming Bytes) -> Chunk {
    room.append(contentsOf: buffer[range.upperBound...])
    swap(&buffer, &room)
    let chunk = Chunk(bytes: room, content: .lines(range, line: line, column: column), size: range.count)
    if countsLines { line += chunk.bytes.count(of: 0x0A, from: range.lowerBound, to: range.upperBound) }
    place = 0
    column = 1
    return chunk
  }
}

import KepingCore

/// Evaluates chunks, with programs of its own: one for each worker.
struct ChunkEvaluator {
  /// In which form results are wanted.
  enum Form: Sendable {
    /// One JSON object a line, of these verdicts.
    case lines(Verdicts)
    case evaluations
    /// Each is handed on as it is found.
    case none
  }

  /// What became of a chunk.
  struct Outcome: Sendable {
    var chunk = Chunk()
    /// Whose it is, of several workers.
    var worker = 0
    /// The chunk's records, and what was decided of each that depends on those before.
    var records: [(record: Chunk.Record, trail: BatchOrder.Trail, verdict: Verdict, end: Int)] = []
    var lines: Bytes = []
    var evaluations: [Evaluation] = []
    /// How many lines the chunk has, where it is of whole lines.
    var lineCount = 0
    /// How many of the records could not be evaluated.
    var errors: Int { records.count { $0.verdict == .error } }
  }

  var records: RecordEvaluator
  let form: Form
  let maximumRecord: Int

  /// Evaluates all records of the outcome's chunk.
  /// - Throws: what the body throws.
  mutating func evaluate<Fault>(
    _ outcome: inout Outcome, _ order: inout BatchOrder,
    _ each: (borrowing Evaluation) throws(Fault) -> Void
  ) throws(Fault) {
    outcome.records.removeAll(keepingCapacity: true)
    outcome.lines.removeAll(keepingCapacity: true)
    outcome.evaluations.removeAll()
    outcome.lineCount = 0
    let bytes = outcome.chunk.bytes
    switch outcome.chunk.content {
    case .records(let all):
      for record in all {
        let trail = evaluate(record, bytes, &order)
        note(record, trail, in: &outcome)
        try each(records.evaluator.evaluation)
      }
    case .lines(let range, let line, let column): try evaluate(bytes, range, line, column, &order, &outcome, each)
    }
    records.evaluator.record.release()
  }

  /// Evaluates a record of an array.
  private mutating func evaluate(_ record: Chunk.Record, _ bytes: Bytes, _ order: inout BatchOrder) -> BatchOrder.Trail {
    if record.fault == nil, !record.isTooLong,
      records.scan(bytes, from: record.range.lowerBound, isLine: false) == record.range.upperBound
    {
      return records.evaluateScanned(&order)
    }
    return records.evaluate(record, bytes, &order)
  }

  private mutating func evaluate<Fault>(
    _ bytes: Bytes, _ range: Range<Int>, _ first: Int, _ column: Int, _ order: inout BatchOrder,
    _ outcome: inout Outcome, _ each: (borrowing Evaluation) throws(Fault) -> Void
  ) throws(Fault) {
    var (line, column) = (first, column)
    var place = range.lowerBound
    while place < range.upperBound {
      if let behind = records.scan(bytes, from: place, isLine: true) {
        let end = bytes.endOfSpace(from: behind, to: range.upperBound)
        if end == range.upperBound || bytes[end] == 0x0A, end - place <= maximumRecord {
          let trail = records.evaluateScanned(&order)
          note(Chunk.Record(range: place..<end, line: line, column: column), trail, in: &outcome)
          try each(records.evaluator.evaluation)
          place = end + 1
          line += 1
          column = 1
          continue
        }
      }
      // A record tells itself where it ends; only where something is wrong with it is the line's end looked for first.
      let behind = try? records.evaluator.record.tape.readPrefix(bytes, place..<range.upperBound, isLine: true)
      var end = bytes.endOfSpace(from: behind ?? place, to: range.upperBound)
      let isParsed = behind != nil && (end == range.upperBound || bytes[end] == 0x0A)
      let isBlank = behind == nil && (end == range.upperBound || bytes[end] == 0x0A)
      if !isParsed && !isBlank { end = bytes.place(of: 0x0A, from: end, to: range.upperBound) ?? range.upperBound }
      if !isBlank {
        let isTooLong = end - place > maximumRecord
        let record = Chunk.Record(range: place..<end, line: line, column: column, isTooLong: isTooLong)
        let trail = records.evaluate(record, bytes, isParsed: isParsed, &order)
        note(record, trail, in: &outcome)
        try each(records.evaluator.evaluation)
      }
      place = end + 1
      line += 1
      column = 1
    }
    outcome.lineCount = line - first
  }

  /// Keeps the result of the record that was evaluated last.
  private func note(_ record: Chunk.Record, _ trail: BatchOrder.Trail, in outcome: inout Outcome) {
    let verdict = records.evaluator.evaluation.verdict
    write(records.evaluator.evaluation, &outcome)
    outcome.records.append((record, trail, verdict, outcome.lines.count))
  }

  private func write(_ evaluation: borrowing Evaluation, _ outcome: inout Outcome) {
    switch form {
    case .lines(let verdicts):
      guard verdicts.contains(evaluation.verdict) else { return }
      evaluation.append(to: &outcome.lines)
      outcome.lines.append(0x0A)
    case .evaluations: outcome.evaluations.append(copy evaluation)
    case .none: break
    }
  }

  /// Goes on from what a worker found, which did not know what came before: what it would have found otherwise is
  /// evaluated again.
  /// - Parameter lines: of the chunks before, which their reader did not count.
  mutating func settle(_ outcome: inout Outcome, _ order: inout BatchOrder, linesBefore lines: Int) {
    func stands(_ trail: BatchOrder.Trail) -> Bool { (lines == 0 || !trail.namesLine) && order.accepts(trail) }
    for place in outcome.records.indices { if let id = outcome.records[place].trail.id { order.glance(at: id) } }
    var first = 0
    while first < outcome.records.count, stands(outcome.records[first].trail) { first += 1 }
    if first == outcome.records.count { return }
    let speculation = outcome
    outcome.records.removeSubrange(first...)
    outcome.lines.removeSubrange((first == 0 ? 0 : speculation.records[first - 1].end)...)
    outcome.evaluations.removeSubrange(min(first, outcome.evaluations.count)...)
    for place in first..<speculation.records.count {
      var (record, trail, verdict, end) = speculation.records[place]
      if place > first && stands(trail) {
        outcome.lines.append(contentsOf: speculation.lines[(place == 0 ? 0 : speculation.records[place - 1].end)..<end])
        if case .evaluations = form { outcome.evaluations.append(speculation.evaluations[place]) }
        outcome.records.append((record, trail, verdict, outcome.lines.count))
      } else {
        record.line += lines
        trail = records.evaluate(record, speculation.chunk.bytes, &order)
        note(record, trail, in: &outcome)
      }
    }
    records.evaluator.record.release()
  }
}

extension Bytes {
  /// The place behind white space within a line.
  fileprivate func endOfSpace(from start: Int, to end: Int) -> Int {
    var place = start
    while place < end, self[place] == 0x20 || self[place] == 0x09 || self[place] == 0x0D { place += 1 }
    return place
  }
}

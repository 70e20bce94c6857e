import KepingCore
import KepingPrograms
import KepingSelection

/// Evaluates chunks, with its own instances of the programs; each worker has one.
struct ChunkEvaluator {
  /// The form of the results.
  enum Form: Sendable {
    /// One JSON object a line, for these verdicts.
    case lines(Verdicts)
    /// Assessments that are collected for the whole chunk.
    case assessments
    /// Assessments that are passed to a body one at a time.
    case each
    /// Entries of a round that are collected for the whole chunk.
    case entries(EntryPlan)
  }

  /// The results of a chunk.
  struct Results: Sendable {
    /// The result of one record.
    struct Entry: Sendable {
      var record: InputRecord
      /// The part of the result that depends on earlier records.
      var decision: BatchOrder.Decision
      var verdict: Verdict
      /// The end offset of its line in ``Results/lines``.
      var end: Int
    }

    var chunk = Chunk()
    /// The index of the owning worker.
    var worker = 0
    var entries: [Entry] = []
    var lines: Bytes = []
    var assessments: [Assessed] = []
    var roundEntries: [KepingSelection.Entry] = []
    /// The number of lines in a chunk of whole lines; else 0.
    var lineCount = 0
    /// The number of records that could not be evaluated.
    var errors: Int { entries.count { $0.verdict == .error } }
  }

  private var assessor: Assessor
  private let form: Form
  private let maximumRecord: Int
  /// The name of the file, which the messages of failures give with the line; nil to leave both out.
  private let file: String?
  /// Receives each assessment while its record is still bound, so that it can be traced.
  private let inspect: Batch.Inspection?
  /// What is counted for limits; nil if nothing is.
  private let plan: SubmissionPlan?
  /// The ids of the applications with corrections or rulings; nil if there are none.
  private let amendedIDs: Set<Bytes>?
  /// The corrections and rulings; nil in a worker, which leaves their applications to the calling thread.
  private let amendments: Amendments?
  private var json = JSONResult()
  private var builder = AssessmentBuilder()
  private var verdictSink = VerdictSink()
  /// The sink that has the last result.
  private var holder = Destination.builder

  init(
    _ assessor: Assessor, form: Form, maximumRecord: Int, file: String?, inspect: Batch.Inspection? = nil,
    plan: SubmissionPlan? = nil, amendedIDs: Set<Bytes>? = nil, amendments: Amendments? = nil
  ) {
    self.assessor = assessor
    self.form = form
    self.maximumRecord = maximumRecord
    self.file = file
    self.inspect = inspect
    self.plan = plan
    self.amendedIDs = amendedIDs
    self.amendments = amendments
  }

  /// Evaluates all records of a chunk.
  ///
  /// - Throws: what `each` throws.
  mutating func evaluateChunk<Fault>(
    _ results: inout Results, _ order: inout BatchOrder, _ each: (Assessed) throws(Fault) -> Void
  ) throws(Fault) {
    results.entries.removeAll(keepingCapacity: true)
    results.lines.removeAll(keepingCapacity: true)
    results.assessments.removeAll()
    results.roundEntries.removeAll(keepingCapacity: true)
    results.lineCount = 0
    switch results.chunk.content {
    case .records(let records):
      for record in records {
        evaluateRecord(record, &results, &order)
        try deliver(each)
      }
    case .lines(let range, let line, let column):
      var next = InputRecord(range: range, line: line, column: column)
      while next.range.lowerBound < range.upperBound {
        if evaluateLine(&next, &results, &order) { try deliver(each) }
      }
      results.lineCount = next.line - line
    }
    assessor.release()
  }

  private mutating func deliver<Fault>(_ each: (Assessed) throws(Fault) -> Void) throws(Fault) {
    if case .each = form { try each(assessed()) }
  }

  /// Returns the last assessment with what its application counts for; call this while its record is still bound.
  private mutating func assessed() -> Assessed {
    let assessment = builder.assessment
    guard let plan, assessment.verdict != .error else { return Assessed(assessment: assessment, submission: Submission()) }
    return Assessed(assessment: assessment, submission: plan.submission(of: &assessor))
  }

  // MARK: One record

  /// Evaluates a record that the reader has separated.
  private mutating func evaluateRecord(_ record: InputRecord, _ results: inout Results, _ order: inout BatchOrder) {
    if record.fault == nil, !record.isTooLong {
      var source = ScannedSource(results.chunk.bytes, from: record.range.lowerBound, isLine: false)
      if read(&source), source.end == record.range.upperBound { return assess(record, &results, &order) }
    }
    assessParsed(record, isParsed: false, &results, &order)
  }

  /// Evaluates the next line and advances to the one after it.
  ///
  /// - Returns: whether the line had a record.
  private mutating func evaluateLine(
    _ next: inout InputRecord, _ results: inout Results, _ order: inout BatchOrder
  ) -> Bool {
    let bytes = results.chunk.bytes
    let (start, limit) = (next.range.lowerBound, next.range.upperBound)
    var source = ScannedSource(bytes, from: start, isLine: true)
    if read(&source) {
      let end = bytes.endOfSpace(from: source.end, to: limit)
      if end == limit || bytes[end] == 0x0A, end - start <= maximumRecord {
        assess(next.ending(at: end), &results, &order)
        next.advance(after: end)
        return true
      }
    }
    // Parsing finds the end of a correct record; the line end is searched for only if the record is not correct.
    let parsed = assessor.parsePrefix(ofLine: bytes, start..<limit)
    var end = bytes.endOfSpace(from: parsed ?? start, to: limit)
    let isAtLineEnd = end == limit || bytes[end] == 0x0A
    if !isAtLineEnd { end = bytes.offset(of: 0x0A, from: end, to: limit) ?? limit }
    defer { next.advance(after: end) }
    if parsed == nil && isAtLineEnd { return false }
    var record = next.ending(at: end)
    record.isTooLong = end - start > maximumRecord
    assessParsed(record, isParsed: parsed != nil && isAtLineEnd && !record.isTooLong, &results, &order)
    return true
  }

  /// The sink that receives results.
  private enum Destination { case builder, json, verdictSink }

  /// Assessments may be built first even if results are written as lines.
  private var destination: Destination {
    switch form {
    case .lines: inspect == nil ? .json : .builder
    case .assessments, .each: .builder
    case .entries: .verdictSink
    }
  }

  private var compiledForm: CompiledForm { destination == .builder ? .values : .json }

  private mutating func read(_ source: inout ScannedSource) -> Bool { assessor.read(&source, for: compiledForm) }

  private mutating func assess(
    _ record: InputRecord, _ results: inout Results, _ order: inout BatchOrder
  ) {
    if let amendedIDs {
      if let id = assessor.trimmedID(), amendedIDs.contains(id) { return assessAmended(record, id, &results, &order) }
      amendments?.clear()
    }
    holder = destination
    let runner = assessor.runner
    let precedent = order.beginRecord(&assessor, line: record.line)
    let file = file
    func location() -> String? { file.map { SourceNames.location(line: record.line, in: $0) } }
    let conclusion =
      switch destination {
      case .builder: assessor.conclude(into: &builder, after: precedent, location: location)
      case .json: assessor.conclude(into: &json, after: precedent, location: location)
      case .verdictSink: assessor.conclude(into: &verdictSink, after: precedent, location: location)
      }
    order.endRecord(conclusion, runner: runner)
    if file != nil, verdict == .error { order.recordNamedLine() }
    appendResult(record, &results, &order)
  }

  private mutating func assessParsed(
    _ record: InputRecord, isParsed: Bool, _ results: inout Results, _ order: inout BatchOrder
  ) {
    do throws(EvaluationFailure) {
      try assessor.readParsed(record, in: results.chunk.bytes, isParsed: isParsed, for: compiledForm)
      assess(record, &results, &order)
    } catch {
      holder = destination
      amendments?.clear()
      switch destination {
      case .builder: assessor.refuse(error, in: file, into: &builder)
      case .json: assessor.refuse(error, in: file, into: &json)
      case .verdictSink: assessor.refuse(error, in: file, into: &verdictSink)
      }
      order.recordUnreadable()
      appendResult(record, &results, &order)
    }
  }

  // MARK: Corrections and rulings

  /// Evaluates a record that has a correction or rulings, or leaves it to the calling thread.
  ///
  /// - Parameter id: the id of the record.
  private mutating func assessAmended(
    _ record: InputRecord, _ id: Bytes, _ results: inout Results, _ order: inout BatchOrder
  ) {
    holder = .builder
    guard let amendments, !order.isSpeculative else {
      order.deferRecord()
      if case .assessments = form {
        results.assessments.append(Assessed(assessment: Assessment(verdict: .error), submission: Submission()))
      }
      // The calling thread replaces it.
      if case .entries = form { results.roundEntries.append(.unread) }
      results.entries.append(
        Results.Entry(record: record, decision: order.decision, verdict: .error, end: results.lines.count))
      return
    }
    // Such a result is built as a value, for which the record must have been read by the program compiled for values.
    if destination != .builder {
      do throws(EvaluationFailure) { try assessor.readParsed(record, in: results.chunk.bytes, for: .values) } catch {
        preconditionFailure("a record that could be read can be read again")
      }
    }
    let file = file
    let location = Amendments.Location(line: record.line) { file.map { SourceNames.location(line: record.line, in: $0) } }
    amendments.conclude(id, &assessor, into: &builder, &order, at: location)
    if file != nil, verdict == .error { order.recordNamedLine() }
    appendResult(record, &results, &order)
  }

  /// The verdict of the last record.
  private var verdict: Verdict {
    switch holder {
    case .builder: builder.assessment.verdict
    case .json: json.verdict
    case .verdictSink: verdictSink.verdict
    }
  }

  /// What a round needs of the last result.
  private var conclusion: EntryPlan.Conclusion {
    guard holder == .builder else { return EntryPlan.Conclusion(verdictSink) }
    return EntryPlan.Conclusion(builder.assessment, amendments)
  }

  /// Appends the result of the last record in the form that the caller wants, and its entry.
  private mutating func appendResult(_ record: InputRecord, _ results: inout Results, _ order: inout BatchOrder) {
    let verdict = verdict
    assessor.inspect(builder.assessment, with: inspect)
    switch form {
    case .lines(let verdicts):
      guard verdicts.contains(verdict) else { break }
      if holder == .builder { builder.assessment.append(to: &results.lines) } else { json.append(to: &results.lines) }
      results.lines.append(0x0A)
    case .assessments: results.assessments.append(assessed())
    case .each: break
    case .entries(let plan): results.roundEntries.append(plan.entry(conclusion, of: &assessor))
    }
    results.entries.append(Results.Entry(record: record, decision: order.decision, verdict: verdict, end: results.lines.count))
  }

  // MARK: The order of the input

  /// Merges the results of a worker into the order of the batch.
  ///
  /// The worker did not know the earlier records, so a record whose result depends on them is evaluated again.
  ///
  /// - Parameter lines: the number of lines in earlier chunks, which the reader did not count.
  mutating func merge(_ results: inout Results, _ order: inout BatchOrder, linesBefore lines: Int) {
    func isValid(_ entry: Results.Entry) -> Bool {
      (lines == 0 || !entry.decision.namesLine) && order.accepts(entry.decision, line: entry.record.line + lines)
    }
    for entry in results.entries { if let id = entry.decision.id { order.prefetch(id) } }
    var first = 0
    while first < results.entries.count, isValid(results.entries[first]) { first += 1 }
    if first == results.entries.count { return }
    let speculation = results
    results.entries.removeSubrange(first...)
    results.lines.removeSubrange((first == 0 ? 0 : speculation.entries[first - 1].end)...)
    results.assessments.removeSubrange(min(first, results.assessments.count)...)
    results.roundEntries.removeSubrange(min(first, results.roundEntries.count)...)
    for index in first..<speculation.entries.count {
      var entry = speculation.entries[index]
      if index > first && isValid(entry) {
        let start = speculation.entries[index - 1].end
        results.lines.append(contentsOf: speculation.lines[start..<entry.end])
        switch form {
        case .assessments: results.assessments.append(speculation.assessments[index])
        case .entries: results.roundEntries.append(speculation.roundEntries[index])
        case .lines, .each: break
        }
        entry.end = results.lines.count
        results.entries.append(entry)
      } else {
        entry.record.line += lines
        assessParsed(entry.record, isParsed: false, &results, &order)
      }
    }
    assessor.release()
  }
}

extension InputRecord {
  /// Returns a record with the same start that ends at an offset.
  fileprivate func ending(at end: Int) -> InputRecord {
    InputRecord(range: range.lowerBound..<end, line: line, column: column)
  }

  /// Advances to the line after the one that ends at an offset.
  fileprivate mutating func advance(after end: Int) {
    range = min(end + 1, range.upperBound)..<range.upperBound
    line += 1
    column = 1
  }
}

extension Bytes {
  /// Returns the offset after white space within a line.
  fileprivate func endOfSpace(from start: Int, to end: Int) -> Int {
    var offset = start
    while offset < end, self[offset] == 0x20 || self[offset] == 0x09 || self[offset] == 0x0D { offset += 1 }
    return offset
  }
}

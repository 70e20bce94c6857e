import KepingCore
import KepingFiles
import KepingPrograms
import KepingTables

/// Corrections and rulings, which are read before the inputs.
extension Batch {
  /// Reads corrections: each takes the place of the first application with its id.
  ///
  /// - Parameter report: receives non-fatal diagnostics: parts of a table that could not be read, and remarks.
  /// - Returns: whether all of the input could be read.
  /// - Throws: ``Diagnostic`` if the input cannot be read.
  public func addCorrections(_ input: Input, report: (Diagnostic) -> Void) throws(Diagnostic) -> Bool {
    let amendments = amendments ?? Amendments()
    self.amendments = amendments
    let file = input.label ?? Input.labels(of: [input.name])[0]
    switch input.content {
    case .json(let source): try addCorrections(source, file, to: amendments)
    case .table(let reader): return addCorrections(reader, file, to: amendments, report)
    }
    return true
  }

  private func addCorrections(_ source: ByteSource, _ file: String, to amendments: Amendments) throws(Diagnostic) {
    var reader = RecordReader(source, maximumRecord: maximumRecord)
    let name = SourceName(file: file)
    while var record = try reader.next() {
      // A copy of each record, because the reader moves the bytes of its buffer.
      let shift = record.range.lowerBound
      let bytes = Bytes(reader.buffer[record.range])
      record.range = 0..<bytes.count
      if let fault = record.fault { record.fault = JSONFault(kind: fault.kind, offset: fault.offset - shift) }
      amendments.corrections.add(correction(record, in: bytes, name))
    }
  }

  private func correction(_ record: InputRecord, in bytes: Bytes, _ name: SourceName) -> Correction {
    do throws(EvaluationFailure) {
      try assessor.readParsed(record, in: bytes, for: .values)
      return Correction(content: .json(bytes, record), id: assessor.trimmedID(), line: record.line, source: name)
    } catch {
      var builder = AssessmentBuilder()
      assessor.refuse(error, in: name.file, into: &builder)
      return Correction(content: .unreadable(builder.assessment), id: nil, line: record.line, source: name)
    }
  }

  private func addCorrections(
    _ reader: TableReader, _ file: String, to amendments: Amendments, _ report: (Diagnostic) -> Void
  ) -> Bool {
    // A record of its own, without the memory that parsing JSON takes, because records of sheets are kept.
    var assessor = Assessor(programs.routes, maximumRecord: maximumRecord)
    reader.nameFile(file)
    return reader.forEachApplication(report: report) { row in
      _ = assessor.read(&row, for: .values)
      let id = assessor.trimmedID()
      let record = KeptRecord(of: &assessor, programFaults: row.programFaults)
      let name = SourceName(file: file, sheet: reader.currentSheetName)
      amendments.corrections.add(Correction(content: .row(record), id: id, line: reader.currentRow, source: name))
    }
  }

  /// Applies rulings to the applications that are evaluated from now on.
  ///
  /// - Parameters:
  ///   - confirmation: which rulings need to be confirmed by a second person.
  ///   - bureauLimits: the number of limits in the configuration, which are ruled as `selection/limit/1` and so on.
  public func apply(_ rulings: [Ruling], confirmation: RulingConfirmation, bureauLimits: Int = 0) {
    let amendments = amendments ?? Amendments()
    self.amendments = amendments
    amendments.rulings = RulingBook(rulings, confirmation: confirmation, bureauLimits: bureauLimits)
  }

  // MARK: After all inputs

  /// The rulings that cannot be taken as they are, and remarks on rulings, once all inputs have been evaluated.
  public var rulingDiagnostics: [Diagnostic] { amendments?.rulings.diagnostics ?? [] }

  /// Passes the assessments of the corrections that took the place of no application to a body, once all inputs have been
  /// evaluated: they cannot be read, have the same id as another one, or correct nothing.
  ///
  /// - Throws: what the body throws.
  public func assessOtherCorrections<Fault>(_ body: (Assessment) throws(Fault) -> Void) throws(Fault) {
    try concludeOtherCorrections { assessment, _ throws(Fault) in try body(assessment) }
  }

  /// Passes the assessments of the same corrections to a body, each with the assessor that has its record.
  ///
  /// - Throws: what the body throws.
  func concludeOtherCorrections<Fault>(_ body: (Assessment, inout Assessor) throws(Fault) -> Void) throws(Fault) {
    guard let amendments else { return }
    var builder = AssessmentBuilder()
    try amendments.concludeOthers(&assessor, into: &builder, body)
  }

  /// Passes the results of the same corrections as lines of JSON to a body.
  ///
  /// - Parameter verdicts: the verdicts whose results are written; the others are only counted.
  /// - Throws: what the body throws.
  public func evaluateOtherCorrections<Fault>(
    of verdicts: Set<Verdict>, _ body: (borrowing Block) throws(Fault) -> Void
  ) throws(Fault) {
    var block = Block()
    assessOtherCorrections { assessment in
      block.records += 1
      block.errors += 1
      guard verdicts.contains(.error) else { return }
      assessment.append(to: &block.lines)
      block.lines.append(0x0A)
    }
    if block.records > 0 { try body(block) }
  }
}

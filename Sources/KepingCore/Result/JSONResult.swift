/// A result sink that writes the result of one application as JSON while it is evaluated.
///
/// It is faster than building an ``Assessment``, because most of a result is the same for every application and is copied from
/// the compiled program. The buffers are reused for the next application.
public struct JSONResult: Sendable {
  /// The verdict of the application; `error` until the result is finished.
  public private(set) var verdict = Verdict.error
  /// Whether a finding has been written.
  private var hasFindings = false
  /// Whether a score item has been written.
  private var hasItems = false
  /// The total of the score items, in tenths of a point.
  private var total = 0
  /// The JSON before the findings.
  private var head = Output()
  /// The JSON from the findings to the start of the score items.
  private var body = Output()
  /// The JSON of the score items.
  private var scores = Output()
  /// The evidence of the finding under construction.
  private var evidence = Output()
  /// The offset in ``head`` after the values that identify the application.
  private var identityEnd = 0
  private let headPieces = HeadPieces()

  /// Creates an empty result.
  public init() {}

  /// Appends the result as one JSON object without a line end.
  public func append(to buffer: inout Bytes) {
    buffer.append(contentsOf: head.written)
    buffer.append(contentsOf: body.written)
    buffer.append(contentsOf: scores.written)
  }
}

extension JSONResult: FindingSink {
  package static var form: CompiledForm { .json }

  // MARK: Values that identify the application

  package mutating func begin(_ record: borrowing Record) {
    head.removeAll()
    body.removeAll()
    scores.removeAll()
    verdict = .error
    let fields = HostSlots.all
    writeText(fields.id, of: record, after: headPieces.id)
    head.append(headPieces.year, of: headPieces.texts)
    if let year = record.knownSlot(fields.year) { head.append(number: year.number) } else { head.append(.null) }
    writeText(fields.direction, of: record, after: headPieces.direction)
    writeText(fields.title, of: record, after: headPieces.title)
    writeText(fields.applicant, of: record, after: headPieces.applicant)
    head.append(headPieces.program, of: headPieces.texts)
    identityEnd = head.count
  }

  /// Writes a piece of JSON and a text of the record after it, or null if the text is not known.
  /// - Parameter key: the JSON before the text, including the opening quote.
  private mutating func writeText(_ field: HostSlots.Field, of record: borrowing Record, after key: Piece) {
    head.append(key, of: headPieces.texts)
    guard let slot = record.knownSlot(field) else {
      head.remove(from: head.count - 1)
      return head.append(.null)
    }
    head.append(slot, record.bytes, record.unescaped, isScanned: record.isScanned)
    head.append(UInt8(ascii: "\""))
  }

  package mutating func evaluate(_ call: EvaluationCall, by evaluator: inout Evaluator) throws(EvaluationFailure) {
    try evaluator.evaluate(call, into: &self)
  }

  package mutating func fail(
    _ failure: EvaluationFailure, problems: [Problem], of program: ProgramReference?, schema: Schema
  ) {
    verdict = .error
    var text: Bytes = []
    if let program { text.append(program) } else { text.append("null") }
    text.append(",\"verdict\":\"error\"")
    text.append(member: failure)
    text.append(",\"findings\":[],\"problems\":")
    text.append(problems)
    text.append(",\"score\":null}")
    head.remove(from: identityEnd)
    head.append(contentsOf: text)
    body.removeAll()
    scores.removeAll()
  }

  // MARK: Findings

  mutating func beginFindings() {
    body.removeAll()
    scores.removeAll()
    hasFindings = false
    hasItems = false
    total = 0
  }

  static func preparation(_ clause: CompiledClause, _ outcome: Outcome, _ program: CompiledProgram) -> CompiledFinding.Kind {
    program.findings[Int(clause.findings) &+ outcome.index].kind
  }

  mutating func writePreparedFinding(
    _ clause: CompiledClause, _ outcome: Outcome, number: Double, exponent: Int, _ program: CompiledProgram
  ) {
    hasFindings = true
    let finding = program.findings[Int(clause.findings) &+ outcome.index]
    if finding.kind == .whole { return body.append(finding.head, of: program.texts) }
    let messageNumber = Output.Number(value: number, exponent: exponent)
    let evidenceNumber = Output.Number(value: number, exponent: 0)
    body.append(
      finding.head, first: messageNumber, middle: finding.middle, second: evidenceNumber, rest: finding.rest, of: program.texts)
  }

  mutating func beginFinding(_ clause: CompiledClause, _ outcome: Outcome, of direction: Int, _ program: CompiledProgram) {
    hasFindings = true
    evidence.removeAll()
    body.append(program.findings[Int(clause.findings) &+ outcome.index].opening, of: program.texts)
  }

  mutating func endFinding(_ program: CompiledProgram) {
    body.append(program.messages.evidence, of: program.texts)
    body.append(evidence)
  }

  mutating func rule(finding index: Int, _ outcome: Outcome, _ ruling: AppliedRuling) {
    preconditionFailure("results with rulings are built as values")
  }

  // MARK: Messages

  mutating func appendMessage(_ piece: Piece, _ program: CompiledProgram) { body.append(piece, of: program.texts) }

  mutating func appendMessage(_ head: Piece, number: Output.Number, tail: Piece, _ program: CompiledProgram) {
    body.append(head, number, tail, of: program.texts)
  }

  mutating func appendMessage(_ number: Double, shiftedBy exponent: Int) { body.append(number, shiftedBy: exponent) }

  mutating func appendMessage(_ slot: Record.Slot, of record: borrowing Record) {
    body.append(slot, record.bytes, record.unescaped, isScanned: record.isScanned)
  }

  mutating func appendMessage(_ text: String) { body.append(text) }

  var messageLength: Int { body.count }

  mutating func truncateMessage(to length: Int) { body.remove(from: length) }

  // MARK: Evidence

  @inline(__always)
  private mutating func separateEvidence() { if !evidence.isEmpty { evidence.append(UInt8(ascii: ",")) } }

  @inline(__always)
  private mutating func appendScalar(_ value: EvidenceScalar) {
    switch value {
    case .null: evidence.append(.null)
    case .flag(let flag): evidence.append(flag ? .true : .false)
    case .number(let number): evidence.append(number: number)
    }
  }

  @inline(__always)
  mutating func addEvidence(_ field: Piece, _ value: EvidenceScalar, required: Piece, _ program: CompiledProgram) {
    separateEvidence()
    if case .number(let number) = value {
      return evidence.append(field, Output.Number(value: number, exponent: 0), required, of: program.texts)
    }
    evidence.append(field, of: program.texts)
    appendScalar(value)
    evidence.append(required, of: program.texts)
  }

  mutating func addEvidence(
    _ field: Piece, _ slot: Record.Slot, of record: borrowing Record, required: Piece, _ program: CompiledProgram
  ) {
    separateEvidence()
    evidence.append(field, of: program.texts)
    evidence.append(UInt8(ascii: "\""))
    evidence.append(slot, record.bytes, record.unescaped, isScanned: record.isScanned)
    evidence.append(UInt8(ascii: "\""))
    evidence.append(required, of: program.texts)
  }

  mutating func addEvidence(
    _ field: Piece, _ slot: Record.Slot, of record: borrowing Record, required: String, _ program: CompiledProgram
  ) {
    separateEvidence()
    evidence.append(field, of: program.texts)
    evidence.append(UInt8(ascii: "\""))
    evidence.append(slot, record.bytes, record.unescaped, isScanned: record.isScanned)
    evidence.append("\",\"required\":\"\(required)\"}")
  }

  mutating func addEvidence(
    _ field: Piece, _ value: Double, comparedWith other: Double, by check: CompiledCheck, _ program: CompiledProgram
  ) {
    addEvidence(field, .number(value), required: check.closing, program)
    evidence.append(number: other)
    evidence.append(program.messages.quoteEnd, of: program.texts)
  }

  mutating func writeAnswer(
    _ answer: CompiledAnswer, to check: CompiledCheck, _ slot: Record.Slot, of record: borrowing Record,
    _ program: CompiledProgram
  ) {
    body.append(answer.message, of: program.texts)
    separateEvidence()
    evidence.append(answer.evidence, of: program.texts)
  }

  mutating func addEvidence(_ element: EvidenceElement, _ value: EvidenceScalar, required: Piece, _ program: CompiledProgram) {
    beginElementEvidence(element, program)
    evidence.append(program.messages.fieldEnd, of: program.texts)
    appendScalar(value)
    evidence.append(required, of: program.texts)
  }

  mutating func addEvidence(
    _ element: EvidenceElement, _ slot: Record.Slot, of record: borrowing Record, required: Piece, _ program: CompiledProgram
  ) {
    if element.field == nil {
      separateEvidence()
      let number = Output.Number(value: Double(element.index), exponent: 0)
      evidence.append(element.list, number, program.messages.elementNamed, of: program.texts)
    } else {
      beginElementEvidence(element, program)
      evidence.append(program.messages.fieldEnd, of: program.texts)
      evidence.append(UInt8(ascii: "\""))
    }
    evidence.append(slot, record.bytes, record.unescaped, isScanned: record.isScanned)
    evidence.append(required, of: program.texts)
  }

  mutating func addEvidence(_ element: EvidenceElement, known text: Piece, required: Piece, _ program: CompiledProgram) {
    beginElementEvidence(element, program)
    evidence.append(program.messages.fieldEnd, of: program.texts)
    evidence.append(text, of: program.texts)
    evidence.append(required, of: program.texts)
  }

  /// Appends the start of the evidence about an element: `{"field":"partners[0].kind`.
  private mutating func beginElementEvidence(_ element: EvidenceElement, _ program: CompiledProgram) {
    separateEvidence()
    if element.index == EvidenceElement.applicant {
      evidence.append("{\"field\":\"applicant")
    } else {
      evidence.append(element.list, of: program.texts)
      evidence.append(decimal: element.index)
      evidence.append(UInt8(ascii: "]"))
    }
    if let field = element.field {
      evidence.append(UInt8(ascii: "."))
      evidence.append(field, of: program.texts)
    }
  }

  // MARK: The score

  mutating func writePreparedItem(
    _ item: CompiledItem, points: Int, of criterion: CompiledCriterion, _ program: CompiledProgram
  ) {
    hasItems = true
    total &+= points
    scores.append(item.text, of: program.texts)
  }

  mutating func writeItem(points: Int, reasonNumber: Double, of criterion: CompiledCriterion, _ program: CompiledProgram) {
    hasItems = true
    total &+= points
    scores.append(
      criterion.opening, first: Output.Number(value: Double(points), exponent: 1), middle: criterion.middle,
      second: Output.Number(value: reasonNumber, exponent: Int(criterion.exponent)), rest: criterion.rest, of: program.texts)
  }

  mutating func writeItem(
    points: Int, maximum: Int, reason: Piece, number: Double?, of criterion: CompiledCriterion, _ program: CompiledProgram
  ) {
    hasItems = true
    total &+= points
    let texts = program.texts
    scores.append(criterion.opening, of: texts)
    scores.append(Double(points), shiftedBy: 1)
    scores.append(",\"max\":")
    scores.append(Double(maximum), shiftedBy: 1)
    scores.append(",\"reason\":\"")
    scores.append(reason, of: texts)
    guard let number else { return }
    scores.append(number, shiftedBy: Int(criterion.exponent))
    scores.append(criterion.rest, of: texts)
  }

  mutating func appendValue(_ value: Double, toReasonOf criterion: CompiledCriterion, _ program: CompiledProgram) {
    // The reason stays open until the next item or the end of the items.
    scores.append(value, shiftedBy: Int(criterion.valueExponent))
    scores.append(criterion.tail, of: program.texts)
  }

  // MARK: The end

  /// Writes the parts that depend on the verdict and on the total: the end of the head, the problems and the end of the score.
  mutating func finish(_ verdict: Verdict, problems: [Problem], direction: Int, _ program: CompiledProgram) {
    self.verdict = verdict
    let messages = program.messages
    let texts = program.texts
    head.remove(from: identityEnd)
    head.append(program.directions[direction].opening(verdict), of: texts)
    let sum = Output.Number(value: Double(total), exponent: 1)
    if problems.isEmpty {
      body.append(hasFindings ? messages.noProblemsAfterFinding : messages.noProblems, sum, messages.itemsBegin, of: texts)
    } else {
      var tail: Bytes = []
      if hasFindings { tail.append(CompiledMessages.findingEnd) }
      tail.append("],\"problems\":")
      tail.append(problems)
      tail.append(",\"score\":{\"total\":")
      tail.append(tenths: total)
      body.append(contentsOf: tail)
      body.append(messages.itemsBegin, of: texts)
    }
    scores.append(hasItems ? messages.itemsEndAfterItem : messages.itemsEnd, of: texts)
  }
}

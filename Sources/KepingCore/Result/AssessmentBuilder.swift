/// A result sink that builds an ``Assessment``.
package struct AssessmentBuilder {
  /// The assessment, which is complete once the application has been evaluated or has failed.
  package private(set) var assessment = Assessment(verdict: .error)
  /// The message of the finding under construction.
  private var message = ""
  /// The evidence of the finding under construction.
  private(set) var evidence: [Evidence] = []
  /// The clause and the outcome of the finding under construction.
  private var clause: (clause: Clause, outcome: Outcome)?
  /// The criteria whose score items are still to be written.
  private var criteria: ArraySlice<Criterion> = []

  package init() {}
}

extension AssessmentBuilder: FindingSink {
  package static var form: CompiledForm { .values }

  package mutating func begin(_ record: borrowing Record) {
    let fields = HostSlots.all
    assessment = Assessment(verdict: .error)
    assessment.id = Self.text(fields.id, of: record)
    assessment.year = record.knownSlot(fields.year).map { Int($0.number) }
    assessment.direction = Self.text(fields.direction, of: record)
    assessment.title = Self.text(fields.title, of: record)
    assessment.applicant = Self.text(fields.applicant, of: record)
  }

  private static func text(_ field: HostSlots.Field, of record: borrowing Record) -> String? {
    guard let slot = record.knownSlot(field) else { return nil }
    return String(decoding: record.text(slot), as: UTF8.self)
  }

  package mutating func evaluate(_ call: EvaluationCall, by evaluator: inout Evaluator) throws(EvaluationFailure) {
    assessment.program = call.program.program.reference
    criteria = call.program.program.directions[call.direction].criteria[...]
    try evaluator.evaluate(call, into: &self)
  }

  package mutating func fail(
    _ failure: EvaluationFailure, problems: [Problem], of program: ProgramReference?, schema: Schema
  ) {
    assessment.program = program
    assessment.verdict = .error
    assessment.failure = failure
    assessment.problems = problems.labelled(by: schema)
    assessment.findings = []
    assessment.items = []
  }

  // MARK: Findings

  mutating func beginFindings() {
    assessment.findings = []
    assessment.items = []
  }

  static func preparation(_ clause: CompiledClause, _ outcome: Outcome, _ program: CompiledProgram) -> CompiledFinding.Kind {
    .opening
  }

  mutating func writePreparedFinding(
    _ clause: CompiledClause, _ outcome: Outcome, number: Double, exponent: Int, _ program: CompiledProgram
  ) { preconditionFailure("findings as values are never prepared") }

  mutating func beginFinding(_ clause: CompiledClause, _ outcome: Outcome, of direction: Int, _ program: CompiledProgram) {
    self.clause = (program.program.directions[direction].clauses[clause.index], outcome)
    message = ""
    evidence = []
  }

  mutating func endFinding(_ program: CompiledProgram) {
    guard let (clause, outcome) = clause else { preconditionFailure("endFinding without beginFinding") }
    assessment.findings.append(
      Assessment.Finding(
        clause: clause.id, kind: clause.kind, outcome: outcome, quote: clause.quote, message: message, evidence: evidence))
  }

  mutating func rule(finding index: Int, _ outcome: Outcome, _ ruling: AppliedRuling) {
    assessment.findings[index] = assessment.findings[index].ruled(outcome, by: ruling)
  }

  // MARK: Messages

  mutating func appendMessage(_ piece: Piece, _ program: CompiledProgram) { message += program.values.strings[Int(piece.start)] }

  mutating func appendMessage(_ head: Piece, number: Output.Number, tail: Piece, _ program: CompiledProgram) {
    appendMessage(head, program)
    appendMessage(number.value, shiftedBy: number.exponent)
    appendMessage(tail, program)
  }

  mutating func appendMessage(_ number: Double, shiftedBy exponent: Int) { message += Self.text(number, shiftedBy: exponent) }

  private static func text(_ number: Double, shiftedBy exponent: Int) -> String {
    var text: Bytes = []
    text.append(number, shiftedBy: exponent)
    return text.text
  }

  mutating func appendMessage(_ slot: Record.Slot, of record: borrowing Record) {
    message += String(decoding: record.text(slot), as: UTF8.self)
  }

  mutating func appendMessage(_ text: String) { message += text }

  var messageLength: Int { message.utf8.count }

  mutating func truncateMessage(to length: Int) { message = String(message.utf8.prefix(length)) ?? "" }

  // MARK: Evidence

  private mutating func addEvidence(_ field: CompiledField, _ value: Evidence.Value, _ required: CompiledRequirement) {
    evidence.append(
      Evidence(field: field.path, value: value, required: required.required, label: field.label, unit: required.unit))
  }

  mutating func addEvidence(_ field: Piece, _ value: EvidenceScalar, required: Piece, _ program: CompiledProgram) {
    let values = program.values
    addEvidence(values.fields[Int(field.start)], Evidence.Value(value), values.requirements[Int(required.start)])
  }

  mutating func addEvidence(
    _ field: Piece, _ slot: Record.Slot, of record: borrowing Record, required: Piece, _ program: CompiledProgram
  ) {
    let text = String(decoding: record.text(slot), as: UTF8.self)
    let values = program.values
    addEvidence(values.fields[Int(field.start)], .text(text), values.requirements[Int(required.start)])
  }

  mutating func addEvidence(
    _ field: Piece, _ slot: Record.Slot, of record: borrowing Record, required: String, _ program: CompiledProgram
  ) {
    let text = String(decoding: record.text(slot), as: UTF8.self)
    let required = CompiledRequirement(required: Requirement(required), unit: nil)
    addEvidence(program.values.fields[Int(field.start)], .text(text), required)
  }

  mutating func addEvidence(
    _ field: Piece, _ value: Double, comparedWith other: Double, by check: CompiledCheck, _ program: CompiledProgram
  ) {
    let field = program.values.fields[Int(field.start)]
    // The unit follows from the field; a quantity that is not a field is shown without one.
    let unit = field.isMoney ? Unit.usual(.money) : nil
    addEvidence(field, .number(value), CompiledRequirement(required: .comparison(check.comparison, other), unit: unit))
  }

  mutating func writeAnswer(
    _ answer: CompiledAnswer, to check: CompiledCheck, _ slot: Record.Slot, of record: borrowing Record,
    _ program: CompiledProgram
  ) {
    appendMessage(answer.message, program)
    if check.kind == .isTrue {
      addEvidence(check.opening, .flag(slot.number == 1), required: check.closing, program)
    } else {
      addEvidence(check.opening, slot, of: record, required: check.closing, program)
    }
  }

  mutating func addEvidence(_ element: EvidenceElement, _ value: EvidenceScalar, required: Piece, _ program: CompiledProgram) {
    addEvidence(field(element, program), Evidence.Value(value), program.values.requirements[Int(required.start)])
  }

  mutating func addEvidence(
    _ element: EvidenceElement, _ slot: Record.Slot, of record: borrowing Record, required: Piece, _ program: CompiledProgram
  ) {
    let text = String(decoding: record.text(slot), as: UTF8.self)
    addEvidence(field(element, program), .text(text), program.values.requirements[Int(required.start)])
  }

  mutating func addEvidence(_ element: EvidenceElement, known text: Piece, required: Piece, _ program: CompiledProgram) {
    let text = program.values.strings[Int(text.start)]
    addEvidence(field(element, program), .text(text), program.values.requirements[Int(required.start)])
  }

  /// Returns the field that the evidence about an element, or about a field of the element, shows.
  private func field(_ element: EvidenceElement, _ program: CompiledProgram) -> CompiledField {
    let list = program.values.fields[Int(element.list.start)]
    var path = element.index == EvidenceElement.applicant ? "applicant" : "\(list.path)[\(element.index)]"
    if let field = element.field { path += "." + program.values.strings[Int(field.start)] }
    return CompiledField(path: path, label: program.program.schema.label(of: path), isMoney: false)
  }

  // MARK: The score

  mutating func writePreparedItem(
    _ item: CompiledItem, points: Int, of criterion: CompiledCriterion, _ program: CompiledProgram
  ) {
    writeItem(points: points, maximum: criterion.maximum, reason: program.values.strings[Int(item.text.start)])
  }

  mutating func writeItem(points: Int, reasonNumber: Double, of criterion: CompiledCriterion, _ program: CompiledProgram) {
    let strings = program.values.strings
    let number = Self.text(reasonNumber, shiftedBy: Int(criterion.exponent))
    writeItem(
      points: points, maximum: criterion.maximum,
      reason: strings[Int(criterion.middle.start)] + number + strings[Int(criterion.rest.start)])
  }

  mutating func writeItem(
    points: Int, maximum: Int, reason: Piece, number: Double?, of criterion: CompiledCriterion, _ program: CompiledProgram
  ) {
    let strings = program.values.strings
    var text = strings[Int(reason.start)]
    if let number { text += Self.text(number, shiftedBy: Int(criterion.exponent)) + strings[Int(criterion.rest.start)] }
    writeItem(points: points, maximum: maximum, reason: text)
  }

  mutating func appendValue(_ value: Double, toReasonOf criterion: CompiledCriterion, _ program: CompiledProgram) {
    guard let item = assessment.items.popLast() else { preconditionFailure("a value without a score item") }
    let text = Self.text(value, shiftedBy: Int(criterion.valueExponent)) + program.values.strings[Int(criterion.tail.start)]
    assessment.items.append(
      Assessment.ScoreItem(
        id: item.id, title: item.title, points: item.points, maximum: item.maximum, reason: item.reason + text))
  }

  private mutating func writeItem(points: Int, maximum: Int, reason: String) {
    guard let criterion = criteria.popFirst() else { preconditionFailure("more score items than criteria") }
    assessment.items.append(
      Assessment.ScoreItem(
        id: criterion.id, title: criterion.title, points: points, maximum: maximum, reason: reason))
  }

  // MARK: Corrections and rulings

  /// Adds what a correction has changed to the complete assessment.
  package mutating func add(_ correction: Assessment.Correction) { assessment.corrects = correction }

  /// Adds problems that tell of rulings without effect to an assessment with the verdict `error`.
  package mutating func tell(_ problems: [Problem]) { assessment.problems += problems }

  // MARK: The end

  mutating func finish(_ verdict: Verdict, problems: [Problem], direction: Int, _ program: CompiledProgram) {
    assessment.verdict = verdict
    assessment.problems = problems.labelled(by: program.program.schema)
  }
}

extension Evidence.Value {
  fileprivate init(_ value: EvidenceScalar) {
    switch value {
    case .null: self = .null
    case .flag(let flag): self = .flag(flag)
    case .number(let number): self = .number(number)
    }
  }
}

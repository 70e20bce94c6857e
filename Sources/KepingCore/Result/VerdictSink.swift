/// A result sink that keeps the verdict and the total of the score, for a round that needs no findings.
///
/// Programs are compiled as for ``JSONResult``, so that the same checks are evaluated and the same functions are called.
package struct VerdictSink: Sendable {
  /// The verdict of the application; `error` until the result is finished.
  package private(set) var verdict = Verdict.error
  /// The total of the score items, in tenths of a point; 0 for an error.
  package private(set) var total = 0
  /// The program of the application; nil if there is none.
  package private(set) var program: ProgramReference?

  package init() {}
}

extension VerdictSink: FindingSink {
  package static var form: CompiledForm { .json }

  package mutating func begin(_ record: borrowing Record) {
    verdict = .error
    total = 0
    program = nil
  }

  package mutating func evaluate(_ call: EvaluationCall, by evaluator: inout Evaluator) throws(EvaluationFailure) {
    program = call.program.program.reference
    try evaluator.evaluate(call, into: &self)
  }

  package mutating func fail(
    _ failure: EvaluationFailure, problems: [Problem], of program: ProgramReference?, schema: Schema
  ) {
    verdict = .error
    total = 0
    self.program = program
  }

  mutating func beginFindings() { total = 0 }

  static func preparation(_ clause: CompiledClause, _ outcome: Outcome, _ program: CompiledProgram) -> CompiledFinding.Kind {
    JSONResult.preparation(clause, outcome, program)
  }

  // MARK: Findings, which are not kept

  mutating func writePreparedFinding(
    _ clause: CompiledClause, _ outcome: Outcome, number: Double, exponent: Int, _ program: CompiledProgram
  ) {}
  mutating func beginFinding(_ clause: CompiledClause, _ outcome: Outcome, of direction: Int, _ program: CompiledProgram) {}
  mutating func endFinding(_ program: CompiledProgram) {}
  mutating func rule(finding index: Int, _ outcome: Outcome, _ ruling: AppliedRuling) {}
  mutating func appendMessage(_ piece: Piece, _ program: CompiledProgram) {}
  mutating func appendMessage(_ head: Piece, number: Output.Number, tail: Piece, _ program: CompiledProgram) {}
  mutating func appendMessage(_ number: Double, shiftedBy exponent: Int) {}
  mutating func appendMessage(_ slot: Record.Slot, of record: borrowing Record) {}
  mutating func appendMessage(_ text: String) {}
  var messageLength: Int { 0 }
  mutating func truncateMessage(to length: Int) {}
  mutating func addEvidence(_ field: Piece, _ value: EvidenceScalar, required: Piece, _ program: CompiledProgram) {}
  mutating func addEvidence(
    _ field: Piece, _ slot: Record.Slot, of record: borrowing Record, required: Piece, _ program: CompiledProgram
  ) {}
  mutating func addEvidence(
    _ field: Piece, _ slot: Record.Slot, of record: borrowing Record, required: String, _ program: CompiledProgram
  ) {}
  mutating func addEvidence(
    _ field: Piece, _ value: Double, comparedWith other: Double, by check: CompiledCheck, _ program: CompiledProgram
  ) {}
  mutating func writeAnswer(
    _ answer: CompiledAnswer, to check: CompiledCheck, _ slot: Record.Slot, of record: borrowing Record,
    _ program: CompiledProgram
  ) {}
  mutating func addEvidence(_ element: EvidenceElement, _ value: EvidenceScalar, required: Piece, _ program: CompiledProgram) {}
  mutating func addEvidence(
    _ element: EvidenceElement, _ slot: Record.Slot, of record: borrowing Record, required: Piece, _ program: CompiledProgram
  ) {}
  mutating func addEvidence(_ element: EvidenceElement, known text: Piece, required: Piece, _ program: CompiledProgram) {}

  // MARK: The score

  mutating func writePreparedItem(
    _ item: CompiledItem, points: Int, of criterion: CompiledCriterion, _ program: CompiledProgram
  ) { total &+= points }

  mutating func writeItem(points: Int, reasonNumber: Double, of criterion: CompiledCriterion, _ program: CompiledProgram) {
    total &+= points
  }

  mutating func writeItem(
    points: Int, maximum: Int, reason: Piece, number: Double?, of criterion: CompiledCriterion, _ program: CompiledProgram
  ) { total &+= points }

  mutating func appendValue(_ value: Double, toReasonOf criterion: CompiledCriterion, _ program: CompiledProgram) {}

  mutating func finish(_ verdict: Verdict, problems: [Problem], direction: Int, _ program: CompiledProgram) {
    self.verdict = verdict
  }
}

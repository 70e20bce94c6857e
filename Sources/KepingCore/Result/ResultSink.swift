/// Where the one traversal that evaluates applications puts what it finds: ``JSONResult`` writes JSON at once,
/// ``AssessmentBuilder`` makes a value.
///
/// The traversal (``Evaluator``) decides what is said; a sink decides in which form. Each sink reads the texts of a program
/// that was compiled in its own ``form``.
package protocol ResultSink {
  /// The form in which programs are compiled for this sink.
  static var form: CompiledForm { get }

  /// Begins a result with what the record says of itself; facts that are not well-formed stay unknown.
  mutating func begin(_ record: borrowing Record)
  /// Answers every clause of a direction for the evaluator's record.
  /// - Throws: ``EvaluationFailure`` where a function of the plugin fails.
  mutating func evaluate(
    _ call: EvaluationCall, by evaluator: inout Evaluator
  ) throws(EvaluationFailure)
  /// Ends the result as an error.
  /// - Parameters:
  ///   - program: the program that the record belongs to, where that is known.
  ///   - schema: the fields that the problems are about.
  mutating func fail(
    _ failure: EvaluationFailure, problems: [Problem], of program: ProgramReference?, schema: Schema)
}

/// A program's direction that an application is evaluated for, and who answers for the plugin's functions.
package struct EvaluationCall {
  package let program: CompiledProgram
  /// The index of the direction in the program.
  package let direction: Int
  package let functions: any ProgramFunctions
  /// The indices of the clauses whose notices are registered; nil for those of the configuration.
  package let registered: Set<Int>?

  package init(
    program: CompiledProgram, direction: Int, functions: any ProgramFunctions, registered: Set<Int>? = nil
  ) {
    self.program = program
    self.direction = direction
    self.functions = functions
    self.registered = registered
  }
}

/// What the traversal calls for each finding and each item of the score.
///
/// A finding is said (`say`), sentence by sentence, and the values that it rests on are noted (`note`); both may alternate.
protocol FindingSink: ResultSink {
  mutating func beginFindings()
  /// How much of a finding of a clause that applies is known before the record is.
  static func preparation(_ clause: CompiledClause, _ outcome: Outcome, _ program: CompiledProgram) -> CompiledFinding.Kind
  /// Writes a finding that is the same for all records, or all but a number, which is said in the unit of the bound.
  mutating func writePreparedFinding(
    _ clause: CompiledClause, _ outcome: Outcome, number: Double, exponent: Int, _ program: CompiledProgram)
  mutating func beginFinding(_ clause: CompiledClause, _ outcome: Outcome, of direction: Int, _ program: CompiledProgram)
  mutating func endFinding(_ program: CompiledProgram)

  // MARK: The message
  mutating func appendMessage(_ piece: Piece, _ program: CompiledProgram)
  mutating func appendMessage(_ head: Piece, number: Output.Number, tail: Piece, _ program: CompiledProgram)
  mutating func appendMessage(_ number: Double, shiftedBy exponent: Int)
  mutating func appendMessage(_ slot: Record.Slot, of record: borrowing Record)
  mutating func appendMessage(_ text: String)
  /// How much has been said, to be taken back by ``truncateMessage(to:)``.
  var messageLength: Int { get }
  mutating func truncateMessage(to length: Int)

  // MARK: The evidence
  mutating func addEvidence(_ field: Piece, _ value: EvidenceScalar, required: Piece, _ program: CompiledProgram)
  mutating func addEvidence(
    _ field: Piece, _ slot: Record.Slot, of record: borrowing Record, required: Piece, _ program: CompiledProgram)
  /// Notes a quantity that is compared with another's value.
  mutating func addEvidence(
    _ field: Piece, _ value: Double, comparedWith other: Double, by check: CompiledCheck, _ program: CompiledProgram)
  /// Says and notes a flag, or a choice's known value.
  mutating func writeAnswer(
    _ answer: CompiledAnswer, to check: CompiledCheck, _ slot: Record.Slot, of record: borrowing Record,
    _ program: CompiledProgram)
  mutating func addEvidence(_ element: EvidenceElement, _ value: EvidenceScalar, required: Piece, _ program: CompiledProgram)
  /// Notes an element's name; `required` is the piece that follows a text.
  mutating func addEvidence(
    _ element: EvidenceElement, _ slot: Record.Slot, of record: borrowing Record, required: Piece, _ program: CompiledProgram)
  /// Notes a text that the program knows.
  mutating func addEvidence(_ element: EvidenceElement, known text: Piece, required: Piece, _ program: CompiledProgram)

  // MARK: The score
  mutating func writePreparedItem(
    _ item: CompiledItem, points: Int, of criterion: CompiledCriterion, _ program: CompiledProgram)
  mutating func writeItem(
    points: Int, reasonNumber: Double, of criterion: CompiledCriterion, _ program: CompiledProgram)

  mutating func finish(_ verdict: Verdict, problems: [Problem], direction: Int, _ program: CompiledProgram)
}

/// A value of a finding's evidence that is no text of the record.
enum EvidenceScalar {
  case null
  case flag(Bool)
  case number(Double)
}

/// An element of a list that a finding's evidence is about, or a field of it.
struct EvidenceElement {
  /// The piece that names the list.
  let list: Piece
  /// From 0; ``applicant`` for the applicant, where it counts as an element.
  let index: Int
  var field: Piece?

  static let applicant = -1
}

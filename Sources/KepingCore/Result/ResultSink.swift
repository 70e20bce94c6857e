/// A receiver of the results of an evaluation: ``JSONResult`` writes JSON directly, ``AssessmentBuilder`` builds a value.
///
/// The ``Evaluator`` determines the contents of a result, and the sink its form. Each sink needs a program that is compiled for
/// its ``form``.
package protocol ResultSink {
  /// The form in which programs must be compiled for this sink.
  static var form: CompiledForm { get }

  /// Begins the result of a record with the values that identify it; values that are not well-formed stay unknown.
  mutating func begin(_ record: borrowing Record)
  /// Evaluates a direction for the evaluator's record and writes the result.
  /// - Throws: ``EvaluationFailure`` if a function of the plugin fails.
  mutating func evaluate(
    _ call: EvaluationCall, by evaluator: inout Evaluator
  ) throws(EvaluationFailure)
  /// Ends the result with the verdict `error`, and discards everything written after the values that identify the record.
  /// - Parameters:
  ///   - program: the program that the record belongs to, if it is known.
  ///   - schema: the schema whose fields the problems refer to.
  mutating func fail(
    _ failure: EvaluationFailure, problems: [Problem], of program: ProgramReference?, schema: Schema)
}

/// A request to evaluate an application for one direction of a program.
package struct EvaluationCall {
  /// The program that evaluates the application.
  package let program: CompiledProgram
  /// The index of the direction in the program.
  package let direction: Int
  /// The functions of the program's plugin.
  package let functions: any ProgramFunctions
  /// The indices of the clauses whose notices are registered; nil to use those of the configuration.
  package let registered: Set<Int>?
  /// The rulings on the application, which only a sink for values can show; nil if there are none.
  package var rulings: EvaluationRulings?

  package init(
    program: CompiledProgram, direction: Int, functions: any ProgramFunctions, registered: Set<Int>? = nil
  ) {
    self.program = program
    self.direction = direction
    self.functions = functions
    self.registered = registered
  }
}

/// A result sink that receives each finding and each score item from the evaluator.
///
/// Between `beginFinding` and `endFinding`, the evaluator appends to the message and adds evidence in any order.
protocol FindingSink: ResultSink {
  /// Begins the findings, and discards those of an earlier evaluation.
  mutating func beginFindings()
  /// Returns how much of a clause's finding was prepared when the program was compiled, provided that the clause applies.
  static func preparation(_ clause: CompiledClause, _ outcome: Outcome, _ program: CompiledProgram) -> CompiledFinding.Kind
  /// Writes a finding that is prepared completely or except for a number.
  /// - Parameters:
  ///   - number: the number that the message and the evidence show.
  ///   - exponent: the decimal exponent of the unit in which the message shows the number.
  mutating func writePreparedFinding(
    _ clause: CompiledClause, _ outcome: Outcome, number: Double, exponent: Int, _ program: CompiledProgram)
  /// Begins the finding of a clause.
  mutating func beginFinding(_ clause: CompiledClause, _ outcome: Outcome, of direction: Int, _ program: CompiledProgram)
  /// Ends the finding.
  mutating func endFinding(_ program: CompiledProgram)
  /// Replaces the outcome of a finding that has been written.
  /// - Parameter index: the index among the findings.
  mutating func rule(finding index: Int, _ outcome: Outcome, _ ruling: AppliedRuling)

  // MARK: The message
  /// Appends a text of the program to the message.
  mutating func appendMessage(_ piece: Piece, _ program: CompiledProgram)
  /// Appends a text, a number and another text to the message.
  mutating func appendMessage(_ head: Piece, number: Output.Number, tail: Piece, _ program: CompiledProgram)
  /// Appends a number, divided by 10 to the power of `exponent`, to the message.
  mutating func appendMessage(_ number: Double, shiftedBy exponent: Int)
  /// Appends a text of the record to the message.
  mutating func appendMessage(_ slot: Record.Slot, of record: borrowing Record)
  /// Appends a text to the message.
  /// - Parameter text: a text that needs no escapes in JSON.
  mutating func appendMessage(_ text: String)
  /// The length of the message, for ``truncateMessage(to:)``.
  var messageLength: Int { get }
  /// Removes everything that was appended to the message since it had a given length.
  mutating func truncateMessage(to length: Int)

  // MARK: The evidence
  /// Adds a field with a value that is not a text.
  mutating func addEvidence(_ field: Piece, _ value: EvidenceScalar, required: Piece, _ program: CompiledProgram)
  /// Adds a field with a text of the record.
  mutating func addEvidence(
    _ field: Piece, _ slot: Record.Slot, of record: borrowing Record, required: Piece, _ program: CompiledProgram)
  /// Adds a field with a text of the record, and a requirement that depends on the record.
  /// - Parameter required: a text that needs no escapes in JSON.
  mutating func addEvidence(
    _ field: Piece, _ slot: Record.Slot, of record: borrowing Record, required: String, _ program: CompiledProgram)
  /// Adds the value of a quantity that a check compares with the value of another quantity.
  mutating func addEvidence(
    _ field: Piece, _ value: Double, comparedWith other: Double, by check: CompiledCheck, _ program: CompiledProgram)
  /// Appends the message and adds the evidence of a prepared answer about a flag or a known value of a choice.
  mutating func writeAnswer(
    _ answer: CompiledAnswer, to check: CompiledCheck, _ slot: Record.Slot, of record: borrowing Record,
    _ program: CompiledProgram)
  /// Adds an element, or a field of it, with a value that is not a text.
  mutating func addEvidence(_ element: EvidenceElement, _ value: EvidenceScalar, required: Piece, _ program: CompiledProgram)
  /// Adds an element with its name, which is a text of the record.
  /// - Parameter required: the piece that also closes the quotes of the name.
  mutating func addEvidence(
    _ element: EvidenceElement, _ slot: Record.Slot, of record: borrowing Record, required: Piece, _ program: CompiledProgram)
  /// Adds an element of a list of texts with a text that the program knows.
  mutating func addEvidence(_ element: EvidenceElement, known text: Piece, required: Piece, _ program: CompiledProgram)

  // MARK: The score
  /// Writes a score item that was prepared when the program was compiled.
  /// - Parameter points: the points in tenths.
  mutating func writePreparedItem(
    _ item: CompiledItem, points: Int, of criterion: CompiledCriterion, _ program: CompiledProgram)
  /// Writes a score item.
  /// - Parameters:
  ///   - points: the points in tenths.
  ///   - reasonNumber: the number that the reason shows.
  mutating func writeItem(
    points: Int, reasonNumber: Double, of criterion: CompiledCriterion, _ program: CompiledProgram)
  /// Writes a score item whose maximum depends on the application.
  /// - Parameters:
  ///   - points: the points in tenths.
  ///   - maximum: the maximum in tenths.
  ///   - reason: the whole reason, or its text before the number.
  ///   - number: the number that the reason shows; nil if it shows none.
  mutating func writeItem(
    points: Int, maximum: Int, reason: Piece, number: Double?, of criterion: CompiledCriterion, _ program: CompiledProgram)
  /// Appends the value of the graded quantity, and the text after it, to the reason of the last score item.
  mutating func appendValue(_ value: Double, toReasonOf criterion: CompiledCriterion, _ program: CompiledProgram)

  /// Ends the result with a verdict.
  mutating func finish(_ verdict: Verdict, problems: [Problem], direction: Int, _ program: CompiledProgram)
}

/// A value of a finding's evidence that is not a text of the record.
enum EvidenceScalar {
  case null
  case flag(Bool)
  case number(Double)
}

/// An element of a list, or a field of it, that evidence shows.
struct EvidenceElement {
  /// The piece that names the list.
  let list: Piece
  /// The index of the element; ``applicant`` if the applicant counts as an element.
  let index: Int
  /// The path of a field within the element; nil for the element itself.
  var field: Piece?

  /// The index that represents the applicant.
  static let applicant = -1
  /// The most elements that the message and the evidence of a check of all elements show.
  static let maximumShown = 20
}

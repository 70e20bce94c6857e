/// The result of evaluating one application, ready to be written.
///
/// Findings and scores are JSON from the moment that they are found; an evaluation is used again for the next application.
public struct Evaluation: Sendable {
  /// The answer to one clause.
  public struct Finding: Sendable {
    public let outcome: Outcome
    /// Of ``Evaluation/body``, within the quotes.
    let message: Range<Int32>
    /// Of ``Evaluation/body``, within the brackets.
    let evidence: Range<Int32>
  }

  /// What an application earns for one criterion.
  public struct Item: Sendable {
    /// In tenths.
    public let points: Int
    /// Of ``Evaluation/scores``, within the quotes.
    let reason: Range<Int32>
  }

  /// What is known of the record itself, as places of ``head`` within the quotes; empty where it is not known.
  var id: Range<Int32> = 0..<0
  var year: Range<Int32> = 0..<0
  var directionID: Range<Int32> = 0..<0
  var title: Range<Int32> = 0..<0
  var applicant: Range<Int32> = 0..<0
  public internal(set) var program: ProgramReference?
  /// The program that evaluated, and the place of its direction.
  private(set) var compiled: (program: CompiledProgram, direction: Int)?
  public internal(set) var verdict: Verdict = .error
  public internal(set) var findings: [Finding] = []
  /// One for each criterion of the direction.
  public internal(set) var items: [Item] = []
  public internal(set) var problems: [Problem] = []
  public private(set) var failure: EvaluationFailure?
  /// The whole result as JSON, in three parts: up to the findings, the findings up to the items, and the items.
  var head = Output()
  var body = Output()
  var scores = Output()
  /// Where what the record says of itself ends in the head.
  var ownEnd = 0

  public init() {}

  /// Nil where the record could not be evaluated.
  public var direction: Direction? { compiled.map { $0.program.program.directions[$0.direction] } }

  /// The sum of the items, in tenths.
  public var total: Int {
    var total = 0
    for item in items { total += item.points }
    return total
  }

  /// Forgets the result before.
  mutating func reset() {
    head.removeAll()
    clear()
    if !problems.isEmpty { problems.removeAll(keepingCapacity: true) }
    program = nil
    // Nothing else has one, and it is large.
    if verdict == .error { failure = nil }
    verdict = .error
  }

  private mutating func clear() {
    if !findings.isEmpty { findings.removeAll(keepingCapacity: true) }
    if !items.isEmpty { items.removeAll(keepingCapacity: true) }
    body.removeAll()
    scores.removeAll()
    compiled = nil
  }

  /// Begins to be the result of a program.
  mutating func begin(_ program: CompiledProgram, _ direction: Int) {
    clear()
    compiled = (program, direction)
  }

  /// Ends as an error.
  mutating func fail(_ failure: EvaluationFailure, _ problems: [Problem]) {
    clear()
    verdict = .error
    self.failure = failure
    self.problems = problems
    finish()
  }

  /// The application's id, where it is known.
  public var idText: String? { plain(id) }
  /// The direction that it names.
  public var directionText: String? { plain(directionID) }
  /// The title of its project.
  public var titleText: String? { plain(title) }
  /// Who applies.
  public var applicantName: String? { plain(applicant) }
  /// The year of the guideline it applies under.
  public var yearText: String? { plain(year) }

  /// What stands in the head; nil where nothing does.
  private func plain(_ piece: Range<Int32>) -> String? { piece.isEmpty ? nil : head.bytes.unescaped(piece) }

  /// The message of a finding.
  public func message(_ finding: Finding) -> String { body.bytes.unescaped(finding.message) }

  /// The values that a finding rests on: field, value as JSON, and what was asked of it, empty where nothing is compared.
  public func evidence(of finding: Finding) -> [(field: String, value: String, required: String)] {
    Self.evidence(body.bytes[finding.evidence.places])
  }

  /// Takes evidence apart again: the elements of an array, without its brackets.
  static func evidence(_ json: ArraySlice<UInt8>) -> [(field: String, value: String, required: String)] {
    let bytes = [UInt8(ascii: "[")] + json + [UInt8(ascii: "]")]
    var tape = JSONTape()
    // What was written here is JSON.
    guard (try? tape.read(bytes, 0..<bytes.count)) != nil else { return [] }
    var found: [(field: String, value: String, required: String)] = []
    var object = 1
    while object < tape.count {
      var members: [Range<Int32>] = []
      tape.forEachMember(of: object) { _, value in members.append(tape.values[value].start..<tape.values[value].end) }
      let isText = tape.values[object + 4].kind == .text
      let value = isText ? members[1].lowerBound - 1..<members[1].upperBound + 1 : members[1]
      found.append(
        (
          bytes.unescaped(members[0]), Bytes(bytes[value.places]).text,
          members.count > 2 ? bytes.unescaped(members[2]) : ""
        ))
      object = Int(tape.values[object].next)
    }
    return found
  }

  /// Why an item has its points.
  public func reason(_ item: Item) -> String { scores.bytes.unescaped(item.reason) }
}

extension Bytes {
  /// The text that stands escaped in a piece.
  fileprivate func unescaped(_ piece: Range<Int32>) -> String {
    var result: Bytes = []
    JSONTape.unescape(self, piece.places, into: &result)
    return result.text
  }
}

extension Range<Int32> {
  /// The same places as an array knows them.
  @inline(__always)
  var places: Range<Int> { Int(lowerBound)..<Int(upperBound) }
}

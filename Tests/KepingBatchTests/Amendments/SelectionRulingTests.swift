import BatchFixtures
import KepingCore
import KepingPrograms
import KepingSelection
import Testing
import WorkbookFixtures

@testable import KepingBatch

@Suite("Rulings on limits and ties are passed on to the selection")
struct SelectionRulingTests {
  /// Writes a plugin with limits in two directions and one outside of them.
  static func plugin() throws -> LimitPlugin {
    try LimitPlugin(
      "limit { '每家企业限报2项', '2项', per = 'applicant' }",
      inside: [
        "4.1": "limit { '每个负责人限报1项', '1项', per = 'leader' }",
        "4.2": "limit { '本类型限报1项', '1项', per = 'unit', within = 'projectType' }",
      ])
  }

  /// Returns the clauses of the rulings that the selection gets, and the result.
  static func run(
    _ rulings: [Ruling], _ direction: String, _ confirmation: RulingConfirmation = .never
  ) throws -> (clauses: [String], told: String, codes: [String]) {
    let plugin = try plugin()
    let programs = try plugin.programs()
    let amendments = Amendments()
    amendments.rulings = RulingBook(rulings, confirmation: confirmation, bureauLimits: 1)
    var assessor = Assessor(programs)
    var order = BatchOrder(limit: 3)
    order.beginSource(SourceName(), isNewInput: true)
    var builder = AssessmentBuilder()
    let bytes = Bytes(LimitPlugin.Application("A", direction).json.utf8)
    let record = InputRecord(range: 0..<bytes.count, line: 1, column: 1)
    try assessor.readParsed(record, in: bytes, for: .values)
    amendments.conclude(Bytes("A".utf8), &assessor, into: &builder, &order, at: Amendments.Location(line: 1) { nil })
    return (
      amendments.selectionRulings.map(\.clause), builder.assessment.told, amendments.rulings.diagnostics.map(\.code)
    )
  }

  @Test(
    "A limit is ruled where it applies; elsewhere the ruling has lapsed",
    arguments: [
      ("4.1", "4.1/limit/1", true), ("4.1", "4.2/limit/1", true), ("4.1", "yanshi/limit/1", true),
      ("4.1", "selection/limit/1", true), ("4.2", "4.2/limit/1", true), ("4.2", "4.1/limit/1", false),
      ("5.1", "4.2/limit/1", false),
      ("5.1", "yanshi/limit/1", true), ("5.1", "tie", true),
    ])
  func applies(_ direction: String, _ clause: String, _ isEffective: Bool) throws {
    let decision: Ruling.Decision = clause == "tie" ? .position(1) : .outcome(.unmet)
    let (clauses, told, codes) = try Self.run([ruling("A", clause, decision)], direction)
    #expect(clauses == (isEffective ? [clause] : []) && codes == [])
    #expect(told == (isEffective ? "pass" : "supplement ruling-stale"))
  }

  @Test("One that nobody has confirmed is not passed on", arguments: [RulingConfirmation.never, .pass, .always])
  func unconfirmed(_ confirmation: RulingConfirmation) throws {
    let rulings = [
      ruling("A", "4.1/limit/1"), ruling("A", "selection/limit/1", .outcome(.unmet)), ruling("A", "tie", .position(2)),
      ruling("A", "yanshi/limit/1", confirmedBy: "李四"),
    ]
    let expected: [RulingConfirmation: [String]] = [
      .never: rulings.map(\.clause), .pass: Array(rulings.map(\.clause).dropFirst()), .always: ["yanshi/limit/1"],
    ]
    #expect(try Self.run(rulings, "4.1", confirmation).clauses == expected[confirmation])
  }

  @Test("Only the application that is ruled on has rulings, and none after it")
  func assessed() throws {
    let plugin = try Self.plugin()
    let programs = try plugin.programs()
    let amendments = Amendments()
    amendments.rulings = RulingBook([ruling("B", Ruling.tie, .position(1))], confirmation: .never, bureauLimits: 0)
    let lines = ["A", "B", "C"].map { LimitPlugin.Application($0) }.lines + Bytes("{oops\n".utf8)
    var evaluator = ChunkEvaluator(
      Assessor(programs), form: .entries(EntryPlan(RoundPlan(programs.catalogue, programs.selection), programs)),
      maximumRecord: Assessor.maximumRecord, file: nil, amendedIDs: amendments.ids, amendments: amendments)
    var results = ChunkEvaluator.Results()
    results.chunk.bytes = lines
    results.chunk.content = .lines(0..<lines.count, line: 1, column: 1)
    var order = BatchOrder(limit: 3)
    order.beginSource(SourceName(), isNewInput: true)
    evaluator.evaluateChunk(&results, &order) { _ in }
    let found = results.roundEntries.map { "\($0.text(.id) ?? "-") \($0.rulings.map(\.clause))" }
    #expect(found == ["A []", "B [\"tie\"]", "C []", "- []"])
  }
}

import BatchFixtures
import KepingCore
import KepingFiles
import KepingPrograms
import Testing

@Suite("A ruling takes effect, has lapsed, waits for a confirmation, or is an error")
struct RulingFateTests {
  /// An application whose only faults are a condition that is unmet and a credit code that is wrong.
  static let record = application(
    "A", more: #","expected":{"economicBenefit":4000000,"ip":{"invention":{"granted":1}}}"#
  ).replacing("\"kind\"", with: "\"creditCode\":\"123\",\"kind\"")

  /// A correction of it, submitted on 10 May in Beijing.
  static let correction = record.replacing("800000", with: "900000")
    .replacing("\"title\"", with: "\"submittedAt\":\"2024-05-09T16:30:00Z\",\"title\"")

  static func run(
    _ rulings: [Ruling], corrected: Bool = false, _ confirmation: RulingConfirmation = .never
  ) throws -> (told: String, codes: [String]) {
    var batch = AmendedBatch(record, corrections: corrected ? [correction] : [], rulings: rulings)
    batch.confirmation = confirmation
    batch.bureauLimits = 2
    let (assessments, codes) = try batch.run(try programs(allOn).programs)
    return (try #require(assessments.first).told, codes.map { $0.replacing("裁定.xlsx:裁定!", with: "") })
  }

  /// The fingerprints of the condition and of the problem.
  static let checks: [String] = {
    let assessment = try? evaluate(Bytes(record.utf8)) { $0 }.first
    guard let assessment, let finding = assessment.finding(of: "4.1/condition/1") else { return ["", ""] }
    return [assessment.fingerprint(of: finding), assessment.fingerprint(of: assessment.problems[0])]
  }()

  static let code = "invalid-credit-code"
  static let condition = "4.1/condition/1"

  @Test(
    "With the right fingerprint, or none, it takes effect; with another one it has lapsed",
    arguments: [
      (nil, nil, "pass invalid-credit-code✓"), (checks[0], checks[1], "pass invalid-credit-code✓"),
      (checks[0].uppercased(), checks[1].replacing("-", with: ""), "pass invalid-credit-code✓"),
      ("0000-0000-0000-0000", nil, "fail invalid-credit-code✓ ruling-stale"),
      (checks[1], nil, "fail invalid-credit-code✓ ruling-stale"), (nil, checks[0], "supplement invalid-credit-code ruling-stale"),
    ])
  func fingerprint(_ check: String?, _ problemCheck: String?, _ expected: String) throws {
    let rulings = [ruling("A", Self.condition, check: check), ruling("A", Self.code, check: problemCheck, row: 3)]
    let (told, codes) = try Self.run(rulings)
    #expect(told == expected && codes == [])
  }

  @Test("A ruling that has lapsed makes a pass a supplement")
  func stalePass() throws {
    let rulings = [
      ruling("A", Self.condition), ruling("A", Self.code), ruling("A", "4.1/target/1", check: "0000-0000-0000-0000"),
    ]
    #expect(try Self.run(rulings).told == "supplement invalid-credit-code✓ ruling-stale")
  }

  @Test(
    "A ruling older than a correction has lapsed; on its day in Beijing it has not",
    arguments: [
      ("2024-05-09", "fail invalid-credit-code ruling-stale ruling-stale"), ("2024-05-10", "pass invalid-credit-code✓"),
      ("2024-05-11", "pass invalid-credit-code✓"),
    ])
  func older(_ day: String, _ expected: String) throws {
    let rulings = [ruling("A", Self.condition, on: day), ruling("A", Self.code, on: day)]
    #expect(try Self.run(rulings, corrected: true).told == expected)
    #expect(try Self.run(rulings).told == "pass invalid-credit-code✓")
  }

  @Test(
    "A ruling on a clause of another direction has lapsed, as has one on a problem that a correction has removed",
    arguments: [("4.3/target/1", false), ("4.2/condition/1", false), ("similar-id", true)])
  func elsewhere(_ clause: String, _ corrected: Bool) throws {
    let (told, codes) = try Self.run([ruling("A", clause, on: "2024-06-01")], corrected: corrected)
    #expect(told.hasSuffix("invalid-credit-code ruling-stale") && codes == [])
  }

  @Test(
    "Beside a ruling that takes effect, one that has lapsed is only told",
    arguments: [condition, code])
  func beside(_ clause: String) throws {
    let other = clause == Self.condition ? Self.code : Self.condition
    let rulings = [ruling("A", clause, check: "0000-0000-0000-0000"), ruling("A", clause, row: 3), ruling("A", other, row: 4)]
    let (told, codes) = try Self.run(rulings)
    #expect(told == "pass invalid-credit-code✓ ruling-stale✓" && codes == [])
  }

  @Test(
    "Two rulings on one clause that have not lapsed are an error, and neither takes effect",
    arguments: [
      ([ruling("A", condition), ruling("A", condition, row: 3)], "fail invalid-credit-code"),
      ([ruling("A", condition), ruling("A", condition, .outcome(.unmet), row: 3)], "fail invalid-credit-code"),
      ([ruling("A", code), ruling("A", code, check: checks[1], row: 3)], "fail invalid-credit-code"),
      ([ruling("A", Ruling.tie, .position(1)), ruling("A", Ruling.tie, .position(2), row: 3)], "fail invalid-credit-code"),
      ([ruling("A", "selection/limit/1"), ruling("A", "selection/limit/1", row: 3)], "fail invalid-credit-code"),
    ])
  func twice(_ rulings: [Ruling], _ expected: String) throws {
    let (told, codes) = try Self.run(rulings)
    #expect(told == expected && codes == ["2 conflicting-rulings", "3 conflicting-rulings"])
  }

  @Test(
    "The configuration says which rulings need to be confirmed",
    arguments: [
      (RulingConfirmation.never, condition, Outcome.met, false, true), (.pass, condition, .met, false, false),
      (.pass, condition, .met, true, true), (.pass, condition, .unmet, false, true), (.pass, "4.1/target/1", .met, false, true),
      (.pass, "4.1/target/1", .unmet, false, true), (.pass, code, .met, false, false), (.pass, code, .met, true, true),
      (.always, "4.1/target/1", .unmet, false, false), (.always, "4.1/target/1", .unmet, true, true),
      (.always, condition, .met, false, false),
    ])
  func confirmation(
    _ confirmation: RulingConfirmation, _ clause: String, _ outcome: Outcome, _ isConfirmed: Bool, _ isEffective: Bool
  ) throws {
    let ruled = ruling("A", clause, .outcome(outcome), confirmedBy: isConfirmed ? "李四" : nil)
    #expect(try Self.run([ruled], confirmation).told.contains("ruling-unconfirmed") != isEffective)
  }

  @Test("A ruling that nobody has confirmed makes a pass a supplement")
  func unconfirmedPass() throws {
    let rulings = [
      ruling("A", Self.condition, confirmedBy: "李四"), ruling("A", Self.code, confirmedBy: "李四"),
      ruling("A", "4.1/target/1", .outcome(.unmet)),
    ]
    #expect(try Self.run(rulings, .always).told == "supplement invalid-credit-code✓ ruling-unconfirmed")
  }

  @Test(
    "What cannot be ruled is an error, and has no effect",
    arguments: [
      (ruling("A", "4.1/condition/9"), "unknown-clause"), (ruling("A", "条件一"), "unknown-clause"),
      (ruling("A", "selection/limit/3"), "unknown-clause"), (ruling("A", "selection/limit/0"), "unknown-clause"),
      (ruling("A", condition, .outcome(.notApplicable)), "invalid-outcome"),
      (ruling("A", condition, .position(1)), "invalid-outcome"),
      (ruling("A", Ruling.tie), "invalid-outcome"), (ruling("A", Ruling.tie, .position(1), check: checks[0]), "useless-check"),
      (ruling("A", "selection/limit/1", check: checks[0]), "useless-check"),
      (ruling("A", "selection/limit/1", .outcome(.notApplicable)), "invalid-outcome"),
      (ruling("A", code, .outcome(.unmet)), "invalid-outcome"), (ruling("A", "similar-id"), "unknown-clause"),
      (ruling("A", "outside-window"), "not-ruled"), (ruling("A", "ruling-stale"), "not-ruled"),
      (ruling("A", "unknown-field"), "not-ruled"), (ruling("A", condition, by: "张 三", confirmedBy: "张三　"), "self-confirmed"),
      (ruling("B", condition), "unknown-application"), (ruling("a", condition), "unknown-application"),
    ])
  func faults(_ ruled: Ruling, _ expected: String) throws {
    let (told, codes) = try Self.run([ruled])
    #expect(told == "fail invalid-credit-code" && codes == ["2 \(expected)"])
  }

  @Test("A notice, and a limit on the number of accepted projects, cannot be ruled", arguments: ["2.1/notice/1", "8.1/limit/1"])
  func notRuled(_ clause: String) throws {
    let record = application("A").replacing("\"4.1\"", with: "\"\(clause.prefix(3))\"")
    let (_, codes) = try AmendedBatch(record, rulings: [ruling("A", clause)]).run(try programs(allOn).programs)
    #expect(codes == ["裁定.xlsx:裁定!2 not-ruled"])
  }

  @Test("A ruling on an application without a verdict has lapsed, whatever it is about")
  func unevaluated() throws {
    let record = #"{"id":"A","year":2024,"direction":"4.1"}"#
    let rulings = [ruling("A", Self.condition), ruling("A", Ruling.tie, .position(1), row: 3), ruling("A", "x", row: 4)]
    let (assessments, codes) = try AmendedBatch(record, rulings: rulings).run(try programs(allOn).programs)
    #expect(assessments.map { $0.told.hasSuffix(" ruling-stale ruling-stale ruling-stale") } == [true] && codes == [])
    #expect(assessments[0].verdict == .error && assessments[0].failure?.code == .invalidRecord)
  }

  @Test(
    "With a repeated id a ruling concerns the application that was evaluated, for any number of workers", arguments: [1, 2, 4])
  func repeated(_ jobs: Int) throws {
    let others = (0..<30).map { application("R\($0)") }
    var batch = AmendedBatch(
      ([Self.record] + others + [Self.record, application(" A ")]).joined(separator: "\n"),
      rulings: [ruling("A", Self.condition), ruling("R7", Self.condition, row: 3), ruling("R29", Self.condition, row: 4)])
    batch.jobs = jobs
    let (assessments, codes) = try batch.run(try programs(allOn).programs)
    let ruled = assessments.indices.filter { assessments[$0].findings.contains { $0.ruling != nil } }
    #expect(ruled == [0, 8, 30] && codes == [])
    #expect(assessments.suffix(2).map(\.told) == ["error", "error"])
  }
}

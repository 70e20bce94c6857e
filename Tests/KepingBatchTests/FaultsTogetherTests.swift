import BatchFixtures
import KepingCore
import Testing
import WorkbookFixtures

@testable import KepingBatch

@Suite("Everything that is wrong with an application is told at once")
struct FaultsTogetherTests {
  /// Returns the error code, the number of faults that the message gives, and the problems of an assessment.
  static func faults(_ assessment: Assessment) -> String {
    let problems = assessment.problems.map { "\($0.code.rawValue) \($0.cell ?? $0.field)" }
    let message = assessment.failure?.message ?? ""
    let count = message.contains("（共") ? " \(message.filter { $0.isASCII && $0.isNumber }.suffix(1))" : ""
    return (["\(assessment.failure?.code.rawValue ?? "ok")\(count)"] + problems).joined(separator: ", ")
  }

  static let wrongHost = ",\"leader\":{\"name\":5}"
  static let wrongProgram = ",\"expected\":{\"newProducts\":1.5}"

  @Test(
    "A record of JSON has the faults of the host's and the program's fields, and says whether its id is a duplicate",
    arguments: [
      ("", "duplicate-id"), (wrongProgram, "duplicate-id, invalid-record expected.newProducts"),
      (wrongHost, "invalid-record 2, invalid-record leader.name, duplicate-id id"),
      (
        wrongHost + wrongProgram,
        "invalid-record 3, invalid-record leader.name, invalid-record expected.newProducts, duplicate-id id"
      ),
    ])
  func json(_ more: String, _ expected: String) throws {
    let text = "\(application("A"))\n\(application("A", more: more))\n"
    #expect(try evaluate(Bytes(text.utf8), by: Self.faults) == ["ok", expected])
  }

  @Test("Where the id is new, the faults of host and program stand together", arguments: BatchSetup.all)
  func without(_ setup: BatchSetup) throws {
    let text = (0..<30).map { application("A\($0)", more: Self.wrongHost + Self.wrongProgram) }.joined(separator: "\n")
    let expected = "invalid-record 2, invalid-record leader.name, invalid-record expected.newProducts"
    #expect(try setup.results(Bytes(text.utf8), by: Self.faults) == Array(repeating: expected, count: 30))
  }

  @Test("A record with faults in the host's fields does not count for later ones, however often its id occurs")
  func unregistered() throws {
    let text = [
      application("A", more: Self.wrongHost), application("A", more: Self.wrongHost), application("A"), application("A"),
    ]
    let expected = [
      "invalid-record, invalid-record leader.name", "invalid-record, invalid-record leader.name", "ok", "duplicate-id",
    ]
    #expect(try evaluate(Bytes(text.joined(separator: "\n").utf8), by: Self.faults) == expected)
  }

  @Test("A record with faults in the program's fields counts for later ones")
  func registered() throws {
    let text = application("A", more: Self.wrongProgram) + "\n" + application("A")
    #expect(
      try evaluate(Bytes(text.utf8), by: Self.faults) == ["invalid-record, invalid-record expected.newProducts", "duplicate-id"])
  }

  @Test("The same faults and duplicates are found by any number of workers", arguments: BatchSetup.all)
  func workers(_ setup: BatchSetup) throws {
    let lines = (0..<80).map { number in
      application(
        "A\(number % 30)", more: ["", "", Self.wrongHost, Self.wrongProgram, Self.wrongHost + Self.wrongProgram][number % 5])
    }
    let input = Bytes(lines.joined(separator: "\n").utf8)
    #expect(try setup.results(input, by: Self.faults) == BatchSetup().results(input, by: Self.faults))
    #expect(try setup.lines(input) == BatchSetup().lines(input))
  }

  @Test("A row of a sheet has the faults of all its cells, and says whether its id is a duplicate")
  func sheet() throws {
    func row(_ kind: FixtureCell, _ benefit: FixtureCell) -> [FixtureCell] {
      ["A", 2024, "4.1", "虚构", "示例（虚构）", kind, benefit]
    }
    let book = FixtureBook(
      FixtureBook.Sheet(
        "申报表",
        [
          hostHeadings + ["经济效益（万元）"], row("企业", 300), row("企业", 300), row("企业", "若干"), row("学会", 300), row("学会", "若干"),
        ]))
    #expect(
      try evaluate(book, by: Self.faults) == [
        "ok", "duplicate-id", "duplicate-id, invalid-record 申报表!G4",
        "invalid-record 2, invalid-record 申报表!F5, duplicate-id 申报表!A5",
        "invalid-record 3, invalid-record 申报表!F6, invalid-record 申报表!G6, duplicate-id 申报表!A6",
      ])
  }
}

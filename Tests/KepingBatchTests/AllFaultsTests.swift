import BatchFixtures
import KepingCore
import Testing
import WorkbookFixtures

@Suite("All wrong fields of a record are told at once")
struct AllFaultsTests {
  static func assessment(_ record: String, _ configuration: String = allOn) throws -> Assessment {
    try #require(try evaluate(Bytes(record.utf8), configuration) { $0 }.first)
  }

  /// An application with two faults of the host's fields, two of the program's, and an unknown field.
  static let record = application("A", more: #","expected":{"demonstrationSites":1.5,"economicBenefit":"若干"},"nobody":1"#)
    .replacing("\"enterprise\"", with: "\"摊位\"").replacing("800000", with: "\"约500\"")

  @Test("The host's faults come first, then those of the program, then unknown fields")
  func order() throws {
    let assessment = try Self.assessment(Self.record)
    #expect(assessment.failure?.code == .invalidRecord)
    #expect(
      assessment.problems.map(\.field) == [
        "applicant.kind", "applicant.rdExpense.2023", "expected.demonstrationSites", "expected.economicBenefit", "nobody",
      ])
    #expect(assessment.failure?.message.hasSuffix("（共4处）") == true)
    #expect(assessment.program?.id == "jili-2024")
  }

  @Test("A program that is off has no say in its fields")
  func off() throws {
    let assessment = try Self.assessment(Self.record, "programs: { jili-2024: off }")
    #expect(assessment.problems.map(\.field) == ["applicant.kind", "applicant.rdExpense.2023"])
  }

  @Test(
    "Without a known year and direction, only the host's faults are told",
    arguments: [
      ("\"year\":2024", "\"year\":\"2024\""), ("\"4.1\"", "4.1"), ("\"year\":2024", "\"year\":2031"), ("\"4.1\"", "\"9.9\""),
    ])
  func unknownProgram(_ part: String, _ other: String) throws {
    let assessment = try Self.assessment(Self.record.replacing(part, with: other))
    #expect(assessment.failure?.code == .invalidRecord)
    #expect(assessment.problems.map(\.field).filter { $0.hasPrefix("expected") || $0 == "nobody" } == [])
    #expect(assessment.problems.contains { $0.field == "applicant.kind" })
  }

  @Test(
    "Any fault of the host leaves the program's faults visible",
    arguments: [
      ("\"title\":\"虚构\"", "\"title\":null", "title"), ("\"title\":\"虚构\"", "\"title\":\"a\",\"title\":\"b\"", "title"),
      ("\"nobody\":1", "\"partners\":[1,{\"name\":\"甲\"}]", "partners[0]"), ("\"nobody\":1", "\"budget\":[]", "budget"),
      ("\"nobody\":1", "\"leader\":{\"birthYear\":1899}", "leader.birthYear"),
      ("\"nobody\":1", "\"applicant\":7", "applicant"),
    ])
  func anyFault(_ part: String, _ other: String, _ field: String) throws {
    let record = application("A", more: #","expected":{"demonstrationSites":1.5},"topics":["别的",null],"nobody":1"#)
    let fields = try Self.assessment(record.replacing(part, with: other)).problems.map(\.field)
    #expect(fields.first == field)
    #expect(fields.contains("expected.demonstrationSites") && fields.contains("topics[1]"))
  }

  @Test("In a sheet, every wrong cell of the row is named once")
  func cells() throws {
    let rows: [[FixtureCell]] = [
      hostHeadings + ["研发投入2023（万元）", "示范点（个）", "经济效益（万元）", "没有这一列"],
      ["A", 2024, "4.1", "虚构项目", "示例公司（虚构）", "摊位", "约500", 1.5, "若干", "有"],
    ]
    let assessment = try #require(try evaluate(FixtureBook(FixtureBook.Sheet("申报表", rows))) { $0 }.first)
    #expect(assessment.failure?.code == .invalidRecord)
    let cells = assessment.problems.compactMap(\.cell).sorted()
    #expect(cells == ["申报表!F2", "申报表!G2", "申报表!H2", "申报表!I2", "申报表!J2"])
    #expect(assessment.problems.last?.code == .unknownField)
  }

  @Test("A record with a fault of the host does not occupy its id, one with a fault of the program alone does")
  func duplicates() throws {
    let wrongHost = Self.record
    let wrongProgram = application("A", more: #","expected":{"demonstrationSites":1.5}"#)
    let right = application("A")
    func codes(_ records: String...) throws -> [String] {
      try evaluate(Bytes(records.joined(separator: "\n").utf8)) { $0.failure?.code.rawValue ?? "ok" }
    }
    #expect(try codes(wrongHost, right) == ["invalid-record", "ok"])
    #expect(try codes(wrongProgram, right) == ["invalid-record", "duplicate-id"])
  }
}

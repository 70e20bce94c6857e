import BatchFixtures
import KepingCore
import Testing
import WorkbookFixtures

@Suite("The leader's year of birth is from 1900 to the year of the guideline")
struct BirthYearTests {
  static func assessments(_ record: String) throws -> [Assessment] {
    // With an escaped key the record is parsed and not scanned.
    try [record, record.replacing("\"id\"", with: #""\u0069d""#)].map { record in
      try #require(try evaluate(Bytes(record.utf8)) { $0 }.first)
    }
  }

  @Test(
    "A year outside the range is an error that states the range",
    arguments: [
      ("1899", false), ("1900", true), ("1986", true), ("1986.0", true), ("2024", true), ("2025", false), ("0", false),
      ("9007199254740992", false), ("null", true), ("\"\"", true), ("1986.5", false), ("-1986", false), ("\"1986\"", false),
    ])
  func range(_ year: String, _ isValid: Bool) throws {
    for assessment in try Self.assessments(application("A", more: ",\"leader\":{\"birthYear\":\(year)}")) {
      #expect(assessment.isEvaluated == isValid)
      #expect(assessment.failure?.code == (isValid ? nil : .invalidRecord))
      #expect(assessment.problems.map(\.field) == (isValid ? [] : ["leader.birthYear"]))
      if ["1899", "2025", "0"].contains(year) {
        let message = try #require(assessment.problems.first).message
        #expect(message.contains("1900") && message.contains("2024") && message.contains(year))
      }
    }
  }

  @Test("The year of the guideline may come after the leader")
  func order() throws {
    for (born, isValid) in [(1899, false), (2024, true), (2025, false)] {
      let record = application("A").replacing(
        "\"year\":2024", with: "\"leader\":{\"birthYear\":\(born)},\"year\":2024")
      for assessment in try Self.assessments(record) { #expect(assessment.isEvaluated == isValid) }
    }
  }

  @Test(
    "Where the year of the guideline is faulty or missing, a year of birth has four digits from 1900 on",
    arguments: [("1899", false), ("1900", true), ("2025", true), ("9999", true), ("10000", false)])
  func faultyYear(_ born: String, _ isValid: Bool) throws {
    for year in ["\"year\":\"2024\"", "\"year\":null", "\"year\":2024,\"year\":2024"] {
      let record = application("A", more: ",\"leader\":{\"birthYear\":\(born)}").replacing("\"year\":2024", with: year)
      for assessment in try Self.assessments(record) {
        #expect(assessment.failure?.code == .invalidRecord)
        #expect(Set(assessment.problems.map(\.field)) == (isValid ? ["year"] : ["year", "leader.birthYear"]))
      }
    }
  }

  @Test("In a sheet the cell is named", arguments: [(1899, false), (1900, true), (2024, true), (2025, false)])
  func cells(_ born: Int, _ isValid: Bool) throws {
    let rows = [hostHeadings + ["项目负责人出生年份"], hostCells() + [.number("\(born)")]]
    let assessment = try #require(try evaluate(FixtureBook(FixtureBook.Sheet("申报表", rows))) { $0 }.first)
    #expect(assessment.isEvaluated == isValid)
    #expect(assessment.problems.map(\.field) == (isValid ? [] : ["leader.birthYear"]))
    #expect(assessment.problems.map(\.cell) == (isValid ? [] : ["申报表!G2"]))
  }
}

import BatchFixtures
import KepingCore
import KepingFiles
import KepingPrograms
import Testing
import WorkbookFixtures

@testable import KepingTables

@Suite("The sheet that a template has for a list is read back, whatever the label of the list is")
struct ListSheetNameTests {
  static let long = String(repeating: "长", count: 40)

  static func program(_ label: String, direction: String = "1.1") -> String {
    """
    fields { devices = list("\(label)", { name = text "器材", n = count "套数" }) }
    direction { "\(direction)", condition { "器材1台", devices:count():at_least("1台", "器材"), points = 1 } }
    """
  }

  /// Returns the names of the sheets of the template of all directions.
  static func names(_ programs: TemporaryPrograms) throws -> [String] {
    let file = try TemporaryFile()
    let subjects = try programs.programs().map { Template.Subject(program: $0, direction: $0.directions[0], example: nil) }
    try Template.write(subjects, to: try StagedFile(file.path))
    return try sheets(file).map(\.name)
  }

  static func assess(_ sheet: String, direction: String = "1.1", _ programs: TemporaryPrograms) throws -> Assessment {
    let book = FixtureBook(
      FixtureBook.Sheet("申报表", [hostHeadings, ["A", 2024, .text(direction), "虚构", "示例公司（虚构）", "企业"]]),
      FixtureBook.Sheet(sheet, [["申报编号", "器材", "套数"], ["A", "甲", 1]]))
    return try #require(try BatchFixtures.assess(book, by: try programs.load()).first)
  }

  @Test(
    "The template of one direction",
    arguments: [
      ("设备", "设备"), ("设/备", "设-备"), ("设:备*[甲]?", "设-备--甲--"), (long, String(repeating: "长", count: 31)),
      ("'", "清单"), ("申报表", "申报表 2"), ("条款", "条款 2"), ("填写说明", "填写说明 2"), ("选项", "选项 2"),
    ])
  func single(_ label: String, _ sheet: String) throws {
    let programs = try TemporaryPrograms(.init("own", Self.program(label)))
    #expect(try Self.names(programs).contains(sheet))
    let found = try Self.assess(sheet, programs)
    #expect(found.verdict == .pass, "\(found.problems.map(\.message))")
  }

  @Test(
    "The template of two programs has two sheets", arguments: ["设备", "设/备", long, "条款", "Devices"])
  func several(_ label: String) throws {
    let programs = try TemporaryPrograms(
      .init("first", Self.program(label)), .init("second", direction: "2.1", Self.program(label, direction: "2.1")))
    let found = try Self.names(programs).filter { !$0.contains("方向") && !["填写说明", "项目组成员", "条款"].contains($0) }
    #expect(found.count == 2)
    for (sheet, direction) in zip(found, ["1.1", "2.1"]) {
      #expect(try Self.assess(sheet, direction: direction, programs).verdict == .pass, "\(sheet)")
    }
  }

  @Test("A program's label of a host's list", arguments: ["合/作:单位?", long, "条款"])
  func hostList(_ label: String) throws {
    let programs = try TemporaryPrograms(
      .init(
        "own",
        """
        labels { partners = "\(label)" }
        direction { "1.1", condition { "1家", partners:count():at_least("1家", "合作"), points = 1 } }
        """))
    let sheet = ListSheetName.usual(label)
    #expect(try Self.names(programs).contains(sheet))
    let book = FixtureBook(
      FixtureBook.Sheet("申报表", [hostHeadings, ["A", 2024, "1.1", "虚构", "示例公司（虚构）", "企业"]]),
      FixtureBook.Sheet(sheet, [["申报编号", "单位名称", "单位类型"], ["A", "示例大学（虚构）", "高等院校"]]))
    let found = try BatchFixtures.assess(book, by: try programs.load())
    #expect(found.map(\.verdict) == [.pass], "\(found.map { $0.problems.map(\.message) })")
  }

  @Test("A sheet that may be the list is to be renamed to a possible name")
  func renaming() throws {
    let found = try Self.assess("Sheet2", try TemporaryPrograms(.init("own", Self.program("设/备"))))
    #expect(found.failure?.message.contains("请改名为“设-备”") == true, "\(found.failure?.message ?? "")")
  }

  @Test("The sheet of applications is read although a list has its label")
  func applications() throws {
    let programs = try TemporaryPrograms(.init("own", Self.program("申报表")))
    let found = try Self.assess("附表 申报表", programs)
    #expect(found.verdict == .pass, "\(found.problems.map(\.message))")
  }
}

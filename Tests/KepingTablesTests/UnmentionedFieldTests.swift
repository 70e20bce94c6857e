import BatchFixtures
import KepingCore
import Testing
import WorkbookFixtures

@testable import KepingTables

/// The shipped programs mention none of the host's later fields.
@Suite("A sheet may have the later fields of the host, but they never keep an application from being evaluated")
struct UnmentionedFieldTests {
  @Test(
    "Their columns are read",
    arguments: [
      ("项目负责人电话", "0776-2800000", #""leader":{"phone":"0776-2800000"}"#),
      ("项目负责人电话", 13_900_001_111, #""leader":{"phone":"13900001111"}"#),
      ("项目负责人证件号码", "45100219000101001X", #""leader":{"idNumber":"45100219000101001X"}"#),
      ("联系人姓名", "张三（虚构）", #""contact":{"name":"张三（虚构）"}"#),
      ("contact.email", "a@example.invalid", #""email":"a@example.invalid""#),
      ("推荐单位", "示例局（虚构）", #""recommender":"示例局（虚构）""#),
    ] as [(String, FixtureCell, String)])
  func columns(_ heading: String, _ cell: FixtureCell, _ json: String) throws {
    let reading = try TableReading((heading, cell))
    #expect(reading.faults == [])
    #expect(reading.rows.map(\.unknownFields) == [[]])
    #expect(reading.json.first?.contains(json) == true)
  }

  @Test(
    "A cell that cannot be read, and a column that may be either of two fields, are told without a quotation",
    arguments: [("项目负责人证件号码", 451_002_190_001_010_011), ("phone", "13900001111")] as [(String, FixtureCell)])
  func unreadable(_ heading: String, _ cell: FixtureCell) throws {
    let reading = try TableReading((heading, cell))
    #expect(reading.faults == [])
    let told = try #require(reading.rows.first?.unknownFields)
    #expect(told.map(\.code) == [.unknownField])
    #expect(told.map(\.cell) == ["申报表!G2"])
    #expect(told[0].message.hasSuffix("读不出来，未参与评审"))
    #expect(!told[0].message.contains("451002") && !told[0].message.contains("139"))
  }

  @Test("Two columns for one of them are told, too")
  func twice() throws {
    let reading = try TableReading(("推荐单位", "甲局（虚构）"), ("recommender", "乙局（虚构）"))
    #expect(reading.faults == [])
    #expect(reading.rows.first?.unknownFields.map(\.cell) == ["申报表!G2", "申报表!H2"])
  }

  @Test("A column of the host's own fields keeps its meaning")
  func oldHeadings() throws {
    let reading = try TableReading(("项目负责人姓名", "李四（虚构）"), ("项目负责人单位", "示例公司（虚构）"))
    #expect(reading.faults == [])
    #expect(reading.json.first?.contains(#""leader":{"name":"李四（虚构）","unit":"示例公司（虚构）"}"#) == true)
  }

  @Test(
    "A sheet of members is told and not read, with or without ids",
    arguments: [["申报编号", "姓名", "证件号码", "单位"], ["序号", "姓名", "证件号码", "单位"]] as [[FixtureCell]])
  func members(_ headings: [FixtureCell]) throws {
    let reading = try TableReading(
      FixtureBook(
        FixtureBook.Sheet("申报表", [hostHeadings, hostCells()]),
        FixtureBook.Sheet("项目组成员", [headings, ["A", "张三（虚构）", "45100219000101001X", "示例公司（虚构）"]])))
    #expect(reading.faults == [])
    #expect(reading.diagnostics.map(\.code) == ["sheet-not-read"])
    #expect(reading.json.first?.contains("members") == false)
  }

  @Test("A template has none of them", arguments: ["1.1", "4.1", "8.1"])
  func template(_ direction: String) throws {
    let later = HostFields.later.flatMap { later -> [String] in
      switch later.field.type {
      case .object(let fields), .objects(let fields): [later.field.label] + fields.map(\.label)
      default: [later.field.label]
      }
    }
    let headings = try TemplateTests.book([direction]).flatMap { sheet in sheet.rows.prefix(1).joined() }
    #expect(!headings.isEmpty)
    for label in later { #expect(!headings.contains { $0.contains(label) }, "\(label)") }
  }
}

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
    #expect(told[0].message.contains("读不出来，未参与评审") && told[0].message.contains("文本格式"))
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

  static func members(_ name: String, _ rows: [[FixtureCell]]) throws -> TableReading {
    try TableReading(
      FixtureBook(
        FixtureBook.Sheet("申报表", [hostHeadings, hostCells("A"), hostCells("B")]), FixtureBook.Sheet(name, rows)))
  }

  @Test(
    "A sheet of members is read like one of partners",
    arguments: [
      ("项目组成员", ["申报编号", "姓名", "证件号码", "单位", "分工"]), ("附表3 项目组成员名单", ["申报编号*", "成员姓名", "身份证号", "工作单位", "角色"]),
      ("members", ["id", "name", "idNumber", "unit", "role"]), ("课题组成员", ["申报编号", "成员姓名", "成员证件号码", "成员单位", "成员分工"]),
    ] as [(String, [String])])
  func memberSheets(_ name: String, _ headings: [String]) throws {
    let reading = try Self.members(
      name,
      [headings.map { .text($0) }, ["A", "张三（虚构）", "45100219000101001X", "示例公司（虚构）", "设计"], ["A", "李四（虚构）"]])
    #expect(reading.diagnostics.isEmpty)
    #expect(reading.rows.map(\.unknownFields) == [[], []])
    let first = #"{"name":"张三（虚构）","idNumber":"45100219000101001X","unit":"示例公司（虚构）","role":"设计"}"#
    #expect(reading.json[0].contains(#""members":[\#(first),{"name":"李四（虚构）"}]"#))
    #expect(!reading.json[1].contains("members"))
  }

  @Test("A sheet of members without ids is told and not read")
  func membersWithoutID() throws {
    let reading = try Self.members("项目组成员", [["序号", "姓名", "证件号码", "单位"], [1, "张三（虚构）", "45100219000101001X", "示例公司（虚构）"]])
    #expect(reading.faults == [])
    #expect(reading.diagnostics.map(\.code) == ["sheet-not-read"])
  }

  @Test("A member without an application, and an identity number that lost digits, are told without a quotation")
  func wrongMembers() throws {
    let reading = try Self.members(
      "项目组成员", [["申报编号", "姓名", "证件号码"], ["A", "张三（虚构）", 451_002_190_001_010_011], ["C", "李四（虚构）"]])
    #expect(reading.faults == [])
    let told = try #require(reading.rows.first?.unknownFields)
    #expect(told.map(\.field) == ["members[0].idNumber"] && told.map(\.cell) == ["项目组成员!C2"])
    #expect(told.first.map { !$0.message.contains("451002") } == true)
    #expect(reading.diagnostics.map(\.code) == ["orphan-row"] && reading.diagnostics.allSatisfy(\.isRemark))
  }

  @Test(
    "People's usual headings for them are recognised",
    arguments: [
      ("联系人", #""contact":{"name":"值"}"#), ("项目联系人姓名", #""contact":{"name":"值"}"#), ("联系电话", #""contact":{"phone":"值"}"#),
      ("联系人手机号", #""contact":{"phone":"值"}"#), ("电子邮箱", #""contact":{"email":"值"}"#), ("联系人E-mail", #""contact":{"email":"值"}"#),
      ("推荐单位（盖章）", #""recommender":"值""#), ("负责人电话", #""leader":{"phone":"值"}"#), ("项目负责人手机", #""leader":{"phone":"值"}"#),
      ("负责人证件号码", #""leader":{"idNumber":"值"}"#), ("项目负责人身份证号", #""leader":{"idNumber":"值"}"#),
      ("身份证号", #""leader":{"idNumber":"值"}"#), ("手机", #""contact":{"phone":"值"}"#),
      ("项目组成员1姓名", #""members":[{"name":"值"}]"#),
    ])
  func headings(_ heading: String, _ json: String) throws {
    let reading = try TableReading((heading, "值"))
    #expect(reading.diagnostics.isEmpty && reading.faults.isEmpty)
    #expect(reading.rows.map(\.unknownFields) == [[]])
    #expect(reading.json.first?.contains(json) == true, "\(reading.json)")
  }

  @Test("A bare name gives way to a full one, and under a group it belongs to the group")
  func weakHeadings() throws {
    let reading = try TableReading(("负责人身份证号", "甲"), ("身份证号", "乙"), ("联系电话", "丙"), ("电话", "丁"))
    #expect(reading.json.first?.contains(#""idNumber":"甲""#) == true && reading.json.first?.contains(#""phone":"丙""#) == true)
    #expect(reading.rows.first?.unknownFields.map(\.cell) == ["申报表!H2", "申报表!J2"])
    let groups: [FixtureCell] = [nil, nil, nil, nil, nil, nil, "项目负责人", nil, "联系人", nil]
    let rows = [groups, hostHeadings + ["姓名", "联系电话", "姓名", "电话"], hostCells() + ["张三（虚构）", "甲", "李四（虚构）", "乙"]]
    let grouped = try TableReading(FixtureBook(FixtureBook.Sheet("申报表", rows, merged: ["G1:H1", "I1:J1"])))
    #expect(grouped.faults == [] && grouped.rows.map(\.unknownFields) == [[]])
    #expect(grouped.json.first?.contains(#""leader":{"name":"张三（虚构）","phone":"甲"}"#) == true, "\(grouped.json)")
    #expect(grouped.json.first?.contains(#""contact":{"name":"李四（虚构）","phone":"乙"}"#) == true)
  }

  @Test("A sheet of addresses is no sheet of applications, with or without ids", arguments: ["申报编号", "序号"])
  func addresses(_ first: String) throws {
    let reading = try TableReading(
      FixtureBook(
        FixtureBook.Sheet("申报表", [hostHeadings, hostCells("A")]),
        FixtureBook.Sheet("通讯录", [[.text(first), "联系人", "联系电话", "电子邮箱"], ["Z", "张三（虚构）", "甲", "乙"]])))
    #expect(reading.rows.count == 1)
    #expect(reading.diagnostics.map(\.code) == ["sheet-not-read"])
  }
}

import BatchFixtures
import KepingCore
import Testing
import WorkbookFixtures

@testable import KepingTables

@Suite("Lists are read from separate sheets or from numbered columns")
struct ListTests {
  static let partners: [FixtureCell] = ["申报编号", "单位名称", "单位类型", "行政区划代码"]
  static let first = #""partners":[{"name":"甲大学（虚构）","kind":"university","region":"450103"}"#
  static let both = first + #",{"name":"乙研究所（虚构）","kind":"institute"}]"#

  static func book(_ name: String, _ rows: [[FixtureCell]], merged: [String] = []) -> FixtureBook {
    FixtureBook(
      FixtureBook.Sheet("申报表", [hostHeadings, hostCells("A"), hostCells("B")]),
      FixtureBook.Sheet(name, rows, merged: merged))
  }

  @Test(
    "A sheet belongs to a list if its name is or contains a name of the list",
    arguments: ["联合申报单位", "合作单位", "联合单位", "partners", "附表2 合作单位", "联合申报单位（牵头单位除外）"])
  func named(_ name: String) throws {
    let reading = try TableReading(
      Self.book(
        name,
        [
          Self.partners, ["A", "甲大学（虚构）", "高等院校", "450103"], ["B", "丙公司（虚构）", "企业", nil],
          ["A", "乙研究所（虚构）", "科研院所", nil],
        ]))
    #expect(reading.diagnostics.isEmpty)
    #expect(reading.faults.isEmpty)
    #expect(reading.json[0].contains(Self.both))
    #expect(reading.json[1].contains(#""partners":[{"name":"丙公司（虚构）","kind":"enterprise"}]"#))
  }

  @Test(
    "Numbered columns hold one element each, in any usual notation of the number",
    arguments: [
      ["联合申报单位1单位名称", "联合申报单位1单位类型", "联合申报单位1行政区划代码", "联合申报单位2单位名称", "联合申报单位2单位类型"],
      ["合作单位一名称", "合作单位一类型", "合作单位一行政区划代码", "合作单位二名称", "合作单位二类型"],
      ["联合申报单位（1）名称", "联合申报单位（1）类型", "联合申报单位（1）行政区划代码", "联合申报单位（2）名称", "联合申报单位（2）类型"],
      ["第一合作单位名称", "第一合作单位类型", "第一合作单位行政区划代码", "第二合作单位名称", "第二合作单位类型"],
      ["合作单位①名称", "合作单位①类型", "合作单位①行政区划代码", "合作单位②名称", "合作单位②类型"],
      ["合作单位（一）名称", "合作单位（一）类型", "合作单位（一）行政区划代码", "合作单位（十一）名称", "合作单位（十一）类型"],
      ["联合单位名称1", "联合单位类型1", "联合单位行政区划代码1", "联合单位名称2", "联合单位类型2"],
      ["partners[0].name", "partners[0].kind", "partners[0].region", "partners[1].name", "partners[1].kind"],
    ])
  func numbered(_ headings: [String]) throws {
    let cells: [FixtureCell] = ["甲大学（虚构）", "高等院校", "450103", "乙研究所（虚构）", "科研院所"]
    let book = FixtureBook(
      FixtureBook.Sheet("申报表", [hostHeadings + headings.map { .text($0) }, hostCells() + cells]))
    let reading = try TableReading(book)
    #expect(reading.diagnostics.isEmpty)
    #expect(reading.faults.isEmpty)
    #expect(try #require(reading.json.first).contains(Self.both))
  }

  @Test("Numbered columns without values leave no empty element")
  func gap() throws {
    let headings: [FixtureCell] = ["联合申报单位1名称", "联合申报单位1类型", "联合申报单位2名称", "联合申报单位2类型"]
    let book = FixtureBook(
      FixtureBook.Sheet("申报表", [hostHeadings + headings, hostCells() + [nil, nil, "丙公司（虚构）", "企业"]]))
    let reading = try TableReading(book)
    #expect(reading.json[0].contains(#""partners":[{"name":"丙公司（虚构）","kind":"enterprise"}]"#))
  }

  @Test("Rows whose id cell is merged with the one above have the same id")
  func merged() throws {
    let reading = try TableReading(
      Self.book(
        "合作单位",
        [
          Self.partners, ["A", "甲大学（虚构）", "高等院校", "450103"], [nil, "乙研究所（虚构）", "科研院所", nil],
          ["B", "丙公司（虚构）", "企业", nil],
        ], merged: ["A2:A3"]))
    #expect(reading.diagnostics.isEmpty)
    #expect(reading.json[0].contains(Self.both))
  }

  @Test("Each row that belongs to no application is reported with its location")
  func orphans() throws {
    let reading = try TableReading(
      Self.book("合作单位", [Self.partners, ["Z", "甲大学（虚构）", "高等院校", nil], [nil, "乙研究所（虚构）", "科研院所", nil]]))
    #expect(reading.diagnostics.map(\.path) == ["表.xlsx:合作单位!2", "表.xlsx:合作单位!3"])
    #expect(reading.diagnostics.map(\.code) == ["orphan-row", "orphan-row"])
    #expect(!reading.diagnostics.contains { $0.isRemark })
    #expect(!reading.json.contains { $0.contains("partners") })
  }

  @Test("A fault in a list sheet belongs to its application and names the sheet and the cell")
  func faults() throws {
    let problems = try evaluate(
      Self.book("合作单位", [Self.partners, ["B", nil, "学会", 45]])
    ) { $0.problems.map { "\($0.field) \($0.cell ?? "-")" } }
    #expect(
      problems == [
        [], ["partners[0].kind 合作单位!C2", "partners[0].region 合作单位!D2", "partners[0].name 合作单位!B2"],
      ])
  }

  @Test("An unreadable list makes each application that may have elements in it invalid")
  func broken() throws {
    let problems = try evaluate(
      Self.book("合作单位", [["编号", "单位名称", "单位类型"], ["A", "甲大学（虚构）", "高等院校"]])
    ) { $0.problems.map(\.field) }
    #expect(problems == [["partners"], ["partners"]])
  }

  @Test("A sheet with the columns of a list but another name is not read and is an error")
  func unnamed() throws {
    let reading = try TableReading(Self.book("推荐单位", [Self.partners, ["A", "甲大学（虚构）", "高等院校", "450103"]]))
    #expect(reading.diagnostics.map(\.code) == ["unnamed-list"])
    #expect(!reading.diagnostics[0].isRemark)
    #expect(!reading.json.contains { $0.contains("partners") })
  }

  @Test("A list whose elements come from two sheets is a fault")
  func twoSources() throws {
    let rows: [[FixtureCell]] = [Self.partners, ["A", "甲大学（虚构）", "高等院校", "450103"]]
    let book = FixtureBook(
      FixtureBook.Sheet("申报表", [hostHeadings, hostCells("A"), hostCells("B")]), FixtureBook.Sheet("合作单位", rows),
      FixtureBook.Sheet("合作单位 (2)", rows + [["B", "丙公司（虚构）", "企业", nil]]))
    let reading = try TableReading(book)
    #expect(reading.rows.map { $0.faults.map(\.cell) } == [["合作单位 (2)!2"], []])
    #expect(reading.faults[0].message.contains("同时填在工作表“合作单位”与工作表“合作单位 (2)”"))
  }

  @Test("Columns may repeat the name of their list; unrecognised columns make its elements incomplete")
  func columnNames() throws {
    let headings: [FixtureCell] = ["申报编号", "合作单位名称", "合作单位类型", "partners.region"]
    let reading = try TableReading(Self.book("合作单位", [headings, ["A", "甲大学（虚构）", "高等院校", "450103"]]))
    #expect(reading.diagnostics.isEmpty)
    #expect(reading.json[0].contains(Self.first))
    let missing = try evaluate(
      Self.book("合作单位", [["申报编号", "协作方", "协作方性质"], ["A", "甲大学（虚构）", "高等院校"]])
    ) { $0.problems.filter { $0.code == .invalidRecord }.map(\.field) }
    #expect(missing == [["partners[0].name", "partners[0].kind"], []])
  }

  @Test("An application reports an unread sheet that has rows with its id")
  func unreadSheets() throws {
    let rows: [[FixtureCell]] = [["申报编号", "成员单位"], ["A", "甲大学（虚构）"]]
    let reading = try TableReading(Self.book("联合体", rows))
    #expect(reading.rows.map { $0.unknownFields.map(\.cell) } == [["联合体"], []])
    let unnamed = try TableReading(Self.book("推荐单位", [Self.partners, ["A", "甲大学（虚构）", "高等院校", nil]]))
    #expect(unnamed.rows.map { $0.faults.map(\.field) } == [["partners"], []])
  }

  @Test("Rows without an application are reported even if another sheet is not read")
  func orphansBesides() throws {
    let book = FixtureBook(
      FixtureBook.Sheet("申报表", [hostHeadings, hostCells("A")]),
      FixtureBook.Sheet("推荐单位", [Self.partners, ["A", "甲", "企业", nil]]),
      FixtureBook.Sheet("合作单位", [Self.partners, ["Z", "乙", "企业", nil]]))
    #expect(try TableReading(book).diagnostics.map(\.code) == ["unnamed-list", "orphan-row"])
  }

  @Test("A fault names its cell even if elements before it are left out")
  func faultCells() throws {
    let headings = hostHeadings + ["联合申报单位1名称", "联合申报单位1类型", "联合申报单位2名称", "联合申报单位2类型"]
    let own = FixtureBook(FixtureBook.Sheet("申报表", [headings, hostCells() + [nil, nil, nil, "企业"]]))
    #expect(try evaluate(own, by: { $0.problems.map(\.cell) }) == [["申报表!I2"]])
    let sheet = FixtureBook(
      FixtureBook.Sheet("申报表", [headings, hostCells()]), FixtureBook.Sheet("合作单位", [Self.partners, ["A", nil, "企业", nil]]))
    #expect(try evaluate(sheet, by: { $0.problems.map(\.cell) }) == [["合作单位!B2"]])
    let texts = FixtureBook(
      FixtureBook.Sheet("申报表", [hostHeadings + ["科研成果1", "已取得的科研成果2"], hostCells() + [nil, .date("45352")]]))
    #expect(try evaluate(texts, by: { $0.problems.filter { $0.code == .invalidRecord }.map(\.cell) }) == [["申报表!H2"]])
  }

  @Test("Texts of a list both in one cell and in numbered columns are a fault")
  func texts() throws {
    let reading = try TableReading(("已取得的科研成果", "甲"), ("已取得的科研成果1", "甲"))
    #expect(reading.faults.map(\.cell) == ["申报表!H2"])
    #expect(reading.faults[0].message.contains("同时填在G列与H列"))
  }

  @Test("White space in the cells of a list is no content, even in unusable columns")
  func blanks() throws {
    let headings: [FixtureCell] = ["申报编号", "预算科目", "预算金额（元）", "预算金额（万元）", "备注"]
    let rows: [[FixtureCell]] = [headings, ["A", "设备费", nil, " ", "　"], ["B", "设备费", 1, nil, nil]]
    let reading = try TableReading(Self.book("预算明细", rows))
    #expect(reading.rows.map { $0.faults.map(\.field) } == [[], ["budget.items[0].amount"]])
    #expect(reading.rows.map(\.unknownFields.count) == [0, 0])
  }

  @Test("More than 1,000 elements of an application are refused")
  func tooMany() throws {
    let rows = [Self.partners] + Array(repeating: ["A", "甲大学（虚构）", "高等院校", nil], count: 1001)
    #expect(try evaluate(Self.book("合作单位", rows)) { $0.problems.map(\.field) } == [["partners"], []])
  }

  @Test("A hidden list sheet makes each application that may have elements in it invalid")
  func hidden() throws {
    let book = FixtureBook(
      FixtureBook.Sheet("申报表", [hostHeadings, hostCells("A")]),
      FixtureBook.Sheet("合作单位", [Self.partners, ["A", "甲大学（虚构）", "高等院校", nil]], isHidden: true))
    #expect(try evaluate(book) { $0.problems.map(\.field) } == [["partners"]])
  }
}

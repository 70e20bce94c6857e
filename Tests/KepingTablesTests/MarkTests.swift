import BatchFixtures
import KepingCore
import Testing
import WorkbookFixtures

@testable import KepingTables

@Suite("Text that is struck out or raised is never read as if it were plain")
struct MarkTests {
  /// Returns a cell of runs: `-` before a text strikes it out, `^` raises it, `_` lowers it.
  static func runs(_ runs: String...) -> FixtureCell {
    let properties: [Character: String] = [
      "-": "<strike/>", "^": "<vertAlign val=\"superscript\"/>", "_": "<vertAlign val=\"subscript\"/>",
    ]
    let elements = runs.map { run in
      let property = run.first.flatMap { properties[$0] }
      return
        "<r><rPr>\(property ?? "<b/>")</rPr><t xml:space=\"preserve\">\(property == nil ? run : String(run.dropFirst()))</t></r>"
    }
    return .xml("<c r=\"%\" t=\"inlineStr\"><is>\(elements.joined())</is></c>")
  }

  static let evaluated: [(String, FixtureCell)] = [
    ("研发投入2023（万元）", runs("-3", "18")), ("经济效益（万元）", runs("720", "_1")), ("示范点（个）", runs("2", "^3")),
    ("开展生产线建设提升", runs("-是", "否")), ("涉密情况", runs("-涉密", "不涉密")), ("学科领域", runs("-数理科学", "医学科学")),
    ("申报单位统一社会信用代码", runs("91451002MAEXAMP146", "-7")), ("申报单位行政区划代码", runs("45100", "-3", "2")),
    ("提交时间", runs("2024-03-01", "- 09:00")), ("项目负责人出生年份", runs("198", "-5", "6")), ("科技创新平台", runs("-有", "无")),
    ("项目类别", runs("信息化管理", "-、军民融合")), ("项目类别1", runs("-信息化管理", "军民融合")), ("联合申报单位1类型", runs("-企业", "高等院校")),
  ]

  @Test("A cell that is evaluated is refused if a part of it is struck out, raised or lowered", arguments: evaluated)
  func part(_ heading: String, _ cell: FixtureCell) throws {
    let reading = try TableReading((heading, cell))
    let fault = try #require(reading.faults.first)
    #expect(reading.faults.count == 1)
    #expect(fault.cell == "申报表!G2")
    #expect(fault.message.contains(heading))
    #expect(fault.message.contains("划了删除线") || fault.message.contains("上标或下标"))
  }

  @Test("It is refused, too, if all of it is struck out", arguments: evaluated.map(\.0))
  func whole(_ heading: String) throws {
    let reading = try TableReading((heading, Self.runs("-2", "-0")))
    #expect(reading.faults.map(\.cell) == ["申报表!G2"])
    #expect(reading.faults.first?.message.contains("整格划了删除线") == true)
    #expect(reading.rows.map(\.unknownFields.count) == [0])
  }

  @Test("Bold text is plain")
  func bold() throws {
    let reading = try TableReading(("研发投入2023（万元）", Self.runs("3", "18")))
    #expect(reading.faults.isEmpty)
    #expect(reading.json[0].contains(#""rdExpense":{"2023":3180000}"#))
  }

  @Test("An id, a year or a direction with a part that is struck out is refused and leads to no program", arguments: 0...2)
  func key(_ column: Int) throws {
    var cells = hostCells()
    cells[column] = [Self.runs("-B", "A"), Self.runs("-2023", "2024"), Self.runs("-4.2", "4.1")][column]
    let reading = try TableReading(FixtureBook(FixtureBook.Sheet("申报表", [hostHeadings + ["经济效益（万元）"], cells + [300]])))
    #expect(reading.faults.map(\.cell) == ["申报表!\(["A", "B", "C"][column])2"])
    #expect(reading.json[0].contains("economicBenefit") == (column == 0))
  }

  @Test(
    "In free text the part that is struck out is left out with a notice that names the cell",
    arguments: [
      ("项目摘要", runs("-旧", "新摘要"), #""abstract":"新摘要""#), ("项目负责人姓名", runs("张某", "-甲"), #""name":"张某""#),
      ("已取得的科研成果", runs("甲", "-、乙", "、丙"), #""achievements":["甲","丙"]"#),
      ("已取得的科研成果1", runs("-乙", "甲"), #""achievements":["甲"]"#),
    ])
  func freeText(_ heading: String, _ cell: FixtureCell, _ json: String) throws {
    let reading = try TableReading((heading, cell))
    #expect(reading.faults.isEmpty)
    #expect(reading.json[0].contains(json))
    #expect(reading.rows[0].unknownFields.map(\.code) == [.struckText])
    #expect(reading.rows[0].unknownFields.map(\.cell) == ["申报表!G2"])
    #expect(try #require(reading.rows[0].unknownFields.first).message.hasPrefix("申报表!G2：\(heading)"))
  }

  @Test("Free text that is struck out as a whole is absent, with a notice")
  func wholeFreeText() throws {
    let reading = try TableReading(("项目摘要", Self.runs("-旧摘要")))
    #expect(reading.faults.isEmpty)
    #expect(!reading.json[0].contains("abstract"))
    #expect(reading.rows[0].unknownFields.map(\.code) == [.struckText])
    var cells = hostCells()
    cells[3] = Self.runs("-旧", "-项目")
    let problems = try evaluate(FixtureBook(FixtureBook.Sheet("申报表", [hostHeadings, cells]))) { $0.problems }
    #expect(problems[0].contains { $0.code == .invalidRecord && $0.cell == "申报表!D2" && $0.message.contains("缺少项目名称") })
  }

  @Test("Raised text in free text stays, as in m²")
  func raised() throws {
    let reading = try TableReading(("项目摘要", Self.runs("100m", "^2")))
    #expect(reading.json[0].contains(#""abstract":"100m2""#))
    #expect(reading.rows[0].unknownFields.isEmpty)
  }

  @Test("A notice about text that is struck out changes no verdict")
  func verdict() throws {
    var struck = hostCells("B")
    struck[3] = Self.runs("-旧", "虚构项目")
    let verdicts = try evaluate(FixtureBook(FixtureBook.Sheet("申报表", [hostHeadings, hostCells("A"), struck]))) { $0.verdict }
    #expect(verdicts[0] == verdicts[1])
  }

  @Test("A cell of a list sheet is treated alike")
  func lists() throws {
    let book = FixtureBook(
      FixtureBook.Sheet("申报表", [hostHeadings, hostCells("A"), hostCells("B")]),
      FixtureBook.Sheet(
        "合作单位",
        [
          ["申报编号", "单位名称", "单位类型"], ["A", Self.runs("-甲", "乙大学（虚构）"), "高等院校"],
          ["B", "丙大学（虚构）", Self.runs("-企业", "高等院校")],
        ]))
    let reading = try TableReading(book)
    #expect(reading.rows[0].faults.isEmpty)
    #expect(reading.json[0].contains("\"name\":\"乙大学（虚构）\""))
    #expect(reading.rows[0].unknownFields.map(\.field) == ["partners[0].name"])
    #expect(reading.rows[0].unknownFields.map(\.cell) == ["合作单位!B2"])
    #expect(reading.rows[1].faults.map(\.cell) == ["合作单位!C3"])
  }

  @Test("Text that is struck out in a column that is not read is content like any other")
  func unread() throws {
    let reading = try TableReading(("备注", Self.runs("-作废", " ")), ("已受理发明专利（件）", Self.runs("-3", " ")))
    #expect(reading.rows[0].unknownFields.map(\.cell) == ["申报表!G2"])
    #expect(reading.faults.map(\.cell) == ["申报表!H2"])
  }
}

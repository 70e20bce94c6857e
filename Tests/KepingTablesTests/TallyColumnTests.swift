import BatchFixtures
import KepingCore
import Testing
import WorkbookFixtures
import Workbooks

@testable import KepingTables

@Suite("A count of intellectual property or standards that no field takes is never passed over")
struct TallyColumnTests {
  @Test(
    "A number in a column that speaks of them makes its application invalid, naming the column and headings to use",
    arguments: [
      ("知识产权（件）", "发明专利申请"), ("专利（件）", "发明专利申请"), ("授权专利（件）", "发明专利申请"), ("专利数", "发明专利申请"), ("发明（件）", "发明专利申请"),
      ("实用新型（件）", "实用新型专利申请"), ("外观设计（件）", "外观设计专利申请"), ("软著（件）", "软件著作权申请"), ("软件著作权（件）", "软件著作权申请"), ("著作权登记（项）", "其他知识产权申请"),
      ("PCT专利申请（件）", "发明专利申请"), ("pct（件）", "发明专利申请"), ("植物新品种（件）", "其他知识产权申请"), ("新品种（个）", "其他知识产权申请"),
      ("集成电路布图设计（件）", "其他知识产权申请"),
      ("商标（件）", "其他知识产权申请"), ("版权（件）", "其他知识产权申请"), ("IP（件）", "发明专利申请"), ("patents", "发明专利申请"), ("标准（项）", "企业标准"),
      ("制定标准（项）", "企业标准"),
      ("省级标准（项）", "企业标准"), ("企标（项）", "企业标准"), ("团标（项）", "团体标准"), ("地标", "地方标准"), ("行标", "行业标准"), ("国标（项）", "国家标准"),
      ("标准（含企业标准）", "企业标准"),
      ("已受理发明专利（件）", "发明专利申请"), ("外观（件）", "发明专利申请"), ("專利（件）", "发明专利申请"), ("国军标（项）", "企业标准"),
    ])
  func refused(_ heading: String, _ proposal: String) throws {
    let reading = try TableReading((heading, 3))
    #expect(reading.faults.map(\.cell) == ["申报表!G2"])
    #expect(reading.faults.first?.message.contains("“\(heading)”") == true)
    #expect(reading.faults.first?.message.contains("“\(proposal)”") == true)
    #expect(reading.diagnostics.map(\.code) == ["unknown-column"])
  }

  @Test(
    "Numbers and counts are refused, 0 among them; other content is that of an unknown column; an empty cell is nothing",
    arguments: [
      (3, true), (0, true), (2.5, true), ("3", true), ("0", true), ("３件", true), ("3项", true), ("三项", true), ("十二", true),
      ("约3项", true), ("≥3件", true),
      ("发明专利2件、软著1件", true), ("3（其中发明1）", true), ("2/1", true), (.formula("A1", value: nil), true), (.error("#REF!"), true),
      (999_999, true),
      (1_000_000, false), ("有", false), ("无", false), ("是", false), ("符合GB/T 19001-2016", false), ("ZL202310123456.7", false),
      (202_310_123_456, false),
      ("一种铝合金的制备方法", false), ("2024-05-01", false), ("第3项", false), ("50%", false), ("5万元", false), (.flag(true), false),
      (.date("45000"), false),
    ] as [(FixtureCell, Bool)])
  func cells(_ cell: FixtureCell, _ isCount: Bool) throws {
    for heading in ["专利", "符合标准", "知识产权情况说明"] {
      let reading = try TableReading((heading, cell))
      #expect(reading.faults.map(\.cell) == (isCount ? ["申报表!G2"] : []))
      #expect(reading.rows.map { $0.unknownFields.map(\.cell) } == [isCount ? [] : ["申报表!G2"]])
    }
    let empty = try TableReading(("专利（件）", nil))
    #expect(empty.faults.isEmpty && empty.rows.allSatisfy { $0.unknownFields.isEmpty })
  }

  @Test(
    "A text that begins with a count is one, except below a heading that asks for a description",
    arguments: [
      ("2件：甲、乙", true), ("发明专利2件：甲、乙", true), ("拟申请专利2件，发表论文1篇", true), ("两件（名称待定）", true), ("一种铝合金", false),
      ("甲专利2件", false), ("3D打印", false), ("2023年授权", false),
    ])
  func beginnings(_ text: String, _ isCount: Bool) throws {
    #expect(try TableReading(("专利", .text(text))).faults.isEmpty != isCount)
    #expect(try TableReading(("知识产权情况说明", .text(text))).faults.isEmpty)
  }

  @Test(
    "That there are some is a count below a heading with a unit alone",
    arguments: [("专利（件）", "有", true), ("标准（项）", "是", true), ("专利（件）", "无", false), ("专利（件）", "/", false), ("符合标准", "是", false)])
  func some(_ heading: String, _ text: String, _ isCount: Bool) throws {
    let reading = try TableReading((heading, .text(text)))
    #expect(reading.faults.map(\.cell) == (isCount ? ["申报表!G2"] : []))
  }

  @Test(
    "A column whose numbers are no counts of them is an unknown column",
    arguments: [
      "专利号", "发明专利号", "专利申请日期", "专利授权年份", "发明人", "发明人数", "标准厂房面积（平方米）", "标准化厂房（平方米）", "项目标准化率", "标准化率（%）", "节约标准煤（吨）", "高标准农田（亩）",
      "知识产权保护经费", "专利转化收入（万元）", "专利产品（个）", "知识产权培训（人）", "论文（篇）", "著作（部）", "技术规程（项）", "设备equipment", "专利被引次数",
    ])
  func otherNumbers(_ heading: String) throws {
    let reading = try TableReading((heading, 3))
    #expect(reading.faults.isEmpty)
    #expect(reading.rows.map { $0.unknownFields.map(\.cell) } == [["申报表!G2"]])
  }

  @Test(
    "A column that is understood stays as it is",
    arguments: [
      ("发明专利申请（件）", #""invention":{"filed":3}"#), ("申请发明专利（件）", #""invention":{"filed":3}"#), ("行业标准（项）", #""industry":3"#),
      ("自主知识产权新技术（项）", #""newTechnologies":3"#), ("引进（输出）技术或专利（项）", #""technologiesTraded":3"#),
      ("软件、APP或系统（项）", #""softwareSystems":3"#),
      ("规范化诊疗技术、方法、规程或方案（项）", #""clinicalProtocols":3"#), ("其他知识产权申请（件）", #""other":{"filed":3}"#),
    ])
  func understood(_ heading: String, _ json: String) throws {
    let reading = try TableReading((heading, 3))
    #expect(reading.faults.isEmpty && reading.diagnostics.isEmpty)
    #expect(reading.json.first?.contains(json) == true)
  }

  @Test(
    "The group above a column counts if the column itself only says how many",
    arguments: [
      ("专利", "件数", true), ("知识产权", "申请数", true), ("知识产权", "合计", true), ("标准", "省级", true), ("标准", "数量（项）", true),
      ("知识产权和论文", "论文（篇）", false), ("知识产权", "备注", false), ("专利", "专利号", false), ("专利", "金额（万元）", false), ("知识产权", "联系电话", false),
    ])
  func groups(_ group: String, _ heading: String, _ isRefused: Bool) throws {
    let above = hostHeadings + [.text(group)]
    let below: [FixtureCell] = Array(repeating: nil, count: 6) + [.text(heading)]
    let merged = ["A1:A2", "B1:B2", "C1:C2", "D1:D2", "E1:E2", "F1:F2"]
    let book = FixtureBook(FixtureBook.Sheet("申报表", [above, below, hostCells() + [3]], merged: merged))
    let reading = try TableReading(book)
    #expect(reading.faults.map(\.cell) == (isRefused ? ["申报表!G3"] : []))
    #expect(reading.rows.map(\.unknownFields.count) == [isRefused ? 0 : 1])
  }

  @Test("Each application is decided by its own cell")
  func rows() throws {
    let cells: [FixtureCell] = [3, nil, "GB/T 19001", "0"]
    let rows = zip(["A", "B", "C", "D"] as [FixtureCell], cells).map { hostCells($0) + [$1] }
    let reading = try TableReading(FixtureBook(FixtureBook.Sheet("申报表", [hostHeadings + ["标准"]] + rows)))
    #expect(reading.rows.map(\.faults.count) == [1, 0, 0, 1])
    #expect(reading.rows.map(\.unknownFields.count) == [0, 0, 1, 0])
  }

  @Test("A program without such a tally has unknown columns")
  func withoutTally() {
    let names = FieldNames(Schema.host)
    #expect(names.possibleTally(of: "专利（件）", under: []) == nil)
    #expect(names.possibleTally(of: "标准（项）", under: []) == nil)
  }
}

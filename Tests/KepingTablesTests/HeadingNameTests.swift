import BatchFixtures
import KepingCore
import Testing
import WorkbookFixtures
@testable import Workbooks

@testable import KepingTables

@Suite("Headings are understood in the words that clerks use")
struct HeadingNameTests {
  /// Returns the reading of a sheet whose heading has some names replaced, with further columns.
  private static func reading(
    _ names: [String: String] = [:], _ columns: [(String, FixtureCell)] = [], groups: [String?] = []
  ) throws -> TableReading {
    let usual = ["申报编号", "指南年度", "申报方向", "项目名称", "申报单位名称", "申报单位类型"]
    let headings: [FixtureCell] = usual.map { .text(names[$0] ?? $0) } + columns.map { .text($0.0) }
    var rows = [headings, hostCells() + columns.map(\.1)]
    var merged: [String] = []
    if !groups.isEmpty {
      rows.insert(headings.prefix(usual.count) + groups.map { $0.map { .text($0) } ?? .none }, at: 0)
      rows[1].replaceSubrange(0..<usual.count, with: Array(repeating: .none, count: usual.count))
      merged = (1...usual.count).map { "\(Cell.columnName($0))1:\(Cell.columnName($0))2" }
    }
    return try TableReading(FixtureBook(FixtureBook.Sheet("申报表", rows, merged: merged)))
  }

  @Test(
    "A name of a required field may be another one that means the same, or say how to fill it in",
    arguments: [
      ("申报单位名称", "企业名称"), ("申报单位名称", "承担单位"), ("申报单位名称", "项目承担单位"), ("申报单位名称", "申报单位全称"), ("申报单位名称", "申报企业"),
      ("申报单位名称", "申报单位（盖章）"), ("申报单位名称", "申报单位（公章）"), ("申报单位名称", "申报单位名称（全称）"), ("申报单位名称", "申报单位\n（签章）"),
      ("申报单位名称", "5.申报单位名称"), ("申报单位名称", "五、申报单位名称"), ("申报单位名称", "（5）申报单位名称"), ("申报单位名称", "申报单位名称："),
      ("申报单位类型", "承担单位性质"), ("申报单位类型", "申报单位类型（请从列表中选择）"), ("申报方向", "申报方向及代码"), ("申报方向", "指南方向"), ("申报方向", "申报方向（代码）"),
      ("项目名称", "项目名称（不超过30字）"), ("项目名称", "申报项目名称"), ("申报编号", "申报编号（必填）"), ("申报编号", "1、申报编号"), ("申报编号", "申报编号（请勿改动）"),
      ("指南年度", "申报年度（如2024）"),
    ])
  func required(_ old: String, _ new: String) throws {
    let reading = try Self.reading([old: new])
    #expect(reading.diagnostics.isEmpty)
    #expect(reading.faults.isEmpty)
    #expect(reading.json.first?.contains(#""applicant":{"name":"示例公司（虚构）","kind":"enterprise"}"#) == true)
    #expect(reading.json.first?.contains(#""direction":"4.1","title":"虚构项目""#) == true)
  }

  @Test(
    "The R&D expense may have other names, its year before or after, and its unit in brackets, after a slash or at the end",
    arguments: [
      "2023年研发经费投入（万元）", "2023年度研发费用（万元）", "研发费用2023（万元）", "2023年研发经费（万元）", "R&D经费2023（万元）", "2023年Ｒ＆Ｄ经费支出（万元）", "研发投入2023万元",
      "研发投入（2023年）万元", "上年度研发投入（万元）", "上年度研发费用万元", "2023年研发投入/万元", "研发投入2023单位：万元", "2023年度企业研发投入（万元）", "（3）2023年研发投入（万元）",
    ])
  func expense(_ heading: String) throws {
    let reading = try Self.reading([:], [(heading, 80)])
    #expect(reading.diagnostics.isEmpty)
    #expect(reading.json.first?.contains(#""rdExpense":{"2023":800000}"#) == true)
  }

  @Test("Years before the last one are told apart", arguments: [("上上年度", 2022), ("前年", 2022), ("上年", 2023), ("2021年度", 2021)])
  func years(_ term: String, _ year: Int) throws {
    let reading = try Self.reading([:], [("\(term)研发费用（万元）", 80)])
    #expect(reading.json.first?.contains(#""rdExpense":{"\#(year)":800000}"#) == true)
  }

  @Test(
    "Names of other fields are understood",
    arguments: [
      ("社会信用代码", "91451002MAEXAMP146", #""creditCode":"91451002MAEXAMP146""#),
      ("信用代码", "91451002MAEXAMP146", #""creditCode":"91451002MAEXAMP146""#),
      ("企业统一社会信用代码", "91451002MAEXAMP146", #""creditCode":"91451002MAEXAMP146""#), ("行政区划", "451082", #""region":"451082""#),
      ("申报单位行政区划", "451082", #""region":"451082""#),
      ("所在地", "451082", #""region":"451082""#), ("所在县（市、区）", "451082", #""region":"451082""#),
      ("企业所在县（市、区）", "451082", #""region":"451082""#),
      ("负责人姓名", "张某（虚构）", #""leader":{"name":"张某（虚构）"}"#), ("项目负责人（如有）", "张某（虚构）", #""leader":{"name":"张某（虚构）"}"#),
      ("负责人出生年月", 1986, #""birthYear":1986"#), ("项目负责人出生日期", 1986, #""birthYear":1986"#),
      ("提交日期", "2024-03-01 09:00", #""submittedAt":"2024-03-01T09:00"#),
      ("申报时间", "2024-03-01 09:00", #""submittedAt":"2024-03-01T09:00"#), ("申请经费（万元）", 20, #""budget":{"requested":200000}"#),
      ("申请资助经费（万元）", 20, #""budget":{"requested":200000}"#), ("财政经费（万元）", 20, #""budget":{"requested":200000}"#),
      ("项目总投入（万元）", 20, #""budget":{"total":200000}"#), ("总投资（万元）", 20, #""budget":{"total":200000}"#),
      ("自筹资金（万元）", 20, #""selfFunded":200000"#),
      ("自筹资金万元", 20, #""selfFunded":200000"#), ("经济效益万元", 300, #""economicBenefit":3000000"#),
      ("发明专利申请件数", 3, #""invention":{"filed":3}"#),
    ] as [(String, FixtureCell, String)])
  func others(_ heading: String, _ cell: FixtureCell, _ json: String) throws {
    let reading = try Self.reading([:], [(heading, cell)])
    #expect(reading.faults.isEmpty)
    #expect(reading.diagnostics.isEmpty)
    #expect(reading.json.first?.contains(json) == true)
  }

  @Test(
    "Names of something else are unknown columns",
    arguments: [
      "研发投入占比", "2023年研发投入占比", "2023年预计研发投入（万元）", "研发人员", "其他单位名称", "主管单位", "技术联系人", "技术负责人", "财务负责人", "技术负责人出生年月",
      "组织机构代码",
      "注册地址", "法定代表人", "出生年月", "单位", "名称", "配套资金（万元）", "经济单元", "论文（篇）", "著作（部）", "填表日期", "申报单位（联系人）", "研发投入（2022年、2023年）",
    ])
  func unrelated(_ heading: String) throws {
    let reading = try Self.reading([:], [(heading, "1")])
    #expect(reading.diagnostics.map(\.code) == ["unknown-column"])
    #expect(reading.faults.isEmpty)
    #expect(reading.rows.first?.unknownFields.map(\.cell) == ["申报表!G2"])
  }

  @Test(
    "The same names are understood below a group",
    arguments: [
      ("负责人", "出生年月", 1986, #""birthYear":1986"#), ("项目负责人", "出生日期", 1986, #""birthYear":1986"#),
      ("项目主持人", "职称", "教授", #""leader":{"title":"教授"}"#),
      ("承担单位", "信用代码", "91451002MAEXAMP146", #""creditCode":"91451002MAEXAMP146""#),
      ("申报单位（盖章）", "社会信用代码", "91451002MAEXAMP146", #""creditCode""#),
      ("研发费用（万元）", "2023年", 80, #""rdExpense":{"2023":800000}"#), ("2023年", "研发费用（万元）", 80, #""rdExpense":{"2023":800000}"#),
      ("经费来源（万元）", "自筹资金", 20, #""selfFunded":200000"#), ("项目经费（万元）", "申请经费", 20, #""requested":200000"#),
      ("申报单位", "所在地", "451082", #""region":"451082""#),
    ] as [(String, String, FixtureCell, String)])
  func groups(_ group: String, _ heading: String, _ cell: FixtureCell, _ json: String) throws {
    let reading = try Self.reading([:], [(heading, cell)], groups: [group])
    #expect(reading.faults.isEmpty)
    #expect(reading.json.first?.contains(json) == true)
  }

  @Test(
    "Below the group of somebody else they are not",
    arguments: [("技术负责人", "姓名"), ("财务联系人", "姓名"), ("主管部门", "名称"), ("法定代表人", "出生年月"), ("合作企业", "信用代码")])
  func otherGroups(_ group: String, _ heading: String) throws {
    let reading = try Self.reading([:], [(heading, "某")], groups: [group])
    #expect(reading.faults.isEmpty)
    #expect(reading.rows.first?.unknownFields.count == 1)
  }

  @Test(
    "A name that may mean something else makes nothing invalid if its cell does not fit the field, but the field's own name does",
    arguments: [
      ("所在地", "百色市右江区城东大道1号（虚构）", true), ("申报时间", "2024年3月", true), ("所在县（市、区）", "鼓楼区", true),
      ("申报单位行政区划代码", "百色市右江区城东大道1号（虚构）", false), ("提交时间", "2024年3月", false),
    ])
  func unfitting(_ heading: String, _ text: String, _ isNotice: Bool) throws {
    let reading = try Self.reading([:], [(heading, .text(text))])
    #expect(reading.faults.map(\.cell) == (isNotice ? [] : ["申报表!G2"]))
    #expect(reading.rows.first?.unknownFields.map(\.cell) == (isNotice ? ["申报表!G2"] : []))
  }

  @Test("Two columns that mean the same are refused, whatever their names are")
  func twice() throws {
    let reading = try Self.reading([:], [("企业名称", "乙公司（虚构）")])
    #expect(reading.faults.map(\.cell) == ["申报表!E2", "申报表!G2"])
    #expect(reading.faults[0].message.contains("重复"))
  }

  @Test(
    "A name that may also mean something beside the field yields to the field's own column",
    arguments: [
      ("行政区划代码", "451082", "所在地", "平果市", #""region":"451082""#), ("预算总额（万元）", 50, "项目总投资（万元）", 80, #""total":500000"#),
      ("提交时间", "2024-03-01 09:00", "申报日期", "2024-02-01", #""submittedAt":"2024-03-01T09:00"#),
      ("经济效益（万元）", 300, "方向代码", "9.9", #""direction":"4.1""#), ("申请财政经费（万元）", 50, "财政经费（万元）", 80, #""requested":500000"#),
    ] as [(String, FixtureCell, String, FixtureCell, String)])
  func weak(_ own: String, _ cell: FixtureCell, _ other: String, _ otherCell: FixtureCell, _ json: String) throws {
    let reading = try Self.reading([:], [(other, otherCell), (own, cell)])
    #expect(reading.faults.isEmpty)
    #expect(reading.rows.first?.unknownFields.map(\.cell) == ["申报表!G2"])
    #expect(reading.json.first?.contains(json) == true)
  }

  @Test("Each name that clerks use is that of one field, in its normalised form")
  func aliases() {
    var schema = Schema.host
    // The name of a list that a program does not mention is only that of a sheet.
    _ = schema.mention("members", of: nil)
    // The names of the date of birth are those of the year for a program that does not read the date.
    _ = schema.mention("birthDate", of: schema.child("leader", of: nil))
    schema.addLaterFields()
    let names = FieldNames(schema)
    let lookup = FieldLookup(names)
    for (path, aliases) in FieldNames.aliases.merging(FieldNames.weakAliases, uniquingKeysWith: +) {
      for alias in aliases {
        #expect(Heading.key(alias) == alias)
        switch lookup.match(alias)?.found {
        case .success(let target)?: #expect(names.path(target) == path)
        case .failure(let fault)?: #expect(names.schema.nodes[fault.node].path == path && fault.reason == .missingYear)
        case nil: Issue.record("no field is called \(alias)")
        }
      }
    }
  }

  @Test("A sheet whose headings are all in other words has applications")
  func recognised() throws {
    let headings: [FixtureCell] = ["1.申报编号（必填）", "年份", "方向代码", "课题名称", "承担单位（盖章）", "承担单位性质"]
    let reading = try TableReading(FixtureBook(FixtureBook.Sheet("附件1", [headings, hostCells()])))
    #expect(reading.diagnostics.isEmpty)
    #expect(reading.json.first?.contains(#""name":"示例公司（虚构）""#) == true)
  }

  @Test(
    "A direction is recognised with its id after the title",
    arguments: ["激励工业领域加大研发投入4.1", "激励工业领域加大研发投入/4.1", "4.1/激励工业领域加大研发投入", "（4.1）激励工业领域加大研发投入"])
  func directions(_ text: String) throws {
    var cells = hostCells()
    cells[2] = .text(text)
    let reading = try TableReading(FixtureBook(FixtureBook.Sheet("申报表", [hostHeadings, cells])))
    #expect(reading.json.first?.contains(#""direction":"4.1""#) == true)
  }

  @Test("A heading that is struck out as a whole is none")
  func struck() {
    var row = Row(number: 1)
    row.append(column: 1, kind: .text, text: "项目编号".utf8)
    row.append(column: 2, kind: .text, text: "申报编号".utf8)
    row.append(column: 3, kind: .text, text: "经济效益（万元）".utf8)
    row.cells[0].marks = [.struck, .whollyStruck]
    row.cells[2].marks = [.struck, .whollyStruck]
    let headings = SheetHeadings([row], [], idNames: ["申报编号", "项目编号"])
    #expect(headings.idColumn == 2)
    #expect(headings.columns.map(\.column) == [2])
  }
}

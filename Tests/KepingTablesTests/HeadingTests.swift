import BatchFixtures
import KepingBatch
import KepingCore
import Testing
import WorkbookFixtures

@testable import KepingTables

@Suite("Columns are found by their names, wherever they are")
struct HeadingTests {
  /// The part of the JSON that every valid heading for this column produces.
  static let expected = #""economicBenefit":3000000"#

  static func sheet(_ rows: [[FixtureCell]], merged: [String] = []) -> FixtureBook {
    FixtureBook(FixtureBook.Sheet("申报表", rows, merged: merged))
  }

  @Test("Columns may be in any order, with titles and empty rows above them, and unrelated columns between them")
  func order() throws {
    let book = Self.sheet([
      ["百色市科技计划项目申报汇总表（虚构）"], [], ["序号", "经济效益（万元）", "备注"] + hostHeadings.reversed(), [],
      [1, 300, nil] + hostCells().reversed(), [], [nil, nil, nil], [2, 300, nil] + hostCells("B").reversed(),
    ])
    let reading = try TableReading(book)
    #expect(reading.rows.count == 2)
    #expect(reading.faults.isEmpty)
    for json in reading.json { #expect(json.contains(Self.expected)) }
    #expect(reading.diagnostics.map(\.code) == ["unknown-column"])
    #expect(reading.diagnostics.map(\.path) == ["表.xlsx:申报表!C3"])
  }

  @Test("An unknown column changes nothing, has one remark, and is reported by every record with content in it")
  func unknown() throws {
    let book = Self.sheet([
      hostHeadings + ["经济效意（万元）"], hostCells() + [300], hostCells("B") + [nil], hostCells("C") + [1],
    ])
    let reading = try TableReading(book)
    #expect(reading.rows.map { $0.unknownFields.map(\.cell) } == [["申报表!G2"], [], ["申报表!G4"]])
    #expect(reading.rows[0].unknownFields[0].message.contains("是否应为“经济效益”"))
    #expect(reading.diagnostics.count == 1)
    #expect(reading.diagnostics[0].isRemark)
    #expect(reading.diagnostics[0].text(.english).contains("did you mean '经济效益'"))
  }

  @Test("The group above a column is part of its name if needed")
  func groups() throws {
    let above: [FixtureCell] = ["申报编号", "指南年度", "申报方向", "项目名称", "申报单位", nil, "知识产权", nil, "预期成果"]
    let below: [FixtureCell] = [nil, nil, nil, nil, "单位名称", "单位类型", "发明专利申请", "软件著作权授权", "经济效益（万元）"]
    let merged = ["A1:A2", "B1:B2", "C1:C2", "D1:D2", "E1:F1", "G1:H1"]
    let reading = try TableReading(Self.sheet([above, below, hostCells() + [1, 2, 300]], merged: merged))
    #expect(reading.diagnostics.isEmpty)
    #expect(reading.faults.isEmpty)
    let json = try #require(reading.json.first)
    #expect(json.contains(Self.expected))
    #expect(json.contains(#""ip":{"invention":{"filed":1},"software":{"granted":2}}"#))
    #expect(json.contains(#""applicant":{"name":"示例公司（虚构）","kind":"enterprise"}"#))
  }

  @Test("Of two columns with the same name neither is read, and each application that fills in one has a fault")
  func twice() throws {
    let book = Self.sheet([
      hostHeadings + ["经济效益（万元）", "经济效益（元）"], hostCells() + [300, 1], hostCells("B") + [nil, nil],
    ])
    let reading = try TableReading(book)
    #expect(reading.rows.map { $0.faults.map(\.cell) } == [["申报表!G2", "申报表!H2"], []])
    #expect(reading.faults[0].message.contains("G列“经济效益（万元）”与H列“经济效益（元）”重复"))
    #expect(!reading.json[0].contains("economicBenefit"))
  }

  @Test("A sheet without ids is an error that names the sheet and suggests the heading that may be meant")
  func withoutID() throws {
    let headings: [FixtureCell] = ["申报编码"] + hostHeadings.dropFirst()
    let reading = try TableReading(Self.sheet([headings, hostCells()]))
    #expect(reading.rows.isEmpty)
    #expect(reading.diagnostics.map(\.code) == ["missing-id-column"])
    #expect(reading.diagnostics[0].text(.chinese) == "表.xlsx:申报表!1: 错误: 工作表没有“申报编号”列；“申报编码”是否应为“申报编号”？ [missing-id-column]")
  }

  @Test(
    "A direction is recognised by its id, its title, or both",
    arguments: [
      "4.1", "激励工业领域加大研发投入", "4.1 激励工业领域加大研发投入", "方向4.1", "激励工业领域加大研发投入（4.1）", "４.１", 4.1, "4.1．激励工业领域加大研发投入", "方向1：激励工业领域加大研发投入",
      "项目类型4方向1", "项目类型4 方向1：激励工业领域加大研发投入", "方向一：激励工业领域加大研发投入",
    ] as [FixtureCell])
  func directions(_ cell: FixtureCell) throws {
    var cells = hostCells()
    cells[2] = cell
    let reading = try TableReading(Self.sheet([hostHeadings + ["经济效益（万元）"], cells + [300]]))
    let json = try #require(reading.json.first)
    #expect(json.contains(#""direction":"4.1""#))
    #expect(json.contains(Self.expected))
  }

  @Test("A hidden sheet with applications is an error and is not read; the example row of a template is no application")
  func leftOut() throws {
    let book = FixtureBook(
      FixtureBook.Sheet("申报表", [hostHeadings, hostCells("示例（本行不评审）"), hostCells("A")]),
      FixtureBook.Sheet("旧表", [hostHeadings, hostCells("B")], isHidden: true),
      FixtureBook.Sheet("说明", [["请在截止日期前提交"]]),
      FixtureBook.Sheet("选项", [["是"], ["否"]], isHidden: true))
    let reading = try TableReading(book)
    #expect(reading.rows.count == 1)
    #expect(reading.diagnostics.map(\.code) == ["sheet-not-read", "hidden-sheet"])
    #expect(reading.diagnostics.map(\.isRemark) == [true, false])
  }

  @Test("A cell without a heading is reported with its location")
  func headless() throws {
    let book = Self.sheet([hostHeadings + [nil, "经济效益（万元）"], hostCells() + [777, 300, "已核"]])
    let reading = try TableReading(book)
    #expect(reading.rows[0].unknownFields.map(\.cell) == ["申报表!G2", "申报表!I2"])
    #expect(reading.rows[0].unknownFields.map(\.code) == [.unknownField, .unknownField])
    #expect(reading.json[0].contains(Self.expected))
  }

  @Test("A line of CSV with more fields than headings makes its application invalid")
  func outOfStep() throws {
    let headings = "申报编号,指南年度,申报方向,项目名称,申报单位名称,申报单位类型,经济效益（万元）"
    let reading = try TableReading(csv: Bytes("\(headings)\nA,2024,4.1,虚构,示例,企业,1,234\nB,2024,4.1,虚构,示例,企业,\"1,234\"\n".utf8))
    #expect(reading.rows.map { $0.faults.count } == [1, 0])
    #expect(reading.faults[0].message.contains("没有加引号"))
    let empty = try TableReading(csv: Bytes("\(headings),备注\nA,2024,4.1,虚构,示例,企业,1,200,\n".utf8))
    #expect(empty.rows.map { $0.faults.count } == [1])
    #expect(reading.json[1].contains(#""economicBenefit":12340000"#))
  }

  @Test("The width is the only problem of such a line, whatever its values are in their wrong columns")
  func outOfStepAlone() throws {
    let headings = "申报编号,指南年度,申报方向,项目名称,申报单位名称,申报单位类型,经济效益（万元）,示范点（个）"
    let text = "\(headings)\nA,2024,4.1,甲,乙项目,示例,企业,300,1\nB,2024,4.1,虚构,示例,企业,1,234,1\n"
    let file = try TemporaryFile(Bytes(text.utf8), ending: ".csv")
    let programs = try programs(allOn).programs
    var problems: [[Problem]] = []
    _ = try Batch(programs).assess(try Input(file.path.string, programs: programs), report: { _ in }) {
      assessment throws(Diagnostic) in problems.append(assessment.problems)
    }
    #expect(problems.map(\.count) == [1, 1])
    #expect(problems.joined().allSatisfy { $0.message.contains("多1列") })
  }

  @Test(
    "The year is read in every usual notation and determines the program",
    arguments: ["2024 年", "2,024", "2024.0", "2024年度", "２０２４", 2024] as [FixtureCell])
  func years(_ cell: FixtureCell) throws {
    var cells = hostCells()
    cells[1] = cell
    let reading = try TableReading(Self.sheet([hostHeadings + ["经济效益（万元）", "上年研发投入（万元）"], cells + [300, 80]]))
    #expect(reading.faults.isEmpty)
    #expect(reading.json[0].contains(Self.expected))
    #expect(reading.json[0].contains(#""rdExpense":{"2023":800000}"#))
  }

  @Test(
    "A year without a guideline makes only its own application invalid",
    arguments: ["-9223372036854775808", "9007199254740991", "0"])
  func oddYears(_ text: String) throws {
    var cells = hostCells()
    cells[1] = .text(text)
    let book = Self.sheet([hostHeadings + ["上年研发投入（万元）"], cells + [80], hostCells("B") + [80]])
    #expect(try evaluate(book, by: { $0.verdict == .error }) == [true, false])
  }

  @Test("A heading that is merged down the whole sheet hides no application")
  func mergedDown() throws {
    let reading = try TableReading(Self.sheet([hostHeadings, hostCells(), hostCells("B")], merged: ["A1:A1048576"]))
    #expect(reading.rows.count == 2)
  }

  @Test(
    "A group that means something else excludes its columns; a neutral group does not",
    arguments: [
      ("预期成果", true), ("三、项目预期效益", true), ("经济效益指标", true), ("其他", true), ("1.预期成果", true), ("经费（万元）", false),
      ("上年度完成情况", false), ("法定代表人", false), ("2023年1-12月完成情况", false), ("已完成：", false), ("2023", false),
      ("上年度完成情况（见附件）", false), ("前期成果清单", false), ("其他单位", false),
    ])
  func unrelatedGroups(_ group: String, _ isRead: Bool) throws {
    let above: [FixtureCell] = hostHeadings + [.text(group), nil]
    let below: [FixtureCell] = Array(repeating: nil, count: 6) + ["经济效益（万元）", "示范点（个）"]
    let merged = ["A1:A2", "B1:B2", "C1:C2", "D1:D2", "E1:E2", "F1:F2", "G1:H1"]
    let reading = try TableReading(Self.sheet([above, below, hostCells() + [300, 2]], merged: merged))
    #expect(reading.json[0].contains(Self.expected) == isRead)
    #expect(reading.diagnostics.map(\.code) == (isRead ? [] : ["unknown-column", "unknown-column"]))
    #expect(reading.rows[0].unknownFields.count == (isRead ? 0 : 2))
  }

  @Test("Without merged cells, a group extends to the next one")
  func unmergedGroups() throws {
    let heads = "申报编号,指南年度,申报方向,项目名称,申报单位名称,申报单位类型"
    let text = ",,,,,,上年度完成情况,,预期成果,\n\(heads),示范点（个）,经济效益（万元）,新产品、新工艺或新材料（项）,备注\nA,2024,4.1,虚构,示例,企业,1,900,2,无\n"
    let reading = try TableReading(csv: Bytes(text.utf8))
    #expect(reading.rows.map { $0.unknownFields.count } == [3])
    #expect(reading.json[0].hasSuffix(#""expected":{"newProducts":2}}"#))
  }

  @Test("A different heading below the first ends the sheet, so that no row is read with the wrong heading")
  func secondHeading() throws {
    let other = hostHeadings + ["示范点（个）", "经济效益（元）"]
    let rows = [hostHeadings + ["经济效益（万元）"], hostCells() + [300], other, hostCells("B") + [3, 7_200_000]]
    let reading = try TableReading(Self.sheet(rows))
    #expect(reading.rows.count == 1)
    #expect(reading.diagnostics.map(\.code) == ["second-heading"])
    #expect(reading.diagnostics.map(\.path) == ["表.xlsx:申报表!3"])
  }

  @Test("A row without an id is an application without an id, unless it is a note")
  func nameless() throws {
    let reading = try TableReading(
      Self.sheet([hostHeadings + ["项目类别"], hostCells() + ["军民融合"], Array(repeating: nil, count: 6) + ["艾滋病防治"]]))
    #expect(reading.rows.count == 2)
  }

  @Test(
    "A unit at the end of a note applies to all amounts, even under a JSON field name",
    arguments: [
      ("填报单位：元亨科技有限公司（虚构）", false), ("金额单位：万元", true), ("（单位：万元）", true),
    ])
  func noteUnit(_ note: String, _ isUnit: Bool) throws {
    let reading = try TableReading(Self.sheet([[.text(note)], hostHeadings + ["经济效益"], hostCells() + [300]]))
    #expect(reading.faults.isEmpty == isUnit)
    let own = try TableReading(Self.sheet([[.text(note)], hostHeadings + ["economicBenefit"], hostCells() + [300]]))
    #expect(own.json[0].contains(isUnit ? #""economicBenefit":3000000"# : #""economicBenefit":300"#))
  }

  @Test("A title or note above the heading is not a group, whether merged or not")
  func titles() throws {
    let title: [FixtureCell] = ["百色市科技计划项目申报汇总表（虚构）"]
    let note: [FixtureCell] = ["填报单位：某县（虚构）", nil, nil, nil, nil, nil, "填报日期：2024年3月1日"]
    for merged in [[], ["A1:H1", "A2:F2", "G2:H2"], ["C1:H1"], ["B1:H1"]] {
      let rows = [title, note, hostHeadings + ["经济效益（万元）", "示范点（个）"], hostCells() + [300, 2]]
      let reading = try TableReading(Self.sheet(rows, merged: merged))
      #expect(reading.diagnostics.isEmpty)
      #expect(reading.json[0].contains(Self.expected))
    }
  }

  @Test("The unit of a group applies to its columns")
  func groupUnit() throws {
    let above: [FixtureCell] = hostHeadings + ["经费预算（万元）", nil]
    let below: [FixtureCell] = Array(repeating: nil, count: 6) + ["预算总额", "申请财政经费"]
    let merged = ["A1:A2", "B1:B2", "C1:C2", "D1:D2", "E1:E2", "F1:F2", "G1:H1"]
    let reading = try TableReading(Self.sheet([above, below, hostCells() + [50, 20]], merged: merged))
    #expect(reading.diagnostics.isEmpty)
    #expect(reading.json[0].contains(#""budget":{"total":500000,"requested":200000}"#))
  }

  @Test("A value merged over several applications is a fault in each; a value merged within a row is read")
  func mergedValues() throws {
    let rows = [hostHeadings + ["经济效益（万元）", "备注"], hostCells() + [300, "同上"], hostCells("B"), hostCells("C") + [1]]
    let reading = try TableReading(Self.sheet(rows, merged: ["G2:G3", "H2:H3", "G4:H4"]))
    #expect(reading.rows.map { $0.faults.map(\.cell) } == [["申报表!G2"], ["申报表!G3"], []])
    #expect(reading.faults[1].message.contains("合并单元格G2:G3"))
  }

  @Test("Two titles in one row are not groups")
  func twoTitles() throws {
    let rows: [[FixtureCell]] = [["附件2", nil, "百色市科技计划项目申报汇总表（虚构）", nil, nil, nil, "2024年3月"], hostHeadings + ["示范点（个）"]]
    let reading = try TableReading(Self.sheet(rows + [hostCells() + [2]]))
    #expect(reading.diagnostics.isEmpty)
    #expect(reading.json[0].contains(#""demonstrationSites":2"#))
  }

  @Test("A second row of names belongs to the heading, whether cells are merged or not")
  func secondRow() throws {
    let above: [FixtureCell] = hostHeadings + ["经济效益（万元）", nil, "标准", nil, "负责人", nil]
    let below: [FixtureCell] = Array(repeating: nil, count: 6) + ["上年", "预期", "行业", "地方", "姓名", "职称"]
    let cells = hostCells() + [900, 100, 1, 2, "张某（虚构）", "教授"]
    for merged in [[], ["G1:H1", "I1:J1", "K1:L1"]] {
      let reading = try TableReading(Self.sheet([above, below, cells], merged: merged))
      #expect(reading.rows.count == 1)
      // Only the group says which year the benefit belongs to, so the value of last year is not read as the expected one.
      #expect(!reading.json[0].contains("9000000"))
      #expect(reading.diagnostics.contains { $0.path == "表.xlsx:申报表!G1" })
    }
    let merged = try TableReading(Self.sheet([above, below, cells], merged: ["G1:H1", "I1:J1", "K1:L1"]))
    #expect(merged.json[0].contains(#""economicBenefit":1000000"#))
    #expect(merged.json[0].contains(#""industry":1"#))
    #expect(merged.json[0].contains(#""local":2"#))
    #expect(merged.json[0].contains(#""leader":{"name":"张某（虚构）","title":"教授"}"#))
  }

  @Test("A note above the heading gives the unit of amounts whose columns have none")
  func moneyUnit() throws {
    let rows: [[FixtureCell]] = [["单位：万元"], hostHeadings + ["经济效益", "节约成本（元）"]]
    let reading = try TableReading(Self.sheet(rows + [hostCells() + [300, 5]]))
    #expect(reading.faults.isEmpty)
    #expect(reading.json[0].contains(#""costSavings":5"#))
    #expect(reading.json[0].contains(#""economicBenefit":3000000"#))
  }

  @Test(
    "Names that clerks use for a field are recognised",
    arguments: [
      ("申请发明专利（件）", #""ip":{"invention":{"filed":3}}"#), ("拟申请发明专利（件）", #""ip":{"invention":{"filed":3}}"#),
      ("授权软件著作权", #""ip":{"software":{"granted":3}}"#), ("预期示范点（个）", #""demonstrationSites":3"#),
      ("示范点数量（个）", #""demonstrationSites":3"#),
    ])
  func clerkNames(_ heading: String, _ json: String) throws {
    let reading = try TableReading((heading, 3))
    #expect(reading.diagnostics.isEmpty)
    #expect(reading.json[0].contains(json))
  }

  @Test("An unrecognised column that may belong to a tally makes the applications that fill it in invalid")
  func nearTally() throws {
    let headings: [FixtureCell] = hostHeadings + ["发明专利授权（件）", "已受理发明专利（件）"]
    let reading = try TableReading(Self.sheet([headings, hostCells() + [0, 3], hostCells("B") + [1]]))
    #expect(reading.rows.map { $0.faults.map(\.cell) } == [["申报表!H2"], []])
    #expect(reading.faults[0].message.contains("像是知识产权的一项"))
  }

  @Test("A column of a tally under an unrelated group is refused, even if another group completes its name")
  func unrelatedGroupOverTally() throws {
    let rows: [[FixtureCell]] = [
      Array(repeating: nil, count: 6) + ["上年度完成情况", nil], Array(repeating: nil, count: 6) + ["标准", nil],
      hostHeadings + ["行业", "地方"], hostCells() + [2, 3],
    ]
    let reading = try TableReading(Self.sheet(rows, merged: ["G1:H1", "G2:H2"]))
    #expect(reading.faults.map(\.cell) == ["申报表!G4", "申报表!H4"])
  }

  @Test("Notes below the applications and repeated headings are skipped with a remark")
  func notes() throws {
    let rows = [
      hostHeadings, hostCells("A"), hostHeadings, hostCells("B"), ["注：以上均为虚构"], [nil, "填表人：张某", nil, "审核人：李某"],
      ["填表人：张某", nil, nil, "审核人：李某"],
    ]
    let reading = try TableReading(Self.sheet(rows))
    #expect(reading.rows.count == 2)
    #expect(reading.diagnostics.map(\.path) == ["表.xlsx:申报表!3", "表.xlsx:申报表!5", "表.xlsx:申报表!6", "表.xlsx:申报表!7"])
    #expect(reading.diagnostics.map(\.code) == ["row-not-read", "row-not-read", "row-not-read", "row-not-read"])
  }

  @Test("Each sheet without a column of ids is reported")
  func severalWithoutID() throws {
    let headings: [FixtureCell] = ["编码"] + hostHeadings.dropFirst()
    let reading = try TableReading(
      FixtureBook(FixtureBook.Sheet("一", [headings, hostCells()]), FixtureBook.Sheet("二", [headings, hostCells()])))
    #expect(reading.diagnostics.map(\.path) == ["表.xlsx:一!1", "表.xlsx:二!1"])
  }

  @Test("The problem of a missing field says that its column is missing")
  func missingColumn() throws {
    let book = Self.sheet([Array(hostHeadings.dropLast()), Array(hostCells().dropLast())])
    #expect(try evaluate(book, by: { $0.problems.map(\.message) }) == [["申报表!2：缺少申报单位类型（没有这一列）"]])
  }

  @Test("Rows of totals are skipped with a remark", arguments: ["合计", "合 计", "总计：", "小计"])
  func totals(_ word: String) throws {
    let heading: [[FixtureCell]] = [["序号"] + hostHeadings + ["经济效益（万元）"], [1] + hostCells() + [300]]
    let blank: [FixtureCell] = Array(repeating: nil, count: 5)
    let rows: [[FixtureCell]] = [
      [.text(word), nil, nil] + blank.dropFirst() + [300], [nil, .text(word), nil] + blank.dropFirst() + [300],
    ]
    let reading = try TableReading(Self.sheet(heading + rows))
    #expect(reading.rows.count == 1)
    #expect(reading.diagnostics.map(\.path) == ["表.xlsx:申报表!3", "表.xlsx:申报表!4"])
    #expect(reading.diagnostics.map(\.code) == ["row-not-read", "row-not-read"])
  }

  @Test("Rows with only a serial number or white space are skipped")
  func numbered() throws {
    let rows = [["序号"] + hostHeadings, [1] + hostCells(), [2], [3, " ", "　"]]
    let reading = try TableReading(Self.sheet(rows))
    #expect(reading.rows.count == 1)
    #expect(reading.diagnostics.isEmpty)
  }

  @Test("Applications on several sheets are one batch, in the order of the tabs")
  func severalSheets() throws {
    let book = FixtureBook(
      FixtureBook.Sheet("4.1", [hostHeadings, hostCells("A")]),
      FixtureBook.Sheet("其他", [hostHeadings.reversed(), hostCells("B").reversed(), hostCells("A").reversed()]))
    #expect(try evaluate(book, by: outline) == ["A ok", "B ok", "A duplicate-id"])
  }
}

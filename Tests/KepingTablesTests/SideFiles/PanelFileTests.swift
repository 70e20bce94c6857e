import KepingCore
import KepingSelection
import Testing
import WorkbookFixtures

@testable import KepingTables

@Suite("A score is read exactly, or refused with its cell")
struct PanelFileTests {
  static let items = [
    PanelSettings.Item(id: "innovation", title: "创新性", maximum: 3000),
    PanelSettings.Item(id: "benefit", title: "经济效益", maximum: 7000),
  ]

  /// The cell of a score and its hundredths.
  static let accepted: [(FixtureCell, Int)] = [
    (0, 0), (100, 10_000), (88.88, 8888), (.number("88.879999999999995"), 8888), (.number("29.100000000000001"), 2910),
    ("88.5", 8850),
    ("８８", 8800), ("88.50000", 8850), (.formula("40+48", value: "88"), 8800), (.number("100.0"), 10_000), (.number("1E1"), 1000),
  ]

  @Test("A good score is read", arguments: accepted)
  func reads(_ cell: FixtureCell, _ score: Int) throws {
    let file = try SideFixture(sheet: [["申报编号", "专家", "评分"], ["A", "甲", cell]])
    let reading = file.panel()
    #expect(reading.faults == [])
    #expect(reading.rows.map { $0.score?.value } == [score])
    #expect(reading.rows.first?.isRecused == false)
  }

  /// The cell of a score, the code and a part of the message.
  static let refused: [(FixtureCell, String, String)] = [
    (101, "score-out-of-range", "评分101应在0到100之间"), (-1, "score-out-of-range", "0到100"),
    (.number("100.01"), "score-out-of-range", "0到100"),
    (88.888, "score-decimals", "最多写两位小数"), ("88.888", "score-decimals", "两位小数"),
    ("88.8800000000000000001", "score-decimals", "两位小数"),
    (.number("88.883333333333326"), "score-decimals", "两位小数"), ("优", "unreadable-cell", "评分“优”应为数字"),
    ("88分", "unreadable-cell", "应为数字"), (.date("45413"), "unreadable-cell", "是日期"),
    (.styled("0.88", 2), "unreadable-cell", "百分数"),
    (.error("#N/A"), "unreadable-cell", "公式错误"), (.formula("B2", value: nil), "unreadable-cell", "公式没有计算结果"),
    (true, "unreadable-cell", "应为数字"),
  ]

  @Test("A bad score is refused", arguments: refused)
  func refuses(_ cell: FixtureCell, _ code: String, _ advice: String) throws {
    let file = try SideFixture(sheet: [["申报编号", "专家", "评分"], ["A", "甲", cell], ["A", "乙", 80]])
    let reading = file.panel()
    #expect(file.outline(reading.faults) == ["表!C2 \(code)"])
    let message = try #require(reading.faults.first?.wording.chinese)
    #expect(message.contains(advice), "\(message)")
    #expect(!message.contains("没有的填0"))
    #expect(reading.rows.map(\.expert.value) == ["乙"])
  }

  @Test("Scores in JSON count by their digits")
  func json() throws {
    for (number, score, code) in [
      ("88.88", 8888, nil), ("8.888e1", 8888, nil), ("100", 10_000, nil), ("88.8800000000000000001", nil, "score-decimals"),
      ("1e400", nil, "score-out-of-range"), ("-0.01", nil, "score-out-of-range"), ("\"90.5\"", 9050, nil),
      ("true", nil, "unreadable-cell"),
      ("\"\"", nil, nil), ("null", nil, nil),
    ] as [(String, Int?, String?)] {
      let file = try SideFixture("{\"application\":\"A\",\"expert\":\"甲\",\"score\":\(number)}", ending: ".json")
      let reading = file.panel()
      #expect(file.outline(reading.faults) == (code.map { ["1 \($0)"] } ?? []), "\(number)")
      #expect(reading.rows.map { $0.score?.value } == (score.map { [$0] } ?? []), "\(number)")
    }
  }

  @Test("Items have a column each, by title or id, with bounds in the heading or without")
  func items() throws {
    for headings in [["创新性", "经济效益"], ["innovation", "benefit"], ["创新性（0—30分）", "经济效益（满分70）"], ["创新性(30分)", "经济效益 （0-70）"]] {
      let file = try SideFixture(sheet: [
        ["申报编号", "专家", .text(headings[0]), .text(headings[1]), "总分", "回避"], ["A", "甲", 28.5, 60, 88.5, "否"],
        ["A", "乙", 20, nil, nil, nil],
        ["B", "甲", nil, nil, nil, "是"], ["B", "乙", nil, nil, nil, nil], ["C", "甲", nil, nil, nil, "否"],
      ])
      let reading = file.panel(items: Self.items)
      #expect(reading.faults == [])
      #expect(
        reading.rows.map(\.outline) == ["A|甲|8850|innovation=2850,benefit=6000|", "A|乙|-|innovation=2000|", "B|甲|-||回避"])
      #expect(reading.rows.first?.items.map(\.score.cell.text) == ["表!C2", "表!D2"])
    }
    let file = try SideFixture(#"{"application":"A","expert":"甲","innovation":30.01,"benefit":70}"#, ending: ".jsonl")
    #expect(file.outline(file.panel(items: Self.items).faults) == ["1 score-out-of-range"])
  }

  @Test("An unknown column is an error that names the nearest one")
  func unknownItems() throws {
    let file = try SideFixture(sheet: [["申报编号", "专家", "创新度", "经济效益", "项目名称", "备注", "奇怪"], ["A", "甲", 20, 60]])
    let reading = file.panel(items: Self.items)
    #expect(file.outline(reading.faults) == ["表!C1 unknown-column", "表!G1 unknown-column"])
    #expect(reading.faults.first?.wording.chinese.contains("创新性") == true)
    let json = try SideFixture(#"{"application":"A","expert":"甲","inovation":30}"#, ending: ".jsonl")
    #expect(json.panel(items: Self.items).faults.first?.wording.english.contains("innovation") == true)
    let none = try SideFixture(sheet: [["申报编号", "专家", "创新性", "评分"], ["A", "甲", 20, 60]])
    #expect(none.outline(none.panel().faults) == ["表!C1 unknown-column"])
    let bare = try SideFixture(sheet: [["申报编号", "专家", "回避"], ["A", "甲", "是"]])
    #expect(bare.outline(bare.panel().faults) == ["表!1 missing-column"])
  }

  @Test("A title that two items have is ambiguous; an item that several groups have is one column")
  func sharedTitles() throws {
    let file = try SideFixture(sheet: [["申报编号", "专家", "创新性", "总分"], ["A", "甲", 20, 20]])
    let two = [
      PanelSettings.Item(id: "innovation", title: "创新性", maximum: 10_000),
      PanelSettings.Item(id: "novelty", title: "创新性", maximum: 100),
    ]
    #expect(file.outline(file.panel(items: two).faults) == ["表!C1 ambiguous-column"])
    let same = [
      PanelSettings.Item(id: "x", title: "创新性", maximum: 1000), PanelSettings.Item(id: "x", title: "新颖性", maximum: 2000),
    ]
    #expect(file.panel(items: same).rows.map(\.outline) == ["A|甲|2000|x=2000|"])
  }

  @Test("Who is recused cannot score")
  func recused() throws {
    let file = try SideFixture(sheet: [
      ["申报编号", "专家", "评分", "回避"], ["A", "甲", 90, "是"], ["A", "乙", nil, "√"], ["A", "丙", nil, true], ["A", "丁", nil, "请假"],
      ["A", nil, nil, "是"],
    ])
    let reading = file.panel()
    #expect(
      file.outline(reading.faults) == ["表!C2 scored-and-recused", "表!D5 unreadable-cell", "表!B6 missing-value"])
    #expect(reading.rows.map(\.outline) == ["A|乙|-||回避", "A|丙|-||回避"])
  }

  @Test("The expert's unit is a credit code or a name")
  func units() throws {
    let code = "91451002MAEXAMP146"
    let file = try SideFixture(sheet: [
      ["申报编号", "专家", "评分", "专家单位"], ["A", "甲", 90, "示例 大学"], ["A", "乙", 90, "９１４５１００２maexamp146"], ["A", "丙", 90, nil],
    ])
    let units = file.panel().rows.map { $0.unit?.value }
    #expect(units[0] == UnitIdentity(name: Bytes("示例大学".utf8)[...], creditCode: nil))
    #expect(units[1] == UnitIdentity(name: [], creditCode: Bytes(code.utf8)))
    #expect(units[1]?.code.isNone == false)
    #expect(units[2] == nil)
  }

  @Test("Each group has a sheet, and an id may be merged over the rows of its experts")
  func sheets() throws {
    let first = FixtureBook.Sheet(
      "4 产业", [["申报编号", "专家", "评分"], ["A", "甲", 80], [nil, "乙", 90], ["B", "甲", 70], ["合计", nil, 240]], merged: ["A2:A3"])
    let second = FixtureBook.Sheet("5.1 平台", [["申报编号", "专家", "创新性（0—30分）", "经济效益（0—70分）"], ["C", "甲", 20, 50]])
    let notes = FixtureBook.Sheet("填写说明", [["申报编号", "专家"]])
    let file = try SideFixture(FixtureBook(notes, first, second))
    let reading = file.panel(items: Self.items)
    #expect(reading.faults == [])
    #expect(file.outline(reading.remarks) == ["4 产业!5 row-not-read"])
    #expect(reading.rows.map(\.outline) == ["A|甲|8000||", "A|乙|9000||", "B|甲|7000||", "C|甲|-|innovation=2000,benefit=5000|"])
    #expect(reading.rows.map(\.application.cell.text) == ["4 产业!A2", "4 产业!A2", "4 产业!A4", "5.1 平台!A2"])
  }

  @Test("A merged score belongs to nobody")
  func mergedScores() throws {
    let sheet = FixtureBook.Sheet("表", [["申报编号", "专家", "评分"], ["A", "甲", 80], ["A", "乙"]], merged: ["C2:C3"])
    let file = try SideFixture(FixtureBook(sheet))
    #expect(file.outline(file.panel().faults) == ["表!C2 unreadable-cell", "表!C3 unreadable-cell"])
  }
}

import KepingCore
import KepingSelection
import Testing
import WorkbookFixtures
import Workbooks

@testable import KepingTables

@Suite("A file beside the applications means the same in every form")
struct SideFormTests {
  static let headings = ["申报编号", "条款", "裁定结论", "理由", "裁定人", "裁定日期", "复核人", "依据材料", "校验"]
  static let fields = ["application", "clause", "outcome", "reason", "by", "on", "confirmedBy", "basis", "check"]
  static let values = [
    ["A-1", "4.1/condition/1", "符合", "审计报告已补", "张三", "2024-05-01", "李四", "审计报告", "ab12-34cd-56ef-7890"],
    ["A-2", "tie", "2", "会议决定", "张三", "2024-05-02", "", "", ""],
  ]
  static let expected = [
    "A-1|4.1/condition/1|met|审计报告已补|张三|2024-05-01|李四|审计报告|ab12-34cd-56ef-7890", "A-2|tie|2|会议决定|张三|2024-05-02|-|-|-",
  ]

  /// Returns rows as CSV.
  static func csv(_ rows: [[String]]) -> String { rows.map { $0.joined(separator: ",") }.joined(separator: "\r\n") + "\r\n" }

  /// Returns objects, each on a line.
  static func objects(_ keys: [String]) -> [String] {
    values.map { row in
      "{" + zip(keys, row).filter { !$1.isEmpty }.map { "\"\($0)\":\"\($1)\"" }.joined(separator: ",") + "}"
    }
  }

  /// The name of a form, the content and the ending of the file.
  static func forms() throws -> [(String, [UInt8], String)] {
    let table = [headings] + values
    let cells = table.map { $0.map { FixtureCell.text($0) } }
    let swapped = Array(headings.indices.reversed())
    func bytes(_ text: String) -> [UInt8] { Array(text.utf8) }
    let utf16: [UInt8] = [0xFF, 0xFE] + csv(table).utf16.flatMap { unit -> [UInt8] in [UInt8(unit & 0xFF), UInt8(unit >> 8)] }
    return [
      ("xlsx", try FixtureBook(FixtureBook.Sheet("裁定", cells)).bytes(), ".xlsx"),
      (
        "xlsx with fields", try FixtureBook(FixtureBook.Sheet("a", [fields.map { .text($0) }] + cells.dropFirst())).bytes(),
        ".xlsx"
      ),
      (
        "xlsx below a title, in another order",
        try FixtureBook(
          FixtureBook.Sheet("裁定", [["2024年裁定汇总表"], []] + cells.map { row in swapped.map { row[$0] } }, merged: ["A1:I1"])
        ).bytes(), ".xlsx"
      ),
      (
        "xlsx in full width",
        try FixtureBook(FixtureBook.Sheet("裁定", [headings.map { .text("　\($0)＊ ") }] + cells.dropFirst())).bytes(), ".xlsx"
      ),
      ("CSV", bytes(csv(table)), ".csv"), ("CSV with fields", bytes(csv([fields] + values)), ".csv"),
      ("CSV in UTF-16", utf16, ".csv"),
      ("JSON Lines", bytes(objects(fields).joined(separator: "\n") + "\n"), ".jsonl"),
      ("JSON Lines with labels", bytes("\u{FEFF}" + objects(headings).joined(separator: "\n\n")), ".jsonl"),
      ("array", bytes("[" + objects(fields).joined(separator: ",\n") + "]\n"), ".json"),
    ]
  }

  @Test("Rulings are the same whatever the form of their file")
  func rulings() throws {
    for (name, bytes, ending) in try Self.forms() {
      let file = try SideFixture(bytes, ending: ending)
      let reading = file.rulings(isHashed: true)
      #expect(reading.faults == [], "\(name)")
      #expect(reading.remarks == [], "\(name)")
      #expect(reading.rows.map(\.outline) == Self.expected, "\(name)")
      #expect(reading.sha256?.count == 64, "\(name)")
      #expect(file.rulings().sha256 == nil)
    }
  }

  @Test("CSV in GBK is read, and with an encoding that is given")
  func gbk() throws {
    // 申报编号,专家,评分,回避 with the rows A-1,张三,88.5,否 and A-2,李四,,是.
    let bytes: [UInt8] = [
      0xC9, 0xEA, 0xB1, 0xA8, 0xB1, 0xE0, 0xBA, 0xC5, 0x2C, 0xD7, 0xA8, 0xBC, 0xD2, 0x2C, 0xC6, 0xC0, 0xB7, 0xD6, 0x2C, 0xBB,
      0xD8, 0xB1, 0xDC, 0x0D, 0x0A, 0x41, 0x2D, 0x31, 0x2C, 0xD5, 0xC5, 0xC8, 0xFD, 0x2C, 0x38, 0x38, 0x2E, 0x35, 0x2C, 0xB7,
      0xF1, 0x0D, 0x0A, 0x41, 0x2D, 0x32, 0x2C, 0xC0, 0xEE, 0xCB, 0xC4, 0x2C, 0x2C, 0xCA, 0xC7, 0x0D, 0x0A,
    ]
    let file = try SideFixture(bytes, ending: ".csv")
    for encoding in [nil, TextEncoding.gb18030] {
      let reading = file.panel(encoding: encoding)
      #expect(reading.faults == [])
      #expect(reading.rows.map(\.outline) == ["A-1|张三|8850||", "A-2|李四|-||回避"])
    }
    #expect(file.outline(file.panel(encoding: .utf8).faults) == ["unknown-encoding"])
  }

  @Test("The place of a value is its cell, or its line in JSON")
  func places() throws {
    let rows: [[FixtureCell]] = [["表名"], ["专家", "申报编号", "评分"], ["甲", "A-1", 90]]
    let book = try SideFixture(sheet: rows, name: "4 产业")
    let csv = try SideFixture("专家,申报编号,评分\n甲,A-1,90\n", ending: ".csv")
    let lines = try SideFixture("\n\n{\"application\": \"A-1\", \"expert\": \"甲\", \"score\": 90}\n", ending: ".jsonl")
    let array = try SideFixture("[\n\n{\"application\": \"A-1\",\n \"expert\": \"甲\", \"score\": 90}]", ending: ".json")
    for (file, texts) in [
      (book, ["4 产业!B3", "4 产业!A3", "4 产业!C3"]), (csv, ["B2", "A2", "C2"]), (lines, ["3", "3", "3"]), (array, ["3", "3", "3"]),
    ] {
      let reading = file.panel()
      #expect(reading.faults == [])
      let row = try #require(reading.rows.first)
      #expect([row.application.cell, row.expert.cell, row.score?.cell].map { $0?.text } == texts)
      #expect(row.score?.cell.file == file.path)
    }
  }

  @Test("A single object over several lines is one row")
  func singleObject() throws {
    let file = try SideFixture("{\n \"application\": \"A-1\",\n \"granted\": 300000.5\n}\n", ending: ".json")
    let reading = file.grants()
    #expect(reading.faults == [])
    #expect(reading.rows.map(\.outline) == ["A-1|300000.5"])
  }

  /// Broken files of amounts: the content, its ending, the errors, and the rows that are read all the same.
  static let broken: [(String, String, [String], [String])] = [
    ("", ".csv", [], []), ("", ".jsonl", [], []), ("[]", ".json", [], []), (" [ ] \n", ".json", [], []),
    ("\n\n", ".jsonl", [], []),
    (
      "{\"application\":\"A\",\"granted\":1}\n{\"application\" \"B\"}\n{\"application\":\"C\",\"granted\":3}", ".jsonl",
      ["2:15 invalid-json"], ["A|1", "C|3"]
    ),
    (
      "{\"application\":\"A\",\"granted\":1} {\"application\":\"B\"}\n{\"application\":\"C\",\"granted\":3}", ".jsonl",
      ["1:33 invalid-json"], ["A|1", "C|3"]
    ),
    ("{\"application\":\"A\",\n{\"application\":\"C\",\"granted\":3}\n", ".jsonl", ["2:1 invalid-json"], ["C|3"]),
    ("{\n\"application\":\"A\"\n\"granted\":3}\n", ".json", ["2:18 invalid-json"], []),
    ("[{\"application\":\"A\",\"granted\":1}", ".json", ["1:33 invalid-json"], ["A|1"]),
    ("[{\"application\":\"A\",\"granted\":1}]x", ".json", ["1:34 invalid-json"], ["A|1"]),
    ("[{\"application\":\"A\",\"granted\":1} {}]", ".json", ["1:34 invalid-json"], ["A|1"]),
    ("[{\"application\":\"A\",\"granted\":1},]", ".json", ["1:34 invalid-json"], ["A|1"]),
    ("[1, {\"application\":\"A\",\"granted\":1}]", ".json", ["1 invalid-row"], ["A|1"]),
    ("{\"application\":\"A\",\"granted\":1,\"granted\":2}", ".json", ["1 duplicate-column"], []),
    ("{\"application\":\"A\",\"granted\":1,\"拟支持经费（元）\":2}", ".json", ["1 duplicate-column"], ["A|1"]),
    ("{\"application\":\"A\",\"granted\":[1]}", ".json", ["1 unreadable-cell"], []),
    ("{\"application\":1,\"granted\":1}", ".json", ["1 unreadable-cell"], []),
    ("{\"application\":\"A\",\"grant\":1}", ".json", ["1 unknown-column"], []),
    ("申报编号，拟支持经费\nA，1\n", ".csv", ["missing-column"], []),
    ("申报编号，项目名称，拟支持经费（元）\nA，甲，1\n", ".csv", ["1 unknown-separator"], []),
    ("项目名称,拟支持经费（元）\n甲,1\n", ".csv", ["missing-column"], []),
    ("申报编号,项目名称\nA,甲\n", ".csv", ["1 missing-column"], []),
    ("申报编号,拟支持经费（元）,拟支持金额（万元）\nA,1,2\n", ".csv", ["C1 duplicate-column"], ["A|1"]),
    ("申报编号,拟支持经费（元）\nA,1,234\nB,2\n", ".csv", ["2 too-many-cells"], ["B|2"]),
    ("申报编号,拟支持经费（元）\nA,\"1\n", ".csv", ["2:0 invalid-csv"], []),
    ("%PDF-1.7", ".pdf", ["unsupported-file"], []), ("PK\u{3}\u{4}", ".xlsx", ["damaged-workbook"], []),
    ("nothing", ".xlsx", ["unsupported-workbook"], []),
  ]

  @Test("A file that cannot be read says where, and the rest of it is read", arguments: broken)
  func faults(_ content: String, _ ending: String, _ faults: [String], _ rows: [String]) throws {
    let file = try SideFixture(content, ending: ending)
    let reading = file.grants()
    #expect(file.outline(reading.faults) == faults)
    #expect(reading.rows.map(\.outline) == rows)
  }

  @Test("A file that is not there is an error")
  func missingFile() {
    let reading = SideFile.ongoing("/nowhere/在研.xlsx", isHashed: true)
    #expect(reading.faults.map(\.code) == ["unreadable-file"])
    #expect(reading.faults.first?.path == "/nowhere/在研.xlsx")
    #expect(reading.sha256 == nil)
  }

  @Test("A value of JSON may be larger than a piece of the file")
  func largeValues() throws {
    let long = String(repeating: "长", count: 200_000)
    let lines = (1...3).map { "{\"id\": \"P\($0)\", \"title\": \"\(long)\", \"unit\": \"示例\", \"status\": \"running\"}" }
    for (text, ending) in [(lines.joined(separator: "\n"), ".jsonl"), ("[\(lines.joined(separator: ","))]", ".json")] {
      let file = try SideFixture(text, ending: ending)
      let reading = file.ongoing()
      #expect(reading.faults == [])
      #expect(reading.rows.map(\.id) == ["P1", "P2", "P3"])
      #expect(reading.rows.allSatisfy { $0.title.count == 200_000 })
    }
    let endless = try SideFixture("[{\"id\": \"" + String(repeating: "x", count: 6 << 20), ending: ".json")
    #expect(endless.ongoing().faults.map(\.code) == ["invalid-json"])
  }

  @Test("Errors beyond the first thousand are counted")
  func manyErrors() throws {
    let rows = (1...1500).map { "{\"application\": \"A\($0)\", \"granted\": -1}" }
    let reading = try SideFixture(rows.joined(separator: "\n"), ending: ".jsonl").grants()
    #expect(reading.rows.isEmpty)
    #expect(reading.faults.count == 1001)
    #expect(reading.faults.last?.wording.chinese.contains("500") == true)
  }
}

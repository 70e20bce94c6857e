import BatchFixtures
import KepingCore
import KepingFiles
import KepingSelection
import Testing
import WorkbookFixtures

@testable import KepingTables
@testable import Workbooks

@Suite("A sheet that is written to be filled in is read back")
struct SideTemplateTests {
  static let candidates = [
    Template.Candidate(id: "4-1", title: "虚构项目甲", applicant: "示例甲（虚构）"),
    Template.Candidate(id: "007", title: "=1+1", applicant: "示例乙（虚构）"),
  ]
  static let groups = [
    Template.PanelGroup(key: "4", title: "产业/创新", items: PanelFileTests.items, candidates: candidates),
    Template.PanelGroup(
      key: "8.1", title: "青年", items: [], candidates: [Template.Candidate(id: "C", title: "虚构项目丙", applicant: "示例丙（虚构）")]),
  ]

  /// A workbook that a template was written into.
  struct Written {
    let file: TemporaryFile
    let sheets: [(name: String, rows: [[String]])]

    init(_ write: (StagedFile) throws(Diagnostic) -> Void) throws {
      file = try TemporaryFile(ending: ".xlsx")
      try write(try StagedFile(file.path))
      sheets = try BatchFixtures.sheets(file)
    }

    /// Returns the texts of the headings of a sheet.
    func headings(_ sheet: String) throws -> [String] {
      try #require(sheets.first { $0.name == sheet }?.rows.first).map { String($0.dropFirst("text:".count)) }
    }

    /// Returns the sheet with more rows, as a spreadsheet would save it.
    func filled(_ sheet: String, _ rows: [[FixtureCell]]) throws -> SideFixture {
      try SideFixture(
        FixtureBook(
          FixtureBook.Sheet("填写说明", [["填写说明"]]), FixtureBook.Sheet(sheet, [try headings(sheet).map { .text($0) }] + rows)))
    }
  }

  @Test("Scores have a sheet for each group, with its items and their bounds")
  func panel() throws {
    let written = try Written { output throws(Diagnostic) in try Template.panel(Self.groups, to: output) }
    #expect(written.sheets.map(\.name) == ["填写说明", "4 产业-创新", "8.1 青年"])
    #expect(try written.headings("4 产业-创新") == ["申报编号", "项目名称", "申报单位", "专家", "创新性（0—30分）", "经济效益（0—70分）", "回避", "专家单位"])
    #expect(try written.headings("8.1 青年") == ["申报编号", "项目名称", "申报单位", "专家", "评分（0—100分）", "回避", "专家单位"])
    #expect(
      written.sheets[1].rows.dropFirst() == [
        ["text:4-1", "text:虚构项目甲", "text:示例甲（虚构）"], ["text:007", "text:=1+1", "text:示例乙（虚构）"],
      ])
    let empty = SideFile.panel(written.file.path.string, items: PanelFileTests.items)
    #expect(empty.faults == [] && empty.remarks == [] && empty.rows.isEmpty)
    let filled = try written.filled(
      "4 产业-创新",
      [
        ["4-1", "虚构项目甲", "示例甲（虚构）", "张三", 28.5, 60, nil, "示例大学"], ["4-1", "虚构项目甲", "示例甲（虚构）", "李四", nil, nil, "是", nil],
        ["007", "=1+1", "示例乙（虚构）", "张三", nil, nil, nil, nil],
      ])
    let reading = filled.panel(items: PanelFileTests.items)
    #expect(reading.faults == [] && reading.remarks == [])
    #expect(reading.rows.map(\.outline) == ["4-1|张三|-|innovation=2850,benefit=6000|", "4-1|李四|-||回避"])
    let single = try written.filled("8.1 青年", [["C", "虚构项目丙", "示例丙（虚构）", "张三", 88.88, "否", nil]]).panel()
    #expect(single.faults == [])
    #expect(single.rows.map(\.outline) == ["C|张三|8888||"])
  }

  @Test("With the names of experts, each application has a row for each of them")
  func experts() throws {
    let written = try Written { output throws(Diagnostic) in
      try Template.panel(Self.groups, experts: ["张三", "李四"], to: output)
    }
    let rows = written.sheets[1].rows.dropFirst().map { [$0[0], $0[3]] }
    #expect(rows == [["text:4-1", "text:张三"], ["text:4-1", "text:李四"], ["text:007", "text:张三"], ["text:007", "text:李四"]])
    #expect(SideFile.panel(written.file.path.string, items: PanelFileTests.items).rows.isEmpty)
    withExtendedLifetime(written) {}
  }

  @Test("Rulings have the columns that are read")
  func rulings() throws {
    let written = try Written { output throws(Diagnostic) in try Template.rulings(to: output) }
    #expect(written.sheets.map(\.name) == ["填写说明", "裁定"])
    #expect(try written.headings("裁定") == RulingColumn.allCases.map(\.title))
    let empty = SideFile.rulings(written.file.path.string)
    #expect(empty.faults == [] && empty.remarks == [] && empty.rows.isEmpty)
    let filled = try written.filled(
      "裁定",
      [
        ["A-1", "4.1/condition/1", "符合", "已补", "张三", .styled("45413", FixtureBook.dateStyle), "李四", nil, "ab12-34cd-56ef-7890"]
      ])
    #expect(filled.rulings().rows.map(\.outline) == ["A-1|4.1/condition/1|met|已补|张三|2024-05-01|李四|-|ab12-34cd-56ef-7890"])
  }

  @Test("Projects in progress have the columns that are read")
  func ongoing() throws {
    let written = try Written { output throws(Diagnostic) in try Template.ongoing(to: output) }
    #expect(written.sheets.map(\.name) == ["填写说明", "在研项目"])
    let empty = SideFile.ongoing(written.file.path.string)
    #expect(empty.faults == [] && empty.remarks == [] && empty.rows.isEmpty)
    let filled = try written.filled("在研项目", [OngoingFileTests.good])
    #expect(filled.ongoing().rows.map(\.outline) == ["2022-GX-18|虚构项目|示例铝业有限公司（虚构）|张三|running"])
  }

  @Test("Amounts granted have a row for each application, which counts once an amount is in it")
  func grants() throws {
    let written = try Written { output throws(Diagnostic) in try Template.grants(Self.candidates, to: output) }
    #expect(try written.headings("拟支持经费") == ["申报编号", "项目名称", "申报单位", "申请财政经费（万元）", "拟支持经费（万元）"])
    let empty = SideFile.grants(written.file.path.string)
    #expect(empty.faults == [] && empty.remarks == [] && empty.rows.isEmpty)
    let filled = try written.filled("拟支持经费", [["4-1", "甲", "示例", 30, 29.1], ["007", "乙", "示例", 20, nil]])
    #expect(filled.grants().rows.map(\.outline) == ["4-1|291000"])
  }

  @Test("What is typed into a sheet is checked: bounds of scores, choices, amounts")
  func checks() throws {
    let panel = try Written { output throws(Diagnostic) in try Template.panel(Self.groups, to: output) }
    let ongoing = try Written { output throws(Diagnostic) in try Template.ongoing(to: output) }
    let rulings = try Written { output throws(Diagnostic) in try Template.rulings(to: output) }
    for (written, number, parts) in [
      (
        panel, 2, ["sqref=\"E2:E100001\"", "<formula1>0</formula1><formula2>30</formula2>", "<formula2>70</formula2>", "\"是,否\""]
      ),
      (panel, 3, ["<formula2>100</formula2>"]), (ongoing, 2, ["\"在研,到期未验收,已验收,终止,撤销\"", "type=\"textLength\""]),
      (rulings, 2, ["\"符合,不符合,不适用\"", "errorStyle=\"warning\""]),
    ] {
      let xml = try Self.part("xl/worksheets/sheet\(number).xml", of: written.file)
      for part in parts { #expect(xml.contains(part), "\(part)") }
    }
  }

  /// Returns a part of a workbook as text.
  static func part(_ name: String, of file: TemporaryFile) throws -> String {
    let part = try ZipArchive(try ByteSource(file.path).randomAccess(), name: "模板.xlsx").open(name)
    let buffer = UnsafeMutableRawBufferPointer.allocate(byteCount: 1 << 16, alignment: 1)
    defer { buffer.deallocate() }
    var bytes: Bytes = []
    while true {
      let count = try part.read(into: buffer)
      if count == 0 { return bytes.text }
      bytes += buffer[..<count]
    }
  }
}

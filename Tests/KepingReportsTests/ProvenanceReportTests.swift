import BatchFixtures
import KepingCore
import KepingPrograms
import Testing
import WorkbookFixtures

@testable import KepingReports

@Suite("Reports for people end with what they are based on")
struct ProvenanceReportTests {
  static var provenance: Provenance {
    var provenance = Provenance(
      version: "1.0",
      programs: [
        Provenance.Program(reference: ProgramReference(id: "jili-2024", version: "1.1.0"), status: .on, sha256: "12"),
        Provenance.Program(reference: ProgramReference(id: "zhuji-2024", version: ""), status: .broken, sha256: nil),
      ],
      changes: [
        Provenance.Change(
          section: .bounds, program: "jili-2024", key: "4.1/condition/1", label: "研发投入<|", shipped: "100万元", value: "80万元"),
        Provenance.Change(
          section: .notices, program: "jili-2024", key: "5.2/notice/1", label: "", shipped: nil, value: "已另行通知"),
      ])
    provenance.add(Provenance.Input(name: "=a.xlsx", sha256: "ab"))
    provenance.add(Provenance.Input(name: "-", sha256: nil))
    return provenance
  }

  static let rows = [
    ["程序", "科评 keping", "1.0", ""], ["输入文件", "=a.xlsx", "SHA-256 ab", ""], ["输入文件", "标准输入", "未能读取", ""],
    ["专项", "jili-2024", "1.1.0，已启用，源文件SHA-256 12", ""], ["专项", "zhuji-2024", "未能加载，源文件未能读取", ""],
    ["界限", "jili-2024 4.1/condition/1 研发投入<|", "80万元", "100万元"], ["另行通知", "jili-2024 5.2/notice/1", "已另行通知", "没有"],
  ]

  /// Returns a report without applications but with a provenance.
  static func report(_ format: ReportFormat, _ provenance: Provenance?) throws -> TemporaryFile {
    let file = try TemporaryFile()
    let report = try format.begin(file.path, try programs(allOn).programs.catalogue)
    var summary = Summary()
    summary.add(UnreadPart(file: "b.xlsx", location: "", message: "打不开"))
    summary.provenance = provenance
    try report.finish(summary)
    return file
  }

  @Test("The table has the inputs, the programs and the values that are not the shipped ones")
  func table() {
    #expect(ProvenanceTable.rows(Self.provenance).map(\.cells) == Self.rows)
    let shipped = Provenance(version: "1.0", programs: [], changes: [])
    #expect(ProvenanceTable.rows(shipped).last?.value == "与随附的相同")
  }

  @Test("The settings of a selection and the confirmation of rulings are in the words of a clerk")
  func selection() throws {
    let text = "selection: { 4.1: { places: 3, budget: 500万元 } }\nrulings: { confirm: pass }\n"
    let rows = ProvenanceTable.rows(try programs(allOn + text).programs.provenance(version: "1.0")).map(\.cells)
    #expect(
      rows.suffix(3) == [
        ["评选", "jili-2024 4.1/places 名额", "3", "没有"], ["评选", "jili-2024 4.1/budget 经费", "500万元", "没有"],
        ["裁定", "confirm 裁定要有复核人（always 都要，pass 改为符合或不适用的要）", "pass", "never"],
      ])
  }

  @Test("A workbook has it as its last sheet, as text")
  func workbook() throws {
    let sheets = try sheets(Self.report(.xlsx, Self.provenance))
    #expect(sheets.suffix(2).map(\.name) == ["没有读到的内容", "依据"])
    let expected = [ProvenanceTable.headings] + Self.rows
    #expect(sheets.last?.rows == expected.map { row in row.filter { !$0.isEmpty }.map { "text:\($0)" } })
  }

  @Test("It is the last section of Markdown and of the page, escaped")
  func texts() throws {
    let markdown = try bytes(Self.report(.markdown, Self.provenance)).text
    let section = try #require(markdown.split(separator: "\n# ").last)
    #expect(section.hasPrefix("依据\n\n| 类别 | 名称 | 内容 | 随附的值 |\n"))
    #expect(section.hasSuffix("| 另行通知 | jili-2024 5.2/notice/1 | 已另行通知 | 没有 |\n") && section.contains("研发投入&lt;\\|"))
    let page = try bytes(Self.report(.html, Self.provenance)).text
    let last = try #require(page.range(of: "<section class=\"provenance\" aria-label=\"依据\">"))
    #expect(!page[last.upperBound...].contains("<section") && page[last.upperBound...].contains("研发投入&lt;|</td><td>80万元</td>"))
  }

  @Test("JSON Lines end with one line for it, and JSON, CSV and the table have nothing of it")
  func lines() throws {
    var json: Bytes = []
    Self.provenance.append(to: &json)
    #expect(try bytes(Self.report(.jsonl, Self.provenance)).text == "{\"provenance\":\(json.text)}\n")
    for format in [ReportFormat.json, .csv, .table] {
      #expect(try bytes(Self.report(format, Self.provenance)) == bytes(Self.report(format, nil)))
    }
  }

  @Test("Formats for people always state it", arguments: ReportFormat.allCases)
  func formats(_ format: ReportFormat) {
    #expect(format.statesProvenance == [.xlsx, .html, .markdown].contains(format))
  }
}

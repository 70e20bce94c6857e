import BatchFixtures
import KepingBatch
import KepingCore
import KepingFiles
import KepingTables
import SystemPackage
import Testing
import WorkbookFixtures

@testable import KepingReports

@Suite("Reports show what people ruled and corrected beside what the machine said")
struct AmendmentReportTests {
  /// An application that leaves much open.
  static let original = application("A", rd: 6_200_000)
  /// A correction that changes a figure that nobody had asked for.
  static let correction = application("A", rd: 6_300_000, more: ",\"leader\":{\"name\":\"甲\"}")

  static func ruling(_ clause: String, _ outcome: Outcome, reason: String = "核对了<合同>|", check: String? = nil) -> Ruling {
    Ruling(
      application: "A", clause: clause, decision: .outcome(outcome), reason: reason, by: "张三",
      on: CalendarDate(dayNumber: 19_844), confirmedBy: "李四", basis: "合同", check: check,
      cell: SourceCell(file: "裁定.xlsx", sheet: "裁定", row: 2))
  }

  /// Writes a report of applications with corrections and rulings, and returns its file.
  static func report(
    _ format: ReportFormat, _ applications: String = original, corrections: String? = nil, rulings: [Ruling] = []
  ) throws -> TemporaryFile {
    let programs = try programs(allOn).programs
    let batch = Batch(programs)
    func ignore(_ diagnostic: Diagnostic) {}
    if let corrections {
      let file = try TemporaryFile(Array(corrections.utf8))
      _ = try batch.addCorrections(try Input(file.path.string, programs: programs), report: ignore)
    }
    batch.apply(rulings, confirmation: .never)
    let output = try TemporaryFile(ending: ".\(format.rawValue)")
    let report = try format.begin(output.path, programs.catalogue)
    var summary = Summary()
    let input = try TemporaryFile(Array(applications.utf8))
    _ = try batch.assess(try Input(input.path.string, programs: programs), report: ignore) { assessment throws(Diagnostic) in
      summary.count(assessment)
      try report.write(assessment)
    }
    try report.finish(summary)
    return output
  }

  private static func text(_ format: ReportFormat, corrections: String? = nil, rulings: [Ruling] = []) throws -> String {
    try bytes(try report(format, corrections: corrections, rulings: rulings)).text
  }

  private static func sheet(_ name: String, _ file: TemporaryFile) throws -> [[String]] {
    try #require(try sheets(file).first { $0.name == name }).rows
  }

  /// Returns the clause of the first line to rule.
  private static func firstClause() throws -> String {
    let row = try #require(try sheet("裁定", try report(.xlsx)).dropFirst(2).first)
    return String(row[8].dropFirst(5))
  }

  // MARK: The sheet to fill in

  @Test("The sheet has a line for each finding that a person has to decide, with its fingerprint")
  func lines() throws {
    let file = try Self.report(.xlsx)
    let rows = try Self.sheet("裁定", file)
    #expect(
      rows[1].map { String($0.dropFirst(5)) } == [
        "申报编号", "方向", "项目名称", "申报单位", "结论", "类别", "指南原文", "评审意见", "条款", "裁定结论", "理由", "裁定人", "裁定日期", "复核人", "依据材料",
        "校验",
      ])
    let assessment = try #require(try evaluate(Bytes(Self.original.utf8)) { $0 }.first)
    let open = assessment.findings.filter { $0.kind.verdict(for: $0.outcome) == .supplement }
    #expect(!open.isEmpty)
    let expected = open.map { finding in
      [
        "A", "4.1", "虚构", "示例公司（虚构）", assessment.verdict.title, finding.kind.title, finding.quote, finding.message,
        finding.clause,
        assessment.fingerprint(of: finding),
      ].map { "text:\($0)" }
    }
    #expect(Array(rows.dropFirst(2)) == expected)
  }

  @Test("An application with nothing open, and one that cannot be evaluated, have no line")
  func nothingToRule() throws {
    let broken = "{\"id\":\"B\",\"year\":2024,\"direction\":\"4.1\"}\n"
    #expect(try Self.sheet("裁定", try Self.report(.xlsx, broken)).count == 2)
  }

  @Test("A problem that makes a pass a supplement has a line with its code")
  func problems() throws {
    let applications = Self.original + "\n" + application(" a", rd: 6_200_000)
    let rows = try Self.sheet("裁定", try Self.report(.xlsx, applications)).dropFirst(2)
    let row = try #require(rows.first { $0.contains("text:similar-id") })
    #expect(row[5] == "text:材料问题" && row.last?.count == "text:".count + 19)
  }

  @Test("A sheet that is filled in and handed back is read, line by line, and takes effect")
  func handedBack() throws {
    let rows = try Self.sheet("裁定", try Self.report(.xlsx))
    let padded: [[FixtureCell]] = rows.enumerated().map { number, row in
      let texts = row.map { FixtureCell.text(String($0.dropFirst(5))) }
      guard number > 1, let check = texts.last else { return texts }
      // The rows as read leave out the empty cells, which are those to fill in.
      let filled: [FixtureCell] = ["符合", "核对了原件", "张三", .date("45413"), "李四", "合同"]
      return texts.dropLast() + (number == 2 ? filled : [FixtureCell](repeating: .none, count: filled.count)) + [check]
    }
    let book = try TemporaryFile(try FixtureBook(FixtureBook.Sheet("裁定", padded)).bytes(), ending: ".xlsx")
    let reading = SideFile.rulings(book.path.string)
    #expect(reading.faults.isEmpty && reading.remarks.isEmpty, "\(reading.faults + reading.remarks)")
    let ruling = try #require(reading.rows.first)
    #expect(reading.rows.count == 1)
    #expect(ruling.application == "A" && ruling.decision == .outcome(.met) && ruling.on.iso == "2024-05-01")
    #expect(ruling.check.map { "text:\($0)" } == rows[2].last)
    let after = try Self.sheet("裁定", try Self.report(.xlsx, rulings: reading.rows))
    #expect(after.count == rows.count - 1 && !after.contains { $0.contains("text:\(ruling.clause)") })
  }

  // MARK: What was ruled

  @Test("The page has the ruling below the machine's message, escaped, and counts it")
  func page() throws {
    let clause = try Self.firstClause()
    let page = try Self.text(.html, rulings: [Self.ruling(clause, .met)])
    #expect(
      page.contains(
        "<div class=\"amendment\"><b>裁定</b>　信息不足→符合，张三（李四复核）2024-05-01：核对了&lt;合同&gt;|；依据材料：合同</div></td></tr>"))
    #expect(page.contains("<p class=\"amendment\">裁定：生效1，失效0，待复核0</p>"))
    #expect(!(try Self.text(.html)).contains("class=\"amendment\""))
  }

  @Test("Workbook, Markdown, CSV and table have the ruling, too")
  func otherFormats() throws {
    let clause = try Self.firstClause()
    let rulings = [Self.ruling(clause, .unmet)]
    let sentence = "\(clause)：信息不足→不符合，张三（李四复核）2024-05-01：核对了<合同>|；依据材料：合同"
    let book = try Self.report(.xlsx, rulings: rulings)
    #expect(try sheets(book).contains { $0.rows.contains { $0.contains("text:\(sentence)") } })
    #expect(try Self.sheet("汇总", book)[1][0].hasSuffix("裁定：生效1，失效0，待复核0。"))
    #expect(try Self.text(.markdown, rulings: rulings).contains("【裁定：信息不足→不符合，张三（李四复核）2024-05-01：核对了&lt;合同&gt;\\|；依据材料：合同】 |"))
    #expect(try Self.text(.csv, rulings: rulings).contains(",\(sentence),\r\n"))
    #expect(try Self.text(.table, rulings: rulings).contains("【裁定1处】"))
  }

  @Test("A correction says what the verdict was before, what changed by its labels, and what nobody had asked for")
  func corrections() throws {
    for format in [ReportFormat.html, .markdown, .csv] {
      let text = try Self.text(format, corrections: Self.correction)
      #expect(text.contains("改动：") && text.contains("2023年研发投入") && text.contains("其中没有要求补正的："), "\(format) \(text.suffix(900))")
    }
    let book = try Self.report(.xlsx, corrections: Self.correction)
    #expect(try Self.sheet("汇总", book)[1][0].hasSuffix("补正：1份。"))
    #expect(try sheets(book).contains { $0.rows.contains { $0.last?.hasPrefix("text:补正前") == true } })
    #expect(try Self.text(.table, corrections: Self.correction).contains("【补正前"))
    #expect(!(try Self.text(.csv)).contains("补正前"))
  }
}

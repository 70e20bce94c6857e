import BatchFixtures
import KepingBatch
import KepingCore
import KepingFiles
import Testing
import WorkbookFixtures

@testable import KepingReports

@Suite("Reports say who has more applications than a limit allows")
struct SubmissionLineTests {
  typealias Application = LimitPlugin.Application

  static func limit(_ quote: String, _ options: String) -> String { "limit { '\(quote)', '1项', \(options) }" }

  /// A plugin with a limit of the plan, one of its project types, one of a direction, and one on accepted projects.
  static func plugin() throws -> LimitPlugin {
    try LimitPlugin(
      limit("每家企业限报1项", "per = 'applicant'") + limit("各类限报1项", "per = 'unit', within = 'projectType'"),
      inside: ["4.1": limit("每位负责人限报1项", "per = 'leader'") + ", limit { '接受1个', '1个' }"])
  }

  static let applications = [
    Application("BS-1", "4.1", by: "甲*公司", leader: "张三", number: "452601199001010011"),
    Application("BS-2", "4.1", by: "乙公司", leader: "张三", number: "４５２６０１１９９００１０１００１１"),
    Application("BS-3", "4.2", by: "甲*公司"), Application("BS-4", "5.1", by: "丙公司"),
  ]

  /// Returns a report of applications for a plugin.
  static func report(_ format: ReportFormat, _ applications: [Application], by plugin: LimitPlugin) throws -> TemporaryFile {
    let programs = try plugin.programs()
    let (file, input) = (try TemporaryFile(), try TemporaryFile(applications.lines))
    let batch = Batch(programs)
    if format.hasSummary { batch.countSubmissions() }
    let report = try format.begin(file.path, programs.catalogue)
    var summary = Summary()
    try batch.assess(try ByteSource(input.path)) { assessment throws(Diagnostic) in
      summary.count(assessment)
      try report.write(assessment)
    }
    summary.limitExcesses = batch.limitExcesses
    try report.finish(summary)
    return file
  }

  static func text(_ format: ReportFormat, _ applications: [Application] = Self.applications) throws -> String {
    try bytes(report(format, applications, by: plugin())).text
  }

  @Test("The table has the limits of the plan and its project types below the plan, and those of a direction below it")
  func table() throws {
    let text = try Self.text(.table)
    let lines = text.split(separator: "\n").map { $0.trimmingPrefix { $0 == " " } }
    let plan = try #require(lines.firstIndex { $0.hasPrefix("计划一 演示") })
    #expect(lines[plan + 1] == "限项：每家企业限报1项——甲*公司有2项，多出1项：BS-3")
    #expect(lines[plan + 2] == "限项：项目类型4 工业：各类限报1项——甲*公司有2项，多出1项：BS-3")
    #expect(lines[plan + 3].hasPrefix("4.1 冶炼"))
    #expect(lines[plan + 4] == "限项：通过2份，接受1个项目，超出1份")
    #expect(lines[plan + 5] == "限项：每位负责人限报1项——张三有2项，多出1项：BS-2")
  }

  @Test("Markdown lists each limit with its group")
  func markdown() throws {
    let text = try Self.text(.markdown)
    #expect(text.contains("\n- 计划一 演示（虚构）（2024）：每家企业限报1项——甲\\*公司有2项，多出1项：BS-3\n"))
    #expect(text.contains("\n- 项目类型4 工业：各类限报1项——甲\\*公司有2项，多出1项：BS-3\n"))
    #expect(text.contains("\n- 4.1 冶炼：每位负责人限报1项——张三有2项，多出1项：BS-2\n"))
  }

  @Test("The page lists each limit with its group")
  func page() throws {
    let text = try Self.text(.html)
    #expect(text.contains("<li>项目类型4 工业：各类限报1项——甲*公司有2项，多出1项：BS-3</li>"))
    #expect(text.contains("<li>4.1 冶炼：每位负责人限报1项——张三有2项，多出1项：BS-2</li>"))
  }

  @Test("The workbook has limits of a direction in its row, and the others below the sums")
  func workbook() throws {
    let rows = try sheets(Self.report(.xlsx, Self.applications, by: Self.plugin()))[0].rows
    #expect(rows.contains { $0.first == "text:计划" && $0.last == "text:限项" })
    let direction = try #require(rows.first { $0.dropFirst().first == "text:4.1" })
    #expect(direction.last == "text:通过2份，接受1个项目，超出1份\n每位负责人限报1项——张三有2项，多出1项：BS-2")
    let sums = try #require(rows.firstIndex { $0.first == "text:合计" })
    #expect(rows[sums + 1].last == "text:每家企业限报1项——甲*公司有2项，多出1项：BS-3")
    #expect(rows[sums + 2].contains("text:项目类型4 工业") && rows[sums + 2].last == "text:各类限报1项——甲*公司有2项，多出1项：BS-3")
  }

  @Test("A limit that nobody exceeds is listed as such, unless it applies to no application")
  func nobody() throws {
    let text = try Self.text(.markdown, [Application("BS-1", "4.2", by: "甲")])
    #expect(text.contains("\n- 计划一 演示（虚构）（2024）：每家企业限报1项——没有发现超过的\n"))
    #expect(text.contains("各类限报1项——没有发现超过的") && !text.contains("每位负责人"))
  }

  @Test("A limit that counts projects in progress says that these are not counted", arguments: [true, false])
  func ongoing(_ isExceeded: Bool) throws {
    let applications = isExceeded ? Self.applications : [Application("BS-1", "4.1", by: "甲")]
    let plugin = try LimitPlugin(Self.limit("每家企业限报1项", "per = 'applicant', ongoing = true"))
    let text = try bytes(Self.report(.table, applications, by: plugin)).text
    let told = isExceeded ? "甲*公司有2项，多出1项：BS-3" : "没有发现超过的"
    #expect(text.contains("限项：每家企业限报1项——\(told)；在研项目不在申报表里，没有计入\n"))
  }

  @Test("A limit of the plan that several directions repeat is listed once")
  func repeated() throws {
    let limit = Self.limit("每家企业限报1项", "per = 'applicant', within = 'plan'")
    let plugin = try LimitPlugin(inside: ["4.1": limit, "4.2": limit, "5.1": limit])
    let text = try bytes(Self.report(.table, Self.applications, by: plugin)).text
    #expect(text.split(separator: "每家企业限报1项——甲*公司有2项").count == 2)
    let input = try TemporaryFile(Self.applications.lines)
    let programs = try plugin.programs()
    try Batch(programs).assess(try ByteSource(input.path)) { assessment throws(Diagnostic) in
      #expect(Explanation.text(assessment, programs.catalogue).split(separator: "限　　项").count == 2)
    }
  }

  @Test("Further ids and holders are only counted")
  func many() throws {
    let applications = (0..<25).flatMap { unit in (0..<13).map { Application("\(unit)-\($0)", by: "公司\(10 + unit)") } }
    let text = try bytes(Self.report(.table, applications, by: LimitPlugin(Self.limit("限报1项", "per = 'applicant'")))).text
    #expect(text.contains("限项：限报1项——公司10有13项，多出12项：0-1、0-2"))
    #expect(text.contains("、0-10等；公司11有13项") && text.contains("、19-10等；等25家\n"))
  }

  @Test("The id number of a leader is in no report", arguments: ReportFormat.allCases)
  func privacy(_ format: ReportFormat) throws {
    let file = try Self.report(format, Self.applications, by: Self.plugin())
    var text = try bytes(file).text
    if format == .xlsx { text = try sheets(file).flatMap(\.rows).joined().joined(separator: "\n") }
    #expect(text.contains("BS-1") && !text.contains("452601") && !text.contains("４５２６"))
  }

  @Test("Results do not change, and nothing is said of a limit that was not counted", arguments: ReportFormat.allCases)
  func unchanged(_ format: ReportFormat) throws {
    let plain = try LimitPlugin(inside: ["4.1": "limit { '接受1个', '1个' }"])
    let file = try Self.report(format, Self.applications, by: plain)
    if format.hasSummary {
      if format != .xlsx { #expect(try !bytes(file).text.contains("——")) }
    } else {
      #expect(try bytes(file) == bytes(Self.report(format, Self.applications, by: Self.plugin())))
    }
  }

  @Test("An outline and an explanation state the rules that apply to a direction")
  func rules() throws {
    let catalogue = try Self.plugin().programs().catalogue
    let outline = try #require(Outline.text(catalogue, direction: "4.1"))
    #expect(outline.contains("  4.1/limit/1　[限项]　每位负责人限报1项\n      每个项目负责人在本方向最多1项；超过的由主管部门认定\n"))
    #expect(outline.contains("  yanshi/limit/2　[限项]　各类限报1项\n      每个单位（申报和联合申报合计）在每个项目类型最多1项；超过的由主管部门认定\n"))
    #expect(try !#require(Outline.text(catalogue, direction: "4.2")).contains("4.1/limit/1"))
    let input = try TemporaryFile(Self.applications.lines)
    var texts: [String] = []
    try Batch(Self.plugin().programs()).assess(try ByteSource(input.path)) { assessment throws(Diagnostic) in
      texts.append(Explanation.text(assessment, catalogue))
    }
    #expect(texts[0].contains("\n限　　项：接受1个项目\n限　　项：每个申报单位在本计划最多1项；超过的由主管部门认定\n"))
    #expect(texts.map { $0.split(separator: "\n").count { $0.hasPrefix("限　　项") } } == [4, 4, 2, 2])
  }
}

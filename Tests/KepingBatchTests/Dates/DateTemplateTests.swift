import BatchFixtures
import KepingBatch
import KepingCore
import KepingFiles
import KepingPrograms
import KepingReports
import KepingTables
import Testing
import WorkbookFixtures

@Suite("Templates and the record schema know dates")
struct DateTemplateTests {
  static let clause =
    "'q', leader.birthDate:after('1973年1月1日', 'r'), years_between(applicant.registeredOn, submittedAt):at_least('1年', 'r'), "
    + "period['end']:after(period.start), devices:any('新', { boughtOn = after('2020年1月1日', 'r') })"

  static func program(_ plugin: DatePlugin) throws -> Program {
    let programs = plugin.programs.entries.compactMap { entry -> Program? in
      if case .on(_, let program) = entry.status { program } else { nil }
    }
    return try #require(programs.first)
  }

  @Test("A template has the dates that a direction reads, and its reader maps the headings back")
  func columns() throws {
    let plugin = try DatePlugin(Self.clause)
    let program = try Self.program(plugin)
    let file = try TemporaryFile()
    let subject = Template.Subject(program: program, direction: program.directions[0], example: nil)
    try Template.write([subject], to: try StagedFile(file.path))
    let book = try sheets(file)
    let headings = try #require(book.first { $0.name == "申报表" }).rows[0]
    for heading in ["项目负责人出生日期", "注册日期", "项目开始日期", "项目结束日期", "提交时间"] {
      #expect(headings.contains("text:\(heading)"), "\(headings)")
    }
    #expect(book.first { $0.name == "设备" }?.rows[0].contains("text:购置日期") == true)
    #expect(headings.firstIndex(of: "text:项目开始日期").map { $0 < 7 } == true)
    var diagnostics: [String] = []
    func report(_ diagnostic: Diagnostic) { diagnostics.append(diagnostic.code) }
    var count = 0
    _ = try Batch(plugin.programs).assess(try Input(file.path.string, programs: plugin.programs), report: report) {
      _ throws(Diagnostic) in count += 1
    }
    #expect(diagnostics == [] && count == 0)
  }

  @Test("Cells for dates have the format of a date and say how to fill them in")
  func form() {
    let form = FieldType.date.kind.form
    #expect(form.numberFormat == "yyyy-mm-dd")
    #expect(form.hint(CellForm.Context(year: 2024, unit: nil)) == "请填写到年月日，如2024-03-01")
  }

  @Test("The record schema has the format of a date")
  func schema() throws {
    let json = RecordSchema.json([try Self.program(try DatePlugin(Self.clause))]).text
    #expect(json.contains("\"format\":\"date\""))
  }
}

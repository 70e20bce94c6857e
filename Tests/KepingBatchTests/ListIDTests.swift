import BatchFixtures
import KepingCore
import Testing
import WorkbookFixtures

@testable import KepingBatch

@Suite("A row of a list belongs to the application with its id, and is never assigned by guess")
struct ListIDTests {
  static let headings: [FixtureCell] = ["申报编号", "单位名称", "单位类型"]

  /// Returns the errors of the applications with some ids in a workbook with a list of rows with other ids.
  static func errors(_ ids: [FixtureCell], list: [FixtureCell]) throws -> [String] {
    let rows = list.map { [$0, "甲大学（虚构）", "高等院校"] as [FixtureCell] }
    let book = FixtureBook(
      FixtureBook.Sheet("申报表", [hostHeadings] + ids.map { hostCells($0) }), FixtureBook.Sheet("联合申报单位", [headings] + rows))
    return try evaluate(book) { assessment in
      let cells = assessment.problems.filter { $0.code == .invalidRecord }.map { "\($0.field) \($0.cell ?? "")" }
      return ([assessment.failure?.code.rawValue ?? "ok"] + cells).joined(separator: ", ")
    }
  }

  static let blocked = "invalid-record, partners 联合申报单位!A2"

  @Test(
    "An id that differs in width, case, spaces or invisible characters blocks the application",
    arguments: [
      ("BS-1", "BS-1", "ok"), ("BS-1", " BS-1\u{3000}", "ok"), ("BS-1", "BS-01", "ok"), ("BS-1", "ＢＳ-1", blocked),
      ("BS-1", "bs-1", blocked), ("bs-1", "BS-1", blocked), ("BS-1", "BS -1", blocked), ("BS-1", "BS\u{200B}-1", blocked),
      ("百色1号", "百色１号", blocked), ("百色1号", "百色1号", "ok"), ("\u{E9}", "e\u{301}", blocked),
      ("한", "\u{1112}\u{1161}\u{11AB}", blocked),
      ("I-1", "\u{131}-1", "ok"), ("👍", "👍🏽", "ok"),
    ])
  func folded(_ application: String, _ row: String, _ expected: String) throws {
    #expect(try Self.errors([.text(application)], list: [.text(row)]) == [expected])
  }

  @Test("A row that fits two applications blocks both, and a row of one with exactly its id belongs to it")
  func two() throws {
    #expect(try Self.errors(["BS-1", "bs-1", "BS-2"], list: ["ＢＳ-1"]) == [Self.blocked, Self.blocked, "ok"])
    #expect(try Self.errors(["BS-1", "BS-2"], list: ["BS-1", "BS-2"]) == ["ok", "ok"])
  }

  @Test("Each row that blocks is named, and the message names both ids")
  func message() throws {
    let book = FixtureBook(
      FixtureBook.Sheet("申报表", [hostHeadings, hostCells("BS-1")]),
      FixtureBook.Sheet("联合申报单位", [Self.headings, ["ＢＳ-1", "甲", "企业"], ["BS-1", "乙", "企业"], ["bs-1", "丙", "企业"]]))
    let problems = try evaluate(book) { $0.problems.map(\.message) }
    #expect(
      problems == [
        [
          "联合申报单位!A2：申报编号“ＢＳ-1”与“BS-1”只差全半角、大小写或空格，请改为一致", "联合申报单位!A4：申报编号“bs-1”与“BS-1”只差全半角、大小写或空格，请改为一致",
        ]
      ])
  }

  /// Returns a cell with a text in runs, each with the XML of its font.
  static func runs(_ runs: (text: String, font: String)...) -> FixtureCell {
    .xml(
      "<c r=\"%\" t=\"inlineStr\"><is>"
        + runs.map { "<r><rPr>\($0.font)</rPr><t xml:space=\"preserve\">\($0.text)</t></r>" }.joined() + "</is></c>")
  }

  @Test("A row whose id is struck out or raised, in part or as a whole, blocks the application whose id it seems to have")
  func marks() throws {
    let raised = "<vertAlign val=\"superscript\"/>"
    for cell in [
      Self.runs(("BS-1", "<strike/>")), Self.runs(("B", ""), ("X", "<strike/>"), ("S-1", "")),
      Self.runs(("BS-", ""), ("1", raised)),
    ] { #expect(try Self.errors(["BS-1", "BS-2"], list: [cell]) == [Self.blocked, "ok"]) }
  }

  @Test("A row that blocks an application is not one that belongs to nobody")
  func orphans() throws {
    let book = FixtureBook(
      FixtureBook.Sheet("申报表", [hostHeadings, hostCells("BS-1")]),
      FixtureBook.Sheet("联合申报单位", [Self.headings, ["ＢＳ-1", "甲", "企业"], ["BS-3", "乙", "企业"]]))
    let file = try TemporaryFile(try book.bytes())
    let programs = try programs(allOn).programs
    var faults: [Diagnostic] = []
    let isComplete = try Batch(programs).assess(
      try Input(file.path.string, programs: programs), report: { faults.append($0) }, { _ throws(Diagnostic) in })
    #expect(!isComplete)
    #expect(faults.map(\.code) == ["orphan-row"])
    #expect(faults[0].path.hasSuffix(":联合申报单位!3"))
    #expect(faults[0].wording.chinese.contains("“BS-3”"))
  }
}

import BatchFixtures
import KepingBatch
import KepingCore
import KepingFiles
import KepingPrograms
import WorkbookFixtures

/// A plugin with date fields and one clause, whose applications are scanned and parsed.
struct DatePlugin {
  static let fields = """
    fields {
      soldOn = date '首次销售日期', audit = { day = date '审计基准日' },
      devices = list('设备', { name = text '名称', boughtOn = date '购置日期' }),
    }

    """

  private let plugin: FailingPlugin
  let programs: Programs

  /// - Parameters:
  ///   - clause: the quote, the check and the options of the only clause, which is a condition.
  ///   - configuration: further sections of the configuration.
  init(_ clause: String, _ configuration: String = "") throws {
    plugin = try FailingPlugin(
      Self.fields + "direction { '1.1', condition { \(clause) }, criterion { '名称', points = 1, grade = title:given() } }")
    programs = try plugin.programs(configuration)
  }

  /// Returns the assessments of applications with additional members, each scanned once and parsed once.
  func assess(_ members: [String]) throws -> [(scanned: Assessment, parsed: Assessment)] {
    let lines = members.enumerated().flatMap { index, members in
      [("id", 0), (#"\u0069d"#, 1)].map { key, copy in
        application("\(index)号\(copy)").replacing("\"id\"", with: "\"\(key)\"").replacing("\"4.1\"", with: "\"1.1\"").dropLast()
          + members + "}"
      }
    }
    let file = try TemporaryFile(Bytes(lines.joined(separator: "\n").utf8))
    var results: [Assessment] = []
    try Batch(programs).assess(try ByteSource(file.path)) { assessment throws(Diagnostic) in results.append(assessment) }
    return members.indices.map { (results[2 * $0], results[2 * $0 + 1]) }
  }

  /// Returns the assessment of one application, which is the same whether it is scanned or parsed.
  func assess(_ members: String) throws -> (assessment: Assessment, isSame: Bool) {
    let (scanned, parsed) = try assess([members])[0]
    let isSame = scanned.json.text.replacing("0号0", with: "") == parsed.json.text.replacing("0号1", with: "")
    return (scanned, isSame)
  }

  /// Returns the result of one application as the line that the command writes.
  func line(_ members: String) throws -> String {
    let line = application("0").replacing("\"4.1\"", with: "\"1.1\"").dropLast() + members + "}"
    let file = try TemporaryFile(Bytes(line.utf8))
    return try resultLines(of: file.path.string, by: Batch(programs), programs).first ?? ""
  }

  /// Returns the assessments of a sheet with one application that has additional columns.
  func assess(columns: [(String, FixtureCell)], list: FixtureBook.Sheet? = nil, countsFrom1904: Bool = false) throws
    -> Assessment?
  {
    var cells = hostCells("A")
    cells[2] = "1.1"
    let rows = [hostHeadings + columns.map { .text($0.0) }, cells + columns.map(\.1)]
    let applications = FixtureBook.Sheet("申报表", rows)
    let book =
      list.map { FixtureBook(applications, $0, countsFrom1904: countsFrom1904) }
      ?? FixtureBook(applications, countsFrom1904: countsFrom1904)
    return try BatchFixtures.assess(book, by: programs).first
  }
}

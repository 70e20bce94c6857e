import Foundation
import KepingAuthoring
import KepingCore
import KepingPlugins
import KepingPrograms
import SystemPackage
import Testing

/// Tests the page of usual sentences; `KEPING_WRITE_MANUAL=1` writes the messages into it.
@Suite("Every usual sentence of a guideline has a clause that works as the manual shows")
struct SentenceTests {
  static let url = ManualTests.root.appendingPathComponent("Manual/sentences.md")

  /// Loads the page as a plugin in a temporary folder, with its rows as tests.
  private func load(_ page: SentencePage) throws -> (program: PluginProgram, tests: ProgramTests) {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent("keping-\(UUID().uuidString)/sentences")
    defer { try? FileManager.default.removeItem(at: folder.deletingLastPathComponent()) }
    try page.writePlugin(to: folder)
    let plugin = try Plugin(FilePath(folder.path))
    let program: PluginProgram
    do throws(LoadFailure) { program = try PluginProgram(plugin) } catch { throw error.diagnostic }
    return (program, try ProgramTests(program))
  }

  @Test("The page shows at least thirty sentences, none of them with a function")
  func count() throws {
    let page = try SentencePage(Self.url)
    #expect(page.sentences.count >= 30)
    for sentence in page.sentences {
      #expect(!sentence.code.contains("compute") && !sentence.code.contains("judge"), "\(sentence.title)")
    }
  }

  @Test("Each application has the outcome and the message that the page shows")
  func cases() throws {
    var page = try SentencePage(Self.url)
    var assessor = Assessor(try load(page).program)
    let outcomes = Dictionary(uniqueKeysWithValues: SentencePage.names.map { ($1, $0) })
    for (sentence, clause) in zip(page.sentences, page.clauseIDs) {
      for row in sentence.cases {
        let record = try JSONSerialization.data(withJSONObject: try page.application(changedBy: row.changes))
        let assessment = assessor.assess(Bytes(record))
        let finding = try #require(assessment.finding(of: clause), "\(row.changes): \(assessment.json.text)")
        let outcome = outcomes[finding.outcome.rawValue] ?? ""
        if ManualTests.isWriting {
          page.write(row.outcome, finding.message, to: row)
        } else {
          #expect(finding.message == row.message, "line \(row.line + 1)")
        }
        #expect(outcome == row.outcome, "line \(row.line + 1): \(row.changes): \(finding.message)")
      }
    }
    if ManualTests.isWriting { try page.lines.joined(separator: "\n").write(to: page.url, atomically: true, encoding: .utf8) }
  }

  @Test("The check of the page answers every figure and every word of comparison of its sentence")
  func figures() throws {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent("keping-\(UUID().uuidString)/sentences")
    defer { try? FileManager.default.removeItem(at: folder.deletingLastPathComponent()) }
    try SentencePage(Self.url).writePlugin(to: folder)
    let check = PluginCheck(try Plugin(FilePath(folder.path)))
    #expect(check.program != nil && check.figures.map(\.wording.chinese) == [])
  }

  @Test("The cases of the page notice every change of a date by a day, of a ratio by a hundredth, and all others")
  func mutations() throws {
    let page = try SentencePage(Self.url)
    let tests = try load(page).tests
    #expect(tests.run().filter { !$0.isPassed }.map(\.name) == [])
    let report = tests.mutate()
    #expect(report.survivors.map { "\($0.clause): \($0.change.chinese)" } == [])
    #expect(report.count > 150)
  }

  @Test("Suggested cases notice the same changes without the rows of the page")
  func suggestions() throws {
    let page = try SentencePage(Self.url)
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent("keping-\(UUID().uuidString)/sentences")
    defer { try? FileManager.default.removeItem(at: folder.deletingLastPathComponent()) }
    try page.writePlugin(to: folder)
    let file = folder.appendingPathComponent("tests/1.1.yaml")
    try FileManager.default.removeItem(at: file)
    var request = TestRequest()
    request.wantsMutation = true
    request.wantsCoverage = true
    request.suggests = .chinese
    let before = TestReport(try Plugin(FilePath(folder.path)), request)
    let suggestion = try #require(before.suggestions.first)
    #expect(suggestion.missed.map { "\($0.id): \($0.what.chinese)" } == [])
    try suggestion.text.write(to: file, atomically: true, encoding: .utf8)
    let after = TestReport(try Plugin(FilePath(folder.path)), request)
    #expect(after.results.filter { !$0.isPassed }.map(\.name) == [])
    #expect(after.mutation?.survivors.map { "\($0.clause): \($0.change.chinese)" } == [])
    #expect(after.gaps.map { "\($0.clause): \($0.outcome)" } == [])
  }
}

import Foundation
import KepingCore
import PluginFixtures
import Testing

@testable import KepingAuthoring

@Suite("Suggested cases notice what no test notices, and can be appended to the tests as they are")
struct SuggestionTests {
  /// Clauses of all kinds, whose changes can all be noticed.
  static let clauses = [
    "target { 'q', e.n:at_least('2个', 'r'), points = 99, full = '12个' }",
    "target { 'q', e.n:more_than('2个', 'r'), e.m:at_most('5个', 'r') }",
    "target { 'q', any_of { e.done, e.n:less_than('3个', 'r'), e.money:at_least('1万元', 'r') } }",
    "target { 'q', e.rate:at_least('0.5', 'r'), e.part:at_most('30%', 'r') }",
    "target { 'q', e.ip:sum():at_least('1个', 'r'), points = 99, full = '6个' }",
    "target { 'q', total_of { e.n, e.m }:at_least('2个', 'r') }",
    "target { 'q', (e.n + e.m):at_least('2个', 'r') }",
    "target { 'q', e.n:more_than(e.m) }",
    "target { 'q', ratio(e.n, e.m):at_least('30%', 'r') }",
    "target { 'q', growth(e.n, e.m):at_least('10%', 'r') }",
    "target { 'q', e.kind:is { 'a', 'b' }, e.done, applies_when = e.ready }",
    "target { 'q', e.kind:is 'a', e.tags:has 'p' }",
    "target { 'q', leave_open(e.done, 'r') }",
    "target { 'q', negate(e.done) }",
    "target { 'q', e.done:given() }",
    "target { 'q', partners:some() }",
    "target { 'q', partners:any('伙', { kind = { 'enterprise', 'university' }, region = within('4510', applicant.region) }) }",
    "target { 'q', units:any('伙', { kind = 'enterprise' }) }",
    "target { 'q', partners:count({ kind = 'university' }):at_least('2家', 'r') }",
    "target { 'q', applicant.region:within('4510', '百色') }",
    "target { '2023年1月1日前', applicant.registeredOn:on_or_before '2023年1月1日' }",
    "target { '满1年', years_between(applicant.registeredOn, submittedAt):at_least '1年' }",
    "target { 'q', by { { e.kind:is 'a', e.n:at_least('2个', 'r') }, e.n:at_least('5个', 'r') } }",
    "target { 'q', applicant.rdExpense[year - 1]:at_least('20万元', 'r'), points = 10, full = '100万元' }",
    "target { 'q', judge('判', { e.n, e.m }, function(n, m) return n + m >= 3 end) }",
    "target { 'q', judge('判', { record }, function(r) return utf8.len(r.title) <= 77 end) }",
    "target { 'q', compute('占', { e.n, e.m }, function(n, m) return n / (n + m) * 100 end):at_least('37.5%', 'r') }",
    "target { 'q', e.done, points = 99, grade = compute('等', { e.n, e.m }, function(n, m) return (n + m) / 8 end) }",
    "target { 'q', any_of { e.done, e.ready }, points = 9, grade = share { e.done, e.ready } }",
    "notice { 'q' }",
  ]

  /// Returns the report of a plugin's tests with suggestions.
  private func report(_ plugin: TestedPlugin) throws -> TestReport {
    try plugin.report {
      $0.wantsCoverage = true
      $0.wantsMutation = true
      $0.suggests = .chinese
    }
  }

  @Test("After the suggested text is appended to a file of tests, nothing is left", arguments: clauses)
  func roundTrip(_ clause: String) throws {
    let plugin = try TestedPlugin(clause, cases: ["{ name: 空, problems: [] }"])
    let before = try report(plugin)
    let suggestion = try #require(before.suggestions.first)
    #expect(before.suggestions.count == 1 && !suggestion.isNew)
    #expect(suggestion.missed.map { "\($0.id) \($0.what.chinese)" } == [])
    let survivors = before.mutation?.survivors.count ?? 0
    #expect(suggestion.noticed == survivors && suggestion.seen == before.gaps.count)
    let file = plugin.plugin.folder.appendingPathComponent("tests/1.1.yaml")
    let text = try String(contentsOf: file, encoding: .utf8)
    try (text + suggestion.text).write(to: file, atomically: true, encoding: .utf8)
    let after = try report(plugin)
    #expect(after.results.filter { !$0.isPassed }.flatMap(\.differences) == [])
    #expect(after.mutation?.survivors.map { "\($0.clause) \($0.change.chinese)" } == [])
    #expect(after.gaps.map { "\($0.clause) \($0.outcome)" } == [])
    #expect(after.suggestions.isEmpty && after.isPassed)
    #expect(after.results.count == before.results.count + suggestion.count)
  }

  @Test("Suggestions are the same in each run, and every clause has its quote")
  func text() throws {
    let clause = "target { '数量不少于2个', e.n:at_least '2个', points = 99, full = '12个' }"
    let plugin = try TestedPlugin(clause, cases: ["{ name: 空, problems: [] }"])
    let suggestion = try #require(try report(plugin).suggestions.first)
    #expect(suggestion.text == (try report(plugin).suggestions.first?.text))
    #expect(suggestion.text.contains("原文：“数量不少于2个”"))
    #expect(suggestion.text.contains("unmet: [{ e.n: 1 }]") && suggestion.text.contains("unknown: [{ e.n: null }]"))
    let sheet = TestSheet.text(try report(plugin), .english)
    #expect(sheet.contains("compare each with the quote"))
    #expect(sheet.contains("\n  - clause: 1.1/target/1\n"))
  }

  @Test("A direction without a file of tests gets a whole new file")
  func newFile() throws {
    let plugin = try TestedPlugin("target { 'q', e.done }")
    let suggestion = try #require(try report(plugin).suggestions.first)
    #expect(suggestion.isNew && suggestion.path.hasSuffix("/demo/tests/1.1.yaml"))
    #expect(suggestion.text.hasPrefix("base: E1\ncases:\n"))
    let folder = plugin.plugin.folder.appendingPathComponent("tests")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    try suggestion.text.write(to: folder.appendingPathComponent("1.1.yaml"), atomically: true, encoding: .utf8)
    #expect(try report(plugin).isPassed)
  }

  /// What may be in a file of tests, and whether cases can be appended to it.
  static let files: [(text: String, isAppended: Bool)] = [
    ("base: E1\ncases:\n- { name: 空, problems: [] }", true),
    ("base: E1\ncases:\n    - name: 空\n      problems: []\n", true),
    ("cases:\n  - { name: 空, problems: [] }\nbase: E1\n", false),
    ("base: E1\ncases: [{ name: 空, problems: [] }]\n", false),
    ("base: E1\nsettings: { strict: on }\ncases:\n  - { name: 空, problems: [] }\n", false),
  ]

  @Test("Cases are appended with the indent of the file; where they cannot be, they are a file of their own", arguments: files)
  func target(_ text: String, _ isAppended: Bool) throws {
    let plugin = try TestedPlugin("target { 'q', e.done }", files: ["tests/1.1.yaml": text])
    let suggestion = try #require(try report(plugin).suggestions.first)
    #expect(suggestion.isNew != isAppended)
    let file = plugin.plugin.folder.appendingPathComponent(isAppended ? "tests/1.1.yaml" : "tests/1.1-2.yaml")
    #expect(suggestion.path.hasSuffix(file.lastPathComponent))
    let whole = isAppended ? text + (text.hasSuffix("\n") ? "" : "\n") + suggestion.text : suggestion.text
    try whole.write(to: file, atomically: true, encoding: .utf8)
    #expect(try report(plugin).isPassed)
  }

  @Test("What no case can notice or have is said with its reason, and is no case")
  func missed() throws {
    // All kinds of units count, so it makes no difference whether a unit is asked for its kind.
    let plugin = try TestedPlugin(
      "target { 'q', partners:any('伙', { kind = { 'enterprise', 'university', 'institute', 'hospital', 'government', 'other' } }) }",
      cases: ["{ name: 空, problems: [] }"])
    let suggestion = try #require(try report(plugin).suggestions.first)
    #expect(suggestion.missed.map(\.what.chinese) == ["“伙”不问单位类型"])
    #expect(suggestion.missed.first?.reason.chinese.contains("tests/exceptions.yaml") == true)
    let empty = try TestedPlugin("target { 'q', e.done }")
    try "[]".write(to: empty.plugin.folder.appendingPathComponent("examples/1.1.json"), atomically: true, encoding: .utf8)
    let none = try #require(try report(empty).suggestions.first)
    #expect(none.text.isEmpty && none.missed.allSatisfy { $0.reason.english.contains("no application of direction 1.1") })
  }

  @Test("Without mutation, only missing outcomes get cases")
  func coverageOnly() throws {
    let plugin = try TestedPlugin("target { 'q', e.n:at_least('2个', 'r') }", cases: ["{ name: 空, problems: [] }"])
    let report = try plugin.report {
      $0.wantsCoverage = true
      $0.suggests = .english
    }
    #expect(report.suggestions.map(\.count) == [3] && report.suggestions.map(\.seen) == [3])
    #expect(report.mutation == nil)
  }
}

import KepingAuthoring
import KepingCore
import Testing

@Suite("A failing or malformed case of a plugin is reported with its location and reason")
struct CaseTests {
  static let clauses =
    "target { 'q', e.n:at_least('2个', 'r'), points = 4, full = '12个' }, priority { 'p', partners:some(), points = 5 }"

  @Test("Points are compared in tenths for each criterion, and a failing case shows the actual value and its changes")
  func points() throws {
    let results = try TestedPlugin(
      Self.clauses,
      cases: [
        "{ name: 起评, points: { 1.1/target/1: 24, 1.1/criterion/1: 10 }, score: 84 }",
        "{ name: 其间, with: { e.n: 5 }, points: { 1.1/target/1: 28.7 } }",
        "{ clause: 1.1/target/1, met: [{ e.n: 1 }] }",
      ]
    ).tests().run()
    #expect(results.map(\.isPassed) == [true, false, false])
    #expect(results[1].differences.map(\.english) == ["1.1/target/1: expected 28.7, got 28.8：5个，起评2个得六成，满12个得满分"])
    #expect(results[2].differences.map(\.chinese) == ["1.1/target/1 应为 met，实为 unmet：数1个，低于2个"])
    #expect(results[2].changes == ["e.n = 1"])
    #expect(results[2].location.line == 5 && results[2].column == 35)
  }

  @Test("A case that changes an undeclared field fails, unless it expects the problem")
  func undeclaredField() throws {
    let results = try TestedPlugin(
      Self.clauses,
      cases: [
        "{ name: 写错的字段, with: { e.nn: 5 }, verdict: pass }",
        "{ name: 问的就是它, with: { e.nn: 5 }, problems: [unknown-field] }",
      ]
    ).tests().run()
    #expect(results.map(\.isPassed) == [false, true])
    #expect(results[0].differences.first?.chinese.contains("e.nn") == true)
  }

  @Test(
    "A malformed case is reported with its position",
    arguments: [
      ("{ name: a, points: { 1.1/targt/1: 3 } }", "unknown-criterion"),
      ("{ name: a, points: { 1.1/target/1: 3.25 } }", "wrong-type"),
      ("{ name: a, points: { 1.1/target/1: 101 } }", "out-of-range"), ("{ name: a, points: {} }", "empty-case"),
      ("{ name: a, outcomes: { 1.1/target/2: met } }", "unknown-clause"),
      ("{ clause: 1.1/targe/1, met: [{}] }", "unknown-clause"),
      ("{ name: a, with: { 'partners[4].kind': x }, verdict: pass }", "unknown-path"), ("{ name: a }", "empty-case"),
      ("{ clause: 1.1/target/1, mett: [{}] }", "unknown-key"),
    ])
  func mistakes(_ testCase: String, _ code: String) throws {
    let fault = try #require(try TestedPlugin(Self.clauses, cases: [testCase]).fault())
    #expect(fault.code == code)
    #expect(fault.path.hasSuffix("tests/1.1.yaml") && fault.line == 3 && fault.column != nil)
  }

  @Test("Cases with other settings count for neither coverage nor mutation testing")
  func settings() throws {
    let clauses = "target { 'q', settings.strict and e.n:at_least('3个', 'r') or e.n:at_least('2个', 'r') }"
    let strict = "base: E1\nsettings: { strict: on }\ncases: [{ clause: 1.1/target/1, unmet: [{}], met: [{ e.n: 3 }] }]\n"
    let report = try TestedPlugin(clauses, cases: ["{ clause: 1.1/target/1, met: [{}] }"], files: ["tests/strict.yaml": strict])
      .report { $0.wantsMutation = true }
    #expect(report.results.map(\.isPassed) == [true, true, true])
    #expect(report.coverage?.seen == 1)
    #expect(report.mutation?.survivors.contains { $0.change.chinese == "把“数不低于2个”改为“数不低于1个”" } == true)
    for (settings, code) in [("{ strcit: on }", "unknown-setting"), ("{ strict: 3 }", "wrong-type")] {
      let file = strict.replacing("{ strict: on }", with: settings)
      #expect(try TestedPlugin(clauses, files: ["tests/strict.yaml": file]).fault()?.code == code)
    }
  }

  @Test("A file in tests/ that would not be run is an error", arguments: ["tests/a.yml", "tests/more/a.yaml", "tests/notes.txt"])
  func unknownFiles(_ file: String) throws {
    let fault = try #require(try TestedPlugin(Self.clauses, files: [file: "x"]).fault())
    #expect(fault.code == "unknown-file")
    #expect(try TestedPlugin(Self.clauses, files: ["tests/.a.swp": "x", "tests/a.yaml~": "x"]).fault() == nil)
  }

  @Test("A filter matches names, clauses and files", arguments: [("起评", 1), ("1.1/target/1", 2), ("1.1.yaml", 3), ("没有", 0)])
  func filter(_ text: String, _ count: Int) throws {
    let plugin = try TestedPlugin(
      Self.clauses,
      cases: [
        "{ name: 起评, points: { 1.1/target/1: 24 } }", "{ clause: 1.1/target/1, met: [{}] }", "{ name: 别的, verdict: pass }",
      ])
    #expect(try plugin.tests().run(filter: text).count == count)
    #expect(try plugin.report { $0.filter = text }.coverage == nil)
  }

  @Test("Coverage below 100 % fails, and each outcome that no case sees is listed")
  func coverage() throws {
    let cases = [
      "{ clause: 1.1/target/1, met: [{}], unmet: [{ e.n: 1 }] }",
      "{ clause: 1.1/priority/1, met: [{}], unmet: [{ partners: [] }] }",
    ]
    let plugin = try TestedPlugin(Self.clauses, cases: cases)
    let report = try plugin.report { $0.wantsCoverage = true }
    #expect(report.gaps.map { "\($0.clause) \($0.outcome)" } == ["1.1/target/1 unknown"])
    #expect(report.gaps.map(\.location.line) == [6])
    #expect(report.coverage?.possible == 5 && report.coverage?.seen == 4)
    #expect(!report.isPassed)
    #expect(try plugin.report().isPassed)
    #expect(
      try TestedPlugin(Self.clauses, cases: cases + ["{ clause: 1.1/target/1, unknown: [{ e.n: null }] }"])
        .report { $0.wantsCoverage = true }.isPassed)
  }

  @Test("An outcome that is expected but not returned does not count as seen")
  func unseen() throws {
    let report = try TestedPlugin(Self.clauses, cases: ["{ clause: 1.1/target/1, unmet: [{}] }"]).report()
    #expect(report.failed == 1 && report.coverage?.seen == 0)
    #expect(
      try TestedPlugin(Self.clauses, cases: ["{ clause: 1.1/target/1, unmet: [{}] }"]).report { $0.wantsMutation = true }.mutation
        == nil)
  }
}

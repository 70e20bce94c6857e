import KepingCore
import KepingPrograms
import PluginFixtures
import Testing

@Suite("A ruling replaces the outcome of a clause")
struct RulingOutcomeTests {
  /// A program with a clause of each kind, and each kind of points.
  static let program = """
    fields { n = count '数', m = count '值', f = flag '情形', g = flag '另一情形', d = flag '材料' }
    direction { '1.1',
      target { '数1个', n:at_least '1个', points = 40 },
      target { '数2个', n:at_least '2个', points = 20, full = '6个' },
      condition { '数3个', n:at_least '3个', points = 20, grade = share { f, g } },
      condition { '情形下数4个', n:at_least '4个', points = 10, applies_when = g },
      document { '提供材料', d },
      principle { '原则上数5个', n:at_least '5个' },
      priority { '优先支持数6个', n:at_least '6个', points = 10, grade = by { { f, share { g } }, share { f } } },
      encouraged { '鼓励数7个', n:at_least '7个' },
      notice { '具体事项另行通知' } }
    """

  static func assess(_ members: String, _ rulings: [Ruling], _ option: String = "") throws -> (Assessment, [String]) {
    let program = option.isEmpty ? Self.program : Self.program.replacing("notice {", with: "\(option), notice {")
    let plugin = try TemporaryPlugin(program, api: 2)
    let (programs, faults) = try plugin.programs()
    #expect(faults.isEmpty && programs.pluginFaults.isEmpty)
    let record = """
      {"id":"A","year":2024,"direction":"1.1","title":"虚构","applicant":{"name":"示例公司（虚构）","kind":"enterprise"}\(members)}
      """
    let (assessments, codes) = try AmendedBatch(record, rulings: rulings).run(programs)
    return (try #require(assessments.first), codes)
  }

  /// Returns the verdict and the points of each criterion in tenths.
  static func summary(_ assessment: Assessment) -> String {
    "\(assessment.verdict.rawValue) " + assessment.items.map { "\($0.points)" }.joined(separator: " ")
  }

  static let all = #","n":7,"f":true,"g":true,"d":true"#

  @Test(
    "Verdict and points follow from the ruled outcome; what is measured stays as measured where it is ruled met",
    arguments: [
      // Without rulings.
      (all, [], "pass 400 200 200 100 100"), (#","n":0,"f":true,"g":true,"d":true"#, [], "fail 0 0 0 0 0"),
      // An unmet or unknown clause of each kind, ruled met.
      (#","n":0,"f":true,"g":true,"d":true"#, ["target/1 met"], "fail 400 0 0 0 0"),
      (#","n":0,"f":true,"g":true,"d":true"#, ["target/2 met"], "fail 0 0 0 0 0"),
      (#","n":0,"f":true,"g":true,"d":true"#, ["condition/1 met"], "fail 0 0 200 0 0"),
      (#","n":0,"f":true,"g":false,"d":true"#, ["condition/1 met"], "fail 0 0 100 0 0"),
      (#","n":0,"f":true,"g":true,"d":true"#, ["priority/1 met"], "fail 0 0 0 0 100"),
      (#","n":0,"f":false,"g":true,"d":true"#, ["priority/1 met"], "fail 0 0 0 0 0"),
      (#","f":true,"g":true,"d":true"#, ["target/2 met", "target/1 met", "condition/1 met"], "supplement 400 0 200 0 0"),
      (
        #","n":0,"f":true,"g":true,"d":true"#,
        ["target/1 met", "target/2 met", "condition/1 met", "condition/2 met", "principle/1 met"], "pass 400 0 200 100 0"
      ),
      // A met clause, ruled unmet.
      (all, ["target/1 unmet"], "fail 0 200 200 100 100"), (all, ["target/2 unmet"], "fail 400 0 200 100 100"),
      (all, ["condition/1 unmet"], "fail 400 200 0 100 100"), (all, ["document/1 unmet"], "supplement 400 200 200 100 100"),
      (all, ["principle/1 unmet"], "supplement 400 200 200 100 100"), (all, ["priority/1 unmet"], "pass 400 200 200 100 0"),
      (all, ["encouraged/1 unmet"], "pass 400 200 200 100 100"),
      // A clause that may not apply.
      (all, ["condition/2 notApplicable"], "pass 400 200 200 0 100"),
      (#","n":3,"f":true,"g":true,"d":true"#, ["condition/2 notApplicable"], "supplement 400 140 200 0 0"),
      (#","n":7,"f":true,"d":true"#, ["condition/2 met"], "pass 400 200 100 100 0"),
      (#","n":7,"f":true,"g":false,"d":true"#, ["condition/2 met"], "pass 400 200 100 100 0"),
      // A document.
      (#","n":7,"f":true,"g":true,"d":false"#, ["document/1 met"], "pass 400 200 200 100 100"),
      (#","n":7,"f":true,"g":true"#, ["document/1 met"], "pass 400 200 200 100 100"),
    ])
  func outcomes(_ members: String, _ ruled: [String], _ expected: String) throws {
    let (assessment, codes) = try Self.assess(members, ruled.map { Self.ruling($0) })
    #expect(Self.summary(assessment) == expected, "\(assessment.items.map(\.reason))")
    #expect(codes == [])
  }

  static func ruling(_ text: String) -> Ruling {
    let parts = text.split(separator: " ").map(String.init)
    return KepingBatchTests.ruling("A", "1.1/\(parts[0])", .outcome(Outcome(rawValue: parts[1]) ?? .unknown))
  }

  @Test("Points of a clause that is ruled not to apply are shared where the program shares them")
  func shared() throws {
    let (bare, _) = try Self.assess(Self.all, [], "not_applicable = 'shared'")
    #expect(bare.items.map(\.maximum) == [400, 200, 200, 100, 100])
    let (ruled, _) = try Self.assess(Self.all, [Self.ruling("condition/2 notApplicable")], "not_applicable = 'shared'")
    #expect(ruled.items.map(\.maximum) == [445, 222, 222, 0, 111] && ruled.total == 1000)
    let (unmet, _) = try Self.assess(Self.all, [Self.ruling("condition/2 unmet")], "not_applicable = 'shared'")
    #expect(unmet.items.map(\.maximum) == [400, 200, 200, 100, 100] && unmet.total == 900)
  }

  @Test("The finding keeps its message and its evidence, and says what was ruled by whom")
  func shown() throws {
    let record = #","n":0,"f":true,"g":true,"d":true"#
    let bare = try #require(try Self.assess(record, []).0.finding(of: "1.1/target/1"))
    var full = Self.ruling("target/1 met")
    full = Ruling(
      application: "A", clause: "1.1/target/1", decision: .outcome(.met), reason: "核对了\"原件\"", by: "张三",
      on: CalendarDate(dayNumber: 19_844), confirmedBy: "李四", basis: "收件登记\n第3号", cell: full.cell)
    let (assessment, _) = try Self.assess(record, [full])
    let finding = try #require(assessment.finding(of: "1.1/target/1"))
    #expect(finding.message == bare.message && finding.evidence == bare.evidence && finding.outcome == .met)
    #expect(
      assessment.json.text.contains(
        #","required":">= 1"}],"ruling":{"from":"unmet","reason":"核对了\"原件\"","by":"张三","on":"2024-05-01","confirmedBy":"李四","#
          + #""basis":"收件登记\n第3号"}},{"clause":"1.1/target/2""#))
  }

  @Test("A ruling that changes nothing is shown, and a remark says so")
  func same() throws {
    let (assessment, codes) = try Self.assess(Self.all, [Self.ruling("target/1 met")])
    let ruling = try #require(assessment.finding(of: "1.1/target/1")?.ruling)
    #expect(ruling.from == .met && assessment.verdict == .pass && codes == ["裁定.xlsx:裁定!2 unneeded-ruling remark"])
  }

  @Test("A function that only a ruling brings into play fails the application alone")
  func failing() throws {
    let plugin = try TemporaryPlugin(
      """
      fields { n = count '数' }
      local grade = compute('评分', { n }, function(n) error '坏' end)
      direction { '1.1', target { '数1个', n:at_least '1个', points = 1, grade = grade } }
      """)
    let programs = try plugin.programs().programs
    let record = """
      {"id":"A","year":2024,"direction":"1.1","title":"虚构","applicant":{"name":"示例公司（虚构）","kind":"enterprise"},"n":0}
      """
    #expect(try AmendedBatch(record).run(programs).assessments.map(\.verdict) == [.fail])
    let ruled = try AmendedBatch(record, rulings: [Self.ruling("target/1 met")]).run(programs).assessments
    #expect(ruled.map { $0.failure?.code } == [.pluginFailed])
  }
}

import KepingCore
import Testing

@Suite("Clauses compare the span between two days with a bound")
struct SpanTests {
  static func registered(_ from: String, _ to: String) -> String {
    ",\"soldOn\":\"\(from)\",\"submittedAt\":\"\(to)T08:00:00+08:00\""
  }

  /// A clause about the years from the first sale to the submission.
  static func clause(_ comparison: String, _ bound: String, _ word: String = "years_between") -> String {
    "'q', \(word)(soldOn, submittedAt):\(comparison)('\(bound)', 'r')"
  }

  @Test(
    "Each comparison decides by the day at which the span ends",
    arguments: [
      ("at_least", "2024-02-28", Outcome.unmet, "满11个月，不足1年"), ("at_least", "2024-03-01", .met, "满1年，达到1年"),
      ("at_least", "2024-03-02", .met, "满1年，达到1年"), ("less_than", "2024-02-29", .met, "满11个月，不足1年"),
      ("less_than", "2024-03-01", .unmet, "满1年，达到1年"), ("at_most", "2024-02-29", .met, "满11个月，不超过1年"),
      ("at_most", "2024-03-01", .met, "满1年，不超过1年"), ("at_most", "2024-03-02", .unmet, "满1年零1天，超过1年"),
      ("more_than", "2024-03-01", .unmet, "满1年，不超过1年"), ("more_than", "2024-03-02", .met, "满1年零1天，超过1年"),
      ("more_than", "2024-04-15", .met, "满1年1个月，超过1年"), ("at_least", "2023-03-21", .unmet, "满20天，不足1年"),
      ("at_least", "2023-03-01", .unmet, "满0天，不足1年"), ("at_most", "2026-06-01", .unmet, "满3年3个月，超过1年"),
    ])
  func limit(_ word: String, _ end: String, _ outcome: Outcome, _ message: String) throws {
    let comparison = ["at_least": ">=", "less_than": "<", "at_most": "<=", "more_than": ">"][word]!
    for bound in ["1年"] {
      let result = try DatePlugin(Self.clause(word, bound)).assess(Self.registered("2023-03-01", end))
      #expect(result.isSame)
      let finding = try #require(result.assessment.findings.first)
      #expect(finding.outcome == outcome)
      #expect(finding.message == "首次销售" + message)
      #expect(
        finding.evidence == [
          Evidence(field: "soldOn", value: .text("2023-03-01"), required: .text("\(comparison) \(bound)")),
          Evidence(field: "submittedAt", value: .text("\(end)T08:00:00+08:00"), required: nil),
        ])
    }
  }

  @Test(
    "Either word takes years and months, and shows the span in the unit of the bound",
    arguments: [
      ("years_between", "18个月", "2024-08-31", Outcome.unmet, "满17个月，不足18个月"),
      ("years_between", "18个月", "2024-09-01", .met, "满18个月，达到18个月"),
      ("months_between", "18个月", "2024-08-31", .unmet, "满17个月，不足18个月"),
      ("months_between", "2年", "2025-02-28", .unmet, "满1年11个月，不足2年"),
      ("months_between", "2年", "2025-03-01", .met, "满2年，达到2年"), ("years_between", "2岁", "2025-03-01", .met, "满2岁，达到2岁"),
      ("years_between", "24月", "2025-02-28", .unmet, "满23个月，不足24月"), ("years_between", "1周岁", "2024-03-01", .met, "满1周岁，达到1周岁"),
    ])
  func units(_ word: String, _ bound: String, _ end: String, _ outcome: Outcome, _ message: String) throws {
    let result = try DatePlugin(Self.clause("at_least", bound, word)).assess(Self.registered("2023-03-01", end))
    #expect(result.isSame)
    #expect(result.assessment.findings.map(\.outcome) == [outcome])
    #expect(result.assessment.findings.map(\.message) == ["首次销售" + message])
  }

  @Test(
    "A year from a leap day ends on 28 February, and a month from the 31st on the month's last day",
    arguments: [
      ("2020-02-29", "2021-02-27", "1年", Outcome.unmet), ("2020-02-29", "2021-02-28", "1年", .met),
      ("2020-02-29", "2024-02-28", "4年", .unmet), ("2020-02-29", "2024-02-29", "4年", .met),
      ("2023-01-31", "2023-02-27", "1个月", .unmet), ("2023-01-31", "2023-02-28", "1个月", .met),
      ("2023-01-31", "2023-03-30", "2个月", .unmet), ("2023-01-31", "2023-03-31", "2个月", .met),
    ])
  func leapDays(_ start: String, _ end: String, _ bound: String, _ outcome: Outcome) throws {
    for (word, expected) in [("at_least", outcome), ("less_than", outcome == .met ? .unmet : .met)] {
      let result = try DatePlugin(Self.clause(word, bound)).assess(Self.registered(start, end))
      #expect(result.assessment.findings.map(\.outcome) == [expected])
    }
  }

  @Test(
    "An age is counted up to a fixed day, which the message and the evidence name",
    arguments: [
      ("1984-01-01", Outcome.met, "满40周岁，不超过40周岁"), ("1983-12-31", .unmet, "满40周岁零1天，超过40周岁"),
      ("1984-01-02", .met, "满39周岁11个月，不超过40周岁"),
      ("1983-11-30", .unmet, "满40周岁1个月，超过40周岁"),
    ])
  func age(_ born: String, _ outcome: Outcome, _ message: String) throws {
    let plugin = try DatePlugin("'截至2024年1月1日不超过40周岁', age_at(leader.birthDate, '2024年1月1日'):at_most '40周岁'")
    let result = try plugin.assess(DateClauseTests.leader(born))
    #expect(result.isSame)
    let finding = try #require(result.assessment.findings.first)
    #expect(finding.outcome == outcome && finding.message == "项目负责人截至2024年1月1日" + message)
    #expect(
      finding.evidence == [
        Evidence(field: "leader.birthDate", value: .text(born), required: .text("<= 40周岁 (2024-01-01)"))
      ])
  }

  @Test(
    "A submission counts by its day in Beijing",
    arguments: [("2024-03-01T15:59:59Z", Outcome.unmet), ("2024-03-01T16:00:00Z", .met)])
  func beijing(_ submitted: String, _ outcome: Outcome) throws {
    let members = ",\"soldOn\":\"2023-03-02\",\"submittedAt\":\"\(submitted)\""
    #expect(try DatePlugin(Self.clause("at_least", "1年")).assess(members).assessment.findings.map(\.outcome) == [outcome])
  }

  @Test(
    "What is absent or in the wrong order is unknown, with the reason",
    arguments: [
      ("", "未填写首次销售日期，请补充；未填写提交时间，请补充"), (",\"soldOn\":\"2023-03-01\"", "未填写提交时间，请补充"),
      (registered("2025-01-01", "2024-03-01"), "首次销售日期2025年1月1日晚于提交时间2024年3月1日，请核对"),
    ])
  func unknown(_ members: String, _ message: String) throws {
    let result = try DatePlugin(Self.clause("at_least", "1年")).assess(members)
    #expect(result.isSame)
    let finding = try #require(result.assessment.findings.first)
    #expect(finding.outcome == .unknown && finding.message == message)
    #expect(finding.evidence.map(\.field) == ["soldOn", "submittedAt"])
    #expect(finding.evidence.map(\.required) == [.text(">= 1年"), nil])
  }

  @Test("A birth after the fixed day is unknown, too")
  func bornAfter() throws {
    let plugin = try DatePlugin("'2024年1月1日40周岁', age_at(leader.birthDate, '2024年1月1日'):at_most '40周岁'")
    let finding = try #require(try plugin.assess(DateClauseTests.leader("2024-01-02")).assessment.findings.first)
    #expect(finding.outcome == .unknown && finding.message == "项目负责人出生日期2024年1月2日晚于2024年1月1日，请核对")
  }

  @Test("Both ends of a span may be dates, and a span may begin on a fixed day")
  func otherEnds() throws {
    let period = #","period":{"start":"2024-01-31","end":"2026-01-30"}"#
    let both = try DatePlugin("'q', months_between(period.start, period['end']):at_most('24个月', 'r')").assess(period).assessment
    #expect(both.findings.map(\.message) == ["项目开始至项目结束满23个月，不超过24个月"])
    let fixed = try DatePlugin("'2020年1月1日3年', years_between('2020年1月1日', soldOn):at_least '3年'")
    let finding = try #require(try fixed.assess(",\"soldOn\":\"2022-12-31\"").assessment.findings.first)
    #expect(finding.message == "2020年1月1日至首次销售满2年11个月，不足3年")
    #expect(finding.evidence == [Evidence(field: "soldOn", value: .text("2022-12-31"), required: .text(">= 3年 (2020-01-01)"))])
  }

  @Test(
    "Points grow with whole years",
    arguments: [("2024-02-29", 0), ("2024-03-01", 600), ("2028-06-01", 778), ("2033-03-01", 1000), ("2040-03-01", 1000)])
  func points(_ end: String, _ points: Int) throws {
    let plugin = try FailingPlugin(
      DatePlugin.fields
        + "direction { '1.1', priority { '1年', years_between(soldOn, submittedAt):at_least '1年', points = 1, full = '10年' } }")
    let assessment = try LaterFieldTests.assess(plugin, [Self.registered("2023-03-01", end)])[0].scanned
    #expect(assessment.items.map(\.points) == [points])
    if end == "2028-06-01" { #expect(assessment.items.map(\.reason) == ["5年，起评1年得六成，满10年得满分"]) }
  }

  @Test("A function receives the number of whole years, and its evidence is the two days")
  func functions() throws {
    let judge = "judge('够了', { years_between(soldOn, submittedAt) }, function(years) return years == 4 end)"
    let result = try DatePlugin("'够了', \(judge)").assess(Self.registered("2020-02-29", "2025-02-27"))
    #expect(result.isSame)
    #expect(result.assessment.findings.map(\.outcome) == [.met])
    #expect(result.assessment.findings[0].evidence.map(\.field) == ["soldOn", "submittedAt"])
    let absent = try DatePlugin("'够了', \(judge)").assess("").assessment.findings
    #expect(absent.map(\.message) == ["未填写首次销售日期，请补充；未填写提交时间，请补充"])
  }
}

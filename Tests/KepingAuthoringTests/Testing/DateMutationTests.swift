import Testing

@testable import KepingAuthoring

@Suite("A small change of a clause about dates is noticed only by a case that checks it")
struct DateMutationTests {
  static func born(_ day: String) -> String { "leader.birthDate: '\(day)'" }
  static func span(_ start: String, _ end: String) -> String { "period: { start: '\(start)', end: '\(end)' }" }

  static let after1973 = "priority { 'q', leader.birthDate:on_or_after('1973年1月1日', 'r') }"
  static let twoFields = "priority { 'q', period.start:before(submittedAt) }"
  static let years = "priority { 'q', years_between(period.start, period['end']):at_least('2年', 'r') }"
  static let age = "priority { 'q', age_at(leader.birthDate, '2024年1月1日'):at_most('40周岁', 'r') }"

  static let cases: [MutationTests.Change] = [
    MutationTests.Change(
      clause: after1973, change: "把“项目负责人出生日期不早于1973年1月1日”改为“项目负责人出生日期不早于1973年1月2日”",
      unaffected: [MutationTests.met(born("1973-01-02"))], noticing: MutationTests.met(born("1973-01-01"))),
    MutationTests.Change(
      clause: after1973, change: "把“项目负责人出生日期不早于1973年1月1日”改为“项目负责人出生日期不早于1972年12月31日”",
      unaffected: [MutationTests.met(born("1973-01-01"))], noticing: MutationTests.unmet(born("1972-12-31"))),
    MutationTests.Change(
      clause: after1973, change: "把“项目负责人出生日期不早于1973年1月1日”改为“项目负责人出生日期晚于1973年1月1日”",
      unaffected: [MutationTests.met(born("1973-01-02"))], noticing: MutationTests.met(born("1973-01-01"))),
    MutationTests.Change(
      clause: after1973, change: "把“项目负责人出生日期不早于1973年1月1日”改为“项目负责人出生日期早于1973年1月1日”",
      unaffected: [MutationTests.unknown("leader.birthDate: null")], noticing: MutationTests.met(born("1980-01-01"))),
    MutationTests.Change(
      clause: twoFields, change: "把“项目开始日期早于提交时间”改为“提交时间早于项目开始日期”",
      unaffected: [MutationTests.unmet("period.start: '2024-03-01', submittedAt: '2024-03-01T08:00:00+08:00'")],
      noticing: MutationTests.met("period.start: '2024-02-29', submittedAt: '2024-03-01T08:00:00+08:00'")),
    MutationTests.Change(
      clause: twoFields, change: "把“项目开始日期早于提交时间”改为“项目开始日期不晚于提交时间”",
      unaffected: [MutationTests.met("period.start: '2024-02-29', submittedAt: '2024-03-01T08:00:00+08:00'")],
      noticing: MutationTests.unmet("period.start: '2024-03-01', submittedAt: '2024-03-01T08:00:00+08:00'")),
    MutationTests.Change(
      clause: years, change: "把“项目开始至项目结束年限不低于2年”改为“项目开始至项目结束年限不低于3年”",
      unaffected: [MutationTests.met(span("2024-01-01", "2027-01-01"))],
      noticing: MutationTests.met(span("2024-01-01", "2026-01-01"))),
    MutationTests.Change(
      clause: years, change: "把“项目开始至项目结束年限不低于2年”改为“项目开始至项目结束年限不低于1年”",
      unaffected: [MutationTests.met(span("2024-01-01", "2026-01-01"))],
      noticing: MutationTests.unmet(span("2024-01-01", "2025-12-31"))),
    MutationTests.Change(
      clause: years, change: "把“项目开始至项目结束年限不低于2年”改为“项目开始至项目结束年限高于2年”",
      unaffected: [MutationTests.met(span("2024-01-01", "2026-01-02"))],
      noticing: MutationTests.met(span("2024-01-01", "2026-01-01"))),
    MutationTests.Change(
      clause: years, change: "“项目开始至项目结束年限”的起止日期对调", unaffected: [MutationTests.unknown("period: null")],
      noticing: MutationTests.met(span("2024-01-01", "2026-01-01"))),
    MutationTests.Change(
      clause: age, change: "把“项目负责人年龄（截至2024年1月1日）”改为“项目负责人年龄（截至2024年1月2日）”",
      unaffected: [MutationTests.met(born("1984-01-02"))], noticing: MutationTests.met(born("1984-01-01"))),
    MutationTests.Change(
      clause: age, change: "把“项目负责人年龄（截至2024年1月1日）”改为“项目负责人年龄（截至2023年12月31日）”",
      unaffected: [MutationTests.met(born("1984-01-01"))], noticing: MutationTests.unmet(born("1983-12-31"))),
  ]

  @Test("A change survives the cases that it does not affect, but not the case that checks it", arguments: cases)
  func changes(_ item: MutationTests.Change) throws { try MutationTests().changes(item) }

  @Test("The dates that filter a list change by a day, and their comparisons change")
  func filters() throws {
    func survivors(_ cases: [String]) throws -> [String] {
      let tests = try TestedPlugin(
        "priority { 'q', devices:any('新', { boughtOn = after('2020年1月1日', 'r') }) }", cases: cases,
        before: "fields { devices = list('设备', { boughtOn = date '购置日期' }, 'none') }"
      ).tests()
      try #require(tests.run().flatMap(\.differences).isEmpty)
      return tests.mutate().survivors.filter { $0.clause == "1.1/priority/1" }.map(\.change.chinese)
    }
    func devices(_ day: String) -> String { "devices: [{ boughtOn: '\(day)' }]" }
    let changes = ["不问购置日期"] + ["晚于2019年12月31日", "晚于2020年1月2日", "不早于2020年1月1日", "不晚于2020年1月1日"].map { "的购置日期改为\($0)" }
    #expect(try survivors(["{ name: 别的, problems: [] }"]) == changes.map { "“新”\($0)" })
    let cases = [MutationTests.unmet(devices("2020-01-01")), MutationTests.met(devices("2020-01-02"))]
    #expect(try survivors(cases) == [])
  }
}

import KepingCore
import KepingPrograms
import Testing

@Suite("The configuration changes the bounds of dates and spans")
struct DateBoundTests {
  @Test(
    "A changed day counts, and the message says so",
    arguments: ["1974年1月1日", "1974-01-01", "\"1974年01月01日\""])
  func day(_ bound: String) throws {
    let plugin = try DatePlugin(
      "'1973年1月1日', leader.birthDate:on_or_after '1973年1月1日'", "bounds: { 1.1/condition/1: \(bound) }\n")
    #expect(plugin.programs.configurationFaults == [])
    let finding = try #require(try plugin.assess(DateClauseTests.leader("1973-06-01")).assessment.findings.first)
    #expect(finding.outcome == .unmet)
    #expect(finding.message == "项目负责人出生于1973年6月1日，早于1974年1月1日（按配置调整，原为1973年1月1日）")
    #expect(finding.evidence.map(\.required) == [.text(">= 1974-01-01")])
  }

  @Test("The same day in another notation is no change")
  func sameDay() throws {
    let plugin = try DatePlugin(
      "'1973年1月1日', leader.birthDate:on_or_after '1973年1月1日'", "bounds: { 1.1/condition/1: 1973-01-01 }\n")
    let finding = try plugin.assess(DateClauseTests.leader("1973-06-01")).assessment.findings.first
    #expect(finding?.message == "项目负责人出生于1973年6月1日，不早于1973年1月1日")
  }

  @Test("A changed span counts, in either unit", arguments: [("2年", "不足2年"), ("24个月", "不足24个月")])
  func span(_ bound: String, _ phrase: String) throws {
    let plugin = try DatePlugin(SpanTests.clause("at_least", "1年"), "bounds: { 1.1/condition/1: \(bound) }\n")
    let finding = try #require(try plugin.assess(SpanTests.registered("2022-03-02", "2024-03-01")).assessment.findings.first)
    #expect(finding.outcome == .unmet && finding.message.hasSuffix("\(phrase)（按配置调整，原为1年）"))
  }

  @Test("Each of two days in one list check can be changed alone, and both at once")
  func filters() throws {
    let clause =
      "'q', devices:any('设备', { boughtOn = on_or_after('2020年1月1日', 'r') }), devices:any('旧', { boughtOn = before('2020年1月1日', 'r') })"
    let devices = #","devices":[{"boughtOn":"2020-06-01"}]"#
    for (bounds, outcome) in [
      ("", Outcome.unmet), ("1.1/condition/1/2: 2021-01-01", .met), ("1.1/condition/1/1: 2021-01-01", .unmet),
      ("1.1/condition/1/1: 2020-06-01, 1.1/condition/1/2: 2020-06-02", .met),
    ] {
      let plugin = try DatePlugin(clause, "bounds: { \(bounds) }\n")
      #expect(plugin.programs.configurationFaults == [])
      #expect(try plugin.assess(devices).assessment.findings.map(\.outcome) == [outcome], "\(bounds)")
    }
  }

  @Test(
    "A bound of another dimension is refused",
    arguments: [
      ("'1973年1月1日', leader.birthDate:on_or_after '1973年1月1日'", "40周岁", "wrong-unit"),
      ("'1973年1月1日', leader.birthDate:on_or_after '1973年1月1日'", "1974年1月", "invalid-date"),
      ("'1973年1月1日', leader.birthDate:on_or_after '1973年1月1日'", "1974-02-30", "invalid-date"),
      ("'1973年1月1日', leader.birthDate:on_or_after '1973年1月1日'", "1974年", "wrong-unit"),
      (SpanTests.clause("at_least", "1年"), "1974-01-01", "wrong-unit"), (SpanTests.clause("at_least", "1年"), "2件", "wrong-unit"),
      (SpanTests.clause("at_least", "1年"), "1.5年", "wrong-unit"),
      ("'q', budget.total:at_least('1元', 'r')", "1974-01-01", "wrong-unit"),
      ("'q', leader.birthYear:at_least('1973年', 'r')", "1974-01-01", "wrong-unit"),
    ])
  func refused(_ clause: String, _ bound: String, _ code: String) throws {
    var faults: [Diagnostic] = []
    _ = Configuration("bounds: { 1.1/condition/1: \(bound) }\n", path: "keping.yaml", faults: &faults)
    let plugin = try DatePlugin(clause, "bounds: { 1.1/condition/1: \(bound) }\n")
    #expect((faults + plugin.programs.configurationFaults).map(\.code) == [code])
  }
}

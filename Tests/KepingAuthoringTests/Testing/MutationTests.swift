import KepingCore
import Testing

@testable import KepingAuthoring

@Suite("A small change of a program is noticed only by a case that checks the changed part")
struct MutationTests {
  /// A change to a clause, cases that do not notice it, and one that does.
  struct Change: CustomTestStringConvertible, Sendable {
    let clause: String
    let change: String
    /// The cases that pass with and without the change.
    var unaffected: [String] = ["{ name: 别的, problems: [] }"]
    /// The case that fails with the change.
    let noticing: String
    var testDescription: String { change }
  }

  static func met(_ with: String) -> String { "{ clause: 1.1/priority/1, met: [{ \(with) }] }" }
  static func unmet(_ with: String) -> String { "{ clause: 1.1/priority/1, unmet: [{ \(with) }] }" }
  static func unknown(_ with: String) -> String { "{ clause: 1.1/priority/1, unknown: [{ \(with) }] }" }
  static func earns(_ points: String, _ with: String) -> String {
    let name = "分\(points)和\(with.utf8.reduce(0) { $0 &* 31 &+ Int($1) })"
    return "{ name: \(name), with: { \(with) }, points: { 1.1/priority/1: \(points) } }"
  }

  static let atLeast2 = "priority { 'q', e.n:at_least('2个', 'r') }"
  static let twoOf = "priority { 'q', e.done, e.n:at_least('1个', 'r') }"
  static let oneOf = "priority { 'q', any_of { e.done, e.n:at_least('1个', 'r') } }"
  static let partner =
    "priority { 'q', partners:any('伙', { kind = { 'enterprise', 'university' }, region = within('4510', applicant.region) }) }"
  static let reach = "priority { 'q', e.n:at_least('1个', 'r'), points = 99, full = '11个' }"
  static let shared = "priority { 'q', any_of { e.done, e.ready }, points = 1, grade = share { e.done, e.ready } }"
  static func kinds(_ kind: String, _ region: String) -> String { "partners: [{ name: 伙, kind: \(kind), region: \(region) }]" }

  static let checks: [Change] = [
    Change(clause: atLeast2, change: "把“数不低于2个”改为“数不低于3个”", unaffected: [met("e.n: 3")], noticing: met("e.n: 2")),
    Change(clause: atLeast2, change: "把“数不低于2个”改为“数不低于1个”", unaffected: [met("e.n: 2")], noticing: unmet("e.n: 1")),
    Change(clause: atLeast2, change: "把“数不低于2个”改为“数高于2个”", unaffected: [met("e.n: 3")], noticing: met("e.n: 2")),
    Change(clause: atLeast2, change: "把“数不低于2个”改为“数低于2个”", unaffected: [unknown("e.n: null")], noticing: met("e.n: 9")),
    Change(
      clause: "priority { 'q', e.n:at_most('2个', 'r') }", change: "把“数不超过2个”改为“数低于2个”", unaffected: [met("e.n: 1")],
      noticing: met("e.n: 2")),
    Change(
      clause: "priority { 'q', e.n:more_than('2个', 'r') }", change: "把“数高于2个”改为“数不低于2个”", unaffected: [met("e.n: 3")],
      noticing: unmet("e.n: 2")),
    Change(
      clause: "priority { 'q', e.n:less_than('2个', 'r') }", change: "把“数低于2个”改为“数不超过2个”", unaffected: [met("e.n: 1")],
      noticing: unmet("e.n: 2")),
    Change(
      clause: "priority { 'q', e.money:at_least('1万元', 'r') }", change: "把“钱不低于1万元”改为“钱不低于1.0001万元”",
      unaffected: [met("e.money: 10001")], noticing: met("e.money: 10000")),
    Change(
      clause: "priority { 'q', e.n:more_than(e.m) }", change: "把“数高于另”改为“数不低于另”", unaffected: [met("e.n: 2")],
      noticing: unmet("e.n: 1")),
    Change(
      clause: "priority { 'q', e.n:more_than(e.m) }", change: "把“数高于另”改为“另高于数”", unaffected: [unmet("e.n: 1")],
      noticing: met("e.n: 2")),
    Change(
      clause: twoOf, change: "“完成为“是””、“数不低于1个”之间的“且”改为“或”", unaffected: [met("e.n: 1")], noticing: unmet("e.done: false")),
    Change(
      clause: oneOf, change: "“完成为“是””、“数不低于1个”之间的“或”改为“且”", unaffected: [met("e.n: 1")], noticing: met("e.done: false")),
    Change(clause: twoOf, change: "去掉“完成为“是””", unaffected: [met("e.n: 1")], noticing: unmet("e.done: false")),
    Change(clause: oneOf, change: "去掉“数不低于1个”", unaffected: [met("e.n: 1")], noticing: met("e.done: false")),
    Change(
      clause: "priority { 'q', negate(e.done) }", change: "去掉“不是“完成为“是”””的“不是”", unaffected: [unknown("e.done: null")],
      noticing: unmet("e.done: true")),
    Change(
      clause: "priority { 'q', leave_open(e.done, 'r') }", change: "“完成为“是””不再留待人工认定", unaffected: [met("e.done: true")],
      noticing: unknown("e.done: false")),
    Change(
      clause: "priority { 'q', e.done }", change: "把“完成为“是””反过来", unaffected: [unknown("e.done: null")],
      noticing: met("e.done: true")),
    Change(
      clause: "priority { 'q', e.done:given() }", change: "把“已填写完成”反过来", unaffected: [unknown("e.done: null")],
      noticing: met("e.done: true")),
    Change(
      clause: "priority { 'q', e.kind:is { 'a', 'b' } }", change: "“类为甲、乙之一”去掉“甲”", unaffected: [met("e.kind: b")],
      noticing: met("e.kind: a")),
    Change(
      clause: "priority { 'q', e.kind:is 'a' }", change: "把“类为甲”反过来", unaffected: [unknown("e.kind: null")],
      noticing: met("e.kind: a")),
    Change(
      clause: "priority { 'q', e.tags:has 'p' }", change: "把“标包括寅”反过来", unaffected: [unknown("e.tags: [别的]")],
      noticing: met("e.tags: [p]")),
    Change(clause: "priority { 'q', partners:some() }", change: "把“有联合申报单位”改为“没有联合申报单位”", noticing: met("")),
    Change(clause: "priority { 'q', partners:none() }", change: "把“没有联合申报单位”改为“有联合申报单位”", noticing: unmet("")),
    Change(
      clause: "priority { 'q', applicant.region:within('4510', '百色') }",
      change: "把“申报单位行政区划代码在百色（4510开头）”改为“申报单位行政区划代码在百色（451开头）”",
      unaffected: [met(""), unmet("applicant.region: '440100'")], noticing: unmet("applicant.region: '451100'")),
    Change(
      clause: "priority { 'q', judge('判', { e.n }, function(n) return n > 1 end) }", change: "把“判（由插件函数按数计算）”反过来",
      unaffected: [unknown("e.n: null")], noticing: met("e.n: 2")),
    Change(
      clause: "priority { 'q', e.done, applies_when = e.ready }", change: "去掉适用条件", unaffected: [met("e.ready: true")],
      noticing: "{ clause: 1.1/priority/1, notApplicable: [{ e.ready: false }] }"),
    Change(
      clause: "priority { 'q', e.done, applies_when = e.ready }", change: "适用条件中，把“就绪为“是””反过来",
      unaffected: [unknown("e.ready: null")], noticing: met("e.ready: true")),
  ]

  static let lists: [Change] = [
    Change(clause: partner, change: "“伙”不问单位类型", unaffected: [met("")], noticing: unmet(kinds("hospital", "'451002'"))),
    Change(
      clause: partner, change: "“伙”的单位类型反过来", unaffected: [unmet(kinds("university", "'440100'"))], noticing: met("")),
    Change(clause: partner, change: "“伙”的单位类型去掉“企业”", unaffected: [met("")], noticing: met(kinds("enterprise", "'451002'"))),
    Change(clause: partner, change: "“伙”不问行政区划代码", unaffected: [met("")], noticing: unmet(kinds("university", "'440100'"))),
    Change(
      clause: partner, change: "“伙”的行政区划代码只看开头的451", unaffected: [met(""), unmet(kinds("university", "'440100'"))],
      noticing: unmet(kinds("university", "'451100'"))),
    Change(
      clause: partner, change: "“伙”未填写行政区划代码的，不以别的区划代替", unaffected: [met("")],
      noticing: met(kinds("university", "null"))),
    Change(
      clause: "priority { 'q', units:any('伙', { kind = 'enterprise' }) }", change: "“伙”不算申报单位自己",
      unaffected: [unmet("applicant.kind: hospital")], noticing: met("")),
  ]

  static let quantities: [Change] = [
    Change(
      clause: "priority { 'q', e.ip:sum():at_least('1个', 'r') }", change: "“权合计”去掉“子”",
      unaffected: [met("e.ip: { y: 1 }")], noticing: met("e.ip: { x: 1 }")),
    Change(
      clause: "priority { 'q', total_of { e.n, e.m }:at_least('2个', 'r') }", change: "“数与另合计”去掉“数”",
      unaffected: [met("e.m: 2")], noticing: met("e.m: 0")),
    Change(
      clause: "priority { 'q', total_of { e.n, e.m }:at_least('2个', 'r') }", change: "“数与另合计”须各项都已填写",
      unaffected: [met("e.m: 2")], noticing: met("e.m: null")),
    Change(
      clause: "priority { 'q', (e.n + e.m):at_least('2个', 'r') }", change: "“数与另合计”只加已填写的",
      unaffected: [met("e.m: 2")], noticing: unknown("e.m: null")),
    Change(
      clause: "priority { 'q', applicant.rdExpense[year - 1]:at_least('1元', 'r') }", change: "“上年（2023年）研发投入”按2022年",
      unaffected: [met("")], noticing: unknown("applicant.rdExpense: { '2022': 5 }")),
    Change(
      clause: "priority { 'q', judge('判', { e.ip:sum() }, function(n) return n > 0 end) }", change: "“权合计”去掉“丑”",
      unaffected: [met("e.ip: { x: 1 }")], noticing: met("e.ip: { y: 1 }")),
  ]

  static let functions: [Change] = [
    Change(
      clause: "priority { 'q', judge('判', { e.n, e.m }, function(n, m) return n + m >= 3 end) }", change: "“判”把“另”当作0",
      unaffected: [met("e.n: 3"), unmet("e.m: 0")], noticing: met("e.n: 2")),
    Change(
      clause: "priority { 'q', judge('判', { title }, function(t) return #t > 0 end) }", change: "“判”把“项目名称”当作空的",
      noticing: met("")),
    Change(
      clause: "priority { 'q', compute('算', { e.n }, function(n) return n * 2 end):at_least('4', 'r') }",
      change: "“算”的结果小一点（整数差1，其他差百分之一）", unaffected: [met("e.n: 3")], noticing: met("e.n: 2")),
    Change(
      clause: "priority { 'q', compute('算', { e.n }, function(n) return n / 8 end):at_least('0.25', 'r') }",
      change: "“算”的结果小一点（整数差1，其他差百分之一）", unaffected: [met("e.n: 3")], noticing: met("e.n: 2")),
    Change(
      clause: "priority { 'q', compute('算', { e.n }, function(n) return n * 2 end):at_least('5', 'r') }",
      change: "“算”的结果大一点（整数差1，其他差百分之一）", unaffected: [unmet("e.n: 1")], noticing: unmet("e.n: 2")),
    Change(
      clause: "priority { 'q', e.done, points = 99, grade = compute('等', { e.n }, function(n) return n / 4 end) }",
      change: "评分中，“等”少给一成", unaffected: [met("e.n: 2")], noticing: earns("49.5", "e.n: 2")),
    Change(
      clause: "priority { 'q', e.done, points = 99, grade = compute('等', { e.n }, function(n) return n / 4 end) }",
      change: "评分中，“等”多给一成", unaffected: [earns("99", "e.n: 4")], noticing: earns("49.5", "e.n: 2")),
    Change(
      clause: "priority { 'q', e.done, points = 99, grade = compute('等', { e.n, e.m }, function(n, m) return (n + m) / 8 end) }",
      change: "评分中，“等”把“另”当作0", unaffected: [earns("49.5", "e.n: 4, e.m: 0")], noticing: earns("49.5", "e.n: 3, e.m: 1")),
  ]

  static let fractions: [Change] = [
    Change(
      clause: "priority { 'q', e.rate:at_least('0.5', 'r') }", change: "把“率不低于0.5”改为“率不低于0.499”",
      unaffected: [unmet("e.rate: 0.4")], noticing: unmet("e.rate: 0.499")),
    Change(
      clause: "priority { 'q', e.rate:at_least('0.5', 'r') }", change: "把“率不低于0.5”改为“率不低于0.501”",
      unaffected: [met("e.rate: 0.6")], noticing: met("e.rate: 0.5")),
    Change(
      clause: "priority { 'q', e.part:at_most('30%', 'r') }", change: "把“占不超过30%”改为“占不超过30.01%”",
      unaffected: [unmet("e.part: 31")], noticing: unmet("e.part: 30.01")),
  ]

  static let grades: [Change] = [
    Change(clause: reach, change: "评分中，不分等次，符合即得满分", unaffected: [earns("99", "e.n: 11")], noticing: earns("79.2", "e.n: 6")),
    Change(clause: reach, change: "评分中，把“满11个”改为“满12个”", unaffected: [earns("59.4", "e.n: 1")], noticing: earns("99", "e.n: 11")),
    Change(clause: reach, change: "评分中，把“满11个”改为“满10个”", unaffected: [earns("99", "e.n: 11")], noticing: earns("95", "e.n: 10")),
    Change(clause: reach, change: "评分中，把“1个起评”改为“2个起评”", unaffected: [earns("99", "e.n: 11")], noticing: earns("59.4", "e.n: 1")),
    Change(clause: reach, change: "评分中，把“1个起评”改为“0个起评”", unaffected: [earns("99", "e.n: 11")], noticing: earns("59.4", "e.n: 1")),
    Change(
      clause: shared, change: "评分中，去掉“就绪为“是””", unaffected: [earns("50", "e.ready: true")],
      noticing: earns("25", "e.ready: false")),
    Change(
      clause: shared, change: "评分中，把“就绪为“是””反过来", unaffected: [earns("25", "e.ready: null")],
      noticing: earns("25", "e.ready: false")),
    Change(
      clause: "priority { 'q', e.n:at_least('1个', 'r'), points = 1, grade = reach(total_of { e.n, e.m }, '1个', '3个') }",
      change: "评分中，“数与另合计”去掉“另”", unaffected: [earns("50", "e.n: 3")], noticing: earns("50", "e.n: 2")),
  ]

  @Test(
    "A change survives the cases that it does not affect, but not the case that checks it",
    arguments: checks + lists + quantities + grades + functions + fractions)
  func changes(_ item: Change) throws {
    func survivors(_ cases: [String]) throws -> [String] {
      let tests = try TestedPlugin(item.clause, cases: cases).tests()
      let differences = tests.run().flatMap(\.differences)
      try #require(differences.isEmpty, "\(differences)")
      return tests.mutate().survivors.filter { $0.clause == "1.1/priority/1" }.map(\.change.chinese)
    }
    #expect(try survivors(item.unaffected).contains(item.change))
    #expect(try !survivors(item.unaffected + [item.noticing]).contains(item.change))
  }

  @Test("A survivor has the line of its check, and equal changes are numbered")
  func survivor() throws {
    let report = try TestedPlugin("priority { 'q', any_of { e.done, e.done } }", cases: ["{ name: 无, problems: [] }"]).tests()
      .mutate()
    let negations = report.survivors.filter { $0.change.english.hasPrefix("turn '完成为“是”' round") }
    #expect(negations.map(\.change.chinese) == ["把“完成为“是””反过来", "把“完成为“是””反过来（第2处）"])
    #expect(negations.map(\.location.line) == [6, 6])
    #expect(report.count == report.killed + report.survivors.count)
  }

  @Test("A case with a record that cannot be evaluated notices no change")
  func unevaluatedRecord() throws {
    let cases = ["{ name: 坏, with: { e.n: x }, verdict: error }"]
    #expect(try TestedPlugin("priority { 'q', e.done }", cases: cases).tests().mutate().killed == 0)
  }
}

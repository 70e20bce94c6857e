import KepingCore
import KepingPlugins
import PluginFixtures
import Testing

@Suite("A limit states how many applications one holder may submit")
struct SubmissionLimitTests {
  static let points = "target { '企业', applicant.kind:is 'enterprise', points = 1 }"

  /// Returns the program with Lua in its direction and outside of it.
  static func program(_ inside: String = "", outside: String = "") -> String {
    "\(outside)\ndirection { '1.1', \(points), \(inside) }"
  }

  /// Returns what a limit says in one line.
  static func outline(_ limit: SubmissionLimit) -> String {
    let terms = limit.terms
    return "\(limit.clause) \(limit.bound) \(terms.per) \(terms.within) \(terms.over) \(terms.ongoing.map { "\($0)" } ?? "-")"
  }

  @Test(
    "The options of a limit have defaults, of which the scope depends on its place", arguments: [1, 2],
    [
      ("per = 'applicant'", "1.1/limit/1 1 applicant direction ask -"),
      ("per = 'leader', within = 'direction'", "1.1/limit/1 1 leader direction ask -"),
      ("per = 'unit', within = 'projectType', over = 'all'", "1.1/limit/1 1 unit projectType all -"),
      ("per = 'applicant', within = 'plan', over = 'best', ongoing = true", "1.1/limit/1 1 applicant plan best all"),
      ("per = 'leader', over = 'earliest', ongoing = 'overdue'", "1.1/limit/1 1 leader direction earliest overdue"),
      ("per = 'leader', over = 'ask', ongoing = false", "1.1/limit/1 1 leader direction ask -"),
    ])
  func options(_ api: Int, _ limit: (options: String, expected: String)) throws {
    let loaded = try TemporaryPlugin(Self.program("limit { '限报1项', '1项', \(limit.options) }"), api: api).load()
    #expect(loaded.program.submissionLimits.map(Self.outline) == [limit.expected])
    #expect(loaded.program.directions[0].limits.isEmpty && loaded.program.clauses.isEmpty)
    #expect(loaded.program.directions[0].answeredClauses.count == 1)
  }

  @Test("Limits outside of directions count the plan and are numbered by it")
  func outside() throws {
    let outside = """
      limit { '每人限报1项', '1项', per = 'leader' }
      local shared = limit { '每家限报2项', '2项', per = 'applicant' }
      limit { '每单位3项', '3项', per = 'unit', within = 'projectType' }
      """
    let loaded = try TemporaryPlugin(Self.program("limit { '接受1个', '1个' }, shared", outside: outside)).load()
    #expect(
      loaded.program.submissionLimits.map(Self.outline) == [
        "demo/limit/1 1 leader plan ask -", "demo/limit/2 3 unit projectType ask -", "1.1/limit/2 2 applicant direction ask -",
      ])
    #expect(loaded.program.directions[0].limits.map(\.clause) == ["1.1/limit/1"])
    #expect(loaded.locations[clause: "demo/limit/2"]?.line == 3)
  }

  @Test(
    "Wrong options and bounds of a limit are refused",
    arguments: [
      ("limit { '限报1项', '1项', within = 'plan' }", "wrong-argument", "没有 per，“within”不起作用"),
      ("limit { '限报1项', '1项', over = 'best' }", "wrong-argument", "没有 per，“over”不起作用"),
      ("limit { '限报1项', '1项', ongoing = true }", "wrong-argument", "没有 per，“ongoing”不起作用"),
      ("limit { '限报1项', '1项', per = 'applicants' }", "unknown-value", "是否应为“applicant”"),
      ("limit { '限报1项', '1项', per = 'unit', within = 'project' }", "unknown-value", "within 不能是“project”"),
      ("limit { '限报1项', '1项', per = 'unit', within = 'round' }", "unknown-value", "within 不能是“round”"),
      ("limit { '限报1项', '1项', per = 'unit', over = 'bests' }", "unknown-value", "是否应为“best”"),
      ("limit { '限报1项', '1项', per = 'unit', ongoing = 'overdues' }", "unknown-value", "是否应为“overdue”"),
      ("limit { '限报1项', '1项', per = 'unit', ongoing = 1 }", "wrong-argument", "ongoing 应为 true、\"overdue\""),
      ("limit { '限报1项', '1项', per = true }", "wrong-argument", "per 应为 \"applicant\"、\"leader\"、\"unit\""),
      ("limit { '限报1项', '1项', pers = 'unit' }", "unknown-option", "是否应为“per”"),
      ("limit { '限报1项', '2项', per = 'unit' }", "bound-not-quoted", "界限“2项”不在条款原文“限报1项”中"),
      ("limit { '限报11项', '1项', per = 'unit' }", "bound-not-quoted", "界限“1项”不在"),
      ("limit { '限报0项', '0项', per = 'unit' }", "invalid-bound", "1至9999项"),
      ("limit { '限报10000项', '10000项', per = 'unit' }", "invalid-bound", "1至9999项"),
      ("limit { '限报1万元', '1万元', per = 'unit' }", "wrong-argument", "limit 应写作"),
      ("limit { '限报1项', '1项', '理由', '多', per = 'unit' }", "wrong-argument", "limit 应写作"),
    ])
  func faults(_ limit: String, _ code: String, _ message: String) throws {
    for program in [Self.program(limit), Self.program(outside: limit)] {
      let fault = try #require(try TemporaryPlugin.fault(program))
      #expect(fault.code == code && fault.wording.chinese.contains(message), "\(fault.wording.chinese)")
    }
  }

  @Test(
    "A bound need not be in the quote if a reason is given; without per it is compared only from api 2 on",
    arguments: [
      ("limit { '限报少量', '1项', '按1项掌握', per = 'applicant' }", nil, nil), ("limit { '限报１项', '1项', per = 'unit' }", nil, nil),
      ("limit { '限报两项', '1项', per = 'applicant' }", "bound-not-quoted", "bound-not-quoted"),
      ("limit { '限报一项', '1项', per = 'unit' }", nil, nil),
      ("limit { '接受少量项目', '1个' }", nil, "bound-not-quoted"), ("limit { '接受少量项目', '1个', '按1个掌握' }", nil, nil),
      ("limit { '接受1个项目', '1个' }", nil, nil), ("limit { '限报9999项', '9999项', per = 'unit' }", nil, nil),
    ] as [(String, String?, String?)])
  func quotes(_ limit: String, _ first: String?, _ second: String?) throws {
    for (api, code) in [(1, first), (2, second)] {
      var found: String?
      do { _ = try TemporaryPlugin(Self.program(limit), api: api).load() } catch let error as Diagnostic { found = error.code }
      #expect(found == code)
    }
  }

  @Test("A limit without per outside of a direction is unused, and there may be at most 200 limits with per")
  func places() throws {
    #expect(try TemporaryPlugin.fault(Self.program(outside: "limit { '接受1个', '1个' }"))?.code == "unused-node")
    let limit = "limit { '限报1项', '1项', per = 'unit' }"
    for (count, code) in [(200, nil), (201, "too-complex")] as [(Int, String?)] {
      let loop = "for i = 1, \(count) do \(limit) end"
      #expect(try TemporaryPlugin.fault(Self.program(outside: loop))?.code == code)
      let list = "local t, one = {}, \(limit) for i = 1, \(count) do t[i] = one end"
      #expect(try TemporaryPlugin.fault(Self.program("t", outside: list))?.code == code)
    }
  }

  @Test(
    "The rule of a limit is a sentence with its options",
    arguments: [
      ("per = 'applicant'", "每个申报单位在本方向最多1项；超过的由主管部门认定", "每个申报单位在本计划最多1项；超过的由主管部门认定"),
      ("per = 'leader', within = 'projectType', over = 'all'", "每个项目负责人在本项目类型最多1项；超过的都不参加评选", "每个项目负责人在每个项目类型最多1项；超过的都不参加评选"),
      (
        "per = 'unit', within = 'direction', over = 'best', ongoing = true",
        "每个单位（申报和联合申报合计）在本方向最多1项（在研和到期未验收的项目计入）；超过的按得分取舍", "每个单位（申报和联合申报合计）在每个方向最多1项（在研和到期未验收的项目计入）；超过的按得分取舍"
      ),
      (
        "per = 'unit', within = 'plan', over = 'earliest', ongoing = 'overdue'",
        "每个单位（申报和联合申报合计）在本计划最多1项（到期未验收的项目计入）；超过的按提交时间先后取舍",
        "每个单位（申报和联合申报合计）在本计划最多1项（到期未验收的项目计入）；超过的按提交时间先后取舍"
      ),
    ])
  func rules(_ options: String, _ inside: String, _ outside: String) throws {
    let limit = "limit { '限报1项', '1项', \(options) }"
    let loaded = try TemporaryPlugin(Self.program(limit, outside: limit)).load()
    #expect(loaded.program.submissionLimits.map(\.rule) == [outside, inside])
  }
}

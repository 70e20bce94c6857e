import KepingCore
import PluginFixtures
import Testing

@testable import KepingPlugins

@Suite("The vocabulary of dates says what is wrong")
struct DateVocabularyTests {
  static func program(_ clause: String) -> String {
    """
    fields { soldOn = date '首次销售日期', n = count '数', devices = list('设备', { boughtOn = date '购置日期', isNew = flag '全新' }) }
    direction { '1.1', target { \(clause) }, criterion { '名称', points = 1, grade = title:given() } }
    """
  }

  @Test(
    "A date stands in the quote of its clause in any usual notation, or has a reason",
    arguments: [
      ("1973年1月1日以后出生", "1973年1月1日"), ("1973年01月01日以后出生", "1973-01-01"), ("1973-01-01以后出生", "1973年1月1日"),
      ("１９７３年１月１日以后出生", "1973年1月1日"), ("1973.1.1以后出生", "1973年1月1日"), ("1973/01/01以后出生", "1973年1月1日"),
      ("年轻", "1973年1月1日', '局里的约定"),
    ])
  func quoted(_ quote: String, _ date: String) throws {
    #expect(try TemporaryPlugin.fault(Self.program("'\(quote)', leader.birthDate:on_or_after('\(date)')")) == nil)
  }

  @Test(
    "A faulty use of dates is refused",
    arguments: [
      ("'q', soldOn:before '2020年1月1日'", "bound-not-quoted", "2020年1月1日"),
      ("'12020年1月1日', soldOn:before '2020年1月1日'", "bound-not-quoted", "2020年1月1日"),
      ("'2020-1-12', soldOn:before '2020年1月1日'", "bound-not-quoted", "2020年1月1日"),
      ("'2020年1月', soldOn:before '2020年1月'", "invalid-date", "如“2020年1月1日”"),
      ("'2021年2月29日', soldOn:before '2021年2月29日'", "invalid-date", "没有"),
      ("'q', soldOn:before(2020)", "wrong-argument", "而不是数 2020"),
      ("'q', soldOn:before()", "wrong-argument", "nil"), ("'q', soldOn:before(n)", "wrong-argument", "字段 n 不是日期或时间"),
      ("'q', n:before('2020年1月1日', 'r')", "unknown-member", "before"),
      ("'q', soldOn:at_least('1年', 'r')", "wrong-argument", "soldOn"),
      ("'q', soldOn", "wrong-argument", "soldOn"), ("'q', soldOn:is 'x'", "unknown-member", "is"),
      ("'q', years_between(soldOn, n):at_least('1年', 'r')", "wrong-argument", "字段 n 不是日期或时间"),
      ("'q', years_between('2020年1月1日', '2021年1月1日'):at_least('1年', 'r')", "wrong-argument", "至少有一个是字段"),
      ("'q', years_between(soldOn):at_least('1年', 'r')", "wrong-argument", "years_between"),
      ("'q', years_between(soldOn, submittedAt):at_least('1.5年', 'r')", "invalid-bound", "整年或整月"),
      ("'q', years_between(soldOn, submittedAt):at_least('1件', 'r')", "invalid-bound", "整年或整月"),
      ("'q', years_between(soldOn, submittedAt):at_least('10000年', 'r')", "invalid-bound", "整年或整月"),
      ("'q', years_between(soldOn, submittedAt):at_least '1年'", "bound-not-quoted", "1年"),
      ("'40周岁', age_at(leader.birthDate, '2024年1月1日'):at_most '40周岁'", "bound-not-quoted", "2024年1月1日"),
      ("'q', years_between(soldOn, submittedAt):at_least(n)", "wrong-argument", "只能与界限比较"),
      ("'q', n:at_least(years_between(soldOn, submittedAt))", "wrong-argument", "只能与界限比较"),
      ("'q', (years_between(soldOn, submittedAt) + n):at_least('1年', 'r')", "wrong-argument", "不能相加"),
      ("'q', years_between(soldOn, submittedAt):at_least('18个月', 'r'), points = 1, full = '5年'", "wrong-unit", "整年"),
      ("'q', years_between(soldOn, submittedAt):at_least('1年', 'r'), points = 1, full = '50个月'", "wrong-unit", "整年"),
      ("'q', devices:any('新', { boughtOn = true })", "wrong-argument", "boughtOn"),
      ("'q', devices:any('新', { boughtOn = '2020年1月1日' })", "wrong-argument", "boughtOn"),
      ("'q', devices:any('新', { isNew = after('2020年1月1日', 'r') })", "wrong-argument", "isNew"),
      ("'q', devices:any('新', { boughtOn = after '2020年1月1日' })", "bound-not-quoted", "2020年1月1日"),
      ("'q', title:given(), after('2020年1月1日', 'r')", "wrong-argument", "日期范围"),
    ])
  func refused(_ clause: String, _ code: String, _ message: String) throws {
    let fault = try TemporaryPlugin.fault(Self.program(clause))
    #expect(fault?.code == code, "\(fault?.wording.chinese ?? "")")
    #expect(fault?.wording.chinese.contains(message) == true, "\(fault?.wording.chinese ?? "")")
  }

  @Test("The last day of the project has the name of a keyword, and the message says how to write it")
  func keyword() throws {
    let fault = try TemporaryPlugin.fault(Self.program("'q', period.end:given()"))
    #expect(fault?.code == "lua-syntax" && fault?.wording.chinese.contains("period[\"end\"]") == true)
    #expect(try TemporaryPlugin.fault(Self.program("'q', period['end']:given()")) == nil)
  }

  @Test("A range of dates that no filter uses is unused")
  func unused() throws {
    let fault = try TemporaryPlugin.fault("local _d = after '2020年1月1日'\n" + Self.program("'q', title:given()"))
    #expect(fault?.code == "unused-node")
  }

  @Test(
    "A clause states its checks and the fields that it reads",
    arguments: [
      ("'q', leader.birthDate:on_or_after('1973年1月1日', 'r')", "项目负责人出生日期不早于1973年1月1日（r）"),
      ("'q', soldOn:after(submittedAt)", "首次销售日期晚于提交时间"),
      ("'q', years_between(soldOn, submittedAt):at_least('1年', 'r')", "首次销售年限不低于1年（r）"),
      ("'q', age_at(leader.birthDate, '2024年1月1日'):at_most('40周岁', 'r')", "项目负责人年龄（截至2024年1月1日）不超过40周岁（r）"),
      ("'q', months_between(soldOn, submittedAt):less_than('18个月', 'r')", "首次销售月数低于18个月（r）"),
      ("'q', devices:any('新', { boughtOn = before('2020年1月1日', 'r') })", "有新（购置日期早于2020年1月1日）"),
    ])
  func descriptions(_ clause: String, _ description: String) throws {
    let program = try TemporaryPlugin(Self.program(clause)).load().program
    let check = try #require(program.directions[0].clauses[0].check)
    #expect(program.checks.description(of: check) == description)
    #expect(program.checks.fields(of: program.directions[0].clauses[0]).slots.isEmpty == false)
    #expect(program.checks.outcomes(of: program.directions[0].clauses[0], in: program.schema) == [.met, .unmet, .unknown])
  }
}

import KepingCore
import KepingPlugins
import PluginFixtures
import SystemPackage
import Testing

@testable import KepingAuthoring

@Suite("Every figure and word of comparison in a quote is answered, or explained")
struct FigureFaultTests {
  static let fields = """
    fields {
      benefit = money "经济效益", products = count "新产品", staff = count "职工人数", agreement = flag "近三年审计报告",
      expected = { standards = tally("标准", { { "local", "地方标准" }, { "industry", "行业标准" } }) },
    }
    """

  /// Returns the plugin of a direction with some clauses.
  static func plugin(_ clauses: String) throws -> TemporaryPlugin {
    try TemporaryPlugin(
      "\(fields)\ndirection { '1.1', criterion { '项', points = 1, grade = products:at_least '1项' },\n\(clauses) }")
  }

  /// Returns the faults as `code: the figure in the message`.
  static func faults(_ clauses: String) throws -> [String] {
    let loaded = try plugin(clauses).load()
    return FigureFaults.all(loaded, loaded.program).map { fault in
      let parts = fault.wording.chinese.split(separator: "“")
      return "\(fault.code): " + (parts.count > 1 ? parts[1].prefix { $0 != "”" } : "")
    }
  }

  @Test(
    "Figures with a bound",
    arguments: [
      "condition { '效益100万元以上', benefit:at_least '100万元' }", "condition { '效益一百万元以上', benefit:at_least('100万元', '一百万元') }",
      "condition { '新产品2项以上，标准1项以上', products:at_least '2项', expected.standards:sum():at_least '1项' }",
      "condition { '联合两家以上企业', partners:count({ kind = 'enterprise' }):at_least '2家' }",
      "condition { '研发占比不低于百分之三', ratio(applicant.rdExpense[2023], benefit):at_least '3%' }",
      "condition { '1973年1月1日以后出生', leader.birthDate:on_or_after '1973年1月1日' }",
      "condition { '1973年1月1日以后出生', leader.birthYear:at_least '1973年' }",
      "condition { '年龄不超过40周岁', age_at(leader.birthDate, submittedAt):at_most '40周岁' }",
      "condition { '申报单位不超过4个', partners:count():at_most('3个', '含牵头单位共4个，故联合单位不超过3个') }",
      "condition { '2023年研发投入100万元以上', applicant.rdExpense[2023]:at_least '100万元' }",
      "document { '附近三年审计报告', agreement }", "limit { '每家企业限报1项', '1项', per = 'applicant' }",
      "condition { '企业职工15人以上', staff:at_least '15人', applies_when = applicant.kind:is 'enterprise' }",
      "condition { '逾期2年以上的不得申报', products:less_than '2年' }",
      "target { '新产品1项以上，满5项得满分', products:at_least '1项', points = 1, full = '5项' }",
    ])
  func answered(_ clauses: String) throws { #expect(try Self.faults(clauses) == []) }

  @Test(
    "Figures without a bound",
    arguments: [
      (
        "condition { '年龄不超过40周岁（1973年1月1日以后出生），且职工15人以上', leader.birthYear:at_least '1973年' }",
        ["unanswered-figure: 不超过40周岁", "unanswered-figure: 15人以上"]
      ),
      ("condition { '新产品1项以上，标准1项以上', products:at_least '1项' }", ["unanswered-figure: 1项以上"]),
      ("condition { '2023年研发投入100万元以上', applicant.rdExpense[2022]:at_least '100万元' }", ["unanswered-figure: 2023年"]),
      ("document { '附近三年审计报告', products:some() }", ["unanswered-figure: 三年"]),
      ("notice { '2024年6月30日前另行通知' }", ["unanswered-figure: 2024年6月30日前"]),
      ("limit { '每家企业限报1项，最多2个合作单位', '1项', per = 'applicant' }", ["unanswered-figure: 最多2个"]),
      ("condition { '1973年5月1日以后出生', leader.birthYear:at_least '1973年' }", ["unanswered-figure: 1973年5月1日以后"]),
    ])
  func unanswered(_ clauses: String, _ faults: [String]) throws {
    // `some()` is a method of lists, and no count.
    let clauses = clauses.replacing("products:some()", with: "partners:some()")
    #expect(try Self.faults(clauses) == faults)
  }

  @Test(
    "A bound that is compared in another way than the quote says",
    arguments: [
      ("condition { '效益100万元以上', benefit:more_than '100万元' }", "以上", "more_than"),
      ("condition { '效益超过100万元', benefit:at_least '100万元' }", "超过", "at_least"),
      ("condition { '年龄不超过40周岁', age_at(leader.birthDate, submittedAt):less_than '40周岁' }", "不超过", "less_than"),
      ("condition { '职工15人以下', staff:at_least '15人' }", "以下", "at_least"),
      ("condition { '1973年1月1日以后出生', leader.birthDate:before '1973年1月1日' }", "以后", "before"),
    ])
  func contradicted(_ clause: String, _ word: String, _ comparison: String) throws {
    let loaded = try Self.plugin(clause).load()
    let faults = FigureFaults.all(loaded, loaded.program)
    #expect(faults.map(\.code) == ["contradicted-comparison"])
    #expect(faults.first?.wording.chinese.contains(word) == true)
    #expect(faults.first?.wording.english.contains("the check uses \(comparison);") == true)
  }

  @Test(
    "A word of comparison without a figure needs a chosen value before it, a label or two compared values",
    arguments: [
      ("condition { '市级以上平台', applicant.platforms:any('平台', { level = { 'municipal', 'regional', 'national' } }) }", []),
      ("condition { '市级以上平台', applicant.platforms:any('市级以上平台', { status = 'approved' }) }", []),
      ("condition { '市级以上平台', applicant.platforms:any('平台', { status = 'approved' }) }", ["unanswered-comparison: 市级以上"]),
      ("condition { '地方标准以上', expected.standards:sum():at_least('1项', '有就行') }", []),
      ("condition { '地方标准以上', products:at_least('1项', '有就行') }", ["unanswered-comparison: 地方标准以上"]),
      ("condition { '研发投入高于上年', applicant.rdExpense[2023]:more_than(applicant.rdExpense[2022]) }", []),
      ("condition { '研发投入高于上年', applicant.rdExpense[2023]:at_least('1元', '有就行') }", ["unanswered-comparison: 研发投入高于"]),
      ("condition { '符合以下条件之一', applicant.highTech }", []),
    ])
  func words(_ clause: String, _ faults: [String]) throws { #expect(try Self.faults(clause) == faults) }

  @Test("A reason explains the figures that it names, and must name one")
  func reasons() throws {
    let quote = "年龄不超过40周岁（1973年1月1日以后出生）"
    let clause = { (reason: String) in
      "condition { '\(quote)', leader.birthDate:on_or_after '1973年1月1日', because = '\(reason)' }"
    }
    #expect(try Self.faults(clause("“40周岁”就是括号里的出生日期")) == [])
    #expect(
      try Self.faults(clause("括号里写明了出生日期")).map { $0.prefix { $0 != ":" } } == ["unanswered-figure", "unneeded-reason"])
    #expect(try Self.faults(clause("按周岁算")).count == 2)
    #expect(
      try Self.faults("condition { '效益100万元以上', benefit:at_least '100万元', because = '100万元' }")
        == ["unneeded-reason: 100万元"])
    #expect(try Self.faults("notice { '市级以上平台另行通知', because = '“以上”由通知规定' }") == [])
    #expect(try Self.faults("limit { '2024年每家限报1项', '1项', per = 'applicant', because = '2024年是本指南的年度' }") == [])
  }

  @Test("One source line that makes clauses of several directions is told once, with their ids")
  func places() throws {
    let manifest = TemporaryPlugin.manifest.replacing(
      "{ id: \"1.1\", title: 方向 }",
      with: (1...5).map { "{ id: \"1.\($0)\", title: 方向\($0) }" }.joined(separator: ", "))
    let program = """
      local shared = condition { "职工15人以上", applicant.highTech, points = 1 }
      for n = 1, 5 do direction { "1." .. n, shared } end
      """
    let loaded = try TemporaryPlugin(program, manifest: manifest).load()
    let faults = FigureFaults.all(loaded, loaded.program)
    #expect(faults.count == 1 && faults[0].line == 1)
    #expect(faults[0].wording.chinese.hasPrefix("1.1/condition/1、1.2/condition/1、1.3/condition/1等5个条款 的引文有“15人以上”"))
    #expect(faults[0].wording.english.contains("1.3/condition/1 and 2 more has '15人以上'"))
  }

  @Test("The check of a plugin tells them apart from its faults, and the comparison with the guideline counts them as faults")
  func check() throws {
    let plugin = try Self.plugin("condition { '职工15人以上', applicant.highTech }")
    let check = PluginCheck(try Plugin(FilePath(plugin.folder.path)))
    #expect(check.hasNoErrors && check.figures.map(\.code) == ["unanswered-figure"])
    #expect(check.figures.allSatisfy { !$0.isRemark && $0.asRemark.isRemark })
    let text = try GuidelineText("计划一：演示\n项目类型1：类型\n方向1：方向\n职工15人以上", path: "指南.txt")
    #expect(Ledger(try plugin.load(), text).faults.map(\.code) == ["unanswered-figure"])
  }

  @Test(
    "Declared fields that no direction reads are one remark for each call of fields, unless it has a reason",
    arguments: [
      ("fields { a = flag '甲', b = flag '乙' }", ["unread-field"]), ("fields({ a = flag '甲' }, '三个专项共用一份申报书')", []),
      ("fields { used = flag '用' } fields({ a = flag '甲' }, '共用')", []),
      ("fields({ used = flag '用' }, '共用')", ["unneeded-reason"]),
      ("fields { used = flag '用', expected = { a = flag '甲' } }", ["unread-field"]),
    ])
  func fields(_ declaration: String, _ codes: [String]) throws {
    let use = declaration.contains("used") ? "used" : "applicant.highTech"
    let plugin = try TemporaryPlugin(
      "\(declaration)\ndirection { '1.1', condition { '条件', \(use), points = 1 } }")
    let found = PluginCheck(try Plugin(FilePath(plugin.folder.path))).diagnostics.filter {
      ["unread-field", "unneeded-reason"].contains($0.code)
    }
    #expect(found.map(\.code) == codes && found.allSatisfy { $0.isRemark && $0.line == 1 })
  }
}

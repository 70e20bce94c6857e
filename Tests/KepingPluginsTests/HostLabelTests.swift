import KepingCore
import PluginFixtures
import Testing

@testable import KepingPlugins

@Suite("A plugin may replace the labels of the host's fields by its own words")
struct HostLabelTests {
  static let direction = "direction { '1.1', target { '名称', title:given(), points = 1 } }\n"

  static func node(_ path: String, of schema: Schema) throws -> Schema.Node {
    var node: Int?
    for name in path.split(separator: ".") {
      node = schema.child(String(name), of: node)
      if node == nil { break }
    }
    return schema.nodes[try #require(node)]
  }

  @Test(
    "A label stands for a field, in a table for a field and what is in it",
    arguments: [
      ("title = '课题名称'", "title", "课题名称"), ("applicant = '牵头单位'", "applicant", "牵头单位"),
      ("applicant = { '牵头单位', kind = '机构类型' }", "applicant.kind", "机构类型"),
      ("applicant = { kind = { '机构类型', enterprise = '企业法人' } }", "applicant.kind", "机构类型"),
      ("applicant = { platforms = { '创新平台', level = '等级' } }", "applicant.platforms.level", "等级"),
      ("partners = { name = '机构名称' }", "partners.name", "机构名称"), ("members = '课题组'", "members", "课题组"),
      ("leader = { phone = '手机' }", "leader.phone", "手机"), ("contact = { email = '信箱' }", "contact.email", "信箱"),
      ("applicant = { region = { '所在区划', example = '520102' } }", "applicant.region", "所在区划"),
    ] as [(String, String, String)])
  func labels(_ table: String, _ path: String, _ label: String) throws {
    let schema = try TemporaryPlugin("labels { \(table) }\n" + Self.direction).load().program.schema
    #expect(try Self.node(path, of: schema).field.label == label)
    #expect(try Self.node(path, of: schema).field.isRelabelled)
    let host = Schema.host.nodes
    let isInPlace = zip(host, schema.nodes).allSatisfy {
      $0.slot == $1.slot && $0.path == $1.path && $0.field.name == $1.field.name
    }
    #expect(isInPlace)
  }

  @Test("A value gets a label, while its field and the other values keep theirs")
  func values() throws {
    let program = "labels { applicant = { platforms = { level = { regional = '省级' } } } }\n" + Self.direction
    let schema = try TemporaryPlugin(program).load().program.schema
    let field = try Self.node("applicant.platforms.level", of: schema).field
    #expect(field.label == "平台级别" && field.isRequired)
    #expect(field.type.choices.map(\.label) == ["县级", "市级", "省级", "国家级"])
    #expect(field.type.choices.map(\.otherLabels) == [[], [], ["自治区级"], []])
    #expect(try !Self.node("applicant.platforms.status", of: schema).field.isRelabelled)
  }

  @Test("A private field stays private under its new label")
  func privacy() throws {
    let program = "labels { contact = { phone = '手机' }, members = { idNumber = '身份证' } }\n" + Self.direction
    let schema = try TemporaryPlugin(program).load().program.schema
    #expect(try Self.node("contact.phone", of: schema).field.isPrivate)
    #expect(try Self.node("members.idNumber", of: schema).field.isPrivate)
  }

  @Test("Descriptions of checks and quantities have the plugin's words")
  func descriptions() throws {
    let program = """
      labels { applicant = { rdExpense = '研发费用', kind = { '机构类型', enterprise = '企业法人' }, region = '所在区划' } }
      direction { '1.1',
        target { '100万元以上', applicant.rdExpense[year - 1]:at_least '100万元', points = 1 },
        target { '企业', applicant.kind:is 'enterprise' }, target { '贵阳', applicant.region:within('5201', '贵阳市') } }
      """
    let loaded = try TemporaryPlugin(program).load().program
    let checks = loaded.directions[0].clauses.compactMap(\.check)
    #expect(
      checks.map { loaded.checks.description(of: $0) }
        == ["上年（2023年）研发费用不低于100万元", "机构类型为企业法人", "所在区划在贵阳市（5201开头）"])
  }

  @Test(
    "A wrong use of labels has its code, and a suggestion where a name is nearly right",
    arguments: [
      ("labels {}", "wrong-argument", "labels 应写作"), ("labels 'x'", "wrong-argument", "labels 应写作"),
      ("labels { '名称' }", "wrong-argument", "labels 应写作"),
      ("labels { aplicant = '单位' }", "unknown-member", "主程序没有字段“aplicant”；是否应为“applicant”？"),
      ("labels { applicant = { rdExpence = '研发费用' } }", "unknown-member", "主程序的字段 applicant 里没有“rdExpence”；是否应为“rdExpense”？"),
      ("labels { applicant = { platforms = { levle = '等级' } } }", "unknown-member", "是否应为“level”？"),
      (
        "labels { applicant = { platforms = { level = { reginal = '省级' } } } }", "unknown-value",
        "applicant.platforms.level 没有可选值“reginal”；是否应为“regional”？"
      ),
      ("labels { title = { short = '简称' } }", "unknown-member", "title 没有可选值"),
      ("labels { applicant = { region = { exmaple = '520102' } } }", "unknown-member", "是否应为“example”？"),
      ("labels { applicant = { region = { example = '5201' } } }", "wrong-argument", "520102（贵阳市南明区）"),
      ("labels { applicant = { region = { example = '5201021' } } }", "wrong-argument", "example"),
      ("labels { applicant = { region = { example = true } } }", "wrong-argument", "example"),
      ("labels { title = 1 }", "wrong-argument", "title 应写作"), ("labels { title = '' }", "wrong-argument", "title 应写作"),
      ("labels { title = {} }", "wrong-argument", "title 应写作"),
      ("labels { title = { '一', '二' } }", "wrong-argument", "title 应写作"),
      ("labels { title = { 1 } }", "wrong-argument", "title 应写作"),
      ("labels { applicant = { kind = { other = 3 } } }", "wrong-argument", "applicant.kind 应写作"),
      ("labels { id = '编号' }", "wrong-argument", "各专项里名称相同"), ("labels { year = '年度' }", "wrong-argument", "各专项里名称相同"),
      ("labels { direction = '方向' }", "wrong-argument", "各专项里名称相同"),
      ("labels { title = '甲' } labels { title = '乙' }", "duplicate-label", "program.lua:1 已经改过"),
      ("labels { applicant = { rdExpense = '高新技术企业' } }", "duplicate-label", "applicant.rdExpense 和 applicant.highTech"),
      ("labels { applicant = { platforms = { level = '平台状态' } } }", "duplicate-label", "applicant.platforms.level 和"),
      ("labels { partners = '科技创新平台' }", "duplicate-label", "partners 和 applicant.platforms"),
      ("labels { leader = { phone = '联系人电话' } }", "duplicate-label", "leader.phone 和 contact.phone"),
      ("labels { applicant = { kind = { other = '企业' } } }", "duplicate-label", "enterprise 和 other"),
      ("local _x = applicant.rdExpense labels { applicant = { rdExpense = '费用' } }", "labels-too-late", "program.lua:1 已经用到"),
      (
        "local _x = applicant.platforms labels { applicant = { platforms = { level = '等级' } } }", "labels-too-late",
        "platforms.level"
      ),
      ("local _x = units labels { partners = { kind = '类型' } }", "labels-too-late", "partners.kind"),
      ("labels { title = '甲\\n' }", "invalid-text", "不能换行"),
      ("labels({ title = '甲' }, 1)", "surplus-argument", "labels 没有这么多参数"),
    ] as [(String, String, String)])
  func mistakes(_ code: String, _ expected: String, _ part: String) throws {
    let fault = try #require(try TemporaryPlugin.fault(code + "\n" + Self.direction))
    #expect(fault.code == expected, "\(fault.wording.chinese)")
    #expect(fault.wording.chinese.contains(part), "\(fault.wording.chinese)")
    #expect(fault.line == 1)
  }

  @Test("A label must differ from those of the plugin's own fields, wherever these are declared")
  func ownFields() throws {
    let own = "fields { expected = { cost = money '研发费用' } }"
    let labels = "labels { applicant = { rdExpense = '研发费用' } }"
    for program in ["\(own)\n\(labels)\n", "\(labels)\n\(own)\n"] {
      let fault = try #require(try TemporaryPlugin.fault(program + Self.direction))
      #expect(fault.code == "duplicate-label" && fault.wording.chinese.contains("expected.cost"))
    }
    let fault = try #require(try TemporaryPlugin.fault("\(own) labels { expected = { cost = '费用' } }\n" + Self.direction))
    #expect(fault.code == "wrong-argument" && fault.wording.chinese.contains("写在 fields 里"))
  }

  @Test("Fields of different sheets may have the same label, and a plugin's own field may have one that was replaced")
  func sameLabel() throws {
    let programs = [
      "labels { partners = { kind = '机构类型' }, applicant = { kind = '机构类型' } }",
      "labels { applicant = { rdExpense = '研发费用' } } fields { expected = { cost = money '研发投入' } }",
      "labels { title = '甲' } labels { applicant = '乙' }",
      "local _x = applicant.name labels { applicant = { rdExpense = '研发费用' } }",
    ]
    for program in programs { #expect(try TemporaryPlugin.fault(program + "\n" + Self.direction) == nil) }
  }

  @Test("In api 1, a plugin's own field with the name of the word is the field")
  func laterWord() throws {
    let program = "fields { labels = count '标签' }\ndirection { '1.1', target { '2个', labels:at_least '2个', points = 1 } }\n"
    #expect(try TemporaryPlugin.fault(program) == nil)
    let fault = #expect(throws: Diagnostic.self) { try TemporaryPlugin(program, api: 2).load() }
    #expect(fault?.code == "reserved-name")
  }
}

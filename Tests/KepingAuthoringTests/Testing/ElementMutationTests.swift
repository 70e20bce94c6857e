import KepingCore
import KepingPlugins
import PluginFixtures
import Testing

@testable import KepingAuthoring

@Suite("Checks of lists and tiers have mutations and descriptions")
struct ElementMutationTests {
  static let fields = """
    fields {
      size = choice("规模", { large = "大型", small = "小型" }), isNew = flag "新设", sites = count "示范点",
      devices = list("设备", { name = text "名称", price = money "价格" }, "none"),
    }

    """

  /// Returns the changes of the first clause and its criterion, and the description of its check.
  static func load(_ clause: String) throws -> (changes: [String], description: String) {
    let program = fields + "direction { '1.1', \(clause), criterion { '分', points = 1, grade = share { isNew } } }"
    let loaded = try TemporaryPlugin(program).load()
    let direction = loaded.program.directions[0]
    let check = try #require(direction.clauses[0].check)
    let changes = Mutant.all(of: direction, loaded, ChangedFunctions(loaded)).filter { $0.clause == direction.clauses[0].id }.map(
      \.change.chinese)
    return (changes, loaded.program.checks.description(of: check))
  }

  @Test("A filter's bound moves by the smallest step, and each option of a list's check is changed")
  func lists() throws {
    let count = try Self.load("condition { '2台', devices:count { price = at_least('50万元', '大型') }:at_least '2台' }")
    #expect(count.description == "设备中价格不低于50万元的不低于2台")
    #expect(
      count.changes == [
        "把“设备中价格不低于50万元的不低于2台”改为“设备中价格不低于50万元的不低于1台”",
        "把“设备中价格不低于50万元的不低于2台”改为“设备中价格不低于50万元的不低于3台”",
        "把“设备中价格不低于50万元的不低于2台”改为“设备中价格不低于50万元的高于2台”",
        "把“设备中价格不低于50万元的不低于2台”改为“设备中价格不低于50万元的低于2台”", "“设备中价格不低于50万元的”不问价格",
        "“设备中价格不低于50万元的”的价格改为不低于49.9999万元", "“设备中价格不低于50万元的”的价格改为不低于50.0001万元",
        "“设备中价格不低于50万元的”的价格改为高于50万元", "“设备中价格不低于50万元的”的价格改为低于50万元",
      ])
    let every = try Self.load("condition { '全部', units:every('企业', { kind = 'enterprise' }) }")
    #expect(every.description == "申报单位与联合申报单位都是企业（单位类型为企业）")
    #expect(
      every.changes == [
        "把“申报单位与联合申报单位都是企业（单位类型为企业）”改为“有企业”", "“企业”不算申报单位自己", "“企业”不问单位类型", "“企业”的单位类型反过来",
      ])
    let names = try Self.load("condition { '1台', devices:any('甲乙', { name = { '甲', '乙' } }) }")
    #expect(names.description == "有甲乙（名称为“甲”、“乙”之一）")
    #expect(names.changes == ["“甲乙”不问名称", "“甲乙”的名称去掉“甲”", "“甲乙”的名称去掉“乙”"])
  }

  @Test("Tiers are negated, left out and exchanged")
  func tiers() throws {
    let found = try Self.load(
      "condition { '2个、1个', by { { size:is 'large', sites:at_least '2个' }, { all_of { isNew, title:given() }, sites:at_least '1个' }, isNew } }"
    )
    #expect(
      found.description == "规模为大型的，示范点不低于2个；新设为“是”，且已填写项目名称的，示范点不低于1个；其他情形，新设为“是”")
    for change in [
      "“示范点不低于2个”与“示范点不低于1个”对调", "“示范点不低于1个”与“新设为“是””对调", "把“新设为“是”，且已填写项目名称”反过来", "把“规模为大型”反过来",
      "去掉“规模为大型”", "去掉“新设为“是”，且已填写项目名称”",
    ] {
      #expect(found.changes.filter { $0 == change }.count == 1, "\(change): \(found.changes)")
    }
    let graded = try Self.load(
      "condition { '示范', isNew, points = 1, grade = by { { size:is 'large', reach(sites, '2个', '12个') }, share { isNew } } }")
    for change in ["评分中，去掉“规模为大型”", "评分中，把“规模为大型”反过来", "评分中，把“满12个”改为“满11个”", "评分中，把“新设为“是””反过来"] {
      #expect(graded.changes.contains(change), "\(change): \(graded.changes)")
    }
  }

  @Test("The linter knows the words for lists and tiers")
  func lint() throws {
    let code = """
      local large = at_least('50万元', '大型')
      local tiers = by { { expected.done, expected.sites:at_least('2个', '多') }, expected.done }
      direction { '1.1', not_applicable = 'lost',
        target { '完成', tiers, budget.items:any('大额', { amount = large }), units:every { kind = 'enterprise' }, points = 1 },
        target { '合计', budget.items:sum('amount', { amount = less_than('1万元', '小额') }):at_most('9万元', '多') } }
      """
    // The second definition of the direction is the only fault.
    #expect(try LintTests.check(code) == ["program.lua:7:13 duplicate-id"])
  }

  @Test(
    "A remark says that conditional clauses lose their points, unless the direction states what becomes of them",
    arguments: [
      ("", true, ["1.1/target/1"]), ("not_applicable = 'lost'", true, []), ("not_applicable = 'shared'", true, []),
      ("", false, []),
    ])
  func remarks(_ option: String, _ isConditional: Bool, _ expected: [String]) throws {
    let condition = isConditional ? ", applies_when = isNew" : ""
    let loaded = try TemporaryPlugin(
      Self.fields + "direction { '1.1', target { '示范', sites:at_least('1个', '有'), points = 1\(condition) },"
        + " target { '规模', size:is 'large', applies_when = isNew }, \(option) }"
    ).load()
    let remarks = ProgramRemarks.lostPoints(loaded)
    #expect(remarks.map(\.code) == expected.map { _ in "lost-points" } && remarks.allSatisfy(\.isRemark))
    for (remark, clause) in zip(remarks, expected) { #expect(remark.wording.chinese.contains("：\(clause)；")) }
  }
}

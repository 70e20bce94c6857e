import BatchFixtures
import KepingCore
import Testing

@testable import KepingPrograms

@Suite("The provenance names every setting of a selection that is not the default")
struct SelectionProvenanceTests {
  @Test(
    "A setting is named with its default and its value",
    arguments: [
      ("rulings: { confirm: never }", []), ("rulings: { confirm: pass }", ["rulings - confirm: never pass"]),
      ("selection: { 4.1: {} }", []), ("selection: { 4.1: { score: { rules: 100 }, reserve: 0, order: [score] } }", []),
      ("selection: { \"4\": {} }", ["selection jili-2024 4: 各自排序 4.1、4.2、4.3"]),
      (
        "selection: { 4.2: {}, \"4\": { places: 0 } }",
        ["selection jili-2024 4: 各自排序 4.1、4.3", "selection jili-2024 4/places: - 0"]
      ),
      (
        "selection: { 4.1: { places: 3, budget: 0.5万元, floor: 60.50, at-least: 2, reserve: 1, when-full: skip, tie-at-cut: all } }",
        [
          "selection jili-2024 4.1/places: - 3", "selection jili-2024 4.1/budget: - 5000元",
          "selection jili-2024 4.1/floor: - 60.5", "selection jili-2024 4.1/at-least: - 2",
          "selection jili-2024 4.1/reserve: 0 1", "selection jili-2024 4.1/when-full: stop skip",
          "selection jili-2024 4.1/tie-at-cut: stop all",
        ]
      ),
      (
        "selection: { 4.1: { score: { rules: 40.5, panel: 59.5 }, order: [-rules, panel, budget.requested] } }",
        [
          "selection jili-2024 4.1/score: rules 100，panel 0 rules 40.5，panel 59.5",
          "selection jili-2024 4.1/order: score -rules，panel，budget.requested",
        ]
      ),
      (
        "selection: { 4.1: { panel: { least: 5, trim: 1, trim-from: 5, decimals: 3, spread: 20.5, items: { a: { title: 甲, max: 100 } } } } }",
        [
          "selection jili-2024 4.1/panel/least: 1 5", "selection jili-2024 4.1/panel/trim: 0 1",
          "selection jili-2024 4.1/panel/trim-from: - 5", "selection jili-2024 4.1/panel/decimals: 2 3",
          "selection jili-2024 4.1/panel/spread: - 20.5", "selection jili-2024 4.1/panel/items/a: - 100",
        ]
      ),
      (
        "selection: { limits: [ { text: 甲, per: leader, bound: 1, within: round, ongoing: true } ] }",
        ["selection - selection/limit/1: - 每个项目负责人在同一年度最多1项（在研和到期未验收的项目计入）；超过的由主管部门认定"]
      ),
      (
        "selection: { limits: [ { text: 甲, per: unit, bound: 2, within: plan, ongoing: overdue, over: best } ] }",
        ["selection - selection/limit/1: - 每个单位（申报和联合申报合计）在每个计划最多2项（到期未验收的项目计入）；超过的按得分取舍"]
      ),
    ])
  func changes(_ configuration: String, _ expected: [String]) throws {
    #expect(try ProgramProvenanceTests.changes(configuration) == expected)
  }

  @Test("Groups are in the order of the guideline, wherever the configuration has them")
  func order() throws {
    let text =
      "selection: { 8.1: { places: 1 }, 4.2: { places: 2 }, jili: { places: 3 }, \"4\": { places: 4 }, 1.1: { places: 5 } }"
    let (programs, faults) = try programs("programs: { jili-2024: on }\n" + text)
    #expect(faults == [])
    #expect(
      programs.provenance(version: "1").changes.map { "\($0.program ?? "-") \($0.key) \($0.value)" } == [
        "jianfeng-2024 1.1/places 5", "jili-2024 jili 5.1、5.2、5.3、5.4", "jili-2024 jili/places 3", "jili-2024 4 4.1、4.3",
        "jili-2024 4/places 4", "jili-2024 4.2/places 2", "zhuji-2024 8.1/places 1",
      ])
  }

  @Test("A group whose directions all have narrower settings ranks none")
  func withoutDirections() throws {
    let changes = try ProgramProvenanceTests.changes("selection: { zhuji: { places: 9 }, \"6\": {}, \"7\": {}, 8.1: {} }")
    #expect(changes.first == "selection zhuji-2024 zhuji: 各自排序 没有，都另有设置")
  }
}

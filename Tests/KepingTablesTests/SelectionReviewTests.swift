import BatchFixtures
import KepingCore
import KepingPrograms
import Testing

@testable import KepingTables

@Suite("A review of the selection says what each group is, and what is probably not meant")
struct SelectionReviewTests {
  static func groups(_ selection: String, _ switches: String = allOn) throws -> [SelectionReview.Group] {
    let (programs, faults) = try programs(switches + "selection: { \(selection) }")
    #expect(faults == [])
    return SelectionReview(programs).groups
  }

  @Test(
    "A group is summed up in a line",
    arguments: [
      (
        "\"4\": { places: 12, budget: 500万元, score: { rules: 40, panel: 60 }, floor: 60, reserve: 3 }",
        "jili-2024 项目类型4（4.1、4.2、4.3一起排序）：名额12个，经费500万元，得分为规则40%、专家60%，分数线60，备选3个",
        "jili-2024, project type 4 (4.1, 4.2, 4.3 together): 12 places, budget 500万元, score: rules 40%, panel 60%, floor 60, 3 in reserve"
      ),
      (
        "4.1: { places: 1 }", "jili-2024 方向4.1：名额1个，得分为规则100%、专家0%",
        "jili-2024, direction 4.1: 1 place, score: rules 100%, panel 0%"
      ),
      (
        "zhuji: {}", "zhuji-2024 计划zhuji（6.1、7.1、8.1一起排序）：不设名额和经费，得分为规则100%、专家0%",
        "zhuji-2024, plan zhuji (6.1, 7.1, 8.1 together): no places and no budget, score: rules 100%, panel 0%"
      ),
    ])
  func summary(_ selection: String, _ chinese: String, _ english: String) throws {
    #expect(try Self.groups(selection).map(\.summary) == [Wording(chinese, english)])
  }

  @Test(
    "What is probably not meant is a warning",
    arguments: [
      ("8.1: { places: 1 }", []), ("8.1: { places: 0 }", ["方向8.1 按指南可以接受1个，多于名额0个"]),
      ("zhuji: { places: 1 }", []), ("zhuji: { places: 0 }", ["方向8.1 按指南可以接受1个，多于名额0个"]),
      ("8.1: { reserve: 1 }", []), ("4.1: { reserve: 1 }", ["没有 places，reserve 不起作用"]),
      ("4.1: { places: 5, reserve: 1, tie-at-cut: all }", []),
      ("4.1: { tie-at-cut: all }", ["没有 places，tie-at-cut 不起作用"]),
      ("4.1: { places: 5, when-full: skip }", ["没有 budget，when-full 不起作用"]), ("4.1: { budget: 5万元, when-full: skip }", []),
      ("4.1: { panel: { least: 3 } }", ["专家评分占0%，不影响得分"]), ("4.1: { panel: { decimals: 3, spread: 20 } }", []),
      ("4.1: { panel: { least: 3 }, order: [panel] }", []), ("4.1: { panel: { least: 3 }, score: { rules: 1, panel: 99 } }", []),
      ("4.1: { order: [applicant.rdExpense.2023, budget.requested] }", []),
      (
        "4.1: { order: [applicant.rdExpense.2019, leader.birthYear] }",
        ["order 用到 applicant.rdExpense.2019，方向4.1的模板没有这一列", "order 用到 leader.birthYear，方向4.1的模板没有这一列"]
      ),
      ("jili: { order: [applicant.rdExpense.2022] }", ["order 用到 applicant.rdExpense.2022，方向4.3、5.1、5.2、5.3、5.4的模板没有这一列"]),
    ])
  func warnings(_ selection: String, _ expected: [String]) throws {
    #expect(try Self.groups(selection).flatMap(\.warnings).map(\.problem.chinese) == expected)
  }

  @Test("A group whose directions have narrower settings, and one of a program that is off, are warnings")
  func withoutEffect() throws {
    let covered = try Self.groups("\"4\": { places: 1 }, 4.1: {}, 4.2: {}, 4.3: {}")
    #expect(covered.map { $0.warnings.map(\.problem.chinese) } == [["其中的方向都另有更细的设置，这一项不起作用"], [], [], []])
    let off = try Self.groups("\"8\": { places: 0 }, 4.1: {}", "programs: { jili-2024: on }\n")
    #expect(off.map { $0.warnings.map(\.problem.chinese) } == [[], ["专项没有启用或者加载不了，这一组没有可以排序的"]])
  }

  @Test("A panel and a budget remind of the sheets that they need")
  func reminders() throws {
    #expect(try Self.groups("4.1: { places: 3 }")[0].reminders == [])
    let both = try Self.groups("4.1: { budget: 0万元, score: { rules: 99, panel: 1 } }")[0].reminders.map(\.chinese)
    #expect(both.count == 2 && both[0].contains("keping template --for panel") && both[1].contains("--grants"))
  }
}

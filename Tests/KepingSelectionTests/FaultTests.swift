import KepingCore
import KepingSelection
import Testing

@Suite("What is wrong in the files beside the applications is named with its cell")
struct FaultTests {
  static func round(items: Bool = false) -> PlainRound {
    var settings = GroupSettings()
    if items {
      settings.panel.items = [
        PanelSettings.Item(id: "innovation", title: "创新性", maximum: 3000),
        PanelSettings.Item(id: "value", title: "价值", maximum: 7000),
      ]
    }
    var round = LimitTests.round(
      per: .leader, bound: 9, [LimitTests.application("BS-1", code: "91"), LimitTests.application("BS-2", "乙")])
    round.scopes = [SelectionSettings.Scope(program: "p", key: "plan", kind: .plan, settings: settings)]
    return round
  }

  static func score(
    _ id: String = "BS-1", _ expert: String = "张", _ score: Int? = nil, items: [(String, Int)] = [], isRecused: Bool = false,
    unit: PlainRound.Unit? = nil
  ) -> PlainRound.Score {
    PlainRound.Score(
      application: id, expert: expert, score: score, items: items.map { (id: $0.0, score: $0.1) }, isRecused: isRecused,
      unit: unit)
  }

  /// The path and code of each fault.
  static func faults(_ round: PlainRound) -> [String] { round.round.faults().map { "\($0.path) \($0.code)" } }

  @Test(
    "Rows of the panel",
    arguments: [
      (false, [score("BS-1", "张", 8000), score("BS-1", "李", nil), score("BS-2", "张", nil, isRecused: true)], []),
      (false, [score("BS-3", "张", 8000)], ["评分.xlsx:评分!A2 unknown-application"]),
      (false, [score("BS-1", "张", 8000), score("BS-2", "张", 1), score("BS-1", "张", 8000)], ["评分.xlsx:评分!B4 duplicate-score"]),
      (false, [score("BS-1", "张", 8000, isRecused: true)], ["评分.xlsx:评分!C2 scored-and-recused"]),
      (false, [score(items: [("innovation", 1)])], ["评分.xlsx:评分!D2 unknown-item"]),
      (true, [score(items: [("innovation", 3000), ("value", 7000)])], []),
      (true, [score("BS-1", "张", 10_000, items: [("innovation", 3000), ("value", 7000)])], []),
      (true, [score("BS-1", "张", 9999, items: [("innovation", 3000), ("value", 7000)])], ["评分.xlsx:评分!C2 wrong-total"]),
      (true, [score(items: [("innovation", 3001), ("value", 0)])], ["评分.xlsx:评分!D2 score-out-of-range"]),
      (true, [score(items: [("innovation", 1)])], ["评分.xlsx:评分!D2 missing-item"]),
      (true, [score("BS-1", "张", 8000)], ["评分.xlsx:评分!C2 missing-item"]),
      (true, [score("BS-1", "张", nil)], []),
      (false, [score("BS-1", "张", 8000, unit: PlainRound.Unit(name: "甲"))], ["评分.xlsx:评分!E2 expert-of-unit"]),
      (false, [score("BS-1", "张", 8000, unit: PlainRound.Unit(name: "丙", code: "91"))], ["评分.xlsx:评分!E2 expert-of-unit"]),
      (false, [score("BS-2", "张", 8000, unit: PlainRound.Unit(name: "甲"))], []),
      (false, [score("BS-1", "张", nil, isRecused: true, unit: PlainRound.Unit(name: "甲"))], []),
    ] as [(Bool, [PlainRound.Score], [String])])
  func panel(_ items: Bool, _ scores: [PlainRound.Score], _ expected: [String]) {
    var round = Self.round(items: items)
    round.scores = scores
    #expect(Self.faults(round) == expected)
  }

  @Test("Amounts granted and projects in progress")
  func others() {
    var round = Self.round()
    round.grants = ["BS-1", "BS-9", "BS-2", "BS-1"].map { PlainRound.Grant(application: $0, amount: "1") }
    #expect(
      Self.faults(round)
        == ["经费.xlsx:A3 unknown-application", "经费.xlsx:A5 duplicate-grant"].map { $0.replacing(":A", with: ":经费!A") })
    round.grants = []
    round.projects = ["X", "Y", "X"].map {
      PlainRound.Project(id: $0, unit: PlainRound.Unit(name: "甲"), leader: "", status: .running)
    }
    #expect(Self.faults(round) == ["在研.xlsx:在研!4 duplicate-project"])
  }

  @Test("An unknown id suggests the nearest one, and a repeated row names the other")
  func wording() {
    var round = Self.round()
    round.scores = [Self.score("BS-l", "张", 1), Self.score("BS-2", "张", 1), Self.score("BS-2", "张", 1)]
    #expect(
      round.round.faults().map { $0.wording.chinese } == [
        "没有申报编号为“BS-l”的申报；是否应为“BS-1”？", "专家“张”对申报“BS-2”评了两次，另一次在评分.xlsx:评分!B3",
      ])
  }
}

import KepingCore
import KepingSelection
import Testing

@Suite("Published scores are rounded once, half up")
struct ScoreTests {
  /// An application with points in tenths and scores in hundredths, and the score that is published.
  struct Case: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let points: Int
    let scores: [Int]
    let expected: String?
    let settings: @Sendable (inout GroupSettings) -> Void

    init(
      _ description: String, _ points: Int, _ scores: [Int], _ expected: String?,
      _ settings: @escaping @Sendable (inout GroupSettings) -> Void = { _ in }
    ) {
      testDescription = description
      self.points = points
      self.scores = scores
      self.expected = expected
      self.settings = settings
    }

    /// The only line of the ranking.
    var line: RankedLine? {
      var settings = GroupSettings()
      self.settings(&settings)
      var round = PlainRound(programs: [
        PlainRound.Program(id: "p", year: 2024, ordinal: "", plan: "plan", types: [("1", ["1.1"])])
      ])
      round.scopes = [SelectionSettings.Scope(program: "p", key: "plan", kind: .plan, settings: settings)]
      round.applications = [
        PlainRound.Application(
          id: "A", year: 2024, direction: "1.1", title: "题", verdict: .pass, points: points, unit: PlainRound.Unit(name: "甲"),
          leader: "")
      ]
      round.scores = scores.enumerated().map { PlainRound.Score(application: "A", expert: "专家\($0)", score: $1) }
      return round.ranked.first
    }
  }

  static func weights(_ rules: String, decimals: Int = 2) -> @Sendable (inout GroupSettings) -> Void {
    { settings in
      settings.rulesWeight = ExactDecimal(rules) ?? .zero
      settings.panelWeight = ExactDecimal(100) - settings.rulesWeight
      settings.panel.decimals = decimals
    }
  }

  static let cases: [Case] = [
    Case("the program's score alone", 859, [], "85.9"),
    Case("half is rounded up", 855, [], "86") { $0.panel.decimals = 0 },
    Case("less than half is not", 854, [], "85") { $0.panel.decimals = 0 },
    Case("the panel alone: a third", 0, [6000, 6000, 6001], "60", weights("0")),
    Case("the panel alone: a third, six decimals", 0, [6000, 6000, 6001], "60.003333", weights("0", decimals: 6)),
    Case("an exact half of the last decimal", 0, [6000, 6001], "60.01", weights("0")),
    Case("just below a half of the last decimal", 0, [6000, 6001, 6000], "60", weights("0")),
    // 40 % of 85.9 and 60 % of 89.805 are 88.243; with the panel's published 89.81 they would be 88.246.
    Case("the panel's figure is not rounded before", 859, [8980, 8981], "88.24", weights("40")),
    Case("a published figure would round up, the exact one does not", 0, [8904, 8905], "53.43", weights("40")),
    Case("weights with decimals", 1000, [5000], "66.75", weights("33.5")),
    Case("weights with very many decimals", 1000, [0], "33.333333", weights("33.3333333333333333333333333", decimals: 6)),
    Case("one expert", 500, [9000], "70", weights("50")),
    Case("nobody scored", 500, [], nil, weights("50")),
    Case("trim: as many as it stands from", 0, [10000, 8000, 7000, 6000, 0], "70") {
      weights("0")(&$0)
      $0.panel.trim = 1
      $0.panel.trimFrom = 5
    },
    Case("trim: one fewer", 0, [10000, 8000, 6000, 0], "60") {
      weights("0")(&$0)
      $0.panel.trim = 1
      $0.panel.trimFrom = 5
    },
  ]

  @Test("The score of an application", arguments: cases)
  func score(_ example: Case) { #expect(example.line?.score == example.expected) }

  @Test(
    "With fewer scores than are needed an application is incomplete",
    arguments: [(2, Place.incomplete), (3, .ranked), (4, .ranked)])
  func least(_ count: Int, _ place: Place) {
    let example = Case("least", 700, Array(repeating: 7000, count: count), nil) {
      Self.weights("50")(&$0)
      $0.panel.least = 3
    }
    #expect(example.line?.place == place)
  }

  @Test("A spread above the bound is told, one at the bound is not", arguments: [(2000, false), (2001, true)])
  func spread(_ difference: Int, _ isTold: Bool) {
    let example = Case("spread", 700, [5000, 5000 + difference], nil) { $0.panel.spread = 2000 }
    #expect(example.line?.suspicions == (isTold ? ["spread[]"] : []))
  }

  @Test("Trimmed scores are told, the highest first")
  func trimmed() {
    let example = Case("trim", 700, [9200, 8100, 9000, 8500, 8250], nil) {
      $0.panel.trim = 1
      $0.panel.trimFrom = 5
    }
    #expect(example.line?.panel == "85.83/5/0/[\"92\", \"81\"]")
  }

  @Test("Ranks leave out as many as are tied, and a tie is in the order of ids")
  func ranks() {
    var round = CutTests.Case("", [(700, nil, 1), (800, nil, 1), (700, nil, 1), (600, nil, 1)], [], { _ in }).round
    round.applications[0].id = "B"
    round.applications[2].id = "A"
    let ranked = round.ranked
    #expect(ranked.map(\.rank) == [1, 2, 2, 4])
    #expect(ranked.map(\.isTied) == [false, true, true, false])
    #expect(ranked.map(\.id) == ["A10001", "A", "B", "A10003"])
  }

  @Test("Absent values come last in both directions, and -0 equals 0")
  func fields() {
    for isReversed in [false, true] {
      var round = CutTests.Case("", (0..<5).map { _ in (700, nil, 1) }, []) {
        $0.order = [OrderKey(.field("x"), isReversed: isReversed)]
      }.round
      for (index, value) in [nil, -0.0, 0.0, -3, 5.5].enumerated() { round.applications[index].fields["x"] = value }
      let ids = round.ranked.map { $0.id?.last }
      #expect(ids == (isReversed ? ["3", "1", "2", "4", "0"] : ["4", "1", "2", "3", "0"]))
      #expect(round.ranked.map(\.rank) == [1, 2, 2, 4, 5])
    }
  }
}

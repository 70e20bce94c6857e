import KepingCore
import KepingSelection
import Testing

@Suite("The cut decides tie by tie")
struct CutTests {
  /// Applications of one group, and what becomes of them.
  struct Case: Sendable, CustomTestStringConvertible {
    let testDescription: String
    /// Points in tenths, amount in yuan and number of the direction, in the order of the ids.
    let applications: [(points: Int, amount: Double?, direction: Int)]
    /// The bound of each direction that has one.
    var bounds: [Int: Int] = [:]
    var settings: @Sendable (inout GroupSettings) -> Void = { _ in }
    /// The ruled positions by index.
    var positions: [Int: Int] = [:]
    /// The place of each application; `reserve` with its number.
    let expected: [String]

    init(
      _ description: String, _ applications: [(Int, Double?, Int)], bounds: [Int: Int] = [:], positions: [Int: Int] = [:],
      _ expected: [String], _ settings: @escaping @Sendable (inout GroupSettings) -> Void
    ) {
      testDescription = description
      self.applications = applications.map { (points: $0.0, amount: $0.1, direction: $0.2) }
      self.bounds = bounds
      self.positions = positions
      self.expected = expected
      self.settings = settings
    }

    /// The round with all applications in one group.
    var round: PlainRound {
      var settings = GroupSettings()
      self.settings(&settings)
      let directions = Set(applications.map(\.direction)).sorted().map { "1.\($0)" }
      var program = PlainRound.Program(id: "p", year: 2024, ordinal: "计划一", plan: "plan", types: [("1", directions)])
      for (direction, bound) in bounds { program.bounds["1.\(direction)"] = [bound] }
      var round = PlainRound(programs: [program])
      round.scopes = [SelectionSettings.Scope(program: "p", key: "1", kind: .projectType, settings: settings)]
      for (index, own) in applications.enumerated() {
        var application = PlainRound.Application(
          id: "A\(10_000 + index)", year: 2024, direction: "1.\(own.direction)", title: "题", verdict: .pass, points: own.points,
          requested: own.amount, unit: PlainRound.Unit(name: "甲\(index)"), leader: "")
        application.tiePosition = positions[index]
        round.applications.append(application)
      }
      return round
    }
  }

  static let s = "selected", n = "not-selected", t = "tied", q = "over-quota", m = "no-money", r = "reserve1"

  static let cases: [Case] = [
    Case("places: one too many", [(900, nil, 1), (800, nil, 1), (700, nil, 1)], [s, s, n]) { $0.places = 2 },
    Case("no places", [(900, nil, 1), (800, nil, 1)], [r, n]) {
      $0.places = 0
      $0.reserve = 1
    },
    Case("all scores equal, exactly as many places", [(700, nil, 1), (700, nil, 1)], [s, s]) { $0.places = 2 },
    Case("all scores equal, one place too few", [(700, nil, 1), (700, nil, 1)], [t, t]) { $0.places = 1 },
    Case("all scores equal, beyond the places", [(700, nil, 1), (700, nil, 1), (600, nil, 1)], [s, s, n]) {
      $0.places = 1
      $0.tieAtCut = .all
    },
    Case("all scores equal, none selected", [(700, nil, 1), (700, nil, 1), (600, nil, 1)], [r, r, n]) {
      $0.places = 1
      $0.tieAtCut = .none
      $0.reserve = 1
    },
    Case("budget 0", [(900, 10, 1), (800, 0, 1)], [n, n]) { $0.budget = .zero },
    Case("budget 0, passing over", [(900, 10, 1), (800, 0, 1)], [m, s]) {
      $0.budget = .zero
      $0.whenFull = .skip
    },
    Case("money: exactly enough", [(900, 10, 1), (800, 20, 1)], [s, s]) { $0.budget = ExactDecimal(30) },
    Case("money: one fen short", [(900, 10, 1), (800, 20, 1)], [s, n]) { $0.budget = ExactDecimal(2999, exponent: -2) },
    Case("money: 0.1 and 0.2 are 0.3", [(900, 0.1, 1), (800, 0.2, 1)], [s, s]) { $0.budget = ExactDecimal(3, exponent: -1) },
    Case("money ends in a tie, one alone is within it", [(700, 10, 1), (700, 50, 1), (600, 1, 1)], [t, t, n]) {
      $0.budget = ExactDecimal(20)
    },
    Case("money ends in a tie, also beyond places", [(700, 10, 1), (700, 50, 1)], [t, t]) {
      $0.budget = ExactDecimal(20)
      $0.tieAtCut = .all
    },
    Case("no amount is out of the cut", [(900, nil, 1), (800, 10, 1)], ["no-amount", s]) { $0.budget = ExactDecimal(10) },
    Case("without a budget no amount is needed", [(900, nil, 1), (800, 10, 1)], [s, n]) { $0.places = 1 },
    Case("a bound: the second of a direction", [(900, nil, 1), (800, nil, 1), (700, nil, 2)], bounds: [1: 1], [s, q, s]) {
      $0.places = 2
    },
    Case(
      "a bound in a tie: places are kept", [(900, nil, 1), (900, nil, 1), (800, nil, 1), (700, nil, 2), (600, nil, 2)],
      bounds: [1: 1], [t, t, q, s, n]
    ) { $0.places = 2 },
    Case(
      "a bound in a tie: all go on", [(900, nil, 1), (900, nil, 1), (800, nil, 1), (700, nil, 2)], bounds: [1: 1], [s, s, q, s]
    ) {
      $0.places = 3
      $0.tieAtCut = .all
    },
    Case(
      "a bound in a tie: none", [(900, nil, 1), (900, nil, 1), (800, nil, 1), (700, nil, 2)], bounds: [1: 1], [q, q, q, s]
    ) {
      $0.places = 3
      $0.tieAtCut = .none
    },
    Case("kept places leave one alone tied", [(900, nil, 1), (900, nil, 1), (900, nil, 2)], bounds: [1: 1], [t, t, t]) {
      $0.places = 1
    },
    Case("one direction: its bound is the places", [(900, nil, 1), (800, nil, 1)], bounds: [1: 1], [s, r]) { $0.reserve = 1 },
    Case("one direction: the smaller of both", [(900, nil, 1), (800, nil, 1)], bounds: [1: 2], [s, n]) { $0.places = 1 },
    Case("bounds of several directions alone make no cut", [(900, nil, 1), (800, nil, 2)], bounds: [1: 1], ["ranked", "ranked"]) {
      _ in
    },
    Case(
      "a ruled tie is taken one by one", [(700, nil, 1), (700, nil, 1), (700, nil, 1)], positions: [0: 3, 1: 1, 2: 2],
      ["reserve2", s, r]
    ) {
      $0.places = 1
      $0.reserve = 2
    },
    Case("a tie with equal positions is not ruled", [(700, nil, 1), (700, nil, 1)], positions: [0: 1, 1: 1], [t, t]) {
      $0.places = 1
    },
    Case("a tie with one open position is not ruled", [(700, nil, 1), (700, nil, 1)], positions: [0: 1], [t, t]) {
      $0.places = 1
    },
    Case(
      "reserve: a tie that the line runs through", [(900, nil, 1), (800, nil, 1), (800, nil, 1), (700, nil, 1)], [s, r, r, n]
    ) {
      $0.places = 1
      $0.reserve = 1
    },
    Case("a tie of 500", (0..<500).map { _ in (700, nil, 1) }, Array(repeating: t, count: 500)) { $0.places = 499 },
    Case("floor: below, at, above", [(599, nil, 1), (600, nil, 1), (601, nil, 1)], ["below-floor", "ranked", "ranked"]) {
      $0.floor = ExactDecimal(60)
    },
    Case("at least: exactly", [(700, nil, 1), (600, nil, 1)], ["ranked", "ranked"]) { $0.atLeast = 2 },
    Case("at least: one below", [(700, nil, 1), (600, nil, 1)], ["too-few", "too-few"]) { $0.atLeast = 3 },
    Case("one application", [(700, nil, 1)], [s]) { $0.places = 1 },
  ]

  @Test("Each step of the cut", arguments: cases)
  func cut(_ example: Case) {
    let ranked = example.round.ranked.sorted { $0.id ?? "" < $1.id ?? "" }
    let places: [String] = ranked.map { line in line.place.rawValue + (line.reserve.map { "\($0)" } ?? "") }
    #expect(places == example.expected)
    #expect(BruteRound(example.round).lines == example.round.ranked)
  }

  @Test("A reason names the figures that decided")
  func reasons() {
    func reasons(_ description: String) -> [String] {
      guard let example = Self.cases.first(where: { $0.testDescription == description }) else { return [] }
      let ranking = example.round.round.ranking()
      return ranking.lines.map { ranking.reason(of: $0) }
    }
    #expect(
      reasons("places: one too many") == ["第1名，90分，名额2个之内", "第2名，80分，名额2个之内", "名额2个已满：本项目第3名，低于第2名10分"])
    #expect(reasons("no places") == ["没有名额：本项目第1名", "没有名额：本项目第2名"])
    #expect(reasons("money: one fen short")[1] == "经费余19.99元，不足本项目的20元")
    #expect(reasons("budget 0, passing over")[0] == "经费余0元，不足本项目的10元")
    #expect(
      reasons("money ends in a tie, one alone is within it") == [
        "第1名2项同分：经费余20元，共需60元，不够全部，由主管部门裁定", "第1名2项同分：经费余20元，共需60元，不够全部，由主管部门裁定",
        "第1名2项同分待定，评选到此为止：本项目第3名",
      ])
    #expect(
      reasons("a bound in a tie: places are kept") == [
        "第1名2项同分：方向1.1名额只余1个，由主管部门裁定", "第1名2项同分：方向1.1名额只余1个，由主管部门裁定",
        "方向1.1名额1个：第1名2项同分待定，名额留给它们：本项目第3名", "第4名，70分，名额2个之内",
        "名额2个已满（1个留给同分待定的项目）：本项目第5名，低于第4名10分",
      ])
    #expect(reasons("a bound: the second of a direction")[1] == "方向1.1名额1个已满：本项目第2名")
    #expect(reasons("all scores equal, none selected")[2] == "第1名2项同分，名额余1个，不够全部，按规定都不入选：本项目第3名")
    #expect(reasons("a ruled tie is taken one by one").first == "名额1个已满：本项目第1名，同分中裁定在后")
    #expect(reasons("floor: below, at, above")[2] == "得分59.9分，低于分数线60分")
    #expect(reasons("at least: one below")[0] == "有效申报2项，不足3项")
    #expect(reasons("no amount is out of the cut")[0] == "第1名，90分；没有填写申请财政经费，也没有拟支持经费，不能分配经费")
  }
}

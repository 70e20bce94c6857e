import KepingCore
import KepingSelection
import Testing

@Suite("Limits count what was submitted")
struct LimitTests {
  /// A round of one direction with one limit of the bureau.
  static func round(
    per: SubmissionLimit.Holder, bound: Int, over: SubmissionLimit.Consequence = .ask,
    ongoing: SubmissionLimit.Ongoing? = nil, _ applications: [PlainRound.Application]
  ) -> PlainRound {
    var round = PlainRound(programs: [PlainRound.Program(id: "p", year: 2024, ordinal: "", plan: "plan", types: [("1", ["1.1"])])]
    )
    round.bureauLimits = [
      BureauLimit(
        clause: "selection/limit/1", text: "每个限报\(bound)项", per: per, bound: bound, within: .round, over: over, ongoing: ongoing)
    ]
    round.applications = applications
    return round
  }

  static func application(
    _ id: String, _ unit: String = "甲", code: String? = nil, leader: String = "", number: String? = nil, points: Int = 700,
    at seconds: Int? = nil, verdict: Verdict = .pass
  ) -> PlainRound.Application {
    PlainRound.Application(
      id: id, year: 2024, direction: "1.1", title: id, verdict: verdict, points: points, submittedAt: seconds,
      unit: PlainRound.Unit(name: unit, code: code), leader: leader, leaderNumber: number)
  }

  static func places(_ round: PlainRound) -> [String: Place] {
    Dictionary(uniqueKeysWithValues: round.ranked.map { ($0.id ?? "", $0.place) })
  }

  @Test(
    "What becomes of three where two may stay",
    arguments: [
      (SubmissionLimit.Consequence.ask, [Place.overLimit, .overLimit, .overLimit]), (.all, [.barred, .barred, .barred]),
      (.best, [.ranked, .ranked, .barred]), (.earliest, [.barred, .ranked, .ranked]),
    ])
  func consequence(_ over: SubmissionLimit.Consequence, _ expected: [Place]) {
    let round = Self.round(
      per: .applicant, bound: 2, over: over,
      [Self.application("A", points: 900), Self.application("B", points: 800, at: 2), Self.application("C", points: 700, at: 1)])
    let places = Self.places(round)
    #expect(["A", "B", "C"].map { places[$0] } == expected)
    #expect(round.ranked.allSatisfy { $0.limits.count == 1 })
  }

  @Test("A limit that nobody exceeds does nothing", arguments: SubmissionLimit.Consequence.allCases)
  func atBound(_ over: SubmissionLimit.Consequence) {
    let round = Self.round(
      per: .applicant, bound: 2, over: over, [Self.application("A"), Self.application("B"), Self.application("C", "乙")])
    #expect(round.ranked.allSatisfy { $0.place == .ranked && $0.limits.isEmpty })
  }

  @Test("A limit that everybody breaks")
  func everybody() {
    let round = Self.round(per: .applicant, bound: 1, over: .all, (0..<200).map { Self.application("A\($0)") })
    #expect(round.ranked.allSatisfy { $0.place == .barred })
  }

  @Test(
    "Equal scores and equal times across the line are left to people", arguments: [SubmissionLimit.Consequence.best, .earliest])
  func equal(_ over: SubmissionLimit.Consequence) {
    let round = Self.round(
      per: .applicant, bound: 2, over: over,
      [Self.application("A", points: 900, at: 1)] + ["B", "C"].map { Self.application($0, points: 800, at: 2) }
        + [Self.application("D", points: 700, at: 3)])
    let places = Self.places(round)
    #expect(["A", "B", "C", "D"].map { places[$0] } == [.ranked, .overLimit, .overLimit, .barred])
  }

  @Test(
    "A record that could not be evaluated does not count, one that fails does",
    arguments: [
      (Verdict.error, Place.ranked), (.fail, .overLimit), (.supplement, .overLimit),
    ])
  func counted(_ verdict: Verdict, _ expected: Place) {
    let round = Self.round(per: .applicant, bound: 1, [Self.application("A"), Self.application("B", verdict: verdict)])
    #expect(Self.places(round)["A"] == expected)
  }

  @Test(
    "Projects in progress count by their state",
    arguments: [
      (OngoingProject.Status.running, true, false), (.overdue, true, true), (.closed, false, false), (.terminated, false, false),
      (.revoked, false, false),
    ])
  func ongoing(_ status: OngoingProject.Status, _ inAll: Bool, _ inOverdue: Bool) {
    for (ongoing, isOver) in [(SubmissionLimit.Ongoing?.none, false), (.all, inAll), (.overdue, inOverdue)] {
      var round = Self.round(per: .applicant, bound: 1, ongoing: ongoing, [Self.application("A")])
      round.projects = [PlainRound.Project(id: "X", unit: PlainRound.Unit(name: "甲"), leader: "", status: status)]
      #expect(Self.places(round)["A"] == (isOver ? .overLimit : .ranked))
      #expect(round.ranked[0].limits == (isOver ? ["selection/limit/1[\"在研 X\"]"] : []))
    }
  }

  @Test("A name without a code takes the code that the name has elsewhere, and of several none")
  func codes() {
    let one = Self.round(
      per: .applicant, bound: 1,
      [Self.application("A"), Self.application("B", code: "91"), Self.application("C", "乙", code: "91")])
    #expect(one.ranked.map(\.place) == [.overLimit, .overLimit, .overLimit])
    #expect(one.ranked.allSatisfy { $0.suspicions.isEmpty })
    let several = Self.round(
      per: .applicant, bound: 1, [Self.application("A"), Self.application("B", code: "91"), Self.application("C", code: "92")])
    #expect(several.ranked.map(\.place) == [.ranked, .ranked, .ranked])
    #expect(
      several.ranked.map(\.suspicions) == [["same-unit[\"B\", \"C\"]"], ["same-unit[\"A\", \"C\"]"], ["same-unit[\"A\", \"B\"]"]])
  }

  @Test("A leader is known by number, or by name and applicant; the same name under another key is told")
  func leaders() {
    let round = Self.round(
      per: .leader, bound: 1,
      [
        Self.application("A", leader: "张三"), Self.application("B", leader: "张三", number: "N"),
        Self.application("C", "乙", leader: "张三"),
        Self.application("D", "乙", leader: "李四"), Self.application("E", leader: ""), Self.application("F", leader: ""),
      ])
    let places = Self.places(round)
    #expect(["A", "B", "C", "D", "E", "F"].map { places[$0] } == [.overLimit, .overLimit, .ranked, .ranked, .ranked, .ranked])
    let suspicions = Dictionary(uniqueKeysWithValues: round.ranked.map { ($0.id ?? "", $0.suspicions) })
    #expect(suspicions["A"] == ["same-name[\"C\"]"])
    #expect(suspicions["C"] == ["same-name[\"A\", \"B\"]"])
    #expect(suspicions["D"] == [])
  }

  @Test(
    "A ruling on a limit settles who is over it; one that changes nothing is told",
    arguments: [
      (Outcome.met, Place.ranked), (.unmet, .barred),
    ])
  func ruling(_ outcome: Outcome, _ expected: Place) {
    var round = Self.round(per: .applicant, bound: 1, [Self.application("A"), Self.application("B"), Self.application("C", "乙")])
    round.applications[0].rulings = [("selection/limit/1", outcome)]
    #expect(Self.places(round) == ["A": expected, "B": .overLimit, "C": .ranked])
    #expect(round.round.ranking().remarks.isEmpty)
    round.applications[2].rulings = [("selection/limit/1", outcome)]
    #expect(round.round.ranking().remarks.map(\.code) == ["ruling-without-effect"])
  }

  @Test("The reason for a place outside of the order names the limit and its figures")
  func reason() {
    let round = Self.round(per: .applicant, bound: 1, over: .best, [Self.application("A", points: 900), Self.application("B")])
    let ranking = round.round.ranking()
    #expect(
      ranking.lines.map { ranking.reason(of: $0) }.last
        == "每个限报1项（selection/limit/1）：同一申报单位共2项，超过1项，另有A；按得分可留1项，本项目70分，不在其内")
  }
}

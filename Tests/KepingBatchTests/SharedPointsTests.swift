import KepingCore
import Testing

@Suite("The other criteria share the points of clauses that do not apply")
struct SharedPointsTests {
  /// A program with four conditional criteria and, if asked for, one that always applies.
  static func program(_ option: String, hasOwn: Bool = false) -> String {
    let clauses = (0..<4).map { index in
      let grade = ["", ", full = '4个'", ", grade = share { f0, f1, f2 }", ", grade = by { { f0, share { f1 } }, share { f2 } }"][
        index]
      return "target { '要求1个', n\(index):at_least '1个', points = \([7, 3, 11, 5][index])\(grade), applies_when = f\(index) },"
    }
    let names = (0..<4).map { "f\($0) = flag '情形\($0)', n\($0) = count '数\($0)'" }.joined(separator: ", ")
    let own = hasOwn ? "criterion { '其他', points = 2, grade = share { n0:at_least '1个' } }," : ""
    return "fields { \(names) }\ndirection { '1.1', \(clauses.joined(separator: "\n")) \(own) \(option) }"
  }

  /// Members of a record in which the clauses of a bit set apply.
  static func members(_ applicable: Int, number: Int) -> String {
    (0..<4).map { "\"f\($0)\":\(applicable >> $0 & 1 == 1),\"n\($0)\":\(number)" }.joined(separator: ",")
  }

  @Test("The maxima add up to 100 for every set of clauses that apply", arguments: [false, true])
  func maxima(_ hasOwn: Bool) throws {
    let trial = try DirectionTrial(Self.program("not_applicable = 'shared'", hasOwn: hasOwn))
    for applicable in 0..<16 {
      let assessment = try trial.assess(Self.members(applicable, number: 4))
      #expect(assessment.items.reduce(0) { $0 + $1.maximum } == Points.total, "\(applicable)")
      #expect(assessment.total == assessment.items.reduce(0) { $0 + $1.points })
      guard applicable > 0 || hasOwn else { continue }
      for index in 0..<4 where applicable >> index & 1 == 0 {
        let item = assessment.items[index]
        #expect(item.points == 0 && item.maximum == 0 && item.reason == "不适用，分值由其余各项分担")
      }
    }
  }

  @Test("If no criterion applies, the maxima of the program stand and nothing is earned")
  func none() throws {
    let shared = try DirectionTrial(Self.program("not_applicable = 'shared'")).assess(Self.members(0, number: 4))
    let lost = try DirectionTrial(Self.program("")).assess(Self.members(0, number: 4))
    #expect(shared.items == lost.items && shared.total == 0)
    #expect(shared.items.allSatisfy { $0.reason == "不适用，不计分" })
  }

  @Test("If every clause applies, the results are those of a direction that shares nothing", arguments: [0, 1, 2, 4])
  func all(_ number: Int) throws {
    let members = Self.members(15, number: number)
    let items = try ["not_applicable = 'shared'", "not_applicable = 'lost'", ""].map {
      try DirectionTrial(Self.program($0, hasOwn: true)).assess(members).items
    }
    #expect(items[0] == items[1] && items[1] == items[2])
  }

  @Test("The points of the others grow in proportion, and their reasons stay")
  func shares() throws {
    let trial = try DirectionTrial(Self.program("not_applicable = 'shared'"))
    let items = try trial.assess(Self.members(0b0011, number: 4)).items
    #expect(items.map(\.maximum) == [700, 300, 0, 0] && items.map(\.points) == [700, 300, 0, 0])
    let below = try trial.assess(Self.members(0b0011, number: 1)).items
    #expect(below.map(\.points) == [700, 180, 0, 0] && below[1].reason == "1个，起评1个得六成，满4个得满分")
    let unmet = try trial.assess(Self.members(0b0011, number: 0)).items
    #expect(unmet.map(\.points) == [0, 0, 0, 0] && unmet[0].reason == "不符合，不计分")
    // A clause of which it is unknown whether it applies keeps its share.
    let unknown = try trial.assess(#""f0":true,"n0":1,"f2":false,"f3":false"#).items
    #expect(unknown.map(\.maximum) == [700, 300, 0, 0] && unknown[1].reason == "信息不足，暂不计分")
  }

  @Test("More of what a clause asks for never lowers the score, for each set of clauses that apply")
  func monotonic() throws {
    let trial = try DirectionTrial(Self.program("not_applicable = 'shared'", hasOwn: true))
    for applicable in [1, 2, 5, 10, 14, 15] {
      let totals = try (0...5).map { try trial.assess(Self.members(applicable, number: $0)).total }
      #expect(totals == totals.sorted(), "\(applicable)")
    }
  }

  @Test("Configured weights are shared as well")
  func weights() throws {
    let trial = try DirectionTrial(
      Self.program("not_applicable = 'shared'"), configuration: "weights: { 1.1/target/1: 1, 1.1/target/2: 3 }")
    #expect(try trial.assess(Self.members(0b0011, number: 4)).items.map(\.maximum) == [250, 750, 0, 0])
  }
}

import BatchFixtures
import KepingCore
import Testing

@testable import KepingPrograms

@Suite("A changed bound reaches the points that measure by it")
struct BoundChangeTests {
  static func item(_ criterion: String, _ record: String, _ configuration: String) throws -> Assessment.ScoreItem {
    try #require(try AssessorTests.assess(record, allOn + configuration).item(of: criterion))
  }

  @Test(
    "A share counts a check by the bound of its clause",
    arguments: [
      (4_990_000, "500万元", "不符合，不计分"), (5_000_000, "500万元", "3项中符合1项"), (5_990_000, "600万元", "不符合，不计分"),
      (6_000_000, "600万元", "3项中符合1项"), (6_000_000, "700万元", "不符合，不计分"),
    ])
  func share(_ benefit: Int, _ bound: String, _ reason: String) throws {
    let record = application(
      "A", more: #","expected":{"economicBenefit":\#(benefit),"productionLine":false,"demonstrationSites":0}"#)
    let item = try Self.item("4.1/priority/3", record, "bounds: { 4.1/priority/3/2: \(bound) }")
    #expect(item.reason == reason)
  }

  @Test("Both bounds of a share can be changed, in any order")
  func bothOfShare() throws {
    let record = application("A", more: #","expected":{"economicBenefit":5000000,"productionLine":false,"demonstrationSites":2}"#)
    for bounds in ["4.1/priority/3/1: 2个, 4.1/priority/3/2: 500万元", "4.1/priority/3/2: 500万元, 4.1/priority/3/1: 2个"] {
      #expect(try Self.item("4.1/priority/3", record, "bounds: { \(bounds) }").reason == "3项中符合2项")
    }
    let strict = "bounds: { 4.1/priority/3/1: 3个, 4.1/priority/3/2: 500万元 }"
    #expect(try Self.item("4.1/priority/3", record, strict).reason == "3项中符合1项")
  }

  @Test("A changed bound of one direction changes no other direction that shares the check")
  func otherDirection() throws {
    let program = try #require(try programs(allOn + "bounds: { 4.1/priority/3/2: 500万元 }").programs.program("jili-2024"))
    #expect(program.boundTexts("4.1/priority/3") == ["1个", "500万元"])
    #expect(program.boundTexts("4.2/priority/3") == ["1个", "600万元"])
    guard case .share(let own)? = program.direction("4.1")?.criteria.first(where: { $0.id == "4.1/priority/3" })?.grade,
      case .share(let other)? = program.direction("4.2")?.criteria.first(where: { $0.id == "4.2/priority/3" })?.grade
    else { throw Missing() }
    #expect(own.flatMap { program.checks.bounds(of: $0) }.map(\.bound.text) == ["1个", "500万元"])
    #expect(other.flatMap { program.checks.bounds(of: $0) }.map(\.bound.text) == ["1个", "600万元"])
  }

  @Test(
    "Points for one quantity begin at its bound, points for a sum at the smallest of its alternatives",
    arguments: [
      ("4.1/condition/1: 80万元", "4.1/condition/1", 800_000), ("4.1/target/1: 2件", "4.1/target/1", 2),
      ("5.2/target/1/1: 3件", "5.2/target/1", 1), ("5.2/target/1/1: 3件, 5.2/target/1/2: 2项", "5.2/target/1", 2),
      ("5.2/target/1/2: 2项", "5.2/target/1", 1),
    ])
  func start(_ bounds: String, _ criterion: String, _ start: Double) throws {
    let program = try #require(try programs(allOn + "bounds: { \(bounds) }").programs.program("jili-2024"))
    let grade = program.directions.flatMap(\.criteria).first { $0.id == criterion }?.grade
    guard case .reach(_, let from, _)? = grade else { throw Missing() }
    #expect(from == start)
  }

  struct Missing: Error {}
}

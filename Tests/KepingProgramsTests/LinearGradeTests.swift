import KepingCore
import KepingPlugins
import PluginFixtures
import Testing

@Suite("A linear grade gives no points at one bound, all at the other, and a proportional share between them")
struct LinearGradeTests {
  static let rising = "linear(budget.requested, '20万元', '100万元')"
  static let falling = "linear(budget.requested, '100万元', '20万元')"

  @Test(
    "Points change in proportion, in either direction, and stay the same outside",
    arguments: [
      (rising, 0.0, 0), (rising, 200_000, 0), (rising, 200_800, 1), (rising, 600_000, 500), (rising, 999_200, 999),
      (rising, 1_000_000, 1000), (rising, 5e9, 1000),
      (falling, 0, 1000), (falling, 200_000, 1000), (falling, 600_000, 500), (falling, 1_000_000, 0), (falling, 5e9, 0),
    ])
  func points(_ grade: String, _ requested: Double, _ points: Int) throws {
    let program = try TemporaryPlugin("direction { '1.1', criterion { '经费', points = 1, grade = \(grade) } }").load()
    let assessment = program.assess(#""budget":{"requested":\#(requested)}"#)
    #expect(assessment.items.map(\.points) == [points])
  }

  @Test("An absent quantity earns nothing, and the reason says that it is missing")
  func absent() throws {
    let program = try TemporaryPlugin("direction { '1.1', criterion { '经费', points = 1, grade = \(Self.rising) } }").load()
    let item = try #require(program.assess("").items.first)
    #expect(item.points == 0 && item.reason == "信息不足，暂不计分")
  }

  @Test("The reason names the quantity and both bounds")
  func reason() throws {
    let program = try TemporaryPlugin("direction { '1.1', criterion { '经费', points = 1, grade = \(Self.falling) } }").load()
    let item = try #require(program.assess(#""budget":{"requested":600000}"#).items.first)
    #expect(item.reason == "得分系数0.5，申请财政经费60万元（100万元得零分，20万元得满分，其间按比例）")
  }

  @Test("Two equal bounds are refused")
  func equalBounds() throws {
    let grade = "linear(budget.requested, '20万元', '200000元')"
    let fault = try TemporaryPlugin.fault("direction { '1.1', criterion { '经费', points = 1, grade = \(grade) } }")
    #expect(fault?.code == "invalid-bound" && fault?.line == 1)
  }
}

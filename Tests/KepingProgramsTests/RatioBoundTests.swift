import KepingCore
import KepingPrograms
import PluginFixtures
import Testing

@Suite("The configuration changes bounds of ratios, percentages and numbers without a unit")
struct RatioBoundTests {
  /// Clauses with bounds in all notations.
  static let program = """
    fields { stake = percent "持股比例", grade = decimal "成绩" }
    local part = ratio(budget.selfFunded, budget.total)
    direction { "1.1",
      condition { "自筹占3%以上", part:at_least "3%", points = 1, full = "10%" },
      condition { "自筹与总额之比不低于1：2", part:at_least "1:2" },
      condition { "自筹为总额的0.3以上", part:at_least "0.3" },
      condition { "持股30%以上", stake:at_least "30%" },
      condition { "成绩60以上", grade:at_least "60" },
      condition { "自筹增长10%以上", growth(budget.selfFunded, budget.total):at_least "10%" },
      condition { "自筹不低于总额的30%", budget.selfFunded:at_least(budget.total:times "30%") },
    }
    """

  /// Returns the program under a configuration with bounds and assignments, and the codes of its faults.
  static func load(_ bounds: String, set: [String] = []) throws -> (program: Program?, faults: [String]) {
    let plugin = try TemporaryPlugin(program, api: 2)
    let (programs, faults) = try plugin.programs(bounds.isEmpty ? "" : "bounds: { \(bounds) }", set: set)
    return (programs.program("demo"), faults.map(\.code))
  }

  /// Clauses, new bounds and their values.
  static let changes: [(clause: Int, bound: String, value: Double)] = [
    (1, "2.5%", 0.025), (1, "1:10", 0.1), (2, "2:3", 2.0 / 3), (3, "40%", 0.4), (3, "0.25", 0.25),
    (4, "25%", 25),
    (5, "70", 70), (5, "70分", 70), (6, "5%", 0.05), (7, "40%", 0.4),
  ]

  @Test("A number without a unit replaces no bound that has one, in the file and with --set", arguments: ["3", "0.05", "0.3"])
  func withoutUnit(_ bound: String) throws {
    #expect(try Self.load("1.1/condition/1: \(bound)").faults == ["invalid-bound"])
    #expect(try Self.load("1.1/condition/1: \"\(bound)\"").faults == ["invalid-bound"])
    #expect(try Self.load("", set: ["1.1/condition/1=\(bound)"]).faults == ["invalid-bound"])
  }

  @Test("A bound is replaced in any notation of its kind", arguments: changes)
  func replaced(_ change: (clause: Int, bound: String, value: Double)) throws {
    let key = "1.1/condition/\(change.clause)"
    for (program, faults) in [
      try Self.load("\(key): \"\(change.bound)\""), try Self.load("", set: ["\(key)=\(change.bound)"]),
    ] {
      #expect(faults.isEmpty)
      let check = try #require(program?.directions[0].clauses[change.clause - 1].check)
      let bound = try #require(program?.checks.bounds(of: check).first?.bound)
      #expect(bound.text == change.bound && bound.value == change.value)
    }
  }

  @Test(
    "A bound of another kind is refused",
    arguments: [
      ("1.1/condition/1", "3万元", "wrong-unit"), ("1.1/condition/1", "3件", "wrong-unit"),
      ("1.1/condition/4", "1:2", "invalid-bound"),
      ("1.1/condition/4", "30件", "wrong-unit"), ("1.1/condition/5", "1:2", "invalid-bound"),
      ("1.1/condition/5", "60万元", "wrong-unit"), ("1.1/condition/6", "1:5", "invalid-bound"),
      ("1.1/condition/7", "30万元", "wrong-unit"), ("1.1/condition/7", "1:5", "invalid-bound"),
      ("1.1/condition/7", "0%", "wrong-unit"),
    ])
  func refused(_ key: String, _ text: String, _ code: String) throws {
    #expect(try Self.load("\(key): \"\(text)\"").faults == [code])
  }

  @Test("A number without a unit is no bound where the plugin writes one with a unit")
  func unit() throws {
    #expect(try Self.load("", set: ["1.1/condition/1=0.05"]).faults == ["invalid-bound"])
    #expect(try Self.load("", set: ["1.1/condition/4=25"]).faults == ["invalid-bound"])
  }

  @Test("Points begin at the changed bound")
  func points() throws {
    let program = try #require(try Self.load("1.1/condition/1: 5%").program)
    guard case .reach(_, let from, let full) = program.directions[0].criteria[0].grade else {
      Issue.record("the grade is no reach")
      return
    }
    #expect(from == 0.05 && full.text == "10%")
    #expect(program.checks.description(of: program.directions[0].criteria[0].grade).contains("5%起得六成，满10%得满分"))
  }
}

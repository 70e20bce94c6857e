import KepingCore
import KepingPlugins
import KepingPrograms
import PluginFixtures
import Testing

@Suite("The message of a check by a function names the figures that the function was given")
struct JudgeMessageTests {
  private static let amounts = #""budget":{"requested":360000,"selfFunded":300000,"total":660000}"#

  private func message(_ operands: String, _ function: String, api: Int, _ members: String = amounts) throws -> String {
    let program = "direction { '1.1', condition { '自筹', judge('自筹够不够', { \(operands) }, \(function)), points = 1 } }"
    return try TemporaryPlugin(program, api: api).assess(members).firstFinding ?? ""
  }

  @Test(
    "Amounts have their labels and units, whatever the answer",
    arguments: [
      (
        "budget.selfFunded, budget.requested", "function(a, b) return a >= b end",
        "unmet 自筹够不够（自筹经费30万元、申请财政经费36万元）：不符合"
      ),
      ("budget.selfFunded", "function(a) return a > 0 end", "met 自筹够不够（自筹经费30万元）：符合"),
      ("budget.requested:times('30%', '演示')", "function(a) return a > 0 end", "met 自筹够不够（申请财政经费的30%（10.8万元））：符合"),
      ("ratio(budget.selfFunded, budget.total)", "function(a) return a > 0.5 end", "unmet 自筹够不够（自筹经费占预算总额的比例约45.45%）：不符合"),
      ("applicant.highTech", "function(a) return a end", "unknown 未填写高新技术企业，请补充"),
      ("title", "function(a) return #a > 3 end", "met 自筹够不够：符合"),
    ])
  func messages(_ operands: String, _ function: String, _ message: String) throws {
    #expect(try self.message(operands, function, api: 2) == message)
  }

  @Test("In api 1 the message is the name alone, as it was")
  func oldVocabulary() throws {
    let message = try message("budget.selfFunded, budget.requested", "function(a, b) return a >= b end", api: 1)
    #expect(message == "unmet 自筹够不够：不符合")
  }
}

import KepingCore
import KepingPlugins
import PluginFixtures
import SystemPackage
import Testing

@testable import KepingAuthoring

@Suite("A share or a difference in a function of compute is remarked upon with the word that says it")
struct ComputedFigureTests {
  static func remarks(_ body: String, api: Int) throws -> [Diagnostic] {
    let program = """
      local figure = compute("数", { budget.selfFunded, budget.total }, function(own, total) return \(body) end)
      direction { "1.1", condition { "2.2%以上", figure:at_least "2.2%", points = 1 } }
      """
    let plugin = try TemporaryPlugin(program, api: api)
    return PluginCheck(try Plugin(FilePath(plugin.folder.path))).diagnostics.filter { $0.code == "computed-figure" }
  }

  @Test(
    "The remark names ratio, growth or minus, and its reason depends on the api",
    arguments: [
      ("own / total", "ratio(a, b)"), ("own * 100 / total", "ratio(a, b)"), ("(total - own) / own", "growth(a, b)"),
      ("total - own", "a:minus(b)"),
    ])
  func words(_ body: String, _ word: String) throws {
    let first = try #require(try Self.remarks(body, api: 1).first)
    let second = try #require(try Self.remarks(body, api: 2).first)
    #expect(first.isRemark && second.isRemark)
    #expect(first.wording.chinese.contains("请写 \(word)") && first.wording.chinese.contains("小数运算有误差"))
    #expect(second.wording.chinese.contains("请写 \(word)") && second.wording.chinese.contains("修约"))
  }

  @Test("A function gets one remark, and a figure of a single quantity none")
  func once() throws {
    #expect(try Self.remarks("own / total + total / own + (own - total)", api: 1).count == 1)
    #expect(try Self.remarks("own / 2 - 1", api: 1).isEmpty)
  }

  @Test("What the remark says of floating point is so")
  func floatingPoint() { #expect(220_000.0 / 10_000_000.0 * 100 < 2.2) }
}

import KepingCore
import KepingPlugins
import PluginFixtures
import SystemPackage
import Testing

@testable import KepingAuthoring

@Suite("The tools for authors know limits on what may be submitted")
struct SubmissionLimitTests {
  static let target = "target { '企业', applicant.kind:is 'enterprise', points = 1 }"

  /// Returns the loaded program of a direction with Lua in it and outside of it.
  static func load(_ inside: String, outside: String = "") throws -> PluginProgram {
    try TemporaryPlugin("\(outside)\ndirection { '1.1', \(target), \(inside) }").load()
  }

  @Test(
    "A limit without per whose quote names units or leaders gets a remark",
    arguments: [
      ("limit { '每家企业限报1项', '1项' }", "每家", "applicant"), ("limit { '同一单位限报1项', '1项' }", "同一单位", "applicant"),
      ("limit { '每个单位限报1项', '1项' }", "每个单位", "applicant"), ("limit { '每单位1项', '1项' }", "每单位", "applicant"),
      ("limit { '同一项目负责人限报1项', '1项' }", "负责人", "leader"), ("limit { '每人限报1项', '1项' }", "每人", "leader"),
      ("limit { '每个单位和负责人限报1项', '1项' }", "负责人", "leader"), ("limit { '接受1个项目', '1项' }", nil, nil),
      ("limit { '每家企业限报1项', '1项', per = 'applicant' }", nil, nil),
    ] as [(String, String?, String?)])
  func remarks(_ limit: String, _ word: String?, _ per: String?) throws {
    let remarks = ProgramRemarks.limits(try Self.load(limit))
    #expect(remarks.count == (word == nil ? 0 : 1) && remarks.allSatisfy(\.isRemark))
    guard let word, let per, let remark = remarks.first else { return }
    #expect(remark.code == "limit-without-per" && remark.line == 2)
    #expect(remark.wording.chinese.contains("“\(word)”") && remark.wording.chinese.hasSuffix("请写明 per = \"\(per)\""))
  }

  @Test("The remark is part of the check of a plugin")
  func check() throws {
    let plugin = try TemporaryPlugin("direction { '1.1', \(Self.target), limit { '每家企业限报1项', '1项' } }")
    let check = PluginCheck(try Plugin(FilePath(plugin.folder.path)))
    #expect(check.diagnostics.map(\.code).contains("limit-without-per") && check.hasNoErrors)
  }

  @Test("A limit outside of directions claims its quote in the head of the plan or of a project type, for all directions")
  func heads() throws {
    let limit = "limit { '面向科技型企业', '1项', '按1项掌握', per = 'applicant' }\n"
    let texts = ["", "支持食品新产品的试制", "支持农机的改造"]
    #expect(try GuidelineFixture.faults(GuidelineFixture.program(uncovered: texts)).map(\.code) == ["left-over"])
    #expect(try GuidelineFixture.faults(limit + GuidelineFixture.program(uncovered: texts)).isEmpty)
    let type = "limit { '具体申报事项另行通知', '1项', '按1项掌握', per = 'applicant' }\n"
    #expect(try GuidelineFixture.faults(type + GuidelineFixture.program(without: "1.1/notice/1")).isEmpty)
  }

  @Test(
    "A quote of a limit outside of directions that the heads do not have is reported at its line",
    arguments: [
      ("limit { '风马牛', '1项', '按1项掌握', per = 'unit' }", "qihang/limit/1 的引文不在计划和项目类型的开头：“风马牛”"),
      ("limit { '须附检验报告', '1项', '按1项掌握', per = 'unit' }", "qihang/limit/1 的引文在方向1.2中"),
      ("limit { '面向科技型企业', '1项', '按1项掌握', per = 'unit' }", "uncovered 的“面向科技型企业”跨过了 qihang/limit/1 的引文"),
    ])
  func missing(_ limit: String, _ message: String) throws {
    let faults = try GuidelineFixture.faults(limit + "\n" + GuidelineFixture.program())
    #expect(faults.count == 1 && faults.first?.wording.chinese.hasPrefix(message) == true, "\(faults.map(\.wording.chinese))")
    #expect(faults.first?.line == (message.hasPrefix("qihang") ? 1 : 3))
  }

  @Test("A limit within a project type that stands in one direction answers a head for the other directions too")
  func scope() throws {
    for (within, codes) in [("projectType", []), ("direction", ["head-left-out"])] {
      let limit = "limit { '面向科技型企业', '1项', '按1项掌握', per = 'unit', within = '\(within)' },"
      let texts = ["", "支持食品新产品的试制", "支持农机的改造"]
      let program = GuidelineFixture.program(more: ["1.1": limit], uncovered: texts)
      #expect(try GuidelineFixture.faults(program).map(\.code) == codes)
    }
  }

  @Test("The page of a program has the rules of its limits")
  func document() throws {
    let loaded = try Self.load(
      "limit { '每家限报1项', '1项', per = 'applicant' }", outside: "limit { '每人限报1项', '1项', per = 'leader' }")
    let page = ProgramDocument.make(loaded).markdown
    #expect(page.contains("## 各方向共同的限项") && page.contains("每个项目负责人在本计划最多1项；超过的由主管部门认定"))
    #expect(page.contains("demo/limit/1") && page.contains("每个申报单位在本方向最多1项；超过的由主管部门认定"))
    #expect(try !ProgramDocument.make(Self.load("limit { '接受1个', '1个' }")).markdown.contains("共同的限项"))
  }

  @Test("Neither coverage nor mutations ask for cases of a limit")
  func tests() throws {
    let limits = "limit { '每家限报1项', '1项', per = 'applicant' }"
    var counts: [[Int]] = []
    for more in ["", limits] {
      let plugin = try TemporaryPlugin("\(more)\ndirection { '1.1', \(Self.target), \(more) }")
      let loaded = try plugin.load()
      let coverage = try ProgramTests(loaded).coverage(of: [])
      counts.append([
        coverage.clauses, coverage.possible, Mutant.all(of: loaded.program.directions[0], loaded, ChangedFunctions(loaded)).count,
      ])
    }
    #expect(counts[0] == counts[1] && counts[0][0] == 1)
  }

  @Test("The editor's definitions have the options, and do not require that the result is used")
  func stubs() throws {
    let text = EditorStubs.vocabulary
    #expect(text.contains("---@field per? \"applicant\"|\"leader\"|\"unit\" "))
    #expect(text.contains("---@field within? \"direction\"|\"projectType\"|\"plan\" "))
    #expect(text.contains("---@field over? \"ask\"|\"all\"|\"best\"|\"earliest\" "))
    #expect(text.contains("---@field ongoing? true|\"overdue\" "))
    let function = try #require(text.split(separator: "function limit(").first)
    #expect(function.hasSuffix("---@return keping.Clause\n"))
  }
}

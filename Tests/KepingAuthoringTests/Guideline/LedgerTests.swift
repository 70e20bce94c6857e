import KepingCore
import KepingPlugins
import PluginFixtures
import Testing

@testable import KepingAuthoring

@Suite("The ledger compares a plugin with every passage of its guideline")
struct LedgerTests {
  @Test("A plugin that covers its plan has no faults, and the next plan is outside the ledger")
  func complete() throws {
    let plugin = try TemporaryPlugin(GuidelineFixture.program(), manifest: GuidelineFixture.manifest)
    let ledger = Ledger(try plugin.load(), try GuidelineText(GuidelineFixture.guideline, path: "指南.md"))
    #expect(ledger.faults.map(\.wording.chinese) == [])
    #expect(ledger.quoted == Set(GuidelineFixture.clauses.map(\.id)))
    #expect(ledger.parts.map(\.part.owner) == [.plan, .projectType("1"), .direction("1.1"), .direction("1.2")])
    let words = ledger.parts.flatMap { $0.passages.map { ledger.text.text(in: $0.range) } }.joined()
    #expect(words.hasPrefix("计划一：启航市科技小微专项") && words.hasSuffix("须附检验报告。"))
    // The title of the guideline, and the next plan up to the end.
    #expect(ledger.outside == [1...1, 18...20])
  }

  @Test("If a clause is omitted, its quote is reported as left over", arguments: GuidelineFixture.clauses.map(\.id))
  func deletion(_ id: String) throws {
    let faults = try GuidelineFixture.faults(GuidelineFixture.program(without: id))
    let quote = try #require(GuidelineFixture.clauses.first { $0.id == id }).quote
    #expect(faults.count == 1 && ["left-over", "head-left-out"].contains(faults.first?.code))
    #expect(faults.first?.wording.chinese.contains(quote) == true)
  }

  @Test(
    "A changed character anywhere in a quote is reported with its position in the quote",
    arguments: GuidelineFixture.clauses.map(\.id))
  func change(_ id: String) throws {
    let quote = try #require(GuidelineFixture.clauses.first { $0.id == id }).quote
    for index in quote.indices {
      let changed = quote.replacingCharacters(in: index...index, with: "某")
      let program = GuidelineFixture.program(quoting: (id, changed))
      // A bound that is no longer in its quote is an error when the plugin loads.
      guard let faults = try? GuidelineFixture.faults(program) else { continue }
      let fault = try #require(faults.first { $0.code == "quote-not-found" })
      let number = quote.distance(from: quote.startIndex, to: index) + 1
      #expect(fault.wording.chinese.hasPrefix("\(id) 的引文与指南不同，第\(number)字起：引文“某”，指南“\(quote[index])”"))
      #expect(fault.line != nil && fault.path.hasSuffix("program.lua"))
    }
  }

  @Test(
    "A wrong quote or uncovered text is reported with its location",
    arguments: [
      // The first four: a quote from the other direction, another width, inserted text, and text that is not in the guideline.
      (#"target { '改造农机1台以上', e.d },"#, "quote-not-found", "1.1/target/3 的引文在方向1.2中"),
      (#"target { '试制新产品2种以上', e.d },"#, "quote-not-found", "，只是全角半角不同"),
      (#"target { '经济效益增加并达到80万元以上', e.d },"#, "quote-not-found", "第5字起：引文“增加并”，指南没有字（指南.md:10:"),
      (#"target { '风马牛不相及', e.d },"#, "quote-not-found", "不在指南的方向1.1中，也不在项目类型和计划的开头"),
      (#"target { '经济效益达到80万元以上', e.d },"#, "quote-taken", "已由 1.1/target/2 引用"),
      (#"target { '经济效益达到', e.d },"#, "quote-taken", "已由 1.1/target/2 引用"),
      (#"target { '考核要求', e.d },"#, "quote-in-heading", "只是标题“考核要求：”（指南.md:10:1）"),
      (#"uncovered { '没有的话', because = 'x' },"#, "uncovered-not-found", "“没有的话”不在指南的这一部分中"),
      (#"uncovered { '试制……达到80万元', because = 'x' },"#, "uncovered-quote", "跨过了 1.1/target/1 的引文"),
      (#"uncovered { '达到80万元……在20万元', because = 'x' },"#, "uncovered-section", "跨过了“申报条件：”（指南.md:11:1）"),
    ])
  func mistakes(_ more: String, _ code: String, _ words: String) throws {
    let fault = try #require(try GuidelineFixture.faults(GuidelineFixture.program(more: ["1.1": more])).first { $0.code == code })
    #expect(fault.wording.chinese.contains(words), "\(fault.wording.chinese)")
    #expect(fault.path.hasSuffix("program.lua") && fault.line != nil)
  }

  @Test("A passage that is left over is reported by line and column, without the punctuation around it")
  func leftOver() throws {
    let guideline = GuidelineFixture.guideline.replacing("；鼓励联合申报。", with: "；申报单位无失信记录，鼓励联合申报。")
    let faults = try GuidelineFixture.faults(guideline: guideline)
    #expect(faults.map(\.code) == ["left-over"])
    #expect(faults.first?.line == 11 && faults.first?.column == 22)
    #expect(faults.first?.wording.chinese.contains("“申报单位无失信记录”（方向1.1 绿色食品新产品试制，申报条件）") == true)
  }

  @Test(
    "A passage elided by “……” must not state a requirement",
    arguments: [
      ("支持食品新产品的试制", nil), ("支持食品，申报单位须有新产品的试制", "须"), ("支持食品，新产品2种以上的试制", "以上"),
      ("支持食品，鼓励新产品的试制", "鼓励"), ("支持食品，优先支持新产品的试制", "优先"), ("支持食品（具体事项另行通知）新产品的试制", "另行通知"),
    ] as [(String, String?)])
  func elision(_ support: String, _ requirement: String?) throws {
    let guideline = GuidelineFixture.guideline.replacing("支持食品新产品的试制", with: support)
    let faults = try GuidelineFixture.faults(
      GuidelineFixture.program(uncovered: ["面向科技型企业", "支持食品……的试制", "支持农机的改造"]), guideline: guideline)
    #expect(faults.map(\.code) == (requirement == nil ? [] : ["hidden-requirement"]))
    if let requirement { #expect(faults.first?.wording.chinese.contains("略过了“\(requirement)”（指南.md:9:") == true) }
  }

  @Test(
    "Text that looks like markup stays text",
    arguments: ["<A类企业不得申报>", "<p 申报单位须为独立法人>", "[](申报单位须为独立法人)", "[鼓励](须连续三年盈利)", "<5人的团队不得申报>"])
  func marks(_ words: String) throws {
    let guideline = GuidelineFixture.guideline.replacing("；鼓励联合申报", with: "；\(words)，鼓励联合申报")
    #expect(try GuidelineFixture.faults(guideline: guideline).map(\.code) == ["left-over"])
  }

  @Test(
    "Long runs of markup are read in acceptable time",
    arguments: [
      String(repeating: "；", count: 50_000), String(repeating: "<!--", count: 50_000),
      String(repeating: "- ", count: 50_000) + "等",
      String(repeating: " *a", count: 50_000) + String(repeating: "b** ", count: 50_000),
    ])
  func marksWithoutEnd(_ marks: String) throws {
    let guideline = GuidelineFixture.guideline.replacing("支持食品新产品的试制。", with: "支持食品新产品的试制。\n\(marks)\n")
    _ = try GuidelineText(guideline, path: "指南.md")
    _ = try GuidelineFixture.faults(guideline: guideline)
  }

  @Test("A passage above the directions that one direction quotes may be uncovered, with a reason, in another")
  func heads() throws {
    let program = GuidelineFixture.program(
      without: "1.2/notice/1", more: ["1.2": "uncovered { '具体申报事项另行通知', because = '本方向不用' },"])
    #expect(try GuidelineFixture.faults(program) == [])
  }

  @Test("A direction that the manifest does not have is reported as left over")
  func foreignDirection() throws {
    let guideline = GuidelineFixture.guideline.replacing("\n\n计划二", with: "\n方向3：茶叶加工\n考核要求：开发茶叶1种以上。\n\n计划二")
    let faults = try GuidelineFixture.faults(guideline: guideline)
    #expect(faults.map(\.code).contains("left-over"))
    #expect(faults.contains { $0.wording.chinese.contains("plugin.yaml 中没有的部分") })
  }
}

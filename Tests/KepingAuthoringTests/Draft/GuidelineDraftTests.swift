import Foundation
import KepingCore
import KepingPlugins
import SystemPackage
import Testing

@testable import KepingAuthoring

@Suite("A draft quotes all of its guideline, whatever its layout")
struct GuidelineDraftTests {
  @Test(
    "Headings become a plan, project types and directions with the guideline's numbers",
    arguments: [
      (
        DraftLayouts.usual, "demo-2026", "计划一", "计划一 启航市科技小微专项", 2026,
        ["1.1 绿色食品新产品试制", "1.2 智能农机改造", "3.1 软课题"]
      ),
      (DraftLayouts.usual, "demo-2026", "启航市科技人才专项", "计划二 启航市科技人才专项", 2026, ["4.1 青年拔尖人才"]),
      (DraftLayouts.markdown, "demo", "一、重点研发专项", "计划一 重点研发专项", 2027, ["1.1 智能农机研制", "2.1 壮瑶医药新产品"]),
      (DraftLayouts.markdown, "demo", "成果转化专项", "计划二 成果转化专项", 2027, ["1.1 良种推广"]),
      (
        DraftLayouts.decimals, "demo-2026", nil, "计划 临江市2026年科技创新项目申报指南（虚构）", 2026,
        ["1.1 新型显示材料", "1.2 工业软件", "2.1 人口健康"]
      ),
      (
        DraftLayouts.brackets, "demo-2025", nil, "计划 长河县二〇二五年度科技计划（虚构）", 2025,
        ["1.1 茶叶加工", "1.2 竹木制品", "2.1 数字乡村"]
      ),
      (
        DraftLayouts.titleOnly, "demo", nil, "计划 关于组织申报2028年度科技特派员项目的通知（虚构）", 2028,
        ["1.1 粮食增产", "1.2 果蔬提质"]
      ),
    ])
  func layouts(
    _ guideline: String, _ id: String, _ wanted: String?, _ plan: String, _ year: Int, _ directions: [String]
  ) throws {
    let fixture = try DraftFixture(guideline, id: id, plan: wanted)
    #expect(fixture.draft.plan == plan && fixture.draft.year == year)
    #expect(fixture.directions == directions)
    // Every word has a clause or is uncovered, and all that is wrong are the open decisions.
    #expect(fixture.faults == [])
    #expect(fixture.check.program == nil && fixture.check.diagnostics.contains { $0.code == "undecided" })
    for direction in fixture.ledger.program.directions { #expect(fixture.files["examples/\(direction.id).json"] != nil) }
  }

  @Test("The same text gives the same files, also with a byte order mark, Windows line ends and spaces before lines")
  func variants() throws {
    let expected = try DraftFixture(DraftLayouts.brackets, id: "demo-2025").files
    for text in [
      "\u{FEFF}" + DraftLayouts.brackets, DraftLayouts.brackets.replacing("\n", with: "\r\n"),
      DraftLayouts.brackets.replacing("    ", with: "\u{3000}\u{3000}"), DraftLayouts.brackets.replacing("\n", with: "\n\n"),
    ] {
      #expect(try DraftFixture(text, id: "demo-2025").files == expected)
    }
  }

  @Test(
    "What cannot be drafted is refused with a code that says why",
    arguments: [
      ("今年的指南很快发布。请关注。", nil, 2026, "no-headings"),
      ("某市2026年指南\n目录\n计划一：甲 …… 1\n方向1：乙 …… 2", nil, 2026, "no-headings"),
      (DraftLayouts.usual, nil, 2026, "several-plans"), (DraftLayouts.usual, "计划三", 2026, "unknown-plan"),
      (DraftLayouts.usual + "\n" + DraftLayouts.usual, "计划一", 2026, "unknown-plan"),
      ("某市2024年度指南\n方向1：乙\n考核要求：新产品1种以上。", nil, nil, "unknown-year"),
      ("某市2026年度指南\n方向1：乙\n考核要求：" + String(repeating: "新产品1种以上；", count: 3001), nil, nil, "too-complex"),
    ] as [(String, String?, Int?, String)])
  func refusals(_ guideline: String, _ plan: String?, _ year: Int?, _ code: String) throws {
    let text = try GuidelineText(guideline, path: "指南.txt")
    let fault = #expect(throws: Diagnostic.self) { _ = try GuidelineDraft(text, id: "demo-2026", plan: plan, year: year) }
    #expect(fault?.code == code, "\(fault?.text(.chinese) ?? "")")
  }

  @Test("Without a year in the title, the id says it, and without both the author must")
  func year() throws {
    let text = try GuidelineText("甲方案\n方向1：乙\n考核要求：新产品1种以上。", path: "指南.txt")
    #expect(try GuidelineDraft(text, id: "demo-2031", plan: nil, year: nil).year == 2031)
    #expect(try GuidelineDraft(text, id: "demo-2031", plan: nil, year: 2030).year == 2030)
    let fault = #expect(throws: Diagnostic.self) { _ = try GuidelineDraft(text, id: "demo", plan: nil, year: nil) }
    #expect(fault?.code == "unknown-year")
  }

  @Test("A heading that occurs twice is a fault that names both lines")
  func repeated() throws {
    let guideline = "某市2026年度指南\n方向1：乙\n考核要求：新产品1种以上。\n方向1：乙\n考核要求：新产品2种以上。"
    let draft = try GuidelineDraft(try GuidelineText(guideline, path: "指南.txt"), id: "demo-2026", plan: nil, year: nil)
    let messages = draft.faults.map { $0.text(.chinese) }
    #expect(
      !messages.isEmpty && messages.allSatisfy { $0.contains("第2行") && $0.contains("第4行") && $0.hasPrefix("指南.txt") },
      "\(messages)")
  }

  @Test("An existing folder stays as it is")
  func existingFolder() throws {
    let draft = try GuidelineDraft(
      try GuidelineText(DraftLayouts.titleOnly, path: "指南.txt"), id: "demo", plan: nil, year: nil)
    try ScaffoldTests.inFolder { folder in
      try Scaffold.write(id: "demo", year: 2026, plan: "demo", in: folder)
      let before = try String(contentsOfFile: folder.appending("demo/program.lua").string, encoding: .utf8)
      let fault = #expect(throws: Diagnostic.self) { try Scaffold.write(draft, id: "demo", in: folder) }
      #expect(fault?.code == "already-there")
      #expect(try String(contentsOfFile: folder.appending("demo/program.lua").string, encoding: .utf8) == before)
    }
  }
}

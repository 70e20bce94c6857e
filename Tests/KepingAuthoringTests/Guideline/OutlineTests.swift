import KepingCore
import Testing

@testable import KepingAuthoring

@Suite("A guideline is read with any usual numbering and markup")
struct OutlineTests {
  static func rewritten(_ changes: [(String, String)], _ text: String = GuidelineFixture.guideline) -> String {
    changes.reduce(text) { $0.replacing($1.0, with: $1.1) }
  }

  @Test(
    "The same text with other markup, numbering or line breaks is the same guideline",
    arguments: [
      // Markdown: headings, bold, lists, quotes, comments, hard breaks.
      [
        ("计划一：", "## **计划一：**"), ("计划二：", "## 计划二："), ("项目类型1", "### 项目类型1"), ("方向1：", "#### 方向1："), ("方向2：", "#### 方向2："),
        ("考核要求：", "- **考核要求：**"), ("申报条件：", "- **申报条件**："), ("经济效益", "*经济效益*"),
        ("面向科技型企业", "> 面向<!-- 旁注 -->科技型企业  "),
      ],
      [("方向1：", "方向一："), ("方向2：", "方向二："), ("项目类型1", "项目类型１")],
      [("方向1：", "方向 1 "), ("方向2：", "方向 2 "), ("项目类型1：", "项目类型1 ")],
      [("\n", "\r\n"), ("面向科技型企业", "\u{00A0}\u{00A0}面向科技型企业")],
      // Wrapped lines, and an entity.
      [("经济效益达到80万元以上", "经济效益\n达到80万元以上"), ("须附", "须\n　　附"), ("；鼓励", "；&#40723;励")],
      [("启航市2026年度", "\u{FEFF}启航市2026年度"), ("考核要求：", "考核要求:"), ("考核要求:", "\n考核要求\n")],
      // The numbers of list items are ignored, at the beginning of a line or within one.
      [("考核要求：试制", "考核要求：1.试制"), ("，经济效益", "；2.经济效益"), ("企业上年", "（1）企业上年"), ("；鼓励联合", "；\n（2）鼓励联合")],
      [("考核要求：", "（一）考核要求："), ("申报条件：", "（二）申报条件："), ("申报要求：", "（二）申报要求：")],
    ])
  func notations(_ changes: [(String, String)]) throws {
    let text = Self.rewritten(changes)
    #expect(text != GuidelineFixture.guideline)
    #expect(try GuidelineFixture.faults(guideline: text).map(\.wording.chinese) == [])
  }

  @Test("The manifest can state the headings and section names of another city")
  func hints() throws {
    let guideline = Self.rewritten([
      ("计划一：", "一、"), ("计划二：", "二、"), ("项目类型1：", "（一）"), ("方向1：绿", "1.绿"), ("方向2：智", "2.智"),
      ("考核要求", "验收指标"), ("申报要求", "申报条件"),
    ])
    let manifest = Self.rewritten(
      [
        ("ordinal: 计划一", "ordinal: 计划一, heading: 一、启航市"), ("    title: 新产品", "    heading: （一）新产品\n    title: 新产品"),
        ("title: 绿色", "heading: 1.绿色, title: 绿色"), ("title: 智能", "heading: 2.智能, title: 智能"),
        ("year: 2026", "year: 2026\nguideline: { sections: [验收指标, 申报条件] }"),
      ], GuidelineFixture.manifest)
    #expect(try GuidelineFixture.faults(guideline: guideline, manifest: manifest).map(\.wording.chinese) == [])
  }

  @Test(
    "A missing, ambiguous or differently titled heading is reported at its position in the manifest",
    arguments: [
      ("方向2：智能", "智能方向：", "heading-not-found", 9), ("方向2：智能农机改造", "方向2：智慧农机改造", "title-differs", 9),
      ("项目类型1：新产品", "项目类型1：新工艺", "title-differs", 8), ("计划一：启航市", "计划一：远航市", "title-differs", 5),
      ("方向2：智能农机改造", "方向2：智能农机改造\n支持一。\n方向2：智能农机改造", "ambiguous-heading", 9),
    ])
  func headings(old: String, new: String, code: String, line: Int) throws {
    let faults = try GuidelineFixture.faults(guideline: Self.rewritten([(old, new)]))
    let fault = try #require(faults.first { $0.code == code }, "\(faults.map(\.wording.chinese))")
    #expect(!faults.contains { $0.code == "quote-not-found" })
    #expect(fault.path.hasSuffix("plugin.yaml") && fault.line == line && fault.column != nil)
  }

  @Test("Another guideline and an empty text are rejected")
  func foreign() throws {
    #expect(try GuidelineFixture.faults(guideline: "第一章 总则\n本办法自发布之日起施行。").map(\.code) == ["foreign-guideline"])
    do throws(Diagnostic) {
      _ = try GuidelineText(" \n\n", path: "空.txt")
      Issue.record("an empty text is no guideline")
    } catch {
      #expect(error.code == "empty-guideline")
    }
  }
}

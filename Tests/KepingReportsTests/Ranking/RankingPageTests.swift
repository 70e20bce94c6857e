import KepingCore
import KepingSelection
import Testing

@testable import KepingReports

@Suite("The page of a ranking shows the order, the line and the reasons")
struct RankingPageTests {
  private static func page(_ report: RankingReport) throws -> String { try RoundFixture.bytes(report, .html).text }

  @Test("The line stands below the last one selected")
  func line() throws {
    let page = try Self.page(try RoundFixture.example())
    let line = "<tr class=\"line\"><td colspan=\"7\">以上拟立项2项，共50.5万元</td></tr>\n"
    let parts = page.components(separatedBy: line)
    try #require(parts.count == 2)
    #expect(parts[0].components(separatedBy: "<tr class=\"selected\">").count == 3)
    #expect(!parts[1].contains("<tr class=\"selected\">") && parts[1].hasPrefix("<tr class=\"open\">"))
  }

  @Test("A row has the rank, the place, the project, the score with a bar of its parts, the amounts and the reason")
  func row() throws {
    let report = try RoundFixture.example()
    #expect(
      try Self.page(report).contains(
        """
        <tr class="selected"><td class="number" data-title="名次">2</td><td data-title="去向"><span class="place">拟立项</span></td>\
        <td data-title="项目"><b>项目B</b><small>B　示例公司（虚构）　负责人B</small></td>\
        <td data-title="得分"><span class="points">80.33</span><span class="bar" aria-hidden="true">\
        <i class="rules" style="width:32%" title="规则分折算32"></i><i class="panel" style="width:48.33%" title="专家分折算48.33"></i></span>\
        <small>规则分80.0，专家分80.55（1人）</small></td><td class="number" data-title="金额">20.5万元</td>\
        <td class="number" data-title="累计">50.5万元</td><td data-title="理由">\(RoundFixture.reason(report, "B"))</td></tr>
        """))
  }

  @Test("Those without a rank are folded below the order, and a record without a program is on the page")
  func others() throws {
    let page = try Self.page(try RoundFixture.example())
    #expect(page.contains("<details class=\"others\"><summary><h3>没有名次的3项</h3></summary>"))
    #expect(page.contains("<h2>没有专项的申报书</h2>") && page.contains("申报编号不明"))
    #expect(page.contains("<h2>限项</h2>") && page.contains("<h2>疑似</h2>"))
  }

  @Test("Nothing is loaded, nothing runs, and what comes from applications is escaped")
  func selfContained() throws {
    let page = try Self.page(try RoundFixture.example())
    #expect(page.firstMatch(of: /<(?:script|link|img|iframe|object|embed|base)\b|\bsrc=|@import|url\(/) == nil)
    #expect(page.matches(of: /\shref="(.)/).allSatisfy { $0.1 == "#" })
    #expect(page.contains("=甲&lt;b&gt;A") && !page.contains("甲<b>"))
  }

  @Test("Headings leave out no level, and every link leads to a group")
  func structure() throws {
    let page = try Self.page(try RoundFixture.example())
    let levels = page.matches(of: /<h([1-6])[ >]/).map { Int($0.1) ?? 0 }
    #expect(levels.first == 1 && levels.filter { $0 == 1 }.count == 1)
    for (level, next) in zip(levels, levels.dropFirst()) { #expect(next <= level + 1) }
    for link in page.matches(of: /href="#([^"]*)"/) { #expect(page.contains("id=\"\(link.1)\"")) }
  }

  @Test("Every colour of the page is one of the palette")
  func colours() {
    let style = RankingStyle.text.text.replacing(/:root{[^}]*}/, with: "")
    #expect(style.firstMatch(of: /#[0-9a-fA-F]{3,8}\b|rgba?\(|hsla?\(/) == nil)
    for colour in style.matches(of: /var\(--([a-z]+)\)/) { #expect(HTMLPage.baseStyle.text.contains("--\(colour.1):#")) }
  }

  @Test("A group without candidates and a group without places say so")
  func empty() throws {
    let none = RoundFixture.settings([("4.1", .direction, { $0.places = 2 })])
    #expect(try Self.page(try RoundFixture.report(none, [])).contains("<p class=\"empty\">没有候选项目。</p>"))
    let full = RoundFixture.settings([("4.1", .direction, { $0.places = 0 })])
    let page = try Self.page(try RoundFixture.report(full, [RoundFixture.entry("A")]))
    #expect(page.contains("<tr class=\"line\"><td colspan=\"7\">没有拟立项的项目</td></tr>\n<tr class=\"out\">"))
    let ranked = try Self.page(try RoundFixture.report(SelectionSettings(), [RoundFixture.entry("A")]))
    #expect(ranked.contains("没有设名额和经费，只排序") && !ranked.contains("class=\"line\""))
  }
}

import Testing
import WorkbookFixtures

@testable import KepingReports

@Suite("The page has headings, landmarks and controls that can be used without seeing it")
struct PageStructureTests {
  private static func page(_ inputs: [String]) throws -> String { try bytes(try report(.html, inputs)).text }

  @Test("Headings begin with the title and leave out no level")
  func headings() throws {
    let page = try Self.page(exampleInputs())
    let levels = page.matches(of: /<h([1-6])[ >]/).map { Int($0.1) ?? 0 }
    #expect(levels.first == 1 && levels.filter { $0 == 1 }.count == 1)
    for (level, next) in zip(levels, levels.dropFirst()) { #expect(next <= level + 1) }
    for heading in ["<h2>汇总</h2>", "<h3>各方向结论</h3>", "<h2>申报书</h2>", "<h3>4.1 激励工业领域加大研发投入</h3>"] {
      #expect(page.contains(heading), "\(heading)")
    }
  }

  @Test("Each landmark stands on the page once, the filters before what they filter")
  func landmarks() throws {
    let page = try Self.page(exampleInputs())
    var position = page.startIndex
    for part in [
      "<a class=\"skip\" href=\"#~list\">", "<header>", "<main>", " role=\"search\" ", "<section aria-label=\"汇总\">",
      "<details class=\"chart\" open>", "<section aria-label=\"申报书\">", "<output aria-live=\"polite\">", "<div id=\"~list\">",
      "<details class=\"application\"", "<p class=\"empty\" hidden>没有符合条件的申报书。", "</main>", "<footer>", "<script>",
    ] {
      let found = try #require(page.ranges(of: part).first, "\(part)")
      #expect(position <= found.lowerBound, "\(part)")
      position = found.upperBound
      #expect(page.ranges(of: part).count == 1 || part.contains("application"), "\(part)")
    }
  }

  @Test("Every control has a name, and none is shown before the script runs, which is what it needs")
  func controls() throws {
    let page = try Self.page(exampleInputs())
    let controls = page.matches(of: /<(?:input|select) [^>]*>/)
    #expect(controls.count == 4)
    for control in controls { #expect(control.0.contains(" aria-label=\"")) }
    #expect(page.matches(of: /class="[^"]*\bscript\b"[^>]* hidden>/).count == 3)
    for value in ["supplement fail error", "4.1", "score", "id"] {
      #expect(page.contains("<option value=\"\(value)\">"), "\(value)")
    }
    #expect(!page.contains("<option value=\"-\">"))  // no application without a known direction
  }

  @Test("Nothing is loaded from elsewhere")
  func selfContained() throws {
    let page = try Self.page(exampleInputs())
    #expect(page.firstMatch(of: /<(?:link|img|iframe|object|embed|base)\b|\bsrc=|@import|url\(/) == nil)
    #expect(page.matches(of: /\shref="(.)/).allSatisfy { $0.1 == "#" })
  }

  @Test("A page without applications has all its parts")
  func empty() throws {
    let page = try Self.page([])
    #expect(page.contains("<output aria-live=\"polite\">共0份</output>"))
    #expect(page.contains("<div id=\"~list\">\n</div>"))
  }
}

import BatchFixtures
import Foundation
import KepingCore
import Testing
import WorkbookFixtures

@testable import KepingReports

@Suite("Every application of a page has its own id, which an address leads to")
struct AnchorTests {
  @Test(
    "An id is what a browser makes of a 申报编号 at the end of an address",
    arguments: [
      ("BS2024-0001", "BS2024-0001"), ("a b", "a%20b"), ("坏记录", "%E5%9D%8F%E8%AE%B0%E5%BD%95"), ("\"><svg>", "%22%3E%3Csvg%3E"),
      ("50%", "50%25"), ("A~2", "A%7E2"), ("~list", "%7Elist"), ("`", "%60"), ("a/b#c?d&e='f'", "a/b#c?d&e='f'"),
      ("e\u{301}", "e%CC%81"), ("\u{7F}\u{202E}", "%7F%E2%80%AE"), ("科\0", "%E7%A7%91%00"),
    ])
  func encoded(_ id: String, _ anchor: String) {
    var anchors = Anchors()
    #expect(anchors.next(id) == anchor)
  }

  @Test("A 申报编号 that is unknown or was given before is followed by the position, which no other 申报编号 can equal")
  func unique() {
    var anchors = Anchors()
    let ids = ["A", nil, "A", "", "A~3", "é", "e\u{301}", "é", "~2", "a"]
    let expected = ["A", "~2", "A~3", "~4", "A%7E3", "%C3%A9", "e%CC%81", "%C3%A9~8", "%7E2", "a"]
    #expect(ids.map { anchors.next($0) } == expected)
  }

  /// A page with ids that attack it, an id given twice and a record without one.
  private static func page() throws -> String {
    let records = ["\\\"><b id=x>", "A&'", "A&'", "~list", "坏 记录"].map { application($0) } + ["{}", "{"]
    let input = try TemporaryFile(Array(records.joined(separator: "\n").utf8))
    return try bytes(try report(.html, [input.path.string])).text
  }

  @Test("Ids on the page are unique and escaped, and each application has a link to itself")
  func page() throws {
    let page = try Self.page()
    let ids = page.matches(of: /\sid="([^"]*)"/).map { String($0.1) }
    #expect(Set(ids).count == ids.count && ids.count == 8)
    #expect(ids.filter { $0.hasPrefix("~") }.count == 3)  // the list itself and two records without an id
    for id in ["%22%3E%3Cb%20id=x%3E", "A&amp;&#39;", "A&amp;&#39;~3", "%7Elist", "%E5%9D%8F%20%E8%AE%B0%E5%BD%95", "~6", "~7"] {
      #expect(page.contains("<details class=\"application\" id=\"\(id)\" data-verdict="), "\(id)")
      #expect(page.contains("</span><a href=\"#\(id)\" aria-label=\"本份的链接\">#</a>"), "\(id)")
    }
  }
}

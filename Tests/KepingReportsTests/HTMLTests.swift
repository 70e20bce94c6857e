import Testing

@testable import KepingReports

@Suite("HTML is escaped by construction")
struct HTMLTests {
  private static let hostile = "<b a=\"'&"
  private static let bold: HTML = "<b>\(hostile)</b>"

  @Test(
    "Literals are markup, interpolated HTML is inserted unchanged, and every other value is escaped",
    arguments: [
      ("<br>\n\"'&", "<br>\n\"'&"),
      ("<td>\(hostile)</td>", "<td>&lt;b a=&quot;&#39;&amp;</td>"),
      ("<td class=\"\(hostile)\" id='\(hostile)'>", "<td class=\"&lt;b a=&quot;&#39;&amp;\" id='&lt;b a=&quot;&#39;&amp;'>"),
      ("<p>\(bold)</p>", "<p><b>&lt;b a=&quot;&#39;&amp;</b></p>"),
      ("\(-12)|\(0.5)|\(true)", "-12|0.5|true"),
      ("\(hostile.prefix(3))|\("<" as Character)|\(["<"])", "&lt;b |&lt;|[&quot;&lt;&quot;]"),
      ("\("<literal>")", "&lt;literal&gt;"),
      ("<\("a\u{0}b\nc\u{202E}")>", "<a\\u{0}b\\nc\\u{202e}>"),
      ("\("<\u{301}&\u{301}")", "&lt;\u{301}&amp;\u{301}"),
      ("", ""),
    ] as [(HTML, String)])
  func interpolation(_ html: HTML, _ text: String) {
    #expect(html.text == text)
    #expect(html.isEmpty == text.isEmpty)
  }

  @Test("HTML that was converted to text is escaped again")
  func roundTrip() {
    #expect(("\(Self.bold.text)" as HTML).text == "&lt;b&gt;&amp;lt;b a=&amp;quot;&amp;#39;&amp;amp;&lt;/b&gt;")
  }

  @Test(
    "Elements are joined in order, with separators only between them",
    arguments: [
      ([], ""), (["a"], "<li>a</li>"), (["<", "b", ""], "<li>&lt;</li><hr><li>b</li><hr><li></li>"),
    ])
  func joining(_ elements: [String], _ text: String) {
    #expect(HTML(joining: elements, separator: "<hr>") { "<li>\($0)</li>" }.text == text)
  }

  @Test("Appending keeps the existing markup")
  func appending() {
    var html: HTML = "<p>"
    html += "\("&")"
    html += Self.bold
    #expect((html + "</p>").text == "<p>&amp;<b>&lt;b a=&quot;&#39;&amp;</b></p>")
    #expect(html.text == "<p>&amp;<b>&lt;b a=&quot;&#39;&amp;</b>")
  }
}

import Testing

@testable import KepingReports

@Suite("A document escapes its text")
struct DocumentTests {
  @Test("The text of a plugin is markup neither in HTML nor in Markdown")
  func markup() {
    var page = Document("<script>标题")
    page.add(.heading(2, "<b>[a](b)", anchor: "x"))
    page.table(["列"], [[[.text("<i>|"), .code("a|<u>")]]])
    #expect(page.html.text.contains("<h1>&lt;script&gt;标题</h1>") && page.html.text.contains("<h2 id=\"x\">&lt;b&gt;[a](b)</h2>"))
    #expect(page.html.text.contains("<td data-title=\"列\">&lt;i&gt;|<code>a|&lt;u&gt;</code></td>"))
    #expect(page.markdown.hasPrefix("# &lt;script&gt;标题\n"))
    #expect(page.markdown.contains("## &lt;b&gt;\\[a\\](b)\n") && page.markdown.contains("| &lt;i&gt;\\|`a\\|<u>` |\n"))
  }
}

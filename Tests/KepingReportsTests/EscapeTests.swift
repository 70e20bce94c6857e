import Testing

@testable import KepingReports

@Suite("Text from outside stays text in CSV, Markdown and HTML")
struct EscapeTests {
  @Test(
    "A CSV cell neither begins a formula nor breaks its line",
    arguments: [
      ("平常的文字", "平常的文字"), ("=1+1", "'=1+1"), ("+86 776", "'+86 776"), ("-", "'-"), ("@SUM(A1)", "'@SUM(A1)"),
      ("＝1+1", "'＝1+1"), ("-80.5", "'-80.5"), ("=\u{301}1", "'=\u{301}1"), (",\u{301}", "\",\u{301}\""),
      ("\"\u{301}", "\"\"\"\u{301}\""),
      ("a,b", "\"a,b\""), ("a\"b", "\"a\"\"b\""), ("a\r\nb", "a\\u{d}\\nb"),
      ("\t=1", "\" =1\""), ("=cmd|' /C calc'!A0", "'=cmd|' /C calc'!A0"), ("a;b", "\"a;b\""), (" a", "\" a\""),
    ])
  func csv(_ text: String, _ cell: String) {
    #expect(CSVLines.cell(text) == cell)
  }

  @Test(
    "Escaped Markdown contains no markup, HTML or link",
    arguments: [
      ("平常的文字", "平常的文字"), ("<script>", "&lt;script&gt;"), ("a|b", "a\\|b"), ("**a**", "\\*\\*a\\*\\*"),
      ("[a](javascript:b)", "\\[a\\](javascript&#58;b)"), ("`a`", "\\`a\\`"), ("https://a.b", "https&#58;//a.b"),
      ("www.a.b", "www&#46;a.b"), ("a\nb", "a\\\\nb"), ("`\u{301}", "\\`\u{301}"), ("|\u{301}", "\\|\u{301}"),
      ("![a]", "\\!\\[a\\]"), ("a@b.c", "a\\@b.c"), ("&lt;", "&amp;lt;"),
    ])
  func markdown(_ text: String, _ escaped: String) {
    #expect(MarkdownLines.escaped(text) == escaped)
  }

  @Test(
    "Escaped HTML begins no element and ends no attribute",
    arguments: [
      ("平常的文字", "平常的文字"), ("<script>alert(1)</script>", "&lt;script&gt;alert(1)&lt;/script&gt;"),
      ("\" onmouseover='a'", "&quot; onmouseover=&#39;a&#39;"), ("&amp;", "&amp;amp;"), ("<\u{301}b>", "&lt;\u{301}b&gt;"),
      ("\u{FFFF}", "\\u{ffff}"), ("\u{202E}a", "\\u{202e}a"),
    ])
  func html(_ text: String, _ result: String) {
    #expect(("\(text)" as HTML).text == result)
  }
}

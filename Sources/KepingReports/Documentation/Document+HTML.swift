extension Document {
  /// The document as a self-contained HTML page without scripts.
  package var html: HTML {
    var html = HTMLPage.head(title, style: Self.style) + "<main>\n"
    for block in blocks { html += "\(Self.html(block))\n" }
    return html + "</main>\n</body>\n</html>\n"
  }

  private static func html(_ block: Block) -> HTML {
    switch block {
    case .heading(let level, let title, let anchor):
      "<h\(level)\(anchor.isEmpty ? HTML() : " id=\"\(anchor)\"")>\(title)</h\(level)>"
    case .paragraph(let inlines): "<p>\(html(inlines))</p>"
    case .contents(let links):
      "<nav><ul>\(HTML(joining: links) { "<li><a href=\"#\($0.anchor)\">\($0.title)</a></li>" })</ul></nav>"
    case .list(let items): "<ul>\(HTML(joining: items) { "<li>\(html($0))</li>" })</ul>"
    case .table(let headings, let rows): table(headings, rows)
    }
  }

  /// Returns a table whose cells repeat the heading of their column, which narrow screens show instead of the first row.
  private static func table(_ headings: [String], _ rows: [[[Inline]]]) -> HTML {
    let head = HTML(joining: headings) { "<th scope=\"col\">\($0)</th>" }
    var table: HTML = "<table>\n<thead><tr>\(head)</tr></thead>\n<tbody>\n"
    for row in rows {
      table += "<tr>\(HTML(joining: zip(headings, row)) { "<td data-title=\"\($0)\">\(html($1))</td>" })</tr>\n"
    }
    return table + "</tbody>\n</table>"
  }

  private static func html(_ inlines: [Inline]) -> HTML {
    HTML(joining: inlines) { inline in
      switch inline {
      case .text(let text): "\(text)"
      case .code(let code): "<code>\(code)</code>"
      }
    }
  }

  private static let style: HTML = """
    \(HTMLPage.baseStyle)
    h2{padding-bottom:4px;border-bottom:2px solid var(--accent)}h4{font-size:15px;margin:18px 0 4px}
    thead th,code{white-space:nowrap}td:first-child{min-width:6em}
    code{font:13px/1.5 ui-monospace,Consolas,monospace;background:var(--soft);padding:1px 4px;border-radius:3px}
    nav ul{columns:2;margin:6px 0;padding-left:20px}
    @media screen and (max-width:700px){
    nav ul{columns:1}code{white-space:normal}
    thead{display:none}table,tbody,tr,td{display:block}
    tr{margin:8px 0;padding:4px 8px;border:1px solid var(--line);border-radius:4px}td{padding:2px 0;border:0}
    td::before{content:attr(data-title) "　";color:var(--muted)}}
    @media print{code{font-size:8pt;padding:0}}
    """
}

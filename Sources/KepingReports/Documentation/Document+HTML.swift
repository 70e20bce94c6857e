extension Document {
  /// The document as a self-contained HTML page without scripts.
  package var html: HTML {
    var html = HTMLPage.head(title, style: Self.style)
    for block in blocks { html += "\(Self.html(block))\n" }
    return html + "</body>\n</html>\n"
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

  private static func table(_ headings: [String], _ rows: [[[Inline]]]) -> HTML {
    var table: HTML = "<table>\n<thead><tr>\(HTML(joining: headings) { "<th>\($0)</th>" })</tr></thead>\n<tbody>\n"
    for row in rows { table += "<tr>\(HTML(joining: row) { "<td>\(html($0))</td>" })</tr>\n" }
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
    *{box-sizing:border-box}
    body{margin:0 auto;max-width:1100px;padding:0 16px 48px;color:#1c2430;background:#fff;font:15px/1.65 "Microsoft YaHei","PingFang SC","Noto Sans CJK SC","Source Han Sans SC",sans-serif}
    h1{font-size:25px;margin:24px 0 8px}h2{font-size:20px;margin:36px 0 8px;padding-bottom:4px;border-bottom:2px solid #3b5998}
    h3{font-size:17px;margin:28px 0 6px}h4{font-size:15px;margin:18px 0 4px}
    table{border-collapse:collapse;width:100%;margin:6px 0 12px}
    th,td{border:1px solid #d5d9e0;padding:5px 9px;text-align:left;vertical-align:top;overflow-wrap:anywhere}
    thead th{background:#f4f6fa;white-space:nowrap}
    code{font:13px/1.5 ui-monospace,Consolas,monospace;background:#f4f6fa;padding:1px 4px;border-radius:3px;white-space:nowrap}
    nav ul{columns:2;margin:6px 0;padding-left:20px}a{color:#1a5fd0}
    @media (max-width:700px){nav ul{columns:1}}
    @media print{body{max-width:none;font-size:11px}tr,h2,h3,h4{break-inside:avoid;break-after:auto}thead{display:table-header-group}}
    """
}

import KepingCore
import KepingReports

/// Renders ledgers as one self-contained page: the guideline on the left, the clauses that cover it on the right.
package enum LedgerPage {
  /// Returns the page with the ledgers of some plugins, without scripts or external resources.
  package static func html(_ ledgers: [Ledger]) -> HTML {
    var html = HTMLPage.head("指南台账", style: style)
    html += "<h1>指南台账</h1>\n<p>左边是指南原文，一字不漏；右边是回答每句话的条款、判断的规则和守着它的测试。</p>\n<p class=\"legend\">\n"
    for kind in ClauseKind.allCases { html += "<span class=\"words \(kind.rawValue)\">\(kind.title)</span>\n" }
    html += "<span class=\"words uncovered\">未覆盖（说明了理由）</span>\n<span class=\"words left\">没有着落</span></p>\n"
    for ledger in ledgers { html += self.html(ledger) }
    return html + "</body>\n</html>\n"
  }

  private static func html(_ ledger: Ledger) -> HTML {
    let plan = ledger.program.plan
    var html: HTML = "<h2>\(plan.ordinal) \(plan.title)（\(ledger.program.year)年度）</h2>\n"
    html +=
      "<p class=\"total\(ledger.faults.isEmpty ? "" : " bad")\">\(LedgerText.total(ledger))。对照的指南：\(ledger.text.path)。\(LedgerText.outside(ledger))</p>\n"
    if !ledger.faults.isEmpty {
      html += "<ul class=\"faults\">\(HTML(joining: ledger.faults) { "<li>\($0.text(.chinese))</li>" })</ul>\n"
    }
    for part in ledger.parts {
      html += "<h3>\(part.title)</h3>\n<table>\n"
      for passage in part.passages { html += row(passage, ledger) }
      html += "</table>\n"
    }
    return html
  }

  private static func row(_ passage: Ledger.Passage, _ ledger: Ledger) -> HTML {
    let words = ledger.text.text(in: passage.range).replacing("\n", with: " ")
    let line = ledger.text.position(of: passage.range.lowerBound).line
    func row(_ kind: String, _ answer: HTML) -> HTML {
      "<tr><td class=\"line\">\(line)</td><td><span class=\"words \(kind)\">\(words)</span></td><td>\(answer)</td></tr>\n"
    }
    switch passage.answer {
    case .punctuation: return ""
    case .heading: return row("heading", "")
    case .leftOver: return row("left", "<b>没有条款回答</b>")
    case .uncovered(let reason, let location):
      return row("uncovered", "未覆盖：\(reason)<small>\(location)</small>")
    case .clauses(let entries):
      let answers = HTML(joining: entries, separator: "<br>") { entry in
        """
        <code>\(entry.clause.id)</code> \(entry.clause.rule(in: ledger.program.checks))\
        <small>\(entry.source)；\(entry.tests)</small>
        """
      }
      return row(entries.first?.clause.kind.rawValue ?? "", answers)
    }
  }

  private static let style: HTML = """
    *{box-sizing:border-box}
    body{margin:0 auto;max-width:1240px;padding:0 16px 48px;color:#1c2430;background:#fff;font:15px/1.7 "Microsoft YaHei","PingFang SC","Noto Sans CJK SC","Source Han Sans SC",sans-serif}
    h1{font-size:25px;margin:24px 0 8px}h2{font-size:20px;margin:36px 0 8px;padding-bottom:4px;border-bottom:2px solid #3b5998}
    h3{font-size:16px;margin:24px 0 6px}
    table{border-collapse:collapse;width:100%;table-layout:fixed}
    td{border-bottom:1px solid #e3e6ec;padding:6px 8px;vertical-align:top;overflow-wrap:anywhere}
    td:first-child{width:44px;text-align:right;color:#667085;font-size:12px;padding-top:9px}td:nth-child(2){width:46%}
    .words{padding:1px 4px;border-radius:3px;-webkit-box-decoration-break:clone;box-decoration-break:clone}
    .heading{color:#667}.target{background:#dcebfb}.condition{background:#d9f2e3}.document{background:#fdeccb}.principle{background:#ece4fa}
    .priority{background:#fff4c2}.encouraged{background:#fbe3ee}.notice{background:#e2e8f0}.limit{background:#d7f1f4}
    .uncovered{background:#f2f3f5;color:#667}.left{background:#c62828;color:#fff}
    .legend .words{margin-right:8px}
    code{font:13px/1.5 ui-monospace,Consolas,monospace;color:#3b5998}
    small{display:block;color:#667;font-size:12px}
    .total{padding:8px 12px;background:#eef6ee;border-left:4px solid #2e7d32}.bad{background:#fdf3f3;border-color:#c62828}
    .faults{color:#c62828}
    @media print{body{max-width:none;font-size:11px}tr{break-inside:avoid}*{print-color-adjust:exact;-webkit-print-color-adjust:exact}}
    """
}

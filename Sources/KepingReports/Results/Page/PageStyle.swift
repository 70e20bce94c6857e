/// The style sheet of the page, which follows the shared one.
enum PageStyle {
  static let text: HTML = HTMLPage.baseStyle + "\n" + screen + "\n" + narrow + "\n" + paper

  private static let screen: HTML = """
    html{scroll-padding-top:68px}
    [hidden]{display:none!important}
    .skip{position:absolute;top:-60px;padding:8px 12px;background:var(--page)}.skip:focus{top:4px;z-index:2}
    .totals{display:grid;grid-template-columns:repeat(5,1fr);gap:12px;list-style:none;margin:0 0 12px;padding:0}
    .totals li{padding:8px 14px;border:1px solid var(--line);border-top:4px solid var(--accent);border-radius:4px}
    .totals b{display:block;font-size:26px;line-height:1.2}
    .totals .pass{border-top-color:var(--pass)}.totals .supplement{border-top-color:var(--supplement)}
    .totals .fail{border-top-color:var(--fail)}.totals .error{border-top-color:var(--error)}
    .number{text-align:right;font-variant-numeric:tabular-nums}
    .chart>summary{cursor:pointer}.chart h3{display:inline}
    .chart tbody th{font-weight:normal}.chart .plan th{background:var(--soft);font-weight:bold}
    .chart thead th:nth-child(n+3){white-space:nowrap}.chart .bars{width:34%;vertical-align:middle}
    .bar{display:flex;gap:1px;height:14px}.bar i{flex-basis:0}
    .bar .pass{background:var(--pass)}.bar .supplement{background:var(--supplement)}
    .bar .fail{background:var(--fail)}.bar .error{background:var(--error)}
    .filters{display:flex;gap:8px;position:sticky;top:0;z-index:1;padding:8px 0;background:var(--page)}
    .filters{border-bottom:1px solid var(--line)}
    .filters>*{flex:1 1 0;min-width:0}.filters>input{flex-grow:3}.filters>[name=direction]{flex-grow:2}
    select,input,button{font:inherit;padding:4px 8px;color:var(--text);background:var(--page)}
    select,input,button{border:1px solid var(--edge);border-radius:4px}
    button:hover{background:var(--soft)}::placeholder{color:var(--muted);opacity:1}
    .status{display:flex;align-items:center;gap:8px;margin:8px 0}.status output{margin-right:auto}
    .application{border:1px solid var(--line);border-radius:4px;margin:6px 0}
    .application{content-visibility:auto;contain-intrinsic-size:auto 40px}
    .columns,.application>summary{display:grid;gap:0 10px;align-items:center;padding:6px 12px 6px 8px;
    grid-template-columns:12px 74px 150px 14px 44px 48px minmax(0,3fr) minmax(0,2fr)}
    .columns{padding-block:0;color:var(--muted);font-size:13px}
    .columns span:first-child{grid-column:2}.columns span:nth-child(3){grid-column:5}
    .application>summary{cursor:pointer;list-style:none}.application>summary:focus-visible{outline-offset:-3px}
    .application>summary::-webkit-details-marker{display:none}
    .application>summary::before{content:"▸";color:var(--muted)}.application[open]>summary::before{content:"▾"}
    .application>summary:hover,.application[open]>summary{background:var(--soft)}
    .application>summary>a{visibility:hidden;text-decoration:none;text-align:center}
    .application>summary:hover>a,.application[open]>summary>a{visibility:visible}
    .score,.columns span:nth-child(4){text-align:right;font-variant-numeric:tabular-nums}
    .verdict{color:var(--on);border-radius:3px;text-align:center;white-space:nowrap;font-size:14px}
    .verdict.pass{background:var(--pass)}.verdict.supplement{background:var(--supplement)}
    .verdict.fail{background:var(--fail)}.verdict.error{background:var(--error)}
    .body{padding:4px 14px 12px;border-top:1px solid var(--line)}caption h3{margin:4px 0 0}
    .clauses td:first-child,.clauses td:nth-child(2){white-space:nowrap}.clauses th:nth-child(n+3){width:40%}
    .clauses small{display:block}.clauses small,.clauses .notApplicable td:first-child,footer{color:var(--muted)}
    .clauses .unmet td:first-child{color:var(--fail);font-weight:bold}
    .clauses .unknown td:first-child{color:var(--supplement);font-weight:bold}.clauses .met td:first-child{color:var(--pass)}
    .points th{white-space:nowrap}
    .points :is(th,td):is(:nth-child(2),:nth-child(3)){text-align:right;font-variant-numeric:tabular-nums}
    .unread,.failure,.reasons{border-left:4px solid var(--fail);margin:12px 0;padding:4px 12px;background:var(--alarm)}
    .reasons{padding-left:30px}.unread h2{margin-top:4px}
    .amendment{border-left:4px solid var(--accent);margin:4px 0;padding:2px 8px;background:var(--soft)}
    .empty{padding:24px 0;text-align:center}
    footer{margin-top:24px;font-size:13px}
    """

  /// The style for screens that are too narrow for tables: every clause is a card, and nothing is wider than the screen.
  private static let narrow: HTML = """
    @media screen and (max-width:800px){
    .columns{display:none}
    .application{contain-intrinsic-size:auto 88px}
    .application>summary{grid-template-columns:12px 66px minmax(0,1fr) 14px auto auto}
    .title,.applicant{grid-column:2/-1}.applicant{color:var(--muted)}}
    @media screen and (max-width:600px){
    body{padding:0 10px 32px}h1{font-size:20px}
    .totals{gap:6px}.totals li{padding:4px 6px;font-size:12px}.totals b{font-size:18px}
    .chart th,.chart td{padding:4px}.chart .bars{display:none}.chart thead th:nth-child(n+3){white-space:normal;width:2.6em}
    .filters{gap:4px}.filters>*{flex-grow:2;padding:4px 2px;font-size:13px}.filters>input{padding-left:6px}
    .body{padding:4px 8px 8px}
    .cards thead,.cards td:empty{display:none}.cards,.cards :is(caption,tbody,tr,th,td){display:block}
    .cards tr{margin:8px 0;padding:4px 8px;border:1px solid var(--line);border-radius:4px}
    .cards th{padding:2px 0;border:0}.cards td{position:relative;padding:2px 0 2px 3em;border:0}
    .cards td::before{position:absolute;left:0;color:var(--muted);font-weight:normal}
    .clauses td:first-child::before{content:"结论"}.clauses td:nth-child(2)::before{content:"类别"}
    .clauses td:nth-child(3)::before{content:"原文"}.clauses td:nth-child(4)::before{content:"意见"}
    .unread td:first-child::before{content:"文件"}.unread td:nth-child(2)::before{content:"位置"}
    .unread td:nth-child(3)::before{content:"说明"}
    .provenance td:nth-child(2)::before{content:"名称"}.provenance td:nth-child(3)::before{content:"内容"}
    .provenance td:nth-child(4)::before{content:"随附"}
    .points td:first-child{padding-left:0;font-weight:bold}.points td:nth-child(2)::before{content:"得分"}
    .points td:nth-child(3)::before{content:"满分"}.points td:nth-child(4)::before{content:"说明"}
    .points :is(td:nth-child(2),td:nth-child(3)){display:inline-block;width:48%;text-align:left}}
    """

  /// The style for paper: a closed application is one line, an open one is printed whole.
  private static let paper: HTML = """
    @media print{
    .skip,.filters,button,.application>summary>a,.application>summary::before{display:none}
    .totals{gap:6pt;margin-bottom:6pt}.totals li{padding:2pt 6pt}.totals b{font-size:13pt}
    .bar{height:8pt;print-color-adjust:exact;-webkit-print-color-adjust:exact}
    .application{content-visibility:visible;margin:0;border-width:0 0 1px;border-radius:0}
    .application[open]{margin-bottom:6pt}.chart>summary{list-style:none}
    .columns,.application>summary{padding:1.5pt 0;gap:0 6pt;align-items:baseline;break-inside:avoid;
    font-size:8.5pt;grid-template-columns:35pt 74pt 18pt 22pt minmax(0,4fr) minmax(0,3fr)}
    .application[open]>summary{break-after:avoid;font-weight:bold}
    .columns span:first-child,.columns span:nth-child(3){grid-column:auto}
    .verdict.verdict{padding:0;color:inherit;background:none;text-align:left;font-size:inherit;font-weight:bold}
    .body{padding:2pt 0 4pt;border:0}.clauses small{display:inline;margin-left:4pt}
    .unread,.failure,.reasons{margin:4pt 0;padding:0 0 0 8pt}.reasons{padding-left:20pt}}
    """
}

/// The style sheet of the page of a ranking, which follows the shared one.
enum RankingStyle {
  static let text: HTML = HTMLPage.baseStyle + "\n" + screen + "\n" + narrow + "\n" + paper

  private static let screen: HTML = """
    .totals{display:grid;grid-template-columns:repeat(6,1fr);gap:12px;list-style:none;margin:0 0 12px;padding:0}
    .totals li{padding:8px 14px;border:1px solid var(--line);border-top:4px solid var(--edge);border-radius:4px}
    .totals b{display:block;font-size:26px;line-height:1.2}
    .totals .selected{border-top-color:var(--pass)}.totals .reserve{border-top-color:var(--accent)}
    .totals .open{border-top-color:var(--supplement)}.totals .out{border-top-color:var(--error)}
    .number{text-align:right;font-variant-numeric:tabular-nums}
    .groups th[scope=row]{font-weight:normal}.groups .number{white-space:nowrap}
    .note,small,footer{color:var(--muted)}small{display:block;font-size:13px}
    .others>summary{cursor:pointer}.others h3{display:inline}
    .order thead th,.order td:first-child,.order td:nth-child(2){white-space:nowrap}.order td:nth-child(4){min-width:90px}
    .order th:nth-child(3){width:28%}.order th:nth-child(4){width:17%}.order th:nth-child(7){width:26%}
    .order td:nth-child(5),.order td:nth-child(6){white-space:nowrap}
    .place{display:inline-block;padding:0 8px;border-radius:3px;color:var(--on);background:var(--error);font-size:14px}
    .selected .place{background:var(--pass)}.reserve .place{background:var(--accent)}.open .place{background:var(--supplement)}
    .points{font-weight:bold;font-variant-numeric:tabular-nums}
    .bar{display:flex;height:10px;margin:2px 0;background:var(--soft)}
    .bar .rules{background:var(--accent)}.bar .panel{background:var(--pass)}
    .line td{padding:2px 8px;border-top:3px solid var(--fail);color:var(--fail);background:var(--alarm);text-align:center}
    .unread{border-left:4px solid var(--fail);margin:12px 0;padding:4px 12px;background:var(--alarm)}.unread h2{margin-top:4px}
    .empty{color:var(--muted)}
    footer{margin-top:24px;font-size:13px}
    """

  /// The style for screens that are too narrow for tables: every row is a card, and nothing is wider than the screen.
  private static let narrow: HTML = """
    @media screen and (max-width:800px){
    body{padding:0 10px 32px}h1{font-size:20px}
    .totals{grid-template-columns:repeat(3,1fr);gap:6px}.totals li{padding:4px 6px;font-size:12px}.totals b{font-size:18px}
    .cards thead,.cards td:empty{display:none}.cards,.cards :is(tbody,tr,th,td){display:block}
    .cards tr{margin:8px 0;padding:4px 8px;border:1px solid var(--line);border-radius:4px}
    .cards th{padding:2px 0;border:0}.cards td{position:relative;padding:2px 0 2px 4em;border:0;text-align:left}
    .cards td[data-title]::before{position:absolute;left:0;content:attr(data-title);color:var(--muted);font-weight:normal}
    .cards .line td{padding:2px 8px;text-align:center}.cards .line{padding:0}}
    """

  /// The style for paper.
  private static let paper: HTML = """
    @media print{
    @page{size:A4 landscape}
    .totals{gap:6pt;margin-bottom:6pt}.totals li{padding:2pt 6pt}.totals b{font-size:13pt}
    .bar,.line td{print-color-adjust:exact;-webkit-print-color-adjust:exact}.bar{height:6pt}
    .place{padding:0;color:inherit;background:none;font-weight:bold;font-size:inherit}small{font-size:8pt}}
    """
}

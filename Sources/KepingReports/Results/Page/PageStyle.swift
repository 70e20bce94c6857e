/// The style sheet of the page.
enum PageStyle {
  static let text: HTML = """
    :root{--pass:#2e7d32;--supplement:#b26a00;--fail:#c62828;--error:#616161;--line:#d5d9e0;--soft:#f4f6fa}
    *{box-sizing:border-box}
    body{margin:0 auto;max-width:1200px;padding:0 16px 40px;color:#1c2430;background:#fff;font:15px/1.6 "Microsoft YaHei","PingFang SC","Noto Sans CJK SC","Source Han Sans SC",sans-serif}
    h1{font-size:24px;margin:20px 0 12px}h3{font-size:15px;margin:14px 0 4px}
    .totals{display:flex;flex-wrap:wrap;gap:12px;list-style:none;margin:0 0 16px;padding:0}
    .totals li{flex:1 1 120px;padding:10px 14px;border:1px solid var(--line);border-top:4px solid #3b5998;border-radius:4px}
    .totals b{display:block;font-size:26px;line-height:1.2}
    .totals .pass{border-top-color:var(--pass)}.totals .supplement{border-top-color:var(--supplement)}
    .totals .fail{border-top-color:var(--fail)}.totals .error{border-top-color:var(--error)}
    table{border-collapse:collapse;width:100%;margin:8px 0}
    caption{text-align:left;font-weight:bold;padding:4px 0}
    th,td{border:1px solid var(--line);padding:5px 8px;text-align:left;vertical-align:top;overflow-wrap:anywhere}
    thead th{background:var(--soft);white-space:nowrap}
    .number{text-align:right;white-space:nowrap}
    .chart tbody th{font-weight:normal}.chart .plan th{background:var(--soft);font-weight:bold}
    .chart .bars{width:34%;vertical-align:middle}
    .bar{display:flex;height:14px}.bar i{flex-basis:0}
    .bar .pass{background:var(--pass)}.bar .supplement{background:var(--supplement)}.bar .fail{background:var(--fail)}.bar .error{background:var(--error)}
    #filters{display:flex;flex-wrap:wrap;align-items:center;gap:8px 12px;position:sticky;top:0;z-index:1;margin:16px 0 8px;padding:10px 12px;background:var(--soft);border:1px solid var(--line);border-radius:4px}
    fieldset{display:flex;gap:8px;margin:0;padding:0;border:0}legend{float:left;padding:0 8px 0 0}
    select,input[type=search],button{font:inherit;padding:3px 8px;border:1px solid #9aa3b2;border-radius:4px;background:#fff}
    select{max-width:220px}input[type=search]{width:190px}#shown{margin-left:auto;white-space:nowrap}
    :focus-visible{outline:3px solid #1a5fd0;outline-offset:1px}
    .application{border:1px solid var(--line);border-radius:4px;margin:6px 0;scroll-margin-top:80px;content-visibility:auto;contain-intrinsic-size:auto 44px}
    summary{display:grid;grid-template-columns:74px 150px 48px 52px minmax(0,3fr) minmax(0,2fr);gap:10px;align-items:center;padding:7px 12px 7px 8px;cursor:pointer;list-style:none}
    summary::-webkit-details-marker{display:none}
    summary:hover,[open]>summary{background:var(--soft)}
    summary span{overflow:hidden;text-overflow:ellipsis}
    .direction,.score{white-space:nowrap}.id{overflow-wrap:anywhere}.score{text-align:right;font-variant-numeric:tabular-nums}
    .verdict{color:#fff;border-radius:3px;text-align:center;padding:1px 4px;white-space:nowrap;font-size:14px}
    .verdict.pass{background:var(--pass)}.verdict.supplement{background:var(--supplement)}.verdict.fail{background:var(--fail)}.verdict.error{background:var(--error)}
    .body{padding:4px 14px 12px;border-top:1px solid var(--line)}
    .clauses td:first-child{white-space:nowrap}.clauses th:nth-child(3),.clauses th:nth-child(4){width:40%}
    .clauses small{display:block;color:#667}
    .clauses .unmet td:first-child{color:var(--fail);font-weight:bold}.clauses .unknown td:first-child{color:var(--supplement);font-weight:bold}
    .clauses .met td:first-child{color:var(--pass)}.clauses .notApplicable{color:#667}
    .unread{border-left:4px solid var(--fail);margin:16px 0;padding:2px 12px;background:#fdf3f3}.unread td:nth-child(2){white-space:nowrap}
    .failure,.reasons{border-left:4px solid var(--fail);margin:8px 0;padding:4px 12px;background:#fdf3f3}.reasons{padding-left:30px}
    [hidden]{display:none!important}
    footer{margin-top:24px;color:#667;font-size:13px}
    @media (max-width:800px){summary{grid-template-columns:74px 1fr 48px 52px}.title,.applicant{grid-column:1/-1}}
    @media print{body{max-width:none;font-size:11px;padding:0}#filters{display:none}.application{break-inside:avoid-page;content-visibility:visible}
    summary{grid-template-columns:60px 120px 40px 44px minmax(0,3fr) minmax(0,2fr)}*{print-color-adjust:exact;-webkit-print-color-adjust:exact}thead{display:table-header-group}}
    """
}

extension HTMLPage {
  /// The style that result pages and document pages share: colours, type, tables and paper.
  ///
  /// Colours are custom properties and nothing else, so that a test can compute the contrast of every pair. Paper has the light
  /// ones, whatever the screen has.
  static let baseStyle: HTML = """
    :root{color-scheme:light dark;--text:#1c2430;--muted:#5b6472;--page:#ffffff;--soft:#f4f6fa;--alarm:#fdf3f3;--line:#d5d9e0;
    --edge:#767f8e;--link:#1a5fd0;--accent:#3b5998;--pass:#2e7d32;--supplement:#8f5600;--fail:#c62828;--error:#5f6368;--on:#ffffff}
    @media screen and (prefers-color-scheme:dark){
    :root{--text:#e3e7ee;--muted:#a3acba;--page:#14181f;--soft:#1f2530;--alarm:#33201f;--line:#3a4250;
    --edge:#8b95a5;--link:#8ab4f8;--accent:#8ea8dd;--pass:#7fcf86;--supplement:#e8b15c;--fail:#ff9189;--error:#b3bac5;--on:#14181f}}
    *{box-sizing:border-box}
    body{margin:0 auto;max-width:1200px;padding:0 16px 40px;color:var(--text);background:var(--page);overflow-wrap:anywhere;
    font:15px/1.6 "Microsoft YaHei","PingFang SC","Noto Sans CJK SC","Source Han Sans SC",sans-serif}
    h1{font-size:24px;margin:20px 0 12px}h2{font-size:19px;margin:28px 0 8px}h3{font-size:15px;margin:14px 0 4px}
    a{color:var(--link)}
    table{border-collapse:collapse;width:100%;margin:8px 0}
    caption{text-align:left;padding:4px 0}
    th,td{border:1px solid var(--line);padding:5px 8px;text-align:left;vertical-align:top}
    thead th{background:var(--soft)}
    :focus-visible{outline:3px solid var(--link);outline-offset:1px}
    @page{size:A4;margin:14mm 12mm 16mm;@bottom-center{content:counter(page) " / " counter(pages);font-size:8pt}}
    @media print{
    :root{color-scheme:light}
    body{max-width:none;padding:0;font-size:9pt;line-height:1.35}
    h1{font-size:15pt;margin:0 0 6pt}h2{font-size:12pt;margin:10pt 0 4pt}h3{font-size:9.5pt;margin:6pt 0 2pt}
    th,td{padding:1.5pt 4pt}
    tr{break-inside:avoid}h1,h2,h3,h4,caption{break-after:avoid}thead{display:table-header-group}}
    """
}

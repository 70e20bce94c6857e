import KepingCore

/// The filters at the top of the page, and what stands above and below the applications.
///
/// Without a script there is nothing to filter with, so the controls are hidden until the script of the page shows them.
enum ListHTML {
  /// Returns the line of filters, which offers the directions that have applications.
  static func filters(_ lines: [Summary.Line]) -> HTML {
    var html: HTML = """
      <form class="filters script" role="search" aria-label="筛选和排序" autocomplete="off" hidden>
      <input type="search" name="search" aria-label="搜索" placeholder="搜索编号、名称、单位、意见" title="按 / 键到这里，按 Esc 键清除">
      <select name="verdict" aria-label="结论"><option value="">全部结论</option>
      """
    for verdict in Verdict.allCases { html += "<option value=\"\(verdict.rawValue)\">\(verdict.title)</option>" }
    let others = Verdict.allCases.filter { $0 != .pass }.map(\.rawValue).joined(separator: " ")
    html += """
      <option value="\(others)">通过以外</option></select>
      <select name="direction" aria-label="方向"><option value="">全部方向</option>
      """
    var seen: Set<String> = []
    for line in lines where seen.insert(line.direction).inserted {
      let name = line.direction.isEmpty ? line.title : "\(line.direction) \(line.title)"
      html += "<option value=\"\(line.direction.isEmpty ? "-" : line.direction)\">\(name)</option>"
    }
    return html + """
      </select>
      <select name="sort" aria-label="排序"><option value="">按输入顺序</option><option value="score">按得分</option>\
      <option value="id">按申报编号</option></select>
      </form>

      """
  }

  /// Returns the markup above the applications: a heading, their number, and the names of the columns.
  ///
  /// The id of the list begins with `~`, as no id of an application does unless digits follow.
  static func start(_ count: Int) -> HTML {
    """
    <section aria-label="申报书">
    <h2>申报书</h2>
    <p class="status"><output aria-live="polite">共\(count)份</output>\
    <button type="button" name="unfold" class="script" hidden>全部展开</button>\
    <button type="button" name="fold" class="script" hidden>全部收起</button></p>
    <div class="columns" aria-hidden="true"><span>结论</span><span>申报编号</span><span>方向</span><span>得分</span>\
    <span>项目名称</span><span>申报单位</span></div>
    <div id="~list">

    """
  }

  /// The markup below the applications.
  static let end: HTML = """
    </div>
    <p class="empty" hidden>没有符合条件的申报书。<button type="button">清除筛选</button></p>
    </section>

    """
}

/// The limits of the directions that have some, below the totals of the page.
enum LimitsHTML {
  /// Returns a list with a line for each limit; nothing if there are none.
  static func limits(_ lines: [Summary.Line]) -> HTML {
    let items = lines.flatMap { line in line.limitTexts.map { "\(line.direction) \(line.title)：\($0)" } }
    return items.isEmpty ? "" : "<ul class=\"limits\">\(HTML(joining: items) { "<li>\($0)</li>" })</ul>\n"
  }
}

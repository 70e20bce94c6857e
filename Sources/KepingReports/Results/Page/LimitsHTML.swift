/// The limits and who exceeds them, below the totals of the page.
enum LimitsHTML {
  /// Returns a list of lines; nothing if there are none.
  static func limits(_ lines: [String]) -> HTML {
    lines.isEmpty ? "" : "<ul class=\"limits\">\(HTML(joining: lines) { "<li>\($0)</li>" })</ul>\n"
  }
}

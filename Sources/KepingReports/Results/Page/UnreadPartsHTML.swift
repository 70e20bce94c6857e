/// The section of a page with the parts of the inputs that were not read.
enum UnreadPartsHTML {
  /// Returns the section; nothing if all was read.
  static func text(_ parts: [UnreadPart]) -> HTML {
    if parts.isEmpty { return "" }
    let headings = HTML(joining: UnreadPart.headings) { "<th scope=\"col\">\($0)</th>" }
    let rows = HTML(joining: parts) { part in
      "<tr>\(HTML(joining: part.cells) { "<td>\($0)</td>" })</tr>\n"
    }
    return """
      <section class="unread" aria-label="\(UnreadPart.title)">
      <h2>\(UnreadPart.title)</h2>
      <table class="cards"><thead><tr>\(headings)</tr></thead><tbody>
      \(rows)</tbody></table>
      </section>

      """
  }
}

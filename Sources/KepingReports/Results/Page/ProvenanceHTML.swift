import KepingCore

/// The last section of the page: what the results are based on.
enum ProvenanceHTML {
  /// Returns the section; nothing if the summary has no provenance.
  static func text(_ provenance: Provenance?) -> HTML {
    guard let provenance else { return "" }
    let headings = HTML(joining: ProvenanceTable.headings) { "<th scope=\"col\">\($0)</th>" }
    let rows = HTML(joining: ProvenanceTable.rows(provenance)) { row in
      "<tr><th scope=\"row\">\(row.kind)</th><td>\(row.name)</td><td>\(row.value)</td><td>\(row.shipped)</td></tr>\n"
    }
    return """
      <section class="provenance" aria-label="\(ProvenanceTable.title)">
      <h2>\(ProvenanceTable.title)</h2>
      <table class="cards"><thead><tr>\(headings)</tr></thead><tbody>
      \(rows)</tbody></table>
      </section>

      """
  }
}

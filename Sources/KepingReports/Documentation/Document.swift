import KepingCore

/// A text to be read, apart from how it is written down.
public struct Document: Sendable {
  /// A run of words.
  package enum Inline: Sendable {
    case text(String)
    /// What is typed as it stands: an id, a field.
    case code(String)
  }

  package enum Block: Sendable {
    /// `anchor` is what links lead to; of level 1 is the title.
    case heading(Int, String, anchor: String)
    case paragraph([Inline])
    /// Links to headings.
    case contents([(title: String, anchor: String)])
    case list([[Inline]])
    case table([String], [[[Inline]]])
  }

  let title: String
  private(set) var blocks: [Block] = []

  package init(_ title: String) {
    self.title = title
    blocks.append(.heading(1, title, anchor: ""))
  }

  package mutating func add(_ block: Block) { blocks.append(block) }

  package mutating func paragraph(_ text: String) { blocks.append(.paragraph([.text(text)])) }

  /// A table, unless it has no rows.
  package mutating func table(_ headings: [String], _ rows: [[[Inline]]]) {
    if !rows.isEmpty { blocks.append(.table(headings, rows)) }
  }

  /// As Markdown.
  public var markdown: String {
    var text = ""
    for block in blocks {
      if !text.isEmpty { text += "\n" }
      switch block {
      case .heading(let level, let title, let anchor):
        if !anchor.isEmpty { text += "<a id=\"\(anchor)\"></a>\n\n" }
        text += "\(String(repeating: "#", count: level)) \(MarkdownLines.escaped(title))\n"
      case .paragraph(let inlines): text += Self.markdown(inlines) + "\n"
      case .contents(let links):
        for link in links { text += "- [\(MarkdownLines.escaped(link.title))](#\(link.anchor))\n" }
      case .list(let items): for item in items { text += "- \(Self.markdown(item))\n" }
      case .table(let headings, let rows):
        text += "| \(headings.joined(separator: " | ")) |\n|\(String(repeating: " --- |", count: headings.count))\n"
        for row in rows { text += "| \(row.map(Self.markdown).joined(separator: " | ")) |\n" }
      }
    }
    return text
  }

  private static func markdown(_ inlines: [Inline]) -> String {
    inlines.map { inline in
      switch inline {
      case .text(let text): MarkdownLines.escaped(text)
      // What plugins name themselves has no backticks: fields, clauses and settings.
      case .code(let code): "`\(code.printable().replacing("|", with: "\\|"))`"
      }
    }.joined()
  }
}

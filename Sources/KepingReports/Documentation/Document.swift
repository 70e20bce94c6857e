import KepingCore

/// A text document, independent of its output format.
public struct Document: Sendable {
  /// A run of text within a block.
  package enum Inline: Sendable {
    /// Plain text.
    case text(String)
    /// Text in a monospaced font: an id or a field.
    case code(String)
  }

  /// A part of the document.
  package enum Block: Sendable {
    /// A heading of a level, where level 1 is the title; `anchor` is the target of links.
    case heading(Int, String, anchor: String)
    /// A paragraph.
    case paragraph([Inline])
    /// A list of links to headings.
    case contents([(title: String, anchor: String)])
    /// A list of items.
    case list([[Inline]])
    /// A table: its headings, and its rows of cells.
    case table([String], [[[Inline]]])
  }

  let title: String
  private(set) var blocks: [Block] = []

  /// Creates a document with a title.
  package init(_ title: String) {
    self.title = title
    blocks.append(.heading(1, title, anchor: ""))
  }

  /// Appends a block.
  package mutating func add(_ block: Block) { blocks.append(block) }

  /// Appends a paragraph of plain text.
  package mutating func paragraph(_ text: String) { blocks.append(.paragraph([.text(text)])) }

  /// Appends a table, unless it has no rows.
  package mutating func table(_ headings: [String], _ rows: [[[Inline]]]) {
    if !rows.isEmpty { blocks.append(.table(headings, rows)) }
  }

  /// The document as Markdown.
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
      // Names of fields, clauses and settings have no backticks, so they need no escape.
      case .code(let code): "`\(code.printable().replacing("|", with: "\\|"))`"
      }
    }.joined()
  }
}

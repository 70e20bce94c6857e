import KepingPlugins

/// Removes the marks of Markdown and HTML from a guideline, so that its text can be compared with quotes.
///
/// Guidelines arrive as plain text, as Markdown, or as a conversion from Word, and quotes must match all of them. The remaining
/// characters keep their positions for messages. A full Markdown parser would drop text that merely looks like a mark; here a
/// mark without a partner stays as text, because losing a word of the guideline would hide a requirement.
enum MarkdownText {
  /// Returns the characters that are not marks, and the levels of Markdown headings by 1-based line.
  static func cells(of text: String) -> (cells: [TextCell], levels: [Int: Int]) {
    var levels: [Int: Int] = [:]
    var cells: [TextCell] = []
    for line in lines(of: withoutComments(rawCells(of: text))) {
      guard let line = withoutBlockMarks(line) else {
        if let first = line.first { cells.append(lineEnd(first.position)) }
        continue
      }
      if line.level > 0, let first = line.cells.first { levels[first.position.line] = line.level }
      if line.isItem, let first = line.cells.first { cells.append(lineEnd(first.position)) }
      cells += line.cells
      if let last = line.cells.last {
        var end = lineEnd(last.position)
        end.endsBlock = line.level > 0 || !line.cells.contains { !$0.isSpace }
        cells.append(end)
      }
    }
    return (withoutEmphasis(InlineMarks.removed(from: cells)), levels)
  }

  /// Returns a line end that ends a block.
  private static func lineEnd(_ position: TextPosition) -> TextCell {
    TextCell(scalar: "\n", position: position, endsBlock: true)
  }

  /// Returns the characters of a text with their positions; a line end becomes one line feed, and a byte order mark is dropped.
  private static func rawCells(of text: String) -> [TextCell] {
    var cells: [TextCell] = []
    cells.reserveCapacity(text.utf8.count / 2)
    var line = 1
    var column = 1
    var isAfterReturn = false
    for scalar in text.unicodeScalars {
      defer { isAfterReturn = scalar == "\r" }
      if scalar == "\n" && isAfterReturn { continue }
      if scalar == "\u{FEFF}" && cells.isEmpty { continue }
      let isNewLine = scalar == "\n" || scalar == "\r"
      cells.append(TextCell(scalar: isNewLine ? "\n" : scalar, position: TextPosition(line: line, column: column)))
      (line, column) = isNewLine ? (line + 1, 1) : (line, column + 1)
    }
    return cells
  }

  /// Removes comments `<!-- … -->`; one without an end stays as text.
  private static func withoutComments(_ cells: [TextCell]) -> [TextCell] {
    var result: [TextCell] = []
    result.reserveCapacity(cells.count)
    var index = 0
    // If one comment has no end, no later one has either.
    var mayClose = true
    while index < cells.count {
      if mayClose, cells[index].scalar == "<", cells.has("<!--", at: index), index == 0 || cells[index - 1].scalar != "\\" {
        let end = (index + 4..<max(index + 4, cells.count)).first { cells.has("-->", at: $0) }
        if let end {
          index = end + 3
          continue
        }
        mayClose = false
      }
      result.append(cells[index])
      index += 1
    }
    return result
  }

  /// Returns the lines, each with its line end.
  private static func lines(of cells: [TextCell]) -> [ArraySlice<TextCell>] {
    var lines: [ArraySlice<TextCell>] = []
    var start = 0
    for index in cells.indices where cells[index].scalar == "\n" || index == cells.count - 1 {
      lines.append(cells[start...index])
      start = index + 1
    }
    return lines
  }

  /// Returns a line without the marks of block quotes, bullets, headings and table cells.
  ///
  /// - Returns: nil for a line that is only a mark; the level is 0 if the line is not a heading.
  private static func withoutBlockMarks(_ line: ArraySlice<TextCell>) -> (cells: [TextCell], level: Int, isItem: Bool)? {
    var rest = line.drop { $0.isSpace }
    var isItem = false
    if isRule(rest) { return nil }
    while let first = rest.first {
      if first.scalar == ">" {
        rest = rest.dropFirst().drop { $0.isSpace }
      } else if "-*+".unicodeScalars.contains(first.scalar), let next = rest.dropFirst().first, next.isSpace, !next.isLineEnd {
        rest = rest.dropFirst().drop { $0.isSpace }
        if ["[ ] ", "[x] ", "[X] "].contains(where: { Array(rest.prefix(4)).has($0, at: 0) }) { rest = rest.dropFirst(4) }
        isItem = true
      } else {
        break
      }
    }
    var level = rest.prefix { $0.scalar == "#" }.count
    if level > 6 { level = 0 }
    if level > 0 {
      rest = rest.dropFirst(level).drop { $0.isSpace }
      let end = rest.lastIndex { !$0.isSpace && $0.scalar != "#" }.map { $0 + 1 } ?? rest.startIndex
      let hasClosing = end < rest.endIndex && rest[end].isSpace && rest[end...].contains { $0.scalar == "#" }
      if hasClosing { rest = rest[..<end] }
    }
    var cells = Array(rest)
    if cells.first?.scalar == "|" {
      for index in cells.indices where cells[index].scalar == "|" && (index == 0 || cells[index - 1].scalar != "\\") {
        cells[index].scalar = "\n"
        cells[index].endsBlock = true
      }
    }
    if cells.isEmpty, let last = line.last { cells = [TextCell(scalar: "\n", position: last.position)] }
    return (cells, level, isItem)
  }

  /// Whether a line is a rule, the underline of a heading, a fence, or the line below the head of a table.
  private static func isRule(_ line: ArraySlice<TextCell>) -> Bool {
    let marks = line.filter { !$0.isSpace }.map(\.scalar)
    guard marks.count >= 3 else { return false }
    let kinds = Set(marks)
    if kinds.count == 1, let kind = kinds.first, "-=*_".unicodeScalars.contains(kind) { return true }
    if kinds.isSubset(of: ["|", "-", ":"]) && kinds.contains("-") { return true }
    return (marks.starts(with: "```".unicodeScalars) || marks.starts(with: "~~~".unicodeScalars))
      && !marks.contains { $0.isChinese }
  }
}

extension [TextCell] {
  /// Whether a text begins at an index.
  func has(_ text: String, at index: Int) -> Bool {
    var index = index
    for scalar in text.unicodeScalars {
      guard index < count, self[index].scalar == scalar else { return false }
      index += 1
    }
    return true
  }
}

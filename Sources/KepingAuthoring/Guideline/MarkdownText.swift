import KepingPlugins

/// Takes the marks of Markdown and HTML out of a text: what is left are its words.
///
/// It is lenient, since a plain text has no marks: what looks like a mark and has no partner stays as it is.
enum MarkdownText {
  /// The characters that are no marks, and the levels of Markdown headings by line.
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

  private static func lineEnd(_ position: TextPosition) -> TextCell {
    TextCell(scalar: "\n", position: position, endsBlock: true)
  }

  /// The characters of a file with their positions; each line end is one line feed.
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

  /// Leaves out `<!-- … -->`; one without an end is text.
  private static func withoutComments(_ cells: [TextCell]) -> [TextCell] {
    var result: [TextCell] = []
    result.reserveCapacity(cells.count)
    var index = 0
    // Where one has no end, none behind it has.
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

  /// The lines, each with its line end.
  private static func lines(of cells: [TextCell]) -> [ArraySlice<TextCell>] {
    var lines: [ArraySlice<TextCell>] = []
    var start = 0
    for index in cells.indices where cells[index].scalar == "\n" || index == cells.count - 1 {
      lines.append(cells[start...index])
      start = index + 1
    }
    return lines
  }

  /// A line without the marks of blocks: block quotes, bullets, headings, the pipes of a table; nil for a line that is a mark.
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

  /// A line that is a rule, the underline of a heading, a fence, or the line below a table's head.
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
  /// Whether a text stands at an index.
  func has(_ text: String, at index: Int) -> Bool {
    var index = index
    for scalar in text.unicodeScalars {
      guard index < count, self[index].scalar == scalar else { return false }
      index += 1
    }
    return true
  }
}

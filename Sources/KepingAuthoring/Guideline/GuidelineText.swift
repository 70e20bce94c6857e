import KepingCore
import KepingFiles
import KepingPlugins
import SystemPackage

/// The text of an official guideline, with the position of each character in its file.
///
/// Marks of Markdown and HTML are removed. White space within a line becomes one space. A line end becomes nothing next to a
/// Chinese character, since Chinese has no spaces there, and one space between other characters.
public struct GuidelineText: Sendable {
  /// The path of the file, as messages name it.
  public let path: String
  /// The normalised text; an offset in the guideline is an index into this array.
  public let scalars: [Unicode.Scalar]
  /// The lines that have text, in order.
  let lines: [GuidelineLine]
  private let positions: [TextPosition]

  /// The size of the largest accepted guideline, in bytes.
  static let maximumSize = 4 << 20

  /// Reads a file of UTF-8 text or Markdown.
  /// - Throws: ``Diagnostic`` with code `unreadable-file`, `file-too-large`, `invalid-encoding` or `empty-guideline`.
  public init(_ file: FilePath) throws(Diagnostic) {
    let text = try FileText.readText(file, limit: Self.maximumSize)
    try self.init(text, path: file.string)
  }

  /// Reads text or Markdown.
  /// - Parameter path: the path of the file, as messages name it.
  /// - Throws: ``Diagnostic`` with code `empty-guideline`.
  public init(_ text: String, path: String) throws(Diagnostic) {
    let (cells, levels) = MarkdownText.cells(of: text)
    var scalars: [Unicode.Scalar] = []
    var positions: [TextPosition] = []
    var starts: [Int] = []
    var gap = Gap.lineEnd
    for cell in cells where !cell.isInvisible {
      if cell.isSpace {
        gap = max(gap, cell.isLineEnd ? .lineEnd : .space)
        continue
      }
      if let last = scalars.last, gap.isSpace(between: last, cell.scalar) {
        scalars.append(" ")
        positions.append(cell.position)
      }
      if gap == .lineEnd { starts.append(scalars.count) }
      scalars.append(cell.scalar)
      positions.append(cell.position)
      gap = .none
    }
    guard !scalars.isEmpty else {
      throw Diagnostic(path: path, code: "empty-guideline", Wording("文件中没有文字", "the file has no text"))
    }
    self.path = path
    self.scalars = scalars
    self.positions = positions
    let total = scalars.count
    var lastLine = 0
    lines = starts.enumerated().map { index, start in
      let line = positions[start].line
      defer { lastLine = line }
      let end = index + 1 < starts.count ? starts[index + 1] : total
      return GuidelineLine(range: start..<end, level: line == lastLine ? 0 : levels[line] ?? 0)
    }
  }

  /// Returns a text for the comparison with a guideline: with the guideline's rules for white space, and no invisible characters.
  static func normalised(_ text: String) -> [Unicode.Scalar] {
    var result: [Unicode.Scalar] = []
    var gap = Gap.none
    for scalar in text.unicodeScalars where !TextCell.isInvisible(scalar) {
      if scalar.properties.isWhitespace {
        gap = max(gap, TextCell.isLineEnd(scalar) ? .lineEnd : .space)
        continue
      }
      if let last = result.last, gap.isSpace(between: last, scalar) { result.append(" ") }
      result.append(scalar)
      gap = .none
    }
    return result
  }

  /// Returns the text of a range, with its line ends.
  public func text(in range: Range<Int>) -> String {
    var result = String.UnicodeScalarView()
    var line = lineIndex(of: range.lowerBound)
    for offset in range {
      if line + 1 < lines.count, lines[line + 1].range.lowerBound == offset {
        line += 1
        if offset > range.lowerBound {
          if result.last == " " { result.removeLast() }
          result.append("\n")
        }
      }
      result.append(scalars[offset])
    }
    return String(result)
  }

  /// Returns the text of a range on one line, cut after a number of characters.
  func excerpt(_ range: Range<Int>, atMost limit: Int = 60) -> String {
    let shown = range.lowerBound..<min(range.upperBound, range.lowerBound + limit)
    var result = String.UnicodeScalarView()
    result.append(contentsOf: scalars[shown])
    return String(result) + (shown.upperBound < range.upperBound ? "…" : "")
  }

  /// Returns the position of a character in the file; for the end offset, the position of the last character.
  public func position(of offset: Int) -> TextPosition { positions[min(offset, positions.count - 1)] }

  /// Returns the position of a character as `path:line:column`.
  func shownPosition(of offset: Int) -> String { "\(path):\(position(of: offset))" }

  /// Returns the index of the line that contains an offset.
  func lineIndex(of offset: Int) -> Int {
    var low = 0
    var high = lines.count
    while low + 1 < high {
      let middle = (low + high) / 2
      if lines[middle].range.lowerBound <= offset { low = middle } else { high = middle }
    }
    return low
  }

  /// Whether a line begins at an offset.
  func isLineStart(_ offset: Int) -> Bool { lines[lineIndex(of: offset)].range.lowerBound == offset }

  /// Whether a text begins at an offset and ends at or before another one.
  func has(_ wanted: [Unicode.Scalar], at offset: Int, before end: Int? = nil) -> Bool {
    let end = min(end ?? scalars.count, scalars.count)
    guard offset >= 0, offset + wanted.count <= end else { return false }
    for index in wanted.indices where scalars[offset + index] != wanted[index] { return false }
    return true
  }

  /// Returns every occurrence of a text in a range; occurrences may overlap.
  func occurrences(of wanted: [Unicode.Scalar], in range: Range<Int>) -> [Range<Int>] {
    guard let first = wanted.first, range.count >= wanted.count else { return [] }
    var found: [Range<Int>] = []
    for start in range.lowerBound...(range.upperBound - wanted.count)
    where scalars[start] == first && has(wanted, at: start) {
      found.append(start..<(start + wanted.count))
    }
    return found
  }
}

/// A line of a guideline that has text.
struct GuidelineLine: Sendable {
  /// The offsets of the line, up to the beginning of the next line.
  let range: Range<Int>
  /// The level of a Markdown heading, from 1; 0 if the line is not one.
  let level: Int
}

/// The white space between two characters; of several kinds, the widest counts.
private enum Gap: Int, Comparable {
  case none, space, lineEnd

  static func < (first: Gap, second: Gap) -> Bool { first.rawValue < second.rawValue }

  /// Whether the white space between two characters is kept as one space.
  func isSpace(between first: Unicode.Scalar, _ second: Unicode.Scalar) -> Bool {
    switch self {
    case .none: false
    case .space: true
    case .lineEnd: !first.isChinese && !second.isChinese
    }
  }
}

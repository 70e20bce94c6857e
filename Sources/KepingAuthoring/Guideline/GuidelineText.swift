import KepingCore
import KepingFiles
import KepingPlugins
import SystemPackage

/// The words of an official guideline, each character with its position in the file.
///
/// Marks of Markdown and HTML are no words and are left out. White space within a line is one space; where a line ends it is
/// nothing beside a Chinese character, since Chinese has no spaces there, and one space between others.
public struct GuidelineText: Sendable {
  /// The file, as messages name it.
  public let path: String
  public let scalars: [Unicode.Scalar]
  /// The lines that have words, in order.
  let lines: [GuidelineLine]
  private let positions: [TextPosition]

  /// The largest guideline that is read, in bytes.
  static let maximumSize = 4 << 20

  /// Reads a file of UTF-8 text or Markdown.
  /// - Throws: ``Diagnostic`` with code `unreadable-file`, `file-too-large`, `invalid-encoding` or `empty-guideline`.
  public init(_ file: FilePath) throws(Diagnostic) {
    let text = try FileText.readText(file, limit: Self.maximumSize)
    try self.init(text, path: file.string)
  }

  /// Reads text or Markdown.
  /// - Parameter path: the file, as messages name it.
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
      throw Diagnostic(path: path, code: "empty-guideline", Wording("文件中没有文字", "the file has no words"))
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

  /// A text as it is compared with a guideline's: the same rules for white space, and nothing invisible.
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

  /// The words of a range, with its line ends.
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

  /// The words of a range on one line, at most so many characters of it.
  func excerpt(_ range: Range<Int>, atMost limit: Int = 60) -> String {
    let shown = range.lowerBound..<min(range.upperBound, range.lowerBound + limit)
    var result = String.UnicodeScalarView()
    result.append(contentsOf: scalars[shown])
    return String(result) + (shown.upperBound < range.upperBound ? "…" : "")
  }

  /// Where a character stands in the file; of the end, where the last one stands.
  public func position(of offset: Int) -> TextPosition { positions[min(offset, positions.count - 1)] }

  /// Where a character stands, as messages have it: `path:line:column`.
  func shownPosition(of offset: Int) -> String { "\(path):\(position(of: offset))" }

  /// The line in which a character stands.
  func lineIndex(of offset: Int) -> Int {
    var low = 0
    var high = lines.count
    while low + 1 < high {
      let middle = (low + high) / 2
      if lines[middle].range.lowerBound <= offset { low = middle } else { high = middle }
    }
    return low
  }

  /// Whether a line begins at a character.
  func isLineStart(_ offset: Int) -> Bool { lines[lineIndex(of: offset)].range.lowerBound == offset }

  /// Whether a text stands at a position, all of it before an end.
  func has(_ wanted: [Unicode.Scalar], at offset: Int, before end: Int? = nil) -> Bool {
    let end = min(end ?? scalars.count, scalars.count)
    guard offset >= 0, offset + wanted.count <= end else { return false }
    for index in wanted.indices where scalars[offset + index] != wanted[index] { return false }
    return true
  }

  /// Every position of a range at which a text stands.
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

/// A line of a guideline that has words.
struct GuidelineLine: Sendable {
  let range: Range<Int>
  /// The level of a Markdown heading from 1; 0 where it is none.
  let level: Int
}

/// What lies between two characters.
private enum Gap: Int, Comparable {
  case none, space, lineEnd

  static func < (first: Gap, second: Gap) -> Bool { first.rawValue < second.rawValue }

  func isSpace(between first: Unicode.Scalar, _ second: Unicode.Scalar) -> Bool {
    switch self {
    case .none: false
    case .space: true
    case .lineEnd: !first.isChinese && !second.isChinese
    }
  }
}

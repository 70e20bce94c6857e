/// Recognises the table of contents of a guideline, whose lines look like headings.
enum TableOfContents {
  /// Returns the indexes of the lines after 目录 that occur again in the text, with or without a page number.
  static func lines(of text: GuidelineText) -> Set<Int> {
    let keys = text.lines.map { key(text, $0) }
    guard let title = keys.firstIndex(where: { ["目录", "目次"].contains($0) }) else { return [] }
    var seen: Set<String> = []
    var end = title + 1
    // The table ends where the text begins: at the repetition of a listed line, or at a sentence.
    while end < keys.count, !keys[end].contains("。"), keys[end].unicodeScalars.count <= 100, seen.insert(keys[end]).inserted {
      end += 1
    }
    let later = Set(keys[end...])
    return Set((title + 1..<end).filter { later.contains(keys[$0]) })
  }

  /// Returns a line without spaces, and without the dots and page number at its end.
  private static func key(_ text: GuidelineText, _ line: GuidelineLine) -> String {
    var scalars = text.scalars[line.range].filter { $0 != " " }
    let isLeader = { (scalar: Unicode.Scalar) in ".…·．-—_".unicodeScalars.contains(scalar) }
    var end = scalars.count
    while end > 0, Numeral.style(of: scalars[end - 1]) == .digits { end -= 1 }
    let digits = end
    while end > 0, isLeader(scalars[end - 1]) { end -= 1 }
    let hasPage =
      digits < scalars.count && (end < digits || text.scalars[line.range].dropLast(scalars.count - digits).last == " ")
    if hasPage || end < digits { scalars.removeSubrange(end...) }
    var result = String.UnicodeScalarView()
    result.append(contentsOf: scalars)
    return String(result)
  }
}

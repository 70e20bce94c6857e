import KepingCore
import KepingPlugins

/// The heading of a plan, project type or direction as the manifest describes it, before it is found in the guideline.
struct WantedHeading {
  let owner: GuidelinePart.Owner
  /// The name in messages: 计划“计划一”, 项目类型“4”, 方向“4.2”.
  let name: Wording
  let title: String
  /// The beginning of the heading's line that the manifest may give, and the positions of the heading and title in the manifest.
  let hint: HeadingHint
  /// The usual numbering, for a manifest that gives no hint; nil for a heading without a number.
  let pattern: HeadingPattern?
  let number: Int?
  /// The title of the level above, which the manifest repeats for a part that has no title in the guideline.
  let parentTitle: String
  /// Whether the heading may lack a number, as in 方向：….
  var mayLackNumber = false
}

/// A heading of the manifest that was found in the guideline.
struct FoundHeading {
  let owner: GuidelinePart.Owner
  /// The offset at which its line begins.
  let start: Int
  /// The offsets of the label and the title; text outside them needs a clause.
  let words: [Range<Int>]
  /// The numbering, which identifies other headings of the same level.
  let pattern: HeadingPattern?
  /// The level of the Markdown heading, from 1; 0 if the line is not one.
  let level: Int
}

/// Finds headings of the manifest in a range of a guideline.
///
/// Guidelines number and mark their headings in different ways, so the search tries the beginning that the manifest gives, the
/// usual label with the right number, an unnumbered label, and last the title alone. It accepts a heading only if exactly one
/// line fits, because a wrong part would hide clauses that nobody checks.
struct HeadingSearch {
  let text: GuidelineText
  let manifestPath: String
  /// The indexes of the lines of the table of contents, which only look like headings.
  let contents: Set<Int>

  /// A line that may be the wanted heading, divided into a label and a title.
  ///
  /// Candidates are collected first and judged afterwards, so that an ambiguity can be reported with all of its lines.
  private struct Candidate {
    /// The index of the line.
    let line: Int
    /// The offset at which the line begins.
    let start: Int
    /// The offset after the label, such as 方向1.
    let labelEnd: Int
    /// The offset after the label and its separators, where the title is expected.
    let titleStart: Int
  }

  /// Finds a heading, and reports a missing, ambiguous or differently titled one.
  ///
  /// - Returns: nil if the heading is missing or ambiguous.
  func find(_ wanted: WantedHeading, in region: Range<Int>, faults: inout [HeadingFault]) -> FoundHeading? {
    var candidates = self.candidates(wanted, region)
    if candidates.count > 1 {
      let titled = candidates.filter { titleRange(wanted.title, in: $0) != nil }
      if titled.count == 1 { candidates = titled }
    }
    guard let candidate = candidates.first, candidates.count == 1 else {
      let fault = candidates.isEmpty ? missingHeading(wanted, region) : ambiguousHeading(wanted, candidates)
      faults.append(HeadingFault(owner: wanted.owner, diagnostic: fault))
      return nil
    }
    let line = text.lines[candidate.line]
    var words = [line.range]
    if let title = titleRange(wanted.title, in: candidate) {
      words = [candidate.start..<min(candidate.titleStart, title.lowerBound), title]
    } else if wanted.title == wanted.parentTitle, wanted.hint.beginning != nil || wanted.mayLackNumber {
      words = [candidate.start..<candidate.labelEnd]
    } else {
      faults.append(HeadingFault(owner: wanted.owner, diagnostic: titleDiffers(wanted, candidate)))
    }
    let isNumbered = wanted.hint.beginning == nil && label(of: wanted, inLine: candidate.line) != nil || wanted.mayLackNumber
    let beginning = wanted.hint.beginning ?? text.excerpt(line.range)
    return FoundHeading(
      owner: wanted.owner, start: candidate.start, words: words,
      pattern: isNumbered ? wanted.pattern : HeadingPattern(of: beginning), level: line.level)
  }

  // MARK: Candidates

  /// Returns the number with which the guideline has the title of a heading; nil if no line, or several lines, have it.
  func number(ofTitle wanted: WantedHeading, in region: Range<Int>) -> Int? {
    guard wanted.hint.beginning == nil else { return nil }
    let lines = text.lines.indices.filter { region.contains(text.lines[$0].range.lowerBound) && !contents.contains($0) }
    let numbers = lines.compactMap { line -> Int? in
      guard let label = label(of: wanted, inLine: line) else { return nil }
      let candidate = Candidate(
        line: line, start: text.lines[line].range.lowerBound, labelEnd: label.end, titleStart: endOfSeparators(from: label.end))
      return titleRange(wanted.title, in: candidate) == nil ? nil : label.number
    }
    return numbers.count == 1 ? numbers[0] : nil
  }

  private func candidates(_ wanted: WantedHeading, _ region: Range<Int>) -> [Candidate] {
    let lines = text.lines.indices.filter { region.contains(text.lines[$0].range.lowerBound) && !contents.contains($0) }
    if let beginning = wanted.hint.beginning {
      return lines.compactMap { hintedCandidate($0, beginning: beginning, wanted) }
    }
    let labelled = lines.compactMap { line in
      label(of: wanted, inLine: line).flatMap {
        $0.number == wanted.number ? labelledCandidate(line, labelEnd: $0.end, title: wanted.title) : nil
      }
    }
    if !labelled.isEmpty { return labelled }
    let unnumbered = wanted.mayLackNumber ? lines.compactMap { unnumberedCandidate($0) } : []
    return unnumbered.isEmpty ? lines.compactMap { titledCandidate($0, title: wanted.title) } : unnumbered
  }

  /// Returns the number and end of a line's label in the usual numbering of the wanted heading; the number may be another one.
  func label(of wanted: WantedHeading, inLine line: Int) -> (number: Int, end: Int)? {
    wanted.pattern.flatMap { label(matching: $0, inLine: line) }
  }

  /// Returns the number and end of a line's label; a label with a word may come after an enumerator or brackets.
  func label(matching pattern: HeadingPattern, inLine line: Int) -> (number: Int, end: Int)? {
    let range = text.lines[line].range
    if let found = pattern.match(text, at: range.lowerBound, before: range.upperBound) { return found }
    guard pattern.hasWord else { return nil }
    let start = text.endOfEnumerators(from: range.lowerBound, before: range.upperBound)
    return pattern.match(text, at: start, before: range.upperBound).map { ($0.number, $0.end) }
  }

  /// Returns a candidate whose label is followed by a separator, a bracket, the line's end, or the title.
  private func labelledCandidate(_ line: Int, labelEnd: Int, title: String) -> Candidate? {
    let range = text.lines[line].range
    let titleStart = endOfSeparators(from: labelEnd)
    let isSetOff = labelEnd >= range.upperBound || titleStart > labelEnd || "（(".unicodeScalars.contains(text.scalars[labelEnd])
    guard isSetOff || text.has(GuidelineText.normalised(title), at: labelEnd) else { return nil }
    guard isHeadingLabel(endingAt: labelEnd, titleStart: titleStart, lineEnd: range.upperBound) else { return nil }
    return Candidate(line: line, start: range.lowerBound, labelEnd: labelEnd, titleStart: titleStart)
  }

  /// Whether a label is the heading of its line, and not part of a list of references such as “方向1、方向2” or “方向1-3”.
  private func isHeadingLabel(endingAt labelEnd: Int, titleStart: Int, lineEnd end: Int) -> Bool {
    let separators = text.scalars[labelEnd..<min(titleStart, text.scalars.count)]
    guard separators.contains(where: { "、-—－".unicodeScalars.contains($0) }), titleStart < end else { return true }
    if Numeral(text.scalars, at: titleStart, before: end) != nil { return false }
    return !["方向", "项目类型", "计划"].contains { text.has(Array($0.unicodeScalars), at: titleStart) }
  }

  /// Whether a line's label is separated from the text after it, so that the line is a heading whatever its title.
  func isHeading(_ line: Int, labelEnd: Int) -> Bool { labelledCandidate(line, labelEnd: labelEnd, title: "\u{0}") != nil }

  /// Returns a candidate with the label 方向： without a number.
  private func unnumberedCandidate(_ line: Int) -> Candidate? {
    let range = text.lines[line].range
    let start = text.endOfEnumerators(from: range.lowerBound, before: range.upperBound)
    for label in ["方向：", "方向:"] where text.has(Array(label.unicodeScalars), at: start, before: range.upperBound) {
      let end = start + label.unicodeScalars.count
      return Candidate(line: line, start: range.lowerBound, labelEnd: end, titleStart: endOfSeparators(from: end))
    }
    return nil
  }

  /// Returns a candidate that begins with the `heading` of the manifest; 专题1 does not match the beginning of 专题10.
  private func hintedCandidate(_ line: Int, beginning: String, _ wanted: WantedHeading) -> Candidate? {
    let start = text.lines[line].range.lowerBound
    let heading = GuidelineText.normalised(beginning)
    guard text.has(heading, at: start), let last = heading.last else { return nil }
    var end = start + heading.count
    if end < text.scalars.count, !text.isLineStart(end) {
      let next = text.scalars[end]
      if Numeral.style(of: last) != nil && Numeral.style(of: next) != nil { return nil }
      let isPoint = { (scalar: Unicode.Scalar) in scalar == "." || scalar == "．" }
      if isPoint(last) && Numeral.style(of: next) != nil { return nil }
      if Numeral.style(of: last) == .digits, isPoint(next), end + 1 < text.scalars.count,
        Numeral.style(of: text.scalars[end + 1]) == .digits
      {
        return nil
      }
    }
    // The title is within the given beginning or follows it directly.
    let title = GuidelineText.normalised(wanted.title)
    let limit = min(text.scalars.count, end + title.count + 3)
    let found = text.occurrences(of: title, in: start..<limit).first
    let titleStart = found.map(\.lowerBound) ?? endOfSeparators(from: end)
    if titleStart > end, text.scalars[end..<titleStart].contains(where: \.isWord) { return nil }
    if found == nil, let label = HeadingPattern(of: beginning)?.match(text, at: start, before: end) { end = label.end }
    return Candidate(line: line, start: start, labelEnd: end, titleStart: titleStart)
  }

  /// Returns a candidate that is only the title, with or without an enumerator: （一）新能源关键技术攻关.
  private func titledCandidate(_ line: Int, title: String) -> Candidate? {
    let range = text.lines[line].range
    let wanted = GuidelineText.normalised(title)
    let start = text.endOfEnumerators(from: range.lowerBound, before: range.upperBound)
    guard text.has(wanted, at: start) else { return nil }
    let end = start + wanted.count
    let isAlone = end >= range.upperBound || "（(".unicodeScalars.contains(text.scalars[end])
    return isAlone ? Candidate(line: line, start: range.lowerBound, labelEnd: start, titleStart: start) : nil
  }

  /// Returns the offset after the characters that separate a label from its title.
  private func endOfSeparators(from start: Int) -> Int {
    var offset = start
    while offset < text.scalars.count, HeadingPattern.isSeparator(text.scalars[offset]) { offset += 1 }
    return offset
  }

  /// Returns the offsets of the title in a candidate, or nil if the line has another or a longer title.
  private func titleRange(_ title: String, in candidate: Candidate) -> Range<Int>? {
    let wanted = GuidelineText.normalised(title)
    guard text.has(wanted, at: candidate.titleStart) else { return nil }
    let end = candidate.titleStart + wanted.count
    guard end >= text.scalars.count || text.isLineStart(end) || !text.scalars[end].isWord else { return nil }
    return candidate.titleStart..<end
  }

  // MARK: Faults

  private func fault(_ position: TextPosition, _ code: String, _ wording: Wording) -> Diagnostic {
    Diagnostic(path: manifestPath, line: position.line, column: position.column, code: code, wording)
  }

  private func quotedLine(_ line: Int) -> String {
    let range = text.lines[line].range
    return "\(text.position(of: range.lowerBound).line)行“\(text.excerpt(range, atMost: 30).printable())”"
  }

  private func quotedLineInEnglish(_ line: Int) -> String {
    let range = text.lines[line].range
    return "line \(text.position(of: range.lowerBound).line) '\(text.excerpt(range, atMost: 30).printable())'"
  }

  private func titleDiffers(_ wanted: WantedHeading, _ candidate: Candidate) -> Diagnostic {
    let line = text.lines[candidate.line].range
    let title = text.excerpt(min(candidate.titleStart, line.upperBound)..<max(line.upperBound, candidate.titleStart))
    let position = text.shownPosition(of: candidate.titleStart)
    return fault(
      wanted.hint.titlePosition, "title-differs",
      Wording(
        "\(wanted.name.chinese)的名称“\(wanted.title)”与指南的“\(title)”（\(position)）不同",
        "the title '\(wanted.title)' of \(wanted.name.english) differs from the guideline's '\(title)' (\(position))"))
  }

  private func ambiguousHeading(_ wanted: WantedHeading, _ candidates: [Candidate]) -> Diagnostic {
    let lines = candidates.prefix(5).map(\.line)
    return fault(
      wanted.hint.position, "ambiguous-heading",
      Wording(
        "\(wanted.name.chinese)的标题在指南中有\(candidates.count)处：第\(lines.map(quotedLine).joined(separator: "、第"))；请用 heading 写明开头",
        "the heading of \(wanted.name.english) is found \(candidates.count) times: "
          + lines.map(quotedLineInEnglish).joined(separator: ", ") + "; give the beginning of its line with 'heading'"))
  }

  private func missingHeading(_ wanted: WantedHeading, _ region: Range<Int>) -> Diagnostic {
    let similar = similarLines(wanted, region)
    let sought = wanted.hint.beginning.map { "“\($0)”" } ?? ""
    return fault(
      wanted.hint.position, "heading-not-found",
      Wording(
        "指南中找不到\(wanted.name.chinese)的标题\(sought)"
          + (similar.isEmpty ? "" : "；相近的有：第\(similar.map(quotedLine).joined(separator: "、第"))")
          + (wanted.hint.beginning == nil ? "；请用 heading 写明标题所在行的开头" : ""),
        "the guideline has no heading \(sought)\(sought.isEmpty ? "" : " ")of \(wanted.name.english)"
          + (similar.isEmpty ? "" : "; similar lines: \(similar.map(quotedLineInEnglish).joined(separator: ", "))")
          + (wanted.hint.beginning == nil ? "; give the beginning of its line with 'heading'" : "")))
  }

  /// Returns up to four lines that are headings of the same level or contain the title, and the line with the nearest spelling.
  private func similarLines(_ wanted: WantedHeading, _ region: Range<Int>) -> [Int] {
    let lines = text.lines.indices.filter { region.contains(text.lines[$0].range.lowerBound) && !contents.contains($0) }
    let title = GuidelineText.normalised(wanted.title)
    let pattern = wanted.hint.beginning.flatMap { HeadingPattern(of: $0) } ?? wanted.pattern
    let likely = lines.filter { line in
      let range = text.lines[line].range
      let isOfLevel = pattern.flatMap { label(matching: $0, inLine: line) }.map { isHeading(line, labelEnd: $0.end) } ?? false
      return isOfLevel
        || !text.occurrences(of: title, in: range.lowerBound..<min(range.upperBound, range.lowerBound + 100)).isEmpty
    }
    let shown = Dictionary(
      lines.map { (text.excerpt(text.lines[$0].range, atMost: 99), $0) }, uniquingKeysWith: { first, _ in first })
    let sought = wanted.hint.beginning ?? wanted.title
    let nearest = KepingCore.nearest(to: sought, among: lines.map { text.excerpt(text.lines[$0].range, atMost: 99) })
    let all = Set(likely.prefix(4)).union(nearest.flatMap { shown[$0] }.map { [$0] } ?? [])
    return all.sorted()
  }
}

import KepingCore
import KepingPlugins

/// A heading that is looked for: what the manifest says of a plan, project type or direction.
struct WantedHeading {
  let owner: GuidelinePart.Owner
  /// As messages name it: 计划一, 项目类型4, 方向4.2.
  let name: Wording
  let title: String
  let hint: HeadingHint
  /// How it is numbered where the manifest does not say; nil where it bears no number.
  let pattern: HeadingPattern?
  let number: Int?
  /// The title of what it belongs to; a part without a title of its own bears this one.
  let parentTitle: String
  /// Whether its heading may do without a number: 方向：….
  var mayLackNumber = false
}

/// A heading that was found.
struct FoundHeading {
  let owner: GuidelinePart.Owner
  /// Where its line begins.
  let start: Int
  /// The words of the line that the manifest answers for.
  let words: [Range<Int>]
  /// How it is numbered, by which others of its level are known.
  let pattern: HeadingPattern?
  /// The level of the Markdown heading; 0 where it is none.
  let level: Int
}

/// Looks for one heading in a range of a guideline.
struct HeadingSearch {
  let text: GuidelineText
  let manifestPath: String
  /// Lines of the table of contents, which are no headings.
  let contents: Set<Int>

  /// A line at which the heading may be, and where its label ends.
  private struct Candidate {
    let line: Int
    let start: Int
    let labelEnd: Int
    let titleStart: Int
  }

  /// The heading, and what is wrong with it; nil where it is not there or not only once.
  func find(_ wanted: WantedHeading, in region: Range<Int>, faults: inout [Diagnostic]) -> FoundHeading? {
    var candidates = self.candidates(wanted, region)
    if candidates.count > 1 {
      let titled = candidates.filter { titleRange(wanted.title, in: $0) != nil }
      if titled.count == 1 { candidates = titled }
    }
    guard let candidate = candidates.first, candidates.count == 1 else {
      faults.append(candidates.isEmpty ? missingHeading(wanted, region) : ambiguousHeading(wanted, candidates))
      return nil
    }
    let line = text.lines[candidate.line]
    var words = [line.range]
    if let title = titleRange(wanted.title, in: candidate) {
      words = [candidate.start..<min(candidate.titleStart, title.lowerBound), title]
    } else if wanted.title == wanted.parentTitle, wanted.hint.beginning != nil || wanted.mayLackNumber {
      words = [candidate.start..<candidate.labelEnd]
    } else {
      faults.append(titleDiffers(wanted, candidate))
    }
    let isNumbered = wanted.hint.beginning == nil && label(of: wanted, inLine: candidate.line) != nil || wanted.mayLackNumber
    let beginning = wanted.hint.beginning ?? text.excerpt(line.range)
    return FoundHeading(
      owner: wanted.owner, start: candidate.start, words: words,
      pattern: isNumbered ? wanted.pattern : HeadingPattern(of: beginning), level: line.level)
  }

  // MARK: Candidates

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

  /// The number of a line's label, whatever it is, behind a number of the line itself and brackets.
  func label(of wanted: WantedHeading, inLine line: Int) -> (number: Int, end: Int)? {
    wanted.pattern.flatMap { label(matching: $0, inLine: line) }
  }

  func label(matching pattern: HeadingPattern, inLine line: Int) -> (number: Int, end: Int)? {
    let range = text.lines[line].range
    if let found = pattern.match(text, at: range.lowerBound, before: range.upperBound) { return found }
    guard pattern.hasWord else { return nil }
    let start = text.endOfEnumerators(from: range.lowerBound, before: range.upperBound)
    return pattern.match(text, at: start, before: range.upperBound).map { ($0.number, $0.end) }
  }

  /// A label with something behind it that makes it a heading: a colon, a space, the line's end, or its title.
  private func labelledCandidate(_ line: Int, labelEnd: Int, title: String) -> Candidate? {
    let range = text.lines[line].range
    let titleStart = endOfSeparators(from: labelEnd)
    let isSetOff = labelEnd >= range.upperBound || titleStart > labelEnd || "（(".unicodeScalars.contains(text.scalars[labelEnd])
    guard isSetOff || text.has(GuidelineText.normalised(title), at: labelEnd) else { return nil }
    guard isHeadingLabel(endingAt: labelEnd, titleStart: titleStart, lineEnd: range.upperBound) else { return nil }
    return Candidate(line: line, start: range.lowerBound, labelEnd: labelEnd, titleStart: titleStart)
  }

  /// “方向1、方向2” and “方向1-3” within a sentence are no headings.
  private func isHeadingLabel(endingAt labelEnd: Int, titleStart: Int, lineEnd end: Int) -> Bool {
    let separators = text.scalars[labelEnd..<min(titleStart, text.scalars.count)]
    guard separators.contains(where: { "、-—－".unicodeScalars.contains($0) }), titleStart < end else { return true }
    if Numeral(text.scalars, at: titleStart, before: end) != nil { return false }
    return !["方向", "项目类型", "计划"].contains { text.has(Array($0.unicodeScalars), at: titleStart) }
  }

  /// Whether the line's label is set off, so that it is a heading of its level.
  func isHeading(_ line: Int, labelEnd: Int) -> Bool { labelledCandidate(line, labelEnd: labelEnd, title: "\u{0}") != nil }

  /// 方向：… without a number.
  private func unnumberedCandidate(_ line: Int) -> Candidate? {
    let range = text.lines[line].range
    let start = text.endOfEnumerators(from: range.lowerBound, before: range.upperBound)
    for label in ["方向：", "方向:"] where text.has(Array(label.unicodeScalars), at: start, before: range.upperBound) {
      let end = start + label.unicodeScalars.count
      return Candidate(line: line, start: range.lowerBound, labelEnd: end, titleStart: endOfSeparators(from: end))
    }
    return nil
  }

  /// A line that begins with what the manifest gives as its heading; 专题1 is not the beginning of 专题10.
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
    // The title stands within the heading or right behind it.
    let title = GuidelineText.normalised(wanted.title)
    let limit = min(text.scalars.count, end + title.count + 3)
    let found = text.occurrences(of: title, in: start..<limit).first
    let titleStart = found.map(\.lowerBound) ?? endOfSeparators(from: end)
    if titleStart > end, text.scalars[end..<titleStart].contains(where: \.isWord) { return nil }
    if found == nil, let label = HeadingPattern(of: beginning)?.match(text, at: start, before: end) { end = label.end }
    return Candidate(line: line, start: start, labelEnd: end, titleStart: titleStart)
  }

  /// A line that is a number, or none, and the title: （一）新能源关键技术攻关.
  private func titledCandidate(_ line: Int, title: String) -> Candidate? {
    let range = text.lines[line].range
    let wanted = GuidelineText.normalised(title)
    let start = text.endOfEnumerators(from: range.lowerBound, before: range.upperBound)
    guard text.has(wanted, at: start) else { return nil }
    let end = start + wanted.count
    let isAlone = end >= range.upperBound || "（(".unicodeScalars.contains(text.scalars[end])
    return isAlone ? Candidate(line: line, start: range.lowerBound, labelEnd: start, titleStart: start) : nil
  }

  private func endOfSeparators(from start: Int) -> Int {
    var offset = start
    while offset < text.scalars.count, HeadingPattern.isSeparator(text.scalars[offset]) { offset += 1 }
    return offset
  }

  /// Where the title stands, with nothing behind it that makes it longer.
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
        "the title '\(wanted.title)' of \(wanted.name.english) is not the guideline's '\(title)' (\(position))"))
  }

  private func ambiguousHeading(_ wanted: WantedHeading, _ candidates: [Candidate]) -> Diagnostic {
    let lines = candidates.prefix(5).map(\.line)
    return fault(
      wanted.hint.position, "ambiguous-heading",
      Wording(
        "\(wanted.name.chinese)的标题在指南中有\(candidates.count)处：第\(lines.map(quotedLine).joined(separator: "、第"))；请用 heading 写明开头",
        "the heading of \(wanted.name.english) is found \(candidates.count) times: "
          + lines.map(quotedLineInEnglish).joined(separator: ", ") + "; say with 'heading' how its line begins"))
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
          + (similar.isEmpty ? "" : "; near ones: \(similar.map(quotedLineInEnglish).joined(separator: ", "))")
          + (wanted.hint.beginning == nil ? "; say with 'heading' how its line begins" : "")))
  }

  /// Lines that may be meant: headings of its level, those that have its title, and the one most like it.
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

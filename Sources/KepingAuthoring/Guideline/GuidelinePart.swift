import KepingPlugins

/// A part of a guideline: the head of a plan or project type, a direction, or what belongs to none of the plugin's.
public struct GuidelinePart: Sendable {
  public enum Owner: Sendable, Hashable {
    case plan
    case projectType(String)
    case direction(String)
    /// A project type or direction within the plan that the plugin's manifest does not have.
    case foreign
  }

  public let owner: Owner
  /// From the beginning of its heading to the next heading.
  public let range: Range<Int>
  /// The words of its heading that the manifest answers for: its label and its title.
  public let heading: [Range<Int>]
  public let sections: [GuidelineSection]

  /// The name of the section in which a character stands; nil before the first.
  public func section(at offset: Int) -> String? { sections.last { $0.range.contains(offset) }?.name }
}

/// 考核要求, 申报条件 and the like within a part.
public struct GuidelineSection: Sendable {
  public let name: String
  /// Its name and the colon behind it.
  public let heading: Range<Int>
  public let range: Range<Int>
}

extension GuidelineSection {
  /// The sections of a part: their names at the beginning of a line or sentence, with a colon or alone on the line.
  static func all(named names: [String], in range: Range<Int>, of text: GuidelineText) -> [GuidelineSection] {
    var headings: [(name: String, range: Range<Int>)] = []
    let wanted = names.map { ($0, GuidelineText.normalised($0)) }
    for start in range where text.beginsLineOrSentence(start, in: range) {
      let after = text.endOfEnumerators(from: start, before: range.upperBound)
      for (name, scalars) in wanted {
        guard let end = text.endOfSectionHeading(scalars, at: after, before: range.upperBound) else { continue }
        if headings.last?.range.contains(after) != true { headings.append((name, start..<end)) }
      }
    }
    return headings.enumerated().map { index, heading in
      let end = index + 1 < headings.count ? headings[index + 1].range.lowerBound : range.upperBound
      return GuidelineSection(
        name: heading.name, heading: heading.range, range: heading.range.lowerBound..<end)
    }
  }

  /// Whether clauses of targets stand here, rather than conditions.
  static func holdsTargets(_ name: String) -> Bool { ["考核", "指标", "目标"].contains { name.contains($0) } }

  /// Whether conditions, documents and priorities stand here.
  static func holdsConditions(_ name: String) -> Bool {
    !holdsTargets(name) && ["条件", "申报", "要求"].contains { name.contains($0) }
  }
}

extension GuidelineText {
  /// Whether a line or a sentence begins at a character.
  fileprivate func beginsLineOrSentence(_ offset: Int, in range: Range<Int>) -> Bool {
    guard offset > range.lowerBound else { return true }
    if scalars[offset] == " " { return false }
    let before = scalars[offset - 1] == " " && offset - 1 > range.lowerBound ? scalars[offset - 2] : scalars[offset - 1]
    return "。；;！!".unicodeScalars.contains(before) || isLineStart(offset)
  }

  /// The offset behind numbers and opening brackets of a line.
  func endOfEnumerators(from start: Int, before end: Int) -> Int {
    var offset = start
    if let next = Enumerator.end(in: self, at: offset, before: end) { offset = next }
    // Brackets and spaces are few: a long run of punctuation is none of a heading's.
    let limit = min(end, offset + 20)
    while offset < limit, !scalars[offset].isWord, scalars[offset] != "。" { offset += 1 }
    return offset
  }

  /// Where a section's heading ends: its name, spaces within it or not, and the colon or line end behind it.
  fileprivate func endOfSectionHeading(_ name: [Unicode.Scalar], at start: Int, before end: Int) -> Int? {
    var offset = start
    for scalar in name {
      if offset > start, offset < end, scalars[offset] == " " { offset += 1 }
      guard offset < end, scalars[offset] == scalar else { return nil }
      offset += 1
    }
    var after = offset
    while after < end, " 】])）".unicodeScalars.contains(scalars[after]) { after += 1 }
    if after < end, scalars[after] == "：" || scalars[after] == ":" { return after + 1 }
    // Without a colon only where it opens its line, and ends it or is set off.
    guard endOfEnumerators(from: lines[lineIndex(of: start)].range.lowerBound, before: end) == start else { return nil }
    return after == end || isLineStart(after) || after > offset ? after : nil
  }
}

import KepingCore
import KepingPlugins

/// A part of a guideline: the head of a plan or project type, a direction, or a passage that is foreign to the plugin.
///
/// Offsets count Unicode scalars in ``GuidelineText/scalars``.
public struct GuidelinePart: Sendable {
  /// The plan, project type or direction to which a part of a guideline belongs.
  public enum Owner: Sendable, Hashable {
    /// The head of the plan, before its first project type or direction.
    case plan
    /// The head of the project type with this id, before its first direction.
    case projectType(String)
    /// The direction with this id.
    case direction(String)
    /// A project type or direction within the plan that the plugin's manifest does not have.
    case foreign
  }

  /// The owner of the part.
  public internal(set) var owner: Owner
  /// The offsets from the beginning of the part's heading to the next heading.
  public let range: Range<Int>
  /// The offsets of the label and the title in the heading, which need no clause.
  public internal(set) var heading: [Range<Int>]
  /// The sections of the part, in order.
  public let sections: [GuidelineSection]
  /// The number of the direction in the guideline, such as 4.2; nil if the part is no direction.
  ///
  /// It differs from the id of the ``owner`` if the directions have moved since the manifest was written.
  var number: String?
  /// The direction behind which the part stands, if the part has words for several directions; nil for all other parts.
  var follows: String?

  /// Whether the part has words for several directions and stands behind the last one.
  var isTail: Bool { follows != nil }

  /// Whether the part is the head of the plan or of a project type.
  /// - Parameter direction: a direction that the head must be above; nil for the head of any project type.
  func isHead(above direction: Direction?) -> Bool {
    switch owner {
    case .plan: true
    case .projectType(let id): direction == nil || direction?.projectType == id
    case .direction, .foreign: false
    }
  }

  /// Returns the name of the section that contains an offset, or nil before the first section.
  public func section(at offset: Int) -> String? { sections.last { $0.range.contains(offset) }?.name }
}

/// A section of a part, such as 考核要求 or 申报条件.
public struct GuidelineSection: Sendable {
  /// The name as the manifest writes it.
  public let name: String
  /// The offsets of the heading: the enumerator, the name and the colon.
  public let heading: Range<Int>
  /// The offsets of the whole section, from its heading to the next one.
  public let range: Range<Int>
}

extension GuidelineSection {
  /// Returns the sections of a part: each begins a line or sentence with its name, followed by a colon or alone on its line.
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

  /// Whether a section of this name contains targets.
  static func holdsTargets(_ name: String) -> Bool { ["考核", "指标", "目标"].contains { name.contains($0) } }

  /// Whether a section of this name contains conditions, documents and priorities.
  static func holdsConditions(_ name: String) -> Bool {
    !holdsTargets(name) && ["条件", "申报", "要求"].contains { name.contains($0) }
  }
}

extension GuidelineText {
  /// Whether a line or a sentence begins at an offset.
  fileprivate func beginsLineOrSentence(_ offset: Int, in range: Range<Int>) -> Bool {
    guard offset > range.lowerBound else { return true }
    if scalars[offset] == " " { return false }
    let before = scalars[offset - 1] == " " && offset - 1 > range.lowerBound ? scalars[offset - 2] : scalars[offset - 1]
    return "。；;！!".unicodeScalars.contains(before) || isLineStart(offset)
  }

  /// Returns the offset after the enumerator and the brackets, spaces and other punctuation at the beginning of a line.
  func endOfEnumerators(from start: Int, before end: Int) -> Int {
    var offset = start
    if let next = Enumerator.end(in: self, at: offset, before: end) { offset = next }
    // A heading has few brackets and spaces; a longer run of punctuation is not part of one.
    let limit = min(end, offset + 20)
    while offset < limit, !scalars[offset].isWord, scalars[offset] != "。" { offset += 1 }
    return offset
  }

  /// Returns the offset after a section's heading: its name, which may contain spaces, and a colon or line end.
  ///
  /// - Returns: nil if there is no such heading.
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
    // Without a colon, the name must begin its line, and end it or be followed by a space or closing bracket.
    guard endOfEnumerators(from: lines[lineIndex(of: start)].range.lowerBound, before: end) == start else { return nil }
    return after == end || isLineStart(after) || after > offset ? after : nil
  }
}

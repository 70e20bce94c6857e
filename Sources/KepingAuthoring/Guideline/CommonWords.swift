import KepingCore
import KepingPlugins

/// Separates words for several directions, such as 其他要求 behind the last direction, from the direction in front of them.
///
/// They belong to the project type or the plan, as the heads do: clauses of any direction may quote them, and an `uncovered`
/// outside of directions answers them once. A manifest may state the beginnings of their lines (`guideline: common`), also
/// outside of the plan. Otherwise a line behind the last direction of a project type is recognised if it names the directions
/// (以上各方向…), if it is a usual heading (其他要求), or if it is a second section of conditions where no other direction has two.
struct CommonWords {
  private(set) var parts: [GuidelinePart]
  private(set) var faults: [Diagnostic] = []
  private let text: GuidelineText
  private let manifest: Manifest

  /// Words that name several directions at the beginning of a line.
  private static let names =
    ["方向", "项目类型"].flatMap { level in
      ["各", "以上", "以上各", "上述", "上述各", "所有", "全部", "本计划各"].map { $0 + level }
    } + ["本项目类型"]
  /// Usual headings of words for several directions.
  private static let headings = [
    "其他要求", "其它要求", "其他事项", "其它事项", "其他说明", "共同要求", "共性要求", "统一要求", "通用要求", "有关要求", "相关要求", "有关事项", "有关说明",
    "申报须知", "注意事项",
  ]
  /// The largest number of characters in front of the colon of a heading.
  private static let longestHeading = 24

  init(_ text: GuidelineText, _ manifest: Manifest, _ parts: [GuidelinePart]) {
    self.text = text
    self.manifest = manifest
    self.parts = parts
    for (beginning, position) in manifest.guideline.common { separate(beginning, position) }
    for type in manifest.plan.projectTypes { separateTail(of: type) }
  }

  // MARK: Stated by the manifest

  /// Separates the words whose first line the manifest states.
  private mutating func separate(_ beginning: String, _ position: TextPosition) {
    let wanted = GuidelineText.normalised(beginning)
    let contents = TableOfContents.lines(of: text)
    let found = text.lines.indices.filter { !contents.contains($0) && text.has(wanted, at: text.lines[$0].range.lowerBound) }
    guard found.count == 1 else {
      let lines = found.prefix(5).map { "\(text.position(of: text.lines[$0].range.lowerBound).line)" }
      faults.append(
        Diagnostic(
          path: manifest.path, line: position.line, column: position.column,
          code: found.isEmpty ? "heading-not-found" : "ambiguous-heading",
          found.isEmpty
            ? Wording("指南中没有以“\(beginning)”开头的行", "no line of the guideline begins with '\(beginning)'")
            : Wording(
              "以“\(beginning)”开头的行有\(found.count)处：第\(lines.joined(separator: "、"))行",
              "\(found.count) lines begin with '\(beginning)': \(lines.joined(separator: ", "))")))
      return
    }
    let line = text.lines[found[0]]
    if let index = parts.firstIndex(where: { $0.range.contains(line.range.lowerBound) }) {
      split(index, at: line, heading: headingEnd(of: line, beginning: wanted.count))
    } else {
      addOutside(line, at: found[0], beginning)
    }
  }

  /// Adds a part outside of the plan, up to the next heading.
  private mutating func addOutside(_ line: GuidelineLine, at index: Int, _ beginning: String) {
    let pattern = HeadingPattern(of: beginning)
    let stated = manifest.guideline.common.map { GuidelineText.normalised($0.beginning) }
    let end = text.lines[(index + 1)...].first { next in
      let start = next.range.lowerBound
      return parts.contains { $0.range.lowerBound == start } || stated.contains { text.has($0, at: start) }
        || line.level > 0 && next.level > 0 && next.level <= line.level
        || pattern?.match(text, at: start, before: next.range.upperBound) != nil
    }
    let range = line.range.lowerBound..<(end?.range.lowerBound ?? text.scalars.count)
    let part = makePart(.plan, range, heading: headingEnd(of: line, beginning: beginning.unicodeScalars.count), follows: "")
    parts.insert(part, at: parts.firstIndex { $0.range.lowerBound > range.lowerBound } ?? parts.count)
  }

  // MARK: Behind the last direction

  /// Separates the words for several directions behind the last direction of a project type.
  private mutating func separateTail(of type: ProjectType) {
    let ids = Set(type.directions.map { GuidelinePart.Owner.direction($0.id) })
    guard let last = parts.lastIndex(where: { ids.contains($0.owner) }) else { return }
    // A direction that the manifest does not have is the last one.
    let next = last + 1 < parts.count ? parts[last + 1] : nil
    if next?.isTail == true || next?.number?.hasPrefix(type.id + ".") == true { return }
    let range = parts[last].range
    for line in text.lines where range.contains(line.range.lowerBound) && line.range.lowerBound > range.lowerBound {
      if let heading = commonHeading(line) { return split(last, at: line, heading: heading) }
    }
    let conditions = { (part: GuidelinePart) in part.sections.filter { GuidelineSection.holdsConditions($0.name) } }
    let others = parts.indices.filter { index in
      if case .direction = parts[index].owner { index != last } else { false }
    }
    guard conditions(parts[last]).count > 1, !others.isEmpty, others.allSatisfy({ conditions(parts[$0]).count < 2 }) else {
      return
    }
    let start = conditions(parts[last])[1].range.lowerBound
    let line = text.lines[text.lineIndex(of: start)]
    if line.range.lowerBound == start { split(last, at: line, heading: nil) }
  }

  /// Returns the end of the heading of a line for several directions, or its beginning if it has none; nil for other lines.
  private func commonHeading(_ line: GuidelineLine) -> Int? {
    let start = text.endOfEnumerators(from: line.range.lowerBound, before: line.range.upperBound)
    func begins(with words: String, at offset: Int) -> Bool { text.has(Array(words.unicodeScalars), at: offset) }
    if Self.names.contains(where: { begins(with: $0, at: start) }) {
      return headingEnd(of: line, beginning: 0) ?? line.range.lowerBound
    }
    if let words = Self.headings.first(where: { begins(with: $0, at: start) }) {
      let end = start + words.unicodeScalars.count
      let isAlone = end >= line.range.upperBound || !text.scalars[end].isWord
      return isAlone ? headingEnd(of: line, beginning: end - line.range.lowerBound) : nil
    }
    guard let section = manifest.guideline.sections.first(where: { begins(with: $0, at: start) }),
      let end = headingEnd(of: line, beginning: section.unicodeScalars.count)
    else { return nil }
    let isNamed = Self.names.contains { !text.occurrences(of: Array($0.unicodeScalars), in: start..<end).isEmpty }
    return isNamed ? end : nil
  }

  /// Returns the offset after the heading of a line: after its colon, or at its end if it has no more than the beginning.
  private func headingEnd(of line: GuidelineLine, beginning: Int) -> Int? {
    let rest = min(line.range.lowerBound + beginning, line.range.upperBound)..<line.range.upperBound
    if beginning > 0, text.words(in: rest) == nil { return line.range.upperBound }
    let head = rest.prefix(max(1, Self.longestHeading - beginning))
    return head.first { text.scalars[$0] == "：" || text.scalars[$0] == ":" }.map { $0 + 1 }
  }

  // MARK: Parts

  /// Splits a part at a line; the part from there on belongs to the project type or the plan.
  private mutating func split(_ index: Int, at line: GuidelineLine, heading: Int?) {
    let old = parts[index]
    let start = line.range.lowerBound
    guard case .direction(let id) = old.owner, start > old.range.lowerBound else { return }
    let type = manifest.directions.first { $0.heading.id == id }?.projectType.id ?? ""
    let isLastType = manifest.plan.projectTypes.last { !$0.directions.isEmpty }?.id == type
    let namesType = !text.occurrences(of: Array("本项目类型".unicodeScalars), in: line.range).isEmpty
    var first = makePart(old.owner, old.range.lowerBound..<start, heading: nil, follows: nil)
    (first.heading, first.number) = (old.heading, old.number)
    let owner: GuidelinePart.Owner = isLastType && !namesType ? .plan : .projectType(type)
    parts[index] = first
    parts.insert(makePart(owner, start..<old.range.upperBound, heading: heading, follows: id), at: index + 1)
  }

  private func makePart(
    _ owner: GuidelinePart.Owner, _ range: Range<Int>, heading end: Int?, follows: String?
  ) -> GuidelinePart {
    GuidelinePart(
      owner: owner, range: range, heading: end.map { $0 > range.lowerBound ? [range.lowerBound..<$0] : [] } ?? [],
      sections: GuidelineSection.all(named: manifest.guideline.sections, in: range, of: text), number: nil, follows: follows)
  }
}

import KepingPlugins

/// The plans, project types and directions of a guideline, derived from its headings alone.
///
/// The headings of directions come right before sections such as 考核要求, or are called 方向. What is above them is found from
/// the order in which numberings begin: the numbering above that of the directions is that of project types, and the next one
/// that of plans. A level that the guideline lacks has the heading of the level above.
struct DraftOutline {
  /// A heading on one of the levels, with those below it.
  struct Part {
    let heading: DraftHeading?
    /// The index of the line that stands for the heading.
    let line: Int
    let title: String
    var parts: [Part] = []
  }

  /// The plans with their project types and directions, in the order of the guideline.
  private(set) var plans: [Part] = []
  /// The names of sections, in the order of the guideline.
  let sections: [String]
  private let text: GuidelineText

  init(_ text: GuidelineText) {
    self.text = text
    let contents = TableOfContents.lines(of: text)
    let lines = text.lines.indices.filter { !contents.contains($0) }
    var names: [String] = []
    var headings: [DraftHeading] = []
    var sections: [DraftSection] = []
    for line in lines {
      if let section = DraftSection(line, in: text) {
        sections.append(section)
        if !names.contains(section.name) { names.append(section.name) }
      } else if let heading = DraftHeading(line, in: text) {
        headings.append(heading)
      }
    }
    self.sections = names
    // If some headings are marked as such, numbered lines without the mark are items of lists.
    if headings.count(where: { $0.level > 0 }) > 1 { headings.removeAll { $0.level == 0 && $0.label.rank == nil } }
    guard let key = Self.directionKey(headings, sections) else { return }
    divide(headings, sections, directions: key)
  }

  /// Returns the numbering of the directions: that of headings called 方向, or the most frequent one right before sections.
  private static func directionKey(_ headings: [DraftHeading], _ sections: [DraftSection]) -> String? {
    let named = headings.filter { $0.label.rank == .direction }
    if let key = mostFrequent(named.map(\.label.key)) { return key }
    let lines = Set(sections.compactMap { section in headings.last { $0.line < section.line }?.line })
    if let key = mostFrequent(headings.filter { lines.contains($0.line) }.map(\.label.key)) { return key }
    // Without sections, the numbering that begins last is the deepest.
    var keys: [String] = []
    for heading in headings where !keys.contains(heading.label.key) { keys.append(heading.label.key) }
    return keys.last
  }

  /// Returns the most frequent text, and of several the last to begin.
  private static func mostFrequent(_ keys: [String]) -> String? {
    var counts: [(key: String, count: Int)] = []
    for key in keys {
      if let index = counts.firstIndex(where: { $0.key == key }) { counts[index].count += 1 } else { counts.append((key, 1)) }
    }
    return counts.reversed().max { $0.count < $1.count }?.key
  }

  /// Sorts the headings into plans, project types and directions.
  private mutating func divide(_ headings: [DraftHeading], _ sections: [DraftSection], directions key: String) {
    var open: [DraftHeading] = []
    var isInDirection = false
    for (index, heading) in headings.enumerated() {
      if heading.label.key == key {
        add(heading, below: open)
        isInDirection = true
        continue
      }
      let level = open.firstIndex { $0.label.key == heading.label.key }
      if let level {
        open.removeSubrange(level...)
      } else if heading.label.rank == .plan {
        open.removeAll { $0.label.rank != nil }
      } else if isInDirection, heading.label.rank == nil {
        // A numbering that begins within a direction is that of a list.
        continue
      } else if heading.label.rank == .projectType {
        open.removeAll { $0.label.rank == .projectType }
      }
      open.append(heading)
      isInDirection = false
      // A project type may have no headings of directions, but sections of its own.
      let next = index + 1 < headings.count ? headings[index + 1] : nil
      let isAlone = next.map { $0.label.key != key && $0.label.rank != .direction } ?? true
      let end = next?.line ?? text.lines.count
      let hasSections = sections.contains { $0.line > heading.line && $0.line < end && $0.key != heading.label.key }
      if isAlone, hasSections, heading.label.rank == .projectType || level != nil { add(nil, below: open) }
    }
  }

  /// Adds a direction below the open headings; one without a heading has that of its project type.
  private mutating func add(_ direction: DraftHeading?, below open: [DraftHeading]) {
    var above = open
    var type: DraftHeading?
    if let last = above.last, !Self.isPlan(last) || above.dropLast().contains(where: Self.isPlan) { type = above.popLast() }
    let plan = above.last
    let planLine = plan?.line ?? 0
    if plans.last?.line != planLine || plans.isEmpty {
      plans.append(Part(heading: plan, line: planLine, title: plan?.title ?? titleOfDocument ?? type?.title ?? ""))
    }
    let last = plans.count - 1
    let typeLine = type?.line ?? planLine
    if plans[last].parts.last?.line != typeLine || plans[last].parts.isEmpty {
      plans[last].parts.append(Part(heading: type, line: typeLine, title: type?.title ?? plans[last].title))
    }
    let typeIndex = plans[last].parts.count - 1
    let typeTitle = plans[last].parts[typeIndex].title
    // The text after 方向： is the title only if it is one.
    let isTitled = direction.map { !$0.title.isEmpty && (!$0.label.numbers.isEmpty || !$0.isSentence) } ?? false
    plans[last].parts[typeIndex].parts.append(
      Part(heading: direction, line: direction?.line ?? typeLine, title: isTitled ? direction!.title : typeTitle))
  }

  /// Whether a heading names a plan: with its label, or a numbered one with its title, as in 一、重点研发专项.
  private static func isPlan(_ heading: DraftHeading) -> Bool {
    switch heading.label.rank {
    case .plan: true
    case .projectType, .direction: false
    case nil: heading.title.hasSuffix("计划") || heading.title.hasSuffix("专项")
    }
  }

  /// The first line if it may be the title of the guideline.
  private var titleOfDocument: String? {
    guard let line = text.lines.first, DraftSection(0, in: text) == nil else { return nil }
    let title = text.excerpt(line.range, atMost: 100)
    return line.range.count <= 60 && !title.contains("。") ? title : nil
  }
}

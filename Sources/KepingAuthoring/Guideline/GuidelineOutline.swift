import KepingCore
import KepingPlugins

/// The division of a guideline into the parts that belong to one plugin.
///
/// The manifest names the plan, its project types and directions. Their headings are searched in the guideline. Each part ends
/// at the next heading, either one of the manifest or a foreign one of the same or a higher level.
struct GuidelineOutline {
  /// The parts in the order of the guideline; empty if no heading of the manifest was found.
  private(set) var parts: [GuidelinePart] = []
  /// The headings that are missing, ambiguous, out of order, or have another title than the manifest.
  private(set) var faults: [HeadingFault] = []
  private let text: GuidelineText
  private let manifest: Manifest
  private let search: HeadingSearch
  private var found: [FoundHeading] = []
  /// Offsets of headings within the plan that the manifest does not have.
  private var foreignHeadings: [Int] = []
  /// The numbers of the directions that the manifest does not have, such as 4.5, by the offsets of their headings.
  private var foreignNumbers: [Int: String] = [:]

  init(_ text: GuidelineText, _ manifest: Manifest) {
    self.text = text
    self.manifest = manifest
    search = HeadingSearch(text: text, manifestPath: manifest.path, contents: TableOfContents.lines(of: text))
    let plan = search.find(wantedPlan, in: 0..<text.scalars.count, faults: &faults)
    let start = plan?.start ?? 0
    var end = plan.flatMap { numberedHeadings(like: [$0], in: start..<text.scalars.count).first?.start } ?? text.scalars.count
    if let given = statedEnd(after: start) { end = min(end, given) }
    let types = manifest.plan.projectTypes.compactMap { search.find(wantedProjectType($0), in: start..<end, faults: &faults) }
    guard plan != nil || !types.isEmpty else {
      faults = [HeadingFault(owner: .foreign, diagnostic: foreignGuideline)]
      return
    }
    if let fault = movedTypes(in: start..<end) {
      // With the numbers of last year every direction would be another one's.
      faults = [HeadingFault(owner: .foreign, diagnostic: fault)]
      return
    }
    requireOrder(types)
    found = (plan.map { [$0] } ?? []) + types
    foreignHeadings = numberedHeadings(like: types, in: start..<end).map(\.start)
    for type in manifest.plan.projectTypes {
      guard let heading = types.first(where: { $0.owner == .projectType(type.id) }) else { continue }
      let next = (types.map(\.start) + foreignHeadings).filter { $0 > heading.start }.min() ?? end
      let region = heading.start..<next
      let directions = type.directions.compactMap { search.find(wantedDirection($0, of: type), in: region, faults: &faults) }
      requireOrder(directions)
      found += directions
      let numbered = numberedHeadings(like: directions, in: region)
      for (start, number) in numbered { foreignNumbers[start] = "\(type.id).\(number)" }
      foreignHeadings += numbered.map(\.start) + markdownHeadings(asHighAs: directions, in: region)
    }
    foreignHeadings += markdownHeadings(asHighAs: types, in: start..<end)
    // After the last heading of the manifest, a Markdown heading of the plan's level or a higher one ends the plan.
    let last = found.map(\.start).max() ?? start
    if let plan, let next = markdownHeadings(asHighAs: [plan], in: last..<end).first { end = next }
    divide(upTo: end)
  }

  /// Whether a direction of the manifest is not found under its number and title, or the guideline has another direction.
  var hasOtherDirections: Bool {
    faults.contains { if case .direction = $0.owner { true } else { false } }
      || parts.contains { $0.number != nil && $0.owner == .foreign }
  }

  /// Returns the fault of project types that the guideline has with the same titles, but with other numbers; nil if there are none.
  private func movedTypes(in region: Range<Int>) -> Diagnostic? {
    guard faults.contains(where: { if case .projectType = $0.owner { true } else { false } }) else { return nil }
    let moves = manifest.plan.projectTypes.compactMap { type -> (id: String, number: Int)? in
      let wanted = wantedProjectType(type)
      guard let number = search.number(ofTitle: wanted, in: region), number != wanted.number else { return nil }
      return (type.id, number)
    }
    guard let first = moves.first else { return nil }
    let position = manifest.guideline.headings[first.id]?.position
    let command =
      "keping programs renumber \(manifest.reference.id) " + moves.map { "\($0.id)=\($0.number)" }.joined(separator: " ")
    return Diagnostic(
      path: manifest.path, line: position?.line, column: position?.column, code: "project-types-moved",
      Wording(
        "项目类型的编号变了：\(moves.map { "\($0.id)现在是\($0.number)" }.joined(separator: "、"))（名称相同）；先用 \(command) 改正，再核对",
        "project types have other numbers, with the same titles: \(moves.map { "\($0.id) is \($0.number) now" }.joined(separator: ", ")); first mend it with: \(command)"
      ))
  }

  // MARK: Headings to find

  private var wantedPlan: WantedHeading {
    let plan = manifest.plan
    let pattern = HeadingPattern(of: plan.ordinal) ?? HeadingPattern(word: plan.ordinal)
    return WantedHeading(
      owner: .plan, name: Wording("计划“\(plan.ordinal)”", "the plan '\(plan.ordinal)'"), title: plan.title,
      hint: manifest.guideline.headings[GuidelineHints.plan]!, pattern: pattern,
      number: pattern.number, parentTitle: "")
  }

  private func wantedProjectType(_ type: ProjectType) -> WantedHeading {
    WantedHeading(
      owner: .projectType(type.id), name: Wording("项目类型“\(type.id)”", "the project type '\(type.id)'"), title: type.title,
      hint: manifest.guideline.headings[type.id]!, pattern: HeadingPattern(word: "项目类型"), number: Numeral(type.id)?.value,
      parentTitle: manifest.plan.title)
  }

  private func wantedDirection(_ direction: DirectionHeading, of type: ProjectType) -> WantedHeading {
    WantedHeading(
      owner: .direction(direction.id), name: Wording("方向“\(direction.id)”", "the direction '\(direction.id)'"),
      title: direction.title, hint: manifest.guideline.headings[direction.id]!, pattern: HeadingPattern(word: "方向"),
      number: Numeral(String(direction.id.dropFirst(type.id.count + 1)))?.value, parentTitle: type.title,
      mayLackNumber: type.directions.count == 1)
  }

  // MARK: Ends of parts

  /// Returns the offsets and numbers of headings in a range that are numbered like the given ones but are not among them.
  private func numberedHeadings(like headings: [FoundHeading], in region: Range<Int>) -> [(start: Int, number: Int)] {
    var patterns: [HeadingPattern] = []
    for pattern in headings.compactMap(\.pattern) where !patterns.contains(where: { $0.hasSameNumbering(as: pattern) }) {
      patterns.append(pattern)
    }
    let starts = Set(headings.map(\.start))
    let lines = text.lines.indices.filter { region.contains(text.lines[$0].range.lowerBound) && !search.contents.contains($0) }
    var result: [(start: Int, number: Int)] = []
    for pattern in patterns {
      let labels = lines.compactMap { line in search.label(matching: pattern, inLine: line).map { (line: line, label: $0) } }
      var series = HeadingSeries(
        expected: labels.filter { starts.contains(text.lines[$0.line].range.lowerBound) }.map(\.label.number))
      for (line, label) in labels {
        let start = text.lines[line].range.lowerBound
        if starts.contains(start) {
          series.pass(label.number)
        } else if pattern.hasWord ? search.isHeading(line, labelEnd: label.end) : series.continues(with: label.number) {
          result.append((start, label.number))
        }
      }
    }
    return result.sorted { $0.start < $1.start }
  }

  /// Returns the offsets of Markdown headings in a range that have the level of the given ones or a higher one.
  ///
  /// Headings of the manifest and of sections such as 考核要求 are left out. The result is empty unless all given headings are
  /// Markdown headings.
  private func markdownHeadings(asHighAs headings: [FoundHeading], in region: Range<Int>) -> [Int] {
    guard let level = headings.map(\.level).max(), headings.allSatisfy({ $0.level > 0 }) else { return [] }
    let starts = Set(found.map(\.start) + headings.map(\.start))
    let sections = GuidelineSection.all(named: manifest.guideline.sections, in: region, of: text)
    return text.lines.filter { line in
      let start = line.range.lowerBound
      return region.contains(start) && line.level > 0 && line.level <= level && !starts.contains(start)
        && !sections.contains { $0.heading.contains(start) }
    }.map(\.range.lowerBound)
  }

  /// Returns the offset of the line that the manifest states as the end of the plan.
  ///
  /// - Returns: nil if the manifest states none. Nil, with a fault, if the stated text begins no line, or several lines, after
  ///   the plan's heading.
  private mutating func statedEnd(after start: Int) -> Int? {
    guard let (beginning, position) = manifest.guideline.end else { return nil }
    let wanted = GuidelineText.normalised(beginning)
    let ends = text.lines.map(\.range.lowerBound).filter { $0 > start && text.has(wanted, at: $0) }
    if ends.count == 1 { return ends[0] }
    let lines = ends.prefix(5).map { "\(text.position(of: $0).line)" }
    report(
      Diagnostic(
        path: manifest.path, line: position.line, column: position.column,
        code: ends.isEmpty ? "heading-not-found" : "ambiguous-heading",
        ends.isEmpty
          ? Wording("计划之后没有以“\(beginning)”开头的行", "no line after the plan's heading begins with '\(beginning)'")
          : Wording(
            "以“\(beginning)”开头的行有\(ends.count)处：第\(lines.joined(separator: "、"))行",
            "\(ends.count) lines begin with '\(beginning)': \(lines.joined(separator: ", "))")))
    return nil
  }

  /// Adds a fault of the outline as a whole.
  private mutating func report(_ diagnostic: Diagnostic) {
    faults.append(HeadingFault(owner: .foreign, diagnostic: diagnostic))
  }

  /// The diagnostic of a guideline that has no heading of the manifest.
  private var foreignGuideline: Diagnostic {
    Diagnostic(
      path: text.path, code: "foreign-guideline",
      Wording(
        "文件中没有专项 \(manifest.reference.id)（\(manifest.plan.ordinal) \(manifest.plan.title)）的任何标题，不是它的指南",
        "the file is not the guideline of the program \(manifest.reference.id) (\(manifest.plan.ordinal) \(manifest.plan.title)): it has none of its headings"
      ))
  }

  /// Reports each heading that comes before its predecessor in the manifest.
  private mutating func requireOrder(_ headings: [FoundHeading]) {
    for (earlier, later) in zip(headings, headings.dropFirst()) where later.start < earlier.start {
      guard let hint = manifest.guideline.headings[later.owner.key] else { continue }
      let positions = (text.shownPosition(of: later.start), text.shownPosition(of: earlier.start))
      report(
        Diagnostic(
          path: manifest.path, line: hint.position.line, column: hint.position.column, code: "heading-out-of-order",
          Wording(
            "“\(later.owner.key)”在指南中（\(positions.0)）排在“\(earlier.owner.key)”（\(positions.1)）之前，与 plugin.yaml 的次序不同",
            "'\(later.owner.key)' (\(positions.0)) comes before '\(earlier.owner.key)' (\(positions.1)) in the guideline, but after it in plugin.yaml"
          )))
    }
  }

  // MARK: Parts

  /// Cuts the guideline at all headings, up to the end of the plan, and at the words for several directions.
  private mutating func divide(upTo end: Int) {
    var cuts = found.map { (start: $0.start, owner: $0.owner, words: $0.words) }
    for start in Set(foreignHeadings) where start < end && !cuts.contains(where: { $0.start == start }) {
      cuts.append((start, .foreign, []))
    }
    cuts.sort { ($0.start, $0.owner.rank) < ($1.start, $1.owner.rank) }
    for (index, cut) in cuts.enumerated() {
      let next = index + 1 < cuts.count ? cuts[index + 1].start : end
      let range = cut.start..<max(cut.start, min(next, end))
      if range.isEmpty { continue }
      var part = part(cut.owner, range, heading: cut.words)
      if case .direction(let id) = cut.owner { part.number = id } else { part.number = foreignNumbers[cut.start] }
      parts.append(part)
    }
    let common = CommonWords(text, manifest, parts)
    parts = common.parts
    for fault in common.faults { report(fault) }
  }

  private func part(_ owner: GuidelinePart.Owner, _ range: Range<Int>, heading: [Range<Int>]) -> GuidelinePart {
    GuidelinePart(
      owner: owner, range: range, heading: heading,
      sections: GuidelineSection.all(named: manifest.guideline.sections, in: range, of: text))
  }
}

/// A fault of a heading, with the plan, project type or direction that the heading belongs to.
struct HeadingFault {
  /// The owner of the heading; foreign if the fault concerns several.
  let owner: GuidelinePart.Owner
  let diagnostic: Diagnostic
}

extension GuidelinePart.Owner {
  /// The key of the owner in the manifest's table of headings; empty for a foreign part.
  var key: String {
    switch self {
    case .plan: GuidelineHints.plan
    case .projectType(let id), .direction(let id): id
    case .foreign: ""
    }
  }

  /// The order of owners whose headings begin at the same offset.
  fileprivate var rank: Int {
    switch self {
    case .plan: 0
    case .projectType: 1
    case .direction: 2
    case .foreign: 3
    }
  }
}

import KepingCore
import KepingPlugins

/// Records which passages of a guideline the clauses and `uncovered` texts of a program claim.
///
/// ``Ledger`` needs all claims before it can tell which passages are left over, so the claims are collected in two steps: first
/// ``claimQuotes()``, then ``claimUncovered()``, whose texts must not overlap the quotes. ``part(at:entries:)`` then divides a
/// part at the borders of the claims.
struct LedgerClaims {
  let loaded: PluginProgram
  let program: Program
  let text: GuidelineText
  let parts: [GuidelinePart]
  /// The faults of the outline and of the claims so far.
  var faults: [Diagnostic]
  /// The ids of the clauses whose quotes are found.
  private(set) var quoted: Set<String> = []
  /// The passages that clauses quote.
  private(set) var quotes: [(clause: String, range: Range<Int>)] = []
  /// The passages that the program declares uncovered, with its reasons.
  var uncovered: [(range: Range<Int>, reason: String, location: SourceLocation)] = []
  /// The passages of heads that a direction declares uncovered for itself, while other directions may quote them.
  var exemptions: [(direction: String, range: Range<Int>)] = []
  /// The clauses whose quotes are not found, with their directions; nil for a clause outside of directions.
  private(set) var missing: [(clause: Clause, direction: Direction?)] = []
  /// The passages that quotes which are not found most likely mean.
  var resembling: [ResemblingPassage] = []

  init(_ loaded: PluginProgram, _ program: Program, _ text: GuidelineText) {
    self.loaded = loaded
    self.program = program
    self.text = text
    let outline = GuidelineOutline(text, loaded.plugin.manifest)
    let moves = DirectionMoves(program, loaded.plugin.manifest, outline, text)
    parts = moves.parts
    faults = moves.faults
  }

  /// Claims the quote of every clause in its direction, or else in the head of its project type or plan; that of a clause outside
  /// of directions only in the heads.
  ///
  /// A quote becomes a fault if it is not found, if other clauses of the direction have claimed all its occurrences, or if it is
  /// only a heading.
  mutating func claimQuotes() {
    // If no part was found, that is already reported, and a fault for each quote would only repeat it.
    guard !parts.isEmpty else { return }
    for direction in program.directions {
      for clause in Self.longestFirst(direction.clauses) { claimQuote(of: clause, in: direction) }
    }
    for clause in Self.longestFirst(program.clauses) { claimQuote(of: clause, in: nil) }
    reportMissingQuotes()
  }

  /// Returns clauses in the order in which their quotes are claimed: the longest first, since they fit at the fewest positions.
  private static func longestFirst(_ clauses: [Clause]) -> [Clause] {
    clauses.enumerated().sorted { first, second in
      let (one, other) = (first.element.quote.unicodeScalars.count, second.element.quote.unicodeScalars.count)
      return one != other ? one > other : first.offset < second.offset
    }.map(\.element)
  }

  /// Claims a free occurrence of a clause's quote, preferably in a section for clauses of its kind.
  ///
  /// - Parameter direction: the direction of the clause; nil if it stands outside of directions.
  private mutating func claimQuote(of clause: Clause, in direction: Direction?) {
    let wanted = GuidelineText.normalised(clause.quote)
    let directionParts = ownParts(of: direction)
    let heads = parts.filter { $0.isHead(above: direction) }
    for (group, isShared) in [(directionParts, false), (heads, true)] {
      let found = group.flatMap { part in text.occurrences(of: wanted, in: part.range).map { (part: part, range: $0) } }
      guard !found.isEmpty else { continue }
      let quotes = self.quotes
      // Within a direction each passage belongs to one clause; otherwise nobody would miss a deleted clause.
      let owner = (direction?.id ?? program.plan.id) + "/"
      let taken = quotes.filter { !isShared || $0.clause.hasPrefix(owner) }
      let free = found.filter { match in !taken.contains { $0.range.overlaps(match.range) } }
      guard let best = free.first(where: { fits(clause.kind, $0.part.section(at: $0.range.lowerBound)) }) ?? free.first else {
        let other = taken.first { $0.range.overlaps(found[0].range) }?.clause ?? ""
        let position = text.shownPosition(of: found[0].range.lowerBound)
        report(.quoteTaken(clause: clause.id, position: position, by: other), at: loaded.locations[clause: clause.id])
        return
      }
      let headings = best.part.heading + best.part.sections.map(\.heading)
      if let heading = headings.first(where: { $0.contains(best.range.lowerBound) && $0.contains(best.range.upperBound - 1) }) {
        report(
          .quoteInHeading(
            clause: clause.id, heading: text.excerpt(heading), position: text.shownPosition(of: heading.lowerBound)),
          at: loaded.locations[clause: clause.id])
      }
      quoted.insert(clause.id)
      self.quotes.append((clause.id, best.range))
      return
    }
    // If its direction was not found, that is already reported.
    if direction == nil || !directionParts.isEmpty { missing.append((clause, direction)) }
  }

  /// Returns the parts of a direction, without the heads above it.
  func ownParts(of direction: Direction?) -> [GuidelinePart] {
    direction.map { direction in parts.filter { $0.owner == .direction(direction.id) } } ?? []
  }

  /// Whether clauses of a kind are expected in a section.
  func fits(_ kind: ClauseKind, _ section: String?) -> Bool {
    guard let section else { return false }
    return switch kind {
    case .target: GuidelineSection.holdsTargets(section)
    case .condition, .document, .principle, .priority, .encouraged: GuidelineSection.holdsConditions(section)
    case .notice, .limit: false
    }
  }

  /// Adds a fault at a location in the plugin, or at the plugin as a whole if the location is unknown.
  mutating func report(_ fault: ClaimFault, at location: SourceLocation?) {
    faults.append(
      Diagnostic(path: location?.path ?? loaded.plugin.path, line: location?.line, code: fault.code, fault.wording))
  }

  // MARK: The result

  /// Returns a part divided into passages, each with its answer.
  ///
  /// - Parameters:
  ///   - index: the index of the part.
  ///   - entries: returns the entries of clauses by their ids.
  func part(at index: Int, entries: ([String]) -> [Ledger.Entry]) -> Ledger.Part {
    let part = parts[index]
    var cuts: Set<Int> = [part.range.lowerBound, part.range.upperBound]
    let headings = part.heading + part.sections.map(\.heading)
    let ranges = headings + quotes.map(\.range) + uncovered.map(\.range) + resembling.map(\.range)
    for range in ranges where range.overlaps(part.range) {
      cuts.formUnion([range.lowerBound, range.upperBound].filter { part.range.contains($0) })
    }
    let offsets = cuts.sorted()
    var passages: [Ledger.Passage] = []
    for (start, end) in zip(offsets, offsets.dropFirst()) {
      let answer = answer(for: start..<end, headings: headings, entries: entries)
      if case .heading = answer, case .heading? = passages.last?.answer {
        passages[passages.count - 1] = Ledger.Passage(
          range: passages[passages.count - 1].range.lowerBound..<end, answer: .heading)
      } else {
        passages.append(Ledger.Passage(range: start..<end, answer: answer))
      }
    }
    return Ledger.Part(part: part, title: title(of: part), passages: passages)
  }

  /// Returns what covers a passage that does not cross the border of a claim.
  private func answer(
    for range: Range<Int>, headings: [Range<Int>], entries: ([String]) -> [Ledger.Entry]
  ) -> Ledger.Answer {
    let clauses = quotes.filter { $0.range.overlaps(range) }.map(\.clause)
    if !clauses.isEmpty { return .clauses(entries(clauses)) }
    if let item = uncovered.first(where: { $0.range.overlaps(range) }) {
      return .uncovered(reason: item.reason, location: item.location)
    }
    if headings.contains(where: { $0.overlaps(range) }) { return .heading }
    return text.words(in: range) == nil ? .punctuation : .leftOver
  }

  private func title(of part: GuidelinePart) -> String {
    let manifest = loaded.plugin.manifest
    let tail = part.isTail ? "，各方向共有的话" : ""
    switch part.owner {
    case .plan: return "\(manifest.plan.ordinal) \(manifest.plan.title)\(tail)"
    case .projectType(let id):
      return "项目类型\(id) \(manifest.plan.projectTypes.first { $0.id == id }?.title ?? "")\(tail)"
    case .direction(let id):
      let moved = part.number.flatMap { $0 == id ? nil : "（指南的方向\($0)）" } ?? ""
      return "方向\(id) \(manifest.directions.first { $0.heading.id == id }?.heading.title ?? "")\(moved)"
    case .foreign: return "plugin.yaml 中没有的部分"
    }
  }
}

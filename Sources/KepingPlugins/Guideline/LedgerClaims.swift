import KepingCore

/// Who answers for which words, while a plugin is held against its guideline.
struct LedgerClaims {
  let loaded: PluginProgram
  let program: Program
  let text: GuidelineText
  let parts: [GuidelinePart]
  var faults: [Diagnostic]
  private(set) var quoted: Set<String> = []
  /// The words that clauses quote.
  private var quotes: [(clause: String, range: Range<Int>)] = []
  /// The words that are said to be nobody's.
  private var left: [(range: Range<Int>, reason: String, place: SourcePlace)] = []
  /// The words of heads that a direction says are not for it.
  private var exempt: [(direction: String, range: Range<Int>)] = []

  init(_ loaded: PluginProgram, _ program: Program, _ text: GuidelineText) {
    self.loaded = loaded
    self.program = program
    self.text = text
    let outline = GuidelineOutline(text, loaded.plugin.manifest)
    parts = outline.parts
    faults = outline.faults
  }

  /// Finds every clause's quote in its direction, or in the head of its project type or plan.
  mutating func placeQuotes() {
    // Where no part was found, that is what is wrong, and not each quote.
    guard !parts.isEmpty else { return }
    for direction in program.directions {
      for clause in direction.clauses { place(clause, of: direction) }
    }
  }

  private mutating func place(_ clause: Clause, of direction: Direction) {
    let wanted = GuidelineText.normalised(clause.quote)
    let own = parts.filter { $0.owner == .direction(direction.id) }
    let heads = parts.filter { $0.owner == .projectType(direction.projectType) || $0.owner == .plan }
    for (group, isShared) in [(own, false), (heads, true)] {
      let found = group.flatMap { part in text.occurrences(of: wanted, in: part.range).map { (part: part, range: $0) } }
      guard !found.isEmpty else { continue }
      let quotes = self.quotes
      let isTaken = { (range: Range<Int>) in
        quotes.contains { $0.range == range && (!isShared || $0.clause.hasPrefix(direction.id + "/")) }
      }
      let free = found.filter { !isTaken($0.range) }
      guard let best = free.first(where: { fits(clause.kind, $0.part.section(at: $0.range.lowerBound)) }) ?? free.first else {
        let other = quotes.first { $0.range == found[0].range }?.clause ?? ""
        let shown = text.shownPlace(of: found[0].range.lowerBound)
        faults.append(
          fault(
            clause, "quote-taken",
            Wording(
              "\(clause.id) 的引文在指南中只有这一处（\(shown)），已由 \(other) 引用",
              "the quote of \(clause.id) stands in the guideline no other time (\(shown)), and is that of \(other)")))
        return
      }
      quoted.insert(clause.id)
      self.quotes.append((clause.id, best.range))
      return
    }
    // Where its direction was not found, that is what is wrong.
    if !own.isEmpty { faults.append(QuoteFault(clause, direction, own + heads, text, parts, loaded).diagnostic) }
  }

  private func fits(_ kind: ClauseKind, _ section: String?) -> Bool {
    guard let section else { return false }
    return switch kind {
    case .target: GuidelineSection.isOfTargets(section)
    case .condition, .document, .principle, .priority, .encouraged: GuidelineSection.isOfConditions(section)
    case .notice, .limit: false
    }
  }

  private func fault(_ clause: Clause, _ code: String, _ wording: Wording) -> Diagnostic {
    let place = loaded.places[clause: clause.id]
    return Diagnostic(path: place?.path ?? loaded.plugin.path, line: place?.line, code: code, wording)
  }

  // MARK: What is left uncovered

  /// Finds what the plugin leaves uncovered: of a direction in its part, of the program outside of its directions.
  mutating func placeUncovered() {
    guard !parts.isEmpty else { return }
    for direction in program.directions {
      let own = parts.filter { $0.owner == .direction(direction.id) }
      for item in direction.uncovered {
        for words in item.texts where !exempts(direction, words, own) { place(words, item, in: own) }
      }
    }
    requireHeads()
    let others = parts.filter { if case .direction = $0.owner { false } else { true } }
    for item in program.uncovered { for words in item.texts { place(words, item, in: others) } }
  }

  /// Whether words stand in a head above a direction, and not in its own part: others may quote them, it does not.
  private mutating func exempts(_ direction: Direction, _ words: String, _ own: [GuidelinePart]) -> Bool {
    guard !own.contains(where: { !UncoveredSpan.all(of: words, in: $0.range, of: text).isEmpty }) else { return false }
    let heads = parts.filter { $0.owner == .projectType(direction.projectType) || $0.owner == .plan }
    let spans = heads.flatMap { UncoveredSpan.all(of: words, in: $0.range, of: text) }
    guard let span = spans.first else { return false }
    exempt.append((direction.id, span))
    return true
  }

  /// What a head asks of one direction it asks of all: each answers for it, or says why not.
  private mutating func requireHeads() {
    for part in parts {
      let below: [Direction]
      switch part.owner {
      case .plan: below = program.directions
      case .projectType(let id): below = program.directions.filter { $0.projectType == id }
      case .direction, .foreign: continue
      }
      var ranges: [Range<Int>] = []
      for quote in quotes where part.range.overlaps(quote.range) && !ranges.contains(quote.range) { ranges.append(quote.range) }
      for range in ranges {
        for direction in below where !answers(direction.id, for: range) {
          let place = loaded.places[direction: direction.id]
          let words = text.excerpt(range)
          let other = quotes.first { $0.range == range }?.clause ?? ""
          faults.append(
            Diagnostic(
              path: place?.path ?? loaded.plugin.path, line: place?.line, code: "head-left-out",
              Wording(
                "方向\(direction.id)没有回答“\(words)”（\(text.shownPlace(of: range.lowerBound))），\(other) 回答了；请写成条款，或用 uncovered 说明理由",
                "the direction \(direction.id) does not answer for '\(words)' (\(text.shownPlace(of: range.lowerBound))), as \(other) does; make it a clause, or say why not with uncovered"
              )))
        }
      }
    }
  }

  private func answers(_ direction: String, for range: Range<Int>) -> Bool {
    quotes.contains { $0.clause.hasPrefix(direction + "/") && $0.range.overlaps(range) }
      || exempt.contains { $0.direction == direction && $0.range.overlaps(range) }
  }

  private mutating func place(_ words: String, _ item: Uncovered, in parts: [GuidelinePart]) {
    func fault(_ code: String, _ wording: Wording) -> Diagnostic {
      Diagnostic(path: item.place.path, line: item.place.line, code: code, wording)
    }
    let spans = parts.flatMap { UncoveredSpan.all(of: words, in: $0.range, of: text) }.filter { span in
      !left.contains { $0.range.overlaps(span) }
    }
    guard let span = spans.first(where: { span in !quotes.contains { $0.range.overlaps(span) } }) ?? spans.first else {
      faults.append(
        fault(
          "uncovered-not-found",
          Wording("uncovered 的“\(words)”不在指南的这一部分中", "'\(words)' of uncovered does not stand in this part of the guideline")))
      return
    }
    if let crossed = quotes.first(where: { $0.range.overlaps(span) }) {
      faults.append(
        fault(
          "uncovered-quote",
          Wording(
            "uncovered 的“\(words)”跨过了 \(crossed.clause) 的引文，请在引文处分成两段",
            "'\(words)' of uncovered reaches over the quote of \(crossed.clause): split it there")))
    }
    left.append((span, item.reason, item.place))
  }

  // MARK: The result

  /// A part with all its words told apart.
  func part(_ number: Int, _ entries: ([String]) -> [Ledger.Entry]) -> Ledger.Part {
    let part = parts[number]
    var cuts: Set<Int> = [part.range.lowerBound, part.range.upperBound]
    let headings = part.heading + part.sections.map(\.heading)
    let ranges = headings + quotes.map(\.range) + left.map(\.range)
    for range in ranges where range.overlaps(part.range) {
      cuts.formUnion([range.lowerBound, range.upperBound].filter { part.range.contains($0) })
    }
    let places = cuts.sorted()
    var passages: [Ledger.Passage] = []
    for (start, end) in zip(places, places.dropFirst()) {
      let answer = answer(start..<end, headings, entries)
      if case .heading = answer, case .heading? = passages.last?.answer {
        passages[passages.count - 1] = Ledger.Passage(
          range: passages[passages.count - 1].range.lowerBound..<end, answer: .heading)
      } else {
        passages.append(Ledger.Passage(range: start..<end, answer: answer))
      }
    }
    return Ledger.Part(part: part, title: title(of: part.owner), passages: passages)
  }

  private func answer(
    _ range: Range<Int>, _ headings: [Range<Int>], _ entries: ([String]) -> [Ledger.Entry]
  ) -> Ledger.Answer {
    let clauses = quotes.filter { $0.range.overlaps(range) }.map(\.clause)
    if !clauses.isEmpty { return .clauses(entries(clauses)) }
    if let item = left.first(where: { $0.range.overlaps(range) }) { return .uncovered(reason: item.reason, place: item.place) }
    if headings.contains(where: { $0.overlaps(range) }) { return .heading }
    return text.scalars[range].contains(where: \.isWord) ? .leftOver : .punctuation
  }

  private func title(of owner: GuidelinePart.Owner) -> String {
    let manifest = loaded.plugin.manifest
    switch owner {
    case .plan: return "\(manifest.plan.ordinal) \(manifest.plan.title)"
    case .projectType(let id):
      return "项目类型\(id) \(manifest.plan.projectTypes.first { $0.id == id }?.title ?? "")"
    case .direction(let id): return "方向\(id) \(manifest.directions.first { $0.heading.id == id }?.heading.title ?? "")"
    case .foreign: return "plugin.yaml 中没有的部分"
    }
  }
}

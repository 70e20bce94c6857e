import KepingCore
import LuaRuntime

extension Vocabulary {
  /// Makes the clause of `target { "quote", check, …, points = 15, full = "6件" }`.
  func clause(_ word: Word, _ arguments: [LuaValue], _ location: LuaLocation) throws -> LuaValue {
    let kind = ClauseKind(rawValue: word.name)!
    guard arguments.count == 1, case .table(let table)? = arguments.first else { throw misuse(word, location) }
    if let hole = table.hole { throw fault(ClauseFault.emptyItem(word, hole), at: location) }
    guard table.otherKeys.isEmpty else { throw misuse(word, location) }
    let known = word.entry.options.map(\.name)
    for (name, _) in table.named where !known.contains(name) {
      throw fault(ClauseFault.unknownOption(name, kind: kind, known: known), at: location)
    }
    let quote = try self.quote(table.list.first, kind, location)
    let rest = Array(table.list.dropFirst())
    if kind == .limit { return try limit(quote, rest, options: table, at: location) }
    var children = try rest.enumerated().map { index, value in
      try readingItem(index + 2, of: word) { try self.check(value, location) }
    }
    let check = children.count > 1 ? try add(.all(AllCheck(children)), location) : children.popLast()
    guard (check == nil) == (kind == .notice) else {
      throw fault(kind == .notice ? ClauseFault.noticeWithCheck : .missingCheck(quote: quote), at: location)
    }
    let appliesWhen = try table["applies_when"].map { value in
      try reading("applies_when") { try self.check(value, location) }
    }
    if let check { try requireQuoted(check, quote, location) }
    let scoring = try self.scoring(table, check, location)
    return try make(
      .clause(
        ClauseDraft(
          kind: kind, quote: quote, check: check, appliesWhen: appliesWhen, scoring: scoring,
          reason: try figuresReason(table, location), location: location)),
      location)
  }

  /// Returns the reason of the option `because`: why figures in the quote have no bound.
  func figuresReason(_ table: LuaTable, _ location: LuaLocation) throws -> String? {
    try table["because"].map { try reason($0, Wording("because 的理由", "the reason of because"), location) }
  }

  /// Returns the quote of a clause, which has words in it; a plugin of `api: 1` may have any text.
  private func quote(_ value: LuaValue?, _ kind: ClauseKind, _ location: LuaLocation) throws -> String {
    guard case .text(let quote)? = value, !quote.isEmpty else {
      throw fault(ClauseFault.notQuote(value, kind: kind), at: location)
    }
    guard plugin.manifest.api == 1 || quote.unicodeScalars.contains(where: \.properties.isAlphabetic) else {
      throw fault(ClauseFault.blankQuote(quote), at: location)
    }
    return quote
  }

  /// Requires a reason for each bound that does not occur in the quote.
  private func requireQuoted(_ check: CheckID, _ quote: String, _ location: LuaLocation) throws {
    try charge(40 * checks.size(of: check) + quote.utf8.count)
    let text = QuoteText(quote)
    var found: Set<String> = []
    let bounds = checks.bounds(of: check).map { (bound: $0.bound, reason: $0.reason) } + checks.fixedDays(of: check)
    for (bound, reason) in bounds where reason == nil && found.insert(bound.text).inserted {
      let notations = bound.date?.notations ?? [bound.text]
      try charge((20 + quote.utf8.count) * notations.count)
      guard notations.contains(where: { text.contains($0) }) else {
        throw fault(BoundFault.notQuoted(bound: bound.text, quote: quote), at: location)
      }
    }
  }

  /// Returns the scoring that a clause's options state, or nil if they state no points.
  private func scoring(_ table: LuaTable, _ check: CheckID?, _ location: LuaLocation) throws -> ClauseDraft.Scoring? {
    guard let points = try self.points(table, location) else {
      for name in ["full", "grade", "title"] where table[name] != nil {
        throw fault(ClauseFault.noEffectWithoutPoints(option: name), at: location)
      }
      return nil
    }
    guard let check else {
      throw fault(ClauseFault.noticeWithPoints, at: location)
    }
    var grade = Grade.outcome
    if let given = table["grade"] {
      guard table["full"] == nil else {
        throw fault(ClauseFault.fullAndGrade, at: location)
      }
      grade = try reading("grade") { try self.grade(given, location) }
    } else if let full = table["full"] {
      grade = try reach(full, check, location)
    }
    try charge(20 * checks.size(of: check))
    let title =
      try table["title"].map { try text($0, Wording("评分项名称", "the title"), location) } ?? checks.topic(of: check) ?? "条款"
    return ClauseDraft.Scoring(points: points, title: title, grade: grade)
  }

  /// Returns the grade of the option `full`: points begin at the clause's only bound and are full at `full`.
  private func reach(_ full: LuaValue, _ check: CheckID, _ location: LuaLocation) throws -> Grade {
    try charge(40 * checks.size(of: check))
    if checks.descendants(of: check).contains(where: { if case .tiered = checks[$0] { true } else { false } }) {
      throw fault(TierFault.fullWithTiers, at: location)
    }
    let bounds = checks.bounds(of: check)
    if bounds.count == 1, case .compareSpan(let compare) = checks[bounds[0].check], compare.comparison == .atLeast {
      try requireUnit(of: compare.quantity, in: compare.bound, location)
      let full = try self.bound(full, of: compare.quantity, location)
      try requireAbove(full, compare.bound, location)
      return .reach(compare.quantity, from: compare.bound.value, full: full)
    }
    guard bounds.count == 1, case .compare(let compare) = checks[bounds[0].check], compare.comparison == .atLeast else {
      throw fault(ClauseFault.fullWithoutBound, at: location)
    }
    let full = try self.bound(full, of: compare.quantity, location)
    try requireAbove(full, compare.bound, location)
    return .reach(compare.quantity, from: compare.bound.value, full: full)
  }

  /// Returns the option `points`: above 0 and at most 1,000,000, or nil if it is absent.
  private func points(_ table: LuaTable, _ location: LuaLocation) throws -> Double? {
    switch table["points"] {
    case nil: return nil
    case .integer(let points)? where points > 0 && points <= 1_000_000: return Double(points)
    case .number(let points)? where points > 0 && points <= 1_000_000: return points
    default: throw fault(ClauseFault.wrongPoints, at: location)
    }
  }

  /// Returns the grade of a value: a grade's node, a check, or a quantity between 0 and 1.
  func grade(_ value: LuaValue, _ location: LuaLocation) throws -> Grade {
    if case .handle(let handle) = value, case .grade(let grade) = node(handle) { return grade }
    if case .handle(let handle) = value, case .check(let id) = node(handle) { return .share([id]) }
    guard case .handle = value else { throw fault(ClauseFault.notGrade(value), at: location) }
    let id = try quantity(value, location)
    guard checks[id].measure == .plain else {
      throw fault(ClauseFault.gradeWithUnit, at: location)
    }
    return .quantity(id)
  }

  /// Makes the criterion of `criterion { "投入产出", points = 10, grade = … }`.
  func criterion(_ arguments: [LuaValue], _ location: LuaLocation) throws -> LuaValue {
    guard case .table(let table)? = arguments.first, table.list.count == 1, table.otherKeys.isEmpty,
      let given = table["grade"], let points = try self.points(table, location),
      table.named.allSatisfy({ $0.name == "grade" || $0.name == "points" })
    else {
      throw misuse(.criterion, location)
    }
    let title = try text(table.list[0], Wording("评分项名称", "the title"), location)
    return try make(.criterion(CriterionDraft(title: title, points: points, grade: try grade(given, location))), location)
  }

  /// Makes the node of `uncovered { "支持……等", because = "支持内容由专家评审" }`: text of the guideline without a clause.
  func leaveUncovered(_ arguments: [LuaValue], _ location: LuaLocation) throws -> LuaValue {
    guard arguments.count == 1, case .table(let table)? = arguments.first, !table.list.isEmpty, table.otherKeys.isEmpty,
      table.named.map(\.name) == ["because"]
    else {
      throw misuse(.uncovered, location)
    }
    let reason = try self.reason(table["because"], Wording("理由", "the reason"), location)
    let texts = try table.list.map { try text($0, Wording("指南原文", "a quote of the guideline"), location) }
    return try make(.uncovered(Uncovered(texts: texts, reason: reason, location: sourceLocation(location))), location)
  }

  /// Defines the direction of `direction { "4.1", clause, … }`; nested lists of clauses are flattened.
  func defineDirection(_ arguments: [LuaValue], _ location: LuaLocation) throws -> LuaValue {
    guard case .table(let table)? = arguments.first else { throw misuse(.direction, location) }
    if let (name, _) = table.named.first(where: { $0.name != "not_applicable" }) {
      throw fault(ClauseFault.unknownDirectionOption(name), at: location)
    }
    if let hole = table.hole { throw fault(ClauseFault.emptyItem(.direction, hole), at: location) }
    guard table.otherKeys.isEmpty else { throw misuse(.direction, location) }
    guard case .text(let id)? = table.list.first, !id.isEmpty else {
      throw fault(ClauseFault.notDirection(table.list.first), at: location)
    }
    guard let (type, heading) = headings[id] else {
      try chargeSuggestion(id, among: headings.count)
      let directions = plugin.manifest.directions.map(\.heading)
      throw fault(ClauseFault.unknownDirection(id, known: directions.map(\.id), titles: directions.map(\.title)), at: location)
    }
    if let other = locations.directions[id] {
      throw fault(ClauseFault.duplicateDirection(id, line: other.line), at: location)
    }
    locations.directions[id] = sourceLocation(location)
    var draft = DirectionDraft(id: id)
    try collect(table.list.dropFirst(), in: &draft, from: 2, at: location)
    try charge(20 * draft.extent.size)
    let maxima = Points.maxima(of: draft.criteria.map(\.weight)) ?? []
    guard !maxima.isEmpty || draft.isUndecided else {
      throw fault(ClauseFault.noPoints(direction: id), at: location)
    }
    for (index, maximum) in maxima.enumerated() { draft.criteria[index].maximum = maximum }
    directions.append(
      Direction(
        id: id, title: heading.title, projectType: type.id, clauses: draft.clauses, criteria: draft.criteria,
        uncovered: draft.uncovered, notApplicable: try notApplicablePoints(table, location)))
    return .nil
  }
}

import KepingCore
import LuaRuntime

/// A direction that is being defined.
struct DirectionDraft {
  let id: String
  private(set) var clauses: [Clause] = []
  var criteria: [Criterion] = []
  var uncovered: [Uncovered] = []
  /// Whether something is marked as not decided, such as the points.
  var isUndecided = false
  /// The number of clauses of each kind.
  private var numbers: [ClauseKind: Int] = [:]
  /// The number of criteria without a clause.
  private var ownCriteria = 0
  /// The extent of all checks and quantities together, with one part for each clause.
  var extent = Checks.Extent.none

  init(id: String) { self.id = id }

  /// Adds a clause with its criterion, and returns its id.
  mutating func add(_ draft: ClauseDraft) -> String {
    let number = numbers[draft.kind, default: 0] + 1
    numbers[draft.kind] = number
    let clauseID = "\(id)/\(draft.kind.rawValue)/\(number)"
    let clause = Clause(
      id: clauseID, kind: draft.kind, quote: draft.quote, check: draft.check,
      appliesWhen: draft.appliesWhen, atMost: draft.atMost,
      submission: draft.submission?.limit(clause: clauseID, of: draft, in: id), reason: draft.reason)
    if let scoring = draft.scoring {
      criteria.append(
        Criterion(id: clause.id, title: scoring.title, weight: scoring.points, grade: scoring.grade, clause: clauses.count))
    }
    clauses.append(clause)
    return clause.id
  }

  /// Adds a criterion that belongs to no clause.
  mutating func add(_ draft: CriterionDraft) {
    ownCriteria += 1
    criteria.append(
      Criterion(
        id: "\(id)/criterion/\(ownCriteria)", title: draft.title, weight: draft.points, grade: draft.grade, clause: nil))
  }
}

extension Vocabulary {
  /// Adds the parts of a direction, and numbers its clauses and criteria; nested lists of clauses are flattened.
  /// - Parameter number: the position of the first part in the list that `direction` got; nil for a nested list.
  func collect(
    _ values: some Collection<LuaValue>, in direction: inout DirectionDraft, from number: Int?, at location: LuaLocation
  ) throws {
    try charge(10 * values.count)
    let outer = currentItem
    defer { currentItem = outer }
    for (index, value) in values.enumerated() {
      if let number { currentItem = .item(number + index, of: .direction) }
      if case .table(let table) = value, table.named.isEmpty, table.otherKeys.isEmpty {
        try collect(table.list, in: &direction, from: nil, at: location)
        continue
      }
      guard case .handle(let handle) = value else {
        throw fault(ClauseFault.valueNotClause(value, direction: direction.id), at: location)
      }
      switch node(handle) {
      case .clause(let draft):
        try reserve(draft, in: &direction, location)
        if draft.submission != nil { try countSubmissionLimit(location) }
        locations.clauses[direction.add(draft)] = sourceLocation(draft.location)
      case .uncovered(let fragment):
        try reserve(HostUse.Cost.node, location)
        direction.uncovered.append(fragment)
      case .criterion(let draft):
        let bytes = draft.grade.compiledCount * (HostUse.Cost.clause + 5 * draft.title.utf8.count)
        try reserve(bytes: bytes, [checks.extent(of: draft.grade)], in: &direction, location)
        direction.add(draft)
      case .mark: direction.isUndecided = true
      case let other:
        throw fault(ClauseFault.nodeNotClause(other, direction: direction.id), at: location)
      }
    }
  }

  /// Counts a clause of a direction, whose results are prepared for each outcome.
  private func reserve(_ draft: ClauseDraft, in direction: inout DirectionDraft, _ location: LuaLocation) throws {
    // The clause itself is a part.
    var parts = [Checks.Extent.single]
    for case let check? in [draft.check, draft.appliesWhen] { parts.append(checks.extent(of: check)) }
    if let grade = draft.scoring?.grade { parts.append(checks.extent(of: grade)) }
    // A prepared finding contains the quote, and the label and path of a single quantity or field.
    var texts = 5 * draft.quote.utf8.count + 5 * (draft.scoring?.title.utf8.count ?? 0)
    if let check = draft.check, checks.extent(of: check).size <= 2 { texts += 4 * checks.extent(of: check).text }
    if let scoring = draft.scoring {
      texts += (scoring.grade.compiledCount - 1) * (HostUse.Cost.clause + 5 * scoring.title.utf8.count)
    }
    try reserve(bytes: HostUse.Cost.clause + texts, parts, in: &direction, location)
  }

  /// Counts a part of a direction.
  /// - Throws: ``Diagnostic`` with code `too-complex` if the direction, or everything together, is too large.
  private func reserve(
    bytes: Int, _ parts: [Checks.Extent], in direction: inout DirectionDraft, _ location: LuaLocation
  ) throws {
    for part in parts { direction.extent.add(part) }
    guard !direction.extent.exceedsLimits else { throw fault(ClauseFault.directionTooComplex(direction.id), at: location) }
    try reserve(bytes, location)
  }

  /// Returns what becomes of the points of clauses that do not apply, as a direction's option `not_applicable` states it.
  func notApplicablePoints(_ table: LuaTable, _ location: LuaLocation) throws -> NotApplicablePoints? {
    guard let value = table["not_applicable"] else { return nil }
    guard case .text(let text) = value, let points = NotApplicablePoints(rawValue: text) else {
      throw fault(ClauseFault.notApplicable, at: location)
    }
    return points
  }
}

import KepingCore
import KepingYAML

/// Finds the program that each key of a configuration belongs to.
///
/// A key that names a program belongs to that one, and any other to the only enabled program that has its clause, criterion or
/// project type. Of a program that is not loaded only project types and directions are known, so keys below them are accepted.
struct KeyResolver {
  private let candidates: [Candidate]
  /// The changes of each candidate.
  private(set) var changes: [ProgramChanges]
  /// The keys that belong to no program or to several, and the keys that are given twice.
  private(set) var faults: [Diagnostic] = []

  /// Distributes the keys of a configuration among the plugins.
  init(_ configuration: Configuration, _ candidates: [Candidate]) {
    self.candidates = candidates
    changes = candidates.map { _ in ProgramChanges(plausibleMoney: configuration.plausibleMoney) }
    for notice in configuration.notices {
      if let owner = owner(of: notice.value, in: .notices, notice) { addNotice(notice, owner) }
    }
    for (key, window) in configuration.windows {
      if let owner = owner(of: key, in: .windows, window) { changes[owner].addWindow(key, window, &faults) }
    }
    for (key, weight) in configuration.weights {
      if let owner = owner(of: key, in: weight.origin == .assignmentWithoutUnit ? .numbers : .weights, weight) {
        addWeight(key, weight, owner)
      }
    }
    for (key, bound) in configuration.bounds {
      if let owner = owner(of: key, in: .bounds, bound) { changes[owner].bounds.append((key, bound)) }
    }
  }

  /// A section of the configuration.
  private enum Section: String {
    case bounds, weights, windows, notices
    /// The assignments of `--set` without a unit.
    case numbers

    /// Returns the direction or project type of an id.
    func subject(of id: String) -> Candidate.Subject {
      let isType = self == .windows || (self == .notices && !id.contains("/"))
      return isType ? .projectType(id) : .direction(String(id.prefix { $0 != "/" }))
    }

    /// Returns whether a program has what an id names.
    func has(_ id: String, _ program: Program) -> Bool {
      switch self {
      case .bounds: program.hasClause(id.clauseID)
      case .weights: program.hasCriterion(id)
      case .numbers: program.hasCriterion(id) || !program.bounds(ofClause: id.clauseID).isEmpty
      case .windows: program.hasProjectType(id)
      case .notices: program.hasProjectType(id) || program.hasClause(id)
      }
    }

    /// Returns the error for an id that none of several programs has.
    func unknown(_ id: String, among programs: [Program]) -> ConfigurationFault {
      let directions = programs.flatMap(\.directions)
      let clauses = directions.flatMap { $0.clauses.map(\.id) }
      switch self {
      case .bounds: return .unknownClause(id, known: clauses)
      case .notices: return .unknownNotice(id, known: clauses)
      case .windows: return .unknownProjectType(id, known: programs.flatMap { $0.plan.projectTypes.map(\.id) })
      case .weights, .numbers:
        let criteria = directions.flatMap { $0.criteria.map(\.id) }
        return clauses.contains(id) ? .unscoredClause(id, criteria: criteria) : .unknownCriterion(id, known: criteria)
      }
    }

    /// Returns the way to write an id of a program.
    func example(_ id: String, _ program: String, _ node: YAMLNode, _ origin: Configuration.Origin) -> String {
      if origin != .file, let value = try? node.text() { return "--set \(program):\(id)=\(value)" }
      switch self {
      case .notices: return "notices: [ { \(program): [\"\(id)\"] } ]"
      case .windows: return "windows: { \(program): { \"\(id)\": … } }"
      case .bounds, .weights, .numbers: return "\(rawValue): { \(program): { \(id): … } }"
      }
    }
  }

  /// Returns the index of the loaded program that a key belongs to, or nil if it belongs to none.
  private mutating func owner<Value>(
    of key: ConfigurationKey, in section: Section, _ entry: Configuration.Entry<Value>
  ) -> Int? {
    let subject = section.subject(of: key.id)
    if let program = key.program {
      // A name that no plugin has is reported once, for the group.
      guard let index = candidates.firstIndex(where: { $0.id == program }) else { return nil }
      let candidate = candidates[index]
      if let program = candidate.program, section.has(key.id, program) { return index }
      let isPossible = candidate.program == nil && (candidate.covers(subject) || !candidate.hasAllDirections)
      if !isPossible { faults.append(entry.node.fault(section.unknown(key.id, among: candidate.program.map { [$0] } ?? []))) }
      return nil
    }
    let owners = candidates.indices.filter { index in candidates[index].program.map { section.has(key.id, $0) } ?? false }
    if owners.count == 1 { return owners[0] }
    guard owners.isEmpty else {
      let ids = owners.map { candidates[$0].id }
      let example = section.example(key.id, ids[ids.count - 1], entry.node, entry.origin)
      faults.append(entry.node.fault(.ambiguousKey(key.id, programs: ids, example: example)))
      return nil
    }
    let covering = candidates.filter { $0.covers(subject) }
    let isPossible = covering.isEmpty ? candidates.contains { !$0.hasAllDirections } : covering.allSatisfy { $0.program == nil }
    if !isPossible {
      let fault = entry.node.fault(section.unknown(key.id, among: candidates.compactMap(\.program)))
      // The key may be meant for a program that is off, but that is only known if it says so.
      let other = covering.first { $0.program == nil }?.id
      faults.append(
        other.map { fault.adding(.orOfUnloaded($0, example: section.example(key.id, $0, entry.node, entry.origin))) } ?? fault)
    }
    return nil
  }

  private mutating func addNotice(_ notice: Configuration.Entry<ConfigurationKey>, _ owner: Int) {
    let id = notice.value.id
    guard id.contains("/notice/") || candidates[owner].program?.hasClause(id) == false else {
      faults.append(notice.node.fault(.notANotice(id)))
      return
    }
    changes[owner].notices.insert(id)
  }

  private mutating func addWeight(_ key: ConfigurationKey, _ weight: Configuration.Entry<Double>, _ owner: Int) {
    if weight.origin == .assignmentWithoutUnit, let program = candidates[owner].program,
      let bound = program.bound(named: key.id)
    {
      // A number without a unit may be a bound if the bound has none either.
      if bound.unit.name.isEmpty, let text = try? weight.node.text(), let new = try? Bound(plain: text) {
        changes[owner].bounds.append((key, Configuration.Entry(value: new, node: weight.node, origin: .assignment)))
        return
      }
      faults.append(weight.node.fault(.missingUnit(key, bound: bound, isScored: program.hasCriterion(key.id))))
      return
    }
    changes[owner].addWeight(key, weight, &faults)
  }
}

import KepingCore
import KepingYAML

/// The parts of the configuration that change one program.
struct ProgramChanges {
  /// The bounds by clause and, if it has several, the number of the bound.
  var bounds: [(key: ConfigurationKey, bound: Configuration.Entry<Bound>)] = []
  /// The project types and notices that are registered.
  var notices: Set<String> = []
  /// The weights by criterion.
  private var weights: [(key: ConfigurationKey, weight: Configuration.Entry<Double>)] = []
  /// The windows by project type.
  private var windows: [String: Configuration.Entry<Window>] = [:]
  /// The largest amount in yuan that is plausible; nil for that of the program.
  private let plausibleMoney: Double?

  init(plausibleMoney: Double?) { self.plausibleMoney = plausibleMoney }

  /// Adds the window of a project type.
  mutating func addWindow(_ key: ConfigurationKey, _ window: Configuration.Entry<Window>, _ faults: inout [Diagnostic]) {
    if windows[key.id] != nil { faults.append(window.node.fault(.repeatedKey(key))) }
    windows[key.id] = window
  }

  /// Adds the weight of a criterion.
  mutating func addWeight(_ key: ConfigurationKey, _ weight: Configuration.Entry<Double>, _ faults: inout [Diagnostic]) {
    if let index = weights.firstIndex(where: { $0.key.id == key.id }) {
      if weight.origin == .file { faults.append(weight.node.fault(.repeatedKey(key))) }
      weights.remove(at: index)
    }
    weights.append((key, weight))
  }

  /// Returns a program with the changes.
  func applied(to program: Program, faults: inout [Diagnostic]) -> Program {
    var program = program
    if let plausibleMoney { program.plausibleMoney = plausibleMoney }
    applyBounds(to: &program, &faults)
    for index in program.directions.indices {
      var direction = program.directions[index]
      applyWeights(to: &direction, &faults)
      for (clauseIndex, clause) in direction.clauses.enumerated() where clause.kind == .notice {
        if notices.contains(direction.projectType) || notices.contains(clause.id) { direction.registered.insert(clauseIndex) }
      }
      direction.window = windows[direction.projectType]?.value
      program.directions[index] = direction
    }
    return program
  }

  private func applyBounds(to program: inout Program, _ faults: inout [Diagnostic]) {
    var changes: [(clause: String, change: BoundChange)] = []
    for (key, bound) in bounds {
      do throws(Diagnostic) {
        let change = try BoundChange(key, bound, in: program)
        let clause = key.id.clauseID
        if let other = changes.firstIndex(where: { $0.clause == clause && $0.change.index == change.index }) {
          if bound.origin == .file { throw bound.node.fault(.repeatedKey(key)) }
          changes.remove(at: other)
        }
        changes.append((clause, change))
      } catch {
        faults.append(error)
      }
    }
    for clause in Set(changes.map(\.clause)).sorted() {
      program.change(changes.filter { $0.clause == clause }.map(\.change), ofClause: clause)
    }
  }

  private func applyWeights(to direction: inout Direction, _ faults: inout [Diagnostic]) {
    var changed: Configuration.Entry<Double>?
    for (key, weight) in weights {
      guard let item = direction.criteria.firstIndex(where: { $0.id == key.id }) else { continue }
      direction.criteria[item].weight = weight.value
      changed = weight
    }
    guard let changed else { return }
    guard let maxima = Points.maxima(of: direction.criteria.map(\.weight)) else {
      faults.append(changed.node.fault(.zeroWeights(direction: direction.id)))
      return
    }
    for (item, maximum) in maxima.enumerated() { direction.criteria[item].maximum = maximum }
  }
}

import KepingCore
import KepingPlugins
import KepingYAML

extension Configuration {
  /// Returns an error for each program or setting that no plugin has, and for each setting of the wrong type.
  func unknownNames(_ plugins: [Plugin]) -> [Diagnostic] {
    var faults: [Diagnostic] = []
    let ids = plugins.map(\.id)
    func checkProgram(_ id: String, _ node: YAMLNode) {
      guard !ids.contains(id) else { return }
      faults.append(node.fault(.unknownProgram(id, known: ids)))
    }
    for (id, entry) in programs.sorted(by: { $0.value.node.position < $1.value.node.position }) {
      checkProgram(id, entry.node)
    }
    for (id, members) in settings.sorted(by: { $0.key < $1.key }) {
      let plugin = plugins.first { $0.id == id }
      for (name, entry) in members.sorted(by: { $0.value.node.position < $1.value.node.position }) {
        guard let plugin else {
          checkProgram(id, entry.node)
          continue
        }
        let known = plugin.manifest.settings
        guard let setting = known.first(where: { $0.name == name }) else {
          faults.append(entry.node.fault(.unknownSetting(name, program: id, known: known.map(\.name))))
          continue
        }
        if !setting.value.hasSameType(as: entry.value) {
          faults.append(entry.node.fault(.settingType(name, label: setting.label)))
        }
      }
    }
    return faults
  }

  /// Returns a program with the bounds, weights, notices and windows of this configuration.
  func applied(to program: Program, faults: inout [Diagnostic]) -> Program {
    var program = program
    for index in program.directions.indices {
      for (id, bound) in bounds {
        applyBound(bound, of: id, to: &program, direction: index, &faults)
      }
      var direction = program.directions[index]
      applyWeights(to: &direction, &faults)
      for (clauseIndex, clause) in direction.clauses.enumerated() where clause.kind == .notice {
        if notices.contains(where: { $0.value == direction.projectType || $0.value == clause.id }) {
          direction.registered.insert(clauseIndex)
        }
      }
      direction.window = windows.first { $0.projectType == direction.projectType }?.window
      program.directions[index] = direction
    }
    return program
  }

  /// Changes one bound of a clause.
  ///
  /// - Parameter id: the clause, if it has one bound, or the clause and the 1-based number of the bound: `1.1/target/3/2`.
  private func applyBound(
    _ bound: Entry<Bound>, of id: String, to program: inout Program, direction directionIndex: Int, _ faults: inout [Diagnostic]
  ) {
    let parts = id.split(separator: "/")
    let clauseID = parts.prefix(3).joined(separator: "/")
    guard let clauseIndex = program.directions[directionIndex].clauses.firstIndex(where: { $0.id == clauseID }) else { return }
    let clause = program.directions[directionIndex].clauses[clauseIndex]
    let known = clause.check.map { program.checks.bounds(of: $0) } ?? []
    let index = parts.count == 4 ? Int(parts[3]).map { $0 - 1 } : known.count == 1 ? 0 : nil
    guard parts.count <= 4, let index, known.indices.contains(index) else {
      faults.append(
        bound.node.fault(
          known.isEmpty ? .noBound(clause: clauseID) : .unnamedBound(clause: clauseID, bounds: known.map(\.bound.text))))
      return
    }
    let old = known[index]
    guard (old.bound.unit.measure == .money) == (bound.value.unit.measure == .money) else {
      faults.append(bound.node.fault(.wrongUnit(new: bound.value.text, old: old.bound.text)))
      return
    }
    program.directions[directionIndex].clauses[clauseIndex].check = program.checks.replacing(
      boundOf: old.check, by: bound.value, in: clause.check!)
    guard known.count == 1, let item = program.directions[directionIndex].criteria.firstIndex(where: { $0.clause == clauseIndex })
    else {
      return
    }
    if case .reach(let quantity, let from, let full) = program.directions[directionIndex].criteria[item].grade,
      from == old.bound.value
    {
      program.directions[directionIndex].criteria[item].grade = .reach(quantity, from: bound.value.value, full: full)
    }
  }

  private func applyWeights(to direction: inout Direction, _ faults: inout [Diagnostic]) {
    var changed: Entry<Double>?
    for (id, weight) in weights {
      guard let item = direction.criteria.firstIndex(where: { $0.id == id }) else { continue }
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

extension YAMLNode {
  /// The position in the file, with the column because several names may be on one line.
  fileprivate var position: (line: Int, column: Int) { (line, column) }
}

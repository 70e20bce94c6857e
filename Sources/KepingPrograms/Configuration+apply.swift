import KepingCore
import KepingPlugins
import KepingYAML

extension Configuration {
  /// Returns an error for each program or setting that no plugin has, and for each setting of the wrong type.
  func unknownNames(_ plugins: [Plugin]) -> [Diagnostic] {
    var faults: [Diagnostic] = []
    let ids = plugins.map(\.id)
    func checkProgram(_ id: String, _ fault: (String, Wording) -> Diagnostic) {
      guard !ids.contains(id) else { return }
      faults.append(
        fault("unknown-program", Wording("没有专项“\(id)”", "no program '\(id)'").suggesting(id, among: ids)))
    }
    for (id, entry) in programs.sorted(by: { $0.value.node.position < $1.value.node.position }) {
      checkProgram(id, entry.node.fault)
    }
    for (id, members) in settings.sorted(by: { $0.key < $1.key }) {
      let plugin = plugins.first { $0.id == id }
      for (name, entry) in members.sorted(by: { $0.value.node.position < $1.value.node.position }) {
        guard let plugin else {
          checkProgram(id, entry.node.fault)
          continue
        }
        let known = plugin.manifest.settings
        guard let setting = known.first(where: { $0.name == name }) else {
          let wording = Wording("专项 \(id) 没有设置“\(name)”", "the program \(id) has no setting '\(name)'")
          faults.append(entry.node.fault("unknown-setting", wording.suggesting(name, among: known.map(\.name))))
          continue
        }
        if !setting.value.hasSameType(as: entry.value) {
          faults.append(
            entry.node.fault(
              "wrong-type", Wording("设置“\(name)”的类型不符（\(setting.label)）", "the value of the setting '\(name)' has the wrong type")
            ))
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
      let names = known.indices.map { "\(clauseID)/\($0 + 1)（\(known[$0].bound.text)）" }.joined(separator: "、")
      faults.append(
        bound.node.fault(
          "unknown-bound",
          known.isEmpty
            ? Wording("条款“\(clauseID)”没有界限", "the clause '\(clauseID)' has no bound")
            : Wording("条款“\(clauseID)”的界限有：\(names)，请指明", "the bounds of the clause '\(clauseID)' are \(names); name one of them")
        ))
      return
    }
    let old = known[index]
    guard (old.bound.unit.measure == .money) == (bound.value.unit.measure == .money) else {
      faults.append(
        bound.node.fault(
          "wrong-unit",
          Wording(
            "“\(bound.value.text)”与原界限“\(old.bound.text)”的单位不符",
            "the unit of '\(bound.value.text)' does not match the bound '\(old.bound.text)'")))
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
      faults.append(
        changed.node.fault(
          "out-of-range", Wording("方向“\(direction.id)”的权重全为0", "all weights of the direction '\(direction.id)' are 0")))
      return
    }
    for (item, maximum) in maxima.enumerated() { direction.criteria[item].maximum = maximum }
  }
}

extension YAMLNode {
  /// The position in the file, with the column because several names may be on one line.
  fileprivate var position: (line: Int, column: Int) { (line, column) }
}

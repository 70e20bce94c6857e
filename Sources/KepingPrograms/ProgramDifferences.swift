import KepingCore
import KepingPlugins

/// The differences between a program and what its plugin ships.
///
/// They are found by comparing the programs, not by reading the configuration again, so they are what the results depend on.
struct ProgramDifferences {
  /// The differences by section; within a section in the order of the guideline or of the manifest.
  private(set) var changes: [Provenance.Change] = []

  private let id: String

  /// Compares a program with the one that its plugin defines.
  init(_ loaded: PluginProgram, _ program: Program) {
    id = loaded.plugin.id
    let pairs = Array(zip(loaded.program.directions, program.directions))
    for (old, new) in pairs { addBounds(old, loaded.program.checks, new, program.checks) }
    for (old, new) in pairs { addWeights(old, new) }
    for setting in loaded.plugin.manifest.settings {
      guard let value = loaded.settings[setting.name], value != setting.value else { continue }
      add(.settings, setting.name, setting.label, shipped: setting.value.text, value.text)
    }
    for direction in program.directions {
      for index in direction.registered.sorted() {
        add(.notices, direction.clauses[index].id, direction.clauses[index].quote, shipped: nil, "已另行通知")
      }
    }
    for type in program.plan.projectTypes {
      let window = program.directions.first { $0.projectType == type.id }?.window
      if let window { add(.windows, type.id, type.title, shipped: nil, window.text) }
    }
  }

  private mutating func add(
    _ section: Provenance.Change.Section, _ key: String, _ label: String, shipped: String?, _ value: String
  ) {
    changes.append(
      Provenance.Change(section: section, program: id, key: key, label: label, shipped: shipped, value: value))
  }

  private mutating func addBounds(_ old: Direction, _ oldChecks: Checks, _ new: Direction, _ newChecks: Checks) {
    for (oldClause, newClause) in zip(old.clauses, new.clauses) {
      guard let oldCheck = oldClause.check, let newCheck = newClause.check, oldCheck != newCheck else { continue }
      // A copy of a check has its bounds in the same order.
      let bounds = Array(zip(oldChecks.bounds(of: oldCheck), newChecks.bounds(of: newCheck)))
      for (index, (shipped, bound)) in bounds.enumerated() where shipped.bound != bound.bound {
        let key = bounds.count == 1 ? newClause.id : "\(newClause.id)/\(index + 1)"
        add(.bounds, key, newClause.quote, shipped: shipped.bound.text, bound.bound.text)
      }
    }
  }

  private mutating func addWeights(_ old: Direction, _ new: Direction) {
    for (shipped, criterion) in zip(old.criteria, new.criteria) where shipped.weight != criterion.weight {
      add(
        .weights, criterion.id, criterion.title, shipped: SettingValue.number(shipped.weight).text,
        SettingValue.number(criterion.weight).text)
    }
  }
}

extension Window {
  /// The period in words, with the times as the configuration writes them.
  fileprivate var text: String {
    var parts: [String] = []
    switch (opensText.isEmpty, closesText.isEmpty) {
    case (false, false): parts.append("\(opensText)至\(closesText)")
    case (false, true): parts.append("\(opensText)起")
    case (true, false): parts.append("\(closesText)止")
    case (true, true): break
    }
    if correctionCloses != nil { parts.append("补正至\(correctionClosesText)") }
    return parts.joined(separator: "，")
  }
}

import KepingCore
import KepingYAML

/// Finds the programs that the groups of `selection` belong to, and checks the order of each in its program.
///
/// As for other keys of the configuration, a group under the id of a program belongs to that one, and any other to the only
/// enabled program that has the plan, project type or direction. If none of them is loaded, it belongs to all that have it.
struct SelectionResolver {
  private let configuration: Configuration
  private let candidates: [Candidate]
  /// The settings, as far as they are right.
  private(set) var settings = SelectionSettings()
  /// The errors, in the order of the file.
  private(set) var faults: [Diagnostic] = []

  /// Distributes the groups of a configuration among the plugins.
  init(_ configuration: Configuration, _ candidates: [Candidate]) {
    self.configuration = configuration
    self.candidates = candidates
    settings.limits = configuration.selection.limits
    for (name, key, value) in configuration.selection.entries { addEntry(name, key, value) }
  }

  /// Adds a group, or the groups of a program.
  private mutating func addEntry(_ name: String, _ key: YAMLNode, _ value: YAMLNode) {
    let isGroup = candidates.contains { $0.plugin.manifest.plan.kind(ofGroup: name) != nil }
    if let program = candidates.first(where: { $0.id == name }), !isGroup || value.hasOnlyGroups(of: program) {
      addGroups(of: program, key, value)
    } else if !isGroup, value.isLikeProgram, !configuration.mayBeUnreadable(name, candidates) {
      faults.append(key.fault(.unknownProgram(name, known: candidates.map(\.id))))
    } else {
      let draft = GroupDraft(value, of: name, &faults)
      addGroup(ConfigurationKey(id: name), key, draft)
    }
  }

  /// Adds the groups that stand under the id of a program.
  private mutating func addGroups(of program: Candidate, _ key: YAMLNode, _ value: YAMLNode) {
    let example = "selection: { \(program.id): { \"\(program.exampleKey)\": { places: 12 } } }"
    let misplaced = GroupFault.directlyUnderProgram(program.id, example: example)
    guard case .mapping(let members) = value.value, !members.isEmpty else {
      faults.append(key.fault(misplaced))
      return
    }
    for (key, value) in members {
      do throws(Diagnostic) {
        let name = try key.text()
        if program.plugin.manifest.plan.kind(ofGroup: name) == nil {
          if GroupDraft.names.contains(name) { throw key.fault(misplaced) }
          if name == SelectionSection.limits { throw key.fault(GroupFault.limitsInside) }
        }
        let draft = GroupDraft(value, of: name, &faults)
        addGroup(ConfigurationKey(program: program.id, id: name), key, draft)
      } catch {
        faults.append(error)
      }
    }
  }

  /// Adds a group to the programs that it belongs to.
  private mutating func addGroup(_ key: ConfigurationKey, _ node: YAMLNode, _ draft: GroupDraft) {
    for owner in owners(of: key, node) {
      guard let kind = owner.plugin.manifest.plan.kind(ofGroup: key.id) else { continue }
      if settings.scopes.contains(where: { $0.program == owner.id && $0.key == key.id }) {
        faults.append(node.fault(.repeatedKey(key)))
        continue
      }
      if let program = owner.program { faults += draft.orderFaults(in: program) }
      settings.scopes.append(
        SelectionSettings.Scope(program: owner.id, key: key.id, kind: kind, settings: draft.settings))
    }
  }

  /// Returns the programs that a group belongs to; none if there is an error, or if the key may be that of an unreadable plugin.
  private mutating func owners(of key: ConfigurationKey, _ node: YAMLNode) -> [Candidate] {
    let possible = candidates.filter { key.program == nil || $0.id == key.program }
    let having = possible.filter { $0.plugin.manifest.plan.kind(ofGroup: key.id) != nil }
    let loaded = having.filter { $0.program != nil }
    if loaded.count > 1 {
      let ids = loaded.map(\.id)
      let example = "selection: { \(ids[ids.count - 1]): { \"\(key.id)\": … } }"
      faults.append(node.fault(.ambiguousKey(key.id, programs: ids, example: example)))
      return []
    }
    if having.isEmpty, possible.allSatisfy(\.hasAllDirections) {
      let known = GroupKeys(possible.map(\.plugin.manifest.plan))
      faults.append(node.fault(GroupFault.unknown(key.id.printable(limit: 60), known: known)))
    }
    return loaded.isEmpty ? having : loaded
  }
}

extension GroupDraft {
  /// Returns an error for each field of the order that a program does not have, or by which it cannot be ordered.
  fileprivate func orderFaults(in program: Program) -> [Diagnostic] {
    var faults: [Diagnostic] = []
    for (path, node) in fields where program.schema.orderField(path) == nil {
      faults.append(node.fault(Self.orderFault(path, in: program)))
    }
    return faults
  }

  private static func orderFault(_ path: String, in program: Program) -> OrderFault {
    let known = program.schema.orderPaths(year: program.year - 1)
    if let field = program.schema.field(withPath: path) {
      if field.type == .yearlyMoney { return .withoutYear(path, example: "\(path).\(program.year - 1)") }
      let kind = Wording(type(of: field.type.kind).title, "\(field.type.name)")
      return .unordered(path, label: field.label, kind: kind)
    }
    if let named = known.first(where: { $0.label == path }) { return .label(path, path: named.path) }
    return .unknown(path.printable(limit: 60), known: ["score", "panel", "rules"] + known.map(\.path))
  }
}

extension Candidate {
  /// The key of a group, for an example.
  fileprivate var exampleKey: String { plugin.manifest.plan.projectTypes.first?.id ?? plugin.manifest.plan.id }
}

extension YAMLNode {
  /// Whether the node is a mapping whose keys are groups of a program.
  fileprivate func hasOnlyGroups(of program: Candidate) -> Bool {
    guard case .mapping(let members) = value, !members.isEmpty else { return false }
    return members.allSatisfy { key, _ in
      (try? key.text()).map { program.plugin.manifest.plan.kind(ofGroup: $0) != nil } ?? false
    }
  }

  /// Whether the node looks like the groups of a program: a mapping of mappings, none of which is a setting.
  fileprivate var isLikeProgram: Bool {
    guard case .mapping(let members) = value, !members.isEmpty else { return false }
    return members.allSatisfy { key, value in
      value.isGroup && (try? key.text()).map { !GroupDraft.names.contains($0) } ?? false
    }
  }
}

import KepingCore
import KepingYAML

/// Changes the ids of directions and clauses in a YAML file of a plugin's tests.
struct TestFileEdit {
  private(set) var edits: [TextEdit] = []
  private(set) var faults: [Diagnostic] = []
  /// Whether all of the file concerns a dropped direction.
  private(set) var isRemoved = false
  let source: YAMLSource

  private let changes: DirectionChanges
  private let droppedExamples: Set<String>

  /// - Throws: ``Diagnostic`` if the file is not YAML.
  init(_ text: String, path: String, _ changes: DirectionChanges, droppedExamples: Set<String>) throws(Diagnostic) {
    source = try YAMLSource(text, path: path)
    self.changes = changes
    self.droppedExamples = droppedExamples
    if changes.dropped.isEmpty {
      try renumber(source.root, key: "")
    } else {
      try drop()
    }
  }

  // MARK: Other numbers

  /// Changes the ids in a node.
  ///
  /// A text that is only the number of a direction may be a figure such as 5.1 points, so that it counts only as the value of
  /// `direction` and in `notices`.
  private mutating func renumber(_ node: YAMLNode, key: String) throws(Diagnostic) {
    switch node.value {
    case .scalar(let text, _):
      let ids = TextIDs(directions: Array(changes.renamed.keys))
      let isNumber = key == "notices" || key == "direction" || key.hasSuffix(".direction")
      let found = ids.certain(in: text.utf8, wholeCounts: isNumber)
      let stale = TextIDs(directions: changes.unused).certain(in: text.utf8, wholeCounts: isNumber).first
      if let stale, stale.range.lowerBound == 0 { faults.append(node.fault("stale-id", LuaEdit.staleID(stale.direction))) }
      let type = key == "notices" ? changes.renamedTypes[text] : nil
      guard !found.isEmpty || type != nil else { return }
      let offset = try source.textOffset(of: node, text)
      if let type { add(TextEdit(bytes: offset..<(offset + text.utf8.count), text: type)) }
      for id in found {
        add(
          TextEdit(
            bytes: (offset + id.range.lowerBound)..<(offset + id.range.upperBound),
            text: changes.renamed[id.direction] ?? id.direction))
      }
    case .sequence(let elements):
      for element in elements { try renumber(element, key: key) }
    case .mapping(let pairs):
      for (name, value) in pairs {
        try renumber(name, key: "")
        try renumber(value, key: (try? name.text()) ?? "")
      }
    }
  }

  /// Adds an edit; a node that an alias repeats is changed once.
  private mutating func add(_ edit: TextEdit) {
    if !edits.contains(edit) { edits.append(edit) }
  }

  // MARK: Dropped directions

  private mutating func drop() throws(Diagnostic) {
    let base = try source.root.member("base")?.value.text()
    if let base, droppedExamples.contains(base) {
      isRemoved = true
      refuseOtherDirections(source.root, key: "")
      return
    }
    for name in ["cases", "impossible", "equivalent"] {
      guard let list = try source.root.member(name)?.value else { continue }
      edits += try source.removing(
        { node throws(Diagnostic) in try isDropped(node.member("clause")?.value.text()) }, from: list)
      for element in try list.elements() where try !isDropped(element.member("clause")?.value.text()) {
        refuseUses(element, key: "")
      }
    }
  }

  private func isDropped(_ clause: String?) -> Bool {
    clause.map { clause in changes.dropped.contains { clause.hasPrefix($0 + "/") } } ?? false
  }

  /// Reports each use of a dropped direction in a case that stays.
  private mutating func refuseUses(_ node: YAMLNode, key: String) {
    switch node.value {
    case .scalar(let text, _):
      let isNumber = key == "notices" || key == "direction" || key.hasSuffix(".direction")
      let found = TextIDs(directions: Array(changes.dropped)).certain(in: text.utf8, wholeCounts: isNumber)
      if found.first?.range.lowerBound == 0 { refuse(node, text) }
    case .sequence(let elements): for element in elements { refuseUses(element, key: key) }
    case .mapping(let pairs):
      for (name, value) in pairs {
        refuseUses(name, key: "")
        refuseUses(value, key: (try? name.text()) ?? "")
      }
    }
  }

  /// Reports each case of a removed file that changes the direction, so that it tests another one.
  private mutating func refuseOtherDirections(_ node: YAMLNode, key: String) {
    switch node.value {
    case .scalar(let text, _):
      if key == "direction", !changes.dropped.contains(text) { refuse(node, text) }
    case .sequence(let elements): for element in elements { refuseOtherDirections(element, key: key) }
    case .mapping(let pairs):
      for (name, value) in pairs { refuseOtherDirections(value, key: (try? name.text()) ?? "") }
    }
  }

  private mutating func refuse(_ node: YAMLNode, _ text: String) {
    faults.append(
      node.fault(
        "dropped-direction-used",
        Wording("这里用了“\(text)”，不能确定怎样去掉；请先改", "this uses '\(text)', and what to do without it cannot be decided; change it first")
      ))
  }
}

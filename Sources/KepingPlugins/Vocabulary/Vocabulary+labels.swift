import KepingCore
import LuaRuntime

/// The words of a program for the host's fields.
extension Vocabulary {
  /// Replaces labels of the host's fields, and of their values, by those of
  /// `labels { applicant = { rdExpense = "研发费用", platforms = { level = { regional = "省级" } } } }`.
  func replaceLabels(_ arguments: [LuaValue], _ location: LuaLocation) throws -> LuaValue {
    guard case .table(let table)? = arguments.first, !table.named.isEmpty, table.list.isEmpty, table.otherKeys.isEmpty else {
      throw misuse(.labels, location)
    }
    for (name, value) in table.named { try replaceLabels(by: value, of: name, in: LabelledGroup(), location) }
    return .nil
  }

  /// An object or a list of the host whose fields get labels; the top if it has no node.
  private struct LabelledGroup {
    var node: Int?
    /// The path from the root: `applicant.platforms`.
    var path = ""
    /// The node of the list that contains the fields; nil if they are in none.
    var list: Int?
  }

  /// Fields whose values say which application a row of a sheet is, before its program is known.
  private static let fixedPaths: Set<String> = ["id", "year", "direction"]

  /// Replaces the labels of a field, and of what is in it.
  private func replaceLabels(
    by value: LuaValue, of name: String, in group: LabelledGroup, _ location: LuaLocation
  ) throws {
    guard let index = schema.mention(name, of: group.node) else {
      let known = schema.mentionableNames(in: group.node)
      try chargeSuggestion(name, among: known.count)
      throw fault(LabelFault.unknownField(name, in: group.path, known: known), at: location)
    }
    let path = (group.path.isEmpty ? "" : group.path + ".") + name
    guard schema.nodes[index].isHost else { throw fault(LabelFault.ownField(path: path), at: location) }
    guard !Self.fixedPaths.contains(path) else { throw fault(LabelFault.fixedLabel(path: path), at: location) }
    var labels = FieldLabels()
    switch value {
    case .text(let label): labels.label = label
    case .table(let table) where table.list.count <= 1 && table.list.count + table.named.count > 0 && table.otherKeys.isEmpty:
      if let label = table.list.first {
        guard case .text(let label) = label else { throw fault(LabelFault.wrongForm(path: path), at: location) }
        labels.label = label
      }
      try addMembers(table.named, of: index, path, list: group.list, to: &labels, location)
      if table.list.isEmpty, labels.choices.isEmpty, labels.example == nil { return }
    default: throw fault(LabelFault.wrongForm(path: path), at: location)
    }
    if labels.label?.isEmpty == true { throw fault(LabelFault.wrongForm(path: path), at: location) }
    if schema.nodes[index].field.type == .yearlyMoney, let label = labels.label, let found = YearlyLabelFault(label) {
      throw fault(found, at: location)
    }
    try apply(labels, to: index, path, list: group.list, location)
  }

  /// Replaces the labels of the fields in a field, or adds those of its values or its example to `labels`.
  private func addMembers(
    _ members: [(name: String, value: LuaValue)], of index: Int, _ path: String, list: Int?, to labels: inout FieldLabels,
    _ location: LuaLocation
  ) throws {
    let type = schema.nodes[index].field.type
    for (name, value) in members {
      switch type {
      case .object: try replaceLabels(by: value, of: name, in: LabelledGroup(node: index, path: path, list: list), location)
      case .objects: try replaceLabels(by: value, of: name, in: LabelledGroup(node: index, path: path, list: index), location)
      case .choice, .texts:
        let indices = try choiceIndices(of: index)
        guard indices[name] != nil else {
          try chargeSuggestion(name, among: indices.count)
          throw fault(LabelFault.unknownValue(name, path: path, known: type.choices.map(\.value)), at: location)
        }
        guard case .text(let label) = value, !label.isEmpty else { throw fault(LabelFault.wrongForm(path: path), at: location) }
        labels.choices[name] = label
      case .division where name == "example":
        guard case .text(let example) = value, Self.isExample(example) else {
          throw fault(LabelFault.wrongExample(path: path), at: location)
        }
        labels.example = example
      case .division: throw fault(LabelFault.unknownField(name, in: path, known: ["example"]), at: location)
      default: throw fault(LabelFault.noMembers(name, path: path), at: location)
      }
    }
  }

  /// Returns whether a text is a division code of 6 digits, with or without the name of the division after it.
  private static func isExample(_ text: String) -> Bool {
    let bytes = text.utf8
    return bytes.count >= 6 && bytes.prefix(6).allSatisfy { (0x30...0x39).contains($0) }
      && bytes.dropFirst(6).first.map { !(0x30...0x39).contains($0) } ?? true
  }

  /// Replaces the words of a field that has not been used yet.
  private func apply(
    _ labels: FieldLabels, to index: Int, _ path: String, list: Int?, _ location: LuaLocation
  ) throws {
    if let other = labelLocations[index] {
      throw fault(LabelFault.replacedTwice(path: path, sourceLocation(other)), at: location)
    }
    if let use = try firstUse(of: index, path, list: list) {
      throw fault(LabelFault.usedBefore(path: path, sourceLocation(use)), at: location)
    }
    labelLocations[index] = location
    try charge(100)
    try reserve(HostUse.Cost.field + labels.choices.count * HostUse.Cost.choice, location)
    schema.relabel(index, labels)
    let choices = schema.nodes[index].field.type.choices
    for choice in choices where labels.choices[choice.value] != nil {
      let equal = choices.filter { $0.label == choice.label }.map(\.value)
      if equal.count > 1 {
        throw fault(LabelFault.duplicateValueLabel(choice.label, path: path, values: equal), at: location)
      }
    }
  }

  /// Returns where the plugin first made a node that may have the words of a field; nil if it has made none.
  private func firstUse(of index: Int, _ path: String, list: Int?) throws -> LuaLocation? {
    let isOfUnits = path.hasPrefix("applicant.") || path.hasPrefix("partners.")
    return try firstLocation { node in
      switch node {
      case .field(let used): used == index || used == list
      case .units: isOfUnits
      default: false
      }
    }
  }

  /// Rejects a label of the plugin that another column of the same sheet has as well.
  func requireDistinctLabels() throws(Diagnostic) {
    if labelLocations.isEmpty { return }
    let lists = schema.nodes.indices.filter { if case .objects = schema.nodes[$0].field.type { true } else { false } }
    let ofLists = lists.map { (path: schema.nodes[$0].path + ".", columns: columns(in: schema.nodes[$0].children)) }
    for sheet in [(path: "", columns: columns(in: schema.roots))] + ofLists {
      for column in sheet.columns {
        guard let location = labelLocations[column], let other = sheet.columns.first(where: { isAlike($0, column) }) else {
          continue
        }
        let (path, otherPath) = (sheet.path + schema.nodes[column].path, sheet.path + schema.nodes[other].path)
        throw fault(LabelFault.duplicateLabel(schema.nodes[column].field.label, path: path, other: otherPath), at: location)
      }
    }
  }

  private func isAlike(_ first: Int, _ second: Int) -> Bool {
    first != second && schema.nodes[first].field.label == schema.nodes[second].field.label
  }

  /// Returns the fields that have columns in a sheet with some fields and those in their groups.
  private func columns(in nodes: [Int]) -> [Int] {
    nodes.flatMap { node in
      switch schema.nodes[node].field.type {
      case .object, .tally: columns(in: schema.nodes[node].children)
      default: [node]
      }
    }
  }
}

import KepingCore

/// The names of the fields of a schema in headings and sheet names: labels, field names, paths, and names that clerks
/// use.
public struct FieldNames: Sendable {
  /// The content of a column.
  ///
  /// Integers without a label are nodes of the schema.
  enum Target: Sendable, Hashable {
    /// A field of the record itself.
    case field(Int)
    /// The amount of a year in a field of money by year.
    case yearly(Int, Heading.Year)
    /// A text of a list by its 1-based number, or all texts in one cell if the number is nil.
    case texts(Int, Int?)
    /// Whether a list has elements: 有 or 无.
    case list(Int)
    /// A field of one element of a list; numbers are 1-based.
    case member(list: Int, number: Int, child: Int)
    /// A serial number of the rows, which is ignored.
    case serial
  }

  /// The reason why a heading is recognised only in part.
  enum TargetFaultReason: Sendable { case missingYear, ambiguous }

  let schema: Schema
  /// The parent of each node; -1 at the top.
  let parents: [Int32]
  /// The slot of each node.
  let slots: [Int]
  /// The node of the id, if the schema has one.
  let idNode: Int?
  let directionNode: Int?
  /// What the cells of each node's field are used for.
  let uses: [CellReader.Use]
  /// The division code that messages give as an example, for each field with such codes; empty for other fields.
  let exampleCodes: [String]
  /// The fields of the leader's birth; nil if the host does not declare the date.
  let birth: Birth?
  private var nodesByName: [String: [Int]] = [:]
  /// The lists of objects with their names.
  private(set) var objectLists: [(node: Int, names: [String])] = []
  /// The names in ``objectLists``, the longest of each list first.
  private(set) var longestListNames: [(node: Int, names: [String])] = []
  /// The fields of each list's elements by name.
  private(set) var childrenByName: [Int: [String: Int]] = [:]
  /// The lists of texts with their names.
  private(set) var textLists: [(node: Int, names: [String])] = []
  /// The objects with their names.
  private var objects: [(node: Int, names: [String])] = []
  /// The kinds that tallies count, by names that are long enough to be recognised within other names.
  private(set) var kinds: [(key: String, node: Int, tally: Int)] = []
  /// The tallies with the topics of their labels and kinds.
  private(set) var tallies: [(node: Int, topics: Set<TallyTopic>)] = []
  /// The normalised labels of all fields, if any field has other labels besides.
  private let labelKeys: Set<String>

  /// Affixes that clerks add to a name without changing its meaning.
  private static let affixes = (
    before: ["预期", "预计", "拟", "是否属于", "是否为", "是否是", "是否"], after: ["数量", "件数", "项数", "个数", "数", "预期"]
  )
  /// Collects the names of the fields of a schema.
  public init(_ schema: Schema) {
    self.schema = schema
    var parents = [Int32](repeating: -1, count: schema.nodes.count)
    for (index, node) in schema.nodes.enumerated() { for child in node.children { parents[child] = Int32(index) } }
    self.parents = parents
    slots = schema.nodes.map(\.slot)
    exampleCodes = schema.nodes.map { if case .division = $0.field.type { $0.field.exampleCode } else { "" } }
    idNode = schema.child("id", of: nil)
    directionNode = schema.child("direction", of: nil)
    birth = Self.birth(in: schema)
    let hasOtherLabels = schema.nodes.contains { !$0.field.otherLabels.isEmpty }
    labelKeys = hasOtherLabels ? Set(schema.nodes.map { Heading.key($0.field.label) }) : []
    let keys = [idNode, directionNode]
    uses = schema.nodes.indices.map { node in
      let schemaNode = schema.nodes[node]
      switch schemaNode.field.type {
      case .text: return keys.contains(node) || schemaNode.field.isPrivate ? .key : .value
      case .year: return schemaNode.path == "leader.birthYear" ? .birthYear : .value
      default: return .value
      }
    }
    addNames(of: schema.roots)
    longestListNames = objectLists.map { ($0.node, $0.names.sorted { $0.count > $1.count }) }
    for list in objectLists { childrenByName[list.node] = namesOfChildren(of: list.node) }
    removeAmbiguousUnmentionedFields()
    addOtherLabels()
    suggestions = Set(nodesByName.values.joined()).sorted().map { Self.suggestion(schema.nodes[$0].field.label) }
  }

  /// Adds the names of some fields and of the fields in them.
  private mutating func addNames(of nodes: [Int]) {
    for node in nodes {
      let schemaNode = schema.nodes[node]
      switch schemaNode.field.type {
      case .object:
        let aliases = schemaNode.isHost ? Self.objectAliases[schemaNode.path] ?? [] : []
        objects.append((node, keys(of: node) + aliases))
        addNames(of: schemaNode.children)
        continue
      case .tally:
        for child in schemaNode.children {
          let key = Heading.key(schema.nodes[child].field.label)
          for name in [key] + (Self.shortKinds[key] ?? []) where name.count >= 4 || name != key {
            kinds.append((name, child, node))
          }
        }
        if schemaNode.tally == nil {
          let labels = [schemaNode.field.label] + schemaNode.children.map { schema.nodes[$0].field.label }
          tallies.append((node, Set(labels.compactMap { TallyTopic(mentionedIn: Heading.key($0)) })))
        }
        addNames(of: schemaNode.children)
        addReversedNames(schemaNode.children, of: Heading.key(schemaNode.field.label))
        continue
      // A column with the name of a list that the program does not mention may be anything; its sheet and numbered columns are not.
      case .objects where schemaNode.isUnmentioned:
        objectLists.append((node, keys(of: node)))
        continue
      case .objects: objectLists.append((node, keys(of: node)))
      case .texts: textLists.append((node, keys(of: node)))
      default: break
      }
      let otherLabels = schemaNode.field.otherLabels.map(Heading.key)
      for key in Set(names(of: node).map(Heading.key)) where !otherLabels.contains(key) {
        nodesByName[key, default: []].append(node)
      }
    }
  }

  /// Adds the other labels of fields that are not yet the name of any field.
  private mutating func addOtherLabels() {
    var added: [String: [Int]] = [:]
    for node in Set(nodesByName.values.joined()).sorted() {
      for key in otherNames(of: node) where nodesByName[key] == nil { added[key, default: []].append(node) }
    }
    nodesByName.merge(added) { known, _ in known }
  }

  /// Removes the names of the host's later fields that other fields have as well, unless the program mentions them.
  private mutating func removeAmbiguousUnmentionedFields() {
    for (key, nodes) in nodesByName where nodes.count > 1 {
      let others = nodes.filter { !schema.nodes[$0].isUnmentioned }
      if !others.isEmpty { nodesByName[key] = others }
    }
  }

  /// Adds the reversed names of the counts of a tally: 申请发明专利 for 发明专利申请.
  private mutating func addReversedNames(_ nodes: [Int], of kind: String) {
    for node in nodes {
      let label = Heading.key(schema.nodes[node].field.label)
      guard schema.nodes[node].children.isEmpty, label.hasPrefix(kind), label.count > kind.count else { continue }
      nodesByName[label.dropFirst(kind.count) + kind, default: []].append(node)
    }
  }

  /// Returns the names of a field, the label first.
  func names(of node: Int) -> [String] {
    let schemaNode = schema.nodes[node]
    let names = [schemaNode.field.label, schemaNode.path, schemaNode.field.name] + schemaNode.field.otherLabels
    // A program may have a field of its own with the path of one of the host's later fields.
    guard schemaNode.isHost else { return names }
    let aliases = (Self.aliases[schemaNode.path] ?? []) + (Self.weakAliases[schemaNode.path] ?? [])
    return names + aliases + (takesBirthDates(node) ? Self.birthDateAliases : [])
  }

  /// Returns the normalised names of a field, without other labels that the program gives to a field.
  private func keys(of node: Int) -> [String] {
    let taken = schema.nodes[node].field.otherLabels.map(Heading.key).filter(labelKeys.contains)
    let keys = names(of: node).map(Heading.key)
    return taken.isEmpty ? keys : keys.filter { !taken.contains($0) }
  }

  /// Returns the other labels of a field, normalised, without those that the program gives to a field.
  private func otherNames(of node: Int) -> [String] {
    schema.nodes[node].field.otherLabels.map(Heading.key).filter { !labelKeys.contains($0) }
  }

  /// Returns whether a field has names that may also mean something else.
  func hasWeakNames(_ node: Int) -> Bool { Self.weakAliases[schema.nodes[node].path] != nil }

  /// Returns whether a heading is a name of a field that may also mean something else, with or without an affix.
  ///
  /// The label of the field is certain, also if a program took it from the names that are not.
  func isWeak(_ text: String, of node: Int) -> Bool {
    guard schema.nodes[node].isHost, let weak = Self.weakAliases[schema.nodes[node].path] else { return false }
    let label = Heading.key(schema.nodes[node].field.label)
    return Heading.readings(of: text).contains { reading in
      let name = plainName(reading.key)
      return name != label && weak.contains(name)
    }
  }

  /// Returns whether a column yields to another column of the same field.
  ///
  /// A column with a weak name yields. If a program took its label from the weak names, all columns without the label yield.
  ///
  /// - Parameter texts: the heading of the column, without and with groups above it.
  func yields(_ texts: [String], of node: Int) -> Bool {
    guard schema.nodes[node].isHost, let weak = Self.weakAliases[schema.nodes[node].path] else { return false }
    let label = Heading.key(schema.nodes[node].field.label)
    guard weak.contains(label) else { return texts.contains { isWeak($0, of: node) } }
    return !texts.contains { text in Heading.readings(of: text).contains { plainName($0.key) == label } }
  }

  /// Returns a name without affixes, unless it is the name of a field with them or of no field without them.
  private func plainName(_ key: String) -> String { nodesByName[key] == nil ? withoutAffixes(key) ?? key : key }

  /// A heading that is the name of a field, and its target.
  typealias Match = (heading: Heading, found: Result<Target, TargetFault>)

  /// Returns the first of a text's readings that is the name of a field, and its target.
  func match(_ readings: [Heading], by find: (Heading) -> Result<Target, TargetFault>?) -> Match? {
    for reading in readings {
      guard let found = find(reading) else { continue }
      if reading.hasBareUnit, !hasUnit(found, of: reading.unit?.measure) { continue }
      return (reading, found)
    }
    return nil
  }

  /// Returns whether the field of a target has amounts of money or, for a unit of percent, numbers of percent.
  private func hasUnit(_ found: Result<Target, TargetFault>, of measure: Measure?) -> Bool {
    let node: Int?
    switch found {
    case .success(let target): node = target.field
    case .failure(let fault): node = fault.node
    }
    guard let kind = node.map({ schema.nodes[$0].field.type.name.kind }) else { return false }
    if measure == .percent { return kind.use.measure == .percent }
    return kind.isMoney
  }

  /// Returns the field with a name, or nil if there is none or several.
  ///
  /// An exact path or label takes precedence over a field name or alias that several fields have.
  private func node(named key: String) -> Int? {
    guard let found = nodesByName[key] else { return nil }
    if found.count == 1 { return found[0] }
    let exact = found.filter { Heading.key(schema.nodes[$0].field.label) == key || schema.nodes[$0].path.lowercased() == key }
    return exact.count == 1 ? exact[0] : nil
  }

  /// Returns the labels of the fields of a list, as suggestions.
  func suggestions(of list: Int) -> [Suggestion] {
    schema.nodes[list].children.map { Self.suggestion(schema.nodes[$0].field.label) }
  }

  private static func suggestion(_ label: String) -> Suggestion { Suggestion(key: Heading.key(label), label: label) }

  /// Returns the target of a heading, or nil if no field has this name.
  func target(_ heading: Heading) -> Result<Target, TargetFault>? {
    if Heading.isSerial(heading.key) { return .success(.serial) }
    if let node = node(named: heading.key) {
      switch schema.nodes[node].field.type {
      case .yearlyMoney: return .failure(TargetFault(node: node, reason: .missingYear))
      case .texts: return .success(.texts(node, nil))
      case .objects: return .success(.list(node))
      default: return .success(.field(node))
      }
    }
    if let (key, year) = heading.withoutYear, let node = node(named: key), schema.nodes[node].field.type == .yearlyMoney {
      return .success(.yearly(node, year))
    }
    if let target = numberedTarget(heading.key) { return .success(target) }
    if let plain = withoutAffixes(heading.key), let node = node(named: plain), case .field? = try? target(Heading(plain))?.get() {
      return .success(.field(node))
    }
    if let found = nodesByName[heading.key] { return .failure(TargetFault(node: found[0], reason: .ambiguous)) }
    return nil
  }

  /// Returns a name without affixes, or nil if no field has the remaining name.
  private func withoutAffixes(_ key: String) -> String? {
    var key = key
    for prefix in Self.affixes.before where key.utf8.starts(with: prefix.utf8) && key.hasPrefix(prefix) {
      key = String(key.dropFirst(prefix.count))
      break
    }
    if nodesByName[key] == nil, let suffix = Self.affixes.after.first(where: key.hasSuffix) {
      key = String(key.dropLast(suffix.count))
    }
    return nodesByName[key] == nil ? nil : key
  }

  /// Returns the field of an object that a group of columns names, such as 姓名 under 负责人.
  func member(_ key: String, of group: String) -> Int? {
    var found: Set<Int> = []
    for object in objects where object.names.contains(group) {
      for child in schema.nodes[object.node].children {
        let names = names(of: child).map(Heading.key)
        if object.names.contains(where: { names.contains($0 + key) }) { found.insert(child) }
      }
    }
    if found.count > 1 { found = found.filter { !schema.nodes[$0].isUnmentioned } }
    return found.count == 1 ? found.first : nil
  }

  /// The error of a heading that is recognised only in part.
  struct TargetFault: Error, Sendable, Equatable {
    let node: Int
    let reason: TargetFaultReason
  }

  /// The labels of all fields with their keys in the order of the schema, as suggestions for unknown names.
  private(set) var suggestions: [Suggestion] = []

  /// A label that may be suggested for an unknown name.
  struct Suggestion: Sendable {
    let key: String
    let label: String
  }
}

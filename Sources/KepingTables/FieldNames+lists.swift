import KepingCore

extension FieldNames {
  /// Names that clerks use for the sheets of lists.
  private static let sheetAliases = ["budget.items": ["预算", "预算表", "经费预算", "经费预算表"]]
  /// Prefixes that clerks omit from the names of fields of a list.
  private static let omittedPrefixes = ["单位", "平台", "预算", "统一社会"]

  /// Characters between the name of a list and the name of its field.
  static let separators = "._-:()的"

  /// Returns the field of a list with a name, which may begin with the name of the list.
  func child(_ key: String, of list: Int) -> Int? {
    guard !key.isEmpty else { return nil }
    if let child = exactChild(key, of: list) { return child }
    for name in objectLists.first(where: { $0.node == list })?.names ?? []
    where key.utf8.starts(with: name.utf8) && key.hasPrefix(name) {
      let rest = key.dropFirst(name.count).filter { !Self.separators.contains($0) }
      if let child = exactChild(rest, of: list) { return child }
    }
    return nil
  }

  /// Returns the field of a list with exactly this name.
  private func exactChild(_ key: String, of list: Int) -> Int? {
    if let names = childrenByName[list] { return names[key] }
    return namesOfChildren(of: list)[key]
  }

  /// Returns the fields of a list by their names; of several fields with a name, the first one has it.
  func namesOfChildren(of list: Int) -> [String: Int] {
    var found: [String: Int] = [:]
    // The words of a program come before what the host's words may mean.
    for child in schema.nodes[list].children where !schema.nodes[child].field.otherLabels.isEmpty {
      found[Heading.key(schema.nodes[child].field.label)] = child
    }
    for child in schema.nodes[list].children {
      let field = schema.nodes[child].field
      let label = Heading.key(field.label)
      for name in [label, field.name.lowercased()] + childAliases(of: child, in: list) + Self.shortNames(of: label)
      where found[name] == nil { found[name] = child }
    }
    for child in schema.nodes[list].children {
      for label in schema.nodes[child].field.otherLabels.map(Heading.key) {
        for name in [label] + Self.shortNames(of: label) where found[name] == nil { found[name] = child }
      }
    }
    return found
  }

  /// Returns the names that remain of a normalised label without a prefix that clerks omit: 名称 of 单位名称.
  private static func shortNames(of label: String) -> [String] {
    omittedPrefixes.filter(label.hasPrefix).map { String(label.dropFirst($0.count)) }
  }

  /// Returns the list that the name of a sheet means: it equals a name of the list, is the one that templates have for the list,
  /// or contains such a name, as in `附表2 联合申报单位`.
  ///
  /// - Parameter exactly: whether only an equal name counts.
  func list(named name: String, exactly: Bool = false) -> Int? {
    let key = Heading.key(name)
    func isExact(_ list: (node: Int, names: [String])) -> Bool {
      list.names.contains(key) || Self.sheetAliases[schema.nodes[list.node].path]?.contains(key) == true
    }
    if let exact = objectLists.first(where: isExact) { return exact.node }
    let labels = objectLists.map { list in
      (node: list.node, labels: [schema.nodes[list.node].field.label] + schema.nodes[list.node].field.otherLabels)
    }
    let ofTemplate = labels.filter { $0.labels.contains { ListSheetName.isName(name, of: $0) } }.map(\.node)
    if exactly || !ofTemplate.isEmpty { return onlyList(among: ofTemplate) }
    let within = zip(objectLists, labels).filter { list, words in
      (list.names + words.labels.map { Heading.key(ListSheetName.name($0)) }).contains {
        $0.utf8.count != $0.count && key.contains($0)
      }
    }
    return onlyList(among: within.map(\.0.node))
  }

  /// Returns the only list, or the only one that the program mentions; nil if there is none.
  private func onlyList(among nodes: [Int]) -> Int? {
    let mentioned = nodes.count > 1 ? nodes.filter { !schema.nodes[$0].isUnmentioned } : nodes
    return mentioned.count == 1 ? mentioned[0] : nil
  }

  /// The nodes of the lists of objects.
  var listNodes: [Int] { objectLists.map(\.node) }
}

import KepingCore

/// The names by which columns and sheets speak of a schema's fields: labels, field names, paths, and what clerks say.
public struct FieldNames: Sendable {
  /// What a column holds.
  enum Target: Sendable, Hashable {
    case field(Int)
    case yearly(Int, Heading.Year)
    /// One of the texts of a list, from 1; nil for a cell that has all of them.
    case texts(Int, Int?)
    /// Whether a list has anything: 无 or 有.
    case list(Int)
    /// A field of one element of a list; elements count from 1.
    case member(list: Int, number: Int, child: Int)
    /// A serial number, which says nothing.
    case serial
  }

  /// What is wrong with a heading that is understood only in part.
  enum TargetFaultReason: Sendable { case missingYear, ambiguous }

  let schema: Schema
  /// By node, the object that a field is in; -1 at the top.
  let parents: [Int32]
  /// By node, the field's slot.
  let slots: [Int]
  let idNode: Int?
  let directionNode: Int?
  private var nodesByName: [String: [Int]] = [:]
  /// Lists of objects, each with its names.
  private(set) var objectLists: [(node: Int, names: [String])] = []
  /// Lists of texts, likewise.
  private(set) var textLists: [(node: Int, names: [String])] = []
  /// Objects, likewise.
  private var objects: [(node: Int, names: [String])] = []
  /// The kinds that tallies count, by names long enough to be known within others.
  private var kinds: [(key: String, node: Int, tally: Int)] = []

  /// What clerks call the host's fields, besides their labels.
  private static let aliases: [String: [String]] = [
    "id": ["项目编号", "申报书编号"], "year": ["年度", "申报年度"], "direction": ["方向", "指南方向"], "title": ["课题名称"],
    "applicant.name": ["申报单位", "牵头单位", "单位名称"],
    "applicant.kind": ["单位类型", "单位性质", "单位类别", "申报单位性质", "申报单位类别"],
    "applicant.creditCode": ["统一社会信用代码", "信用代码"], "applicant.region": ["行政区划代码"],
    "applicant.platforms": ["创新平台", "研发平台", "科研平台"],
    "partners": ["合作单位", "联合单位", "参与单位", "参加单位", "协作单位", "联合体成员", "合作单位名单", "联合申报单位名单"],
    "leader.name": ["项目负责人", "负责人"],
  ]
  /// What clerks call the kinds of tallies for short; not to be read by it, but to be noticed.
  private static let shortKinds = [
    "发明专利": ["发明授权", "发明申请", "授权发明", "申请发明"], "实用新型专利": ["实用新型"], "外观设计专利": ["外观设计"], "软件著作权": ["软著"], "企业标准": ["企标"],
    "团体标准": ["团标"],
    "地方标准": ["地标"], "行业标准": ["行标"], "国家标准": ["国标"],
  ]
  /// What clerks call fields of lists' elements, besides.
  private static let childAliases = ["kind": ["性质", "类别", "单位性质", "单位类别"]]
  /// What clerks put before or behind a name without meaning anything else.
  private static let affixes = (before: ["预期", "预计", "拟", "是否属于", "是否为", "是否是", "是否"], after: ["数量", "数", "预期"])
  /// What clerks call the sheets of lists, besides.
  private static let sheetAliases = ["budget.items": ["预算", "预算表", "经费预算", "经费预算表"]]
  /// What clerks leave out of the names of a list's fields.
  private static let omittedPrefixes = ["单位", "平台", "预算", "统一社会"]

  public init(_ schema: Schema) {
    self.schema = schema
    var parents = [Int32](repeating: -1, count: schema.nodes.count)
    for (index, node) in schema.nodes.enumerated() { for child in node.children { parents[child] = Int32(index) } }
    self.parents = parents
    slots = schema.nodes.map(\.slot)
    idNode = schema.child("id", of: nil)
    directionNode = schema.child("direction", of: nil)
    addNames(of: schema.roots)
    suggestions = Set(nodesByName.values.joined()).sorted().map { Self.suggestion(schema.nodes[$0].field.label) }
  }

  private mutating func addNames(of nodes: [Int]) {
    for node in nodes {
      let schemaNode = schema.nodes[node]
      switch schemaNode.field.type {
      case .object:
        objects.append((node, names(of: node).map(Heading.key) + (Self.objectAliases[schemaNode.path] ?? [])))
        addNames(of: schemaNode.children)
        continue
      case .tally:
        for child in schemaNode.children {
          let key = Heading.key(schema.nodes[child].field.label)
          for name in [key] + (Self.shortKinds[key] ?? []) where name.count >= 4 || name != key {
            kinds.append((name, child, node))
          }
        }
        addNames(of: schemaNode.children)
        addReversedNames(schemaNode.children, of: Heading.key(schemaNode.field.label))
        continue
      case .objects: objectLists.append((node, names(of: node).map(Heading.key)))
      case .texts: textLists.append((node, names(of: node).map(Heading.key)))
      default: break
      }
      for key in Set(names(of: node).map(Heading.key)) { nodesByName[key, default: []].append(node) }
    }
  }

  /// A tally's counts are also named the other way round: 申请发明专利 for 发明专利申请.
  private mutating func addReversedNames(_ nodes: [Int], of kind: String) {
    for node in nodes {
      let label = Heading.key(schema.nodes[node].field.label)
      guard schema.nodes[node].children.isEmpty, label.hasPrefix(kind), label.count > kind.count else { continue }
      nodesByName[label.dropFirst(kind.count) + kind, default: []].append(node)
    }
  }

  /// The names of a field: its label first.
  func names(of node: Int) -> [String] {
    let schemaNode = schema.nodes[node]
    return [schemaNode.field.label, schemaNode.path, schemaNode.field.name] + (Self.aliases[schemaNode.path] ?? [])
  }

  /// The field of a name; an exact path or label goes before a field name or an alias that others have, too.
  private func node(named key: String) -> Int? {
    guard let found = nodesByName[key] else { return nil }
    if found.count == 1 { return found[0] }
    let exact = found.filter { Heading.key(schema.nodes[$0].field.label) == key || schema.nodes[$0].path.lowercased() == key }
    return exact.count == 1 ? exact[0] : nil
  }

  /// The labels of a list's fields.
  func suggestions(of list: Int) -> [Suggestion] {
    schema.nodes[list].children.map { Self.suggestion(schema.nodes[$0].field.label) }
  }

  private static func suggestion(_ label: String) -> Suggestion { Suggestion(key: Heading.key(label), label: label) }

  /// What a heading names; nil where nothing is known by it.
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

  /// A name without the words that change nothing; nil where it has none of them.
  private func withoutAffixes(_ key: String) -> String? {
    var key = key
    for prefix in Self.affixes.before where key.hasPrefix(prefix) {
      key = String(key.dropFirst(prefix.count))
      break
    }
    if nodesByName[key] == nil, let suffix = Self.affixes.after.first(where: key.hasSuffix) {
      key = String(key.dropLast(suffix.count))
    }
    return nodesByName[key] == nil ? nil : key
  }

  /// The field of an object that a group of columns names: 姓名 under 负责人.
  func member(_ key: String, of group: String) -> Int? {
    var found: Set<Int> = []
    for object in objects where object.names.contains(group) {
      let label = Heading.key(schema.nodes[object.node].field.label)
      for child in schema.nodes[object.node].children where Heading.key(schema.nodes[child].field.label) == label + key {
        found.insert(child)
      }
    }
    return found.count == 1 ? found.first : nil
  }

  /// The tally that a name speaks of without being one of its fields: its label, its node, and a name that it has.
  func tally(in key: String) -> (label: String, node: Int, name: String)? {
    guard let kind = kinds.first(where: { key.contains($0.key) }) else { return nil }
    // Of kinds that are counted twice over, filed and granted, the first of the counts.
    let leaf = schema.nodes[kind.node].children.first ?? kind.node
    return (schema.nodes[kind.tally].field.label, kind.tally, schema.nodes[leaf].field.label)
  }

  struct TargetFault: Error, Sendable {
    let node: Int
    let reason: TargetFaultReason
  }

  /// What may stand between the name of a list and that of its field.
  static let separators = "._-:()的"

  /// The field of a list's elements by a name, the list's own before it left out.
  func child(_ key: String, of list: Int) -> Int? {
    guard !key.isEmpty else { return nil }
    if let child = exactChild(key, of: list) { return child }
    for name in objectLists.first(where: { $0.node == list })?.names ?? [] where key.hasPrefix(name) {
      let rest = key.dropFirst(name.count).filter { !Self.separators.contains($0) }
      if let child = exactChild(rest, of: list) { return child }
    }
    return nil
  }

  private func exactChild(_ key: String, of list: Int) -> Int? {
    schema.nodes[list].children.first { child in
      let field = schema.nodes[child].field
      let label = Heading.key(field.label)
      if key == label || key == field.name.lowercased() || Self.childAliases[field.name]?.contains(key) == true { return true }
      return Self.omittedPrefixes.contains { label.hasPrefix($0) && key == String(label.dropFirst($0.count)) }
    }
  }

  /// The list that a sheet's name speaks of: it is the list's, or has it within, as `附表2 联合申报单位`.
  func list(named name: String, exactly: Bool = false) -> Int? {
    let key = Heading.key(name)
    func isExact(_ list: (node: Int, names: [String])) -> Bool {
      list.names.contains(key) || Self.sheetAliases[schema.nodes[list.node].path]?.contains(key) == true
    }
    if let exact = objectLists.first(where: isExact) { return exact.node }
    let within = exactly ? [] : objectLists.filter { $0.names.contains { $0.utf8.count != $0.count && key.contains($0) } }
    return within.count == 1 ? within[0].node : nil
  }

  /// The lists of objects.
  var listNodes: [Int] { objectLists.map(\.node) }

  /// Labels with their keys in the order of the schema, to suggest one for a name that is not known.
  private(set) var suggestions: [Suggestion] = []

  struct Suggestion: Sendable {
    let key: String
    let label: String
  }
}

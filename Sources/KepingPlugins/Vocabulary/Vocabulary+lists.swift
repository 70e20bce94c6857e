import KepingCore
import LuaRuntime

/// Checks and quantities of the elements of a list.
extension Vocabulary {
  /// Makes the node of a word for the elements of a list: `any`, `every`, `count` or `sum`.
  /// - Parameters:
  ///   - index: the list, by its index in the schema.
  ///   - rest: the arguments after the list.
  ///   - includesApplicant: whether the applicant counts as an element.
  func elements(
    _ word: Word, of index: Int, _ rest: [LuaValue], includesApplicant: Bool, _ location: LuaLocation
  ) throws -> LuaValue {
    var rest = rest[...]
    var amount: Int?
    if word == .sum { amount = try summand(rest.popFirst(), of: index, location) }
    let match = try listMatch(word, index, rest, includesApplicant: includesApplicant, location)
    switch word {
    case .any: return try make(.check(add(.any(match), location)), location)
    case .every: return try make(.check(add(.every(EveryCheck(match)), location)), location)
    default:
      let elements = ElementsQuantity(match, amount: amount.map(reference))
      let measure = amount.flatMap { schema.nodes[$0].field.type.name.kind.use.measure } ?? .count
      return try make(
        .quantity(
          add(
            Quantity(source: .elements(elements), label: elements.label, path: elements.path, measure: measure), location)),
        location)
    }
  }

  /// Returns the number of a list's elements that `sum` adds, by its index in the schema.
  private func summand(_ value: LuaValue?, of index: Int, _ location: LuaLocation) throws -> Int {
    let name = try text(value, Wording("sum 的字段", "the field of sum"), location)
    guard let child = schema.child(name, of: index) else {
      try chargeSuggestion(name, among: schema.nodes[index].children.count)
      throw fault(ListFault.unknownFilter(name, path: schema.nodes[index].path, known: schema.names(in: index)), at: location)
    }
    guard schema.nodes[child].field.type.name.kind.use.measure != nil else {
      throw fault(ListFault.notNumber(list: schema.nodes[index].path, field: name), at: location)
    }
    return child
  }

  /// Returns the search of a list: `any(label, filters)`, `count()`, `count(filters)` or `count(label, filters)`.
  private func listMatch(
    _ word: Word, _ index: Int, _ rest: ArraySlice<LuaValue>, includesApplicant: Bool, _ location: LuaLocation
  ) throws -> ListMatch {
    var rest = rest
    var label = ""
    if case .text? = rest.first {
      label = try text(rest.popFirst(), Wording("\(word.name) 的名称", "the label of \(word.name)"), location)
    } else if word == .any {
      label = try text(rest.first, Wording("any 的名称", "the label of any"), location)
    }
    let isOptional = label.isEmpty && (word == .length || word == .sum)
    let named: [(name: String, value: LuaValue)]
    switch rest.popFirst() {
    case nil where isOptional: named = []
    case .table(let table)? where !table.named.isEmpty && table.list.isEmpty && table.otherKeys.isEmpty: named = table.named
    default: throw misuse(word, location)
    }
    guard rest.isEmpty else { throw misuse(word, location) }
    try charge(50 * named.count)
    return ListMatch(
      list: reference(index), stride: schema.nodes[index].stride,
      nameSlot: schema.child("name", of: index).map { schema.nodes[$0].slot }, includesApplicant: includesApplicant,
      label: label, filters: try named.map { try filter($0.name, $0.value, of: index, includesApplicant, location) })
  }

  private func filter(
    _ name: String, _ value: LuaValue, of index: Int, _ includesApplicant: Bool, _ location: LuaLocation
  ) throws -> ListMatch.Filter {
    guard let child = schema.child(name, of: index) else {
      try chargeSuggestion(name, among: schema.nodes[index].children.count)
      throw fault(ListFault.unknownFilter(name, path: schema.nodes[index].path, known: schema.names(in: index)), at: location)
    }
    let applicantSlot =
      includesApplicant ? schema.child(name, of: schema.child("applicant", of: nil)).map { schema.nodes[$0].slot } : nil
    return ListMatch.Filter(field: reference(child), applicantSlot: applicantSlot, wanted: try wanted(value, child, location))
  }

  /// Returns what a filter requires of a field of the list's elements.
  private func wanted(_ value: LuaValue, _ child: Int, _ location: LuaLocation) throws -> ListMatch.Filter.Wanted {
    switch (schema.nodes[child].field.type.name.kind.filter, value) {
    case (.choices, _): return .known(try knownValues(value, child, location))
    case (.flag, .boolean(let flag)): return .flag(flag)
    case (.area, .handle(let handle)):
      if case .area(let prefix, let fallback) = node(handle) { return .within(Bytes(prefix.utf8), fallback: fallback) }
    case (.number, .handle(let handle)):
      if case .numberFilter(let comparison) = node(handle) {
        try requireUnit(of: comparison.bound, toFit: number(child), location)
        return .number(comparison)
      }
    case (.date, .handle(let handle)):
      if case .dateFilter(let comparison) = node(handle) { return .date(comparison) }
    case (.text, .text): return .texts([try text(value, Wording("筛选的文本", "the text of a filter"), location)])
    case (.text, .table(let table)) where !table.list.isEmpty && table.named.isEmpty && table.otherKeys.isEmpty:
      try charge(20 * table.list.count)
      return .texts(try table.list.map { try text($0, Wording("筛选的文本", "the text of a filter"), location) })
    default: break
    }
    let node = schema.nodes[child]
    throw fault(
      ListFault.wrongFilter(path: node.path, name: node.field.name, node.field.type.name.kind.filter), at: location)
  }

  /// Returns the number of an element as a quantity, for messages about its unit.
  private func number(_ child: Int) -> Quantity {
    let node = schema.nodes[child]
    return Quantity(
      source: .field(slot: node.slot, tally: nil), label: node.field.label, path: node.path,
      measure: node.field.type.name.kind.use.measure ?? .plain)
  }

  /// Makes the node of a word that filters a list by a bound.
  func filter(_ word: Word, _ arguments: [LuaValue], _ location: LuaLocation) throws -> LuaValue {
    if let comparison = word.dateComparison { return try dateFilter(comparison, arguments, location) }
    guard let comparison = word.boundComparison else { throw misuse(word, location) }
    return try numberFilter(comparison, arguments, location)
  }

  /// Makes the node of `at_least "10万元"`, which filters a list by a number of its elements.
  private func numberFilter(_ comparison: Comparison, _ arguments: [LuaValue], _ location: LuaLocation) throws -> LuaValue {
    if case .handle? = arguments.first, let word = Word.filters[comparison] {
      throw fault(BoundFault.quantityBeforeFilter(word), at: location)
    }
    let bound = try self.bound(arguments.first, of: nil, location)
    return try make(.numberFilter(BoundComparison(comparison, bound, reason: try boundReason(arguments, location))), location)
  }
}

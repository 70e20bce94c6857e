import KepingCore
import LuaRuntime

extension Vocabulary {
  /// Makes the node of a word that follows a node, such as `expected.newProducts:at_least "1项"`.
  func method(_ word: Word, _ arguments: [LuaValue], _ location: LuaLocation) throws -> LuaValue {
    guard case .handle(let handle)? = arguments.first else {
      throw fault(.dotBeforeMethod(word), at: location)
    }
    let rest = Array(arguments.dropFirst())
    switch word {
    case .atLeast, .moreThan, .atMost, .lessThan: return try compare(word, arguments[0], with: rest, at: location)
    default: break
    }
    let node = self.node(handle)
    if case .units = node, word == .any {
      return try make(
        .check(add(.any(try listMatch(schema.child("partners", of: nil)!, rest, includesApplicant: true, location)), location)),
        location)
    }
    guard case .field(let index) = node else {
      throw fault(.unknownMember(word.name, of: node, known: []), at: location)
    }
    let fieldNode = schema.nodes[index]
    let field = reference(index)
    switch (word, fieldNode.field.type) {
    case (.isOne, .choice):
      return try make(
        .check(add(.isOne(IsOneCheck(field, known: try choiceIndexes(rest.first, field, location))), location)), location)
    case (.isWithin, .division):
      let prefix = try text(rest.first, Wording("行政区划代码", "a division code"), location)
      let name = try text(rest.dropFirst().first, Wording("地区名称", "the area's name"), location)
      return try make(.check(add(.within(WithinCheck(field, prefix: Bytes(prefix.utf8), area: name)), location)), location)
    case (.any, .objects):
      return try make(.check(add(.any(try listMatch(index, rest, includesApplicant: false, location)), location)), location)
    case (.some, .objects), (.some, .texts): return try make(.check(add(.some(SomeCheck(field)), location)), location)
    case (.none, .objects), (.none, .texts): return try make(.check(add(.none(NoneCheck(field)), location)), location)
    case (.has, .texts):
      let known = try choiceIndexes(rest.first, field, location)
      guard known.count == 1, let index = known.first else {
        throw fault(.hasSeveral, at: location)
      }
      return try make(.check(add(.contains(ContainsCheck(field, known: index)), location)), location)
    case (.length, .objects), (.length, .texts):
      let source = Quantity.Source.length(slot: fieldNode.slot, absence: fieldNode.field.absence)
      let quantity = Quantity(source: source, label: fieldNode.field.label, path: fieldNode.path, measure: .count)
      return try make(.quantity(add(quantity, location)), location)
    case (.sum, .tally): return try make(.quantity(try tallySum(index, rest, location)), location)
    case (.given, _): return try make(.check(add(.given(GivenCheck(field)), location)), location)
    default:
      throw fault(.wrongMethod(word, path: fieldNode.path), at: location)
    }
  }

  /// Makes the check that compares a quantity with a bound or with another quantity.
  private func compare(
    _ word: Word, _ left: LuaValue, with rest: [LuaValue], at location: LuaLocation
  ) throws -> LuaValue {
    let comparison: Comparison =
      switch word {
      case .atLeast: .atLeast
      case .moreThan: .moreThan
      case .atMost: .atMost
      default: .lessThan
      }
    let quantity = try self.quantity(left, location)
    if case .handle? = rest.first {
      let other = try self.quantity(rest.first, location)
      guard checks[quantity].measure == checks[other].measure else {
        throw fault(.comparisonOfUnits, at: location)
      }
      return try make(.check(add(.compareQuantities(CompareQuantitiesCheck(quantity, comparison, other)), location)), location)
    }
    let bound = try self.bound(rest.first, of: quantity, location)
    let reason = rest.count > 1 ? try text(rest[1], Wording("界限的理由", "the bound's reason"), location) : nil
    return try make(.check(add(.compare(CompareCheck(quantity, comparison, bound, reason: reason)), location)), location)
  }

  /// Returns the indexes of choices that are given as one text or as a list of texts.
  private func choiceIndexes(_ value: LuaValue?, _ field: FieldReference, _ location: LuaLocation) throws -> Set<Int> {
    let choices = field.field.type.choices
    let wanted: [LuaValue]
    switch value {
    case .text?: wanted = [value!]
    case .table(let table)? where !table.list.isEmpty && table.named.isEmpty && table.otherKeys.isEmpty: wanted = table.list
    default:
      throw fault(.notChoice(example: choices.first?.value), at: location)
    }
    return Set(
      try wanted.map { item in
        let name = try text(item, Wording("可选值", "a value"), location)
        guard let index = choices.firstIndex(where: { $0.value == name }) else {
          throw fault(.unknownChoice(name, path: field.path, known: choices.map(\.value)), at: location)
        }
        return index
      })
  }

  /// Returns the search of `any(label, filters)` in the list of a field.
  private func listMatch(
    _ index: Int, _ rest: [LuaValue], includesApplicant: Bool, _ location: LuaLocation
  ) throws -> ListMatch {
    let label = try text(rest.first, Wording("any 的名称", "the label of any"), location)
    guard rest.count == 2, case .table(let table) = rest[1], !table.named.isEmpty, table.list.isEmpty, table.otherKeys.isEmpty
    else {
      throw misuse(.any, location)
    }
    let applicant = schema.child("applicant", of: nil)
    let filters = try table.named.map { name, value in
      guard let child = schema.child(name, of: index) else {
        throw fault(.unknownFilter(name, path: schema.nodes[index].path, known: schema.names(in: index)), at: location)
      }
      let applicantSlot = includesApplicant ? schema.child(name, of: applicant).map { schema.nodes[$0].slot } : nil
      return ListMatch.Filter(field: reference(child), applicantSlot: applicantSlot, wanted: try wanted(value, child, location))
    }
    return ListMatch(
      list: reference(index), stride: schema.nodes[index].stride,
      nameSlot: schema.child("name", of: index).map { schema.nodes[$0].slot }, includesApplicant: includesApplicant,
      label: label, filters: filters)
  }

  /// Returns what a filter requires of a field of the list's elements.
  private func wanted(_ value: LuaValue, _ child: Int, _ location: LuaLocation) throws -> ListMatch.Filter.Wanted {
    switch (schema.nodes[child].field.type.name.kind.filter, value) {
    case (.choices, _): return .known(try choiceIndexes(value, reference(child), location))
    case (.flag, .boolean(let flag)): return .flag(flag)
    case (.area, .handle(let handle)):
      if case .area(let prefix, let fallback) = node(handle) { return .within(Bytes(prefix.utf8), fallback: fallback) }
    default: break
    }
    throw fault(.wrongFilter(path: schema.nodes[child].path), at: location)
  }

  /// Adds the quantity of `tally:sum()`, or of some kinds or counts: `sum("local", "national")`, `sum "granted"`.
  private func tallySum(_ index: Int, _ rest: [LuaValue], _ location: LuaLocation) throws -> QuantityID {
    let node = schema.nodes[index]
    guard case .tally(let kinds, let counts) = node.field.type else {
      throw fault(.notTally, at: location)
    }
    let names = try rest.map { try text($0, Wording("类别", "a kind"), location) }
    for name in names where !(kinds + counts).contains(where: { $0.value == name }) {
      throw fault(.unknownTallyKind(name, path: node.path, known: (kinds + counts).map(\.value)), at: location)
    }
    let wantedKinds = kinds.filter { names.contains($0.value) }
    let wantedCounts = counts.filter { names.contains($0.value) }
    var slots: [Int] = []
    for kind in wantedKinds.isEmpty ? kinds : wantedKinds {
      let child = schema.child(kind.value, of: index)!
      if counts.isEmpty {
        slots.append(schema.nodes[child].slot)
      } else {
        for count in wantedCounts.isEmpty ? counts : wantedCounts {
          slots.append(schema.nodes[schema.child(count.value, of: child)!].slot)
        }
      }
    }
    let which = (wantedKinds + wantedCounts).map(\.label).joined(separator: "、")
    let label = node.field.label + (which.isEmpty ? "合计" : "（\(which)）合计")
    let path = names.isEmpty ? node.path : "\(node.path)(\(names.joined(separator: " + ")))"
    return add(
      Quantity(source: .tally(slots: slots, tally: node.tally ?? node.slot), label: label, path: path, measure: .count),
      location)
  }
}

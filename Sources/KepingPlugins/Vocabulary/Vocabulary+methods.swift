import KepingCore
import LuaRuntime

extension Vocabulary {
  /// Makes the node of a word that follows a node, such as `expected.newProducts:at_least "1项"`.
  func method(_ word: Word, _ arguments: [LuaValue], _ location: LuaLocation) throws -> LuaValue {
    guard case .handle(let handle)? = arguments.first else {
      throw fault(VocabularyFault.dotBeforeMethod(word), at: location)
    }
    let rest = Array(arguments.dropFirst())
    if let comparison = word.boundComparison { return try compare(arguments[0], comparison, with: rest, at: location) }
    if word == .minus || word == .times { return try arithmetic(word, arguments[0], rest, location) }
    let node = self.node(handle)
    if case .units = node, word.entry.receivers.contains(.units) {
      return try elements(word, of: schema.child("partners", of: nil)!, rest, includesApplicant: true, location)
    }
    guard case .field(let index) = node else {
      let known = if case .quantity = node { Word.methodNames(of: .quantity) } else { [String]() }
      throw fault(VocabularyFault.unknownMember(word.name, of: node, known: known), at: location)
    }
    let fieldNode = schema.nodes[index]
    let field = reference(index)
    if let comparison = word.dateComparison, fieldNode.field.type == .date || fieldNode.field.type == .time {
      return try compareDates(field, comparison, with: rest, at: location)
    }
    switch (word, fieldNode.field.type) {
    case (.isOne, .choice):
      return try make(
        .check(add(.isOne(IsOneCheck(field, known: try knownValues(rest.first, index, location))), location)), location)
    case (.isWithin, .division):
      let prefix = try divisionPrefix(rest.first, location)
      let name = try text(rest.dropFirst().first, Wording("地区名称", "the area's name"), location)
      return try make(.check(add(.within(WithinCheck(field, prefix: Bytes(prefix.utf8), area: name)), location)), location)
    case (.any, .objects), (.every, .objects), (.sum, .objects):
      return try elements(word, of: index, rest, includesApplicant: false, location)
    case (.length, .objects) where !rest.isEmpty:
      return try elements(word, of: index, rest, includesApplicant: false, location)
    case (.some, .objects), (.some, .texts): return try make(.check(add(.some(SomeCheck(field)), location)), location)
    case (.none, .objects), (.none, .texts): return try make(.check(add(.none(NoneCheck(field)), location)), location)
    case (.has, .texts):
      let known = try knownValues(rest.first, index, location)
      guard known.count == 1, let wanted = known.first else {
        throw fault(ChoiceFault.hasSeveral, at: location)
      }
      return try make(.check(add(.contains(ContainsCheck(field, known: wanted)), location)), location)
    case (.length, .objects), (.length, .texts):
      guard rest.isEmpty else { throw fault(VocabularyFault.surplusArguments(word), at: location) }
      let source = Quantity.Source.length(slot: fieldNode.slot, absence: fieldNode.field.absence)
      let quantity = Quantity(source: source, label: fieldNode.field.label, path: fieldNode.path, measure: .count)
      return try make(.quantity(add(quantity, location)), location)
    case (.sum, .tally): return try make(.quantity(try tallySum(index, rest, location)), location)
    case (.given, _): return try make(.check(add(.given(GivenCheck(field)), location)), location)
    default:
      throw fault(VocabularyFault.wrongMethod(word, path: fieldNode.path, fieldNode.field.type), at: location)
    }
  }

  /// Makes the check that compares a quantity with a bound or with another quantity.
  private func compare(
    _ left: LuaValue, _ comparison: Comparison, with rest: [LuaValue], at location: LuaLocation
  ) throws -> LuaValue {
    let quantity = try self.quantity(left, location)
    if span(quantity) != nil { return try compareSpan(quantity, comparison, with: rest, at: location) }
    if case .handle? = rest.first {
      let other = try self.quantity(rest.first, location)
      try requireNoSpans([other], location)
      guard checks[quantity].measure != .share, checks[other].measure != .share else {
        throw fault(RatioFault.ratioWithQuantity, at: location)
      }
      guard checks[quantity].measure == checks[other].measure else {
        throw fault(BoundFault.comparisonOfUnits(checks[quantity], checks[other]), at: location)
      }
      // In `api: 1` a reason there was ignored.
      if rest.count > 1, plugin.manifest.api > 1 { throw fault(BoundFault.reasonWithoutBound(rest[1]), at: location) }
      return try make(.check(add(.compareQuantities(CompareQuantitiesCheck(quantity, comparison, other)), location)), location)
    }
    let bound = try self.bound(rest.first, of: quantity, location)
    let check = CompareCheck(quantity, comparison, bound, reason: try boundReason(rest, location))
    return try make(.check(add(.compare(check), location)), location)
  }

  /// Returns the known values that are given as one text or as a list of texts, by their indices among the choices.
  /// - Parameter index: the index of the field in the schema.
  func knownValues(_ value: LuaValue?, _ index: Int, _ location: LuaLocation) throws -> Set<Int> {
    let wanted: [LuaValue]
    switch value {
    case .text?: wanted = [value!]
    case .table(let table)? where !table.list.isEmpty && table.named.isEmpty && table.otherKeys.isEmpty: wanted = table.list
    default:
      throw fault(ChoiceFault.notChoice(example: schema.nodes[index].field.type.choices.first?.value), at: location)
    }
    let indices = try choiceIndices(of: index)
    try charge(20 * wanted.count)
    return Set(
      try wanted.map { item in
        let name = try text(item, Wording("可选值", "a value"), location)
        if let found = indices[name] { return found }
        try chargeSuggestion(name, among: indices.count)
        let (path, choices) = (schema.nodes[index].path, schema.nodes[index].field.type.choices)
        throw fault(ChoiceFault.unknownValue(name, path: path, known: choices), at: location)
      })
  }

  /// Adds the quantity of `tally:sum()`, or of some kinds or counts: `sum("local", "national")`, `sum "granted"`.
  private func tallySum(_ index: Int, _ rest: [LuaValue], _ location: LuaLocation) throws -> QuantityID {
    let node = schema.nodes[index]
    guard case .tally(let kinds, let counts) = node.field.type else {
      throw fault(ChoiceFault.notTally, at: location)
    }
    let given = try rest.map { try text($0, Wording("类别", "a kind"), location) }
    try charge(20 * (given.count + kinds.count * (1 + counts.count)))
    let names = Set(given)
    let known = Set((kinds + counts).map(\.value))
    for name in given where !known.contains(name) {
      try chargeSuggestion(name, among: known.count)
      throw fault(ChoiceFault.unknownTallyKind(name, path: node.path, known: kinds + counts), at: location)
    }
    let wantedKinds = kinds.filter { names.contains($0.value) }
    let wantedCounts = counts.filter { names.contains($0.value) }
    // The children of a tally are in the order of its kinds, and their children in that of the counts.
    var slots: [Int] = []
    for (kind, child) in zip(kinds, node.children) where wantedKinds.isEmpty || names.contains(kind.value) {
      if counts.isEmpty { slots.append(schema.nodes[child].slot) }
      for (count, inner) in zip(counts, schema.nodes[child].children)
      where wantedCounts.isEmpty || names.contains(count.value) { slots.append(schema.nodes[inner].slot) }
    }
    let which = (wantedKinds + wantedCounts).map(\.label).joined(separator: "、")
    let label = node.field.label + (which.isEmpty ? "合计" : "（\(which)）合计")
    let path = given.isEmpty ? node.path : "\(node.path)(\(given.joined(separator: " + ")))"
    return try add(
      Quantity(source: .tally(slots: slots, tally: node.tally ?? node.slot), label: label, path: path, measure: .count),
      location)
  }
}

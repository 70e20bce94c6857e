import KepingCore
import LuaRuntime

extension Vocabulary {
  /// Makes the field type of `money "经济效益"`, `choice("保密情况", { none = "不涉密" })` or `tally("知识产权", kinds, counts)`.
  func fieldType(_ word: Word, _ arguments: [LuaValue], _ location: LuaLocation) throws -> LuaValue {
    guard case .text(let label)? = arguments.first, !label.isEmpty else {
      throw fault(FieldFault.missingLabel(word), at: location)
    }
    // Plugins of api 1 may have such labels.
    if word == .yearly, plugin.manifest.api > 1, let found = YearlyLabelFault(label) { throw fault(found, at: location) }
    let rest = Array(arguments.dropFirst())
    var inner: FieldExtent?
    let type: FieldType =
      switch word {
      case .text: .text
      case .flag: .flag
      case .count: .count
      case .money: .money
      case .whole: .year
      case .date: .date
      case .decimal: .decimal
      case .percent: .percent
      case .yearly: .yearlyMoney
      case .choice: .choice(try choices(rest.first, word, location), isOpen: false)
      case .openChoice: .choice(try choices(rest.first, word, location), isOpen: true)
      case .texts: .texts(rest.isEmpty || rest.first == .nil ? [] : try choices(rest.first, word, location))
      case .list: .objects(try members(rest.first, location, &inner))
      case .tally:
        .tally(
          kinds: try choices(rest.first, word, location), counts: rest.count > 1 ? try choices(rest[1], word, location) : [])
      default: throw misuse(word, location)
      }
    let extent = FieldExtent(label: label, type, members: inner)
    try requireWithinLimits(extent, location)
    return try make(.fieldType(label: label, type, try absence(word, rest, location), extent), location)
  }

  /// Returns the meaning of an absent list: unknown, or none if the argument after the choices or members is "none".
  private func absence(_ word: Word, _ rest: [LuaValue], _ location: LuaLocation) throws -> Absence {
    guard word == .texts || word == .list, rest.count > 1 else { return .unknown }
    guard rest[1] == .text("none") else {
      throw fault(FieldFault.wrongAbsence(word), at: location)
    }
    return .none
  }

  /// Returns the choices of a table of values and labels, or of a list of pairs of them, sorted by value.
  ///
  /// Only a list says in which order its author wrote the values. They are sorted in any case, so that results do not depend on
  /// that order.
  private func choices(_ value: LuaValue?, _ word: Word, _ location: LuaLocation) throws -> [Choice] {
    guard case .table(let table)? = value, table.otherKeys.isEmpty, table.list.isEmpty != table.named.isEmpty else {
      throw fault(FieldFault.wrongChoices(word), at: location)
    }
    let count = table.named.count + table.list.count
    guard count <= limits.choices else { throw fault(LimitFault.choices(limits.choices), at: location) }
    try charge(10 * table.named.count + 30 * table.list.count)
    try reserve(count * HostUse.Cost.choice / 2, location)
    let named = try table.named.map { name, label in
      guard case .text(let label) = label else {
        throw fault(FieldFault.choiceLabel(name), at: location)
      }
      return Choice(name, label)
    }
    return try named + listedChoices(table.list, word, location)
  }

  /// Returns the choices of a list of pairs `{ "value", "label" }`, sorted by value.
  private func listedChoices(_ pairs: [LuaValue], _ word: Word, _ location: LuaLocation) throws -> [Choice] {
    var choices: [Choice] = []
    for (index, pair) in pairs.enumerated() {
      guard case .table(let pair) = pair, pair.list.count == 2, pair.named.isEmpty, pair.otherKeys.isEmpty,
        case .text(let value) = pair.list[0]
      else { throw fault(FieldFault.wrongChoices(word), at: location) }
      guard case .text(let label) = pair.list[1] else { throw fault(FieldFault.choiceLabel(value), at: location) }
      choices.append(Choice(value, label, turn: index + 1))
    }
    choices.sort { $0.value.utf8.lexicographicallyPrecedes($1.value.utf8) }
    for (first, second) in zip(choices, choices.dropFirst()) where first.value.utf8.elementsEqual(second.value.utf8) {
      throw fault(FieldFault.duplicateChoice(first.value), at: location)
    }
    return choices
  }

  /// Returns the fields of a table of names and types.
  /// - Parameters:
  ///   - extent: receives the extent of all fields together.
  ///   - depth: the number of groups around the table.
  private func members(
    _ value: LuaValue?, _ location: LuaLocation, _ extent: inout FieldExtent?, depth: Int = 0
  ) throws -> [Field] {
    guard depth <= FieldExtent.maximumDepth else { throw fault(FieldFault.tooDeep, at: location) }
    guard case .table(let table)? = value, table.list.isEmpty, table.otherKeys.isEmpty else {
      throw fault(FieldFault.wrongForm, at: location)
    }
    guard table.named.count <= limits.fields else { throw fault(LimitFault.fields(limits.fields), at: location) }
    try charge(50 * table.named.count)
    try reserve(table.named.count * HostUse.Cost.field / 4, location)
    var sum = FieldExtent.none
    let fields = try table.named.map { name, value in
      let (field, extent) = try field(name, value, location, depth: depth)
      sum.add(extent, named: name)
      return field
    }
    extent = sum
    return fields
  }

  /// Returns a field of a name and its type, or a group of fields for a table, with its extent.
  private func field(
    _ name: String, _ value: LuaValue, _ location: LuaLocation, depth: Int
  ) throws -> (Field, FieldExtent) {
    if let method = Word.methods[name], !laterWords.contains(method) {
      throw fault(FieldFault.reservedName(name), at: location)
    }
    switch value {
    case .handle(let handle):
      guard case .fieldType(let label, let type, let absence, let extent) = node(handle) else { break }
      // The handles are numbered in the order of the calls, which is that of the source.
      return (Field(name, label, type, absence: absence, turn: Int(handle) + 1), extent)
    case .table:
      var inner: FieldExtent?
      let fields = try members(value, location, &inner, depth: depth + 1)
      let type = FieldType.object(fields)
      let turn = fields.map(\.turn).min() ?? 0
      return (Field(name, name, type, turn: turn), FieldExtent(label: name, type, members: inner))
    default: break
    }
    throw fault(FieldFault.missingType(name), at: location)
  }

  /// Declares the fields of `fields { expected = { … } }`; a group that exists already, such as a host's, is extended.
  func declareFields(_ arguments: [LuaValue], _ location: LuaLocation) throws -> LuaValue {
    var extent: FieldExtent?
    guard arguments.count <= 2 else { throw misuse(.fields, location) }
    let reason = try arguments.dropFirst().first.map {
      try self.reason($0, Wording("fields 的理由", "the reason of fields"), location)
    }
    let fields = try members(arguments.first, location, &extent)
    try reserve(extent ?? .none, location)
    let first = schema.nodes.count
    defer {
      let declared = FieldDeclaration(nodes: first..<schema.nodes.count, reason: reason, location: sourceLocation(location))
      locations.fieldDeclarations.append(declared)
    }
    for field in fields {
      if let index = schema.child(field.name, of: nil) {
        // A group of the host's later fields that the plugin has mentioned is not extended, because a group that it declares
        // first is all its own.
        guard case .object(let inner) = field.type, case .object = schema.nodes[index].field.type,
          schema.nodes[index].origin != .later(isMentioned: true)
        else {
          let node = schema.nodes[index]
          throw fault(
            node.isHost ? .hostField(field.name, label: node.field.label) : FieldFault.duplicate(field.name), at: location)
        }
        for field in inner where schema.child(field.name, of: index) != nil {
          throw fault(FieldFault.duplicate("\(schema.nodes[index].path).\(field.name)"), at: location)
        }
        schema.add(inner, to: index)
      } else if isReserved(field.name) {
        throw fault(FieldFault.reservedName(field.name), at: location)
      } else {
        schema.add([field], to: nil)
      }
    }
    return .nil
  }

  /// Returns whether a field at the top cannot have a name, because it is a word, a value of the vocabulary or a name of Lua.
  private func isReserved(_ name: String) -> Bool {
    if let word = Word.standalone[name] { return !laterWords.contains(word) }
    return Word.values.contains(name) || Word.luaNames.contains(name)
  }

  /// Returns whether the plugin has declared a field at the top with a name.
  func declaresField(_ name: String) -> Bool {
    schema.child(name, of: nil).map { !schema.nodes[$0].isHost } ?? false
  }
}

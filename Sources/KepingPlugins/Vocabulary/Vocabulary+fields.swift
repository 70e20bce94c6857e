import KepingCore
import LuaRuntime

extension Vocabulary {
  /// Makes the field type of `money "经济效益"`, `choice("保密情况", { none = "不涉密" })` or `tally("知识产权", kinds, counts)`.
  func fieldType(_ word: Word, _ arguments: [LuaValue], _ location: LuaLocation) throws -> LuaValue {
    guard case .text(let label)? = arguments.first, !label.isEmpty else {
      throw fault(.missingLabel(word), at: location)
    }
    let rest = Array(arguments.dropFirst())
    let type: FieldType =
      switch word {
      case .text: .text
      case .flag: .flag
      case .count: .count
      case .money: .money
      case .whole: .year
      case .choice: .choice(try choices(rest.first, word, location), isOpen: false)
      case .openChoice: .choice(try choices(rest.first, word, location), isOpen: true)
      case .texts: .texts(rest.isEmpty || rest.first == .nil ? [] : try choices(rest.first, word, location))
      case .list: .objects(try members(rest.first, location))
      case .tally:
        .tally(
          kinds: try choices(rest.first, word, location), counts: rest.count > 1 ? try choices(rest[1], word, location) : [])
      default: throw misuse(word, location)
      }
    return try make(.fieldType(label: label, type, try absence(word, rest, location)), location)
  }

  /// Returns the meaning of an absent list: unknown, or none if the argument after the choices or members is "none".
  private func absence(_ word: Word, _ rest: [LuaValue], _ location: LuaLocation) throws -> Absence {
    guard word == .texts || word == .list, rest.count > 1 else { return .unknown }
    guard rest[1] == .text("none") else {
      throw fault(.wrongAbsence(word), at: location)
    }
    return .none
  }

  /// Returns the choices of a table of values and labels.
  private func choices(_ value: LuaValue?, _ word: Word, _ location: LuaLocation) throws -> [Choice] {
    guard case .table(let table)? = value, table.list.isEmpty, table.otherKeys.isEmpty, !table.named.isEmpty else {
      throw fault(.wrongChoices(word), at: location)
    }
    return try table.named.map { name, label in
      guard case .text(let label) = label else {
        throw fault(.choiceLabel(name), at: location)
      }
      return Choice(name, label)
    }
  }

  /// Returns the fields of a table of names and types.
  private func members(_ value: LuaValue?, _ location: LuaLocation) throws -> [Field] {
    if case .table(let table)? = value, table.named.count > Self.maximumFields {
      throw fault(.tooManyFields(maximum: Self.maximumFields), at: location)
    }
    guard case .table(let table)? = value, table.list.isEmpty, table.otherKeys.isEmpty else {
      throw fault(.wrongFields, at: location)
    }
    return try table.named.map { name, value in try field(name, value, location) }
  }

  /// Returns a field of a name and its type, or a group of fields for a table.
  private func field(_ name: String, _ value: LuaValue, _ location: LuaLocation) throws -> Field {
    if let method = Word.methods[name], !laterWords.contains(method) {
      throw fault(.reservedName(name), at: location)
    }
    switch value {
    case .handle(let handle):
      guard case .fieldType(let label, let type, let absence) = node(handle) else { break }
      return Field(name, label, type, absence: absence)
    case .table:
      return Field(name, name, .object(try members(value, location)))
    default: break
    }
    throw fault(.missingFieldType(name), at: location)
  }

  /// Declares the fields of `fields { expected = { … } }`; a group that exists already, such as a host's, is extended.
  func declareFields(_ arguments: [LuaValue], _ location: LuaLocation) throws -> LuaValue {
    for field in try members(arguments.first, location) {
      if let index = schema.child(field.name, of: nil) {
        // A group of the host's later fields that the plugin has mentioned is not extended, because a group that it declares
        // first is all its own.
        guard case .object(let inner) = field.type, case .object = schema.nodes[index].field.type,
          schema.nodes[index].origin != .later(isMentioned: true)
        else {
          throw fault(.duplicateField(field.name), at: location)
        }
        for field in inner where schema.child(field.name, of: index) != nil {
          throw fault(.duplicateField("\(schema.nodes[index].path).\(field.name)"), at: location)
        }
        schema.add(inner, to: index)
      } else if isReserved(field.name) {
        throw fault(.reservedName(field.name), at: location)
      } else {
        schema.add([field], to: nil)
      }
    }
    guard schema.nodes.count <= Self.maximumFields else {
      throw fault(.tooManyFields(maximum: Self.maximumFields), at: location)
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

  /// The most fields that a schema may have, including the host's.
  private static var maximumFields: Int { 2000 }
}

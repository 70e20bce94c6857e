import KepingCore
import KepingPlugins

extension LuaLinter {
  // MARK: Locals

  /// A new local, which is known from here on.
  mutating func declare(_ token: Int, mustBeUsed: Bool) -> Int {
    bind(LuaVariable(name: tokens[token].written, token: token, function: function, mustBeUsed: mustBeUsed))
  }

  mutating func declareSelf(_ token: Int) {
    _ = bind(LuaVariable(name: "self", token: token, function: function, mustBeUsed: false))
  }

  private mutating func bind(_ variable: LuaVariable) -> Int {
    variables.append(variable)
    bindings[variable.name, default: []].append(variables.count - 1)
    active.append(variables.count - 1)
    return variables.count - 1
  }

  /// What a local means, as long as nothing else is assigned to it.
  mutating func give(_ variable: Int, _ value: LuaExpression) {
    if case .function = value.meaning { variables[variable].isFunction = true }
    guard !assigned.contains(variable) else { return }
    switch value.meaning {
    case .text, .table: break
    default: variables[variable].meaning = value.meaning
    }
    variables[variable].lines = value.lines
  }

  /// Ends the locals that were declared since.
  mutating func leaveBlock(_ outer: Int) {
    while active.count > outer {
      let variable = variables[active.removeLast()]
      bindings[variable.name]!.removeLast()
      if variable.mustBeUsed, !variable.isUsed, !variable.name.hasPrefix("_") {
        let what = variable.isFunction ? Wording("局部函数", "local function") : Wording("局部变量", "local")
        report(
          at: variable.token, "unused-local",
          Wording("\(what.chinese)“\(variable.name)”没有用到", "the \(what.english) '\(variable.name)' is never used"), isRemark: true
        )
      }
    }
  }

  // MARK: Names

  /// What a name stands for.
  mutating func resolve(_ token: Int, isRead: Bool) -> LuaExpression {
    let name = tokens[token].written
    var value = LuaExpression(meaning: .other, first: token, lines: tokens[token].line...tokens[token].line)
    if let variable = bindings[name]?.last {
      if isRead { variables[variable].isUsed = true }
      value.meaning = variables[variable].meaning
      value.variable = variable
      if variables[variable].lines.lowerBound > 0 { value.lines = variables[variable].lines }
      if isRead { noteUse(token, value.meaning, declaredIn: variables[variable].function) }
      return value
    }
    guard bindings["_ENV", default: []].isEmpty, name != "_ENV" else { return value }
    value.meaning = global(name)
    guard isRead else { return value }
    if case .other = value.meaning, name != "year", !surroundings.isOpen, !isFull {
      report(at: token, "unknown-word", LuaLibrary.unknownName(name, among: knownNames))
    }
    if case .builtin("require") = value.meaning, !isNext("("), place >= tokens.count || tokens[place].kind != .text {
      note(value.meaning, at: token, [])
    }
    noteUse(token, value.meaning, declaredIn: nil)
    return value
  }

  private func global(_ name: String) -> LuaMeaning {
    // A number, not the record's field.
    if name == "year" { return .other }
    if let word = Word.alone[name] { return .word(word) }
    if name == "settings" { return .settings }
    if name == "units" || name == "record" { return .node(nil) }
    if let place = surroundings.schema.child(name, of: nil) { return .node(place) }
    if surroundings.fields.contains(name) { return .node(nil) }
    if LuaLibrary.members[name] != nil { return .library(name) }
    return Word.luaNames.contains(name) ? .builtin(name) : .other
  }

  /// The names to suggest; of the locals the nearest ones, since a hostile file may have very many.
  private var knownNames: [String] {
    active.suffix(200).reversed().map { variables[$0].name } + surroundings.schema.names(in: nil)
      + surroundings.fields.sorted() + Word.alone.keys.sorted() + Word.values + Word.luaNames
  }

  private mutating func noteUse(_ token: Int, _ meaning: LuaMeaning, declaredIn: Int?) {
    switch meaning {
    case .function(let id): functions[function].references.insert(id)
    case .word, .settings, .node: functions[function].uses.append((token, meaning, declaredIn))
    default: break
    }
  }

  /// Something is assigned to a name.
  mutating func write(_ target: LuaExpression, at token: Int) {
    if let variable = target.variable {
      assigned.insert(variable)
      return
    }
    let name = tokens[token].written
    guard bindings["_ENV", default: []].isEmpty, name != "_ENV" else { return }
    report(
      at: token, "global-write",
      Wording("不能写全局名称“\(name)”，请写 local \(name)", "the global '\(name)' must not be written; write 'local \(name)'"))
  }

  // MARK: Members

  mutating func member(_ token: Int, of value: LuaExpression, _ start: Int) -> LuaExpression {
    let name = tokens[token].written
    noteMember(name)
    var result = LuaExpression(meaning: .other, first: start, lines: tokens[start].line...tokens[token].line)
    result.isAssignable = true
    switch value.meaning {
    case .library(let library) where LuaLibrary.members[library]?.contains(name) != true:
      report(at: token, "unknown-member", LuaLibrary.unknownMember(name, of: library))
    case .text where LuaLibrary.members["string"]?.contains(name) != true:
      report(at: token, "unknown-member", LuaLibrary.unknownMember(name, of: "string"))
    case .node(let place): result.meaning = .node(place.flatMap { field(name, of: $0, token) })
    default: break
    }
    return result
  }

  /// The field in a field; nil where it is a word.
  private mutating func field(_ name: String, of place: Int, _ token: Int) -> Int? {
    let schema = surroundings.schema
    if case .objects = schema.nodes[place].field.type {} else if let child = schema.child(name, of: place) { return child }
    if Word.methods[name] == nil, !isFull {
      let path = schema.nodes[place].path
      report(
        at: token, "unknown-member",
        Wording("字段 \(path) 没有“\(name)”", "the field \(path) has no '\(name)'")
          .suggesting(name, among: schema.names(in: place) + Word.methods.keys.sorted()))
    }
    return nil
  }

  /// Something is assigned to a member; whether that is refused, since it is no table's.
  mutating func refuseMember(of value: LuaExpression, at token: Int) -> Bool {
    switch value.meaning {
    case .library, .node, .settings:
      let name = tokens[token].written
      report(at: token, "read-only", Wording("“\(name)”是只读的，不能改写其中的成员", "'\(name)' is read-only: its members cannot be written"))
      return true
    default: return false
    }
  }
}

import KepingCore

/// Resolves the names of a file in the order in which a walk through the file visits them.
struct LuaNameResolver {
  private var resolution: LuaResolution
  private var scopes: LuaScopes
  /// The index of the innermost function.
  private var function = 0

  var file: LuaFile { resolution.file }

  init(_ file: LuaFile, _ surroundings: LuaSurroundings, reassigned: Set<Int>) {
    resolution = LuaResolution(file, surroundings)
    scopes = LuaScopes(reassigned: reassigned)
  }

  /// The locals that are assigned to after their declaration.
  var assigned: Set<Int> { scopes.assigned }

  /// Returns the result after the whole file has been visited.
  func finished() -> LuaResolution {
    var result = resolution
    if let fault = file.fault { result.events.append(.syntaxFault(fault)) }
    result.events.append(.fileEnded)
    result.variables = scopes.variables
    result.markFunctionsForApplications()
    return result
  }

  /// Appends an event.
  mutating func record(_ event: LuaEvent) { resolution.events.append(event) }

  // MARK: Locals and functions

  /// The number of visible locals.
  var depth: Int { scopes.depth }

  /// Declares a local whose name is a token, and returns its index.
  mutating func declare(_ token: Int, mustBeUsed: Bool) -> Int {
    declare(file.written(token), token, mustBeUsed: mustBeUsed)
  }

  /// Declares a local, and returns its index.
  mutating func declare(_ name: String, _ token: Int, mustBeUsed: Bool) -> Int {
    scopes.declare(
      LuaVariable(
        name: name, token: token, function: function, mustBeUsed: mustBeUsed, lifetime: resolution.events.count..<Int.max))
  }

  /// Ends the innermost locals until only a given number is visible.
  mutating func endLocals(downTo depth: Int) {
    while scopes.depth > depth {
      record(.localEnded(variable: scopes.endInnermost(at: resolution.events.count)))
    }
  }

  /// Records the initial value of a local.
  mutating func setValue(_ value: LuaKnownValue, of variable: Int) { scopes.setValue(value, of: variable) }

  /// The index of the next function to be entered.
  var nextFunction: Int { resolution.functions.count }

  /// Enters a function, and returns its index.
  mutating func enterFunction(returnsValue: Bool) -> Int {
    resolution.functions.append(LuaFunctionScope(parent: function, returnsValue: returnsValue))
    function = resolution.functions.count - 1
    return function
  }

  mutating func leaveFunction() { function = resolution.functions[function].parent ?? 0 }

  // MARK: Names

  /// Records an assignment to a name.
  mutating func assign(to token: Int) {
    let name = file.written(token)
    if let variable = scopes.lookUp(name) {
      scopes.markAssigned(variable)
    } else if !scopes.replacesEnvironment, name != "_ENV" {
      record(.globalAssigned(token: token))
    }
  }

  /// Records that a name is read, and returns its value.
  mutating func value(of name: LuaName) -> LuaKnownValue {
    let text = file.written(name.token)
    var value = file.knownValue(.other, from: name.token..<(name.token + 1))
    if let index = scopes.lookUp(text) {
      scopes.markRead(index)
      let variable = scopes.variables[index]
      value.meaning = variable.meaning
      value.lines = variable.lines ?? value.lines
      recordUse(of: value.meaning, at: name.token, declaredIn: variable.function)
      return value
    }
    guard !scopes.replacesEnvironment, text != "_ENV" else { return value }
    value.meaning = resolution.surroundings.meaning(ofGlobal: text)
    record(.globalRead(token: name.token, value.meaning))
    // If `require` is not called directly, the file may require any module.
    if case .builtin("require") = value.meaning, !name.isCalled { resolution.modules.append(nil) }
    recordUse(of: value.meaning, at: name.token, declaredIn: nil)
    return value
  }

  /// Records that the current function uses a name.
  private mutating func recordUse(of meaning: LuaMeaning, at token: Int, declaredIn: Int?) {
    switch meaning {
    case .function(let id): resolution.functions[function].references.insert(id)
    case .word, .settings, .node:
      resolution.functions[function].uses.append(LuaUse(token: token, meaning: meaning, declaredIn: declaredIn))
    default: break
    }
  }

  // MARK: Members and calls

  /// Records the name of a member.
  mutating func recordMember(_ name: String) { resolution.members.insert(name) }

  /// Records the names of members that the file gives to its tables.
  mutating func recordDefined(_ names: [String]) { resolution.defined.formUnion(names) }

  /// Records the names of the fields, and of those in them, that a table declares, with their tokens.
  mutating func recordFields(of table: LuaExpression) {
    guard case .table(let fields) = table.kind else { return }
    for field in fields {
      if case .name(let token) = field.key, resolution.declarations[file.written(token)] == nil {
        resolution.declarations[file.written(token)] = token
      }
      recordFields(of: field.value)
    }
  }

  /// Records that a member is named, and returns its meaning.
  mutating func member(_ token: Int, of owner: LuaMeaning) -> LuaMeaning {
    let name = file.written(token)
    recordMember(name)
    record(.memberNamed(token: token, of: owner))
    guard case .node(let field) = owner else { return .other }
    return .node(field.flatMap { resolution.surroundings.field(name, in: $0) })
  }

  /// Records a call, and returns the meaning of its result.
  mutating func call(_ callee: LuaMeaning, at token: Int, _ arguments: [LuaKnownValue]) -> LuaMeaning {
    recordCall(of: callee, at: token, arguments)
    return result(ofCalling: callee, at: token)
  }

  private func result(ofCalling callee: LuaMeaning, at token: Int) -> LuaMeaning {
    switch callee {
    case .function(let id) where id < resolution.functions.count && !resolution.functions[id].returnsValue: .nothing(token)
    case .word(.fields), .word(.labels), .word(.direction): .other
    case .word, .node: .node(nil)
    default: .other
    }
  }

  /// Records the modules, fields or functions that a call of `require` or of a word refers to.
  private mutating func recordCall(of callee: LuaMeaning, at token: Int, _ arguments: [LuaKnownValue]) {
    switch callee {
    case .builtin("require"):
      if case .text(let name)? = arguments.first?.meaning {
        resolution.modules.append(name)
      } else {
        resolution.modules.append(nil)
      }
    case .word(.fields):
      resolution.lastDeclaration = token
      if case .table(let names)? = arguments.first?.meaning {
        resolution.declared.formUnion(names)
      } else {
        resolution.declaresOthers = true
      }
    case .word(.compute), .word(.judge):
      if arguments.count > 2, case .function(let id) = arguments[2].meaning {
        resolution.functions[id].runsForApplications = true
        if case .word(.compute) = callee { resolution.functions[id].isComputed = true }
      }
    default: break
    }
  }
}

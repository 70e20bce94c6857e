import KepingCore

/// Walks through a syntax tree in the order of evaluation, and finds out what each name means.
///
/// It stops at a syntax fault: what a tree has behind one does not exist.
struct LuaResolver {
  private(set) var names: LuaNameResolver

  private var file: LuaFile { names.file }

  /// The walk has reached the syntax fault.
  private struct FaultReached: Error {}

  /// - Parameter reassigned: the locals that something is assigned to after their declaration.
  init(_ file: LuaFile, _ surroundings: LuaSurroundings, reassigned: Set<Int> = []) {
    names = LuaNameResolver(file, surroundings, reassigned: reassigned)
  }

  mutating func visitFile() {
    do throws(FaultReached) { try visit(file.block) } catch {}
  }

  private func require(_ isComplete: Bool) throws(FaultReached) { if !isComplete { throw FaultReached() } }

  // MARK: Statements

  private mutating func visit(_ block: LuaBlock) throws(FaultReached) {
    let outer = names.depth
    try visitStatements(block)
    names.leave(to: outer)
  }

  private mutating func visitStatements(_ block: LuaBlock) throws(FaultReached) {
    for statement in block.statements {
      try visit(statement)
      try require(statement.isComplete)
    }
    try require(block.isComplete)
  }

  private mutating func visit(_ statement: LuaStatement) throws(FaultReached) {
    switch statement.kind {
    case .plain: break
    case .return(let values): _ = try visit(values)
    case .expression(let expression): _ = try visit(expression)
    case .do(let block): try visit(block)
    case .while(let condition, let block):
      try visitCondition(condition)
      try visit(block)
    case .repeat(let block, let condition):
      // The condition sees the locals of the block.
      let outer = names.depth
      try visitStatements(block)
      try visitCondition(condition)
      names.leave(to: outer)
    case .if(let branches, let otherwise):
      for branch in branches {
        try visitCondition(branch.condition)
        try visit(branch.block)
      }
      if let otherwise { try visit(otherwise) }
    case .for(let loop): try visit(loop)
    case .function(let name, let function):
      try assign(to: name)
      _ = try visit(function)
    case .localFunction(let name, let function): try visitLocalFunction(name, function)
    case .locals(let locals, let values):
      let given = try visit(values)
      try require(statement.isComplete)
      for (index, local) in locals.enumerated() {
        let variable = names.declare(local.name, mustBeUsed: !local.isClosed)
        if index < given.count { names.give(given[index], to: variable) }
      }
    case .assignment(let targets, let values):
      for target in targets { try assign(to: target) }
      _ = try visit(values)
    }
  }

  private mutating func visitCondition(_ condition: LuaExpression) throws(FaultReached) {
    let value = try visit(condition)
    names.note(.condition(start: condition.tokens.lowerBound, value.meaning))
  }

  private mutating func visit(_ loop: LuaLoop) throws(FaultReached) {
    _ = try visit(loop.values)
    let outer = names.depth
    for name in loop.names { _ = names.declare(name, mustBeUsed: false) }
    try visit(loop.body)
    names.leave(to: outer)
  }

  private mutating func visitLocalFunction(_ name: Int, _ function: LuaFunctionBody) throws(FaultReached) {
    let variable = names.declare(name, mustBeUsed: true)
    // The function's own body may call it.
    let open = function.open < file.tokens.count ? file.tokens[function.open].line : file.end.line
    names.give(LuaKnownValue(meaning: .function(names.nextFunction), lines: open...open), to: variable)
    names.give(try visit(function), to: variable)
  }

  // MARK: Assignments

  private mutating func assign(to target: LuaExpression) throws(FaultReached) {
    switch target.kind {
    case .name(let name): names.assign(to: name.token)
    case .suffixed(let first, let suffixes):
      let value = try visit(first, suffixes.dropLast(), from: target.tokens.lowerBound)
      if let last = suffixes.last { try assign(to: last, of: value, from: target.tokens.lowerBound) }
    default: _ = try visit(target)
    }
  }

  private mutating func assign(to suffix: LuaSuffix, of value: LuaKnownValue, from start: Int) throws(FaultReached) {
    if case .member = suffix.kind {
      try require(suffix.isComplete)
      names.note(.memberAssigned(start: start, of: value.meaning))
      // A member that cannot be assigned to need not exist, too.
      let owner = value.meaning.isReadOnly ? LuaKnownValue(lines: value.lines) : value
      _ = try visit(suffix, of: owner, from: start)
    } else {
      _ = try visit(suffix, of: value, from: start)
      if case .index = suffix.kind { names.note(.memberAssigned(start: start, of: value.meaning)) }
    }
  }

  private mutating func assign(to name: LuaFunctionName) throws(FaultReached) {
    guard name.isMember else { return names.assign(to: name.name.token) }
    let value = names.read(name.name)
    for member in name.members { names.nameMember(file.written(member)) }
    try require(name.isComplete)
    names.note(.memberAssigned(start: name.name.token, of: value.meaning))
  }

  // MARK: Expressions

  private mutating func visit(_ expressions: [LuaExpression]) throws(FaultReached) -> [LuaKnownValue] {
    var values: [LuaKnownValue] = []
    for expression in expressions { values.append(try visit(expression)) }
    return values
  }

  private mutating func visit(_ expression: LuaExpression) throws(FaultReached) -> LuaKnownValue {
    let value = try value(of: expression)
    try require(expression.isComplete)
    return value
  }

  private mutating func value(of expression: LuaExpression) throws(FaultReached) -> LuaKnownValue {
    switch expression.kind {
    case .missing: throw FaultReached()
    case .literal: return file.made(.other, expression.tokens)
    case .text(let text): return file.made(.text(text), expression.tokens)
    case .table(let fields):
      let keys = try visit(fields)
      try require(expression.isComplete)
      return file.made(.table(keys), expression.tokens)
    case .function(let function): return try visit(function)
    case .unary(let sign, let operand):
      let value = try visit(operand)
      names.note(.unary(operator: sign, value))
      return file.made(.other, expression.tokens)
    case .binary(let first, let operations): return try visit(first, operations, from: expression.tokens.lowerBound)
    case .name(let name): return names.read(name)
    case .parentheses(let inner): return try visit(inner)
    case .suffixed(let first, let suffixes):
      return try visit(first, suffixes[...], from: expression.tokens.lowerBound)
    }
  }

  /// The names of a table constructor.
  private mutating func visit(_ fields: [LuaTableField]) throws(FaultReached) -> [String] {
    var keys: [String] = []
    for field in fields {
      switch field.key {
      case .position: break
      case .name(let token): keys.append(file.written(token))
      case .expression(let key):
        if case .text(let name) = try visit(key).meaning { keys.append(name) }
      }
      _ = try visit(field.value)
    }
    return keys
  }

  private mutating func visit(_ first: LuaExpression, _ operations: [LuaOperation], from start: Int)
    throws(FaultReached) -> LuaKnownValue
  {
    var left = try visit(first)
    for operation in operations {
      let right = try visit(operation.right)
      names.note(.binary(operator: operation.sign, left, right))
      left = file.made(.other, start..<operation.right.tokens.upperBound)
    }
    return left
  }

  // MARK: Members, indexes and calls

  private mutating func visit(_ first: LuaExpression, _ suffixes: ArraySlice<LuaSuffix>, from start: Int)
    throws(FaultReached) -> LuaKnownValue
  {
    var value = try visit(first)
    for suffix in suffixes { value = try visit(suffix, of: value, from: start) }
    return value
  }

  private mutating func visit(_ suffix: LuaSuffix, of value: LuaKnownValue, from start: Int) throws(FaultReached) -> LuaKnownValue
  {
    var result = LuaMeaning.other
    switch suffix.kind {
    case .member(let name):
      try require(suffix.isComplete)
      result = names.member(name, of: value.meaning)
    case .index(let key):
      let key = try visit(key)
      try require(suffix.isComplete)
      if case .text(let name) = key.meaning { names.nameMember(name) }
      if value.meaning.isNode { result = .node(nil) }
    case .call(let arguments):
      let given = try visit(arguments)
      try require(suffix.isComplete)
      result = names.call(value.meaning, at: start, given)
    }
    return file.made(result, start..<suffix.end)
  }

  // MARK: Functions

  private mutating func visit(_ syntax: LuaFunctionBody) throws(FaultReached) -> LuaKnownValue {
    let outer = names.depth
    let id = names.enterFunction()
    if syntax.isMethod { _ = names.declare("self", syntax.open, mustBeUsed: false) }
    for parameter in syntax.parameters { _ = names.declare(parameter, mustBeUsed: false) }
    try visit(syntax.body)
    try require(syntax.isComplete)
    names.leave(to: outer)
    names.leaveFunction()
    return file.made(.function(id), syntax.tokens)
  }
}

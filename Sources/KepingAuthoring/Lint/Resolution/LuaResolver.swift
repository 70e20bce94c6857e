import KepingCore

/// Walks through a syntax tree in the order of evaluation, and resolves each name.
///
/// The walk stops at the first syntax fault, since the tree after it is not reliable.
struct LuaResolver {
  private(set) var names: LuaNameResolver

  private var file: LuaFile { names.file }

  /// The error that ends the walk at the syntax fault.
  private struct FaultReached: Error {}

  /// Creates a resolver.
  /// - Parameter reassigned: the indexes of the locals that are assigned to after their declaration.
  init(_ file: LuaFile, _ surroundings: LuaSurroundings, reassigned: Set<Int> = []) {
    names = LuaNameResolver(file, surroundings, reassigned: reassigned)
  }

  /// Visits the file up to its syntax fault, if it has one.
  mutating func visitFile() {
    do throws(FaultReached) { try visitBlock(file.block) } catch {}
  }

  /// Stops the walk if a part of the tree is incomplete.
  private func require(_ isComplete: Bool) throws(FaultReached) { if !isComplete { throw FaultReached() } }

  // MARK: Statements

  private mutating func visitBlock(_ block: LuaBlock) throws(FaultReached) {
    let outer = names.depth
    try visitStatements(block)
    names.endLocals(downTo: outer)
  }

  private mutating func visitStatements(_ block: LuaBlock) throws(FaultReached) {
    for statement in block.statements {
      try visitStatement(statement)
      try require(statement.isComplete)
    }
    try require(block.isComplete)
  }

  private mutating func visitStatement(_ statement: LuaStatement) throws(FaultReached) {
    switch statement.kind {
    case .plain: break
    case .return(let values): _ = try visitAll(values)
    case .expression(let expression): _ = try visit(expression)
    case .do(let block): try visitBlock(block)
    case .while(let condition, let block):
      try visitCondition(condition)
      try visitBlock(block)
    case .repeat(let block, let condition):
      // The condition sees the locals of the block.
      let outer = names.depth
      try visitStatements(block)
      try visitCondition(condition)
      names.endLocals(downTo: outer)
    case .if(let branches, let otherwise):
      for branch in branches {
        try visitCondition(branch.condition)
        try visitBlock(branch.block)
      }
      if let otherwise { try visitBlock(otherwise) }
    case .for(let loop): try visitLoop(loop)
    case .function(let name, let function):
      try assignFunction(to: name)
      _ = try visitFunction(function)
    case .localFunction(let name, let function): try visitLocalFunction(name, function)
    case .locals(let locals, let values):
      let given = try visitAll(values)
      try require(statement.isComplete)
      for (index, local) in locals.enumerated() {
        let variable = names.declare(local.name, mustBeUsed: !local.isClosed)
        if index < given.count { names.setValue(given[index], of: variable) }
      }
    case .assignment(let targets, let values):
      for target in targets { try assign(to: target) }
      _ = try visitAll(values)
    }
  }

  private mutating func visitCondition(_ condition: LuaExpression) throws(FaultReached) {
    let value = try visit(condition)
    names.record(.condition(start: condition.tokens.lowerBound, value.meaning))
  }

  private mutating func visitLoop(_ loop: LuaLoop) throws(FaultReached) {
    _ = try visitAll(loop.values)
    let outer = names.depth
    for name in loop.names { _ = names.declare(name, mustBeUsed: false) }
    try visitBlock(loop.body)
    names.endLocals(downTo: outer)
  }

  private mutating func visitLocalFunction(_ name: Int, _ function: LuaFunctionBody) throws(FaultReached) {
    let variable = names.declare(name, mustBeUsed: true)
    // The function's own body may call it.
    let open = function.open < file.tokens.count ? file.tokens[function.open].line : file.end.line
    names.setValue(LuaKnownValue(meaning: .function(names.nextFunction), lines: open...open), of: variable)
    names.setValue(try visitFunction(function), of: variable)
  }

  // MARK: Assignments

  private mutating func assign(to target: LuaExpression) throws(FaultReached) {
    switch target.kind {
    case .name(let name): names.assign(to: name.token)
    case .suffixed(let first, let suffixes):
      let value = try visitSuffixes(suffixes.dropLast(), after: first, from: target.tokens.lowerBound)
      if let last = suffixes.last { try assignSuffix(last, of: value, from: target.tokens.lowerBound) }
    default: _ = try visit(target)
    }
  }

  private mutating func assignSuffix(_ suffix: LuaSuffix, of value: LuaKnownValue, from start: Int) throws(FaultReached) {
    if case .member = suffix.kind {
      try require(suffix.isComplete)
      names.record(.memberAssigned(start: start, of: value.meaning))
      if case .member(let name) = suffix.kind { names.recordDefined([file.written(name)]) }
      // A read-only member has been reported already, so it is not also reported as unknown.
      let owner = value.meaning.isReadOnly ? LuaKnownValue(lines: value.lines) : value
      _ = try visitSuffix(suffix, of: owner, from: start)
    } else {
      _ = try visitSuffix(suffix, of: value, from: start)
      if case .index = suffix.kind { names.record(.memberAssigned(start: start, of: value.meaning)) }
    }
  }

  private mutating func assignFunction(to name: LuaFunctionName) throws(FaultReached) {
    guard name.isMember else { return names.assign(to: name.name.token) }
    let value = names.value(of: name.name)
    for member in name.members { names.recordMember(file.written(member)) }
    names.recordDefined(name.members.map(file.written))
    try require(name.isComplete)
    names.record(.memberAssigned(start: name.name.token, of: value.meaning))
  }

  // MARK: Expressions

  private mutating func visitAll(_ expressions: [LuaExpression]) throws(FaultReached) -> [LuaKnownValue] {
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
    case .literal: return file.knownValue(.other, from: expression.tokens)
    case .text(let text): return file.knownValue(.text(text), from: expression.tokens)
    case .table(let fields):
      let keys = try visitFields(fields)
      try require(expression.isComplete)
      return file.knownValue(.table(keys), from: expression.tokens)
    case .function(let function): return try visitFunction(function)
    case .unary(let sign, let operand):
      let value = try visit(operand)
      names.record(.unary(operator: sign, value))
      return file.knownValue(names.result(of: sign, value.meaning), from: expression.tokens)
    case .binary(let first, let operations):
      return try visitOperations(operations, after: first, from: expression.tokens.lowerBound)
    case .name(let name): return names.value(of: name)
    case .parentheses(let inner): return try visit(inner)
    case .suffixed(let first, let suffixes):
      return try visitSuffixes(suffixes[...], after: first, from: expression.tokens.lowerBound)
    }
  }

  /// Visits the fields of a table constructor, and returns its literal keys.
  private mutating func visitFields(_ fields: [LuaTableField]) throws(FaultReached) -> [String] {
    var keys: [String] = []
    var meanings: [LuaMeaning] = []
    for field in fields {
      switch field.key {
      case .position: break
      case .name(let token): keys.append(file.written(token))
      case .expression(let key):
        if case .text(let name) = try visit(key).meaning { keys.append(name) }
      }
      meanings.append(try visit(field.value).meaning)
    }
    names.record(.tableMade(fields, meanings))
    names.recordDefined(keys)
    return keys
  }

  private mutating func visitOperations(_ operations: [LuaOperation], after first: LuaExpression, from start: Int)
    throws(FaultReached) -> LuaKnownValue
  {
    var left = try visit(first)
    for operation in operations {
      let right = try visit(operation.right)
      names.record(.binary(operator: operation.sign, left, right))
      let result = names.result(of: operation.sign, left.meaning, right.meaning)
      left = file.knownValue(result, from: start..<operation.right.tokens.upperBound)
    }
    return left
  }

  // MARK: Members, indexes and calls

  private mutating func visitSuffixes(_ suffixes: ArraySlice<LuaSuffix>, after first: LuaExpression, from start: Int)
    throws(FaultReached) -> LuaKnownValue
  {
    var value = try visit(first)
    for suffix in suffixes { value = try visitSuffix(suffix, of: value, from: start) }
    return value
  }

  private mutating func visitSuffix(_ suffix: LuaSuffix, of value: LuaKnownValue, from start: Int) throws(FaultReached)
    -> LuaKnownValue
  {
    var result = LuaMeaning.other
    switch suffix.kind {
    case .member(let name):
      try require(suffix.isComplete)
      result = names.member(name, of: value.meaning)
    case .index(let key):
      let key = try visit(key)
      try require(suffix.isComplete)
      if case .text(let name) = key.meaning { names.recordMember(name) }
      if value.meaning.isNode { result = .node(nil) }
      if case .index(let written) = suffix.kind { names.record(.indexed(value.meaning, by: written)) }
    case .call(let arguments):
      let given = try visitAll(arguments)
      try require(suffix.isComplete)
      names.record(.called(value.meaning, start: start, arguments: arguments))
      if case .word(.fields) = value.meaning { for argument in arguments { names.recordFields(of: argument) } }
      result = names.call(value.meaning, at: start, given)
    }
    return file.knownValue(result, from: start..<suffix.end)
  }

  // MARK: Functions

  private mutating func visitFunction(_ syntax: LuaFunctionBody) throws(FaultReached) -> LuaKnownValue {
    let outer = names.depth
    let id = names.enterFunction(returnsValue: syntax.body.returnsValue)
    if syntax.isMethod { _ = names.declare("self", syntax.open, mustBeUsed: false) }
    for parameter in syntax.parameters { names.declareParameter(parameter, of: id) }
    try visitBlock(syntax.body)
    try require(syntax.isComplete)
    names.endLocals(downTo: outer)
    names.leaveFunction()
    return file.knownValue(.function(id), from: syntax.tokens)
  }
}

import KepingCore
import KepingPlugins

extension LuaLinter {
  /// How strongly operators bind, to the left and to the right.
  private static let binary: [String: (left: Int, right: Int)] = [
    "or": (1, 1), "and": (2, 2), "<": (3, 3), ">": (3, 3), "<=": (3, 3), ">=": (3, 3), "~=": (3, 3), "==": (3, 3), "|": (4, 4),
    "~": (5, 5), "&": (6, 6), "<<": (7, 7), ">>": (7, 7), "..": (9, 8), "+": (10, 10), "-": (10, 10), "*": (11, 11),
    "/": (11, 11), "//": (11, 11), "%": (11, 11), "^": (14, 13),
  ]
  private static let unaryStrength = 12

  mutating func expressions() throws(Diagnostic) -> [LuaExpression] {
    var list = [try expression()]
    while take(",") { list.append(try expression()) }
    return list
  }

  mutating func expression(above limit: Int = 0) throws(Diagnostic) -> LuaExpression {
    try enter()
    defer { depth -= 1 }
    let start = place
    var left: LuaExpression
    if isNext("not") || isNext("-") || isNext("#") || isNext("~") {
      place += 1
      let operand = try expression(above: Self.unaryStrength)
      if isNegation(start), case .node = operand.meaning { reportNegation(start, operand) }
      left = made(.other, start)
    } else {
      left = try simple()
    }
    while place < tokens.count, tokens[place].kind != .name, let strength = Self.binary[tokens[place].written],
      strength.left > limit
    {
      let sign = place
      place += 1
      let right = try expression(above: strength.right)
      reportOperator(sign, left, right)
      left = made(.other, start)
    }
    return left
  }

  private func isNegation(_ token: Int) -> Bool { tokens[token].written == "not" }

  private func made(_ meaning: LuaMeaning, _ first: Int) -> LuaExpression {
    LuaExpression(meaning: meaning, first: first, lines: tokens[first].line...max(tokens[first].line, lastLine))
  }

  private mutating func simple() throws(Diagnostic) -> LuaExpression {
    let start = place
    guard place < tokens.count else { throw unexpected(Wording("值", "a value")) }
    switch (tokens[place].kind, tokens[place].written) {
    case (.number, _), (.keyword, "nil"), (.keyword, "true"), (.keyword, "false"), (.symbol, "..."):
      place += 1
      return made(.other, start)
    case (.text, _):
      place += 1
      return made(text(start).map { .text($0) } ?? .other, start)
    case (.symbol, "{"): return made(.table(try table()), start)
    case (.keyword, "function"):
      place += 1
      return try functionBody(start, isMethod: false)
    default: return try suffixed(isStatement: false)
    }
  }

  /// A table that is written out; the names in it.
  private mutating func table() throws(Diagnostic) -> [String] {
    let start = place
    var names: [String] = []
    try require("{")
    while !isNext("}") {
      if take("[") {
        let key = try expression()
        if case .text(let name) = key.meaning { names.append(name) }
        try require("]")
        try require("=")
      } else if place + 1 < tokens.count, tokens[place].kind == .name, tokens[place + 1].written == "=" {
        names.append(tokens[place].written)
        place += 2
      }
      _ = try expression()
      if !take(","), !take(";") { break }
    }
    try require("}", closing: start)
    return names
  }

  /// A name or a parenthesis with all that follows it: members, indexes, calls.
  mutating func suffixed(isStatement: Bool) throws(Diagnostic) -> LuaExpression {
    let start = place
    var value: LuaExpression
    if take("(") {
      let inner = try expression()
      try require(")", closing: start)
      value = inner
      value.isAssignable = false
      value.isCall = false
      value.variable = nil
    } else {
      guard place < tokens.count, tokens[place].kind == .name else {
        throw unexpected(isStatement ? Wording("语句", "a statement") : Wording("值", "a value"))
      }
      let token = try name()
      // A name alone that is assigned to is not read.
      let isTarget = isStatement && (isNext("=") || isNext(","))
      value = resolve(token, isRead: !isTarget)
      value.isAssignable = true
      if isTarget {
        write(value, at: token)
        return value
      }
    }
    while place < tokens.count {
      switch tokens[place].kind == .text ? "text" : tokens[place].kind == .symbol ? tokens[place].written : "" {
      case ".":
        place += 1
        let token = try name()
        let isTarget = isStatement && (isNext("=") || isNext(","))
        if isTarget, refuseMember(of: value, at: start) { value.meaning = .other }
        value = member(token, of: value, start)
      case "[":
        let open = place
        place += 1
        let key = try expression()
        try require("]", closing: open)
        if case .text(let name) = key.meaning { noteMember(name) }
        if isStatement, isNext("=") || isNext(",") { _ = refuseMember(of: value, at: start) }
        value = indexed(value, start)
      case ":":
        place += 1
        let method = member(try name(), of: value, start)
        guard isNext("(") || isNext("{") || (place < tokens.count && tokens[place].kind == .text) else {
          throw unexpected(Wording("“(”，方法要带参数调用", "'(': a method is called"))
        }
        value = try call(method, start)
      case "(", "{", "text": value = try call(value, start)
      default: return value
      }
    }
    return value
  }

  private func indexed(_ value: LuaExpression, _ start: Int) -> LuaExpression {
    var result = made(.other, start)
    if case .node = value.meaning { result.meaning = .node(nil) }
    result.isAssignable = true
    return result
  }

  private mutating func call(_ callee: LuaExpression, _ start: Int) throws(Diagnostic) -> LuaExpression {
    var arguments: [LuaExpression] = []
    let open = place
    if take("(") {
      if !isNext(")") { arguments = try expressions() }
      try require(")", closing: open)
    } else {
      arguments = [try simple()]
    }
    note(callee.meaning, at: start, arguments)
    var result = made(.other, start)
    result.isCall = true
    switch callee.meaning {
    case .word(.fields), .word(.direction): break
    case .word, .node: result.meaning = .node(nil)
    default: break
    }
    return result
  }

  /// Parameters, statements and `end`.
  mutating func functionBody(_ start: Int, isMethod: Bool) throws(Diagnostic) -> LuaExpression {
    let id = functions.count
    let outer = active.count
    functions.append(LuaFunctionScope(parent: function))
    let caller = function
    function = id
    let open = place
    try require("(")
    if isMethod { declareSelf(open) }
    if !isNext(")") {
      repeat {
        if take("...") { break }
        _ = declare(try name(), mustBeUsed: false)
      } while take(",")
    }
    try require(")", closing: open)
    try block()
    try require("end", closing: start)
    leaveBlock(outer)
    function = caller
    return made(.function(id), start)
  }
}

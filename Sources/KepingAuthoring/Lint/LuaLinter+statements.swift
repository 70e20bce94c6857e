import KepingCore
import KepingPlugins

extension LuaLinter {
  /// The statements up to a word that ends them.
  mutating func block() throws(Diagnostic) {
    let outer = active.count
    try statements()
    leaveBlock(outer)
  }

  private mutating func statements() throws(Diagnostic) {
    while place < tokens.count, !["end", "else", "elseif", "until"].contains(tokens[place].written) {
      if take("return") {
        if !isAtEndOfBlock, !isNext(";") { _ = try expressions() }
        _ = take(";")
        return
      }
      try statement()
    }
  }

  private var isAtEndOfBlock: Bool {
    place >= tokens.count || ["end", "else", "elseif", "until"].contains(tokens[place].written)
  }

  private mutating func statement() throws(Diagnostic) {
    try enter()
    defer { depth -= 1 }
    let start = place
    switch tokens[place].kind == .keyword || tokens[place].kind == .symbol ? tokens[place].written : "" {
    case ";": place += 1
    case "::":
      place += 1
      _ = try name()
      try require("::")
    case "break": place += 1
    case "goto":
      place += 1
      _ = try name()
    case "do":
      place += 1
      try block()
      try require("end", closing: start)
    case "while":
      place += 1
      try condition()
      try require("do")
      try block()
      try require("end", closing: start)
    case "repeat":
      place += 1
      let outer = active.count
      try statements()
      try require("until", closing: start)
      try condition()
      leaveBlock(outer)
    case "if": try ifStatement()
    case "for": try forStatement()
    case "function": try functionStatement()
    case "local":
      place += 1
      if take("function") { try localFunction(start) } else { try locals() }
    default: try expressionStatement()
    }
  }

  private mutating func condition() throws(Diagnostic) {
    let start = place
    let value = try expression()
    if case .node = value.meaning {
      report(
        at: start, "node-as-value",
        Wording(
          "加载时检查还没有结果，在 Lua 中总是成立；条款何时适用请用 applies_when",
          "at load a check has no answer yet, and is always true in Lua; use applies_when for when a clause applies"))
    }
  }

  private mutating func ifStatement() throws(Diagnostic) {
    let start = place
    repeat {
      place += 1
      try condition()
      try require("then")
      try block()
    } while isNext("elseif")
    if take("else") { try block() }
    try require("end", closing: start)
  }

  private mutating func forStatement() throws(Diagnostic) {
    let start = place
    place += 1
    var names = [try name()]
    if take("=") {
      _ = try expression()
      try require(",")
      _ = try expression()
      if take(",") { _ = try expression() }
    } else {
      while take(",") { names.append(try name()) }
      if !take("in") { throw unexpected(Wording("“=”或“in”", "'=' or 'in'")) }
      _ = try expressions()
    }
    try require("do")
    let outer = active.count
    for name in names { _ = declare(name, mustBeUsed: false) }
    try block()
    leaveBlock(outer)
    try require("end", closing: start)
  }

  private mutating func functionStatement() throws(Diagnostic) {
    let start = place
    place += 1
    let first = try name()
    var target = resolve(first, isRead: false)
    var isMethod = false
    var isMember = false
    while !isMethod, isNext(".") || isNext(":") {
      isMethod = isNext(":")
      place += 1
      if !isMember { target = resolve(first, isRead: true) }
      isMember = true
      noteMember(tokens[try name()].written)
    }
    if isMember { _ = refuseMember(of: target, at: first) } else { write(target, at: first) }
    _ = try functionBody(start, isMethod: isMethod)
  }

  private mutating func localFunction(_ start: Int) throws(Diagnostic) {
    let variable = declare(try name(), mustBeUsed: true)
    variables[variable].isFunction = true
    // Its own body may call it.
    give(variable, LuaExpression(meaning: .function(functions.count), first: start, lines: line...line))
    let body = try functionBody(start, isMethod: false)
    give(variable, body)
  }

  private mutating func locals() throws(Diagnostic) {
    var names: [(token: Int, isUsed: Bool)] = []
    repeat {
      let token = try name()
      var isUsed = false
      if take("<") {
        let attribute = try name()
        guard ["const", "close"].contains(tokens[attribute].written) else {
          throw fault(at: attribute, "lua-syntax", Wording("只有 <const> 和 <close>", "there are <const> and <close> only"))
        }
        isUsed = tokens[attribute].written == "close"
        try require(">")
      }
      names.append((token, isUsed))
    } while take(",")
    let values = take("=") ? try expressions() : []
    for (index, (token, isUsed)) in names.enumerated() {
      let variable = declare(token, mustBeUsed: !isUsed)
      if index < values.count { give(variable, values[index]) }
    }
  }

  private mutating func expressionStatement() throws(Diagnostic) {
    let start = place
    let first = try suffixed(isStatement: true)
    guard isNext("=") || isNext(",") else {
      guard first.isCall else {
        if place >= tokens.count || place == start + 1 { throw unexpected(Wording("“=”或调用", "'=' or a call")) }
        throw fault(at: start, "lua-syntax", Wording("这里应为语句，不能只写一个值", "a statement is expected, not a mere value"))
      }
      return
    }
    var targets = [first]
    while take(",") { targets.append(try suffixed(isStatement: true)) }
    try require("=")
    for target in targets where !target.isAssignable {
      throw fault(at: target.first, "lua-syntax", Wording("不能对它赋值", "nothing can be assigned to this"))
    }
    _ = try expressions()
  }
}

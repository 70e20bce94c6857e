import KepingCore

/// Parses expressions according to the grammar of Lua 5.4; ``LuaParser`` parses the statements in functions.
struct LuaExpressionParser {
  var cursor: LuaTokenCursor
  let source: Bytes

  /// The left and right binding powers of binary operators, as in Lua's own parser.
  private static let binary: [String: (left: Int, right: Int)] = [
    "or": (1, 1), "and": (2, 2), "<": (3, 3), ">": (3, 3), "<=": (3, 3), ">=": (3, 3), "~=": (3, 3), "==": (3, 3), "|": (4, 4),
    "~": (5, 5), "&": (6, 6), "<<": (7, 7), ">>": (7, 7), "..": (9, 8), "+": (10, 10), "-": (10, 10), "*": (11, 11),
    "/": (11, 11), "//": (11, 11), "%": (11, 11), "^": (14, 13),
  ]
  private static let unary: Set<String> = ["not", "-", "#", "~"]
  /// The binding power of all unary operators.
  private static let unaryStrength = 12

  /// Parses expressions separated by commas.
  mutating func list() -> [LuaExpression] {
    var list = [expression()]
    while cursor.take(",") { list.append(expression()) }
    return list
  }

  /// Parses an expression of operators whose left binding power is above a limit.
  mutating func expression(above limit: Int = 0) -> LuaExpression {
    defer { cursor.leave() }
    let start = cursor.index
    guard cursor.enter() else { return makeExpression(.missing, from: start) }
    let first = operand()
    var operations: [LuaOperation] = []
    while !cursor.isAtEnd, !cursor.isNext(.name), let strength = Self.binary[cursor.tokens[cursor.index].written],
      strength.left > limit
    {
      let sign = cursor.index
      cursor.advance()
      operations.append(LuaOperation(sign: sign, right: expression(above: strength.right)))
    }
    return operations.isEmpty ? first : makeExpression(.binary(first, operations), from: start)
  }

  /// Returns an expression from a token up to the cursor.
  private func makeExpression(_ kind: LuaExpression.Kind, from start: Int) -> LuaExpression {
    LuaExpression(kind: kind, tokens: start..<max(start, cursor.index), isComplete: cursor.isSound)
  }

  /// Parses an operand with its unary operators.
  private mutating func operand() -> LuaExpression {
    let start = cursor.index
    guard !cursor.isAtEnd, Self.unary.contains(cursor.tokens[start].written) else { return simpleExpression() }
    cursor.advance()
    let operand = expression(above: Self.unaryStrength)
    return makeExpression(.unary(operator: start, operand), from: start)
  }

  /// Parses a literal, a table, a function, or a name or parenthesis with its suffixes.
  private mutating func simpleExpression() -> LuaExpression {
    let start = cursor.index
    guard !cursor.isAtEnd else { return missing(.value) }
    switch (cursor.tokens[start].kind, cursor.tokens[start].written) {
    case (.number, _), (.keyword, "nil"), (.keyword, "true"), (.keyword, "false"), (.symbol, "..."):
      cursor.advance()
      return makeExpression(.literal, from: start)
    case (.text, _):
      cursor.advance()
      return makeExpression(plainText(of: start).map { .text($0) } ?? .literal, from: start)
    case (.symbol, "{"):
      let fields = tableFields()
      return makeExpression(.table(fields), from: start)
    case (.keyword, "function"):
      cursor.advance()
      let function = function(from: start, isMethod: false)
      return makeExpression(.function(function), from: start)
    default: return suffixed(expected: .value)
    }
  }

  /// Reports that an expression is expected.
  private mutating func missing(_ expected: LuaExpectation) -> LuaExpression {
    cursor.failUnexpected(expected)
    return makeExpression(.missing, from: cursor.index)
  }

  /// Returns the value of a string literal, or nil if it has escapes or long brackets.
  private func plainText(of token: Int) -> String? {
    let bytes = source[cursor.tokens[token].bytes]
    guard cursor.tokens[token].written != "[[", !bytes.contains(UInt8(ascii: "\\")) else { return nil }
    return String(validating: bytes.dropFirst().dropLast(), as: UTF8.self)
  }

  private mutating func tableFields() -> [LuaTableField] {
    let start = cursor.index
    var fields: [LuaTableField] = []
    cursor.require("{")
    while !cursor.isNext("}") {
      let key = tableKey()
      fields.append(LuaTableField(key: key, value: expression()))
      if !cursor.take(","), !cursor.take(";") { break }
    }
    cursor.require("}", closing: start)
    return fields
  }

  private mutating func tableKey() -> LuaTableField.Key {
    if cursor.take("[") {
      let key = expression()
      cursor.require("]")
      cursor.require("=")
      return .expression(key)
    }
    let start = cursor.index
    guard cursor.isNext(.name), start + 1 < cursor.tokens.count, cursor.tokens[start + 1].written == "=" else {
      return .position
    }
    cursor.advance()
    cursor.advance()
    return .name(start)
  }

  // MARK: Names and suffixes

  /// Whether a parenthesis or a string literal is next, which begins the arguments of a call.
  var isBeforeArguments: Bool { cursor.isNext("(") || cursor.isNext(.text) }

  /// Parses a name or a parenthesis with its members, indexes and calls.
  mutating func suffixed(expected: LuaExpectation) -> LuaExpression {
    let start = cursor.index
    let first = primary(expected)
    var suffixes: [LuaSuffix] = []
    while !cursor.isAtEnd {
      let isMethod = cursor.isNext(":")
      guard let kind = suffix() else { break }
      suffixes.append(LuaSuffix(kind: kind, end: cursor.index, isComplete: cursor.isSound))
      if isMethod, !isBeforeArguments, !cursor.isNext("{") {
        cursor.failUnexpected(.arguments)
      }
    }
    return suffixes.isEmpty ? first : makeExpression(.suffixed(first, suffixes), from: start)
  }

  private mutating func primary(_ expected: LuaExpectation) -> LuaExpression {
    let start = cursor.index
    if cursor.take("(") {
      let inner = expression()
      cursor.require(")", closing: start)
      return makeExpression(.parentheses(inner), from: start)
    }
    guard cursor.isNext(.name) else { return missing(expected) }
    cursor.advance()
    return makeExpression(.name(LuaName(token: start, isCalled: isBeforeArguments)), from: start)
  }

  /// Parses the next member, index or call; returns nil if none follows.
  private mutating func suffix() -> LuaSuffix.Kind? {
    let start = cursor.index
    // Without a name there is a fault, so nothing uses the token.
    if cursor.take(".") || cursor.take(":") { return .member(name: cursor.takeName() ?? start) }
    if cursor.take("[") {
      let key = expression()
      cursor.require("]", closing: start)
      return .index(key)
    }
    return isBeforeArguments || cursor.isNext("{") ? .call(arguments()) : nil
  }

  private mutating func arguments() -> [LuaExpression] {
    let open = cursor.index
    guard cursor.take("(") else { return [simpleExpression()] }
    let arguments = cursor.isNext(")") ? [] : list()
    cursor.require(")", closing: open)
    return arguments
  }

  /// Parses the parameters, the statements and `end` of a function.
  mutating func function(from start: Int, isMethod: Bool) -> LuaFunctionBody {
    let open = cursor.index
    cursor.require("(")
    var parameters: [Int] = []
    if !cursor.isNext(")") {
      repeat {
        if cursor.take("...") { break }
        if let name = cursor.takeName() { parameters.append(name) }
      } while cursor.take(",")
    }
    cursor.require(")", closing: open)
    let body = functionBody()
    cursor.require("end", closing: start)
    return LuaFunctionBody(
      open: open, parameters: parameters, isMethod: isMethod, body: body, tokens: start..<max(start, cursor.index),
      isComplete: cursor.isSound)
  }

  private mutating func functionBody() -> LuaBlock {
    var statements = LuaParser(self)
    let body = statements.block()
    self = statements.expressions
    return body
  }
}

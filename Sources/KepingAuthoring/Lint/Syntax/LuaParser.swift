import KepingCore

/// Parses a Lua file into statements and expressions according to the grammar of Lua 5.4.
///
/// After a syntax fault the cursor is at the end of the file, so every function returns the part before the fault.
struct LuaParser {
  /// The parser of expressions, which owns the cursor.
  private(set) var expressions: LuaExpressionParser

  private var cursor: LuaTokenCursor {
    get { expressions.cursor }
    set { expressions.cursor = newValue }
  }

  /// The keywords that end a block.
  private static let blockEnds: Set<String> = ["end", "else", "elseif", "until"]

  init(_ expressions: LuaExpressionParser) { self.expressions = expressions }

  /// Parses the whole file.
  mutating func chunk() -> LuaBlock {
    let block = block()
    if !cursor.isAtEnd { cursor.failUnexpected(.statement) }
    return block
  }

  /// Parses statements up to a keyword that ends a block.
  mutating func block() -> LuaBlock {
    var statements: [LuaStatement] = []
    while !isAtBlockEnd {
      if cursor.take("return") {
        let values = returnValues()
        statements.append(makeStatement(.return(values)))
        break
      }
      statements.append(statement())
    }
    return LuaBlock(statements: statements, isComplete: cursor.isSound)
  }

  private var isAtBlockEnd: Bool { cursor.isAtEnd || Self.blockEnds.contains(cursor.tokens[cursor.index].written) }

  /// Parses the values after `return`.
  private mutating func returnValues() -> [LuaExpression] {
    let values = isAtBlockEnd || cursor.isNext(";") ? [] : expressions.list()
    _ = cursor.take(";")
    return values
  }

  private func makeStatement(_ kind: LuaStatement.Kind) -> LuaStatement { LuaStatement(kind: kind, isComplete: cursor.isSound) }

  private mutating func statement() -> LuaStatement {
    defer { cursor.leave() }
    guard cursor.enter() else { return makeStatement(.plain) }
    let kind: LuaStatement.Kind =
      switch cursor.tokens[cursor.index].kind {
      case .keyword: keywordStatement()
      case .symbol: symbolStatement()
      default: expressionStatement()
      }
    return makeStatement(kind)
  }

  private mutating func symbolStatement() -> LuaStatement.Kind {
    if cursor.take(";") { return .plain }
    guard cursor.take("::") else { return expressionStatement() }
    _ = cursor.takeName()
    cursor.require("::")
    return .plain
  }

  private mutating func keywordStatement() -> LuaStatement.Kind {
    let start = cursor.index
    switch cursor.tokens[start].written {
    case "break":
      cursor.advance()
      return .plain
    case "goto":
      cursor.advance()
      _ = cursor.takeName()
      return .plain
    case "do":
      cursor.advance()
      return .do(block(closing: start))
    case "while":
      cursor.advance()
      let condition = expressions.expression()
      cursor.require("do")
      return .while(condition, block(closing: start))
    case "repeat": return repeatStatement()
    case "if": return ifStatement()
    case "for": return forStatement()
    case "function": return functionStatement()
    case "local":
      cursor.advance()
      return cursor.take("function") ? localFunction(start) : locals()
    default: return expressionStatement()
    }
  }

  /// Parses statements and `end`.
  private mutating func block(closing open: Int) -> LuaBlock {
    let block = block()
    cursor.require("end", closing: open)
    return block
  }

  private mutating func repeatStatement() -> LuaStatement.Kind {
    let start = cursor.index
    cursor.advance()
    let block = block()
    cursor.require("until", closing: start)
    return .repeat(block, until: expressions.expression())
  }

  private mutating func ifStatement() -> LuaStatement.Kind {
    let start = cursor.index
    var branches: [LuaBranch] = []
    repeat {
      cursor.advance()
      let condition = expressions.expression()
      cursor.require("then")
      branches.append(LuaBranch(condition: condition, block: block()))
    } while cursor.isNext("elseif")
    let otherwise = cursor.take("else") ? block() : nil
    cursor.require("end", closing: start)
    return .if(branches, else: otherwise)
  }

  private mutating func forStatement() -> LuaStatement.Kind {
    let start = cursor.index
    cursor.advance()
    var names = [cursor.takeName()]
    var values: [LuaExpression] = []
    if cursor.take("=") {
      values.append(expressions.expression())
      cursor.require(",")
      values.append(expressions.expression())
      if cursor.take(",") { values.append(expressions.expression()) }
    } else {
      while cursor.take(",") { names.append(cursor.takeName()) }
      if !cursor.take("in") { cursor.failUnexpected(.loopValues) }
      values = expressions.list()
    }
    cursor.require("do")
    return .for(LuaLoop(names: names.compactMap { $0 }, values: values, body: block(closing: start)))
  }

  private mutating func functionStatement() -> LuaStatement.Kind {
    let start = cursor.index
    cursor.advance()
    guard let token = cursor.takeName() else { return .plain }
    var name = LuaName(token: token, isCalled: expressions.isBeforeArguments)
    var members: [Int] = []
    var isMember = false
    var isMethod = false
    while !isMethod, cursor.isNext(".") || cursor.isNext(":") {
      isMethod = cursor.isNext(":")
      cursor.advance()
      if !isMember { name = LuaName(token: token, isCalled: expressions.isBeforeArguments) }
      isMember = true
      if let member = cursor.takeName() { members.append(member) }
    }
    let target = LuaFunctionName(name: name, members: members, isMember: isMember, isComplete: cursor.isSound)
    return .function(target, expressions.function(from: start, isMethod: isMethod))
  }

  private mutating func localFunction(_ start: Int) -> LuaStatement.Kind {
    guard let name = cursor.takeName() else { return .plain }
    return .localFunction(name: name, expressions.function(from: start, isMethod: false))
  }

  private mutating func locals() -> LuaStatement.Kind {
    var locals: [LuaLocal] = []
    repeat {
      guard let name = cursor.takeName() else { return .plain }
      locals.append(LuaLocal(name: name, isClosed: cursor.take("<") && attribute() == "close"))
    } while cursor.take(",")
    return .locals(locals, values: cursor.take("=") ? expressions.list() : [])
  }

  /// Parses the attribute of a local after `<`, and `>`.
  private mutating func attribute() -> String? {
    guard let token = cursor.takeName() else { return nil }
    let written = cursor.tokens[token].written
    guard ["const", "close"].contains(written) else {
      cursor.fail(at: token, Wording("只有 <const> 和 <close>", "the only attributes are <const> and <close>"))
      return nil
    }
    cursor.require(">")
    return written
  }

  private mutating func expressionStatement() -> LuaStatement.Kind {
    let start = cursor.index
    let first = expressions.suffixed(expected: .statement)
    if cursor.isNext("=") || cursor.isNext(",") { return assignment(to: first) }
    if !first.isCall {
      if cursor.isAtEnd || cursor.index == start + 1 {
        cursor.failUnexpected(.assignmentOrCall)
      } else {
        cursor.fail(
          at: start, expected: .statement, Wording("这里应为语句，不能只写一个值", "expected a statement, found a value"))
      }
    }
    return .expression(first)
  }

  private mutating func assignment(to first: LuaExpression) -> LuaStatement.Kind {
    // A call with a comma after it: what is around the call has ended too early.
    if first.isCall, cursor.isNext(",") { cursor.failUnexpected(.statement) }
    var targets = [first]
    while cursor.take(",") {
      let next = expressions.suffixed(expected: .statement)
      guard cursor.isNext("=") || cursor.isNext(",") else {
        cursor.require("=")
        return .assignment(targets: targets, values: [next])
      }
      targets.append(next)
    }
    cursor.require("=")
    if let other = targets.first(where: { !$0.isAssignable }) {
      cursor.fail(at: other.firstToken, Wording("不能对它赋值", "cannot assign to this expression"))
    }
    return .assignment(targets: targets, values: expressions.list())
  }
}

import KepingCore
import KepingPlugins

/// Reports a function for `compute` or `judge` whose result is of another type than the host expects.
struct FunctionResultRule: LuaRule {
  let code = "function-result"
  let summary = "A function for `compute` that returns no number, or one for `judge` that returns neither true nor false"

  var examples: LuaRuleExamples {
    LuaRuleExamples(
      triggering: [
        "local _x = compute('x', { title }, ↓function(a) tostring(a) end)",
        "local _x = compute('x', { title }, function(a) if a then return ↓'1' end return 1 end)",
        "local _x = compute('x', { title }, function(a) return ↓a > 1 end)",
        "local _x = judge('x', { title }, function(a) return ↓1 end)",
        "local _x = judge('x', { title }, function(a) return ↓nil end)",
      ],
      passing: [
        "local _x = compute('x', { title }, function(a) return a end)",
        "local _x = compute('x', { title }, function(a) return a > 1 and 1 or 0 end)",
        "local _x = judge('x', { title }, function(a) return a == 'x' end)",
        "local _x = judge('x', { title }, function(a) local function f() return 1 end return f() == 1 end)",
      ])
  }

  func check(_ context: LuaRuleContext, _ report: inout LuaReport) {
    guard case .called(.word(let word), _, let arguments) = context.event, word == .compute || word == .judge,
      arguments.count == 3, case .function(let function) = arguments[2].kind, function.isComplete
    else { return }
    let wanted = word == .compute ? Wording("一个数", "a number") : Wording("true 或 false", "true or false")
    guard function.body.returnsValue else {
      report.add(
        self, at: function.tokens.lowerBound,
        Wording(
          "函数没有 return，得不到结果；\(word.name) 的函数应返回\(wanted.chinese)",
          "the function returns nothing; a function for \(word.name) must return \(wanted.english)"))
      return
    }
    for values in function.body.returns {
      guard let value = values.first, value.isComplete, let type = type(of: value, context),
        type != (word == .compute ? "number" : "boolean")
      else {
        continue
      }
      report.add(
        self, at: value.tokens.lowerBound,
        Wording(
          "\(word.name) 的函数应返回\(wanted.chinese)，这里返回的是\(LuaTypeName.wording(type).chinese)",
          "a function for \(word.name) must return \(wanted.english), and this is \(LuaTypeName.wording(type).english)"))
    }
  }

  /// Returns the type of an expression, as far as its form shows it.
  private func type(of expression: LuaExpression, _ context: LuaRuleContext) -> String? {
    let first = context.resolution.file.tokens[expression.tokens.lowerBound]
    switch expression.kind {
    case .text: return "string"
    case .table: return "table"
    case .function: return "function"
    case .literal where first.kind == .number: return "number"
    case .literal where first.written == "nil": return "nil"
    case .literal where ["true", "false"].contains(first.written): return "boolean"
    case .unary(let sign, _): return context.written(sign) == "not" ? "boolean" : "number"
    case .binary(_, let operations):
      let signs = operations.map { context.written($0.sign) }
      if signs.allSatisfy({ ["==", "~=", "<", "<=", ">", ">="].contains($0) }) { return "boolean" }
      if signs.allSatisfy({ ["+", "-", "*", "/", "//", "%", "^"].contains($0) }) { return "number" }
      return signs.allSatisfy { $0 == ".." } ? "string" : nil
    case .parentheses(let inner): return type(of: inner, context)
    default: return nil
    }
  }
}

/// Reports a function for `compute` or `judge` that may end without a `return`.
struct MissingReturnRule: LuaRule {
  let code = "missing-return"
  let isRemark = true
  let summary = "A function for `compute` or `judge` that does not return in all cases"

  var examples: LuaRuleExamples {
    LuaRuleExamples(
      triggering: ["local _x = compute('x', { title }, ↓function(a) if a then return 1 end end)"],
      passing: [
        "local _x = compute('x', { title }, function(a) if a then return 1 else return 2 end end)",
        "local _x = compute('x', { title }, function(a) if a then return 1 end error('x') end)",
        "local _x = judge('x', { title }, function(a) while true do if a then return true end end end)",
      ])
  }

  func check(_ context: LuaRuleContext, _ report: inout LuaReport) {
    guard case .called(.word(let word), _, let arguments) = context.event, word == .compute || word == .judge,
      arguments.count == 3, case .function(let function) = arguments[2].kind, function.isComplete, function.body.returnsValue,
      !function.body.alwaysReturns
    else { return }
    report.add(
      self, at: function.tokens.lowerBound,
      Wording("函数有的情形没有 return，那时得不到结果", "the function does not return in all cases, and then has no result"))
  }
}

import KepingCore
import KepingPlugins

/// Reports a parameter of a function for `compute` or `judge` that gets no operand, so that it is always nil.
struct FunctionOperandsRule: LuaRule {
  let code = "wrong-argument"
  let summary = "A function for `compute` or `judge` with more parameters than operands"

  var examples: LuaRuleExamples {
    LuaRuleExamples(
      triggering: ["local _x = compute('x', { title }, function(a, ↓b) return 1 end)"],
      passing: [
        "local _x = compute('x', { title }, function(...) return select('#', ...) end)",
        "local _x = compute('x', { title, record }, function(a, b) return 1 end)",
        "local f = tostring local _x = compute('x', { f(1) }, function(a, b) return 1 end)",
      ])
  }

  func check(_ context: LuaRuleContext, _ report: inout LuaReport) {
    guard let call = LuaFunctionCall(context), call.function.parameters.count > call.operands.count else { return }
    let (given, wanted) = (call.operands.count, call.function.parameters.count)
    report.add(
      self, at: call.function.parameters[given],
      Wording(
        "函数有\(wanted)个参数，而 { … } 里只有\(given)个，这个参数没有值",
        "the function has \(wanted) parameters but gets only \(given) operands, so this one has no value"))
  }
}

/// Reports an operand that the function for `compute` or `judge` does not take.
struct UnreadOperandRule: LuaRule {
  let code = "unused-operand"
  let isRemark = true
  let summary = "A function for `compute` or `judge` with fewer parameters than operands"

  var examples: LuaRuleExamples {
    LuaRuleExamples(
      triggering: ["local _x = compute('x', { title, ↓record }, function(a) return 1 end)"],
      passing: ["local _x = compute('x', { title }, function(a) return 1 end)"])
  }

  func check(_ context: LuaRuleContext, _ report: inout LuaReport) {
    guard let call = LuaFunctionCall(context), call.function.parameters.count < call.operands.count else { return }
    report.add(
      self, at: call.operands[call.function.parameters.count].value.tokens.lowerBound,
      Wording(
        "函数只有\(call.function.parameters.count)个参数，用不到这一项；而它没有填写时，函数就不会运行",
        "the function has only \(call.function.parameters.count) parameters and does not get this operand, yet does not run without it"
      ))
  }
}

/// A call of `compute` or `judge` with a table of operands and a function, both written out.
struct LuaFunctionCall {
  let word: Word
  let operands: [LuaTableField]
  let function: LuaFunctionBody

  /// Returns the call of an event; nil if the event is no such call, or the number of operands or parameters is open.
  init?(_ context: LuaRuleContext) {
    guard case .called(.word(let word), _, let arguments) = context.event, word == .compute || word == .judge,
      arguments.count == 3, case .table(let operands) = arguments[1].kind, case .function(let function) = arguments[2].kind,
      operands.allSatisfy({ if case .position = $0.key { true } else { false } })
    else { return nil }
    let tokens = context.resolution.file.tokens
    let header = tokens[function.open...].prefix { $0.written != ")" }
    guard !header.contains(where: { $0.written == "..." }) else { return nil }
    // A call of an unknown function at the end may give several operands.
    if let last = operands.last?.value, last.isCall,
      Word.standalone[tokens[last.tokens.lowerBound].written] == nil, !tokens[last.tokens].contains(where: { $0.written == ":" })
    {
      return nil
    }
    self.word = word
    self.operands = operands
    self.function = function
  }
}

import KepingCore
import LuaRuntime

/// Calls the plugin's functions, within what one application may use.
extension PluginProgram: ProgramFunctions {
  /// What a call costs beside its instructions: a plugin of a thousand small functions has its limit, too.
  private static let callCost: Int64 = 250

  /// How many calls go by without a look at the clock; those that run for long meet it in their own run.
  private static let callsWithoutClock = 64

  public func begin() {
    instructionsLeft = Int64(limits.instructions)
    deadline = .now.advanced(by: limits.seconds)
    callsUntilClock = Self.callsWithoutClock
    recordTree = nil
  }

  public func compute(
    _ function: Int, _ operands: ArraySlice<OperandValue>
  ) throws(EvaluationFailure) -> Double {
    switch try call(function, operands) {
    case .integer(let value): return Double(value)
    case .number(let value) where value.isFinite: return value
    case .number: throw contractFailure(of: function, "返回的不是有限的数")
    case let other: throw contractFailure(of: function, "应返回数，而不是 \(other.kind)")
    }
  }

  public func judge(
    _ function: Int, _ operands: ArraySlice<OperandValue>
  ) throws(EvaluationFailure) -> Bool {
    guard case .boolean(let answer) = try call(function, operands) else {
      throw contractFailure(of: function, "应返回 true 或 false")
    }
    return answer
  }

  public func name(of function: Int) -> String {
    let location = location(of: function)
    return "\(location.file):\(location.line) \(functions[function].label)"
  }

  private func call(
    _ function: Int, _ operands: ArraySlice<OperandValue>
  ) throws(EvaluationFailure) -> LuaValue {
    let state: LuaState
    if let ready = self.state {
      state = ready
    } else {
      callsUntilClock = 0
      do throws(LoadFailure) { state = try readyState() } catch { throw error.evaluationFailure(plugin) }
    }
    guard functions.indices.contains(function) else {
      throw failure(.contract, "插件 \(plugin.id) 再次加载时与先前不同")
    }
    instructionsLeft -= Self.callCost
    guard instructionsLeft > 0, isInTime() else { throw stopFailure(instructionsLeft > 0 ? .time : .instructions, of: function) }
    for operand in operands {
      switch operand {
      case .number(let number):
        // Whole numbers that a double holds exactly are Lua's integers.
        if number.magnitude <= 0x1p53, Double(Int64(number)) == number {
          state.appendArgument(Int64(number))
        } else {
          state.appendArgument(number)
        }
      case .truth(let truth): state.appendArgument(truth)
      case .text(let text): state.appendArgument(text)
      case .record(let record):
        state.appendArgument(tree(of: record))
        callsUntilClock = 0  // it may be large: that takes time which no run sees
      }
    }
    do throws(LuaFailure) {
      defer { instructionsLeft -= state.instructionsUsed }
      return try state.call(functions[function].function, instructions: instructionsLeft, deadline: deadline)
    } catch {
      throw evaluationFailure(error, of: function)
    }
  }

  private func isInTime() -> Bool {
    callsUntilClock -= 1
    if callsUntilClock >= 0 { return true }
    callsUntilClock = Self.callsWithoutClock
    return .now < deadline
  }

  private func tree(of record: Record) -> LuaTree {
    if let recordTree { return recordTree }
    let tree = LuaTree(record)
    recordTree = tree
    return tree
  }

  // MARK: Failures

  private func evaluationFailure(_ failure: LuaFailure, of function: Int) -> EvaluationFailure {
    let wording = failure.wording(limits, atLoad: false).chinese.printable(limit: 800)
    var location = location(of: function)
    // The clock stops a function at another line each time.
    if failure.kind != .time, let file = failure.file { location = LuaLocation(file: file, line: failure.line ?? 0) }
    // What was stopped is thrown away; the next call begins with a state of its own.
    if failure.isStop { state = nil }
    return self.failure(failure.kind(atLoad: false), message(of: function, "：\(wording)"), location, traceback: failure.calls)
  }

  private func contractFailure(of function: Int, _ message: String) -> EvaluationFailure {
    failure(.contract, self.message(of: function, message), location(of: function))
  }

  private func location(of function: Int) -> LuaLocation {
    state?.location(of: functions[function].function) ?? LuaLocation(file: "", line: 0)
  }

  private func stopFailure(_ kind: LuaFailure.Kind, of function: Int) -> EvaluationFailure {
    evaluationFailure(LuaFailure(kind: kind), of: function)
  }

  private func message(of function: Int, _ text: String) -> String {
    "插件 \(plugin.id) 的函数“\(functions[function].label)”\(text)"
  }

  private func failure(
    _ kind: PluginFailure.Kind, _ message: String, _ location: LuaLocation = LuaLocation(file: "", line: 0),
    traceback: String? = nil
  ) -> EvaluationFailure {
    let spent = kind == .time ? nil : limits.instructions - Int(instructionsLeft)
    let budget = PluginFailure.Budget(
      instructions: limits.instructions, spent: spent, memory: limits.memory, seconds: limits.seconds)
    return EvaluationFailure(
      code: kind.isStop ? .pluginLimit : .pluginFailed, message: message,
      file: location.file.isEmpty ? "\(plugin.id)/program.lua" : location.file, line: location.line > 0 ? location.line : nil,
      traceback: traceback, plugin: PluginFailure(plugin: plugin.manifest.reference, phase: .evaluate, kind: kind, budget: budget)
    )
  }
}

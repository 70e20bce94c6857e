import KepingCore
import LuaRuntime

/// The calls of the plugin's functions, within the limits of one application.
extension PluginProgram: ProgramFunctions {
  /// The instructions that every call costs in addition, so that many calls of short functions reach the limit too.
  static let callCost: Int64 = 250

  /// Begins an application, with the full limits.
  public func begin() {
    instructionsLeft = Int64(limits.instructions)
    state?.begin(seconds: limits.seconds)
    recordTree = nil
    isolation?.begin()
  }

  /// Calls a function that returns a number.
  /// - Throws: ``EvaluationFailure``.
  public func compute(
    _ function: Int, _ operands: ArraySlice<OperandValue>
  ) throws(EvaluationFailure) -> Double {
    switch try call(function, operands) {
    case .integer(let value): return Double(value)
    case .number(let value) where value.isFinite: return value
    case .number: throw contractFailure(of: function, "返回的不是有限的数")
    case let other: throw contractFailure(of: function, "应返回数，而不是\(other.shown.chinese)")
    }
  }

  /// Calls a function that returns true or false.
  /// - Throws: ``EvaluationFailure``.
  public func judge(
    _ function: Int, _ operands: ArraySlice<OperandValue>
  ) throws(EvaluationFailure) -> Bool {
    guard case .boolean(let answer) = try call(function, operands) else {
      throw contractFailure(of: function, "应返回 true 或 false")
    }
    return answer
  }

  /// Returns the location and the label of a function, such as `jili-2024/program.lua:40 研发投入增幅`.
  public func name(of function: Int) -> String {
    let location = location(of: function)
    return "\(location.file):\(location.line) \(functions[function].label)"
  }

  private func call(
    _ function: Int, _ operands: ArraySlice<OperandValue>
  ) throws(EvaluationFailure) -> LuaValue {
    if let isolation { return try call(function, operands, in: isolation) }
    let state: LuaState
    if let ready = self.state {
      state = ready
    } else {
      do throws(LoadFailure) { state = try readyState() } catch { throw error.evaluationFailure(plugin) }
    }
    guard functions.indices.contains(function) else {
      throw failure(.contract, "插件 \(plugin.id) 再次加载时与先前不同")
    }
    instructionsLeft -= Self.callCost
    guard instructionsLeft > 0 else { throw evaluationFailure(LuaFailure(kind: .instructions), of: function) }
    for operand in operands {
      switch operand {
      case .number(let number):
        if let integer = number.luaInteger { state.appendArgument(integer) } else { state.appendArgument(number) }
      case .truth(let truth): state.appendArgument(truth)
      case .text(let text): state.appendArgument(text)
      case .record(let record):
        state.appendArgument(tree(of: record))
      }
    }
    do throws(LuaFailure) {
      defer { instructionsLeft -= state.instructionsUsed }
      return try state.call(functions[function].function, instructions: instructionsLeft)
    } catch {
      throw evaluationFailure(error, of: function)
    }
  }

  /// Returns the record's tree, which is made once per application.
  private func tree(of record: Record) -> LuaTree {
    if let recordTree { return recordTree }
    let tree = LuaTree(record)
    recordTree = tree
    return tree
  }

  // MARK: Failures

  func evaluationFailure(_ failure: LuaFailure, of function: Int) -> EvaluationFailure {
    let wording = failure.wording(limits, atLoad: false).chinese.printable(limit: 800)
    var location = location(of: function)
    // The time limit stops a run at a different line each time, so the failure gets the function's location.
    if failure.kind != .time, let file = failure.file { location = LuaLocation(file: file, line: failure.line ?? 0) }
    return self.failure(failure.kind(atLoad: false), message(of: function, "：\(wording)"), location, traceback: failure.luaCalls)
  }

  private func contractFailure(of function: Int, _ message: String) -> EvaluationFailure {
    failure(.contract, self.message(of: function, message), location(of: function))
  }

  func location(of function: Int) -> LuaLocation {
    let made = functions[function]
    guard let own = isolation?.location(of: function) ?? state?.location(of: made.function), own.line > 0 else {
      return made.location
    }
    return own
  }

  func message(of function: Int, _ text: String) -> String {
    "插件 \(plugin.id) 的函数“\(functions[function].label)”\(text)"
  }

  func failure(
    _ kind: PluginFailure.Kind, _ message: String, _ location: LuaLocation = LuaLocation(file: "", line: 0),
    traceback: String? = nil
  ) -> EvaluationFailure {
    let spent = kind == .time || kind == .crash ? nil : limits.instructions - Int(instructionsLeft)
    let budget = PluginFailure.Budget(
      instructions: limits.instructions, spent: spent, memory: limits.memory, seconds: limits.seconds)
    return EvaluationFailure(
      code: kind.isStop ? .pluginLimit : .pluginFailed, message: message,
      file: location.file.isEmpty ? "\(plugin.id)/program.lua" : location.file, line: location.line > 0 ? location.line : nil,
      traceback: traceback, plugin: PluginFailure(plugin: plugin.manifest.reference, phase: .evaluate, kind: kind, budget: budget)
    )
  }
}

extension Double {
  /// The number as a function receives it if it is a whole number of at most 2^53, which a double represents exactly; else nil.
  @inline(__always) var luaInteger: Int64? {
    magnitude <= 0x1p53 && Double(Int64(self)) == self ? Int64(self) : nil
  }
}

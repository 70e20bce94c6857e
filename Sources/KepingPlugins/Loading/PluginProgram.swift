import KepingCore
import LuaRuntime
import SystemPackage

/// A plugin's program, loaded: what the host evaluates, and the Lua state that holds the plugin's functions.
///
/// It is confined to one thread; another thread loads the plugin anew.
public final class PluginProgram: ProgramFunctions {
  public let plugin: Plugin
  /// As the plugin has it; the configuration's changes are applied to a copy.
  public let program: Program
  private let settings: [String: SettingValue]
  private let limits: Limits
  private var state: LuaState?
  private var functions: [PluginFunction]
  private var instructionsLeft: Int64 = 0
  private var deadline = ContinuousClock.now

  /// Runs a plugin's `program.lua`, and checks what it defines against its manifest.
  ///
  /// - Parameter settings: those of the configuration; the others are as the manifest has them.
  /// - Throws: ``Diagnostic`` with file and line.
  public init(_ plugin: Plugin, settings: [String: SettingValue] = [:], limits: Limits = Limits()) throws(Diagnostic) {
    self.plugin = plugin
    self.limits = limits
    var all: [String: SettingValue] = [:]
    for setting in plugin.manifest.settings { all[setting.name] = settings[setting.name] ?? setting.value }
    self.settings = all
    let (vocabulary, state) = try Self.load(plugin, all, limits)
    self.state = state
    functions = vocabulary.functions
    let order = plugin.manifest.directions.map(\.heading.id)
    let directions = order.compactMap { id in vocabulary.directions.first { $0.id == id } }
    program = Program(
      reference: plugin.manifest.reference, year: plugin.manifest.year, plan: plugin.manifest.plan,
      schema: vocabulary.schema, checks: vocabulary.checks, directions: directions)
  }

  private static func load(
    _ plugin: Plugin, _ settings: [String: SettingValue], _ limits: Limits
  ) throws(Diagnostic) -> (Vocabulary, LuaState) {
    let (source, chunk) = try plugin.module("program", line: 1, in: plugin.manifest.path)
    let vocabulary = Vocabulary(plugin, settings: settings)
    do {
      let state = try LuaState(memory: limits.memory, host: vocabulary)
      try state.run(source, name: chunk, budget: limits.load)
      if let (node, place) = vocabulary.unused {
        throw vocabulary.fault(
          "unused-node", place, "这里的\(node.kind.chinese)没有被任何条款使用", "\(node.kind.english) that is made here is used by no clause")
      }
      for (_, heading) in plugin.manifest.directions where vocabulary.directionPlaces[heading.id] == nil {
        throw Diagnostic(
          path: plugin.place(of: chunk), line: 1, code: "missing-direction",
          Wording("plugin.yaml 的方向“\(heading.id)”没有定义", "the direction '\(heading.id)' of plugin.yaml is not defined"))
      }
      vocabulary.isLoaded = true
      try state.seal(budget: limits.load)
      return (vocabulary, state)
    } catch let failure as LuaFailure {
      throw diagnostic(failure, plugin, chunk, limits)
    } catch let error as Diagnostic {
      throw error
    } catch {
      throw Diagnostic(path: plugin.path, code: "plugin-failed", Wording("\(error)", "\(error)"))
    }
  }

  private static func diagnostic(_ failure: LuaFailure, _ plugin: Plugin, _ chunk: String, _ limits: Limits) -> Diagnostic {
    if let error = failure.hostError as? Diagnostic { return error }
    let line = failure.line ?? failure.syntaxLine
    let file = failure.kind == .syntax ? failure.message.prefix { $0 != ":" } : Substring(failure.file ?? chunk)
    let code = failure.isStop ? "plugin-limit" : failure.kind == .syntax ? "lua-syntax" : "plugin-failed"
    return Diagnostic(
      path: plugin.place(of: file.hasPrefix(plugin.id) ? String(file) : chunk), line: line, code: code,
      failure.wording(limits, atLoad: true))
  }

  // MARK: ProgramFunctions

  public func begin() {
    instructionsLeft = Int64(limits.instructions)
    deadline = .now + .seconds(limits.seconds)
  }

  public func compute(
    _ function: Int, _ operands: [OperandValue], _ record: Record
  ) throws(EvaluationFailure) -> Double {
    switch try call(function, operands, record) {
    case .integer(let value): return Double(value)
    case .number(let value) where value.isFinite: return value
    case .number: throw failure(function, "返回的不是有限的数")
    case let other: throw failure(function, "应返回数，而不是 \(other.kind)")
    }
  }

  public func judge(
    _ function: Int, _ operands: [OperandValue], _ record: Record
  ) throws(EvaluationFailure) -> Bool {
    guard case .boolean(let answer) = try call(function, operands, record) else {
      throw failure(function, "应返回 true 或 false")
    }
    return answer
  }

  private func failure(_ function: Int, _ what: String) -> EvaluationFailure {
    let line = state.map { $0.line(of: functions[function].function) }
    return EvaluationFailure(
      code: .pluginFailed, message: "插件 \(plugin.id) 的函数“\(functions[function].label)”\(what)",
      file: "\(plugin.id)/program.lua", line: line)
  }

  private func call(
    _ function: Int, _ operands: [OperandValue], _ record: Record
  ) throws(EvaluationFailure) -> LuaValue {
    do {
      let state = try readyState()
      let seconds = max(0.001, (deadline - .now) / .seconds(1))
      let budget = LuaBudget(instructions: instructionsLeft, seconds: seconds)
      defer { instructionsLeft -= state.instructionsUsed }
      return try state.call(functions[function].function, operands.map { LuaValue($0, record) }, budget: budget)
    } catch let failure as LuaFailure {
      throw evaluationFailure(failure, function)
    } catch let error as Diagnostic {
      throw EvaluationFailure(code: .pluginFailed, message: error.wording.chinese, file: error.path, line: error.line)
    } catch {
      throw EvaluationFailure(code: .pluginFailed, message: printable("\(error)"))
    }
  }

  /// The state, made anew where the last one was stopped.
  private func readyState() throws -> LuaState {
    if let state { return state }
    let (vocabulary, state) = try Self.load(plugin, settings, limits)
    functions = vocabulary.functions
    self.state = state
    return state
  }

  private func evaluationFailure(_ failure: LuaFailure, _ function: Int) -> EvaluationFailure {
    let defined = state.map { $0.line(of: functions[function].function) }
    if failure.isStop { state = nil }
    let wording = failure.wording(limits, atLoad: false)
    return EvaluationFailure(
      code: failure.isStop ? .pluginLimit : .pluginFailed,
      message: "插件 \(plugin.id) 的函数“\(functions[function].label)”：\(wording.chinese)",
      file: failure.file ?? "\(plugin.id)/program.lua", line: failure.line ?? defined,
      traceback: failure.isStop || failure.traceback.isEmpty ? nil : printable(failure.traceback, limit: 2000))
  }
}

extension LuaValue {
  /// What a function is given for an operand.
  fileprivate init(_ operand: OperandValue, _ record: Record) {
    switch operand {
    case .number(let number):
      self = Int64(exactly: number).map { abs($0) <= 1 << 53 ? .integer($0) : .number(number) } ?? .number(number)
    case .truth(let truth): self = .boolean(truth)
    case .text(let text): self = .text(text)
    case .record: self = LuaValue(record)
    }
  }
}

import KepingCore
import LuaRuntime

/// The place of a program in the isolated process of its thread.
final class ProgramIsolation {
  let worker: IsolatedWorker
  /// The number of the program in the process.
  private let slot: UInt32
  /// The generation of the child in which the program is loaded; nil if it must be loaded before the next call.
  private var generation: Int?
  /// The locations of the program's functions.
  private var locations: [LuaLocation] = []
  /// Whether no function was called for the current application.
  private var isNewApplication = true
  /// Whether the child has the current application's record.
  private var hasSentRecord = false

  init(_ worker: IsolatedWorker) {
    self.worker = worker
    slot = worker.newSlot()
  }

  /// Whether the program is loaded, as far as is known.
  var isLoaded: Bool { worker.hasChild(of: generation) }

  /// Forgets that the program is loaded.
  func unload() { generation = nil }

  /// Begins an application.
  func begin() {
    isNewApplication = true
    hasSentRecord = false
  }

  /// Returns the location of a function, or nil if the program was never loaded.
  func location(of function: Int) -> LuaLocation? {
    locations.indices.contains(function) ? locations[function] : nil
  }

  // MARK: Loading

  /// Runs a plugin's `program.lua` in the child, and makes the calls of the vocabulary again in this process.
  ///
  /// - Throws: ``LoadFailure``.
  func load(_ plugin: Plugin, _ settings: [String: SettingValue], _ limits: Limits) throws(LoadFailure) -> Vocabulary {
    let vocabulary = Vocabulary(plugin, settings: settings)
    var spent: Int64 = 0
    var chunk = plugin.path
    func fail(_ diagnostic: Diagnostic, _ kind: PluginFailure.Kind, traceback: String? = nil) -> LoadFailure {
      let budget = PluginFailure.Budget(
        instructions: limits.loadInstructions, spent: kind == .time || kind == .crash ? nil : Int(spent), memory: limits.memory,
        seconds: limits.loadSeconds)
      let failure = PluginFailure(plugin: plugin.manifest.reference, phase: .load, kind: kind, budget: budget)
      return LoadFailure(diagnostic: diagnostic, failure: failure, traceback: traceback, schema: vocabulary.schema)
    }
    func fail(_ failure: LuaFailure) -> LoadFailure {
      fail(
        PluginProgram.diagnostic(for: failure, of: plugin, chunk: chunk, limits: limits), failure.kind(atLoad: true),
        traceback: failure.luaCalls)
    }
    do {
      let source: Bytes
      (source, chunk) = try plugin.module("program", line: 1, in: plugin.manifest.path)
      let content = IsolatedPlugin(plugin: plugin, settings: settings, limits: limits)
      try run(content, source, chunk: chunk, &spent, Replay(vocabulary, instructions: limits.loadInstructions))
      try vocabulary.finish(chunk)
      locations = try seal(limits, functions: vocabulary.functions.count, &spent)
      generation = worker.generation
      return vocabulary
    } catch let failure as LuaFailure {
      throw fail(failure)
    } catch IsolationLoss.time {
      throw fail(LuaFailure(kind: .time))
    } catch let loss as IsolationLoss {
      throw fail(Diagnostic(path: plugin.path, code: "plugin-failed", loss.loadWording), .crash)
    } catch let error as Diagnostic {
      throw fail(error, .load)
    } catch {
      throw fail(Diagnostic(path: plugin.path, code: "plugin-failed", Wording("\(error)", "\(error)")), .load)
    }
  }

  /// Runs a program's source in the child.
  private func run(
    _ content: IsolatedPlugin, _ source: Bytes, chunk: String, _ spent: inout Int64, _ replay: Replay
  ) throws {
    var replay = replay
    let seconds = content.limits.loadSeconds
    try worker.send(.load, seconds: seconds) { frame in
      frame.append(uint32: slot)
      frame.append(content)
      frame.append(chunk)
      frame.append(bytes: source)
    }
    while true {
      var (answer, frame) = try worker.receive()
      switch answer {
      case .calls: try worker.checked { () throws(FrameReader.Fault) in try replay.makeCalls(&frame) }
      case .module:
        let (name, location) = try worker.checked { () throws(FrameReader.Fault) in (try frame.text(), try frame.location()) }
        try sendModule(name, location, of: content)
      case .ran: return try requireSuccess(&frame, &spent)
      default: throw worker.damage()
      }
    }
  }

  /// Answers the child's request for a module.
  private func sendModule(_ name: String, _ location: LuaLocation, of content: IsolatedPlugin) throws(IsolationLoss) {
    let module: (source: Bytes, chunk: String)
    do throws(Diagnostic) {
      module = try content.plugin.module(name, line: location.line, in: location.file)
    } catch {
      return try worker.send(.refusal, seconds: content.limits.loadSeconds) { $0.append(error) }
    }
    try worker.send(.module, seconds: content.limits.loadSeconds) { frame in
      frame.append(bytes: module.source)
      frame.append(module.chunk)
    }
  }

  /// Seals the program in the child, and returns the locations of its functions.
  private func seal(_ limits: Limits, functions count: Int, _ spent: inout Int64) throws -> [LuaLocation] {
    try worker.send(.seal, seconds: limits.loadSeconds) { $0.append(uint32: slot) }
    var (answer, frame) = try worker.receive()
    guard answer == .sealed else { throw worker.damage() }
    try requireSuccess(&frame, &spent)
    return try worker.checked { () throws(FrameReader.Fault) in
      guard try frame.count(size: 8) == count else { throw FrameReader.Fault() }
      var locations: [LuaLocation] = []
      for _ in 0..<count { locations.append(try frame.location()) }
      try frame.requireEnd()
      return locations
    }
  }

  /// Reads the instructions used, and throws the failure if there is one.
  private func requireSuccess(_ frame: inout FrameReader, _ spent: inout Int64) throws {
    let failure = try worker.checked { () throws(FrameReader.Fault) in
      spent = try frame.instructions()
      return try frame.optional { frame throws(FrameReader.Fault) in try frame.failure() }
    }
    if let failure { throw failure }
  }

  // MARK: Calling

  /// The end of a call: what the function returned or why it failed, and the instructions that it used.
  typealias Outcome = (result: Result<LuaValue, LuaFailure>, instructions: Int64)

  /// Calls a function.
  ///
  /// - Throws: ``IsolationLoss``.
  func call(
    _ function: Int, _ operands: ArraySlice<OperandValue>, instructions: Int64, seconds: Double
  ) throws(IsolationLoss) -> Outcome {
    try worker.send(.call, seconds: seconds) { frame in
      frame.append(uint32: slot)
      frame.append(isNewApplication)
      frame.append(count: function)
      frame.append(instructions)
      frame.append(count: operands.count)
      for operand in operands { append(operand, to: &frame) }
    }
    isNewApplication = false
    var (answer, frame) = try worker.receive()
    return try worker.checked { () throws(FrameReader.Fault) in
      let instructions = try frame.instructions()
      defer { isNewApplication = false }
      switch answer {
      case .returned:
        let value = try frame.value(handles: 0)
        try frame.requireEnd()
        return (.success(value), instructions)
      case .failed:
        let failure = try frame.failure()
        try frame.requireEnd()
        return (.failure(failure), instructions)
      default: throw FrameReader.Fault()
      }
    }
  }

  private func append(_ operand: OperandValue, to frame: inout FrameWriter) {
    func append(_ kind: IsolatedOperand) { frame.append(byte: kind.rawValue) }
    switch operand {
    case .number(let number):
      // A whole number of at most 2^53, which a double represents exactly, becomes a Lua integer.
      if number.magnitude <= 0x1p53, Double(Int64(number)) == number {
        append(.integer)
        frame.append(Int64(number))
      } else {
        append(.number)
        frame.append(number)
      }
    case .truth(let truth):
      append(.truth)
      frame.append(truth)
    case .text(let text):
      append(.text)
      frame.append(text)
    case .record where hasSentRecord: append(.sameRecord)
    case .record(let record):
      append(.record)
      frame.append(record)
      hasSentRecord = true
    }
  }
}

extension PluginProgram {
  /// Calls a function in the isolated process.
  func call(
    _ function: Int, _ operands: ArraySlice<OperandValue>, in isolation: ProgramIsolation
  ) throws(EvaluationFailure) -> LuaValue {
    do throws(LoadFailure) { try loadIsolated(isolation) } catch { throw error.evaluationFailure(plugin) }
    guard functions.indices.contains(function) else {
      throw failure(.contract, "插件 \(plugin.id) 再次加载时与先前不同")
    }
    instructionsLeft -= Self.callCost
    guard instructionsLeft > 0 else { throw stopFailure(.instructions, of: function) }
    let outcome: ProgramIsolation.Outcome
    do throws(IsolationLoss) {
      outcome = try isolation.call(function, operands, instructions: instructionsLeft, seconds: limits.seconds)
    } catch .time {
      throw stopFailure(.time, of: function)
    } catch {
      throw failure(.crash, message(of: function, "：\(error.callWording)"), location(of: function))
    }
    instructionsLeft -= outcome.instructions
    do throws(LuaFailure) { return try outcome.result.get() } catch { throw evaluationFailure(error, of: function) }
  }
}

import KepingCore
import LuaRuntime

/// Calls: one frame to the child, one frame back.
extension ProgramIsolation {
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
      if let integer = number.luaInteger {
        append(.integer)
        frame.append(integer)
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
    guard instructionsLeft > 0 else { throw evaluationFailure(LuaFailure(kind: .instructions), of: function) }
    let outcome: ProgramIsolation.Outcome
    do throws(IsolationLoss) {
      outcome = try isolation.call(function, operands, instructions: instructionsLeft, seconds: limits.seconds)
    } catch .time {
      throw evaluationFailure(LuaFailure(kind: .time), of: function)
    } catch {
      throw failure(.crash, message(of: function, "：\(error.callWording)"), location(of: function))
    }
    instructionsLeft -= outcome.instructions
    do throws(LuaFailure) { return try outcome.result.get() } catch { throw evaluationFailure(error, of: function) }
  }
}

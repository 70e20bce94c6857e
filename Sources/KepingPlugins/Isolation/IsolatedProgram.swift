import LuaRuntime

/// A program in an isolated child.
final class IsolatedProgram {
  private let limits: Limits
  private let vocabulary: Vocabulary
  private let host: RecordingHost
  private let state: LuaState
  /// The current application's record, once a function has needed it.
  private var record: LuaTree?

  /// Creates a program whose source was not run yet.
  ///
  /// - Throws: ``LuaFailure`` of kind memory if the limit is too small.
  init(_ content: IsolatedPlugin, _ channel: IsolationChannel) throws {
    limits = content.limits
    vocabulary = Vocabulary(content.plugin, settings: content.settings, limits: content.limits)
    host = RecordingHost(vocabulary, channel)
    state = try LuaState(memory: limits.memory, host: host)
    vocabulary.state = state
  }

  /// Runs the source, and writes ``IsolationAnswer/ran``.
  ///
  /// - Returns: whether the program can be sealed.
  func run(_ source: [UInt8], chunk: String, _ answer: inout FrameWriter) throws -> Bool {
    let failure = try catching { try state.run(source, name: chunk, budget: limits.load) }
    host.flush()
    answer.append(ran: state.instructionsUsed, failure)
    return failure == nil
  }

  /// Makes what the program built read-only, and writes ``IsolationAnswer/sealed``.
  func seal(_ answer: inout FrameWriter) throws {
    host.finish()
    let failure = try catching { try state.seal(budget: limits.load) }
    answer.begin(IsolationAnswer.sealed)
    answer.append(state.instructionsUsed)
    answer.append(failure) { $0.append($1) }
    guard failure == nil else { return }
    answer.append(count: vocabulary.functions.count)
    for function in vocabulary.functions { answer.append(state.location(of: function.function)) }
  }

  /// Calls a function of the request, and writes ``IsolationAnswer/returned`` or ``IsolationAnswer/failed``.
  func call(_ request: inout FrameReader, _ answer: inout FrameWriter) throws {
    let isFirst = try request.truth()
    if isFirst {
      state.begin(seconds: limits.seconds)
      record = nil
    }
    let function = Int(try request.uint32())
    let instructions = try request.integer()
    guard vocabulary.functions.indices.contains(function) else { throw FrameReader.Fault() }
    for _ in 0..<(try request.count(size: 1)) { try appendOperand(&request) }
    do throws(LuaFailure) {
      let value = try state.call(vocabulary.functions[function].function, instructions: instructions)
      answer.append(returned: state.instructionsUsed, value)
    } catch {
      answer.append(failed: state.instructionsUsed, error)
    }
  }

  private func appendOperand(_ request: inout FrameReader) throws(FrameReader.Fault) {
    switch try request.tag(IsolatedOperand.self) {
    case .integer: state.appendArgument(try request.integer())
    case .number: state.appendArgument(try request.number())
    case .truth: state.appendArgument(try request.truth())
    case .text: state.appendArgument(try request.text())
    case .record:
      var fault: FrameReader.Fault?
      let tree = LuaTree { tree in
        do throws(FrameReader.Fault) { try tree.append(record: &request) } catch { fault = error }
      }
      if let fault { throw fault }
      record = tree
      state.appendArgument(tree)
    case .sameRecord:
      guard let record else { throw FrameReader.Fault() }
      state.appendArgument(record)
    }
  }

  /// Returns the failure of a body; other errors cannot occur.
  private func catching(_ body: () throws -> Void) throws -> LuaFailure? {
    do { try body() } catch let failure as LuaFailure { return failure }
    return nil
  }
}

/// The first byte of an operand in ``IsolationRequest/call``.
enum IsolatedOperand: UInt8 {
  case integer, number, truth, text
  /// The application's record, which follows.
  case record
  /// The record that an earlier call of the same application had.
  case sameRecord
}

extension FrameWriter {
  /// Writes ``IsolationAnswer/ran``.
  mutating func append(ran instructions: Int64, _ failure: LuaFailure?) {
    begin(IsolationAnswer.ran)
    append(instructions)
    append(failure) { $0.append($1) }
  }

  /// Writes ``IsolationAnswer/returned``: the host needs no more of a result that is no number or boolean than its type.
  fileprivate mutating func append(returned instructions: Int64, _ value: LuaValue) {
    begin(IsolationAnswer.returned)
    append(instructions)
    switch value {
    case .boolean, .integer, .number: append(value)
    default: append(LuaValue.unconvertible(value.kind))
    }
  }

  /// Writes ``IsolationAnswer/failed``.
  fileprivate mutating func append(failed instructions: Int64, _ failure: LuaFailure) {
    begin(IsolationAnswer.failed)
    append(instructions)
    append(failure)
  }
}

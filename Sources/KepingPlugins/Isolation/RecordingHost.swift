import KepingCore
import LuaRuntime

/// The host of Lua in an isolated child: a vocabulary of the child's own, whose calls are recorded for the parent while a
/// program loads.
final class RecordingHost: LuaHost {
  private let vocabulary: Vocabulary
  private let channel: IsolationChannel
  /// Calls that were not sent yet.
  private var calls = FrameWriter()
  private var callCount = 0
  private var isRecording = true

  /// The size of ``calls``, in bytes, at which they are sent.
  private static let batch = 32 << 10

  init(_ vocabulary: Vocabulary, _ channel: IsolationChannel) {
    self.vocabulary = vocabulary
    self.channel = channel
    vocabulary.readModule = { name, location throws(Diagnostic) in try Self.requestModule(name, at: location, through: channel) }
  }

  /// Sends the calls that were not sent yet.
  func flush() {
    guard callCount > 0 else { return }
    calls.finish()
    IsolatedProcess.send(calls, through: channel)
    callCount = 0
  }

  /// Ends loading: the vocabulary refuses all calls from now on, so none is recorded.
  func finish() {
    flush()
    calls = FrameWriter()
    isRecording = false
    vocabulary.isLoaded = true
  }

  // MARK: LuaHost

  func global(_ name: String, at location: LuaLocation) throws -> LuaValue {
    try record(.global, at: location, { $0.append(name) }) { try vocabulary.global(name, at: location) }
  }

  func member(_ key: LuaValue, of node: Int64, at location: LuaLocation) throws -> LuaValue {
    try record(.member, at: location) { frame in
      frame.append(LuaValue.handle(node))
      frame.append(key)
    } _: {
      try vocabulary.member(key, of: node, at: location)
    }
  }

  func operation(_ name: String, _ operands: [LuaValue], at location: LuaLocation) throws -> LuaValue {
    try record(.operation, at: location) { frame in
      frame.append(name)
      frame.append(operands)
    } _: {
      try vocabulary.operation(name, operands, at: location)
    }
  }

  func call(_ function: Int64, _ arguments: [LuaValue], at location: LuaLocation) throws -> LuaValue {
    try record(.call, at: location) { frame in
      frame.append(function)
      frame.append(arguments)
    } _: {
      try vocabulary.call(function, arguments, at: location)
    }
  }

  /// Calls the vocabulary, and records the call with its outcome.
  ///
  /// A call that fails is recorded, too: the plugin may catch its error, and the vocabulary may have changed.
  private func record(
    _ word: RecordedWord, at location: LuaLocation, _ append: (inout FrameWriter) -> Void, _ body: () throws -> LuaValue
  ) throws -> LuaValue {
    guard isRecording else { return try body() }
    let outcome = Result(catching: body)
    if case .failure(let error) = outcome, error is LuaStop { throw error }
    if callCount == 0 { calls.begin(IsolationAnswer.calls) }
    callCount += 1
    calls.append(byte: word.rawValue)
    calls.append(location)
    append(&calls)
    calls.append(try? outcome.get()) { $0.append($1) }
    if calls.count >= Self.batch { flush() }
    return try outcome.get()
  }

  func module(_ name: String, at location: LuaLocation) throws -> LuaModule { try vocabulary.module(name, at: location) }

  /// Asks the parent for a module, because this process cannot open files.
  private static func requestModule(
    _ name: String, at location: LuaLocation, through channel: IsolationChannel
  ) throws(Diagnostic) -> (source: Bytes, chunk: String) {
    var request = FrameWriter()
    request.begin(IsolationAnswer.module)
    request.append(name)
    request.append(location)
    request.finish()
    IsolatedProcess.send(request, through: channel)
    let (answer, frame) = IsolatedProcess.receive(through: channel)
    let module = IsolatedProcess.checked { () throws(FrameReader.Fault) -> Result<(source: Bytes, chunk: String), Diagnostic> in
      var frame = frame
      guard case .module = answer else { return .failure(try frame.diagnostic()) }
      let source = Bytes(try frame.slice())
      return .success((source, try frame.text()))
    }
    return try module.get()
  }
}

import CLuaShim

/// A sandboxed Lua state: one plugin's program, its memory and its limits.
///
/// A state is confined to one thread at a time. After a stop by a limit (``LuaFailure/isStop``) it answers every call
/// with the same failure; throw it away and make another.
public final class LuaState {
  private var state: OpaquePointer!
  private let host: any LuaHost
  private var pendingError: (message: String, error: any Error)?

  /// Opens a state.
  /// - Parameters:
  ///   - memory: the most bytes it may hold.
  ///   - host: what answers for names, modules and host functions; kept for as long as the state lives.
  /// - Throws: ``LuaFailure`` of kind memory, where the limit is too small for the sandbox itself.
  public init(memory: Int, host: any LuaHost) throws {
    self.host = host
    let context = Unmanaged.passUnretained(self).toOpaque()
    state = Prelude.compiled.withUnsafeBytes { bytes in
      kl_open(memory, hostCall, context, bytes.baseAddress?.assumingMemoryBound(to: CChar.self), bytes.count)
    }
    if state == nil {
      throw LuaFailure(kind: .memory)
    }
  }

  deinit {
    if let state { kl_close(state) }
  }

  /// The version of the linked library, such as 50404.
  public static var libraryVersion: Int { Int(kl_library_version()) }

  /// The instructions that the last run used.
  public var instructionsUsed: Int64 { kl_instructions_used(state) }

  /// The bytes that the state holds now.
  public var memoryUsed: Int { kl_memory_used(state) }

  /// Compiles a text chunk and runs it.
  /// - Throws: ``LuaFailure``.
  public func run(_ source: [UInt8], name: String, budget: LuaBudget) throws {
    pendingError = nil
    let status = source.withUnsafeBytes { bytes in
      kl_run(state, bytes.baseAddress?.assumingMemoryBound(to: CChar.self), bytes.count, name, budget.raw)
    }
    try check(status)
  }

  /// Makes all that the functions handed to the host can reach read-only.
  /// - Throws: ``LuaFailure``.
  public func seal(budget: LuaBudget) throws {
    try check(kl_seal(state, budget.raw))
  }

  /// Calls a function that was handed to the host, and returns its first result.
  /// - Throws: ``LuaFailure``; one of kind contract where the result, or what the function changed, is not allowed.
  public func call(_ function: LuaFunction, _ arguments: [LuaValue], budget: LuaBudget) throws -> LuaValue {
    pendingError = nil
    var tree = ValueTree()
    for argument in arguments { tree.append(argument) }
    let status = tree.withValues { kl_call(state, function.reference, $0, arguments.count, budget.raw) }
    try check(status)
    var count = 0
    let values = UnsafeBufferPointer(start: kl_result(state, &count), count: count)
    var place = 0
    do {
      return try ValueTree.read(values, at: &place)
    } catch {
      throw LuaFailure(kind: .contract, message: "\(error)")
    }
  }

  /// Where a function's definition begins.
  public func location(of function: LuaFunction) -> LuaLocation {
    var file: UnsafePointer<CChar>?
    var length = 0
    let line = kl_function_line(state, function.reference, &file, &length)
    return LuaLocation(file: String(bytes: file, count: length), line: Int(line))
  }

  private func check(_ status: Int32) throws {
    if status == Int32(KL_OK) { return }
    let raw = kl_last_failure(state)
    let message = String(bytes: raw.message, count: raw.message_length)
    let kind: LuaFailure.Kind =
      switch Int(status) {
      case Int(KL_SYNTAX): .syntax
      case Int(KL_INSTRUCTIONS): .instructions
      case Int(KL_TIME): .time
      case Int(KL_MEMORY): .memory
      case Int(KL_CONTRACT): .contract
      default: .runtime
      }
    let file = String(bytes: raw.file, count: raw.file_length)
    let pending = pendingError.flatMap { kind == .runtime && message.hasSuffix($0.message) ? $0.error : nil }
    pendingError = nil
    throw LuaFailure(
      kind: kind, message: message, file: file.isEmpty ? nil : file, line: raw.line > 0 ? Int(raw.line) : nil,
      traceback: String(bytes: raw.traceback, count: raw.traceback_length), hostError: pending)
  }

  /// Answers a call out of Lua; nothing in here raises a Lua error, or calls Lua.
  fileprivate func answer(
    _ function: Int64, _ values: UnsafeBufferPointer<kl_value>, at location: LuaLocation
  ) throws -> LuaValue {
    var arguments: [LuaValue] = []
    var place = 0
    while place < values.count { arguments.append(try ValueTree.read(values, at: &place)) }
    switch function {
    case Prelude.HostFunction.word:
      guard case .text(let name)? = arguments.first else { throw LuaValueError.name }
      return try host.word(name, at: location)
    case Prelude.HostFunction.module:
      guard case .text(let name)? = arguments.first else { throw LuaValueError.name }
      let module = try host.module(name, at: location)
      if arguments.count > 1 { return .text(module.name) }
      guard let source = String(validating: module.source, as: UTF8.self) else { throw LuaValueError.encoding }
      return .text(source)
    case Prelude.HostFunction.index:
      guard arguments.count == 2, case .handle(let node) = arguments[0] else { throw LuaValueError.name }
      return try host.member(arguments[1], of: node, at: location)
    case Prelude.HostFunction.operation:
      guard case .text(let name)? = arguments.first else { throw LuaValueError.name }
      return try host.operation(name, Array(arguments.dropFirst()), at: location)
    default:
      return try host.call(function - Prelude.HostFunction.firstOfHost, arguments, at: location)
    }
  }

  fileprivate func store(_ value: LuaValue, in result: UnsafeMutablePointer<kl_value>) throws {
    var tree = ValueTree()
    tree.append(value)
    guard tree.values.count == 1 else { throw LuaValueError.shape }
    result.pointee = tree.values[0]
    if case .text(var text) = value {
      let length = text.utf8.count
      let copy = text.withUTF8 { $0.withMemoryRebound(to: CChar.self) { kl_set_text(state, $0.baseAddress, length) } }
      result.pointee.text = copy
    }
  }

  fileprivate func store(_ error: any Error) {
    // A name in it may be as long as the plugin likes.
    var message = String("\(error)".unicodeScalars.prefix(1000))
    pendingError = (message, error)
    message.withUTF8 { bytes in
      _ = bytes.withMemoryRebound(to: CChar.self) { kl_set_text(state, $0.baseAddress, $0.count) }
    }
  }
}

/// The C callback of every host function; see `kl_host_call`.
private let hostCall: kl_host_call = { context, function, arguments, count, file, fileLength, line, result in
  let state = Unmanaged<LuaState>.fromOpaque(context!).takeUnretainedValue()
  let location = LuaLocation(file: String(bytes: file, count: fileLength), line: Int(line))
  do {
    let value = try state.answer(function, UnsafeBufferPointer(start: arguments, count: count), at: location)
    try state.store(value, in: result!)
    return 0
  } catch {
    state.store(error)
    return 1
  }
}

extension LuaBudget {
  fileprivate var raw: kl_budget { kl_budget(instructions: instructions, seconds: seconds) }
}

extension String {
  /// The text of borrowed bytes, ill-formed UTF-8 repaired: it is for people to read.
  fileprivate init(bytes: UnsafePointer<CChar>?, count: Int) {
    guard let bytes, count > 0 else {
      self = ""
      return
    }
    let raw = UnsafeRawBufferPointer(start: bytes, count: count)
    self = String(decoding: raw, as: UTF8.self)
  }
}

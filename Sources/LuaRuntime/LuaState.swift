import CLuaShim

/// A sandboxed Lua state, which holds one plugin's program and enforces its limits.
///
/// Only one thread may use a state at a time. After loading, every call begins as if it were the first one: a state that a
/// limit has stopped is restored. A state that a limit has stopped while loading must be discarded.
public final class LuaState {
  private(set) var state: OpaquePointer!
  let host: any LuaHost
  let arguments = LuaArguments()
  /// The error of the last host function that failed, with the message that Lua received.
  var pendingError: (message: String, error: any Error)?

  /// Compiles the prelude in advance, so that opening the first state is faster.
  public static func prepare() { _ = Prelude.compiled }

  /// Opens a state.
  /// - Parameters:
  ///   - memory: the memory limit in bytes.
  ///   - host: the host of globals, modules and functions, which the state retains.
  /// - Throws: ``LuaFailure`` of kind memory if the limit is too small for the sandbox itself.
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

  /// The version of the linked Lua library, such as 50404.
  public static var libraryVersion: Int { Int(kl_library_version()) }

  /// The instructions that the last run used.
  public var instructionsUsed: Int64 { kl_instructions_used(state) }

  /// The number of upvalues that are compared after each call.
  var comparedVariables: Int { kl_compared_variables(state) }

  /// Whether hash tables have the same order and sizes in every process.
  var hasFixedSeed: Bool { kl_has_fixed_seed(state) }

  /// The bytes that the state uses now.
  public var memoryUsed: Int { kl_memory_used(state) }

  /// Compiles source text and runs it.
  /// - Throws: ``LuaFailure``.
  public func run(_ source: [UInt8], name: String, budget: LuaBudget) throws {
    pendingError = nil
    begin(seconds: budget.seconds)
    let status = source.withUnsafeBytes { bytes in
      kl_run(state, bytes.baseAddress?.assumingMemoryBound(to: CChar.self), bytes.count, name, budget.instructions)
    }
    try check(status)
  }

  /// Makes everything read-only that the functions passed to the host and the values of modules can reach.
  /// - Throws: ``LuaFailure``.
  public func seal(budget: LuaBudget) throws {
    begin(seconds: budget.seconds)
    try check(kl_seal(state, budget.instructions))
  }

  /// Returns the location of a function's definition.
  public func location(of function: LuaFunction) -> LuaLocation {
    var file: UnsafePointer<CChar>?
    var length = 0
    let line = kl_function_line(state, function.reference, &file, &length)
    return LuaLocation(file: String(bytes: file, count: length), line: Int(line))
  }

  func check(_ status: Int32) throws(LuaFailure) {
    if status != Int32(KL_OK) { throw failure(status) }
  }

  /// Returns why the last call failed; `status` is what the call returned.
  func failure(_ status: Int32) -> LuaFailure {
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
    return LuaFailure(
      kind: kind, message: message, file: file.isEmpty ? nil : file, line: raw.line > 0 ? Int(raw.line) : nil,
      traceback: String(bytes: raw.traceback, count: raw.traceback_length), hostError: pending)
  }
}

extension String {
  /// Creates a text, for people to read, from bytes that may be ill-formed UTF-8.
  init(bytes: UnsafePointer<CChar>?, count: Int) {
    guard let bytes, count > 0 else {
      self = ""
      return
    }
    let raw = UnsafeRawBufferPointer(start: bytes, count: count)
    self = String(decoding: raw, as: UTF8.self)
  }
}

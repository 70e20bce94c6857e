import CLuaShim

/// A sandboxed Lua state: one plugin's program, its memory and its limits.
///
/// A state is confined to one thread at a time. After a stop by a limit (``LuaFailure/isStop``) it answers every call
/// with the same failure; throw it away and make another.
public final class LuaState {
  private(set) var state: OpaquePointer!
  let host: any LuaHost
  let arguments = LuaArguments()
  var pendingError: (message: String, error: any Error)?

  /// Makes what every state is made with, which else the first one has to wait for.
  public static func prepare() { _ = Prelude.compiled }

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

  /// How many variables outside of the functions are looked at after each call.
  var comparedVariables: Int { kl_compared_variables(state) }

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

  /// Where a function's definition begins.
  public func location(of function: LuaFunction) -> LuaLocation {
    var file: UnsafePointer<CChar>?
    var length = 0
    let line = kl_function_line(state, function.reference, &file, &length)
    return LuaLocation(file: String(bytes: file, count: length), line: Int(line))
  }

  func check(_ status: Int32) throws(LuaFailure) {
    if status != Int32(KL_OK) { throw failure(status) }
  }

  /// Why the last call failed.
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
  /// The text of borrowed bytes, ill-formed UTF-8 repaired: it is for people to read.
  init(bytes: UnsafePointer<CChar>?, count: Int) {
    guard let bytes, count > 0 else {
      self = ""
      return
    }
    let raw = UnsafeRawBufferPointer(start: bytes, count: count)
    self = String(decoding: raw, as: UTF8.self)
  }
}

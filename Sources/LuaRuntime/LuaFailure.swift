/// Why a run of Lua failed.
public struct LuaFailure: Error {
  /// The kinds of failure.
  public enum Kind: String, Sendable {
    /// The chunk does not compile.
    case syntax
    /// A Lua error, or an error of a host function, that the plugin did not catch.
    case runtime
    /// The run was stopped because the instruction budget was used up.
    case instructions
    /// The run was stopped because the memory limit was reached.
    case memory
    /// The run was stopped because the processor time was used up.
    case time
    /// The result is not allowed, or the function changed a variable outside itself.
    case contract
  }

  /// The kind of failure.
  public let kind: Kind
  /// The message of the Lua error, which the plugin may have forged; empty if the run was stopped.
  public let message: String
  /// The chunk name of the plugin's file, or nil if no line of the plugin is known.
  public let file: String?
  /// The 1-based line in the file, or nil if unknown.
  public let line: Int?
  /// Lua's traceback, or an empty text if there is none.
  public let traceback: String
  /// The error of a host function that ended the run, or nil if something else did.
  public let hostError: (any Error)?

  /// Creates a failure.
  public init(
    kind: Kind, message: String = "", file: String? = nil, line: Int? = nil, traceback: String = "",
    hostError: (any Error)? = nil
  ) {
    self.kind = kind
    self.message = message
    self.file = file
    self.line = line
    self.traceback = traceback
    self.hostError = hostError
  }

  /// Whether a limit stopped the run.
  public var isStop: Bool { kind == .instructions || kind == .memory || kind == .time }
}

/// A line in a plugin's Lua.
public struct LuaLocation: Sendable, Hashable {
  /// The chunk's name, such as `jili-2024/program.lua`, or an empty text if unknown.
  public let file: String
  /// The 1-based line, or 0 if unknown.
  public let line: Int

  /// Creates a location from a chunk's name and a line.
  public init(file: String, line: Int) {
    self.file = file
    self.line = line
  }
}

/// Why a run of Lua failed.
public struct LuaFailure: Error {
  public enum Kind: String, Sendable {
    /// A chunk that does not compile.
    case syntax
    /// A Lua error, or an error of a host function that Lua did not catch.
    case runtime
    /// Stopped: the instruction budget was used up.
    case instructions
    /// Stopped: the memory limit was reached.
    case memory
    /// Stopped: the wall clock limit passed.
    case time
    /// What came back, or was kept between calls, is not allowed.
    case contract
  }

  public let kind: Kind
  /// What Lua says, without trust: it may be forged by the plugin. Empty where the run was stopped.
  public let message: String
  /// The plugin's file, as its chunk is named; nil where no line of the plugin is known.
  public let file: String?
  /// The line in the file, from 1.
  public let line: Int?
  public let traceback: String
  /// The error that a host function threw, where that is what ended the run.
  public let hostError: (any Error)?

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

  /// Whether the state was stopped by a limit, after which it must be thrown away.
  public var isStop: Bool { kind == .instructions || kind == .memory || kind == .time }
}

/// A place in a plugin's Lua.
public struct LuaLocation: Sendable, Hashable {
  /// The chunk's name, such as `jili-2024/program.lua`; empty where unknown.
  public let file: String
  /// From 1; 0 where unknown.
  public let line: Int

  public init(file: String, line: Int) {
    self.file = file
    self.line = line
  }
}

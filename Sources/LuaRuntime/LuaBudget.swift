import CLuaShim

/// The limits of one run of Lua.
public struct LuaBudget: Sendable, Equatable {
  /// Virtual machine instructions, counted in steps of at most 1000.
  ///
  /// The count does not depend on the machine.
  public var instructions: Int64
  /// The processor time of the thread in seconds.
  ///
  /// A last resort, far above what the instructions allow, so that a busy machine changes no result.
  public var seconds: Double

  /// Creates a budget of instructions and seconds.
  public init(instructions: Int64, seconds: Double) {
    self.instructions = instructions
    self.seconds = seconds
  }
}

/// The error of a host function whose run was stopped; Lua cannot catch it.
public struct LuaStop: Error {
  /// Creates the error.
  public init() {}
}

import CLuaShim

/// The limits of one run of Lua.
public struct LuaBudget: Sendable, Equatable {
  /// Virtual machine instructions, counted in steps of at most 1000.
  ///
  /// The count does not depend on the machine.
  public var instructions: Int64
  /// Elapsed time in seconds: a last resort, because it depends on the machine.
  public var seconds: Double

  /// Creates a budget of instructions and seconds.
  public init(instructions: Int64, seconds: Double) {
    self.instructions = instructions
    self.seconds = seconds
  }

  var raw: kl_budget { kl_budget(instructions: instructions, deadline: LuaInstant.now.seconds + seconds) }
}

/// A time on the monotonic clock, such as a deadline that several runs share.
public struct LuaInstant: Sendable, Comparable {
  let seconds: Double

  /// The current time.
  public static var now: LuaInstant { LuaInstant(seconds: kl_now()) }

  /// Whether the left time is earlier than the right one.
  public static func < (left: Self, right: Self) -> Bool { left.seconds < right.seconds }

  /// Returns the time that is a number of seconds later.
  public func advanced(by seconds: Double) -> LuaInstant { LuaInstant(seconds: self.seconds + seconds) }
}

/// The error of a host function whose run was stopped; Lua cannot catch it.
public struct LuaStop: Error {}

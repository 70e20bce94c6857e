import CLuaShim

/// What one run of Lua may use.
public struct LuaBudget: Sendable, Equatable {
  /// Virtual machine instructions; deterministic, counted in steps of 1000.
  public var instructions: Int64
  /// Wall clock time in seconds: the backstop.
  public var seconds: Double

  public init(instructions: Int64, seconds: Double) {
    self.instructions = instructions
    self.seconds = seconds
  }

  var raw: kl_budget { kl_budget(instructions: instructions, deadline: LuaInstant.now.seconds + seconds) }
}

/// A moment of the clock that time limits are measured by: several runs may have one deadline.
public struct LuaInstant: Sendable, Comparable {
  let seconds: Double

  public static var now: LuaInstant { LuaInstant(seconds: kl_now()) }

  public static func < (left: Self, right: Self) -> Bool { left.seconds < right.seconds }

  public func advanced(by seconds: Double) -> LuaInstant { LuaInstant(seconds: self.seconds + seconds) }
}

import KepingCore
import LuaRuntime

/// What a plugin may use, when it is loaded and for each application.
public struct Limits: Sendable, Equatable {
  /// Lua instructions while a plugin loads.
  public var loadInstructions: Int = 20_000_000
  /// Seconds while a plugin loads.
  public var loadSeconds: Double = 5
  /// Lua instructions for one application.
  public var instructions: Int = 1_000_000
  /// Seconds for one application: the backstop, since it depends on the machine.
  public var seconds: Double = 2
  /// Bytes that a plugin's Lua state may hold.
  public var memory: Int = 64 << 20
  /// How often in a row a plugin may exceed a limit, before it is set aside for the rest of the batch.
  public var killsInARow: Int = 5

  public init() {}

  package var load: LuaBudget { LuaBudget(instructions: Int64(loadInstructions), seconds: loadSeconds) }
}

import KepingCore
import LuaRuntime

/// The limits of a plugin while it loads and for each application.
public struct Limits: Sendable, Equatable {
  /// The Lua instructions that a plugin may use while it loads.
  public var loadInstructions: Int = 20_000_000
  /// The seconds of processor time that a plugin may take to load.
  public var loadSeconds: Double = 30
  /// The Lua instructions that a plugin may use for one application.
  public var instructions: Int = 1_000_000
  /// The seconds of processor time that a plugin may take for one application.
  ///
  /// A last resort, far above what the instructions allow, because it depends on the machine; other processes do not count.
  public var seconds: Double = 10
  /// The bytes that a plugin's Lua state may use.
  public var memory: Int = 64 << 20
  /// The number of applications in a row, each stopped by a limit, after which the plugin is skipped in the batch.
  public var killsInARow: Int = 5

  /// Creates the default limits.
  public init() {}

  /// The budget for loading a plugin.
  package var load: LuaBudget { LuaBudget(instructions: Int64(loadInstructions), seconds: loadSeconds) }
}

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
  /// The fields of a plugin's applications, including the host's; the counts of a tally are fields, too.
  public var fields: Int = 2000
  /// The values of all choices that a plugin declares, counted for each field that has them.
  public var choices: Int = 5000
  /// The quantities, checks, clauses and other nodes that a plugin makes while it loads.
  public var nodes: Int = 100_000
  /// The bytes of the texts that a plugin passes to the vocabulary: labels, quotes, choices and others.
  public var texts: Int = 4 << 20
  /// The bytes that the host may need for what a plugin makes while it loads, by an estimate that counts each item.
  public var hostMemory: Int = 64 << 20

  /// The bytes that an isolated process may use in all, for the programs of one thread.
  public var isolateMemory: Int = 1 << 30

  /// Creates the default limits.
  public init() {}

  /// The budget for loading a plugin.
  package var load: LuaBudget { LuaBudget(instructions: Int64(loadInstructions), seconds: loadSeconds) }
}

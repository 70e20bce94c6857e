import KepingCore

/// What a plugin's tests notice of small changes to its program.
public struct MutationReport: Sendable {
  /// A change that no case notices.
  public struct Survivor: Sendable {
    public let clause: String
    public let change: Wording
    /// Where the part that is changed is written.
    public let location: SourceLocation
    /// Why nothing can notice it; nil where nobody says so.
    public let reason: String?
  }

  /// How many changes were tried.
  public internal(set) var count = 0
  /// How many of them a case noticed.
  public internal(set) var killed = 0
  /// Those that no case noticed, and nobody accounts for.
  public internal(set) var survivors: [Survivor] = []
  /// Those that are declared to change nothing.
  public internal(set) var equivalents: [Survivor] = []
  /// Declarations that do not hold.
  public internal(set) var faults: [Diagnostic] = []
}

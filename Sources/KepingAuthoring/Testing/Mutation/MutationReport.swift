import KepingCore

/// The result of mutation testing: which small changes of a program its tests notice.
public struct MutationReport: Sendable {
  /// A change that no case notices, which shows a part of the program that the tests do not check.
  public struct Survivor: Sendable {
    /// The id of the changed clause or criterion.
    public let clause: String
    /// The description of the change.
    public let change: Wording
    /// The location of the changed part in the plugin.
    public let location: SourceLocation
    /// The declared reason why no case can notice the change, or nil if none is declared.
    public let reason: String?
  }

  /// The number of changes that were tried.
  public internal(set) var count = 0
  /// The number of changes that a case noticed.
  public internal(set) var killed = 0
  /// The changes that no case noticed and that are not declared equivalent.
  public internal(set) var survivors: [Survivor] = []
  /// The unnoticed changes that are declared equivalent.
  public internal(set) var equivalents: [Survivor] = []
  /// The faults of changes that are declared equivalent although a case notices them or they do not exist.
  public internal(set) var faults: [Diagnostic] = []
}

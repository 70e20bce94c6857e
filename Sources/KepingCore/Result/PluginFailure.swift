/// The details of a plugin's failure, for its author and for an administrator.
public struct PluginFailure: Sendable, Equatable {
  /// The phase in which the plugin failed.
  public enum Phase: String, Sendable {
    /// The plugin failed while it was loaded: none of its applications can be evaluated.
    case load
    /// The plugin failed while it evaluated one application.
    case evaluate
    /// The plugin was not called, because it had exceeded a limit for too many applications in a row.
    case skipped
  }

  /// The cause of the failure.
  public enum Kind: String, Sendable {
    /// The plugin is invalid: its syntax, its use of the vocabulary, or its files.
    case load
    /// A Lua error occurred.
    case runtime
    /// The plugin was stopped because it used up its instructions.
    case instructions
    /// The plugin was stopped because it used up its memory.
    case memory
    /// The plugin was stopped because it exceeded the time limit.
    case time
    /// A function returned or changed something that it must not.
    case contract
    /// The isolated process in which the plugin ran has ended.
    case crash

    /// Whether a limit stopped the plugin.
    public var isStop: Bool { self == .instructions || self == .memory || self == .time }

    /// Whether the plugin is set aside after several failures of this kind in a row, because each of them costs much.
    public var isCostly: Bool { isStop || self == .crash }
  }

  /// The limits of the plugin, and what it used.
  public struct Budget: Sendable, Equatable {
    /// The maximum number of Lua instructions.
    public let instructions: Int
    /// The number of Lua instructions used until the failure.
    ///
    /// It is nil if the time limit stopped the plugin, because the number would differ each time, and after a crash.
    public let spent: Int?
    /// The memory limit in bytes.
    public let memory: Int
    /// The time limit in seconds of the thread's processor time.
    public let seconds: Double

    /// Creates a budget.
    public init(instructions: Int, spent: Int?, memory: Int, seconds: Double) {
      self.instructions = instructions
      self.spent = spent
      self.memory = memory
      self.seconds = seconds
    }
  }

  /// The id and version of the program.
  public let plugin: ProgramReference
  /// The phase in which the plugin failed.
  public let phase: Phase
  /// The cause of the failure.
  public let kind: Kind
  /// The limits of the plugin, and what it used.
  public let budget: Budget

  /// Creates the details of a failure.
  public init(plugin: ProgramReference, phase: Phase, kind: Kind, budget: Budget) {
    self.plugin = plugin
    self.phase = phase
    self.kind = kind
    self.budget = budget
  }
}

/// How a plugin failed: what its author needs to find the place, and an administrator to decide.
public struct PluginFailure: Sendable, Equatable {
  /// When it happened.
  public enum Phase: String, Sendable {
    /// While the plugin was loaded: none of its applications can be evaluated.
    case load
    /// While one application was evaluated.
    case evaluate
    /// Not at all: the plugin had been set aside before, for exceeding its limits again and again.
    case skipped
  }

  public enum Kind: String, Sendable {
    /// The plugin is not what a plugin should be: its syntax, its vocabulary, its files.
    case load
    /// A Lua error.
    case runtime
    /// Stopped: the instructions were used up.
    case instructions
    /// Stopped: the memory was used up.
    case memory
    /// Stopped: the time was over.
    case time
    /// A function gave back, or changed, what it may not.
    case contract

    /// Whether a limit stopped the plugin.
    public var isStop: Bool { self == .instructions || self == .memory || self == .time }
  }

  /// What the plugin was allowed, and used.
  public struct Budget: Sendable, Equatable {
    /// Lua instructions.
    public let instructions: Int
    /// The instructions used until it failed, as they are counted; nil where the clock decided, since it differs each time.
    public let spent: Int?
    /// Bytes.
    public let memory: Int
    public let seconds: Double

    public init(instructions: Int, spent: Int?, memory: Int, seconds: Double) {
      self.instructions = instructions
      self.spent = spent
      self.memory = memory
      self.seconds = seconds
    }
  }

  public let plugin: ProgramReference
  public let phase: Phase
  public let kind: Kind
  public let budget: Budget

  public init(plugin: ProgramReference, phase: Phase, kind: Kind, budget: Budget) {
    self.plugin = plugin
    self.phase = phase
    self.kind = kind
    self.budget = budget
  }
}

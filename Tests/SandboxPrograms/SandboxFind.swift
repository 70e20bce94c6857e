/// A promise of the sandbox that a program broke.
public struct SandboxFind: Codable, Sendable, Equatable {
  /// The promises, each with the name of its finds.
  public enum Class: String, Codable, Sendable, CaseIterable {
    /// The process ended with a signal, an abort or a report of a sanitizer.
    case signal
    /// The process used up its processor time.
    case processor
    /// The process was still there after many minutes.
    case hang
    /// The process used more memory than the limits explain.
    case memory
    /// An application, or loading, took much more processor time than its instructions explain.
    case slow
    /// A time limit was reached, although it is far above the other limits.
    case time
    /// The result of an application depends on those before it.
    case order
    /// The instructions of an application depend on those before it.
    case spent
    /// The result or the instructions of an application depend on the Lua state, each of which has its own hash seed.
    case state
    /// As `state`, but a memory limit was reached in one of them, which is so close to the limit that the hash seed decides.
    case memoryLimit = "memory-limit"
    /// The result of an application depends on the process.
    case process
    /// The command's line for an application differs from the result as a value.
    case line
    /// A message shows an address, a path of the host, a line of the sandbox or a control character.
    case message
    /// A shipped program had another result beside the plugin.
    case disturbed
  }

  /// The promise that was broken.
  public let kind: Class
  /// What was observed.
  public let detail: String

  /// Creates a find.
  public init(_ kind: Class, _ detail: String) {
    self.kind = kind
    self.detail = detail
  }
}

/// What a trial of a program observed.
public struct SandboxReport: Codable, Sendable, Equatable {
  /// The kind of failure that kept the program from loading, or nil if it loaded.
  public internal(set) var loadFailure: String?
  /// The number of applications that were evaluated, by kind of failure; `well` if none failed.
  public internal(set) var ends: [String: Int] = [:]
  /// The result of each application in the order given, with the instructions that it took.
  public internal(set) var answers: [SandboxAnswer] = []
  /// The promises that were broken.
  public var finds: [SandboxFind] = []
}

/// The result of one application.
public struct SandboxAnswer: Codable, Sendable, Equatable {
  /// The result as a line of JSON.
  public let line: String
  /// The instructions that its functions took, or nil if the program did not load.
  public let spent: Int?
  /// The kind of failure; `well` if there is none.
  public let end: String
}

import KepingCore

/// The result of one test.
public struct TestResult: Sendable {
  /// The name of the test; for a case of a clause, the clause and the expected outcome.
  public let name: String
  /// The path of the file, as the user would write it, and the line of the test.
  public let location: SourceLocation
  /// The 1-based column of the test in characters, or nil for a Lua test.
  public let column: Int?
  /// The differences from the expectations; empty if the test passed.
  public let differences: [Wording]
  /// The changes from the base to the application, such as `expected.ip = {"invention":{"filed":1}}`.
  public let changes: [String]
  /// The outcomes that the test expected and got, by clause id.
  public let seen: [String: Outcome]

  /// Whether the test passed.
  public var isPassed: Bool { differences.isEmpty }

  init(
    name: String, location: SourceLocation, column: Int? = nil, differences: [Wording], changes: [String] = [],
    seen: [String: Outcome] = [:]
  ) {
    self.name = name
    self.location = location
    self.column = column
    self.differences = differences
    self.changes = changes
    self.seen = seen
  }
}

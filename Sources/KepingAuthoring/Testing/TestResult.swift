import KepingCore

/// What became of one test.
public struct TestResult: Sendable {
  public let name: String
  /// The file, as the user would name it, and the line of the test in it.
  public let location: SourceLocation
  /// In characters, from 1; nil for a Lua test.
  public let column: Int?
  /// What was not as expected; empty where the test passed.
  public let differences: [Wording]
  /// How the application differs from its base: `expected.ip = {"invention":{"filed":1}}`.
  public let changes: [String]
  /// The outcomes that the test asked for and got, by clause.
  public let seen: [String: Outcome]

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

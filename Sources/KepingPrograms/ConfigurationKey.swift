/// A key of the configuration: a clause, a criterion or a project type.
///
/// `bounds: { jili-2025: { 4.1/condition/1: 80万元 } }` has a key of the program jili-2025; without it, the key belongs to the
/// only enabled program that has the clause.
public struct ConfigurationKey: Sendable, Hashable, CustomStringConvertible {
  /// The id of the program that the configuration names; nil if it names none.
  public let program: String?
  /// The id of the clause, criterion or project type, such as `4.1/condition/1`.
  public let id: String

  /// Creates a key.
  public init(program: String? = nil, id: String) {
    self.program = program
    self.id = id
  }

  /// Parses a key of `--set`: an id, or a program and an id as in `jili-2025:4.1/condition/1`.
  init(assigned text: String) {
    let parts = text.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
    self = parts.count == 2 ? Self(program: parts[0], id: parts[1]) : Self(id: text)
  }

  /// The key as `--set` takes it.
  public var description: String { program.map { "\($0):\(id)" } ?? id }
}

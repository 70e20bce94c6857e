/// A random plugin program, for tests that hold the sandbox to its promises.
///
/// The same seed gives the same program on every machine. Most programs load, and define functions that run for applications
/// and that recurse, loop, fail, keep state or use up a limit.
public struct SandboxProgram: Sendable, Equatable {
  /// The text of `program.lua`.
  public let source: String
  /// The text of `parts.lua`, which the program may require.
  public let parts: String

  /// The line between the two texts in a file.
  private static let separator = "\n--@ parts.lua\n"

  /// Generates the program of a seed.
  public init(seed: UInt64) {
    var generator = ProgramGenerator(seed: seed)
    source = generator.program()
    var other = ProgramGenerator(seed: seed ^ 0x5EED)
    parts = other.module()
  }

  /// Reads a program from the text of a file.
  public init(text: String) {
    let halves = text.split(separator: Self.separator, maxSplits: 1, omittingEmptySubsequences: false)
    source = String(halves[0])
    parts = halves.count > 1 ? String(halves[1]) : "return {}\n"
  }

  /// The program as the text of a file.
  public var text: String { source.contains("parts") ? source + Self.separator + parts : source }
}

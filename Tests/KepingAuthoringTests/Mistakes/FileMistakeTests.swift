import KepingCore
import Testing

@Suite("An author's mistake in a file is told where it is, with what to do")
struct FileMistakeTests {
  @Test("The invented program has no mistake", arguments: [Mistake.Route.check, .tests, .configuration])
  func none(_ route: Mistake.Route) throws {
    #expect(try MistakeWorkspace().findings(by: route).map { $0.text(.english) } == [])
  }

  @Test("A mistake is the only error, with its place, code and advice", arguments: manifest)
  func mistakes(_ mistake: Mistake) throws { try mistake.expectError() }

  /// Mistakes in `plugin.yaml`.
  static let manifest = [
    Mistake(
      "an unknown key", in: "plugin.yaml", .replace("version:", by: "verison:"), at: "plugin.yaml:3:1", code: "unknown-key",
      "是否应为“version”", "did you mean 'version'")
  ]
}

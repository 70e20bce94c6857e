import KepingCore
import Testing

@Suite("An author's mistake in a file is told where it is, with what to do")
struct FileMistakeTests {
  @Test("The invented program has no mistake", arguments: [Mistake.Route.check, .tests, .configuration])
  func none(_ route: Mistake.Route) throws {
    #expect(try MistakeWorkspace().findings(by: route).map { $0.text(.english) } == [])
  }

  @Test(
    "A mistake is the only error, with its place, code and advice",
    arguments: manifest + encodings + examples + cases + configuration)
  func mistakes(_ mistake: Mistake) throws { try mistake.expectError() }

  @Test("A byte order mark is accepted in every file", arguments: InventedProgram.files.keys.sorted())
  func byteOrderMark(_ file: String) throws {
    let marked = Mistake("", in: file, .convert { Self.mark + $0 }, at: "", code: "", "", "")
    for route in [Mistake.Route.check, .tests, .configuration] {
      #expect(try MistakeWorkspace(marked).findings(by: route).map { $0.text(.english) } == [])
    }
  }
}

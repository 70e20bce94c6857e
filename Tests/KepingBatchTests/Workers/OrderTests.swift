import BatchFixtures
import KepingCore
import KepingFiles
import Testing
import WorkbookFixtures

@testable import KepingBatch

@Suite("Duplicate ids and quarantine do not depend on the number of workers")
struct OrderTests {
  @Test("The first of several applications with the same id is evaluated", arguments: BatchSetup.all)
  func duplicates(_ setup: BatchSetup) throws {
    // Ids repeat in the next record, within a chunk, and in later chunks. A record that is refused for another reason does not count.
    let ids = (0..<120).map { ["A\($0)", "A\($0 / 2)", "A\($0 % 7)", "A\($0 * 5 % 60)"][$0 % 4] }
    var seen: Set<String> = []
    var input = ""
    var expected: [String] = []
    for (number, id) in ids.enumerated() {
      if number % 10 == 3 {
        input += "{\"id\":\"\(id)\",\"year\":2024}\n"
        expected.append("\(id) invalid-record")
      } else {
        input += application(id) + "\n"
        expected.append("\(id) \(seen.insert(id).inserted ? "ok" : "duplicate-id")")
      }
    }
    #expect(expected.contains { $0.hasSuffix("duplicate-id") } && expected.contains { $0.hasSuffix("ok") })
    #expect(try setup.results(Bytes(input.utf8), by: outline) == expected)
    #expect(try setup.lines(Bytes(input.utf8)) == BatchSetup().lines(Bytes(input.utf8)))
  }

  /// Returns an application for the first or second looping plugin, by the digit of its kind; it loops if the kind ends with `-`,
  /// as in `1-`, and is evaluated if the kind ends with `+`.
  static func looping(_ id: String, _ kind: String) -> String {
    application(id, more: ",\"expected\":{\"sites\":\(kind.hasSuffix("-") ? 7 : 1)}")
      .replacing("\"4.1\"", with: "\"\(kind.prefix(1)).1\"")
  }

  /// Returns the expected results of applications, decided in the order of the input, and the plugins that are set aside.
  static func expected(_ all: [(id: String, kind: String)], limit: Int) -> (results: [String], setAside: [String]) {
    var seen: Set<String> = []
    var kills: [Character: Int] = [:]
    var setAside: [Character] = []
    let results = all.map { id, kind in
      let plugin = kind.first ?? "1"
      guard seen.insert(id).inserted else { return "\(id) duplicate-id" }
      if setAside.contains(plugin) { return "\(id) plugin-limit skipped" }
      guard kind.hasSuffix("-") else {
        kills[plugin] = 0
        return "\(id) ok"
      }
      kills[plugin, default: 0] += 1
      if kills[plugin] == limit { setAside.append(plugin) }
      return "\(id) plugin-limit evaluate"
    }
    return (results, setAside.map { $0 == "1" ? "first" : "second" })
  }

  @Test(
    "A plugin is set aside at the same application for any number of workers, and reported once",
    arguments: [
      // A successful application resets the count; exceeded limits of another plugin do not count.
      ["1-", "1-", "1+", "1-", "2+", "1-", "2-", "1-", "1+", "2+", "1+"],
      ["2-", "1-", "2-", "1-", "2-", "1-", "1+", "2+", "1-", "2-"], ["1-", "1-", "1-", "1-", "1-", "1+", "1+"],
      ["1+", "1+", "2+"], ["1-", "1-"],
    ])
  func setAside(_ pattern: [String]) throws {
    let plugins = try LoopingPlugins()
    // After every third application comes a duplicate id, which must not count as an exceeded limit.
    var all: [(id: String, kind: String)] = []
    for round in 0..<3 {
      for (number, kind) in ((round == 0 ? Array(repeating: "1+", count: 6) : []) + pattern).enumerated() {
        all.append(("R\(round)-\(number)", kind))
        if number % 3 == 2, let first = all.first(where: { $0.kind.hasSuffix("-") }) { all.append((first.id, "1-")) }
      }
    }
    let expected = Self.expected(all, limit: 3)
    let input = Bytes(all.map { Self.looping($0.id, $0.kind) + "\n" }.joined().utf8)
    let file = try TemporaryFile(input)
    var first: [String]?
    for (jobs, chunk) in [(1, 2000), (2, 500), (3, 900), (8, 250), (2, 100_000)] {
      let (programs, faults) = try plugins.programs(killsInARow: 3)
      #expect(faults == [])
      let batch = BatchSetup(jobs: jobs, chunk: chunk).batch(programs)
      var found: [String] = []
      var lines: [String] = []
      try batch.assess(try ByteSource(file.path)) { assessment throws(Diagnostic) in
        found.append(outline(assessment) + (assessment.failure?.plugin.map { " \($0.phase.rawValue)" } ?? ""))
        lines.append(assessment.json.text)
      }
      #expect(found == expected.results, "\(jobs) jobs, chunks of \(chunk)")
      #expect(lines == first ?? lines)
      #expect(try resultLines(of: file.path.string, by: BatchSetup(jobs: jobs, chunk: chunk).batch(programs), programs) == lines)
      first = lines
      #expect(batch.setAside.map(\.code) == expected.setAside.map { _ in "plugin-set-aside" })
      for (notice, plugin) in zip(batch.setAside, expected.setAside) { #expect(notice.path.hasSuffix(plugin)) }
      try expectStillSetAside(batch, expected.setAside)
    }
  }

  /// Expects that plugins stay set aside for the next input of the batch.
  private func expectStillSetAside(_ batch: Batch, _ setAside: [String]) throws {
    let file = try TemporaryFile(Bytes((Self.looping("N1", "1+") + "\n" + Self.looping("N2", "2+")).utf8))
    var codes: [String] = []
    try batch.assess(try ByteSource(file.path)) { assessment throws(Diagnostic) in codes.append(outline(assessment)) }
    let expected = [("N1", "first"), ("N2", "second")].map { "\($0) \(setAside.contains($1) ? "plugin-limit" : "ok")" }
    #expect(codes == expected)
    #expect(batch.setAside.count == setAside.count)
  }
}

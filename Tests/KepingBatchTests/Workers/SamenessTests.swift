import BatchFixtures
import KepingCore
import Testing

@testable import KepingBatch

@Suite("Results are the same bytes for any number of workers and any chunk size")
struct SamenessTests {
  static let all = applications
  static let allLines = all.joined(separator: "\n") + "\n"

  @Test(
    "The same applications have the same results in any form of JSON",
    arguments: [
      ("lines", allLines), ("no last line end", String(allLines.dropLast())), ("CRLF", allLines.replacing("\n", with: "\r\n")),
      ("a mark and blank lines", "\u{FEFF}\n" + allLines.replacing("\n", with: "\n \t\n\r\n\n") + "  "),
      ("an array", "[\(all.joined(separator: ","))]"), ("an array over lines", "\n[\n\(all.joined(separator: "\n,\n"))\n]\n"),
      ("an array and lines", "[\(all[..<15].joined(separator: ", "))]\n\(all[15...].joined(separator: "\n"))"),
    ])
  func forms(_ name: String, _ text: String) throws {
    let expected = try BatchSetup().lines(Bytes(Self.allLines.utf8))
    #expect(expected.split(separator: "\n").count == Self.all.count)
    for setup in BatchSetup.all { #expect(try setup.lines(Bytes(text.utf8)) == expected, "\(setup.testDescription)") }
  }

  @Test("An object over many lines is one application", arguments: BatchSetup.all)
  func oneObject(_ setup: BatchSetup) throws {
    let wide = Self.all[30].replacing(",\"", with: ",\n\"").replacing("{\"id", with: "{\n\"id")
    #expect(try setup.lines(Bytes(wide.utf8)) == BatchSetup().lines(Bytes(Self.all[30].utf8)))
  }

  @Test("Only the requested verdicts are written", arguments: BatchSetup.all)
  func only(_ setup: BatchSetup) throws {
    let input = Bytes((Self.allLines + "nonsense\n").utf8)
    let whole = try BatchSetup().lines(input).split(separator: "\n")
    for verdict in Verdict.allCases {
      let wanted = whole.filter { $0.contains("\"verdict\":\"\(verdict.rawValue)\"") }
      #expect(try setup.lines(input, of: [verdict]).split(separator: "\n") == wanted)
    }
  }

  @Test("An error is reported with line and column in any chunk", arguments: BatchSetup.all)
  func positions(_ setup: BatchSetup) throws {
    var setup = setup
    setup.maximumRecord = 3000
    var lines = Self.all
    let long = application("L", more: ",\"abstract\":\"\(String(repeating: "长", count: 4000))\"")
    let faults = [(3, "{\"题目\": 虚}"), (12, "nonsense"), (13, long), (14, "  \t[1"), (33, "{\"id\":\"X\"} x"), (39, "{\"id\":")]
    for (line, text) in faults { lines[line] = text }
    let found = try setup.results(Bytes(lines.joined(separator: "\n").utf8)) { assessment in
      assessment.failure.map { "\($0.line ?? 0):\($0.column ?? 0) \($0.code.rawValue)" } ?? ""
    }
    #expect(found.count == Self.all.count)
    let expected = [
      "4:8 invalid-json", "13:1 invalid-json", "14:1 invalid-record", "15:6 invalid-json", "34:12 invalid-json",
      "40:7 invalid-json",
    ]
    #expect(found.filter { !$0.isEmpty } == expected)
  }

  @Test(
    "An error on the line where an array ends, or after white space, has the right column", arguments: BatchSetup.all)
  func columns(_ setup: BatchSetup) throws {
    for (text, expected) in [("[{}] x", "1:6"), (" \n  {\"a\": x}", "2:9"), ("[{},\n{}]}\n", "2:4"), ("[{},", "1:5")] {
      let last = try setup.results(Bytes(text.utf8)) { "\($0.failure?.line ?? 0):\($0.failure?.column ?? 0)" }.last
      #expect(last == expected, "\(text)")
    }
  }

  @Test("Broken elements of an array are reported, and the elements after them are evaluated", arguments: BatchSetup.all)
  func brokenElements(_ setup: BatchSetup) throws {
    var elements = Self.all
    for index in [5, 6, 21, 38] { elements[index] = "{\"id\":}" }
    let found = try setup.results(Bytes("[\(elements.joined(separator: ",\n"))".utf8), by: outline)
    let expected = Self.all.indices.map { [5, 6, 21, 38].contains($0) ? "- invalid-json" : "R\($0) ok" }
    #expect(found == expected + ["- invalid-json"])
  }

  @Test("An element above the maximum size ends its array", arguments: BatchSetup.all)
  func largeElement(_ setup: BatchSetup) throws {
    var setup = setup
    setup.maximumRecord = 8000
    let large = application("L", more: ",\"abstract\":\"\(String(repeating: "长", count: 50_000))\"")
    let input = Bytes("[\(Self.all[..<10].joined(separator: ",")),\(large),\(Self.all[10])]".utf8)
    #expect(try setup.results(input, by: outline) == (0..<10).map { "R\($0) ok" } + ["- invalid-record"])
  }
}

import BatchFixtures
import Foundation
import KepingCore
import Testing
import WorkbookFixtures

@testable import KepingBatch

@Suite("What is scanned is what would be parsed and bound")
struct ScanTests {
  /// The shipped examples, a JSON array each.
  static let examples: [String] = {
    let plugins = root.appendingPathComponent("Plugins")
    let files = FileManager.default.enumerator(at: plugins, includingPropertiesForKeys: nil)?.compactMap { $0 as? URL } ?? []
    return files.filter { $0.deletingLastPathComponent().lastPathComponent == "examples" && $0.pathExtension == "json" }
      .sorted { $0.path < $1.path }.compactMap { try? String(contentsOf: $0, encoding: .utf8) }
  }()

  @Test("The shipped examples are scanned, all of them")
  func scanned() throws {
    var evaluator = RecordEvaluator(try programs(allOn).programs.routes, maximumRecord: 1 << 20)
    var count = 0
    for example in Self.examples {
      let bytes = Bytes(example.utf8)
      var place = try #require(bytes.firstIndex(of: UInt8(ascii: "{")))
      while let behind = evaluator.scan(bytes, from: place, isLine: false) {
        count += 1
        guard let next = bytes[behind...].firstIndex(of: UInt8(ascii: "{")) else { break }
        place = next
      }
    }
    #expect(count == 52)
  }

  @Test(
    "An escaped key keeps a record from being scanned, and changes nothing of its result",
    arguments: [
      ("", ""), ("true", "false"), ("true", "null"), ("\"approved\"", "\"building\""), ("\"enterprise\"", "\"university\""),
      ("\"enterprise\"", "\"enterprize\""), ("000,", "000.5,"), ("000,", "000e1,"), ("000,", "00,"), (": 1", ": -1"),
      (": 1", ": 01"),
      (": 2", ": 9007199254740993"), (": 2", ": \"2\""), ("\"2023\"", "\"2O23\""), ("\"2023\"", "\"2022\""),
      ("（虚构）", "\\u007f\u{7f}"),
      ("（虚构）", "（A\u{10000}é虚构）"), ("公司", "公\\n司"), ("+08:00", "+25:00"), ("\"450", "\"45O"), ("[", "[ "), ("}", " }\t"),
      ("\"name\"", "\"nam\""), ("\"name\":", "\"name\":null,\"kind2\":"), ("\"budget\"", "\"Budget\""),
      ("\"expected\": {", "\"expected\": {\"x\":[{}],"),
    ])
  func escaped(_ part: String, _ other: String) throws {
    let programs = try programs(allOn).programs
    func lines(_ input: String) throws -> String {
      let file = try TemporaryFile(Bytes(input.utf8))
      func ignore(_ diagnostic: Diagnostic) {}
      var lines: Bytes = []
      let source = try Input(file.path.string, programs: programs)
      _ = try Batch(programs).evaluateLines(source, of: Set(Verdict.allCases), tell: ignore) { block throws(Diagnostic) in
        lines += block.lines
      }
      return lines.text
    }
    // All of them as one array.
    let elements = Self.examples.map { $0.trimmingCharacters(in: .whitespacesAndNewlines).dropFirst().dropLast() }
    let example = "[" + elements.joined(separator: ",") + "]"
    let changed = part.isEmpty ? example : example.replacing(part, with: other)
    let results = try lines(changed)
    #expect(try results == lines(changed.replacing("\"id\":", with: #""\u0069d":"#)))
    #expect(results.split(separator: "\n").count >= 52)
  }
}

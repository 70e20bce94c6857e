import BatchFixtures
import Foundation
import KepingCore
import KepingFiles
import KepingUnicode
import Testing
import WorkbookFixtures

@testable import KepingBatch

@Suite("Similar ids do not depend on the number of workers")
struct SimilarIDTests {
  /// Ids of which many are the same or similar, also far apart.
  static let ids = (0..<160).map { number in
    let forms = ["BS-\(number % 40)", "bs-\(number % 23)", "ＢＳ－\(number % 60)", " 百色\(number % 31)号 ", "百色 \(number % 17)号"]
    return number % 7 == 6 ? "OK-\(number)" : forms[number * number % 5]
  }

  /// Returns the expected outcome of each id in the order of the input.
  static func expected(_ ids: [String]) -> [String] {
    var seen: Set<Bytes> = []
    var forms: Set<Bytes> = []
    return ids.map { id in
      let trimmed = FoldedText.trim(Bytes(id.utf8)[...])
      guard seen.insert(Bytes(trimmed)).inserted else { return "\(id) duplicate-id" }
      return "\(id) ok\(forms.insert(FoldedText.fold(trimmed)).inserted ? "" : " similar-id")"
    }
  }

  static func outcome(_ assessment: Assessment) -> String {
    ([outline(assessment)] + assessment.problems.map(\.code.rawValue)).joined(separator: " ")
  }

  @Test("Each id is compared with all earlier ones, in this chunk and in others", arguments: BatchSetup.all)
  func order(_ setup: BatchSetup) throws {
    let input = Bytes(Self.ids.map { application($0) + "\n" }.joined().utf8)
    let expected = Self.expected(Self.ids)
    for end in ["ok", "similar-id", "duplicate-id"] { #expect(expected.contains { $0.hasSuffix(end) }) }
    #expect(try setup.results(input, by: Self.outcome) == expected)
    #expect(try setup.lines(input) == BatchSetup().lines(input))
  }

  @Test("An array with one element on each line gives the same results as lines", arguments: BatchSetup.all)
  func array(_ setup: BatchSetup) throws {
    let input = Bytes("[\(Self.ids.map { application($0) }.joined(separator: ",\n"))]".utf8)
    #expect(try setup.results(input, by: Self.outcome) == Self.expected(Self.ids))
    #expect(try setup.lines(input) == BatchSetup().lines(Bytes(Self.ids.map { application($0) + "\n" }.joined().utf8)))
  }

  @Test("The problem names the line of the first", arguments: BatchSetup.all)
  func line(_ setup: BatchSetup) throws {
    let filler = (0..<60).map { application("F\($0)") }
    let lines = [application("BS-1")] + filler + [application("bs-1")]
    let found = try setup.results(Bytes(lines.joined(separator: "\n").utf8)) { assessment in
      assessment.problems.map { "\($0.field) \($0.message)" }.joined()
    }
    #expect(Set(found.dropLast()) == [""])
    #expect(found.last == "id 申报编号“bs-1”与第1行的记录的编号只差全半角、大小写或空格，请核对是否同一份申报书")
  }

  @Test("A similar id makes a pass a supplement")
  func verdict() throws {
    let example = try String(contentsOf: root.appendingPathComponent("Plugins/jili-2024/examples/4.1.json"), encoding: .utf8)
    let programs = try programs(oneOn).programs
    let batch = Batch(programs)
    var verdicts: [Verdict] = []
    for text in [example, example.replacing("\"BS", with: "\"bs")] {
      let file = try TemporaryFile(Bytes(text.utf8))
      try batch.assess(try ByteSource(file.path)) { assessment throws(Diagnostic) in verdicts.append(assessment.verdict) }
    }
    let count = verdicts.count / 2
    #expect(verdicts.prefix(count).contains(.pass))
    #expect(verdicts.suffix(count) == verdicts.prefix(count).map { $0 == .pass ? .supplement : $0 }[...])
  }

  @Test("The id is written as it was given")
  func written() throws {
    let found = try BatchSetup().results(Bytes("\(application(" bs-1 "))\n".utf8)) { $0.id ?? "" }
    #expect(found == [" bs-1 "])
  }
}

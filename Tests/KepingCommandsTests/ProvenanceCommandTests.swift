import BatchFixtures
import Foundation
import Testing
import WorkbookFixtures

@Suite("The command states what its results are based on")
struct ProvenanceCommandTests {
  static func run(_ command: String) throws -> [String] {
    let file = try TemporaryFile(Array((application("A") + "\n" + application("B")).utf8))
    return try EvaluateTests.run(command, ["IN": file.path.string]).split(separator: "\n").map(String.init)
  }

  @Test(
    "With --provenance the last line has the hash of a file or of standard input, for any number of workers",
    arguments: ["$IN", "- < $IN", "$IN --only error", "- < $IN --format jsonl"], ["1", "3"])
  func lastLine(_ input: String, _ jobs: String) throws {
    let lines = try Self.run("keping evaluate --provenance --jobs \(jobs) \(input); sha256sum < $IN")
    let hash = try #require(lines.last?.prefix(64))
    let last = try #require(lines.dropLast().last)
    #expect(last.hasPrefix("{\"provenance\":{\"keping\":\"") && last.hasSuffix(",\"changes\":[]}}"))
    #expect(last.contains(",\"sha256\":\"\(hash)\"}],\"programs\":["))
    #expect(lines.count == (input.contains("--only") ? 2 : 4))
  }

  @Test("An assignment of --set is named, and a file that cannot be read has no hash")
  func changes() throws {
    let lines = try Self.run("keping evaluate --provenance --set 4.1/condition/1=90万元 nothing.json $IN")
    let last = try #require(lines.last)
    #expect(last.contains("\"inputs\":[{\"file\":\"nothing.json\",\"sha256\":null},{"))
    #expect(last.contains("\"key\":\"4.1/condition/1\","))
    #expect(last.hasSuffix("\"shipped\":\"100万元\",\"value\":\"90万元\"}]}}"))
  }

  @Test("Without the flag lines have results only", arguments: ["", "--format json", "--format csv"])
  func resultsOnly(_ options: String) throws {
    #expect(try Self.run("keping evaluate $IN \(options)").allSatisfy { !$0.contains("provenance") && !$0.contains("依据") })
  }

  @Test(
    "With another format than JSON Lines the flag is a wrong command line",
    arguments: ["json", "csv", "xlsx", "html", "table"])
  func refused(_ format: String) throws {
    #expect(try Self.run("keping evaluate --provenance --format \(format) $IN > /dev/null; echo $?").last == "64")
  }

  @Test("Markdown and the page have the hash without the flag", arguments: ["markdown", "html"])
  func forPeople(_ format: String) throws {
    let lines = try Self.run("keping evaluate --format \(format) $IN; sha256sum < $IN")
    let hash = try #require(lines.last?.prefix(64))
    #expect(lines.dropLast().contains { $0.contains("SHA-256 \(hash)") })
  }
}

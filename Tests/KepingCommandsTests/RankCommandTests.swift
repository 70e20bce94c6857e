import BatchFixtures
import Foundation
import Testing

@Suite("The command rank writes a list, or says why not", .serialized)
struct RankCommandTests {
  /// Runs a command in a folder with the shipped programs, the examples of 4.1 and files beside them.
  static func run(_ command: String) throws -> [String] {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent("keping-rank-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    for name in ["Plugins", "Config"] {
      try FileManager.default.createSymbolicLink(
        at: folder.appendingPathComponent(name), withDestinationURL: root.appendingPathComponent(name))
    }
    try FileManager.default.copyItem(
      at: root.appendingPathComponent("Plugins/jili-2024/examples/4.1.json"), to: folder.appendingPathComponent("a.json"))
    let config = """
      programs: { jili-2024: on }
      selection: { "4": { places: 1, score: { rules: 40, panel: 60 } } }
      """
    let files = [
      "keping.yaml": config, "good.csv": "申报编号,专家,评分\nBS2024-41-001,甲,80\n",
      "bad.csv": "申报编号,专家,评分\nBS2024-41-001,甲,101\nBS2024-41-009,乙,80\n", "broken.json": "{oops",
    ]
    for (name, text) in files { try text.write(to: folder.appendingPathComponent(name), atomically: true, encoding: .utf8) }
    let output = try EvaluateTests.run("cd \"$DIR\"; \(command); echo $?", ["DIR": folder.path])
    return output.split(separator: "\n").map(String.init)
  }

  static let rank = "keping rank a.json --config keping.yaml"

  @Test("Each application has a line, those with a rank first, and the groups follow")
  func list() throws {
    let lines = try Self.run("\(Self.rank) --panel good.csv --format jsonl --summary")
    let places = lines.compactMap { $0.firstMatch(of: /"place":"([a-z-]+)".*"id":"BS2024-41-(\d+)"/) }
    #expect(places.map { "\($0.2) \($0.1)" } == ["001 selected", "002 awaiting", "003 not-passed"], "\(lines)")
    #expect(lines[0].contains(#""rank":1"#) && lines[0].contains(#""panel":{"score":80,"experts":1,"recused":0,"trimmed":[]}"#))
    #expect(lines.contains { $0.hasPrefix(#"{"summary":{"group":"4","year":2024,"program":"jili-2024","places":1"#) })
    #expect(lines.last == "0")
  }

  @Test("A fault beside the applications is named with its cell, nothing is written, and the status is 2")
  func faulty() throws {
    let lines = try Self.run("\(Self.rank) --panel bad.csv -o list.xlsx; echo $?; ls list.xlsx 2>&1 | wc -l; ls list.xlsx")
    #expect(lines.contains { $0.hasPrefix("bad.csv:C2: error: ") }, "\(lines)")
    #expect(lines.contains { $0.hasPrefix("bad.csv:A3: error: there is no application with the id 'BS2024-41-009'") }, "\(lines)")
    #expect(lines.contains { $0.hasSuffix("[no-ranking]") } && lines.contains("2") && !lines.contains("list.xlsx"), "\(lines)")
  }

  @Test("A record that cannot be evaluated has its place, and the status is 1; an unreadable file gives 2 beside the others")
  func errors() throws {
    let lines = try Self.run("\(Self.rank) broken.json --format jsonl")
    #expect(lines.count { $0.contains(#""place":"not-evaluated""#) } == 1 && lines.last == "1", "\(lines)")
    let absent = try Self.run("\(Self.rank) absent.json --format jsonl")
    #expect(absent.count { $0.contains(#""place":"#) } == 3 && absent.last == "2", "\(absent)")
  }

  @Test("A list that is there is not replaced without being told to")
  func existing() throws {
    let lines = try Self.run("\(Self.rank) -o list.html; \(Self.rank) -o list.html; echo $?; \(Self.rank) -o list.html --force")
    #expect(lines.count { $0.hasSuffix("[output-exists]") } == 1 && lines.last == "0", "\(lines)")
  }
}

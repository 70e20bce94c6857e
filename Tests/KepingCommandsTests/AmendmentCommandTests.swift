import BatchFixtures
import Foundation
import Testing

@Suite("The command applies corrections and rulings")
struct AmendmentCommandTests {
  static let ruling =
    #"{"application":"A","clause":"4.1/condition/1","outcome":"met","reason":"核对了审计报告","by":"张三","#
    + #""on":"2024-05-06","confirmedBy":"李四"}"#

  /// Runs a command in a folder with an application of 4.1, a correction of it, a ruling and a faulty one.
  static func run(_ command: String) throws -> [String] {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent("keping-amendments-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    for name in ["Plugins", "Config"] {
      try FileManager.default.createSymbolicLink(
        at: folder.appendingPathComponent(name), withDestinationURL: root.appendingPathComponent(name))
    }
    let files = [
      "in.jsonl": application("A"), "corrections.jsonl": application("A", rd: 900_000) + "\n" + application("Z"),
      "rulings.jsonl": ruling,
      "faulty.jsonl": ruling + "\n" + ruling.replacing("\"A\"", with: "\"Q\"") + "\n{\"outcome\":\"met\"}",
    ]
    for (name, text) in files { try text.write(to: folder.appendingPathComponent(name), atomically: true, encoding: .utf8) }
    let output = try EvaluateTests.run("cd \"$DIR\"; \(command); echo $?", ["DIR": folder.path])
    return output.split(separator: "\n").map(String.init)
  }

  @Test("A correction and a ruling stand in the result; a correction without an original follows with status 1")
  func both() throws {
    let lines = try Self.run("keping evaluate in.jsonl --corrections corrections.jsonl --rulings rulings.jsonl")
    #expect(lines.count == 3 && lines.last == "1")
    #expect(
      lines[0].contains(
        #""verdict":"supplement","corrects":{"verdict":"fail","changed":["applicant.rdExpense.2023"],"#
          + #""unasked":["applicant.rdExpense.2023"]},"#
      ))
    #expect(
      lines[0].contains(
        #""ruling":{"from":"unmet","reason":"核对了审计报告","by":"张三","on":"2024-05-06","confirmedBy":"李四"}}"#))
    #expect(lines[1].contains(#""error":{"code":"no-original","message":"corrections.jsonl第2行："#))
  }

  @Test("With --without-rulings the results are the bare ones")
  func without() throws {
    let bare = try Self.run("keping evaluate in.jsonl")
    #expect(try Self.run("keping evaluate in.jsonl --rulings rulings.jsonl --without-rulings") == bare)
    #expect(try Self.run("keping evaluate in.jsonl --rulings rulings.jsonl") != bare)
  }

  @Test("A faulty row is named and left out, and the status is 2")
  func faulty() throws {
    let lines = try Self.run("keping evaluate in.jsonl --rulings faulty.jsonl")
    // The last row lacks the application, the clause, the reason, the person and the day.
    #expect(lines.last == "2" && lines.count { $0.hasPrefix("faulty.jsonl:3: error: ") } == 5, "\(lines)")
    #expect(lines.contains { $0.contains("\"ruling\":{\"from\":\"unmet\"") })
    #expect(lines.contains { $0.hasPrefix("faulty.jsonl:2: error: no application has the id 'Q'") })
    let table = try Self.run("keping evaluate in.jsonl --rulings faulty.jsonl --format table")
    #expect(table.contains("裁定：生效1，失效0，待复核0") && table.contains("  faulty.jsonl 2：没有编号为“Q”的申报书，请核对申报编号"))
    let missing = try Self.run("keping evaluate in.jsonl --rulings nothing.jsonl --corrections nowhere.jsonl")
    #expect(missing.count == 4 && missing.last == "2")
  }

  @Test("The provenance names the files with their hashes")
  func provenance() throws {
    let lines = try Self.run(
      """
      keping evaluate --provenance in.jsonl --rulings rulings.jsonl --corrections corrections.jsonl; \
      sha256sum in.jsonl corrections.jsonl rulings.jsonl
      """)
    let hashes = lines.suffix(4).prefix(3).map { $0.prefix(64) }
    let last = try #require(lines.dropLast(4).last)
    #expect(
      last.contains(
        """
        "inputs":[{"file":"in.jsonl","sha256":"\(hashes[0])"},{"file":"corrections.jsonl","sha256":"\(hashes[1])",\
        "kind":"corrections"},{"file":"rulings.jsonl","sha256":"\(hashes[2])","kind":"rulings"}]
        """))
  }

  @Test("explain shows both")
  func explain() throws {
    let lines = try Self.run("keping explain in.jsonl A --corrections corrections.jsonl --rulings rulings.jsonl")
    #expect(lines.contains("补　　正：补正前不通过；改动 applicant.rdExpense.2023"))
    #expect(lines.contains("    裁定（评审为不符合）：核对了审计报告（张三，李四复核，2024年5月6日）") && lines.last == "0")
  }

  @Test(
    "An output file that is also a file of corrections or rulings is a wrong command line",
    arguments: ["corrections", "rulings"])
  func output(_ kind: String) throws {
    #expect(try Self.run("keping evaluate in.jsonl --\(kind) \(kind).jsonl -o \(kind).jsonl --force").last == "64")
  }
}

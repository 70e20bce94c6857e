import Foundation
import KepingCore
import KepingFiles
import KepingPlugins
import PluginFixtures
import SystemPackage
import Testing

@testable import KepingAuthoring

@Suite("A new plugin works from the start")
struct ScaffoldTests {
  static func inFolder<Result>(_ body: (FilePath) throws -> Result) throws -> Result {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent("keping-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    return try body(FilePath(folder.path))
  }

  static func passed(_ plugin: FilePath) throws -> (passed: Int, all: Int) {
    let results = try ProgramTests(try PluginProgram(try Plugin(plugin))).run()
    return (results.count { $0.isPassed }, results.count)
  }

  @Test("A new plugin loads and passes its tests")
  func new() throws {
    try Self.inFolder { folder in
      try Scaffold.write(id: "demo-2026", year: 2026, plan: "demo", in: folder)
      let (passed, all) = try Self.passed(folder.appending("demo-2026"))
      #expect(passed == all && all > 0)
    }
  }

  @Test(
    "A copy of last year's plugin has its own id, year and version, and passes all of its tests",
    arguments: ["jianfeng-2024", "jili-2024", "zhuji-2024"])
  func fromLastYear(_ id: String) throws {
    try Self.inFolder { folder in
      let source = try Plugin(FilePath(root.appendingPathComponent("Plugins/\(id)").path))
      let new = id.replacing("2024", with: "2025")
      try Scaffold.write(id: new, year: 2025, from: source, in: folder)
      let manifest = try Plugin(folder.appending(new)).manifest
      #expect(manifest.reference == ProgramReference(id: new, version: "0.1.0") && manifest.year == 2025)
      #expect(manifest.plan == source.manifest.plan && manifest.settings == source.manifest.settings)
      let (passed, all) = try Self.passed(folder.appending(new))
      let before = try Self.passed(FilePath(source.path)).all
      #expect(passed == all && all == before)
    }
  }

  @Test("Windows line ends are kept, and a manifest that cannot be changed leaves no files behind")
  func unusualManifests() throws {
    try Self.inFolder { folder in
      try Scaffold.write(id: "demo", year: 2026, plan: "demo", in: folder)
      let file = folder.appending("demo/plugin.yaml").string
      let text = try String(contentsOfFile: file, encoding: .utf8)
      try text.replacing("\n", with: "\r\n").write(toFile: file, atomically: true, encoding: .utf8)
      try Scaffold.write(id: "next", year: 2027, from: try Plugin(folder.appending("demo")), in: folder)
      #expect(try Plugin(folder.appending("next")).manifest.year == 2027)
      #expect(try String(contentsOfFile: folder.appending("next/plugin.yaml").string, encoding: .utf8).contains("id: next\r\n"))

      try text.replacing("year: 2026", with: "\"year\": 2026").write(toFile: file, atomically: true, encoding: .utf8)
      let plugin = try Plugin(folder.appending("demo"))
      let fault = #expect(throws: Diagnostic.self) { try Scaffold.write(id: "other", year: 2027, from: plugin, in: folder) }
      #expect(fault?.code == "unusual-manifest" && !Folder.exists(folder.appending("other")))
    }
  }

  @Test("An existing folder, an invalid id and a symbolic link are refused")
  func refusals() throws {
    try Self.inFolder { folder in
      try Scaffold.write(id: "demo", year: 2026, plan: "demo", in: folder)
      let source = try Plugin(folder.appending("demo"))
      func code(_ id: String) -> String? {
        do throws(Diagnostic) {
          try Scaffold.write(id: id, year: 2027, from: source, in: folder)
          return nil
        } catch {
          return error.code
        }
      }
      #expect(code("demo") == "already-there")
      #expect(code("../demo") == "invalid-id")
      try FileManager.default.createSymbolicLink(
        atPath: folder.appending("demo/link.lua").string, withDestinationPath: "/etc/passwd")
      #expect(code("other") == "unreadable-file")
    }
  }

  @Test(
    "Only years are shifted",
    arguments: [
      (#""year": 2024"#, #""year": 2026"#), (#"{"2022": 2024, "2023": 20240}"#, #"{"2024": 2024, "2025": 20240}"#),
      ("applicant.rdExpense.2023: 2023", "applicant.rdExpense.2025: 2023"), ("leader.birthYear: 1982", "leader.birthYear: 1984"),
      (#""birthDate": "1982-05-01""#, #""birthDate": "1984-05-01""#),
      ("leader.birthDate: 1982-05-01", "leader.birthDate: 1984-05-01"),
      (#""birthYear":1982.5"#, #""birthYear":1984.5"#), ("2024-03-01T00:00:00Z", "2026-03-01T00:00:00Z"),
      ("base: BS2024-41-001", "base: BS2026-41-001"), ("demo-2024", "demo-2026"), ("2023年高于2022年", "2025年高于2024年"),
      (#"{ expected.benefit: 2024 }"#, #"{ expected.benefit: 2024 }"#), ("amount: 1.2024", "amount: 1.2024"),
      ("amount: 2024.5", "amount: 2024.5"), ("region: \"452024\"", "region: \"452024\""), ("1882年", "1882年"),
      (#"["applicant.rdExpense.2023"] = 2024"#, #"["applicant.rdExpense.2025"] = 2024"#), ("id: X2023", "id: X2023"), ("", ""),
      (#"("applicant.rdExpense.2023", 1.2024)"#, #"("applicant.rdExpense.2025", 1.2024)"#),
    ])
  func years(_ old: String, _ new: String) {
    #expect(YearShift(from: 2024, to: 2026).shifted(old) == new)
  }
}

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
      (#""birthYear":1982.5"#, #""birthYear":1984.5"#),
      (#""submittedAt": "2024-03-01T00:00:00Z""#, #""submittedAt": "2026-03-01T00:00:00Z""#),
      (#"submittedAt = "2024-02-29""#, #"submittedAt = "2026-02-28""#), ("birthDate: 1980-02-29", "birthDate: 1982-02-28"),
      ("period.end: 2024-03-01", "period.end: 2024-03-01"), ("registeredOn: 2024-02-29", "registeredOn: 2024-02-29"),
      ("madeOn: 2024-02-30", "madeOn: 2024-02-30"), ("2024年6月30日前", "2024年6月30日前"), ("2024年6项", "2026年6项"),
      ("id: X2024-11-01", "id: X2026-11-01"), ("BS2024-11-001", "BS2026-11-001"), ("2024-11-001", "2026-11-001"),
      ("base: BS2024-41-001", "base: BS2026-41-001"), ("demo-2024", "demo-2026"), ("2023年高于2022年", "2025年高于2024年"),
      (#"{ expected.benefit: 2024 }"#, #"{ expected.benefit: 2024 }"#), ("amount: 1.2024", "amount: 1.2024"),
      ("amount: 2024.5", "amount: 2024.5"), ("region: \"452024\"", "region: \"452024\""), ("1882年", "1882年"),
      (#"["applicant.rdExpense.2023"] = 2024"#, #"["applicant.rdExpense.2025"] = 2024"#), ("id: X2023", "id: X2023"), ("", ""),
      (#"("applicant.rdExpense.2023", 1.2024)"#, #"("applicant.rdExpense.2025", 1.2024)"#),
    ])
  func years(_ old: String, _ new: String) {
    #expect(YearShift(from: 2024, to: 2026).shifted(old) == new)
  }

  @Test(
    "A date that the program may compare stays, and so does the year that must agree with it",
    arguments: [
      ("leader.birthDate:on_or_after '1973年1月1日'", "leader.birthDate: 1973-01-01", "leader.birthDate: 1973-01-01"),
      ("leader.birthDate:on_or_after '1973年1月1日'", "leader.birthYear: 1973", "leader.birthYear: 1973"),
      ("leader.birthYear", "leader.birthYear: 1973", "leader.birthYear: 1975"),
      ("applicant.registeredOn:before(submittedAt)", "submittedAt: 2024-03-01", "submittedAt: 2024-03-01"),
      ("applicant.registeredOn", "submittedAt: 2024-03-01", "submittedAt: 2026-03-01"),
    ])
  func dates(_ program: String, _ old: String, _ new: String) {
    #expect(YearShift(from: 2024, to: 2026, program: program).shifted(old) == new)
  }

  @Test("A copy of a plugin with dates passes its tests in any year", arguments: [2025, 2026, 2028])
  func copyWithDates(_ year: Int) throws {
    try Self.inFolder { folder in
      try Scaffold.write(id: "demo", year: 2024, plan: "demo", in: folder)
      func write(_ text: String, _ file: String) throws {
        try text.write(toFile: folder.appending(file).string, atomically: true, encoding: .utf8)
      }
      try write(Self.dateProgram, "demo/program.lua")
      try write(Self.dateExample, "demo/examples/1.1.json")
      try write(Self.dateTests, "demo/tests/1.1.yaml")
      try Scaffold.write(id: "next", year: year, from: try Plugin(folder.appending("demo")), in: folder)
      for id in ["demo", "next"] {
        let (passed, all) = try Self.passed(folder.appending(id))
        #expect(passed == all && all > 10, "\(id): \(passed) of \(all)")
      }
    }
  }

  static let dateProgram = """
    fields { madeOn = date "制造日期" }
    direction { "1.1",
      condition { "2024年2月29日前制造", madeOn:on_or_before "2024年2月29日", points = 1 },
      condition { "1973年1月1日以后出生", leader.birthDate:on_or_after "1973年1月1日" },
      condition { "注册满1年", years_between(applicant.registeredOn, submittedAt):at_least "1年" },
      condition { "企业上年研发投入在50万元以上", applicant.rdExpense[year - 1]:at_least "50万元" } }

    """

  static let dateExample = """
    [{
      "id": "EXAMPLE-001", "year": 2024, "direction": "1.1", "title": "示例项目（虚构）", "submittedAt": "2024-03-01T09:00:00+08:00",
      "applicant": {
        "name": "示例有限公司（虚构）", "kind": "enterprise", "registeredOn": "2020-02-29", "rdExpense": { "2023": 800000 }
      },
      "leader": { "name": "张三（虚构）", "birthYear": 1980, "birthDate": "1980-02-29" }, "madeOn": "2024-02-29"
    }]

    """

  static let dateTests = """
    base: EXAMPLE-001
    cases:
      - clause: 1.1/condition/1
        met: [{ madeOn: "2024-02-28" }, { madeOn: "2024-02-29" }]
        unmet: [{ madeOn: "2024-03-01" }]
        unknown: [{ madeOn: null }]
      - clause: 1.1/condition/2
        met: [{ leader: { birthDate: "1973-01-01" } }]
        unmet: [{ leader: { birthDate: "1972-12-31" } }]
        unknown: [{ leader: null }]
      - clause: 1.1/condition/3
        met: [{ applicant.registeredOn: "2023-03-01" }]
        unmet: [{ applicant.registeredOn: "2023-03-02" }]
        unknown: [{ applicant.registeredOn: null }]
      - clause: 1.1/condition/4
        met: [{ applicant.rdExpense.2023: 500000 }]
        unmet: [{ applicant.rdExpense.2023: 499999 }]
        unknown: [{ applicant.rdExpense: null }]

    """
}

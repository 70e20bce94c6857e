import BatchFixtures
import Foundation
import KepingCore
import KepingPlugins
import SystemPackage
import Testing

@testable import KepingPrograms

@Suite("A manifest that is not valid affects only the applications of its own program")
struct UnreadableManifestTests {
  /// A change to the manifest of zhuji-2024, and the code and line of the diagnostic.
  struct Case: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let code: String
    let line: Int?
    let change: @Sendable (URL) throws -> Void

    init(_ name: String, _ code: String, line: Int?, _ old: String, _ new: String) {
      self.init(name, code, line: line) { file in
        let text = try String(contentsOf: file, encoding: .utf8)
        try text.replacing(old, with: new).write(to: file, atomically: true, encoding: .utf8)
      }
    }

    init(_ name: String, _ code: String, line: Int?, _ change: @escaping @Sendable (URL) throws -> Void) {
      testDescription = name
      self.code = code
      self.line = line
      self.change = change
    }
  }

  static let cases = [
    Case("an unknown api", "unsupported-api", line: 4, "api: 1", "api: 99"),
    Case("an id that leads out of the folder", "invalid-id", line: 2, "id: zhuji-2024", "id: ../zhuji-2024"),
    Case("a list that is not closed", "invalid-yaml", line: 3, "version: ", "version: ["),
    Case("a missing key", "missing-key", line: 2, "version:", "#version:"),
    Case("no project types", "unknown-key", line: 8, "projectTypes:", "projectTypes: []\nother:"),
    Case("an unknown key", "unknown-key", line: 22, "settings:", "setings:"),
    Case("a direction of another project type", "invalid-id", line: 15, "\"7.1\"", "\"6.1\""),
    Case("a key twice", "duplicate-key", line: 3, "api: 1", "api: 1\nversion: 2.0.0"),
    Case("a year in words", "wrong-type", line: 5, "year: 2024", "year: 二〇二四"),
    Case("another encoding", "invalid-encoding", line: 1) { file in
      let text = try String(contentsOf: file, encoding: .utf8)
      // The bytes of GBK, of which only those of Chinese text are not ASCII.
      try Data(text.utf8.map { $0 < 0x80 ? $0 : 0xB0 }).write(to: file)
    },
    Case("an empty file", "missing-key", line: 1) { file in try Data().write(to: file) },
    Case("a folder in its place", "unreadable-file", line: nil) { file in
      try FileManager.default.removeItem(at: file)
      try FileManager.default.createDirectory(at: file, withIntermediateDirectories: true)
    },
  ]

  static func record(_ direction: String, year: Int = 2024) -> Bytes {
    Bytes(application("A").replacing("\"4.1\"", with: "\"\(direction)\"").replacing("2024,", with: "\(year),").utf8)
  }

  @Test("Its applications fail with the file, line and fault of the manifest, and the others are evaluated", arguments: cases)
  func isolated(_ fault: Case) throws {
    let plugins = try CopiedPlugins()
    try fault.change(plugins.manifest("zhuji-2024"))
    let (programs, faults) = try plugins.programs(
      allOn + "bounds: { 6.1/target/1: 2项 }\nsettings: { zhuji-2024: { filedCounts: off } }\nnotices: [\"6\"]\n"
        + "windows: { \"7\": { opens: 2024-03-01 } }\n")
    #expect(faults == [])
    #expect(programs.pluginFaults.map(\.code) == [fault.code])
    #expect(programs.pluginFaults.first?.line == fault.line)
    var assessor = Assessor(programs)
    #expect(assessor.assess(Self.record("4.1")).isEvaluated)
    for direction in ["6.1", "8.1"] {
      let assessment = assessor.assess(Self.record(direction))
      #expect(assessment.failure?.code == .pluginFailed && assessment.program?.id == "zhuji-2024")
      #expect(assessment.failure?.file == "zhuji-2024/plugin.yaml" && assessment.failure?.line == fault.line)
    }
    #expect(assessor.assess(Self.record("6.1", year: 2023)).failure?.code == .noProgram)
    #expect(programs.entries.map(\.plugin.id) == ["jianfeng-2024", "jili-2024", "zhuji-2024"])
  }

  @Test("If its directions are known, an unknown direction of the year is still told")
  func unknownDirection() throws {
    for (old, new, code) in [
      ("api: 1", "api: 99", EvaluationFailure.Code.unknownDirection), ("projectTypes:", "#", .pluginFailed),
    ] {
      let plugins = try CopiedPlugins()
      try plugins.changeManifest("zhuji-2024") { $0.replacing(old, with: new) }
      var assessor = Assessor(try plugins.programs(allOn).programs)
      #expect(assessor.assess(Self.record("9.9")).failure?.code == code)
    }
  }

  @Test("Switched off, its applications are told so and its fault is not reported", arguments: cases)
  func off(_ fault: Case) throws {
    let plugins = try CopiedPlugins()
    try fault.change(plugins.manifest("zhuji-2024"))
    let (programs, faults) = try plugins.programs("programs: { jianfeng-2024: on, jili-2024: on, zhuji-2024: off }\n")
    #expect(faults == [] && programs.pluginFaults == [])
    var assessor = Assessor(programs)
    #expect(assessor.assess(Self.record("6.1")).failure?.code == .programDisabled)
    #expect(assessor.assess(Self.record("4.1")).isEvaluated)
  }

  @Test("A mistake in the configuration is an error as before, if it cannot be meant for the unreadable program")
  func mistakes() throws {
    for (old, new) in [("api: 1", "api: 99"), ("projectTypes:", "#")] {
      let plugins = try CopiedPlugins()
      try plugins.changeManifest("zhuji-2024") { $0.replacing(old, with: new) }
      let text = "programs: { jili-2024: on, zhuji-2024: on, zhuji-2042: on }\nbounds: { 4.1/conditon/1: 80万元 }\n"
      #expect(try plugins.programs(text).faults.map(\.code) == ["unknown-program", "unknown-clause"])
    }
  }

  @Test("A program that no plugin has may be the one whose manifest does not say its id")
  func otherFolderName() throws {
    let plugins = try CopiedPlugins(["jili-2024"])
    try plugins.copy("zhuji-2024", to: "three")
    try plugins.changeManifest("three") { $0.replacing("id: zhuji-2024", with: "id: Zhuji") }
    let (programs, faults) = try plugins.programs("programs: { jili-2024: on, zhuji-2024: on }\n")
    #expect(faults == [])
    var assessor = Assessor(programs)
    let assessment = assessor.assess(Self.record("6.1"))
    #expect(assessment.failure?.code == .pluginFailed && assessment.program?.id == "three")
  }

  @Test("A copy with the id of another plugin takes nothing from it")
  func copyOfAnother() throws {
    let plugins = try CopiedPlugins()
    try plugins.copy("jili-2024", to: "copy")
    try plugins.changeManifest("copy") { $0.replacing("api: 1", with: "api: 99") }
    let (programs, faults) = try plugins.programs("programs: { copy: on, jianfeng-2024: on, jili-2024: on, zhuji-2024: on }\n")
    #expect(faults == [] && programs.pluginFaults.map(\.code) == ["unsupported-api"])
    var assessor = Assessor(programs)
    #expect(assessor.assess(Self.record("4.1")).program?.id == "jili-2024")
  }
}

import BatchFixtures
import Foundation
import KepingCore
import KepingPlugins
import SystemPackage
import Testing

@testable import KepingPrograms

@Suite("Errors in a configuration are reported with their positions")
struct ConfigurationTests {
  @Test(
    "Each error is reported with line, column and the most similar name",
    arguments: [
      ("progams: {}", "1:1 unknown-key programs"), ("programs: { jili-2O24: on }", "1:13 unknown-program jili-2024"),
      ("programs:\n  jili-2024: maybe", "2:14 wrong-type"), ("programs: [a]", "1:11 wrong-type"),
      ("notices: [\"9\"]", "1:11 unknown-clause"),
      (allOn + "notices: [4.1/target/1]", "2:11 unknown-clause"),
      (allOn + "bounds:\n  4.1/conditon/1: 80万元", "3:3 unknown-clause 4.1/condition/1"),
      (allOn + "bounds:\n  4.1/condition/1: 80", "3:20 invalid-bound"),
      (allOn + "bounds:\n  4.1/condition/1: 80件", "3:3 wrong-unit"),
      (allOn + "bounds:\n  4.1/target/1: 2020-02-28", "3:3 wrong-unit"),
      (allOn + "bounds:\n  4.1/target/1: 3%", "3:3 wrong-unit"),
      (allOn + "bounds:\n  1.1/target/3: 3项", "3:3 unknown-bound"), (allOn + "bounds:\n  1.1/target/4: 3项", "3:3 unknown-bound"),
      (allOn + "weights:\n  4.1/target/1: -1", "3:17 out-of-range"),
      (allOn + "weights:\n  5.1/condition/1: 5", "3:3 unknown-clause"),
      (allOn + "weights: { 9.9/target/1: 5 }", "2:12 unknown-clause"),
      (allOn + "windows: { \"44\": { opens: 2024-01-01T00:00:00Z } }", "2:12 unknown-project-type"),
      (allOn + "windows: { \"4\": { opens: 2024-1-1 } }", "2:26 invalid-time"),
      (allOn + "windows: { \"4\": { open: 2024-01-01T00:00:00Z } }", "2:19 unknown-key opens"),
      (allOn + "windows: { \"4\": { opens: 2024-01-02T00:00:00Z, closes: 2024-01-01T00:00:00Z } }", "2:56 out-of-range"),
      ("limits: { instructions: 5 }", "1:25 out-of-range"), ("limits: { instruction: 5000 }", "1:11 unknown-key instructions"),
      (allOn + "settings: { jili-2024: { markedBenefitMillion: 5 } }", "2:26 unknown-setting markedBenefitMillions"),
      (allOn + "settings: { jianfeng-2024: { leadCounts: 5 } }", "2:30 wrong-type"), ("a: [", "1:4 invalid-yaml"),
      ("programs:\n\tx: on", "2:1 invalid-yaml"),
      (allOn + allOn, "1:1 duplicate-key"),
    ])
  func mistakes(_ text: String, _ expected: String) throws {
    let fault = try #require(try programs(text).faults.first)
    let parts = expected.split(separator: " ").map(String.init)
    #expect("\(fault.line ?? 0):\(fault.column ?? 0) \(fault.code)" == "\(parts[0]) \(parts[1])", "\(fault.text(.english))")
    if parts.count > 2 { #expect(fault.wording.english.hasSuffix("did you mean '\(parts[2])'?")) }
  }

  @Test("All errors are reported, not just the first")
  func allMistakes() throws {
    #expect(try programs("programs: { a: on }\nlimits: { x: 1, seconds: no }\nfoo: 1").faults.count == 4)
  }

  @Test(
    "Switching a program changes only its line",
    arguments: [
      ("programs:\n  a: on   # 甲\n  b: off\n", "programs:\n  a: off   # 甲\n  b: off\n"),
      ("programs: { b: on, a: true } # x", "programs: { b: on, a: off } # x"),
      ("# 头\r\nprograms:\r\n  a: on\r\n  b: on\r\n", "# 头\r\nprograms:\r\n  a: off\r\n  b: on\r\n"),
      ("programs:\n  b: on\nlimits: {}\n", "programs:\n  b: on\n  a: off\nlimits: {}\n"),
      ("limits: {}\n", "limits: {}\nprograms:\n  a: off\n"), ("", "programs:\n  a: off\n"),
      ("programs:\n", "programs:\n  a: off\n"),
      ("programs:\n  \"a\": on", "programs:\n  \"a\": off"),
    ])
  func switching(_ text: String, _ expected: String) throws {
    #expect(try ConfigurationSwitch.text(text, path: "x", program: "a", isOn: false) == expected)
  }

  @Test("Unknown names are reported in the order of the file, also within one line")
  func unknownNames() throws {
    let names = ["q", "a", "z", "c", "m", "b", "y", "d", "x", "e"]
    let list = names.map { "\($0): on" }.joined(separator: ", ")
    let settings = names.map { "\($0): 1" }.joined(separator: ", ")
    let faults = try programs("programs: { jili-2024: on, \(list) }\nsettings: { jili-2024: { \(settings) } }\n").faults
    #expect(faults.map { $0.wording.english.split(separator: "'").dropFirst().first.map(String.init) } == names + names)
  }

  @Test("A direction belongs to one program that is on")
  func oneProgramForADirection() throws {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent("keping-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: folder) }
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    let source = root.appendingPathComponent("Plugins/zhuji-2024")
    for id in ["first", "second"] {
      let copy = folder.appendingPathComponent(id)
      try FileManager.default.copyItem(at: source, to: copy)
      let manifest = copy.appendingPathComponent("plugin.yaml")
      let text = try String(contentsOf: manifest, encoding: .utf8).replacing("id: zhuji-2024", with: "id: \(id)")
      try text.write(to: manifest, atomically: true, encoding: .utf8)
    }
    for (configuration, owner, codes) in [
      ("first: on, second: off", "first", []), ("first: off, second: on", "second", []),
      ("first: on, second: on", "first", ["duplicate-direction"]),
    ] {
      var faults: [Diagnostic] = []
      let configuration = Configuration("programs: { \(configuration) }", path: "keping.yaml", faults: &faults)
      let programs = Programs(try PluginFolder(FilePath(folder.path)), configuration)
      #expect(programs.find(year: 2024, direction: "6.1")?.plugin.id == owner)
      #expect(programs.pluginFaults.map(\.code) == codes)
    }
  }
}

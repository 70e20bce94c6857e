import BatchFixtures
import Foundation
import KepingCore
import Testing

@testable import KepingPrograms

@Suite("The provenance of programs names every value that is not the shipped one")
struct ProgramProvenanceTests {
  static func changes(_ configuration: String) throws -> [String] {
    let (programs, faults) = try programs(allOn + configuration)
    #expect(faults.isEmpty)
    return programs.provenance(version: "1").changes.map { change in
      "\(change.section) \(change.program ?? "-") \(change.key): \(change.shipped ?? "-") \(change.value)"
    }
  }

  @Test(
    "A change of the configuration is named with the shipped value and the value now",
    arguments: [
      ("", []), ("bounds: { 4.1/condition/1: 100万元 }", []),
      ("bounds: { 4.1/condition/1: 80万元 }", ["bounds jili-2024 4.1/condition/1: 100万元 80万元"]),
      ("bounds: { 4.1/priority/3/2: 500万元 }", ["bounds jili-2024 4.1/priority/3/2: 600万元 500万元"]),
      ("weights: { 4.1/target/2: 30 }", ["weights jili-2024 4.1/target/2: 20 30"]), ("weights: { 4.1/target/2: 20 }", []),
      ("settings: { jianfeng-2024: { leadCounts: on } }", ["settings jianfeng-2024 leadCounts: off on"]),
      ("notices: [5.2/notice/1]", ["notices jili-2024 5.2/notice/1: - 已另行通知"]),
      (
        "windows: { \"4\": { opens: 2024-03-01, closes: 2024-04-30, correctionCloses: 2024-05-15 17:30 } }",
        ["windows jili-2024 4: - 2024-03-01至2024-04-30，补正至2024-05-15 17:30"]
      ),
      ("windows: { \"4\": { closes: 2024-04-30 } }", ["windows jili-2024 4: - 2024-04-30止"]),
      ("plausible: { money: 5亿元 }", ["plausible - money: 100亿元 5亿元"]), ("plausible: { money: 100亿元 }", []),
      (
        "limits: { instructions: 2000000, memoryMegabytes: 64, seconds: 0.5 }",
        ["limits - instructions: 1000000 2000000", "limits - seconds: 10 0.5"]
      ),
    ])
  func changes(_ configuration: String, _ expected: [String]) throws {
    #expect(try Self.changes(configuration) == expected)
  }

  @Test("The shipped configuration changes nothing")
  func shipped() throws {
    let text = try String(contentsOf: root.appendingPathComponent("Config/keping.yaml"), encoding: .utf8)
    #expect(try programs(text).programs.provenance(version: "1").changes.isEmpty)
  }

  @Test("Assignments of --set are changes, too")
  func assignments() throws {
    let plugins = try CopiedPlugins()
    let (programs, faults) = try plugins.programs(allOn, set: ["4.1/condition/1=80万元", "4.1/target/2=权重30"])
    #expect(faults.isEmpty)
    #expect(programs.provenance(version: "1").changes.map(\.value) == ["80万元", "30"])
  }

  @Test("Each program has its version, whether it is on, and a hash of its sources that does not depend on the folder")
  func sources() throws {
    let plugins = try CopiedPlugins()
    let configuration = "programs: { jianfeng-2024: off, jili-2024: on, zhuji-2024: on }"
    func found() throws -> [Provenance.Program] { try plugins.programs(configuration).programs.provenance(version: "1").programs }
    let shipped = try programs(configuration).programs.provenance(version: "1").programs
    #expect(try found() == shipped)
    #expect(shipped.map(\.reference.id) == ["jianfeng-2024", "jili-2024", "zhuji-2024"])
    #expect(shipped.map(\.status) == [.off, .on, .on] && shipped.allSatisfy { $0.sha256?.utf8.count == 64 })
    let example = plugins.folder.appendingPathComponent("zhuji-2024/examples/8.1.json")
    try "[]".write(to: example, atomically: true, encoding: .utf8)
    #expect(try found() == shipped)
    let module = plugins.folder.appendingPathComponent("zhuji-2024/more/part.lua")
    try FileManager.default.createDirectory(at: module.deletingLastPathComponent(), withIntermediateDirectories: true)
    try "return 1".write(to: module, atomically: true, encoding: .utf8)
    let hashes = try found().map(\.sha256)
    #expect(hashes[0] == shipped[0].sha256 && hashes[1] == shipped[1].sha256 && hashes[2] != shipped[2].sha256)
  }
}

import Foundation
import KepingBatch
import KepingCore
import KepingPlugins
import KepingPrograms
import Testing

@Suite("The fuzzing corpus is accepted or reported with plain diagnostics")
struct CorpusTests {
  static func inputs(_ target: String) throws -> [Bytes] {
    let folder = Attack.root.appendingPathComponent("Tests/Fuzzing/Corpus/\(target)")
    let names = try FileManager.default.contentsOfDirectory(atPath: folder.path)
    return try names.map { Bytes(try Data(contentsOf: folder.appendingPathComponent($0))) }
  }

  @Test("Each record has a result in JSON, with a verdict or an error", arguments: ["json", "scan"])
  func records(_ target: String) throws {
    let inputs = try Self.inputs(target)
    #expect(inputs.count >= 50)
    let arena = try Arena([:], hasShipped: true)
    let undisturbed = try arena.evaluate([Arena.application("R1", direction: "4.1")], "{ jili-2024: on }")
    for input in inputs {
      let line = Bytes(input.filter { $0 != 0x0A && $0 != 0x0D })
      let good = Bytes((Arena.application("R1", direction: "4.1") + "\n").utf8)
      let file = arena.folder.appendingPathComponent("record")
      try Data(good + line).write(to: file)
      let outcome = try arena.evaluate(file: file.path, "{ jili-2024: on }")
      #expect(outcome.lines.first == undisturbed.lines.first)
      #expect(outcome.results.allSatisfy { $0["verdict"] is String })
      #expect(try arena.lines(file: file.path, try arena.programs("{ jili-2024: on }").programs) == outcome.lines)
    }
  }

  @Test("Each mistake in a configuration or manifest has a code", arguments: ["configuration", "manifest"])
  func settings(_ target: String) throws {
    let inputs = try Self.inputs(target)
    #expect(inputs.count >= 50)
    for input in inputs {
      guard let text = String(validating: input, as: UTF8.self) else { continue }
      var faults: [Diagnostic] = []
      if target == "manifest" {
        do throws(Diagnostic) { _ = try Manifest(text, path: "plugin.yaml") } catch { faults.append(error) }
      } else {
        _ = Configuration(text, path: "keping.yaml", faults: &faults)
      }
      #expect(faults.allSatisfy { !$0.code.isEmpty && $0.text(.english).isPlain })
    }
  }

  @Test("Each plugin is evaluated, or fails without affecting another plugin")
  func plugins() throws {
    let inputs = try Self.inputs("plugin")
    #expect(inputs.count >= 50)
    for input in inputs {
      let arena = try Arena(["plugin.yaml": Arena.manifest])
      try Data(input).write(to: arena.plugin("attack").appendingPathComponent("program.lua"))
      let outcome = try arena.evaluate([Arena.application("R1", direction: "2.1"), Arena.application("A1")])
      #expect(outcome.lines.first == AttackTests.undisturbed.first)
      #expect(outcome.longest < Arena.longest)
    }
  }
}

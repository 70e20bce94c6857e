import Foundation
import KepingBatch
import KepingCore
import KepingFiles
import KepingPlugins
import KepingPrograms
import SystemPackage
import Testing

/// A temporary folder with a hostile and a shipped plugin, which evaluates batches with both.
final class Arena {
  let folder: URL
  static let limits = "limits: { loadInstructions: 3000000, loadSeconds: 2, seconds: 2, memoryMegabytes: 16, killsInARow: 2 }\n"
  /// The longest time that loading or one application may take, in seconds: the time limit plus one second.
  static let longest = 3.0

  init(_ files: [String: String], name: String = "attack") throws {
    folder = FileManager.default.temporaryDirectory.appendingPathComponent("keping-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: plugin(name), withIntermediateDirectories: true)
    try FileManager.default.copyItem(at: Attack.root.appendingPathComponent("Plugins/jili-2024"), to: plugin("jili-2024"))
    for (file, text) in files {
      try text.write(to: plugin(name).appendingPathComponent(file), atomically: false, encoding: .utf8)
    }
  }

  deinit { try? FileManager.default.removeItem(at: folder) }

  func plugin(_ name: String) -> URL { folder.appendingPathComponent("Plugins/\(name)") }

  static let manifest = """
    id: attack
    version: 6.6.6
    api: 1
    year: 2024
    plan: { id: attack, ordinal: 计划九, title: 攻击（虚构） }
    projectTypes: [{ id: "1", title: 类型, directions: [{ id: "1.1", title: 方向 }] }]
    """

  static let parts = """
    local n = 0
    return { count = function() n = n + 1 return n end }
    """

  /// The results of a batch as objects and as lines, and the diagnostics of configuration and plugins.
  struct Outcome {
    var results: [[String: Any]] = []
    var lines: [String] = []
    var faults: [Diagnostic] = []
    /// The longest time that loading or one application took, in seconds.
    var longest = 0.0
  }

  /// Returns the result lines that the command would write for a file.
  func lines(file: String, _ programs: String) throws -> [String] {
    var faults: [Diagnostic] = []
    let configuration = Configuration("programs: \(programs)\n" + Self.limits, path: "keping.yaml", faults: &faults)
    let loaded = Programs(try PluginFolder(FilePath(folder.appendingPathComponent("Plugins").path)), configuration)
    var lines: Bytes = []
    func ignore(_ diagnostic: Diagnostic) {}
    _ = try Batch(loaded).evaluateLines(
      try Input(file, form: .json, programs: loaded), of: Set(Verdict.allCases), report: ignore
    ) { block throws(Diagnostic) in lines += block.lines }
    return lines.text.split(separator: "\n").map(String.init)
  }

  /// Evaluates applications, given as JSON Lines, with the programs that are switched on.
  func evaluate(_ input: String, _ programs: String = "{ jili-2024: on, attack: on }") throws -> Outcome {
    let file = folder.appendingPathComponent("input.jsonl")
    try input.write(to: file, atomically: true, encoding: .utf8)
    return try evaluate(file: file.path, programs)
  }

  /// Evaluates the applications of a file with the programs that are switched on.
  func evaluate(file: String, _ programs: String) throws -> Outcome {
    var outcome = Outcome()
    let clock = ContinuousClock()
    var last = clock.now
    func lap() {
      outcome.longest = max(outcome.longest, (clock.now - last) / .seconds(1))
      last = clock.now
    }
    let configuration = Configuration("programs: \(programs)\n" + Self.limits, path: "keping.yaml", faults: &outcome.faults)
    let loaded = Programs(try PluginFolder(FilePath(folder.appendingPathComponent("Plugins").path)), configuration)
    lap()
    outcome.faults += loaded.pluginFaults + loaded.configurationFaults
    try Batch(loaded).assess(try ByteSource(FilePath(file))) { assessment throws(Diagnostic) in
      lap()
      let bytes = assessment.json
      outcome.lines.append(bytes.text)
      outcome.results.append((try? JSONSerialization.jsonObject(with: Data(bytes))) as? [String: Any] ?? [:])
    }
    return outcome
  }

  static func application(_ id: String, direction: String = "1.1") -> String {
    """
    {"id":"\(id)","year":2024,"direction":"\(direction)","title":"虚构","applicant":{"name":"示例公司（虚构）","kind":"enterprise",\
    "rdExpense":{"2022":500000,"2023":1800000}},"expected":{"sites":1}}
    """
  }
}

import Foundation
import KepingCore
import KepingFiles
import KepingPlugins
import KepingPrograms
import SystemPackage
import Testing

@testable import KepingBatch

/// A temporary folder with a hostile and a shipped plugin, which evaluates batches with both.
final class Arena {
  let folder: URL
  /// The limits of every batch, except for those that an attack changes.
  let limits: [String: Int]

  static let limits = [
    "loadInstructions": 1_500_000, "loadSeconds": 6, "instructions": 300_000, "seconds": 4, "memoryMegabytes": 16,
    "killsInARow": 2,
  ]
  /// The most seconds of processor time for loading or for one application.
  ///
  /// An instruction that never ends or takes long is stopped by nothing. This bound is far above the time limits, so that neither
  /// a slow machine nor other processes reach it; the kinds of failure are what is tested.
  static let longest = 30.0

  init(_ files: [String: String], name: String = "attack", limits: [String: Int] = [:], hasShipped: Bool = false) throws {
    self.limits = Self.limits.merging(limits) { $1 }
    folder = FileManager.default.temporaryDirectory.appendingPathComponent("keping-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: plugin(name), withIntermediateDirectories: true)
    if hasShipped {
      try FileManager.default.copyItem(at: Attack.root.appendingPathComponent("Plugins/jili-2024"), to: plugin("jili-2024"))
    }
    try FileManager.default.createDirectory(at: plugin("neighbour"), withIntermediateDirectories: true)
    for (file, text) in Self.neighbour {
      try text.write(to: plugin("neighbour").appendingPathComponent(file), atomically: false, encoding: .utf8)
    }
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

  /// A small plugin that owns direction 2.1, which loads faster than a shipped one.
  static let neighbour = [
    "plugin.yaml": """
    id: neighbour
    version: 1.0.0
    api: 1
    year: 2024
    plan: { id: neighbour, ordinal: 计划八, title: 邻居（虚构） }
    projectTypes: [{ id: "2", title: 类型, directions: [{ id: "2.1", title: 方向 }] }]
    """,
    "program.lua": """
    fields { expected = { sites = count "示范点" } }
    direction { "2.1",
      target { "示范点1个以上", expected.sites:at_least "1个", points = 1 },
      condition { "研发投入增长", judge("增长", { applicant.rdExpense[2022], record }, function(rd, whole)
        return whole.applicant.rdExpense["2023"] > rd
      end) } }
    """,
  ]

  static let parts = """
    local n = 0
    return { count = function() n = n + 1 return n end }
    """

  /// The results of a batch as objects and as lines, and the diagnostics of configuration and plugins.
  struct Outcome {
    var results: [[String: Any]] = []
    var lines: [String] = []
    var faults: [Diagnostic] = []
    /// The most processor time that loading or one application took, in seconds.
    var longest = 0.0
  }

  /// Loads the programs that are switched on.
  ///
  /// - Parameter killsInARow: replaces the limit of the arena.
  func programs(_ switches: String, killsInARow: Int? = nil) throws -> (programs: Programs, faults: [Diagnostic]) {
    var limits = limits
    limits["killsInARow"] = killsInARow ?? limits["killsInARow"]
    let text = "programs: \(switches)\nlimits: { \(limits.map { "\($0): \($1)" }.joined(separator: ", ")) }\n"
    var faults: [Diagnostic] = []
    let configuration = Configuration(text, path: "keping.yaml", faults: &faults)
    let loaded = Programs(try PluginFolder(FilePath(folder.appendingPathComponent("Plugins").path)), configuration)
    return (loaded, faults + loaded.pluginFaults + loaded.configurationFaults)
  }

  /// Returns a batch with small chunks, so that small inputs are enough for several workers, and are read fast.
  private static func batch(_ programs: Programs, jobs: Int = 1) -> Batch {
    let batch = Batch(programs, jobs: jobs)
    batch.chunkSize = jobs > 1 ? 300 : 4096
    if jobs > 1 { batch.soloSize = 0 }
    return batch
  }

  /// Returns the result lines that the command would write for a file, with any number of workers.
  func lines(file: String, _ programs: Programs, jobs: Int = 1) throws -> [String] {
    let batch = Self.batch(programs, jobs: jobs)
    var lines: Bytes = []
    func ignore(_ diagnostic: Diagnostic) {}
    _ = try batch.evaluateLines(
      try Input(file, form: .json, programs: programs), of: Set(Verdict.allCases), report: ignore
    ) { block throws(Diagnostic) in lines += block.lines }
    return lines.text.split(separator: "\n").map(String.init)
  }

  /// Writes applications, given as JSON Lines, to the folder, and returns the file's path.
  func write(_ input: [String]) throws -> String {
    let file = folder.appendingPathComponent("input.jsonl")
    try input.joined(separator: "\n").write(to: file, atomically: false, encoding: .utf8)
    return file.path
  }

  /// Evaluates applications, given as JSON Lines, with the programs that are switched on.
  func evaluate(_ input: [String], _ programs: String = "{ neighbour: on, attack: on }") throws -> Outcome {
    try evaluate(file: try write(input), programs)
  }

  /// Evaluates the applications of a file with the programs that are switched on.
  func evaluate(file: String, _ switches: String) throws -> Outcome {
    var outcome = Outcome()
    var last = processorTime()
    func lap() {
      let now = processorTime()
      outcome.longest = max(outcome.longest, now - last)
      last = now
    }
    let (programs, faults) = try programs(switches)
    outcome.faults = faults
    lap()
    try Self.batch(programs).assess(try ByteSource(FilePath(file))) { assessment throws(Diagnostic) in
      lap()
      let bytes = assessment.json
      outcome.lines.append(bytes.text)
      outcome.results.append((try? JSONSerialization.jsonObject(with: Data(bytes))) as? [String: Any] ?? [:])
    }
    return outcome
  }

  static func application(_ id: String, direction: String = "1.1", partners: Int = 0) -> String {
    let partner = "{\"name\":\"示例大学（虚构）\",\"kind\":\"university\"}"
    let more = partners > 0 ? ",\"partners\":[\(Array(repeating: partner, count: partners).joined(separator: ","))]" : ""
    return """
      {"id":"\(id)","year":2024,"direction":"\(direction)","title":"虚构","applicant":{"name":"示例公司（虚构）",\
      "kind":"enterprise","rdExpense":{"2022":500000,"2023":1800000}},"expected":{"sites":1}\(more)}
      """
  }
}

/// The processor time of the current thread in seconds; other threads and processes do not count.
func processorTime() -> Double {
  var time = timespec()
  clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
  return Double(time.tv_sec) + Double(time.tv_nsec) * 1e-9
}

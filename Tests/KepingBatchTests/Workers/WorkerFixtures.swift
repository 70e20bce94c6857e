import BatchFixtures
import Foundation
import KepingCore
import KepingFiles
import KepingPlugins
import KepingPrograms
import SystemPackage
import Testing
import WorkbookFixtures

@testable import KepingBatch

/// A configuration with one program, so that many workers start quickly.
let oneOn = "programs: { jili-2024: on }\n"

/// The number of workers, the chunk size and the record limit of a batch.
struct BatchSetup: Sendable, CustomTestStringConvertible {
  var jobs = 1
  var chunk = RecordReader.defaultChunkSize
  var maximumRecord = Assessor.maximumRecord

  var testDescription: String { "\(jobs) jobs, chunks of \(chunk)" }

  /// One worker and several, with chunks of a few records.
  static let all = [
    BatchSetup(chunk: 2000), BatchSetup(jobs: 2, chunk: 2000), BatchSetup(jobs: 3, chunk: 700), BatchSetup(jobs: 8, chunk: 5000),
  ]

  func batch(_ programs: Programs) -> Batch {
    let batch = Batch(programs, maximumRecord: maximumRecord, jobs: jobs)
    batch.chunkSize = chunk
    // The first chunk of a pipe, or a file of at most one chunk, is evaluated by one worker; the workers share everything else.
    batch.soloSize = chunk
    return batch
  }

  /// Returns the results of an input as lines of JSON.
  func lines(_ input: Bytes, of verdicts: Set<Verdict> = Set(Verdict.allCases)) throws -> String {
    let programs = try programs(oneOn).programs
    let file = try TemporaryFile(input)
    func ignore(_ diagnostic: Diagnostic) {}
    var lines: Bytes = []
    _ = try batch(programs).evaluateLines(try Input(file.path.string, programs: programs), of: verdicts, report: ignore) {
      block throws(Diagnostic) in lines += block.lines
    }
    return lines.text
  }

  /// Returns the transformed result of each record.
  func results(_ input: Bytes, by transform: (Assessment) -> String) throws -> [String] {
    let file = try TemporaryFile(input)
    return try results(try ByteSource(file.path), by: transform)
  }

  func results(_ source: ByteSource, by transform: (Assessment) -> String) throws -> [String] {
    var results: [String] = []
    try batch(try programs(oneOn).programs).assess(source) { assessment throws(Diagnostic) in
      results.append(transform(assessment))
    }
    return results
  }
}

/// Applications of different sizes and verdicts.
let applications = (0..<40).map { number in
  application(
    "R\(number)", rd: 900_000 + number * 10_000, more: ",\"abstract\":\"\(String(repeating: "字", count: number * 7))\"")
}

/// Returns a source that reads a pipe, opened by its path, which another thread fills with the pieces.
func source(in pieces: [Bytes]) throws -> ByteSource {
  let (reading, writing) = try FileDescriptor.pipe()
  let source = try ByteSource(FilePath("/dev/fd/\(reading.rawValue)"))
  try reading.close()
  let isStarted = Threads.start {
    for piece in pieces { _ = try? writing.writeAll(piece) }
    try? writing.close()
  }
  try #require(isStarted)
  return source
}

/// Two plugins, `first` for direction 1.1 and `second` for 2.1, that loop forever on an application with seven sites.
final class LoopingPlugins {
  private let folder: URL

  init() throws {
    folder = FileManager.default.temporaryDirectory.appendingPathComponent("keping-\(UUID().uuidString)")
    for (number, id) in [(1, "first"), (2, "second")] {
      let plugin = folder.appendingPathComponent(id)
      try FileManager.default.createDirectory(at: plugin, withIntermediateDirectories: true)
      try """
      id: \(id)
      version: 1.0.0
      api: 1
      year: 2024
      plan: { id: \(id), ordinal: 计划\(number), title: 循环（虚构） }
      projectTypes: [{ id: "\(number)", title: 类型, directions: [{ id: "\(number).1", title: 方向 }] }]
      """.write(to: plugin.appendingPathComponent("plugin.yaml"), atomically: false, encoding: .utf8)
      try """
      fields { expected = { sites = count '示范点' } }
      local check = judge('检查', { expected.sites, record }, function(sites)
        while sites == 7 do end
        return true
      end)
      direction { '\(number).1', target { '示范点', check, points = 1 } }
      """.write(to: plugin.appendingPathComponent("program.lua"), atomically: false, encoding: .utf8)
    }
  }

  deinit { try? FileManager.default.removeItem(at: folder) }

  func programs(killsInARow: Int) throws -> (programs: Programs, faults: [Diagnostic]) {
    var faults: [Diagnostic] = []
    let text = "programs: { first: on, second: on }\nlimits: { instructions: 50000, killsInARow: \(killsInARow) }\n"
    let configuration = Configuration(text, path: "keping.yaml", faults: &faults)
    let programs = Programs(try PluginFolder(FilePath(folder.path)), configuration)
    return (programs, faults + programs.pluginFaults + programs.configurationFaults)
  }
}

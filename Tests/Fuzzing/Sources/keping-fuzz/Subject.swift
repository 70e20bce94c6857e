import Foundation
import KepingBatch
import KepingCore
import KepingFiles
import KepingPlugins
import KepingPrograms
import SystemPackage

/// The kinds of input that are fuzzed.
enum FuzzTarget: String, CaseIterable { case json, scan, configuration, manifest, plugin }

/// The part of keping that is fuzzed.
///
/// No input may make it crash, hang or give inconsistent results.
final class Subject {
  private let target: FuzzTarget
  private let programs: Programs?
  /// The program that is switched on.
  private let program: Program?
  private var assessor: Assessor?
  private var batch: Batch?
  /// The folder of the fuzzed plugin.
  private let folder: FilePath
  /// The file from which a batch reads its input.
  private let file: FilePath

  init(_ target: FuzzTarget) {
    self.target = target
    let plugins = FilePath(#filePath).removingLastComponent().appending("../../../../Plugins")
    let scratch = FilePath("/dev/shm/keping-fuzz-\(ProcessInfo.processInfo.processIdentifier)")
    folder = scratch.appending("Plugins/demo")
    file = scratch.appending("input")
    var faults: [Diagnostic] = []
    let configuration = Configuration("programs: { jili-2024: on }", path: "keping.yaml", faults: &faults)
    let programs = (try? PluginFolder(plugins)).map { Programs($0, configuration) }
    self.programs = programs
    assessor = programs.map { Assessor($0) }
    program =
      programs?.entries.lazy.compactMap { entry in
        if case .on(_, let program) = entry.status { program } else { nil }
      }.first
    try? Folder.make(folder)
    guard target == .plugin else { return }
    try? Folder.write(Self.manifest, to: folder.appending("plugin.yaml"))
  }

  func run(_ bytes: Bytes) {
    switch target {
    case .json: checkRecord(bytes)
    case .scan: checkLine(bytes)
    case .configuration:
      guard let text = String(validating: bytes, as: UTF8.self) else { return }
      var faults: [Diagnostic] = []
      var configuration = Configuration(text, path: "keping.yaml", faults: &faults)
      do throws(Diagnostic) { try configuration.set(String(text.prefix(100))) } catch { faults.append(error) }
      checkDiagnostics(faults)
    case .manifest:
      guard let text = String(validating: bytes, as: UTF8.self) else { return }
      do throws(Diagnostic) { _ = try Manifest(text, path: "plugin.yaml") } catch { checkDiagnostics([error]) }
    case .plugin: checkPlugin(bytes)
    }
  }

  private func checkDiagnostics(_ faults: [Diagnostic]) {
    for fault in faults {
      let line = fault.text(.chinese)
      precondition(!line.contains("\n") && !line.contains("\u{1b}"), "a diagnostic is not one plain line")
    }
  }

  /// Checks that the assessment of a record is JSON that can be read back.
  private func checkRecord(_ bytes: Bytes) {
    guard let assessment = assessor?.assess(bytes) else { return }
    checkAssessment(assessment)
    if let failure = assessment.failure, failure.code == .invalidJSON {
      precondition(failure.line ?? 0 > 0 && failure.column ?? 0 > 0, "a syntax error has no line or column")
    }
    // Evaluates the same record for every other direction.
    guard assessment.isEvaluated, let direction = assessment.direction, let program else { return }
    for other in program.directions where other.id != direction {
      let record = bytes.text.replacing("\"\(direction)\"", with: "\"\(other.id)\"")
      if let assessment = assessor?.assess(Bytes(record.utf8)) { checkAssessment(assessment) }
    }
  }

  private func checkAssessment(_ assessment: Assessment) {
    do throws(Diagnostic) {
      let read = try Assessment(json: assessment.json)
      precondition(read == assessment && read.json == assessment.json, "a result is different when read back")
    } catch {
      preconditionFailure("a result is not JSON: \(assessment.json.text)")
    }
  }

  /// Checks that a line of a batch, which is scanned, has the same result as when it is parsed.
  private func checkLine(_ bytes: Bytes) {
    // A batch may read any other input as something else than one line.
    guard bytes.first == UInt8(ascii: "{"), !bytes.contains(0x0A), let programs, let parsed = assessor?.assess(bytes) else {
      return
    }
    let expected = parsed.json + [0x0A]
    if lines(of: bytes, programs) == expected { return }
    // The batch may have seen the id before.
    batch = nil
    precondition(lines(of: bytes, programs) == expected, "a scanned line has a different result than a parsed one")
  }

  /// Returns the lines that a batch writes for an input; the next input reuses the batch.
  private func lines(of bytes: Bytes, _ programs: Programs) -> Bytes {
    let batch = batch ?? Batch(programs)
    self.batch = batch
    var lines: Bytes = []
    func ignore(_ diagnostic: Diagnostic) {}
    do throws(Diagnostic) {
      let sink = try ByteSink(file)
      try sink.write(bytes)
      try sink.finish()
      _ = try batch.evaluateLines(
        try Input(file.string, form: .json, programs: programs), of: Set(Verdict.allCases), report: ignore
      ) { block throws(Diagnostic) in lines += block.lines }
    } catch {
      preconditionFailure(error.text(.english))
    }
    return lines
  }

  private func checkPlugin(_ bytes: Bytes) {
    guard let sink = try? ByteSink(folder.appending("program.lua")), (try? sink.write(bytes)) != nil, (try? sink.finish()) != nil,
      let plugins = try? PluginFolder(folder.removingLastComponent())
    else { return }
    var faults: [Diagnostic] = []
    let programs = Programs(plugins, Configuration(Self.configuration, path: "keping.yaml", faults: &faults))
    checkDiagnostics(faults + programs.pluginFaults)
    var assessor = Assessor(programs)
    checkAssessment(assessor.assess(Bytes(Self.record.utf8)))
  }

  private static let configuration = """
    programs: { demo: on }
    limits: { loadInstructions: 300000, instructions: 100000, loadSeconds: 1, seconds: 1, memoryMegabytes: 8 }
    """
  private static let manifest = """
    id: demo
    version: 1.0.0
    api: 1
    year: 2024
    plan: { id: demo, ordinal: 计划一, title: 演示 }
    projectTypes: [{ id: "1", title: 类型, directions: [{ id: "1.1", title: 方向 }] }]
    """
  private static let record =
    #"{"id":"A","year":2024,"direction":"1.1","title":"t","applicant":{"name":"n","kind":"enterprise"},"expected":{"sites":1}}"#
}

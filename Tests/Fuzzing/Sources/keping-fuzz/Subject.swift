import Foundation
import KepingBatch
import KepingCore
import KepingFiles
import KepingPlugins
import SystemPackage

enum FuzzTarget: String, CaseIterable { case json, scan, configuration, manifest, plugin }

/// What outsiders feed to keping, taken in as the product does; whatever it is, nothing may crash, hang or lie.
final class Subject {
  private let target: FuzzTarget
  private var evaluator = Evaluator()
  /// Scans where the other one parses.
  private var scanner = Evaluator()
  private var tape = JSONTape()
  private let program: PluginProgram?
  private let compiled: CompiledProgram?
  private let folder: FilePath

  init(_ target: FuzzTarget) {
    self.target = target
    let plugins = FilePath(#filePath).removingLastComponent().appending("../../../../Plugins")
    let id = FilePath("/dev/shm/keping-fuzz-\(ProcessInfo.processInfo.processIdentifier)")
    folder = id.appending("demo")
    program = try? PluginProgram(try Plugin(plugins.appending("jili-2024")))
    compiled = program.map { CompiledProgram($0.program) }
    guard target == .plugin else { return }
    try? Folder.make(folder)
    try? Folder.write(Self.manifest, to: folder.appending("plugin.yaml"))
  }

  func take(_ bytes: Bytes) {
    switch target {
    case .json: takeRecord(bytes)
    case .scan: takeLine(bytes)
    case .configuration:
      guard let text = String(validating: bytes, as: UTF8.self) else { return }
      var faults: [Diagnostic] = []
      var configuration = Configuration(text, path: "keping.yaml", faults: &faults)
      do throws(Diagnostic) { try configuration.set(String(text.prefix(100))) } catch { faults.append(error) }
      check(faults)
    case .manifest:
      guard let text = String(validating: bytes, as: UTF8.self) else { return }
      do throws(Diagnostic) { _ = try Manifest(text, path: "plugin.yaml") } catch { check([error]) }
    case .plugin: takePlugin(bytes)
    }
  }

  private func check(_ faults: [Diagnostic]) {
    for fault in faults {
      let line = fault.text(.chinese)
      precondition(!line.contains("\n") && !line.contains("\u{1b}"), "a diagnostic is one plain line")
    }
  }

  private func takeRecord(_ bytes: Bytes) {
    do throws(JSONFault) {
      try evaluator.record.tape.read(bytes, 0..<bytes.count)
    } catch {
      precondition((0...bytes.count).contains(error.offset), "a fault has a place")
      return
    }
    evaluator.record.bindHost(bytes)
    evaluator.begin()
    guard let program, let compiled else { return }
    if evaluator.record.faults.isEmpty { evaluator.record.bindProgram(program.program.schema) }
    for direction in program.program.directions.indices where evaluator.record.faults.isEmpty {
      let result = Self.result(of: &evaluator, compiled, direction, program)
      do throws(JSONFault) { try tape.read(result, 0..<result.count) } catch {
        preconditionFailure("a result is no JSON: \(result.text)")
      }
    }
  }

  /// What is scanned gives the same result as when it is parsed.
  private func takeLine(_ bytes: Bytes) {
    let bytes = bytes + Bytes(repeating: 0x20, count: 24)
    guard let program, let compiled,
      let end = scanner.record.scan(bytes, from: 0, isLine: true, { year, _ in year == 2024 ? compiled : nil })
    else { return }
    do throws(JSONFault) { try evaluator.record.tape.read(bytes, 0..<end) } catch {
      preconditionFailure("what was scanned is no JSON")
    }
    evaluator.record.bindHost(bytes)
    precondition(evaluator.record.faults.isEmpty, "the host's fields are at fault")
    evaluator.record.bindProgram(program.program.schema)
    precondition(evaluator.record.faults.isEmpty, "the program's fields are at fault")
    for direction in program.program.directions.indices {
      precondition(
        Self.result(of: &scanner, compiled, direction, program) == Self.result(of: &evaluator, compiled, direction, program))
    }
  }

  private static func result(
    of evaluator: inout Evaluator, _ compiled: CompiledProgram, _ direction: Int, _ program: PluginProgram
  ) -> Bytes {
    evaluator.begin()
    do throws(EvaluationFailure) { try evaluator.evaluate(compiled, direction, program) } catch { evaluator.fail(error) }
    var result: Bytes = []
    evaluator.evaluation.append(to: &result)
    return result
  }

  private func takePlugin(_ bytes: Bytes) {
    guard let sink = try? ByteSink(folder.appending("program.lua")), (try? sink.write(bytes)) != nil, (try? sink.finish()) != nil,
      let plugin = try? Plugin(folder)
    else { return }
    var limits = Limits()
    limits.loadInstructions = 300_000
    limits.instructions = 100_000
    limits.loadSeconds = 1
    limits.seconds = 1
    limits.memory = 8 << 20
    do throws(LoadFailure) {
      let loaded = try PluginProgram(plugin, limits: limits)
      let record = Bytes(Self.record.utf8)
      do throws(JSONFault) { try evaluator.record.tape.read(record, 0..<record.count) } catch { return }
      evaluator.record.bindHost(record)
      evaluator.begin()
      evaluator.record.bindProgram(loaded.program.schema)
      let compiled = CompiledProgram(loaded.program)
      for direction in loaded.program.directions.indices {
        evaluator.begin()
        do throws(EvaluationFailure) { try evaluator.evaluate(compiled, direction, loaded) } catch { evaluator.fail(error) }
      }
    } catch {
      check([error.diagnostic])
    }
  }

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

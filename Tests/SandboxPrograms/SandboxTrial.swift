import Foundation
import KepingBatch
import KepingCore
import KepingPlugins
import KepingPrograms
import SystemPackage

/// Holds programs to the promises of the sandbox, one after the other: evaluates applications in several orders and Lua states,
/// and compares their results.
public final class SandboxTrial {
  /// What a trial does in addition to comparing results.
  public struct Options: Sendable {
    /// The processor time, in seconds, that one application may take; nil for any.
    public var seconds: Double?
    /// The processor time, in seconds, that loading may take; nil for any.
    public var loadSeconds: Double?
    /// Whether the applications are evaluated only once, to compare their results with those of another process.
    public var isBrief = false

    /// Creates options that measure no time.
    public init() {}
  }

  private let folder: URL
  private let options: Options
  private let configuration: Configuration
  /// A shipped program, which is evaluated after each program.
  private var shipped: Assessor
  private let undisturbed: String
  private var report = SandboxReport()

  /// Creates a trial that uses a folder for the programs.
  ///
  /// - Parameter plugins: the folder of the shipped plugins.
  /// - Throws: ``Diagnostic``, or an error of the file system.
  public init(folder: URL, plugins: URL, _ options: Options = Options()) throws {
    self.folder = folder
    self.options = options
    try FileManager.default.createDirectory(
      at: folder.appendingPathComponent("Plugins/attack"), withIntermediateDirectories: true)
    try Self.manifest.write(
      to: folder.appendingPathComponent("Plugins/attack/plugin.yaml"), atomically: false, encoding: .utf8)
    var faults: [Diagnostic] = []
    configuration = Configuration(Self.settings, path: "keping.yaml", faults: &faults)
    let shippedConfiguration = Configuration("programs: { jili-2024: on }", path: "keping.yaml", faults: &faults)
    if let fault = faults.first { throw fault }
    shipped = Assessor(Programs(try PluginFolder(FilePath(plugins.path)), shippedConfiguration))
    undisturbed = shipped.assess(Bytes(Self.shippedApplication.utf8)).json.text
  }

  /// Returns what a program does.
  public func run(_ program: SandboxProgram) throws -> SandboxReport {
    report = SandboxReport()
    for (name, text) in [("program", program.source), ("parts", program.parts)] {
      try Data(text.utf8).write(to: folder.appendingPathComponent("Plugins/attack/\(name).lua"))
    }
    compareOrders()
    if shipped.assess(Bytes(Self.shippedApplication.utf8)).json.text != undisturbed {
      find(.disturbed, "jili-2024 has another result")
    }
    return report
  }

  private func find(_ kind: SandboxFind.Class, _ detail: String) {
    if !report.finds.contains(where: { $0.kind == kind }) { report.finds.append(SandboxFind(kind, String(detail.prefix(4000)))) }
  }

  // MARK: Orders and states

  private func compareOrders() {
    let count = Self.applications.count
    guard let first = State(self) else { return }
    report.loadFailure = first.loadFailure
    report.answers = first.answers(to: Array(0..<count))
    for answer in report.answers { report.ends[answer.end, default: 0] += 1 }
    if options.isBrief || isTooSlow { return }
    if report.loadFailure == nil {
      compare(first.answers(to: Array((0..<count).reversed())).reversed(), "in reversed order", .order)
      compare(first.answers(to: Array(0..<count)), "again", .order)
    }
    guard !isTooSlow, let second = State(self) else { return }
    // Each other application is the first of a state here.
    let order = (0..<count).map { ($0 * 5 + 3) % count }
    let answers = second.answers(to: order)
    var sorted = answers
    for (position, index) in order.enumerated() { sorted[index] = answers[position] }
    compare(sorted, "in another state", .state)
    if !isTooSlow { compareLines() }
  }

  private var isTooSlow: Bool { report.finds.contains { $0.kind == .slow || $0.kind == .time } }

  private func compare(_ answers: [SandboxAnswer], _ when: String, _ kind: SandboxFind.Class) {
    for (index, (expected, answer)) in zip(report.answers, answers).enumerated() where expected != answer {
      let isNear = kind == .state && [expected.end, answer.end].contains("memory")
      let isSame = expected.line == answer.line
      find(
        isNear ? .memoryLimit : isSame && kind == .order ? .spent : kind,
        """
        application \(index) \(when): \(expected.end) after \(expected.spent ?? 0) instructions, then \(answer.end) after \
        \(answer.spent ?? 0)
        \(expected.line)
        \(answer.line)
        """)
    }
  }

  /// Compares the lines that the command writes, by two workers if there are enough applications, with the results as values.
  private func compareLines() {
    let file = folder.appendingPathComponent("input.jsonl")
    var lines: Bytes = []
    do {
      try Data(Self.applications.joined(separator: "\n").utf8).write(to: file)
      let programs = Programs(try PluginFolder(FilePath(folder.path + "/Plugins")), configuration)
      let input = try Input(file.path, form: .json, programs: programs)
      func ignore(_ diagnostic: Diagnostic) {}
      _ = try Batch(programs, jobs: 2).evaluateLines(input, of: Set(Verdict.allCases), report: ignore) {
        block throws(Diagnostic) in lines += block.lines
      }
    } catch {
      return find(.line, "\(error)")
    }
    let expected = report.answers.map { $0.line + "\n" }.joined()
    guard lines.text != expected else { return }
    find(report.ends["memory"] == nil ? .line : .memoryLimit, "\(expected)\n\(lines.text)")
  }

  // MARK: A state

  /// A program in a Lua state of its own.
  private struct State {
    let trial: SandboxTrial
    let program: PluginProgram?
    let loadFailure: String?
    var assessor: Assessor

    init?(_ trial: SandboxTrial) {
      self.trial = trial
      guard let folder = try? PluginFolder(FilePath(trial.folder.path + "/Plugins")) else { return nil }
      let start = processorSeconds()
      let programs = Programs(folder, trial.configuration)
      let seconds = processorSeconds() - start
      assessor = Assessor(programs)
      switch programs.entries.first?.status {
      case .on(let program, _)?: (self.program, loadFailure) = (program, nil)
      case .broken(let failure)?: (program, loadFailure) = (nil, failure.failure.kind.rawValue)
      case .off?, nil: return nil
      }
      for fault in programs.pluginFaults + programs.configurationFaults {
        if let problem = impurity(of: fault.text(.chinese) + fault.text(.english), hidesPaths: false) {
          trial.find(.message, "\(problem): \(fault.text(.english))")
        }
      }
      if let limit = trial.options.loadSeconds, seconds > limit { trial.find(.slow, "loading took \(seconds) s") }
    }

    /// Evaluates applications one after the other.
    func answers(to order: [Int]) -> [SandboxAnswer] {
      var assessor = assessor
      return order.map { index in
        let start = processorSeconds()
        let assessment = assessor.assess(Bytes(SandboxTrial.applications[index].utf8))
        let seconds = processorSeconds() - start
        let line = assessment.json.text
        let end = assessment.failure?.plugin?.kind.rawValue ?? assessment.failure?.code.rawValue ?? "well"
        let spent = program.map { SandboxTrial.instructions - Int($0.instructionsLeft) }
        if let limit = trial.options.seconds, seconds > limit {
          trial.find(.slow, "application \(index) took \(seconds) s and \(spent ?? 0) instructions: \(end)")
        }
        if end == "time" { trial.find(.time, line) }
        for text in assessment.texts {
          if let problem = impurity(of: text, hidesPaths: true) { trial.find(.message, "\(problem): \(line)") }
        }
        return SandboxAnswer(line: line, spent: end == "time" ? nil : spent, end: end)
      }
    }
  }
}

/// The processor time of this process, in seconds.
private func processorSeconds() -> Double {
  var time = timespec()
  clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time)
  return Double(time.tv_sec) + Double(time.tv_nsec) * 1e-9
}

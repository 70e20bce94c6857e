import Foundation
import SandboxPrograms

/// The part of the command that starts children and collects what they find.
struct Parent: Sendable {
  /// What a child found out about a program.
  enum Outcome: Sendable {
    case tried(Child.Trial)
    case died(SandboxFind)
  }

  let isSanitized: Bool
  /// The seconds by the clock after which a child is ended that neither computes nor ends.
  private static let patience = 1800.0

  /// Tries programs in both roles and returns their outcomes with all finds, by seed.
  func outcomes(seed: UInt64, count: Int, file: URL? = nil) async throws -> [(seed: UInt64, outcome: Outcome)] {
    async let other = outcomes(.second, seed, count, file)
    let first = try await outcomes(.first, seed, count, file)
    let second = try await other
    return first.keys.sorted().map { key in
      switch (first[key]!, second[key]) {
      case (.tried(var trial), .tried(let other)?):
        if let find = difference(trial.report, other.report) { trial.report.finds.append(find) }
        if trial.megabytes > (isSanitized ? 1600 : 400) {
          trial.report.finds.append(SandboxFind(.memory, "\(trial.megabytes) MB of resident memory"))
        }
        return (key, .tried(trial))
      case (.tried, .died(let find)?): return (key, .died(find))
      case (let outcome, _): return (key, outcome)
      }
    }
  }

  private func difference(_ first: SandboxReport, _ second: SandboxReport) -> SandboxFind? {
    for (index, (one, other)) in zip(first.answers, second.answers).enumerated() where one != other {
      return SandboxFind(
        [one.end, other.end].contains("memory") ? .memoryLimit : .process,
        """
        application \(index) in another process: \(one.end) after \(one.spent ?? 0) instructions, then \(other.end) after \
        \(other.spent ?? 0)
        \(one.line)
        \(other.line)
        """)
    }
    return nil
  }

  /// Tries programs in children of one role: a new child goes on after the program at which one died.
  private func outcomes(_ role: Arguments.Role, _ seed: UInt64, _ count: Int, _ file: URL?) async throws -> [UInt64: Outcome] {
    var outcomes: [UInt64: Outcome] = [:]
    var next = seed
    while next < seed + UInt64(count) {
      var words = ["--child", role.rawValue, "--seed", "\(next)", "--count", "\(seed + UInt64(count) - next)"]
      if let file { words += ["--file", file.path] }
      if isSanitized { words.append("--sanitized") }
      let (output, death) = try await run(words)
      var last: UInt64?
      for line in output.split(separator: "\n") {
        if let begun = UInt64(line) {
          last = begun
        } else if let trial = try? JSONDecoder().decode(Child.Trial.self, from: Data(line.utf8)) {
          outcomes[trial.seed] = .tried(trial)
          last = nil
        }
      }
      guard let death else { break }
      guard let last else { throw CocoaError(.executableLoad, userInfo: ["death": death.detail]) }
      outcomes[file == nil ? last : seed] = .died(death)
      next = last + 1
      if file != nil { break }
    }
    return outcomes
  }

  /// Runs a child and returns its output, and why it ended unless it ended well.
  private func run(_ words: [String]) async throws -> (String, SandboxFind?) {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent("sandbox-fuzz-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let files = ["output", "errors"].map { folder.appendingPathComponent($0) }
    for file in files { try Data().write(to: file) }
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/proc/self/exe").resolvingSymlinksInPath()
    process.arguments = words
    process.standardOutput = try FileHandle(forWritingTo: files[0])
    process.standardError = try FileHandle(forWritingTo: files[1])
    var environment = ProcessInfo.processInfo.environment
    environment["SWIFT_BACKTRACE"] = "enable=no"
    environment["ASAN_OPTIONS"] = "exitcode=66:detect_leaks=0:allocator_may_return_null=1:hard_rss_limit_mb=4000"
    process.environment = environment
    try process.run()
    let start = ContinuousClock.now
    var isPatient = true
    while process.isRunning {
      try await Task.sleep(for: .milliseconds(10))
      if isPatient, ContinuousClock.now - start > .seconds(Self.patience) {
        isPatient = false
        kill(process.processIdentifier, SIGKILL)
      }
    }
    try? FileManager.default.removeItem(at: Child.folder(of: process.processIdentifier))
    let output = String(decoding: try Data(contentsOf: files[0]), as: UTF8.self)
    let errors = String(decoding: try Data(contentsOf: files[1]).suffix(6000), as: UTF8.self)
    let status = process.terminationStatus
    if process.terminationReason == .uncaughtSignal {
      let kind: SandboxFind.Class = !isPatient ? .hang : status == SIGXCPU ? .processor : .signal
      return (output, SandboxFind(kind, "signal \(status)\n\(errors)"))
    }
    return (output, status == 0 ? nil : SandboxFind(.signal, "exit code \(status)\n\(errors)"))
  }
}

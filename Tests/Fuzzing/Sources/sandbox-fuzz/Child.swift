import Foundation
import Glibc
import SandboxPrograms

/// The part of the command that runs programs, in a process of its own, so that a crash is found and attributed to its program.
struct Child {
  /// What a child writes about a program after trying it.
  struct Trial: Codable {
    let seed: UInt64
    var report: SandboxReport
    /// The processor time in seconds.
    let seconds: Double
    /// The largest resident memory in megabytes.
    let megabytes: Int
  }

  /// The folder in which a process keeps the programs that it tries.
  static func folder(of process: pid_t) -> URL { URL(fileURLWithPath: "/dev/shm/sandbox-fuzz-\(process)") }

  private let arguments: Arguments
  private let trial: SandboxTrial

  init(_ arguments: Arguments, as role: Arguments.Role) throws {
    self.arguments = arguments
    var options = SandboxTrial.Options()
    options.isBrief = role == .second
    options.seconds = arguments.isSanitized ? 10 : 2
    options.loadSeconds = arguments.isSanitized ? 20 : 5
    let plugins = URL(fileURLWithPath: #filePath).appendingPathComponent("../../../../../Plugins").standardized
    trial = try SandboxTrial(folder: Self.folder(of: getpid()), plugins: plugins, options)
    // A sanitizer reserves far more address space than it uses; its own option limits the memory.
    if !arguments.isSanitized { setLimit(RLIMIT_AS, 3 << 30) }
    setLimit(RLIMIT_CORE, 0)
    // A process that was started from a thread of Swift's concurrency has all signals blocked, that of the limit among them.
    var none = sigset_t()
    sigemptyset(&none)
    sigprocmask(SIG_SETMASK, &none, nil)
  }

  /// Tries the programs one after the other, and writes what they did to the standard output.
  func run() throws {
    if let file = arguments.file {
      return try run(SandboxProgram(text: String(contentsOf: file, encoding: .utf8)), seed: 0)
    }
    for offset in 0..<UInt64(arguments.count ?? 0) {
      try run(SandboxProgram(seed: arguments.seed + offset), seed: arguments.seed + offset)
    }
  }

  private func run(_ program: SandboxProgram, seed: UInt64) throws {
    write("\(seed)\n")
    releaseMemory()
    // Resets the largest resident memory.
    try? Data("5".utf8).write(to: URL(fileURLWithPath: "/proc/self/clear_refs"))
    let start = processorSeconds()
    setLimit(RLIMIT_CPU, Int(start) + (arguments.isSanitized ? 100 : 20))
    let report = try trial.run(program)
    let result = Trial(seed: seed, report: report, seconds: processorSeconds() - start, megabytes: peakMegabytes())
    write(String(decoding: try JSONEncoder().encode(result), as: UTF8.self) + "\n")
  }

  private func write(_ text: String) { FileHandle.standardOutput.write(Data(text.utf8)) }

  private func processorSeconds() -> Double {
    var time = timespec()
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) * 1e-9
  }

  private func peakMegabytes() -> Int {
    guard let status = try? String(contentsOfFile: "/proc/self/status", encoding: .utf8) else { return 0 }
    let line = status.split(separator: "\n").first { $0.hasPrefix("VmHWM:") }
    return (line?.split(whereSeparator: \.isWhitespace).dropFirst().first.flatMap { Int($0) } ?? 0) >> 10
  }

  /// Returns unused memory to the system, so that it does not count for the next program.
  private func releaseMemory() {
    // The module map of Glibc does not have malloc_trim.
    guard let function = dlsym(nil, "malloc_trim") else { return }
    _ = unsafeBitCast(function, to: (@convention(c) (Int) -> CInt).self)(0)
  }

  private func setLimit(_ resource: __rlimit_resource, _ value: Int) {
    let resource = __rlimit_resource_t(resource.rawValue)
    var limit = rlimit()
    getrlimit(resource, &limit)
    limit.rlim_cur = rlim_t(value)
    setrlimit(resource, &limit)
  }
}

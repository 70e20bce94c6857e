import Foundation
import SystemPackage

/// The same program in a process of its own, for what this one must survive.
public enum ChildProcess {
  public enum End: Sendable, Equatable {
    case exit(Int32)
    case signal(Int32)
    /// It was ended, since it took too long.
    case timeout
    /// It could not be started.
    case failed
  }

  /// Runs the program with other arguments and waits for it; what it prints is dropped.
  /// - Parameter seconds: the most time it may take.
  public static func run(_ arguments: [String], seconds: Double) -> End {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/proc/self/exe").resolvingSymlinksInPath()
    process.arguments = arguments
    // A crash is an answer here, and no reason to write a report.
    process.environment = ProcessInfo.processInfo.environment.merging(["SWIFT_BACKTRACE": "enable=no"]) { $1 }
    process.standardInput = FileHandle.nullDevice
    process.standardOutput = FileHandle.nullDevice
    process.standardError = FileHandle.nullDevice
    let ended = DispatchSemaphore(value: 0)
    process.terminationHandler = { _ in ended.signal() }
    guard (try? process.run()) != nil else { return .failed }
    if ended.wait(timeout: .now() + seconds) == .timedOut {
      process.terminate()
      kill(process.processIdentifier, SIGKILL)
      return .timeout
    }
    return process.terminationReason == .uncaughtSignal ? .signal(process.terminationStatus) : .exit(process.terminationStatus)
  }
}

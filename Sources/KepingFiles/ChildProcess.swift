import FoundationEssentials
import Glibc

/// Runs the current executable in a child process, for work that may crash or hang.
public enum ChildProcess {
  /// The way in which a child process ended.
  public enum End: Sendable, Equatable {
    /// The process exited with this status.
    case exit(Int32)
    /// A signal with this number ended the process.
    case signal(Int32)
    /// The process used too much processor time and was killed.
    case timeout
    /// The process could not be started.
    case failed
  }

  /// Runs the executable with the given arguments, waits for it, and discards its output.
  ///
  /// - Parameter seconds: the processor time of the process, in seconds, after which it is killed. Elapsed time would depend
  ///   on what else the machine does.
  public static func run(_ arguments: [String], seconds: Double) -> End {
    guard let process = start(arguments) else { return .failed }
    var status: Int32 = 0
    while unsafe waitpid(process, &status, WNOHANG) == 0 {
      guard processorTime(of: process) < seconds else {
        kill(process, SIGKILL)
        unsafe waitpid(process, &status, 0)
        return .timeout
      }
      usleep(2000)
    }
    // The low 7 bits are the signal, the next byte is the exit status. Swift cannot use the macros of wait(2).
    return status & 0x7F == 0 ? .exit(status >> 8 & 0xFF) : .signal(status & 0x7F)
  }

  /// Returns the processor time that a process has used, in seconds; 0 if it has just ended.
  package static func processorTime(of process: pid_t) -> Double {
    var clock = clockid_t()
    var time = timespec()
    guard unsafe clock_getcpuclockid(process, &clock) == 0, unsafe clock_gettime(clock, &time) == 0 else { return 0 }
    return Double(time.tv_sec) + Double(time.tv_nsec) * 1e-9
  }

  private static func start(_ arguments: [String]) -> pid_t? {
    var streams = unsafe posix_spawn_file_actions_t()
    guard unsafe posix_spawn_file_actions_init(&streams) == 0 else { return nil }
    defer { unsafe posix_spawn_file_actions_destroy(&streams) }
    for stream in [STDIN_FILENO, STDOUT_FILENO, STDERR_FILENO] {
      guard unsafe posix_spawn_file_actions_addopen(&streams, stream, "/dev/null", O_RDWR, 0) == 0 else { return nil }
    }
    // The caller expects crashes, so a backtrace would be noise.
    let environment = ProcessInfo.processInfo.environment.merging(["SWIFT_BACKTRACE": "enable=no"]) { $1 }
    var argumentPointers = unsafe (["keping"] + arguments).map { unsafe strdup($0) } + [nil]
    var variablePointers = unsafe environment.map { unsafe strdup("\($0)=\($1)") } + [nil]
    defer {
      for index in unsafe argumentPointers.indices { unsafe free(argumentPointers[index]) }
      for index in unsafe variablePointers.indices { unsafe free(variablePointers[index]) }
    }
    var process: pid_t = 0
    return unsafe posix_spawn(&process, "/proc/self/exe", &streams, nil, &argumentPointers, &variablePointers) == 0
      ? process : nil
  }
}

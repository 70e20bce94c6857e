import SystemPackage

/// How plugins run in processes of their own, which may use a limited amount of memory, no files, no network and no processes.
///
/// What leaves the process is Lua with the vocabulary that it drives. Each thread that has programs has one child process for
/// them (``IsolatedWorker``); the child is the same executable, started with ``IsolatedProcess/argument``.
public struct Isolation: Sendable {
  /// The executable of the child processes, whose main function begins with ``IsolatedProcess/runIfRequested(_:)``.
  public let executable: FilePath

  /// Creates a way to run plugins in processes of their own.
  ///
  /// - Parameter executable: the executable of the child processes; without one, the executable of this process.
  public init(executable: FilePath = "/proc/self/exe") {
    self.executable = executable
  }
}

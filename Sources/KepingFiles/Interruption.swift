import Dispatch
import Glibc
import Synchronization
import SystemPackage

/// Removes partial files before a signal such as Ctrl-C ends the process.
public enum Interruption {
  private static let partials = Mutex<[FilePath]>([])

  static func remember(_ path: FilePath) {
    partials.withLock { $0.append(path) }
    isWatched.withLock { if $0 == false { $0 = watch() } }
  }
  static func forget(_ path: FilePath) { partials.withLock { $0.removeAll { $0 == path } } }

  static func partialName(beside path: FilePath) -> FilePath {
    let name = path.lastComponent?.string ?? "output"
    return path.removingLastComponent().appending(".\(name).\(getpid()).partial")
  }

  /// Makes the process ignore SIGPIPE, and exit with status 128 plus the signal's number on SIGINT, SIGTERM and SIGHUP.
  public static func install() {
    signal(SIGPIPE, SIG_IGN)
    for number in signals { signal(number) { _exit(128 + $0) } }
    isWatched.withLock { $0 = false }
  }

  private static let signals = [SIGINT, SIGTERM, SIGHUP]
  /// Whether a thread waits for signals in order to remove partial files.
  ///
  /// The thread starts with the first partial file. Nil if ``install()`` was not called; signals are then left alone.
  private static let isWatched = Mutex<Bool?>(nil)
  private static let signalNumber = Atomic<Int32>(0)
  private static let signalReceived = DispatchSemaphore(value: 0)

  /// Starts a thread that a signal wakes, so that the clean-up is ordinary code and not part of a signal handler.
  ///
  /// - Returns: false if the system has no thread left; a signal then still ends the process at once.
  private static func watch() -> Bool {
    // Initialises the static property now: a signal handler must not run its lazy initialiser, which takes a lock.
    let signalReceived = signalReceived
    let isStarted = Threads.start {
      signalReceived.wait()
      for partial in partials.withLock({ $0 }) { Folder.remove(partial) }
      _exit(128 + signalNumber.load(ordering: .acquiring))
    }
    guard isStarted else { return false }
    for number in signals {
      signal(number) {
        // Neither call allocates or locks, which a signal handler must not do.
        Interruption.signalNumber.store($0, ordering: .releasing)
        Interruption.signalReceived.signal()
      }
    }
    return true
  }
}

import Dispatch
import Glibc
import Synchronization
import SystemPackage

/// What happens when the user presses Ctrl-C: files that are half written are removed first.
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

  /// Makes the process ignore a reader that goes away, and end by a signal with a status of its own.
  public static func install() {
    signal(SIGPIPE, SIG_IGN)
    for number in signals { signal(number) { _exit(128 + $0) } }
    isWatched.withLock { $0 = false }
  }

  private static let signals = [SIGINT, SIGTERM, SIGHUP]
  /// False until there is something to remove, which needs a thread; nil where the process is not the command's own.
  private static let isWatched = Mutex<Bool?>(nil)
  private static let signalNumber = Atomic<Int32>(0)
  private static let signalReceived = DispatchSemaphore(value: 0)

  /// Has a signal wake a thread of its own, so that what cleans up is ordinary code.
  /// - Returns: false where the system has no thread left: then a signal still ends the process at once.
  private static func watch() -> Bool {
    // Made before there is a handler, which could not wait for it.
    let signalReceived = signalReceived
    let isStarted = Threads.start {
      signalReceived.wait()
      for partial in partials.withLock({ $0 }) { Folder.remove(partial) }
      _exit(128 + signalNumber.load(ordering: .acquiring))
    }
    guard isStarted else { return false }
    for number in signals {
      signal(number) {
        // Neither takes memory or a lock, which a signal's handler may not.
        Interruption.signalNumber.store($0, ordering: .releasing)
        Interruption.signalReceived.signal()
      }
    }
    return true
  }
}

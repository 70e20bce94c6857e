import Dispatch
import Glibc
import Synchronization
import SystemPackage

/// What happens when the user presses Ctrl-C: files that are half written are removed first.
public enum Interruption {
  private static let partials = Mutex<[FilePath]>([])

  static func remember(_ path: FilePath) {
    partials.withLock { $0.append(path) }
    watchers.withLock { if $0?.isEmpty == true { $0 = signals.map(watch) } }
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
    watchers.withLock { $0 = [] }
  }

  private static let signals = [SIGINT, SIGTERM, SIGHUP]
  /// None until there is something to remove: they need a thread. nil where the process is not the command's own.
  private static let watchers = Mutex<[any DispatchSourceSignal]?>(nil)

  /// Has a signal arrive on a thread of its own, so that what cleans up is ordinary code.
  private static func watch(_ number: Int32) -> any DispatchSourceSignal {
    signal(number, SIG_IGN)
    let source = DispatchSource.makeSignalSource(signal: number, queue: .global())
    source.setEventHandler {
      for partial in partials.withLock({ $0 }) { Folder.remove(partial) }
      exit(128 + number)
    }
    source.activate()
    return source
  }
}

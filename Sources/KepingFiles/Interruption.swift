import Foundation
import Synchronization
import SystemPackage

/// What happens when the user presses Ctrl-C: files that are half written are removed first.
public enum Interruption {
  private static let partials = Mutex<[FilePath]>([])

  static func remember(_ path: FilePath) { partials.withLock { $0.append(path) } }
  static func forget(_ path: FilePath) { partials.withLock { $0.removeAll { $0 == path } } }

  static func partialName(beside path: FilePath) -> FilePath {
    let name = path.lastComponent?.string ?? "output"
    return path.removingLastComponent().appending(".\(name).\(getpid()).partial")
  }

  /// Makes the process ignore a reader that goes away, and clean up before it ends by a signal.
  ///
  /// The signals arrive on a thread of their own, so that what cleans up is ordinary code.
  public static func install() -> [any DispatchSourceSignal] {
    signal(SIGPIPE, SIG_IGN)
    return [SIGINT, SIGTERM, SIGHUP].map { number in
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
}

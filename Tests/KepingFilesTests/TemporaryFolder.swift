import Foundation
import Glibc
import KepingCore
import SystemPackage

/// A temporary folder for one test, removed with its contents.
final class TemporaryFolder {
  let path: FilePath

  init() throws {
    let url = FileManager.default.temporaryDirectory.appendingPathComponent("keping-files-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
    path = FilePath(url.path)
  }

  deinit { try? FileManager.default.removeItem(atPath: path.string) }

  /// The names in the folder, including hidden ones, sorted.
  var names: [String] { get throws { try FileManager.default.contentsOfDirectory(atPath: path.string).sorted() } }

  func url(_ name: String) -> URL { URL(fileURLWithPath: path.appending(name).string) }

  /// Creates a file and returns its path.
  @discardableResult
  func write(_ bytes: some Sequence<UInt8>, to name: String) throws -> FilePath {
    try Data(bytes).write(to: url(name))
    return path.appending(name)
  }

  /// Creates a symbolic link and returns its path.
  func link(_ name: String, to target: String) throws -> FilePath {
    try FileManager.default.createSymbolicLink(atPath: path.appending(name).string, withDestinationPath: target)
    return path.appending(name)
  }

  /// Creates a FIFO and returns its path.
  func pipe(_ name: String) throws -> FilePath {
    guard mkfifo(path.appending(name).string, 0o600) == 0 else { throw Errno(rawValue: errno) }
    return path.appending(name)
  }

  func text(of name: String) throws -> String { String(decoding: try Data(contentsOf: url(name)), as: UTF8.self) }
}

/// Returns the diagnostic that a body throws; nil if it throws nothing.
func diagnostic(_ body: () throws -> Void) throws -> Diagnostic? {
  do {
    try body()
    return nil
  } catch let diagnostic as Diagnostic {
    return diagnostic
  }
}

extension Diagnostic {
  /// The code, the path and the English message.
  var summary: String { "\(code) \(path): \(wording.english)" }
}

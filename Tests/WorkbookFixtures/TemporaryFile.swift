import Foundation
import SystemPackage

/// A temporary file that is deleted together with the object.
public final class TemporaryFile {
  /// The path of the file.
  public let path: FilePath

  /// Creates a file with some bytes; its name ends with `ending`.
  public init(_ bytes: [UInt8] = [], ending: String = "") throws {
    let url = FileManager.default.temporaryDirectory.appendingPathComponent("keping-\(UUID().uuidString)\(ending)")
    try Data(bytes).write(to: url)
    path = FilePath(url.path)
  }

  deinit { try? FileManager.default.removeItem(atPath: path.string) }
}

import Foundation
import SystemPackage

/// A file of some bytes, gone with its holder.
public final class TemporaryFile {
  public let path: FilePath

  public init(_ bytes: [UInt8] = [], ending: String = "") throws {
    let url = FileManager.default.temporaryDirectory.appendingPathComponent("keping-\(UUID().uuidString)\(ending)")
    try Data(bytes).write(to: url)
    path = FilePath(url.path)
  }

  deinit { try? FileManager.default.removeItem(atPath: path.string) }
}

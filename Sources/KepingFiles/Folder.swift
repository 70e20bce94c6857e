import FoundationEssentials
import Glibc
import KepingCore
import SystemPackage

/// What swift-system leaves to Foundation: folders, links, renaming.
public enum Folder {
  /// The names in a folder, sorted by their bytes; nil where it cannot be read.
  public static func names(in path: FilePath) -> [String]? {
    guard let names = try? FileManager.default.contentsOfDirectory(atPath: path.string) else { return nil }
    return names.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
  }

  /// Whether there is a folder at a path.
  public static func exists(_ path: FilePath) -> Bool { (try? path.stat())?.type == .directory }

  /// Whether there is a regular file at a path.
  public static func hasFile(_ path: FilePath) -> Bool { (try? path.stat())?.type == .regular }

  /// The folder for files that are gone when the program ends.
  public static var temporary: FilePath { FilePath(FileManager.default.temporaryDirectory.path) }

  /// The current folder.
  public static var current: FilePath { FilePath(FileManager.default.currentDirectoryPath) }

  /// The folder of the running program.
  public static var ofExecutable: FilePath? {
    (try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe"))
      .map { FilePath($0).removingLastComponent() }
  }

  /// A path with its symbolic links followed, as far as it exists.
  public static func resolved(_ path: FilePath) -> FilePath {
    if let real = unsafe realpath(path.string, nil) {
      defer { unsafe free(real) }
      return unsafe FilePath(platformString: real)
    }
    // What does not exist yet has a folder that does; at the root of all, or of what is relative, there is nothing to follow.
    guard let name = path.lastComponent else { return path }
    let folder = path.removingLastComponent()
    return (folder.isEmpty ? current : resolved(folder)).appending(name)
  }

  /// Whether two paths lead to the same existing file.
  public static func isSame(_ one: FilePath, _ other: FilePath) -> Bool {
    guard let first = try? one.stat(), let second = try? other.stat() else { return false }
    return first.deviceID == second.deviceID && first.inode == second.inode && first.type == .regular
  }

  /// Makes a folder, and those above it.
  /// - Throws: ``Diagnostic`` with code `unwritable-output`.
  public static func make(_ path: FilePath) throws(Diagnostic) {
    do {
      try FileManager.default.createDirectory(atPath: path.string, withIntermediateDirectories: true)
    } catch {
      throw Diagnostic(path: path.string, code: "unwritable-output", Wording("无法建立目录", "cannot make the folder"))
    }
  }

  /// Writes a small file whole or not at all.
  /// - Throws: ``Diagnostic`` with code `unwritable-output`.
  public static func write(_ text: String, to path: FilePath) throws(Diagnostic) {
    let sink = try ByteSink(path)
    try sink.write(Bytes(text.utf8))
    try sink.finish()
  }

  static func rename(_ path: FilePath, to target: FilePath) throws {
    // rename(2) replaces what is there in one step, which FileManager does not promise.
    guard unsafe Glibc.rename(path.string, target.string) == 0 else { throw Errno(rawValue: errno) }
  }

  static func remove(_ path: FilePath) { try? FileManager.default.removeItem(atPath: path.string) }
}

/// What the program is connected to.
public enum Terminal {
  /// Whether a descriptor is a terminal, which a person reads.
  public static func isTerminal(_ file: FileDescriptor) -> Bool { isatty(file.rawValue) == 1 }
}

import FoundationEssentials
import Glibc
import KepingCore
import SystemPackage

/// Operations on folders, links and names that swift-system does not offer.
public enum Folder {
  /// Returns the names in a folder, sorted by their UTF-8 bytes; nil if the folder cannot be read.
  public static func names(in path: FilePath) -> [String]? {
    guard let names = try? FileManager.default.contentsOfDirectory(atPath: path.string) else { return nil }
    return names.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
  }

  /// Returns whether a path leads to a folder.
  public static func exists(_ path: FilePath) -> Bool { (try? path.stat())?.type == .directory }

  /// Returns whether a path leads to a regular file.
  public static func hasFile(_ path: FilePath) -> Bool { (try? path.stat())?.type == .regular }

  /// Returns whether writing to a path would replace the content of an existing regular file.
  ///
  /// `/dev/stdout` and `/dev/fd/3` never do: they stand for a file that the caller has opened for writing.
  public static func wouldReplace(_ path: FilePath) -> Bool {
    let name = path.lexicallyNormalized()
    let isOpened =
      ["/dev/stdout", "/dev/stderr"].contains(name)
      || ["/dev/fd", "/proc/self/fd"].contains(name.removingLastComponent())
    return !isOpened && hasFile(path)
  }

  /// The system's folder for temporary files.
  public static var temporary: FilePath { FilePath(FileManager.default.temporaryDirectory.path) }

  /// Creates an empty folder of its own for temporary files.
  ///
  /// - Throws: ``Diagnostic`` with code `unwritable-output`.
  public static func makeTemporary(_ prefix: String) throws(Diagnostic) -> FilePath {
    let path = resolved(temporary).appending("\(prefix)-\(UUID().uuidString)")
    try make(path)
    return path
  }

  /// The current folder.
  public static var current: FilePath { FilePath(FileManager.default.currentDirectoryPath) }

  /// The folder of the running executable; nil if `/proc` does not show it.
  public static var ofExecutable: FilePath? {
    (try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe"))
      .map { FilePath($0).removingLastComponent() }
  }

  /// Returns a path with its symbolic links resolved, as far as the path exists.
  public static func resolved(_ path: FilePath) -> FilePath {
    if let real = unsafe realpath(path.string, nil) {
      defer { unsafe free(real) }
      return unsafe FilePath(platformString: real)
    }
    // The path does not exist: resolve its folder instead. `/` and an empty path have no folder to resolve.
    guard let name = path.lastComponent else { return path }
    let folder = path.removingLastComponent()
    return (folder.isEmpty ? current : resolved(folder)).appending(name)
  }

  /// Returns whether two paths lead to the same existing regular file.
  public static func isSame(_ one: FilePath, _ other: FilePath) -> Bool {
    guard let first = try? one.stat(), let second = try? other.stat() else { return false }
    return first.deviceID == second.deviceID && first.inode == second.inode && first.type == .regular
  }

  /// Creates a folder and its missing parents.
  ///
  /// - Throws: ``Diagnostic`` with code `unwritable-output`.
  public static func make(_ path: FilePath) throws(Diagnostic) {
    do {
      try FileManager.default.createDirectory(atPath: path.string, withIntermediateDirectories: true)
    } catch {
      throw Diagnostic(path: path.string, code: "unwritable-output", Wording("无法建立目录", "cannot create the folder"))
    }
  }

  /// Writes a small file, completely or not at all.
  ///
  /// - Throws: ``Diagnostic`` with code `unwritable-output`.
  public static func write(_ text: String, to path: FilePath) throws(Diagnostic) {
    let sink = try ByteSink(path)
    try sink.write(Bytes(text.utf8))
    try sink.finish()
  }

  static func rename(_ path: FilePath, to target: FilePath) throws {
    // rename(2) replaces an existing file atomically; FileManager does not promise that.
    guard unsafe Glibc.rename(path.string, target.string) == 0 else { throw Errno(rawValue: errno) }
  }

  /// Removes a file, or a folder with everything in it; does nothing if there is none.
  public static func remove(_ path: FilePath) { try? FileManager.default.removeItem(atPath: path.string) }
}

/// Queries about terminals.
public enum Terminal {
  /// Returns whether a descriptor is a terminal.
  public static func isTerminal(_ file: FileDescriptor) -> Bool { isatty(file.rawValue) == 1 }
}

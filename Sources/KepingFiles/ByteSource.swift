import KepingCore
import SystemPackage

/// A stream of bytes: a file, a pipe, or standard input.
public final class ByteSource {
  private let file: FileDescriptor
  private let isOwned: Bool
  /// The name by which messages speak of it.
  public let name: String

  /// Standard input.
  public init() {
    file = .standardInput
    isOwned = false
    name = "-"
  }

  /// Opens a file.
  /// - Throws: ``Diagnostic`` with code `unreadable-file`.
  public init(_ path: FilePath) throws(Diagnostic) {
    name = path.string
    isOwned = true
    do {
      file = try FileDescriptor.open(path, .readOnly, options: .closeOnExec)
    } catch {
      throw Diagnostic(path: path.string, code: "unreadable-file", FileText.wording(of: error))
    }
    if (try? file.stat())?.type == .directory {
      throw Diagnostic(path: path.string, code: "unreadable-file", FileText.wording(of: Errno.isDirectory))
    }
  }

  /// Appends the next bytes, at most the number given; how many there were, 0 at the end.
  /// - Throws: ``Diagnostic`` with code `unreadable-file`.
  public func read(into bytes: inout Bytes, atMost count: Int) throws(Diagnostic) -> Int {
    do {
      return try file.append(to: &bytes, atMost: count)
    } catch {
      throw Diagnostic(path: name, code: "unreadable-file", FileText.wording(of: error))
    }
  }

  deinit {
    if isOwned { try? file.close() }
  }
}

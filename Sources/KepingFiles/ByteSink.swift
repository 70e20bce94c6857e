import KepingCore
import SystemPackage

/// A destination for results: standard output, or a file that appears complete or not at all.
public final class ByteSink {
  private let file: FileDescriptor
  private let name: String
  /// The final path and the partial file beside it; nil if bytes are written to the destination directly.
  private let paths: (target: FilePath, partial: FilePath)?
  private var isFinished = false

  /// Creates a sink that writes to standard output.
  public init() {
    file = .standardOutput
    name = "-"
    paths = nil
  }

  /// Creates a sink that writes a partial file beside `path`; ``finish()`` renames it to `path`.
  ///
  /// If `path` exists and is not a regular file, such as a device or a pipe, the sink writes to it directly.
  ///
  /// - Throws: ``Diagnostic`` with code `unwritable-output`.
  public init(_ path: FilePath) throws(Diagnostic) {
    name = path.string
    do {
      if let status = try? path.stat(), status.type != .regular {
        if status.type == .directory { throw Errno.isDirectory }
        file = try FileDescriptor.open(path, .writeOnly, options: .closeOnExec)
        paths = nil
        return
      }
      let target = Folder.resolved(path)
      let partial = Interruption.partialName(beside: target)
      file = try FileDescriptor.open(
        partial, .writeOnly, options: [.create, .exclusiveCreate, .closeOnExec],
        permissions: [.ownerReadWrite, .groupRead, .otherRead])
      paths = (target, partial)
      Interruption.remember(partial)
    } catch {
      throw Diagnostic(path: path.string, code: "unwritable-output", FileText.outputWording(of: error))
    }
  }

  /// Whether standard output is a terminal.
  public static var isStandardOutputTerminal: Bool { Terminal.isTerminal(.standardOutput) }

  /// Whether standard error is a terminal.
  public static var isStandardErrorTerminal: Bool { Terminal.isTerminal(.standardError) }

  /// Writes bytes to the destination or its partial file.
  ///
  /// - Throws: ``Diagnostic`` with code `unwritable-output`, or with code `closed-output` if the reader of standard output, such
  ///   as `head`, has closed it.
  public func write(_ bytes: Bytes) throws(Diagnostic) {
    guard !bytes.isEmpty else { return }
    do {
      try file.writeAll(bytes)
    } catch {
      let isClosed = name == "-" && error as? Errno == .brokenPipe
      throw Diagnostic(
        path: shownName, code: isClosed ? Diagnostic.closedOutput : "unwritable-output", FileText.wording(of: error))
    }
  }

  /// Closes the partial file and renames it to its final path.
  ///
  /// - Throws: ``Diagnostic`` with code `unwritable-output`.
  public func finish() throws(Diagnostic) {
    isFinished = true
    guard let paths else { return }
    do {
      try file.close()
      try Folder.rename(paths.partial, to: paths.target)
      Interruption.forget(paths.partial)
    } catch {
      Folder.remove(paths.partial)
      throw Diagnostic(path: shownName, code: "unwritable-output", FileText.wording(of: error))
    }
  }

  private var shownName: String { name == "-" ? "<stdout>" : name }

  deinit {
    guard !isFinished, let paths else { return }
    try? file.close()
    Folder.remove(paths.partial)
    Interruption.forget(paths.partial)
  }
}

extension Diagnostic {
  fileprivate static let closedOutput = "closed-output"

  /// Whether the reader of standard output has closed it because it needs no more, as `head` does after some lines.
  public var isClosedOutput: Bool { code == Self.closedOutput }
}

import KepingCore
import SystemPackage

/// Where results go: standard output, or a file that appears whole or not at all.
public final class ByteSink {
  private let file: FileDescriptor
  private let name: String
  /// The file to be replaced, and the one beside it that is written meanwhile.
  private let paths: (target: FilePath, partial: FilePath)?
  private var isFinished = false

  /// Standard output.
  public init() {
    file = .standardOutput
    name = "-"
    paths = nil
  }

  /// A file, written beside its place and moved there by ``finish()``.
  ///
  /// What is there and is no regular file, such as a device or a pipe, is written to as it is.
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

  /// Whether it is a terminal, which a person reads.
  public static var isStandardOutputTerminal: Bool { Terminal.isTerminal(.standardOutput) }

  /// Whether what is told is shown on a terminal.
  public static var isStandardErrorTerminal: Bool { Terminal.isTerminal(.standardError) }

  /// Writes bytes.
  /// - Throws: ``Diagnostic`` with code `unwritable-output`.
  public func write(_ bytes: Bytes) throws(Diagnostic) {
    guard !bytes.isEmpty else { return }
    do {
      try file.writeAll(bytes)
    } catch {
      throw Diagnostic(path: shownName, code: "unwritable-output", FileText.wording(of: error))
    }
  }

  /// Puts the file in its place.
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

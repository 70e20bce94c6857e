import KepingCore
import SystemPackage

/// A partial file that a library writes by its path, and that becomes the target completely or not at all.
public final class StagedFile {
  /// The path of the partial file.
  public let path: FilePath
  /// The name of the target in messages: its path, or `<stdout>`.
  public let name: String
  private let target: FilePath?
  private var isFinished = false

  /// Creates an empty partial file.
  ///
  /// - Parameter target: nil for standard output. If the target exists and is not a regular file, such as a pipe, the bytes are
  ///   copied into it.
  /// - Throws: ``Diagnostic`` with code `unwritable-output`.
  public init(_ target: FilePath?) throws(Diagnostic) {
    name = target?.string ?? "<stdout>"
    self.target = target
    let type = target.flatMap { try? $0.stat().type }
    if type == .directory {
      throw Diagnostic(path: name, code: "unwritable-output", FileText.wording(of: Errno.isDirectory))
    }
    let beside = target.flatMap { type == nil || type == .regular ? Folder.resolved($0) : nil }
    let folder = Folder.temporary
    let partial = Interruption.partialName(beside: beside ?? folder.appending("keping-output"))
    do {
      // Created now, so that an unwritable folder is reported before the work begins.
      try FileDescriptor.open(
        partial, .writeOnly, options: [.create, .exclusiveCreate, .closeOnExec],
        permissions: [.ownerReadWrite, .groupRead, .otherRead]
      ).close()
    } catch {
      throw Diagnostic(path: name, code: "unwritable-output", FileText.outputWording(of: error))
    }
    // Set only after the file was created: a file that exists already may belong to another process and must stay.
    path = partial
    isBesideTarget = beside != nil
    Interruption.remember(path)
  }

  /// Whether the partial file is beside the target and can be renamed to it.
  private let isBesideTarget: Bool

  /// Renames the partial file to the target, or copies it to standard output, a pipe or a device.
  ///
  /// - Throws: ``Diagnostic`` with code `unwritable-output`, or with code `closed-output` if the reader of standard output has
  ///   closed it.
  public func finish() throws(Diagnostic) {
    defer { discard() }
    guard isBesideTarget, let target else {
      let sink = try target.map { path throws(Diagnostic) in try ByteSink(path) } ?? ByteSink()
      let source = try ByteSource(path)
      var chunk: Bytes = []
      while try source.read(into: &chunk, atMost: 1 << 20) > 0 {
        try sink.write(chunk)
        chunk.removeAll(keepingCapacity: true)
      }
      return try sink.finish()
    }
    do {
      try Folder.rename(path, to: Folder.resolved(target))
    } catch {
      throw Diagnostic(path: name, code: "unwritable-output", FileText.wording(of: error))
    }
  }

  private func discard() {
    guard !isFinished else { return }
    isFinished = true
    Folder.remove(path)
    Interruption.forget(path)
  }

  deinit { discard() }
}

import KepingCore
import SystemPackage

/// A file that a library writes under a name of its own, beside the place where it is to appear whole or not at all.
public final class StagedFile {
  /// Where it is written meanwhile.
  public let path: FilePath
  /// The name by which messages speak of it.
  public let name: String
  private let target: FilePath?
  private var isFinished = false

  /// - Parameter target: nil for standard output. What is there and is no regular file, such as a pipe, is written to as it is.
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
      // Made here, so that a folder that cannot be written to is told before the work begins.
      try FileDescriptor.open(
        partial, .writeOnly, options: [.create, .exclusiveCreate, .closeOnExec],
        permissions: [.ownerReadWrite, .groupRead, .otherRead]
      ).close()
    } catch {
      throw Diagnostic(path: name, code: "unwritable-output", FileText.outputWording(of: error))
    }
    // Known only now that the file is made: one that could not be made is not removed, as it may be another's.
    path = partial
    isBesideTarget = beside != nil
    Interruption.remember(path)
  }

  private let isBesideTarget: Bool

  /// Puts the file in its place.
  /// - Throws: ``Diagnostic`` with code `unwritable-output`.
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

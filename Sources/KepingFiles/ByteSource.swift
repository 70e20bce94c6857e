import KepingCore
import Synchronization
import SystemPackage

/// A stream of bytes: a file, a pipe, or standard input.
public final class ByteSource: Sendable {
  private let file: FileDescriptor
  private let isOwned: Bool
  /// What was looked at and not read yet.
  private let peeked = Mutex(Bytes())
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
    let takenCount = peeked.withLock { peeked in
      let taken = peeked.prefix(count)
      bytes.append(contentsOf: taken)
      peeked.removeFirst(taken.count)
      return taken.count
    }
    return takenCount > 0 ? takenCount : try readFile(into: &bytes, atMost: count)
  }

  private func readFile(into bytes: inout Bytes, atMost count: Int) throws(Diagnostic) -> Int {
    do {
      return try file.append(to: &bytes, atMost: count)
    } catch {
      throw Diagnostic(path: name, code: "unreadable-file", FileText.wording(of: error))
    }
  }

  /// The first bytes of what is left, fewer only where the source ends; they are still to be read.
  /// - Throws: ``Diagnostic`` with code `unreadable-file`.
  public func peek(_ count: Int) throws(Diagnostic) -> ArraySlice<UInt8> {
    var peekedBytes = peeked.withLock { $0 }
    while peekedBytes.count < count { if try readFile(into: &peekedBytes, atMost: count - peekedBytes.count) == 0 { break } }
    peeked.withLock { $0 = peekedBytes }
    return peekedBytes.prefix(count)
  }

  /// How many bytes there are, where that is known beforehand.
  public var size: Int64? {
    guard let status = try? file.stat(), status.type == .regular else { return nil }
    return status.size
  }

  /// The whole source as a file that can be read at any place; what is none, such as a pipe, is copied into a scratch file.
  ///
  /// Call it before anything was read; what was looked at is part of it.
  /// - Throws: ``Diagnostic`` with code `unreadable-file` or `no-scratch-file`.
  public func randomAccess() throws(Diagnostic) -> RandomAccessFile {
    if isOwned, (try? file.stat())?.type == .regular, let copy = try? file.duplicate() { return RandomAccessFile(copy) }
    let scratch = try ScratchFile()
    var chunk: Bytes = []
    while try read(into: &chunk, atMost: 1 << 20) > 0 {
      try scratch.append(chunk)
      chunk.removeAll(keepingCapacity: true)
    }
    return try scratch.finished()
  }

  deinit {
    if isOwned { try? file.close() }
  }
}

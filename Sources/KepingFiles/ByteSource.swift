import KepingCore
import Synchronization
import SystemPackage

/// A stream of bytes: a file, a pipe, or standard input.
public final class ByteSource: Sendable {
  private let file: FileDescriptor
  private let isOwned: Bool
  /// Bytes that were peeked at and not read yet.
  private let peeked = Mutex(Bytes())
  /// The hash of the bytes that were read; nil if the content is not hashed.
  private let hash: Mutex<ContentHash?>
  /// Whether a read has returned nothing; another read from a terminal would wait for more input.
  private let isAtEnd = Mutex(false)
  private let readCount = Atomic<Int64>(0)
  /// The name that messages use: the path, or `-` for standard input.
  public let name: String

  /// Creates a source that reads standard input.
  ///
  /// - Parameter isHashed: whether ``contentHash()`` will be asked for.
  public init(isHashed: Bool = false) {
    file = .standardInput
    isOwned = false
    name = "-"
    hash = Mutex(isHashed ? ContentHash() : nil)
  }

  /// Opens a file or a pipe.
  ///
  /// - Parameter isHashed: whether ``contentHash()`` will be asked for.
  /// - Throws: ``Diagnostic`` with code `unreadable-file`.
  public init(_ path: FilePath, isHashed: Bool = false) throws(Diagnostic) {
    name = path.string
    hash = Mutex(isHashed ? ContentHash() : nil)
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

  /// Appends at most `count` of the next bytes to a buffer.
  ///
  /// - Returns: the number of bytes appended; 0 at the end.
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
    let start = bytes.count
    let added: Int
    do {
      added = try file.append(to: &bytes, atMost: count)
    } catch {
      throw Diagnostic(path: name, code: "unreadable-file", FileText.wording(of: error))
    }
    readCount.add(Int64(added), ordering: .relaxed)
    if added > 0 { hash.withLock { $0?.add(bytes[start...]) } } else if count > 0 { isAtEnd.withLock { $0 = true } }
    return added
  }

  /// Returns the SHA-256 of the whole content as hexadecimal digits; nil if the source is not hashed.
  ///
  /// The content is hashed while it is read. What nobody has read, such as most of a file that is read at any offset, is read
  /// here, so this comes last.
  ///
  /// - Throws: ``Diagnostic`` with code `unreadable-file`.
  public func contentHash() throws(Diagnostic) -> String? {
    guard var hash = hash.withLock({ $0 }) else { return nil }
    if isAtEnd.withLock({ $0 }) { return hash.text }
    let isFile = isOwned && (try? file.stat())?.type == .regular
    var chunk: Bytes = []
    do {
      // The offset of a file that is read at any offset may have been moved.
      while try file.append(to: &chunk, atMost: 1 << 20, at: isFile ? hash.count : nil) > 0 {
        hash.add(chunk)
        chunk.removeAll(keepingCapacity: true)
      }
    } catch {
      throw Diagnostic(path: name, code: "unreadable-file", FileText.wording(of: error))
    }
    return hash.text
  }

  /// Returns the next `count` bytes without consuming them; fewer only if the source ends.
  ///
  /// - Throws: ``Diagnostic`` with code `unreadable-file`.
  public func peek(_ count: Int) throws(Diagnostic) -> ArraySlice<UInt8> {
    var peekedBytes = peeked.withLock { $0 }
    while peekedBytes.count < count { if try readFile(into: &peekedBytes, atMost: count - peekedBytes.count) == 0 { break } }
    peeked.withLock { $0 = peekedBytes }
    return peekedBytes.prefix(count)
  }

  /// The number of bytes that have been read, including those that were only peeked at.
  public var bytesRead: Int64 { readCount.load(ordering: .relaxed) }

  /// The size in bytes of a regular file; nil for any other source.
  public var size: Int64? {
    guard let status = try? file.stat(), status.type == .regular else { return nil }
    return status.size
  }

  /// Returns the whole source as a file that can be read at any offset.
  ///
  /// Anything but a regular file is copied into a scratch file. Call this before reading; peeked bytes are included.
  ///
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

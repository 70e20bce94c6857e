import FoundationEssentials
import KepingCore
import SystemPackage

/// An open file that can be read at any offset.
public final class RandomAccessFile {
  let file: FileDescriptor

  init(_ file: FileDescriptor) { self.file = file }

  /// The file descriptor for C libraries; valid as long as this object.
  public var rawValue: Int32 { file.rawValue }

  /// Returns some bytes of the file; fewer if it ends or cannot be read.
  public func bytes(at offset: Int, count: Int) -> Bytes {
    var bytes: Bytes = []
    while bytes.count < count,
      let more = try? file.append(to: &bytes, atMost: count - bytes.count, at: Int64(offset + bytes.count)), more > 0
    {}
    return bytes
  }

  /// The size in bytes.
  public var size: Int { (try? file.stat()).map { Int(clamping: $0.size) } ?? 0 }

  deinit { try? file.close() }
}

/// A nameless file for intermediate data, which the system deletes when its last descriptor is closed.
public final class ScratchFile {
  private let file: FileDescriptor
  private let start: Int
  private var end: Int
  /// Appended bytes that are not yet in the file.
  private var pending: Bytes = []
  /// The first failure to write; the content of the file is unknown after it.
  private var fault: Diagnostic?

  /// The number of pending bytes from which on they are written to the file.
  private static let chunk = 256 << 10

  /// Creates an empty file.
  ///
  /// - Parameter start: the offset that the first byte gets.
  /// - Throws: ``Diagnostic`` with code `no-scratch-file`.
  public init(startingAt start: Int = 0) throws(Diagnostic) {
    self.start = start
    end = start
    let folder = Folder.temporary
    let path = folder.appending(".keping-\(UUID().uuidString)")
    do {
      file = try FileDescriptor.open(
        path, .readWrite, options: [.create, .exclusiveCreate, .closeOnExec], permissions: .ownerReadWrite)
    } catch {
      throw Self.failure(error)
    }
    Folder.remove(path)
  }

  /// The offset after the last appended byte: the number of bytes if the file starts at offset 0.
  public var count: Int { end }

  /// Appends bytes to the file.
  ///
  /// - Throws: ``Diagnostic`` with code `no-scratch-file`.
  public func append(_ bytes: some Collection<UInt8>) throws(Diagnostic) {
    pending.append(contentsOf: bytes)
    end += bytes.count
    if pending.count >= Self.chunk { try flush() }
  }

  /// Appends the bytes of a range of offsets to a buffer.
  ///
  /// - Throws: ``Diagnostic`` with code `no-scratch-file`.
  public func read(_ range: Range<Int>, into bytes: inout Bytes) throws(Diagnostic) {
    try flush()
    do {
      var offset = range.lowerBound
      while offset < range.upperBound {
        let count = try file.append(to: &bytes, atMost: range.upperBound - offset, at: Int64(offset - start))
        guard count > 0 else { throw Errno.ioError }
        offset += count
      }
    } catch {
      throw Self.failure(error)
    }
  }

  /// Returns the file for reading; nothing may be appended afterwards.
  ///
  /// - Throws: ``Diagnostic`` with code `no-scratch-file`.
  public func finished() throws(Diagnostic) -> RandomAccessFile {
    try flush()
    do {
      try file.seek(offset: 0, from: .start)
      return RandomAccessFile(try file.duplicate())
    } catch {
      throw Self.failure(error)
    }
  }

  private func flush() throws(Diagnostic) {
    if let fault { throw fault }
    guard !pending.isEmpty else { return }
    do {
      try file.writeAll(pending)
    } catch {
      let failure = Self.failure(error)
      fault = failure
      throw failure
    }
    pending.removeAll(keepingCapacity: true)
  }

  private static func failure(_ error: any Error) -> Diagnostic {
    let reason = FileText.wording(of: error)
    return Diagnostic(
      path: Folder.temporary.string, code: "no-scratch-file",
      Wording("临时文件无法读写：\(reason.chinese)", "cannot use a temporary file: \(reason.english)"))
  }

  deinit { try? file.close() }
}

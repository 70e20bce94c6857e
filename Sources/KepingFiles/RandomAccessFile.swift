import FoundationEssentials
import KepingCore
import SystemPackage

/// A file that can be read at any place.
public final class RandomAccessFile {
  let file: FileDescriptor

  init(_ file: FileDescriptor) { self.file = file }

  /// The descriptor, for libraries that take one; valid as long as this object.
  public var rawValue: Int32 { file.rawValue }

  /// In bytes.
  public var size: Int { (try? file.stat()).map { Int(clamping: $0.size) } ?? 0 }

  deinit { try? file.close() }
}

/// A file of intermediate data: it has no name, and is gone with its last user.
public final class ScratchFile {
  private let file: FileDescriptor
  private let start: Int
  private var end: Int
  private var pending: Bytes = []
  /// Once it could not be written there is no telling what it holds.
  private var fault: Diagnostic?

  private static let chunk = 256 << 10

  /// Makes an empty file; `start` is the place of its first byte.
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

  /// How many bytes were appended, the start included.
  public var count: Int { end }

  /// Appends bytes.
  /// - Throws: ``Diagnostic`` with code `no-scratch-file`.
  public func append(_ bytes: some Collection<UInt8>) throws(Diagnostic) {
    pending.append(contentsOf: bytes)
    end += bytes.count
    if pending.count >= Self.chunk { try flush() }
  }

  /// Appends the bytes of a range of places to a buffer.
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

  /// The file, to be read by others; nothing may be appended afterwards.
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
      Wording("临时文件无法读写：\(reason.chinese)", "the scratch file cannot be used: \(reason.english)"))
  }

  deinit { try? file.close() }
}

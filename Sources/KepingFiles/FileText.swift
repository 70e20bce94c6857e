import KepingCore
import SystemPackage

/// Reads whole files of bounded size.
public enum FileText {
  /// Reads the bytes of a regular file.
  ///
  /// - Parameters:
  ///   - limit: the maximum size in bytes.
  ///   - followsLinks: whether the last component of the path may be a symbolic link.
  /// - Throws: ``Diagnostic`` with code `unreadable-file`, also for a pipe or a device, or `file-too-large`.
  public static func read(_ path: FilePath, limit: Int, followsLinks: Bool = true) throws(Diagnostic) -> Bytes {
    let name = path.string
    do {
      var options: FileDescriptor.OpenOptions = [.closeOnExec, .nonBlocking]
      if !followsLinks { options.insert(.noFollow) }
      let file = try FileDescriptor.open(path, .readOnly, options: options)
      defer { try? file.close() }
      let status = try file.stat()
      guard status.type == .regular else {
        throw Diagnostic(path: name, code: "unreadable-file", Wording("不是普通文件", "not a regular file"))
      }
      guard status.size <= Int64(limit) else { throw tooLarge(name, limit) }
      var bytes: Bytes = []
      // Reads until a read returns nothing, because the file may have grown since its size was taken.
      while try file.append(to: &bytes, atMost: max(Int(status.size) + 1 - bytes.count, 4096)) > 0 {
        if bytes.count > limit { throw tooLarge(name, limit) }
      }
      return bytes
    } catch let error as Diagnostic {
      throw error
    } catch {
      throw Diagnostic(path: name, code: "unreadable-file", wording(of: error))
    }
  }

  /// Reads the text of a regular file in UTF-8, without a byte order mark at its start.
  ///
  /// - Throws: ``Diagnostic`` as for ``read(_:limit:followsLinks:)``, or with code `invalid-encoding` if it is not UTF-8.
  public static func readText(_ path: FilePath, limit: Int, followsLinks: Bool = true) throws(Diagnostic) -> String {
    let bytes = withoutMark(try read(path, limit: limit, followsLinks: followsLinks))
    if let fault = encodingFault(bytes, path.string) { throw fault }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// Returns bytes without the UTF-8 byte order mark that some editors write at the start of a file.
  public static func withoutMark(_ bytes: Bytes) -> Bytes {
    bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? Bytes(bytes[3...]) : bytes
  }

  /// Returns the error of a text that is not UTF-8, at its first faulty byte, with its likely encoding; nil if it is UTF-8.
  ///
  /// Files that people write for keping are refused in other encodings, while tables are read in them: a spreadsheet program
  /// chooses the encoding of a table, but a guess about a plugin could silently change what it quotes.
  public static func encodingFault(_ bytes: Bytes, _ path: String) -> Diagnostic? {
    guard let (encoding, offset) = ForeignEncoding.detect(bytes) else { return nil }
    let (line, column) = bytes.position(of: offset)
    return Diagnostic(path: path, line: line, column: column, code: "invalid-encoding", encoding.wording)
  }

  private static func tooLarge(_ name: String, _ limit: Int) -> Diagnostic {
    Diagnostic(path: name, code: "file-too-large", Wording("文件超过\(limit)字节", "larger than \(limit) bytes"))
  }

  /// Returns the system's message for an error; common errors also have a Chinese text.
  public static func wording(of error: any Error) -> Wording {
    guard let code = error as? Errno else { return Wording("\(error)", "\(error)") }
    let chinese: String? =
      switch code {
      case .noSuchFileOrDirectory: "文件不存在"
      case .permissionDenied: "没有权限"
      case .isDirectory: "是目录，不是文件"
      case .noSpace: "磁盘已满"
      case .diskQuotaExceeded: "磁盘配额已用完"
      case .readOnlyFileSystem: "磁盘是只读的"
      case .ioError: "磁盘或网络读写出错"
      case .fileExists: "文件已存在"
      case .fileNameTooLong: "文件名过长"
      case .fileTooLarge: "文件过大"
      case .tooManyOpenFiles, .tooManyOpenFilesInSystem: "打开的文件过多"
      case .notPermitted: "系统不允许"
      case .brokenPipe: "读取方已关闭"
      case .notDirectory: "路径中有一部分不是目录"
      case .tooManySymbolicLinkLevels: "是符号链接"
      default: nil
      }
    return Wording(chinese ?? code.description, code.description)
  }
}

extension FileText {
  /// Returns the message for an output that cannot be created, where `ENOENT` means that the folder is missing.
  static func outputWording(of error: any Error) -> Wording {
    if case .noSuchFileOrDirectory? = error as? Errno { return Wording("所在的文件夹不存在", "its folder does not exist") }
    return wording(of: error)
  }
}

extension FileDescriptor {
  /// Reads once and appends at most `count` bytes to a buffer.
  ///
  /// All reading goes through this function, because swift-system cannot read into a safe buffer.
  ///
  /// - Parameters:
  ///   - count: the maximum number of bytes; one call reads at most 1 MB.
  ///   - offset: the offset in the file; nil to continue after the last read.
  /// - Returns: the number of bytes appended; 0 at the end.
  func append(to bytes: inout Bytes, atMost count: Int, at offset: Int64? = nil) throws -> Int {
    let start = bytes.count
    let most = min(count, 1 << 20)
    guard most > 0 else { return 0 }
    bytes.append(contentsOf: repeatElement(0, count: most))
    var readCount = 0
    defer { bytes.removeLast(bytes.count - start - readCount) }
    readCount = try unsafe bytes.withUnsafeMutableBytes { buffer in
      let rest = unsafe UnsafeMutableRawBufferPointer(rebasing: buffer[start...])
      if let offset { return try unsafe read(fromAbsoluteOffset: offset, into: rest) }
      return try unsafe read(into: rest)
    }
    return readCount
  }
}

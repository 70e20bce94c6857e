import CZip
import Glibc
import KepingCore
import KepingFiles

/// A ZIP archive, read part by part with libzip.
final class ZipArchive {
  private let archive: OpaquePointer
  /// The name of the file in messages.
  let name: String

  /// The size in bytes up to which a part may unpack regardless of its packed size.
  ///
  /// Above it, the ratio is limited by ``maximumRatio``.
  static let harmlessSize = 64 << 20
  /// The maximum ratio of unpacked to packed bytes above ``harmlessSize`` and ``harmlessTotal``.
  static let maximumRatio = 250
  /// The size in bytes up to which all parts together may unpack regardless of the size of the archive.
  ///
  /// The total is limited as well, because a part may be read many times.
  static let harmlessTotal = 512 << 20
  /// The size of the archive in bytes.
  private let size: Int
  /// The entries by the names of their parts.
  private let entries: ZipEntries
  /// The number of bytes that have been unpacked from all parts.
  fileprivate var unpacked = 0

  /// Opens the archive in a file with random access.
  ///
  /// - Throws: ``Diagnostic`` with code `damaged-workbook`.
  init(_ file: RandomAccessFile, name: String) throws(Diagnostic) {
    self.name = name
    var code: Int32 = 0
    let descriptor = dup(file.rawValue)
    guard descriptor >= 0, let archive = zip_fdopen(descriptor, 0, &code) else {
      if descriptor >= 0 { close(descriptor) }
      let isEmpty = file.bytes(at: 0, count: 1).isEmpty
      throw Diagnostic(
        path: name, code: "damaged-workbook",
        isEmpty
          ? Wording("文件是空的（0字节），请重新保存或重新索取", "the file is empty; save it or ask for it again")
          : Wording("文件不完整或已损坏，不是有效的xlsx工作簿", "not a valid xlsx workbook; the file may be truncated or damaged"))
    }
    guard let entries = ZipEntries(archive) else {
      zip_discard(archive)
      throw Diagnostic(
        path: name, code: "damaged-workbook",
        Wording(
          "工作簿中的部件超过\(ZipEntries.maximum)个，不予读取", "the workbook has more than \(ZipEntries.maximum) parts; it was not read"))
    }
    self.archive = archive
    self.entries = entries
    size = file.size
    _ = file  // the archive has its own descriptor, so the file may be closed
  }

  deinit { zip_discard(archive) }

  /// Whether the total that has been unpacked exceeds what genuine archives contain.
  fileprivate var isBomb: Bool { unpacked > Self.harmlessTotal && unpacked / Self.maximumRatio > size }

  /// Returns whether the archive has a part with this name, ignoring case.
  func contains(_ part: String) -> Bool { entries.index(of: part) != nil }

  /// Checks that the archive has no two parts with this name, ignoring case.
  ///
  /// Programs differ in which of the two they read, so what the user has seen is not known.
  ///
  /// - Throws: ``Diagnostic`` with code `damaged-workbook`.
  func requireUnique(_ part: String) throws(Diagnostic) {
    guard entries.isAmbiguous(part) else { return }
    throw damaged(
      Wording(
        "有两个同名的部件 \(part)，不知以哪个为准；请在Excel或WPS中打开，核对内容后另存为新的xlsx再交",
        "two parts have the name \(part), and it is not known which one counts; open the workbook, check it and save it as a new file"
      ))
  }

  /// Returns the size of a part in bytes once it is unpacked, as the archive states it; nil if there is no such part.
  func unpackedSize(of part: String) -> Int64? {
    var entry = zip_stat_t()
    guard let index = entries.index(of: part), zip_stat_index(archive, index, 0, &entry) == 0 else { return nil }
    return Int64(clamping: entry.size)
  }

  /// Opens a part.
  ///
  /// - Throws: ``Diagnostic`` with code `damaged-workbook` or `encrypted-workbook`.
  func open(_ part: String) throws(Diagnostic) -> ZipPart {
    try requireUnique(part)
    var entry = zip_stat_t()
    guard let index = entries.index(of: part), zip_stat_index(archive, index, 0, &entry) == 0 else {
      throw damaged(Wording("缺少部件 \(part)", "the part \(part) is missing"))
    }
    guard entry.encryption_method == ZIP_EM_NONE else {
      throw Diagnostic(
        path: name, code: "encrypted-workbook",
        Wording("工作簿有密码，请取消密码后再交", "the workbook is encrypted; save it without a password"))
    }
    guard let file = zip_fopen_index(archive, index, 0) else {
      throw damaged(Wording("部件 \(part) 无法解压", "the part \(part) cannot be unpacked"))
    }
    return ZipPart(file, part: part, packedSize: Int(clamping: entry.comp_size), of: self)
  }

  /// Returns the first characters of a part, or an empty text if it cannot be read.
  func beginning(of part: String) -> String {
    guard contains(part), let part = try? open(part) else { return "" }
    let buffer = UnsafeMutableRawBufferPointer.allocate(byteCount: 256, alignment: 1)
    defer { buffer.deallocate() }
    guard let count = try? part.read(into: buffer) else { return "" }
    return String(decoding: buffer[..<count], as: UTF8.self)
  }

  /// Returns a diagnostic with code `damaged-workbook`.
  func damaged(_ wording: Wording) -> Diagnostic {
    Diagnostic(
      path: name, code: "damaged-workbook", Wording("工作簿已损坏：\(wording.chinese)", "damaged workbook: \(wording.english)"))
  }
}

/// A part of an archive, unpacked while it is read.
final class ZipPart {
  private let file: OpaquePointer
  private let part: String
  private let packedSize: Int
  private let archive: ZipArchive
  private var unpacked = 0

  fileprivate init(_ file: OpaquePointer, part: String, packedSize: Int, of archive: ZipArchive) {
    self.file = file
    self.part = part
    self.packedSize = packedSize
    self.archive = archive
  }

  deinit { zip_fclose(file) }

  /// Reads the next bytes of the part into a buffer.
  ///
  /// - Returns: the number of bytes, or 0 at the end.
  /// - Throws: ``Diagnostic`` with code `damaged-workbook` or `zip-bomb`.
  func read(into buffer: UnsafeMutableRawBufferPointer) throws(Diagnostic) -> Int {
    let count = Int(zip_fread(file, buffer.baseAddress, zip_uint64_t(buffer.count)))
    guard count >= 0 else {
      throw archive.damaged(Wording("部件 \(part) 解压出错", "the part \(part) cannot be unpacked"))
    }
    unpacked += count
    archive.unpacked += count
    // Deflate can reach a ratio of about 1,000; content that people type reaches about 50.
    if (unpacked > ZipArchive.harmlessSize && unpacked / ZipArchive.maximumRatio > packedSize) || archive.isBomb {
      throw Diagnostic(
        path: archive.name, code: "zip-bomb",
        Wording(
          "部件 \(part) 解压后异常巨大，疑为压缩炸弹，不再读取",
          "the part \(part) unpacks to an abnormal size and may be a zip bomb; it was not read further"))
    }
    return count
  }

  /// Returns whether the part may contain an ASCII text; reads the part up to the text or to its end.
  ///
  /// The result is also true if the part is encoded in UTF-16, so that only parsing can find the text. Nothing may have been
  /// read from the part before.
  ///
  /// - Throws: ``Diagnostic`` with code `damaged-workbook` or `zip-bomb`.
  func mayContain(_ text: StaticString) throws(Diagnostic) -> Bool {
    let size = 256 << 10
    let length = text.utf8CodeUnitCount
    let buffer = UnsafeMutableRawBufferPointer.allocate(byteCount: length + size, alignment: 16)
    defer { buffer.deallocate() }
    // The last bytes of a piece are kept in front of the next one, because the text may span both.
    var carriedOver = 0
    var isFirst = true
    while true {
      let count = try read(into: UnsafeMutableRawBufferPointer(rebasing: buffer[carriedOver..<(carriedOver + size)]))
      if count == 0 { return false }
      // UTF-16 begins with its byte order mark, or with `<` and a zero in either order.
      if isFirst, count < 2 || buffer[0] >= 0xFE || buffer[0] == 0 || buffer[1] == 0 { return true }
      isFirst = false
      if Self.contains(text, UnsafeRawBufferPointer(rebasing: buffer[..<(carriedOver + count)])) { return true }
      let rest = min(length - 1, carriedOver + count)
      memmove(buffer.baseAddress!, buffer.baseAddress! + (carriedOver + count - rest), rest)
      carriedOver = rest
    }
  }

  private static func contains(_ text: StaticString, _ bytes: UnsafeRawBufferPointer) -> Bool {
    let length = text.utf8CodeUnitCount
    var start = bytes.baseAddress!
    let end = start + bytes.count
    while end - start >= length, let found = memchr(start, Int32(text.utf8Start[0]), end - start - length + 1) {
      if memcmp(found, text.utf8Start, length) == 0 { return true }
      start = UnsafeRawPointer(found) + 1
    }
    return false
  }
}

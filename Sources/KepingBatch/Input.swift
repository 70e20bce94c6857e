import KepingCore
import KepingFiles
import KepingPrograms
import KepingTables
import SystemPackage
import Workbooks

/// An open file of applications in any supported form.
public struct Input {
  /// The form of an input.
  public enum Form: String, Sendable, CaseIterable {
    case json, csv, xlsx
  }

  enum Content {
    case json(ByteSource)
    case table(TableReader)
  }

  let content: Content
  private let source: ByteSource

  /// The path of the file, or `-` for standard input.
  public let name: String
  /// The name of the file in messages about its records; nil if they need none because it is the only input.
  public var label: String?

  /// The number of bytes to read: the size of a file, or of the unpacked sheets of a workbook; nil for a pipe.
  public var size: Int64? {
    switch content {
    case .json(let source): source.size
    case .table(let reader): reader.size
    }
  }

  /// The number of bytes that have been read, of those in ``size``.
  public var bytesRead: Int64 {
    switch content {
    case .json(let source): source.bytesRead
    case .table(let reader): reader.bytesRead
    }
  }

  /// Opens a file, or standard input for `-`.
  ///
  /// - Parameters:
  ///   - form: nil to detect it: a workbook by its first bytes, CSV by the file's name or its beginning.
  ///   - encoding: the encoding of CSV; nil to detect it.
  ///   - isHashed: whether ``contentHash()`` will be asked for.
  /// - Throws: ``Diagnostic`` if the input cannot be read or is an unsupported kind of workbook.
  public init(
    _ name: String, form: Form? = nil, encoding: TextEncoding? = nil, programs: Programs, isHashed: Bool = false
  ) throws(Diagnostic) {
    let source = name == "-" ? ByteSource(isHashed: isHashed) : try ByteSource(FilePath(name), isHashed: isHashed)
    self.source = source
    self.name = source.name
    var found = form
    if found == nil { found = try Self.form(of: source) }
    guard encoding == nil || found == .csv else {
      throw Diagnostic(
        path: source.name, code: "encoding-without-csv",
        Wording("不是CSV，不能用 --encoding 指定编码", "--encoding applies to CSV only, and this file is not CSV"))
    }
    switch found ?? .json {
    case .json: content = .json(source)
    case .csv: content = .table(try TableReader(csv: source, encoding: encoding, programs: programs))
    case .xlsx:
      try Self.refuseOld(source)
      content = .table(try TableReader(workbook: try source.randomAccess(), name: source.name, programs: programs))
    }
  }

  /// Returns the SHA-256 of the content as hexadecimal digits, after the evaluation; nil if the input is not hashed.
  ///
  /// - Throws: ``Diagnostic`` with code `unreadable-file`.
  public func contentHash() throws(Diagnostic) -> String? { try source.contentHash() }

  /// Returns a name for messages for each of some inputs: the last component of its path, or the whole path if several inputs
  /// have this component.
  public static func labels(of names: [String]) -> [String] {
    let components = names.map { name in
      name == "-" ? "标准输入" : FilePath(name).lastComponent?.string ?? name
    }
    var counts: [String: Int] = [:]
    for component in components { counts[component, default: 0] += 1 }
    return zip(names, components).map { counts[$1] == 1 || $0 == "-" ? $1 : $0 }
  }

  private static func form(of source: ByteSource) throws(Diagnostic) -> Form {
    let first = try source.peek(8)
    if first.starts(with: [0x50, 0x4B, 0x03, 0x04]) || first.starts(with: compound) { return .xlsx }
    // JSON is UTF-8, so a byte order mark of UTF-16 means a text that a spreadsheet program exported.
    if first.starts(with: [0xFF, 0xFE]) || first.starts(with: [0xFE, 0xFF]) { return .csv }
    let name = source.name.lowercased()
    if name == "-" || name.hasSuffix(".txt") {
      // Does not wait for more bytes than detection needs: the first line of a pipe is evaluated at once.
      if let byte = firstByte(first), isOpening(byte) { return .json }
      return looksLikeCSV(try source.peek(4096)) ? .csv : .json
    }
    if name.hasSuffix(".csv") || name.hasSuffix(".tsv") { return .csv }
    return [".xlsx", ".xlsm", ".xls", ".et"].contains(where: name.hasSuffix) ? .xlsx : .json
  }

  /// Returns whether a text looks like a table: it does not begin like JSON, and has the heading 申报编号 in UTF-8 or GB 18030.
  private static func looksLikeCSV(_ beginning: ArraySlice<UInt8>) -> Bool {
    guard let first = firstByte(beginning), !isOpening(first) else { return false }
    let gb18030: Bytes = [0xC9, 0xEA, 0xB1, 0xA8, 0xB1, 0xE0, 0xBA, 0xC5]
    return beginning.contains(Bytes("申报编号".utf8)) || beginning.contains(gb18030)
  }

  /// Returns the first byte that is neither white space nor part of a UTF-8 byte order mark.
  private static func firstByte(_ beginning: ArraySlice<UInt8>) -> UInt8? {
    beginning.first { !" \n\r\t\u{FEFF}".utf8.contains($0) }
  }

  private static func isOpening(_ byte: UInt8) -> Bool { byte == UInt8(ascii: "{") || byte == UInt8(ascii: "[") }

  /// The first bytes of a compound file, which is an .xls workbook or an encrypted .xlsx workbook.
  private static let compound: Bytes = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]

  private static func refuseOld(_ source: ByteSource) throws(Diagnostic) {
    guard try source.peek(8).starts(with: compound) else { return }
    // An encrypted workbook has a stream with this name, stored in UTF-16.
    let isEncrypted = try source.peek(4 << 20).contains("EncryptedPackage".utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] })
    throw isEncrypted
      ? Diagnostic(
        path: source.name, code: "encrypted-workbook",
        Wording("工作簿有密码，请取消密码后再交", "the workbook is encrypted; save it without a password"))
      : Diagnostic(
        path: source.name, code: "unsupported-workbook",
        Wording("是旧版xls（或WPS的et）格式，请另存为xlsx后再交", "this is an old .xls (or .et) workbook; save it as .xlsx"))
  }
}

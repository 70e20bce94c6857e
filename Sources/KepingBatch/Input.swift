import KepingCore
import KepingFiles
import KepingPrograms
import KepingTables
import SystemPackage
import Workbooks

/// An open file of applications in any supported form.
public struct Input {
  /// The form of an input.
  public typealias Form = InputForm

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
  ///   - form: nil to detect it: a workbook by its first bytes, CSV by the file's name or its beginning. A file in a format
  ///     that is not read is refused whatever its name is.
  ///   - encoding: the encoding of CSV; nil to detect it.
  ///   - isHashed: whether ``contentHash()`` will be asked for.
  /// - Throws: ``Diagnostic`` if the input cannot be read, or with the code of ``ForeignFormat`` if it is in a format that is not read.
  public init(
    _ name: String, form: Form? = nil, encoding: TextEncoding? = nil, programs: Programs, isHashed: Bool = false
  ) throws(Diagnostic) {
    let source = name == "-" ? ByteSource(isHashed: isHashed) : try ByteSource(FilePath(name), isHashed: isHashed)
    self.source = source
    self.name = source.name
    if form != .json, let format = try ForeignFormat.detect(source, texts: InputForm.mayBeDocument(source.name)) {
      throw format.diagnostic(for: source.name)
    }
    let found = if let form { form } else { try InputForm.detect(source) }
    guard encoding == nil || found == .csv else {
      throw Diagnostic(
        path: source.name, code: "encoding-without-csv",
        Wording("不是CSV，不能用 --encoding 指定编码", "--encoding applies to CSV only, and this file is not CSV"))
    }
    switch found {
    case .json:
      if form == nil, try InputForm.isUnknown(source) { throw ForeignFormat.unknown.diagnostic(for: source.name) }
      content = .json(source)
    case .csv:
      let reader = try TableReader(csv: source, encoding: encoding, programs: programs)
      if InputForm.isWorkbookName(source.name) { reader.addRemarkOnName() }
      content = .table(reader)
    case .xlsx:
      if try InputForm.isText(source) { throw ForeignFormat.text.diagnostic(for: source.name) }
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

  /// Returns a remark if a file is the lock that Excel, WPS or LibreOffice puts beside a file that is open in it; else nil.
  ///
  /// Such a file has no applications and is to be passed over. A workbook that only has the name of a lock is none.
  public static func remarkOnLock(_ name: String) -> Diagnostic? {
    guard let file = FilePath(name).lastComponent?.string else { return nil }
    guard file.hasPrefix("~$") || file.hasPrefix(".~lock.") && file.hasSuffix("#") else { return nil }
    do throws(Diagnostic) {
      let source = try ByteSource(FilePath(name))
      // The lock of Excel has 165 bytes, and that of LibreOffice one line.
      let isArchive = try InputForm.isArchive(source)
      if isArchive || (source.size ?? 0) > 4096 { return nil }
    } catch {
      // A file that is not there is an error; one that another program keeps to itself is a lock.
      if !Folder.hasFile(FilePath(name)) { return nil }
    }
    var remark = Diagnostic(
      path: name, code: "lock-file",
      Wording("是表格正在打开时的临时文件，没有申报书，已略过", "a temporary file beside an open workbook, without applications; passed over"))
    remark.isRemark = true
    return remark
  }
}

import CXlsxWriter
import Glibc
import KepingCore
import KepingFiles
import SystemPackage

/// Writes an xlsx workbook through libxlsxwriter, row by row: what was written is kept in files, not in memory.
///
/// The workbook appears whole or not at all, by ``finish()``.
public final class WorkbookWriter {
  let book: UnsafeMutablePointer<lxw_workbook>
  private let output: StagedFile
  private var formats: [CellFormat: UnsafeMutablePointer<lxw_format>] = [:]
  private let scratchFolder: UnsafeMutablePointer<CChar>?
  private var isClosed = false
  private var fault: Diagnostic?
  private var sheets: [SheetWriter] = []

  /// - Parameter streams: whether rows are written strictly one after the other, and need no memory then.
  /// - Throws: ``Diagnostic`` with code `unwritable-output`.
  public init(_ output: StagedFile, streams: Bool) throws(Diagnostic) {
    self.output = output
    var options = lxw_workbook_options()
    options.constant_memory = streams ? 1 : 0
    options.use_zip64 = 0
    // It stays for as long as the library may ask for it.
    let folder = strdup(Folder.temporary.string)
    scratchFolder = folder
    options.tmpdir = folder
    guard let book = workbook_new_opt(output.path.string, &options) else {
      throw Diagnostic(path: output.name, code: "unwritable-output", Wording("无法建立工作簿", "cannot make the workbook"))
    }
    self.book = book
  }

  deinit {
    if !isClosed { workbook_close(book) }
    free(scratchFolder)
  }

  /// Adds a sheet behind the others; a name that a spreadsheet does not allow is made one that it does.
  public func addSheet(_ name: String) -> SheetWriter {
    let name = Self.sheetName(name)
    // Asked first: where it refuses a name the library prints a line of its own.
    let refusal = workbook_validate_sheet_name(book, name)
    if refusal != LXW_NO_ERROR { recordError(refusal) }
    let sheet = SheetWriter(self, workbook_add_worksheet(book, refusal == LXW_NO_ERROR ? name : nil))
    sheets.append(sheet)
    return sheet
  }

  /// A sheet's name of at most 31 characters without `[]:*?/\`, and without apostrophes at its ends.
  static func sheetName(_ name: String) -> String {
    let units = name.map { "[]:*?/\\".contains($0) ? "-" : $0 }
    var result = ""
    for character in units where result.utf16.count + character.utf16.count <= 31 { result.append(character) }
    while result.hasPrefix("'") { result.removeFirst() }
    while result.hasSuffix("'") { result.removeLast() }
    return result
  }

  /// Says whose workbook it is.
  public func setProperties(title: String, author: String) {
    title.withCString { title in
      author.withCString { author in
        var properties = lxw_doc_properties()
        properties.title = UnsafeMutablePointer(mutating: title)
        properties.author = UnsafeMutablePointer(mutating: author)
        // Not the time of writing: the same input gives the same bytes.
        properties.created = 1_704_067_200
        workbook_set_properties(book, &properties)
      }
    }
  }

  func format(_ format: CellFormat?) -> UnsafeMutablePointer<lxw_format>? {
    guard let format else { return nil }
    if let existing = formats[format] { return existing }
    guard let added = workbook_add_format(book) else {
      recordError(LXW_ERROR_MEMORY_MALLOC_FAILED)
      return nil
    }
    format.apply(to: added)
    formats[format] = added
    return added
  }

  /// Remembers what went wrong first: ``finish()`` throws it.
  func recordError(_ code: lxw_error) {
    guard code != LXW_NO_ERROR, fault == nil else { return }
    let reason = lxw_strerror(code).map { String(cString: $0) } ?? "\(code.rawValue)"
    fault = Diagnostic(
      path: output.name, code: "unwritable-output",
      Wording("工作簿无法写入：\(reason)", "the workbook cannot be written: \(reason)"))
  }

  /// Holds the rows that the file has against those that were written: the library does not notice where the scratch
  /// files that it keeps them in cannot be written, as on a full disk.
  private func verify() throws(Diagnostic) {
    let incomplete = Diagnostic(
      path: output.name, code: "unwritable-output",
      Wording("工作簿没有写全，临时文件夹可能已满", "the workbook is not whole: the folder for temporary files may be full"))
    do throws(Diagnostic) {
      let book = try WorkbookReader(try ByteSource(output.path).randomAccess(), name: output.name)
      guard book.sheets.count == sheets.count else { throw incomplete }
      for (sheet, writer) in zip(book.sheets, sheets) where try book.countRows(of: sheet) != writer.rowCount { throw incomplete }
    } catch {
      throw incomplete
    }
  }

  /// Puts the workbook in its place.
  /// - Throws: ``Diagnostic`` with code `unwritable-output`.
  public func finish() throws(Diagnostic) {
    isClosed = true
    recordError(workbook_close(book))
    if let fault { throw fault }
    try verify()
    try output.finish()
  }
}

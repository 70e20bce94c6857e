import CXlsxWriter
import Glibc
import KepingCore
import KepingFiles
import SystemPackage

/// A writer of xlsx workbooks, based on libxlsxwriter.
///
/// A writer that streams keeps written rows in scratch files instead of memory.
///
/// The workbook appears at its path complete or not at all, when ``finish()`` is called.
public final class WorkbookWriter {
  let book: UnsafeMutablePointer<lxw_workbook>
  private let output: StagedFile
  /// The formats that have been added to the workbook.
  private var formats: [CellFormat: UnsafeMutablePointer<lxw_format>] = [:]
  /// The folder of the scratch files, as a C string.
  private let scratchFolder: UnsafeMutablePointer<CChar>?
  private var isClosed = false
  /// The first error.
  private var fault: Diagnostic?
  private var sheets: [SheetWriter] = []

  /// Creates a workbook.
  ///
  /// - Parameter streams: whether rows are written strictly in ascending order, so that they do not stay in memory.
  /// - Throws: ``Diagnostic`` with code `unwritable-output`.
  public init(_ output: StagedFile, streams: Bool) throws(Diagnostic) {
    self.output = output
    var options = lxw_workbook_options()
    options.constant_memory = streams ? 1 : 0
    options.use_zip64 = 0
    // libxlsxwriter keeps the pointer, so the string is freed in `deinit`.
    let folder = strdup(Folder.temporary.string)
    scratchFolder = folder
    options.tmpdir = folder
    guard let book = workbook_new_opt(output.path.string, &options) else {
      throw Diagnostic(path: output.name, code: "unwritable-output", Wording("无法建立工作簿", "cannot create the workbook"))
    }
    self.book = book
  }

  deinit {
    if !isClosed { workbook_close(book) }
    free(scratchFolder)
  }

  /// Appends a sheet.
  ///
  /// Characters that a spreadsheet does not allow in a name are replaced, and the name is cut to 31 characters.
  public func addSheet(_ name: String) -> SheetWriter {
    let name = Self.sheetName(name)
    // Validated first, because `workbook_add_worksheet` prints a message when it refuses a name.
    let refusal = workbook_validate_sheet_name(book, name)
    if refusal != LXW_NO_ERROR { recordError(refusal) }
    let sheet = SheetWriter(self, workbook_add_worksheet(book, refusal == LXW_NO_ERROR ? name : nil), name: name)
    sheets.append(sheet)
    return sheet
  }

  /// Returns a valid name for a sheet: at most 31 UTF-16 units without `[]:*?/\`, and without apostrophes at its ends.
  /// - Parameter suffix: a text that the caller appends to the name, and that counts among the units.
  package static func sheetName(_ name: String, before suffix: String = "") -> String {
    let limit = 31 - suffix.utf16.count
    let units = name.map { "[]:*?/\\".contains($0) ? "-" : $0 }
    var result = ""
    for character in units where result.utf16.count + character.utf16.count <= limit { result.append(character) }
    while result.hasPrefix("'") { result.removeFirst() }
    while result.hasSuffix("'") { result.removeLast() }
    return result
  }

  /// Sets the title and the author of the workbook.
  public func setProperties(title: String, author: String) {
    title.withCString { title in
      author.withCString { author in
        var properties = lxw_doc_properties()
        properties.title = UnsafeMutablePointer(mutating: title)
        properties.author = UnsafeMutablePointer(mutating: author)
        // A constant (2024-01-01) instead of the current time, so that the same input gives the same bytes.
        properties.created = 1_704_067_200
        workbook_set_properties(book, &properties)
      }
    }
  }

  /// Returns the format of libxlsxwriter for a cell format, which is added to the workbook at its first use.
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

  /// Records an error code of libxlsxwriter.
  ///
  /// ``finish()`` throws the first one.
  func recordError(_ code: lxw_error) {
    guard code != LXW_NO_ERROR, fault == nil else { return }
    let reason = lxw_strerror(code).map { String(cString: $0) } ?? "\(code.rawValue)"
    fault = Diagnostic(
      path: output.name, code: "unwritable-output",
      Wording("工作簿无法写入：\(reason)", "the workbook cannot be written: \(reason)"))
  }

  /// Compares the number of rows in the file with the number that was written.
  ///
  /// The library does not notice when it cannot write its scratch files, for example on a full disk.
  private func verify() throws(Diagnostic) {
    let incomplete = Diagnostic(
      path: output.name, code: "unwritable-output",
      Wording("工作簿没有写全，临时文件夹可能已满", "the workbook is incomplete; the folder for temporary files may be full"))
    do throws(Diagnostic) {
      let book = try WorkbookReader(try ByteSource(output.path).randomAccess(), name: output.name)
      guard book.sheets.count == sheets.count else { throw incomplete }
      for (sheet, writer) in zip(book.sheets, sheets) where try book.countRows(of: sheet) != writer.rowCount { throw incomplete }
    } catch {
      throw incomplete
    }
  }

  /// Closes the workbook and moves it to its path.
  ///
  /// - Throws: ``Diagnostic`` with code `unwritable-output`.
  public func finish() throws(Diagnostic) {
    isClosed = true
    recordError(workbook_close(book))
    if let fault { throw fault }
    try verify()
    try output.finish()
  }
}

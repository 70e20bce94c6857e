import KepingCore
import KepingFiles
import SystemPackage
import Workbooks

/// Reads the rows of a file beside the applications, whatever its form is.
///
/// A file that cannot be read, and each part of it that cannot, becomes an error; the other rows are read all the same.
final class SideReader {
  /// The path of the file as the user wrote it.
  let path: String
  let layout: SideLayout
  let faults: SideFaults
  /// The SHA-256 of the file; nil if it was not asked for or the file cannot be read.
  private(set) var sha256: String?
  /// Receives each row.
  let read: (SideRow) -> Void
  /// The names of the column of ids.
  let idNames: Set<String>
  /// The fields of applications, whose columns are passed over.
  let applicationFields = FieldLookup(FieldNames(Schema.host))
  /// Whether a sheet, or an object, of the kind of the file was found.
  var foundContent = false
  /// The sheets with ids that are not of the kind of the file, with the labels of the columns that they lack.
  var otherSheets: [(name: String, row: Int, missing: [String])] = []

  /// The name of standard input, as a path in messages.
  private static let standardInput = "-"

  init(_ path: String, _ layout: SideLayout, _ read: @escaping (SideRow) -> Void) {
    self.path = path
    self.layout = layout
    self.read = read
    faults = SideFaults(path: path)
    idNames = Set(layout.columns[0].keys)
  }

  /// Reads the whole file.
  ///
  /// - Parameters:
  ///   - encoding: the encoding of CSV; nil to detect it.
  ///   - isHashed: whether ``sha256`` is wanted.
  func run(encoding: TextEncoding?, isHashed: Bool) {
    do throws(Diagnostic) {
      let source =
        path == Self.standardInput ? ByteSource(isHashed: isHashed) : try ByteSource(FilePath(path), isHashed: isHashed)
      do throws(Diagnostic) {
        try readRows(of: source, encoding: encoding)
      } catch {
        faults.add(error)
      }
      sha256 = try source.contentHash()
    } catch {
      faults.add(error)
    }
    faults.finish()
  }

  private func readRows(of source: ByteSource, encoding: TextEncoding?) throws(Diagnostic) {
    if let format = try ForeignFormat.detect(source, texts: InputForm.mayBeDocument(source.name)) {
      throw format.diagnostic(for: source.name)
    }
    switch try InputForm.detect(source) {
    case .json:
      if try InputForm.isUnknown(source) { throw ForeignFormat.unknown.diagnostic(for: source.name) }
      try readObjects(of: source)
    case .csv: try readCSV(source, encoding: encoding)
    case .xlsx:
      if try InputForm.isText(source) { throw ForeignFormat.text.diagnostic(for: source.name) }
      try readWorkbook(try source.randomAccess())
    }
  }
}

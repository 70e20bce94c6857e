import KepingCore
import KepingFiles
import SystemPackage

/// The forms in which results are written.
public enum ReportFormat: String, Sendable, CaseIterable {
  case table, jsonl, json, csv, xlsx, html, markdown

  /// The format that a file's name speaks of.
  public init?(fileName: String) {
    let endings: [(String, ReportFormat)] = [
      (".jsonl", .jsonl), (".ndjson", .jsonl), (".json", .json), (".csv", .csv), (".xlsx", .xlsx), (".html", .html),
      (".htm", .html), (".md", .markdown), (".txt", .table),
    ]
    guard let found = endings.first(where: { fileName.lowercased().hasSuffix($0.0) }) else { return nil }
    self = found.1
  }

  /// The kind of document that a file's name speaks of and that no report is; nil for other names.
  public static func unsupportedKind(of fileName: String) -> String? {
    guard let dot = fileName.lastIndex(of: ".") else { return nil }
    let ending = fileName[fileName.index(after: dot)...].lowercased()
    return ["xls", "xlsm", "xlsb", "et", "ods", "pdf", "doc", "docx", "wps", "xml", "yaml", "tsv"].contains(ending) ? ending : nil
  }
}

/// Writes results as they come.
public protocol ResultReport: AnyObject {
  /// Writes one result.
  /// - Throws: ``Diagnostic`` with code `unwritable-output`.
  func write(_ assessment: Assessment) throws(Diagnostic)
  /// Writes what stands behind the results, and puts the file in its place.
  /// - Throws: ``Diagnostic`` with code `unwritable-output`.
  func finish(_ summary: Summary) throws(Diagnostic)
}

/// A report that is made of results as they are written anyway: as lines of JSON, many at once.
public protocol LineReport: ResultReport {
  /// Writes results, one a line.
  /// - Throws: ``Diagnostic`` with code `unwritable-output`.
  func write(lines: Bytes) throws(Diagnostic)
}

extension ReportFormat {
  /// Begins a report.
  /// - Parameter output: nil for standard output.
  /// - Throws: ``Diagnostic`` with code `unwritable-output`.
  public func begin(_ output: FilePath?, _ catalogue: Catalogue) throws(Diagnostic) -> any ResultReport {
    func sink() throws(Diagnostic) -> ByteSink {
      try output.map { path throws(Diagnostic) in try ByteSink(path) } ?? ByteSink()
    }
    return switch self {
    case .table: TextReport(try sink(), catalogue, TableLines())
    case .csv: TextReport(try sink(), catalogue, CSVLines())
    case .markdown: TextReport(try sink(), catalogue, MarkdownLines())
    case .json: JSONReport(try sink(), isArray: true)
    case .jsonl: JSONReport(try sink(), isArray: false)
    case .html: try HTMLReport(try sink(), catalogue)
    case .xlsx: try WorkbookReport(try StagedFile(output), catalogue)
    }
  }
}

/// A format that is text, written from the top down.
protocol TextLines {
  func begin(_ buffer: inout Bytes)
  mutating func append(_ assessment: Assessment, _ catalogue: Catalogue, to buffer: inout Bytes)
  func end(_ summary: Summary, _ catalogue: Catalogue, _ buffer: inout Bytes)
}

/// A report that is text.
final class TextReport: ResultReport {
  private let sink: ByteSink
  private let catalogue: Catalogue
  private var lines: any TextLines
  private var buffer: Bytes = []

  /// How much is kept back before it is written.
  private static let chunk = 64 << 10

  init(_ sink: ByteSink, _ catalogue: Catalogue, _ lines: any TextLines) {
    self.sink = sink
    self.catalogue = catalogue
    self.lines = lines
    lines.begin(&buffer)
  }

  func write(_ assessment: Assessment) throws(Diagnostic) {
    lines.append(assessment, catalogue, to: &buffer)
    if buffer.count >= Self.chunk { try flush() }
  }

  func finish(_ summary: Summary) throws(Diagnostic) {
    lines.end(summary, catalogue, &buffer)
    try flush()
    try sink.finish()
  }

  private func flush() throws(Diagnostic) {
    try sink.write(buffer)
    buffer.removeAll(keepingCapacity: true)
  }
}

struct TableLines: TextLines {
  func begin(_ buffer: inout Bytes) { buffer.append(VerdictTable.heading) }
  func append(_ assessment: Assessment, _ catalogue: Catalogue, to buffer: inout Bytes) {
    buffer.append(VerdictTable.row(assessment))
  }
  func end(_ summary: Summary, _ catalogue: Catalogue, _ buffer: inout Bytes) {
    buffer.append("\n" + summary.table(catalogue))
  }
}

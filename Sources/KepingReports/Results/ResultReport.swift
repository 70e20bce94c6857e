import KepingCore
import KepingFiles
import SystemPackage

/// The format of a report.
public enum ReportFormat: String, Sendable, CaseIterable {
  case table, jsonl, json, csv, xlsx, html, markdown

  /// Creates the format for the extension of a file name; nil if no format has it.
  public init?(fileName: String) {
    let endings: [(String, ReportFormat)] = [
      (".jsonl", .jsonl), (".ndjson", .jsonl), (".json", .json), (".csv", .csv), (".xlsx", .xlsx), (".html", .html),
      (".htm", .html), (".md", .markdown), (".txt", .table),
    ]
    guard let found = endings.first(where: { fileName.lowercased().hasSuffix($0.0) }) else { return nil }
    self = found.1
  }

  /// Whether a report in this format always states what its results are based on; JSON Lines do so on request.
  public var statesProvenance: Bool { self == .xlsx || self == .html || self == .markdown }

  /// Whether a report in this format ends with a summary; the others contain results only.
  public var hasSummary: Bool { self == .table || statesProvenance }

  /// Returns the extension of a file name if it stands for a known document format that no report has; else nil.
  public static func unsupportedKind(of fileName: String) -> String? {
    guard let dot = fileName.lastIndex(of: ".") else { return nil }
    let ending = fileName[fileName.index(after: dot)...].lowercased()
    return ["xls", "xlsm", "xlsb", "et", "ods", "pdf", "doc", "docx", "wps", "xml", "yaml", "tsv"].contains(ending) ? ending : nil
  }
}

/// A report that receives results one by one.
///
/// The example imports `KepingCore`, `KepingFiles`, `KepingPrograms`, `KepingReports` and `SystemPackage`. `programs` is loaded
/// as in the example of `Programs`, `assessment` is the result of the example of `Assessor`, and `output` is the `FilePath` of
/// a new file.
///
/// ```swift
/// let report = try ReportFormat.markdown.begin(output, programs.catalogue)
/// var summary = Summary()
/// try report.write(assessment)
/// summary.count(assessment)
/// try report.finish(summary)
/// let lines = try FileText.readText(output, limit: 1 << 20).split(separator: "\n")
/// print(lines[1])
/// // Prints "## BS2024-0001 不通过"
/// ```
public protocol ResultReport: AnyObject {
  /// Writes one result.
  ///
  /// - Throws: ``Diagnostic`` with code `unwritable-output`.
  func write(_ assessment: Assessment) throws(Diagnostic)
  /// Writes the end of the report and finishes its file.
  ///
  /// - Throws: ``Diagnostic`` with code `unwritable-output`.
  func finish(_ summary: Summary) throws(Diagnostic)
}

/// A report that also accepts results as lines of JSON.
public protocol LineReport: ResultReport {
  /// Writes results, one JSON object a line.
  ///
  /// - Throws: ``Diagnostic`` with code `unwritable-output`.
  func write(lines: Bytes) throws(Diagnostic)
}

extension ReportFormat {
  /// Creates a report in this format and begins its output.
  ///
  /// - Parameter output: the path of the file; nil for standard output.
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

/// A text format that is written from top to bottom.
protocol TextLines {
  /// Appends the text before the first result.
  func begin(_ buffer: inout Bytes)
  /// Appends one result.
  mutating func append(_ assessment: Assessment, _ catalogue: Catalogue, to buffer: inout Bytes)
  /// Appends the text after the last result.
  func end(_ summary: Summary, _ catalogue: Catalogue, _ buffer: inout Bytes)
}

/// A report in a text format.
final class TextReport: ResultReport {
  private let sink: ByteSink
  private let catalogue: Catalogue
  private var lines: any TextLines
  private var buffer: Bytes = []

  /// The number of buffered bytes from which on the buffer is written to the sink.
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

/// A table for a terminal, followed by a summary.
struct TableLines: TextLines {
  func begin(_ buffer: inout Bytes) { buffer.append(VerdictTable.heading) }
  func append(_ assessment: Assessment, _ catalogue: Catalogue, to buffer: inout Bytes) {
    buffer.append(VerdictTable.row(assessment))
  }
  func end(_ summary: Summary, _ catalogue: Catalogue, _ buffer: inout Bytes) {
    buffer.append("\n" + summary.table(catalogue))
    buffer.append(UnreadPart.text(summary.unreadParts))
  }
}

import KepingCore
import KepingFiles
import KepingSelection
import SystemPackage

/// 评选结果: a report of a round.
///
/// The whole ranking is in memory already, so a report is written at once, from top to bottom.
public struct RankingReport {
  /// The ranking.
  public let ranking: Ranking
  /// The programs.
  public let catalogue: Catalogue
  /// The parts of the inputs that were not read.
  public var unreadParts: [UnreadPart] = []
  /// What the ranking is based on; nil if the report does not say it.
  public var provenance: Provenance?
  /// Whether JSON Lines end with what each group had.
  public var endsWithSummary = false

  /// Creates a report.
  public init(_ ranking: Ranking, _ catalogue: Catalogue) {
    self.ranking = ranking
    self.catalogue = catalogue
  }

  /// Writes the report in a format and finishes its file.
  ///
  /// - Parameter output: the path of the file; nil for standard output.
  /// - Throws: ``Diagnostic`` with code `unwritable-output`.
  public func write(_ format: ReportFormat, to output: FilePath?) throws(Diagnostic) {
    if format == .xlsx { return try RankingWorkbook(self, try StagedFile(output)).write() }
    let sink = try output.map { path throws(Diagnostic) in try ByteSink(path) } ?? ByteSink()
    var text = BufferedSink(sink)
    switch format {
    case .jsonl: try RankingJSON(self).writeLines(to: &text)
    case .json: try RankingJSON(self).writeArray(to: &text)
    case .csv: try RankingCSV(self).write(to: &text)
    case .table: try RankingTable(self).write(to: &text)
    case .markdown: try RankingMarkdown(self).write(to: &text)
    case .html: try RankingPage(self).write(to: &text)
    case .xlsx: break
    }
    try text.finish()
  }
}

/// A sink to which bytes are written in chunks.
struct BufferedSink {
  private let sink: ByteSink
  /// What has not been written yet; text is appended here.
  var buffer: Bytes = []

  /// The number of buffered bytes from which on the buffer is written.
  private static let chunk = 64 << 10

  init(_ sink: ByteSink) { self.sink = sink }

  /// Writes the buffer if it is large; called after each line.
  mutating func flushIfLarge() throws(Diagnostic) {
    if buffer.count >= Self.chunk { try flush() }
  }

  /// Writes the rest and finishes the file.
  mutating func finish() throws(Diagnostic) {
    try flush()
    try sink.finish()
  }

  private mutating func flush() throws(Diagnostic) {
    try sink.write(buffer)
    buffer.removeAll(keepingCapacity: true)
  }
}

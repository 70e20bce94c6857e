import KepingBatch
import KepingCore
import KepingFiles
import KepingReports

/// Writes results as they come, in one format.
struct ResultWriter {
  private let sink: ByteSink
  private let format: Evaluate.Format
  private let only: Set<Verdict>?
  private var buffer: Bytes = []
  private var isFirst = true
  private(set) var summary = Summary()

  /// How much is kept back before it is written.
  private static let chunk = 64 << 10

  init(_ sink: ByteSink, format: Evaluate.Format, only: Set<Verdict>?) {
    self.sink = sink
    self.format = format
    self.only = only
  }

  mutating func begin() throws(Diagnostic) {
    switch format {
    case .table: buffer.append(VerdictTable.heading)
    case .json: buffer.append("[")
    case .jsonl: break
    }
  }

  mutating func write(_ evaluation: borrowing Evaluation) throws(Diagnostic) {
    summary.count(evaluation)
    if let only, !only.contains(evaluation.verdict) { return }
    switch format {
    case .table: buffer.append(VerdictTable.row(evaluation))
    case .jsonl:
      evaluation.append(to: &buffer)
      buffer.append("\n")
    case .json:
      buffer.append(isFirst ? "\n" : ",\n")
      evaluation.append(to: &buffer)
    }
    isFirst = false
    if buffer.count >= Self.chunk { try flush() }
  }

  mutating func end(_ programs: Programs) throws(Diagnostic) {
    switch format {
    case .table: buffer.append("\n" + summary.table(programs))
    case .json: buffer.append(isFirst ? "]\n" : "\n]\n")
    case .jsonl: break
    }
    try flush()
  }

  private mutating func flush() throws(Diagnostic) {
    try sink.write(buffer)
    buffer.removeAll(keepingCapacity: true)
  }
}

import KepingCore
import KepingFiles

/// A report as JSON Lines, perhaps with a last line for the provenance, or as one JSON array.
final class JSONReport: LineReport {
  private let sink: ByteSink
  private let isArray: Bool
  private var isEmpty = true
  private var buffer: Bytes = []

  /// The number of buffered bytes from which on the buffer is written to the sink.
  private static let chunk = 64 << 10

  init(_ sink: ByteSink, isArray: Bool) {
    self.sink = sink
    self.isArray = isArray
    if isArray { buffer.append("[") }
  }

  func write(_ assessment: Assessment) throws(Diagnostic) {
    if isArray { separate() }
    assessment.append(to: &buffer)
    if !isArray { buffer.append(0x0A) }
    if buffer.count >= Self.chunk { try flush() }
  }

  func write(lines: Bytes) throws(Diagnostic) {
    if !isArray {
      try flush()
      return try sink.write(lines)
    }
    var start = 0
    while let end = lines.offset(of: 0x0A, from: start, to: lines.count) {
      separate()
      buffer.append(contentsOf: lines[start..<end])
      start = end + 1
    }
    try flush()
  }

  func finish(_ summary: Summary) throws(Diagnostic) {
    if isArray {
      buffer.append(isEmpty ? "]\n" : "\n]\n")
    } else if let provenance = summary.provenance {
      buffer.append("{\"provenance\":")
      provenance.append(to: &buffer)
      buffer.append("}\n")
    }
    try flush()
    try sink.finish()
  }

  private func separate() {
    buffer.append(isEmpty ? "\n" : ",\n")
    isEmpty = false
  }

  private func flush() throws(Diagnostic) {
    try sink.write(buffer)
    buffer.removeAll(keepingCapacity: true)
  }
}

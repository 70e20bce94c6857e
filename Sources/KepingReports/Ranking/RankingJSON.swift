import KepingCore
import KepingSelection

/// A ranking as JSON Lines or as one JSON array.
struct RankingJSON {
  private let report: RankingReport
  private let ranking: Ranking
  private let lines: Ranking.Lines

  init(_ report: RankingReport) {
    self.report = report
    ranking = report.ranking
    lines = report.ranking.lines
  }

  /// Writes a line for each application, then, where they are wanted, one for each group and one for the provenance.
  func writeLines(to text: inout BufferedSink) throws(Diagnostic) {
    for line in lines {
      append(line, to: &text.buffer)
      text.buffer.append(0x0A)
      try text.flushIfLarge()
    }
    if report.endsWithSummary {
      for summary in ranking.summaries {
        append(summary, to: &text.buffer)
        text.buffer.append(0x0A)
        try text.flushIfLarge()
      }
    }
    if let provenance = report.provenance {
      text.buffer.append("{\"provenance\":")
      provenance.append(to: &text.buffer)
      text.buffer.append("}\n")
    }
  }

  /// Writes the same lines, without those that follow the last application, as one array.
  func writeArray(to text: inout BufferedSink) throws(Diagnostic) {
    text.buffer.append("[")
    for (index, line) in lines.enumerated() {
      text.buffer.append(index == 0 ? "\n" : ",\n")
      append(line, to: &text.buffer)
      try text.flushIfLarge()
    }
    text.buffer.append(lines.isEmpty ? "]\n" : "\n]\n")
  }

  /// Appends the line of one application, without a line end.
  private func append(_ line: Ranking.Line, to buffer: inout Bytes) {
    let entry = ranking.entries[line.entry]
    let decimals = ranking.decimals(of: line)
    buffer.append("{\"group\":")
    if let group = line.group { buffer.append(json: ranking.plan.groups[group].key) } else { buffer.append("null") }
    buffer.append(",\"rank\":")
    if let rank = line.rank { buffer.append(decimal: rank) } else { buffer.append("null") }
    buffer.append(line.isTied ? ",\"tied\":true,\"place\":\"" : ",\"tied\":false,\"place\":\"")
    buffer.append(line.place.rawValue)
    if let reserve = line.reserve {
      buffer.append("\",\"reserve\":")
      buffer.append(decimal: reserve)
      buffer.append(",\"reason\":")
    } else {
      buffer.append("\",\"reason\":")
    }
    buffer.append(json: ranking.reason(of: line))
    buffer.append(",\"id\":")
    buffer.append(json: entry.bytes(.id))
    buffer.append(",\"year\":")
    if let year = entry.year { buffer.append(decimal: year) } else { buffer.append("null") }
    buffer.append(",\"direction\":")
    buffer.append(json: entry.bytes(.direction))
    buffer.append(",\"title\":")
    buffer.append(json: entry.bytes(.title))
    buffer.append(",\"applicant\":")
    buffer.append(json: entry.bytes(.applicant))
    buffer.append(",\"leader\":")
    buffer.append(json: entry.bytes(.leader))
    buffer.append(",\"verdict\":\"")
    buffer.append(entry.verdict.rawValue)
    buffer.append("\",\"score\":")
    if let score = line.score { buffer.append(units: score, decimals: decimals) } else { buffer.append("null") }
    buffer.append(",\"rules\":")
    if entry.verdict == .error { buffer.append("null") } else { buffer.append(tenths: entry.points) }
    buffer.append(",\"panel\":")
    if let panel = ranking.panel(of: line) { append(panel, decimals, to: &buffer) } else { buffer.append("null") }
    buffer.append(",\"amount\":")
    if let amount = line.amount { buffer.append(amount.text) } else { buffer.append("null") }
    buffer.append(",\"amountSoFar\":")
    buffer.append(line.amountSoFar.text)
    buffer.append(",\"limits\":[")
    for (index, note) in ranking.limits(of: line).enumerated() { append(note, isFirst: index == 0, to: &buffer) }
    buffer.append("],\"suspicions\":[")
    for (index, note) in ranking.suspicions(of: line).enumerated() { append(note, isFirst: index == 0, to: &buffer) }
    buffer.append("],\"program\":")
    if let program = entry.program {
      buffer.append("{\"id\":")
      buffer.append(json: program.id)
      buffer.append(",\"version\":")
      buffer.append(json: program.version)
      buffer.append("}}")
    } else {
      buffer.append("null}")
    }
  }

  private func append(_ panel: Ranking.Panel, _ decimals: Int, to buffer: inout Bytes) {
    buffer.append("{\"score\":")
    if let score = panel.score { buffer.append(units: score, decimals: decimals) } else { buffer.append("null") }
    buffer.append(",\"experts\":")
    buffer.append(decimal: panel.experts)
    buffer.append(",\"recused\":")
    buffer.append(decimal: panel.recused)
    buffer.append(",\"trimmed\":[")
    for (index, score) in panel.trimmed.enumerated() {
      if index > 0 { buffer.append(",") }
      buffer.append(units: score, decimals: 2)
    }
    buffer.append("]}")
  }

  private func append(_ note: Ranking.LimitNote, isFirst: Bool, to buffer: inout Bytes) {
    let limit = ranking.plan.limits[note.limit]
    buffer.append(isFirst ? "{\"clause\":" : ",{\"clause\":")
    buffer.append(json: limit.clause)
    buffer.append(",\"per\":\"")
    buffer.append(limit.per.rawValue)
    buffer.append("\",\"bound\":")
    buffer.append(decimal: limit.bound)
    buffer.append(",\"with\":")
    buffer.append(json: note.with)
    buffer.append("}")
  }

  private func append(_ suspicion: Ranking.Suspicion, isFirst: Bool, to buffer: inout Bytes) {
    buffer.append(isFirst ? "{\"code\":\"" : ",{\"code\":\"")
    buffer.append(suspicion.code.rawValue)
    buffer.append("\",\"with\":")
    buffer.append(json: suspicion.with)
    buffer.append(",\"message\":")
    buffer.append(json: suspicion.message)
    buffer.append("}")
  }

  /// Appends what a group had, as an object in the member `summary`.
  private func append(_ summary: Ranking.GroupSummary, to buffer: inout Bytes) {
    let group = ranking.plan.groups[summary.group]
    buffer.append("{\"summary\":{\"group\":")
    buffer.append(json: group.key)
    buffer.append(",\"year\":")
    buffer.append(decimal: group.year)
    buffer.append(",\"program\":")
    buffer.append(json: group.program)
    buffer.append(",\"places\":")
    if let places = summary.places { buffer.append(decimal: places) } else { buffer.append("null") }
    buffer.append(",\"budget\":")
    buffer.append(summary.budget?.text ?? "null")
    buffer.append(",\"candidates\":")
    buffer.append(decimal: summary.candidates)
    buffer.append(",\"selected\":")
    buffer.append(decimal: summary.selected)
    buffer.append(",\"money\":")
    buffer.append(summary.money.text)
    buffer.append(",\"line\":")
    if let line = summary.line {
      buffer.append(units: line, decimals: group.settings.panel.decimals)
    } else {
      buffer.append("null")
    }
    buffer.append("}}")
  }
}

extension Bytes {
  /// Appends well-formed UTF-8 as a JSON string, or `null`.
  fileprivate mutating func append(json text: ArraySlice<UInt8>?) {
    guard let text else { return append("null") }
    append(UInt8(ascii: "\""))
    // The bytes of texts are written as they are but for a few: looked for here, where the loop is compiled for a slice.
    if text.contains(where: { $0 < 0x20 || $0 == UInt8(ascii: "\"") || $0 == UInt8(ascii: "\\") || $0 == 0x7F }) {
      append(escaped: text)
    } else {
      append(contentsOf: text)
    }
    append(UInt8(ascii: "\""))
  }

  fileprivate mutating func append(json texts: [String]) {
    append("[")
    for (index, text) in texts.enumerated() {
      if index > 0 { append(",") }
      append(json: text)
    }
    append("]")
  }
}

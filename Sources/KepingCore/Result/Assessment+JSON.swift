extension Assessment {
  /// Appends the assessment as a result line without a line end: the same bytes that ``JSONResult`` writes.
  public func append(to buffer: inout Bytes) {
    buffer.append("{\"id\":")
    buffer.append(json: id)
    buffer.append(",\"year\":")
    if let year { buffer.append(decimal: year) } else { buffer.append("null") }
    buffer.append(",\"direction\":")
    buffer.append(json: direction)
    buffer.append(",\"title\":")
    buffer.append(json: title)
    buffer.append(",\"applicant\":")
    buffer.append(json: applicant)
    buffer.append(",\"program\":")
    if let program { buffer.append(program) } else { buffer.append("null") }
    buffer.append(",\"verdict\":\"\(verdict.rawValue)\"")
    if let failure { buffer.append(member: failure) }
    if let corrects { buffer.append(member: corrects) }
    buffer.append(",\"findings\":[")
    for (index, finding) in findings.enumerated() {
      if index > 0 { buffer.append(",") }
      buffer.append(finding)
    }
    buffer.append("],\"problems\":")
    buffer.append(problems)
    appendScore(to: &buffer)
    buffer.append("}")
  }

  /// The assessment as a result line without a line end.
  public var json: Bytes {
    var buffer: Bytes = []
    append(to: &buffer)
    return buffer
  }

  private func appendScore(to buffer: inout Bytes) {
    guard isEvaluated else { return buffer.append(",\"score\":null") }
    buffer.append(",\"score\":{\"total\":")
    buffer.append(tenths: total)
    buffer.append(",\"items\":[")
    for (index, item) in items.enumerated() {
      buffer.append(index == 0 ? "{\"id\":" : ",{\"id\":")
      buffer.append(json: item.id)
      buffer.append(",\"title\":")
      buffer.append(json: item.title)
      buffer.append(",\"points\":")
      buffer.append(tenths: item.points)
      buffer.append(",\"max\":")
      buffer.append(tenths: item.maximum)
      buffer.append(",\"reason\":")
      buffer.append(json: item.reason)
      buffer.append("}")
    }
    buffer.append("]}")
  }
}

extension Assessment.Finding {
  /// The evidence as the JSON array that stands in a result.
  public var evidenceJSON: Bytes {
    var json: Bytes = []
    json.append(evidence)
    return json
  }
}

extension Bytes {
  fileprivate mutating func append(_ finding: Assessment.Finding) {
    append("{\"clause\":")
    append(json: finding.clause)
    append(",\"kind\":\"\(finding.kind.rawValue)\",\"outcome\":\"\(finding.outcome.rawValue)\",\"quote\":")
    append(json: finding.quote)
    append(",\"message\":")
    append(json: finding.message)
    append(",\"evidence\":")
    append(finding.evidence)
    if let ruling = finding.ruling { append(member: ruling) }
    append("}")
  }

  fileprivate mutating func append(_ list: [Evidence]) {
    append("[")
    for (index, evidence) in list.enumerated() {
      append(index == 0 ? "{\"field\":" : ",{\"field\":")
      append(json: evidence.field)
      append(",\"value\":")
      append(evidence.value)
      if let required = evidence.required {
        append(",\"required\":")
        append(json: required.text)
      }
      append("}")
    }
    append("]")
  }

  fileprivate mutating func append(json text: String?) {
    if let text { append(json: text) } else { append("null") }
  }
}

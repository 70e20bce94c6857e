extension Evaluation {
  /// Appends the result as one JSON object, without a line end.
  public func append(to buffer: inout Bytes) {
    buffer.append("{\"id\":")
    buffer.append(contentsOf: text[id])
    buffer.append(",\"year\":")
    buffer.append(contentsOf: text[year])
    buffer.append(",\"direction\":")
    buffer.append(contentsOf: text[directionID])
    buffer.append(",\"title\":")
    buffer.append(contentsOf: text[title])
    buffer.append(",\"applicant\":")
    buffer.append(contentsOf: text[applicant])
    buffer.append(",\"program\":")
    if let program {
      buffer.append("{\"id\":")
      buffer.append(json: program.id)
      buffer.append(",\"version\":")
      buffer.append(json: program.version)
      buffer.append("}")
    } else {
      buffer.append("null")
    }
    buffer.append(",\"verdict\":\"")
    buffer.append(verdict.rawValue)
    buffer.append("\"")
    if let failure { append(failure, to: &buffer) }
    appendFindings(to: &buffer)
    appendProblems(to: &buffer)
    appendScore(to: &buffer)
    buffer.append("}")
  }

  private func append(_ failure: EvaluationFailure, to buffer: inout Bytes) {
    buffer.append(",\"error\":{\"code\":\"")
    buffer.append(failure.code.rawValue)
    buffer.append("\",\"message\":")
    buffer.append(json: failure.message)
    if let plugin = failure.plugin {
      buffer.append(member: "plugin", plugin.plugin.id)
      buffer.append(member: "version", plugin.plugin.version)
      buffer.append(member: "phase", plugin.phase.rawValue)
      buffer.append(member: "kind", plugin.kind.rawValue)
    }
    buffer.append(member: "file", failure.file)
    buffer.append(member: "line", failure.line)
    buffer.append(member: "column", failure.column)
    buffer.append(member: "clause", failure.clause)
    buffer.append(member: "traceback", failure.traceback)
    if let budget = failure.plugin?.budget {
      buffer.append(",\"budget\":{\"instructions\":")
      buffer.append(decimal: budget.instructions)
      buffer.append(member: "spent", budget.spent)
      buffer.append(member: "memory", budget.memory)
      buffer.append(",\"seconds\":")
      buffer.append(number: budget.seconds)
      buffer.append("}")
    }
    buffer.append("}")
  }

  private func appendFindings(to buffer: inout Bytes) {
    buffer.append(",\"findings\":[")
    var place = 0
    for clause in direction?.clauses ?? [] where clause.kind != .limit && place < findings.count {
      let finding = findings[place]
      if place > 0 { buffer.append(",") }
      place += 1
      buffer.append(contentsOf: clause.opening)
      buffer.append(finding.outcome.rawValue)
      buffer.append(contentsOf: clause.middle)
      buffer.append(json: text[finding.message])
      buffer.append(",\"evidence\":[")
      for index in finding.evidence {
        let item = evidence[index]
        buffer.append(index == finding.evidence.lowerBound ? "{\"field\":" : ",{\"field\":")
        buffer.append(json: facts[item.field])
        buffer.append(",\"value\":")
        buffer.append(contentsOf: facts[item.value])
        if !item.required.isEmpty {
          buffer.append(",\"required\":")
          buffer.append(json: facts[item.required])
        }
        buffer.append("}")
      }
      buffer.append("]}")
    }
    buffer.append("]")
  }

  private func appendProblems(to buffer: inout Bytes) {
    buffer.append(",\"problems\":[")
    for (place, problem) in problems.enumerated() {
      buffer.append(place == 0 ? "{\"field\":" : ",{\"field\":")
      buffer.append(json: problem.field)
      buffer.append(",\"code\":\"")
      buffer.append(problem.code.rawValue)
      buffer.append("\",\"message\":")
      buffer.append(json: problem.message)
      buffer.append(member: "cell", problem.cell)
      buffer.append("}")
    }
    buffer.append("]")
  }

  private func appendScore(to buffer: inout Bytes) {
    guard let direction, failure == nil else {
      buffer.append(",\"score\":null")
      return
    }
    buffer.append(",\"score\":{\"total\":")
    buffer.append(tenths: total)
    buffer.append(",\"items\":[")
    for (place, item) in items.enumerated() {
      let criterion = direction.criteria[place]
      buffer.append(place == 0 ? "{\"id\":" : ",{\"id\":")
      buffer.append(json: criterion.id)
      buffer.append(",\"title\":")
      buffer.append(json: criterion.title)
      buffer.append(",\"points\":")
      buffer.append(tenths: item.points)
      buffer.append(",\"max\":")
      buffer.append(tenths: criterion.maximum)
      buffer.append(",\"reason\":")
      buffer.append(json: text[item.reason])
      buffer.append("}")
    }
    buffer.append("]}")
  }
}

extension Bytes {
  /// Appends a further member of an object, where there is one.
  fileprivate mutating func append(member name: StaticString, _ text: String?) {
    guard let text else { return }
    append(",\"\(name)\":")
    append(json: text)
  }

  /// Appends a further member of an object, where there is one.
  fileprivate mutating func append(member name: StaticString, _ number: Int?) {
    guard let number else { return }
    append(",\"\(name)\":")
    append(decimal: number)
  }

  /// Appends a number of tenths: 615 is `61.5`, 600 is `60`.
  public mutating func append(tenths: Int) {
    append(decimal: tenths / 10)
    if tenths % 10 != 0 {
      append(".")
      append(decimal: tenths % 10)
    }
  }
}

extension String {
  /// A number of tenths as people write points: 615 is `61.5`, 600 is `60`.
  public init(tenths: Int) {
    var text: Bytes = []
    text.append(tenths: tenths)
    self = text.text
  }
}

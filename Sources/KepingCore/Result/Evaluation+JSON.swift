extension Evaluation {
  /// Appends the result as one JSON object, without a line end.
  public func append(to buffer: inout Bytes) {
    buffer.append("{\"id\":")
    buffer.append(contentsOf: text.bytes[id.places])
    buffer.append(",\"year\":")
    buffer.append(contentsOf: text.bytes[year.places])
    buffer.append(",\"direction\":")
    buffer.append(contentsOf: text.bytes[directionID.places])
    buffer.append(",\"title\":")
    buffer.append(contentsOf: text.bytes[title.places])
    buffer.append(",\"applicant\":")
    buffer.append(contentsOf: text.bytes[applicant.places])
    buffer.append(",\"program\":")
    if let compiled, program != nil {
      buffer.append(contentsOf: compiled.program.directions[compiled.direction].program)
    } else if let program {
      buffer.append(program)
    } else {
      buffer.append("null")
    }
    buffer.append(",\"verdict\":\"")
    buffer.append(verdict.rawValue)
    buffer.append(UInt8(ascii: "\""))
    if let failure { append(failure, to: &buffer) }
    buffer.append(",\"findings\":[")
    buffer.append(contentsOf: body.written)
    buffer.append(UInt8(ascii: "]"))
    appendProblems(to: &buffer)
    if compiled != nil {
      buffer.append(",\"score\":{\"total\":")
      buffer.append(tenths: total)
      buffer.append(",\"items\":[")
      buffer.append(contentsOf: scores.written)
      buffer.append("]}}")
    } else {
      buffer.append(",\"score\":null}")
    }
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
}

extension Bytes {
  /// Appends the program as results name it.
  mutating func append(_ program: ProgramReference) {
    append("{\"id\":")
    append(json: program.id)
    append(",\"version\":")
    append(json: program.version)
    append("}")
  }

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

extension Evaluation {
  /// Appends the result as one JSON object, without a line end.
  public func append(to buffer: inout Bytes) {
    buffer.append(contentsOf: head.written)
    buffer.append(contentsOf: body.written)
    buffer.append(contentsOf: scores.written)
  }

  /// Writes what stands around findings and items, once all is decided.
  mutating func finish() {
    head.remove(from: ownEnd)
    guard let compiled else { return finishWithout() }
    let words = compiled.program.words
    let texts = compiled.program.texts
    head.append(compiled.program.directions[compiled.direction].opening(verdict), of: texts)
    let sum = Output.Number(value: Double(total), places: 1)
    if problems.isEmpty {
      body.append(findings.isEmpty ? words.noProblems : words.noProblemsLast, sum, words.itemsBegin, of: texts)
    } else {
      var tail: Bytes = []
      if !findings.isEmpty { tail.append(CompiledWords.findingEnd) }
      appendProblems(to: &tail)
      tail.append(",\"score\":{\"total\":")
      tail.append(tenths: total)
      body.append(contentsOf: tail)
      body.append(words.itemsBegin, of: texts)
    }
    scores.append(items.isEmpty ? words.itemsEnd : words.itemsEndLast, of: texts)
  }

  /// The same where no program has evaluated.
  private mutating func finishWithout() {
    var tail: Bytes = []
    if let program { tail.append(program) } else { tail.append("null") }
    tail.append(",\"verdict\":\"")
    tail.append(verdict.rawValue)
    tail.append(UInt8(ascii: "\""))
    if let failure { append(failure, to: &tail) }
    tail.append(",\"findings\":[")
    head.append(contentsOf: tail)
    tail = []
    appendProblems(to: &tail)
    tail.append(",\"score\":null}")
    body.append(contentsOf: tail)
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
    buffer.append("],\"problems\":[")
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

/// Writes the parts of a result that are rarely needed: program references, problems and failures.
extension Bytes {
  /// Appends a program reference as a JSON object.
  mutating func append(_ program: ProgramReference) {
    append("{\"id\":")
    append(json: program.id)
    append(",\"version\":")
    append(json: program.version)
    append("}")
  }

  /// Appends problems as a JSON array.
  mutating func append(_ problems: [Problem]) {
    append("[")
    for (index, problem) in problems.enumerated() {
      append(index == 0 ? "{\"field\":" : ",{\"field\":")
      append(json: problem.field)
      append(",\"code\":\"")
      append(problem.code.rawValue)
      append("\",\"message\":")
      append(json: problem.message)
      append(member: "cell", problem.cell)
      if let ruling = problem.ruling { append(member: ruling) }
      append("}")
    }
    append("]")
  }

  /// Appends the member `ruling` of a finding or a problem, with a comma before it.
  mutating func append(member ruling: AppliedRuling) {
    append(",\"ruling\":{")
    if let from = ruling.from { append("\"from\":\"\(from.rawValue)\",") }
    append("\"reason\":")
    append(json: ruling.reason)
    append(member: "by", ruling.by)
    append(",\"on\":\"\(ruling.on.iso)\"")
    append(member: "confirmedBy", ruling.confirmedBy)
    append(member: "basis", ruling.basis)
    append("}")
  }

  /// Appends the member `corrects` of a result, with a comma before it.
  mutating func append(member correction: Assessment.Correction) {
    append(",\"corrects\":{\"verdict\":\"\(correction.verdict.rawValue)\"")
    append(member: "changed", correction.changed)
    append(member: "unasked", correction.unasked)
    append("}")
  }

  /// Appends a member with a list of texts, with a comma before it.
  private mutating func append(member name: StaticString, _ texts: [String]) {
    append(",\"\(name)\":[")
    for (index, text) in texts.enumerated() {
      if index > 0 { append(",") }
      append(json: text)
    }
    append("]")
  }

  /// Appends the member `error` of a result, with a comma before it.
  mutating func append(member failure: EvaluationFailure) {
    append(",\"error\":{\"code\":\"")
    append(failure.code.rawValue)
    append("\",\"message\":")
    append(json: failure.message)
    if let plugin = failure.plugin {
      append(member: "plugin", plugin.plugin.id)
      append(member: "version", plugin.plugin.version)
      append(member: "phase", plugin.phase.rawValue)
      append(member: "kind", plugin.kind.rawValue)
    }
    append(member: "file", failure.file)
    append(member: "line", failure.line)
    append(member: "column", failure.column)
    append(member: "clause", failure.clause)
    append(member: "traceback", failure.traceback)
    if let budget = failure.plugin?.budget {
      append(",\"budget\":{\"instructions\":")
      append(decimal: budget.instructions)
      append(member: "spent", budget.spent)
      append(member: "memory", budget.memory)
      append(",\"seconds\":")
      append(number: budget.seconds)
      append("}")
    }
    append("}")
  }

  /// Appends a member with a text, with a comma before it; appends nothing if the text is nil.
  private mutating func append(member name: StaticString, _ text: String?) {
    guard let text else { return }
    append(",\"\(name)\":")
    append(json: text)
  }

  /// Appends a member with a number, with a comma before it; appends nothing if the number is nil.
  private mutating func append(member name: StaticString, _ number: Int?) {
    guard let number else { return }
    append(",\"\(name)\":")
    append(decimal: number)
  }

  /// Appends a number of tenths as a decimal: 615 is `61.5`, 600 is `60`.
  public mutating func append(tenths: Int) {
    append(decimal: tenths / 10)
    if tenths % 10 != 0 {
      append(".")
      append(decimal: tenths % 10)
    }
  }
}

extension String {
  /// Creates the decimal text of a number of tenths: 615 is `61.5`, 600 is `60`.
  public init(tenths: Int) {
    var text: Bytes = []
    text.append(tenths: tenths)
    self = text.text
  }

  /// Creates the text of a score in tenths, always with one decimal, so that scores stand below each other: 600 is `60.0`.
  public init(score: Int) { self = "\(score / 10).\(score % 10)" }
}

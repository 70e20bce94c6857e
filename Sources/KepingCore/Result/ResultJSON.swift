/// The parts of a result that are written rarely: programs by their name, problems, failures.
extension Bytes {
  /// Appends the program as results name it.
  mutating func append(_ program: ProgramReference) {
    append("{\"id\":")
    append(json: program.id)
    append(",\"version\":")
    append(json: program.version)
    append("}")
  }

  /// Appends problems as an array.
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
      append("}")
    }
    append("]")
  }

  /// Appends the member `error` of a result.
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

  /// Appends a further member of an object, where there is one.
  private mutating func append(member name: StaticString, _ text: String?) {
    guard let text else { return }
    append(",\"\(name)\":")
    append(json: text)
  }

  /// Appends a further member of an object, where there is one.
  private mutating func append(member name: StaticString, _ number: Int?) {
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

import KepingCore
import KepingPlugins

/// Evaluates applications for tests, as a batch would: with the notices of a test, and no configuration.
struct TestBench {
  /// An application, parsed and bound: it can be evaluated again and again, by changed programs as well.
  struct Prepared {
    var evaluator = Evaluator()
    /// The place of its direction in the program; nil where the record cannot be evaluated.
    var direction: Int?
    /// The clauses of the direction whose notices are registered, by place.
    var registered: Set<Int> = []

    /// Evaluates the application again, by a program and a direction of it that may have been changed.
    mutating func evaluate(_ program: CompiledProgram, _ direction: Int, _ functions: any ProgramFunctions) {
      evaluator.begin()
      do throws(EvaluationFailure) {
        try evaluator.evaluate(program, direction, functions, registered: registered)
      } catch {
        evaluator.fail(error)
      }
    }
  }

  let loaded: PluginProgram
  /// The examples that tests build upon, by id.
  let examples: [String: JSONValue]
  private let compiled: CompiledProgram

  init(loaded: PluginProgram, examples: [String: JSONValue]) {
    self.loaded = loaded
    self.examples = examples
    compiled = CompiledProgram(loaded.program)
  }

  private var program: Program { loaded.program }

  /// Parses an application and evaluates it.
  func evaluate(_ application: JSONValue, notices: [String] = []) -> Prepared {
    var prepared = prepare(application, notices)
    if let place = prepared.direction { prepared.evaluate(compiled, place, loaded) }
    return prepared
  }

  private func prepare(_ application: JSONValue, _ notices: [String]) -> Prepared {
    var prepared = Prepared()
    let bytes = application.bytes
    do {
      try prepared.evaluator.record.tape.read(bytes, 0..<bytes.count)
    } catch {
      prepared.evaluator.beginUnknown()
      prepared.evaluator.fail(EvaluationFailure(code: .invalidJSON, message: error.wording.chinese))
      return prepared
    }
    prepared.evaluator.record.bindHost(bytes)
    prepared.evaluator.begin()
    if prepared.evaluator.record.faults.isEmpty { prepared.evaluator.record.bindProgram(program.schema) }
    let faults = prepared.evaluator.record.faults
    guard faults.isEmpty else {
      prepared.evaluator.fail(EvaluationFailure(code: .invalidRecord, message: faults[0].message), problems: faults)
      return prepared
    }
    let id = prepared.evaluator.record.direction
    guard prepared.evaluator.record.year == program.year, let place = program.directions.firstIndex(where: { $0.id == id })
    else {
      prepared.evaluator.fail(EvaluationFailure(code: .unknownDirection, message: "不是本专项的年度或方向"))
      return prepared
    }
    let direction = program.directions[place]
    prepared.direction = place
    for (place, clause) in direction.clauses.enumerated()
    where clause.kind == .notice && (notices.contains(clause.id) || notices.contains(direction.projectType)) {
      prepared.registered.insert(place)
    }
    return prepared
  }
}

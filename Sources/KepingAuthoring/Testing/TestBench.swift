import KepingCore
import KepingPlugins
import KepingPrograms

/// Evaluates applications for tests, as a batch would: with the notices of a test, and no configuration.
struct TestBench {
  /// An application that has been read: it can be evaluated again and again, by changed programs as well.
  struct Prepared {
    fileprivate var assessor: Assessor
    /// The index of its direction in the program; nil where no program evaluates it.
    let direction: Int?
    private let registered: Set<Int>?
    /// What became of it when it was read.
    let assessment: Assessment

    fileprivate init(_ assessor: Assessor, _ assessment: Assessment) {
      self.assessor = assessor
      self.assessment = assessment
      direction = assessor.lastCall?.direction
      registered = assessor.lastCall?.registered
    }

    /// Evaluates the application again, by a program and a direction of it that may have been changed.
    mutating func evaluateAgain(
      by program: CompiledProgram, direction: Int, _ functions: any ProgramFunctions
    ) -> Assessment {
      assessor.evaluateAgain(
        EvaluationCall(program: program, direction: direction, functions: functions, registered: registered))
    }
  }

  let loaded: PluginProgram
  /// The examples that tests build upon, by id.
  let examples: [String: JSONValue]
  private let assessor: Assessor

  init(loaded: PluginProgram, examples: [String: JSONValue]) {
    self.loaded = loaded
    self.examples = examples
    assessor = Assessor(loaded)
  }

  /// Reads an application and evaluates it.
  /// - Parameter notices: the clauses and project types whose notices are registered.
  func evaluate(_ application: JSONValue, notices: [String] = []) -> Prepared {
    var assessor = assessor
    let assessment = assessor.assess(application.bytes) { direction in
      Set(
        direction.clauses.indices.filter { index in
          let clause = direction.clauses[index]
          return clause.kind == .notice && (notices.contains(clause.id) || notices.contains(direction.projectType))
        })
    }
    return Prepared(assessor, assessment)
  }
}

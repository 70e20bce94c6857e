import KepingCore
import KepingPlugins
import KepingPrograms

/// Evaluates applications for tests as a batch does, but with the notices of a test and without a configuration.
struct TestBench {
  /// An application that has been read once and can be evaluated repeatedly, also by changed programs.
  struct Prepared {
    fileprivate var assessor: Assessor
    /// The index of its direction in the program, or nil if the program does not evaluate it.
    let direction: Int?
    /// The indexes of the direction's clauses whose notices are registered.
    private let registered: Set<Int>?
    /// The assessment by the unchanged program.
    let assessment: Assessment

    fileprivate init(_ assessor: Assessor, _ assessment: Assessment) {
      self.assessor = assessor
      self.assessment = assessment
      direction = assessor.lastCall?.direction
      registered = assessor.lastCall?.registered
    }

    /// Evaluates the application again by a program that may have been changed.
    ///
    /// - Parameters:
    ///   - program: the program.
    ///   - direction: the index of the direction in the program.
    ///   - functions: the plugin's Lua functions.
    mutating func evaluateAgain(
      by program: CompiledProgram, direction: Int, _ functions: any ProgramFunctions
    ) -> Assessment {
      assessor.evaluateAgain(
        EvaluationCall(program: program, direction: direction, functions: functions, registered: registered))
    }
  }

  let loaded: PluginProgram
  /// The examples by id, which are the bases of tests.
  let examples: [String: JSONValue]
  private let assessor: Assessor

  init(loaded: PluginProgram, examples: [String: JSONValue]) {
    self.loaded = loaded
    self.examples = examples
    assessor = Assessor(loaded)
  }

  /// Reads an application and evaluates it.
  /// - Parameter notices: the ids of the clauses and project types whose notices are registered.
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

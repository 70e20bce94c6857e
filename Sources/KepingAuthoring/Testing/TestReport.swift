import KepingCore
import KepingPlugins

/// The options of a test run.
public struct TestRequest: Sendable {
  /// A text that the name, the expected ids or the file of a test must contain; nil runs all tests.
  public var filter: String?
  /// Whether tests must see every outcome that a clause can have.
  public var wantsCoverage = false
  /// Whether a test must notice every small change of the program.
  public var wantsMutation = false
  /// The language of the cases to suggest for what no test notices or sees; nil to suggest none.
  public var suggests: Language?

  /// Creates a request for all tests, without coverage and mutation.
  public init() {}
}

/// The results of one plugin's tests.
public struct TestReport: Sendable {
  /// The tested plugin.
  public let plugin: Plugin
  /// The options of the run.
  public let request: TestRequest
  /// The results of the tests that ran, in order.
  public private(set) var results: [TestResult] = []
  /// The coverage, or nil if the tests were filtered or could not be read.
  public private(set) var coverage: TestCoverage?
  /// The result of mutation testing, or nil if it was not requested or a test failed; a failing test cannot notice a change.
  public private(set) var mutation: MutationReport?
  /// The suggested cases by direction; empty if none were requested.
  public private(set) var suggestions: [SuggestedCases] = []
  /// The faults of the program, its test files, or the declared exceptions.
  public private(set) var faults: [Diagnostic] = []

  /// Loads a plugin with the default limits, and runs its tests.
  public init(_ plugin: Plugin, _ request: TestRequest) {
    self.plugin = plugin
    self.request = request
    do throws(Diagnostic) {
      let loaded: PluginProgram
      do throws(LoadFailure) { loaded = try PluginProgram(plugin) } catch { throw error.diagnostic }
      let tests = try ProgramTests(loaded)
      results = tests.run(filter: request.filter)
      guard request.filter == nil else { return }
      let coverage = tests.coverage(of: results)
      self.coverage = coverage
      faults += coverage.faults
      guard failed == 0 else { return }
      let functions = ChangedFunctions(loaded)
      var unnoticed: [[Mutant]] = []
      if request.wantsMutation {
        let (mutation, mutants) = tests.mutate(functions)
        self.mutation = mutation
        unnoticed = mutants
        faults += mutation.faults
      }
      if let language = request.suggests { suggestions = tests.suggest(for: unnoticed, gaps: gaps, functions, language) }
    } catch {
      faults.append(error)
    }
  }

  /// The number of tests that failed.
  public var failed: Int { results.count { !$0.isPassed } }

  /// The outcomes that no test sees; empty unless coverage was requested.
  public var gaps: [TestCoverage.Item] { request.wantsCoverage ? coverage?.missing ?? [] : [] }

  /// Whether no test failed, there are no faults, and the requested coverage and mutation testing left no gap.
  public var isPassed: Bool { failed == 0 && faults.isEmpty && gaps.isEmpty && mutation?.survivors.isEmpty != false }
}

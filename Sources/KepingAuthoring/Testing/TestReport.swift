import KepingCore
import KepingPlugins

/// What is asked of a plugin's tests.
public struct TestRequest: Sendable {
  /// Only the tests whose name, clauses or file have this text in them.
  public var filter: String?
  /// Whether every outcome that a clause can have must be seen.
  public var wantsCoverage = false
  /// Whether every small change of the program must be noticed.
  public var wantsMutation = false

  public init() {}
}

/// All that came of one plugin's tests.
public struct TestReport: Sendable {
  public let plugin: Plugin
  public let request: TestRequest
  public private(set) var results: [TestResult] = []
  /// Nil where the tests were filtered, or could not be read.
  public private(set) var coverage: TestCoverage?
  /// Nil where it was not asked for, or a test failed: what notices nothing now notices no change.
  public private(set) var mutation: MutationReport?
  /// What is wrong with the program, its tests, or what is declared of them.
  public private(set) var faults: [Diagnostic] = []

  /// Loads a plugin within the limits that hold where no configuration says otherwise, and runs its tests.
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
      guard request.wantsMutation, failed == 0 else { return }
      let mutation = tests.mutate()
      self.mutation = mutation
      faults += mutation.faults
    } catch {
      faults.append(error)
    }
  }

  public var failed: Int { results.count { !$0.isPassed } }

  /// The outcomes that no test sees, where all were asked for.
  public var gaps: [TestCoverage.Item] { request.wantsCoverage ? coverage?.missing ?? [] : [] }

  /// Whether everything that was asked for holds.
  public var isWell: Bool { failed == 0 && faults.isEmpty && gaps.isEmpty && mutation?.survivors.isEmpty != false }
}

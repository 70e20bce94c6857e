import KepingCore
import KepingFiles
import KepingYAML

/// The tests in a plugin's `tests/`: cases as data, each an application by its differences from one of `examples/`, and
/// Lua for what data cannot say.
public struct ProgramTests {
  let loaded: PluginProgram
  let bench: TestBench
  private(set) var cases: [(testCase: TestCase, application: JSONValue)] = []
  private let scripts: [LuaTests]
  let exceptions: TestExceptions

  /// Reads the plugin's examples and tests, and runs none.
  /// - Throws: ``Diagnostic`` where a file is not written as it should be.
  public init(_ loaded: PluginProgram) throws(Diagnostic) {
    self.loaded = loaded
    let plugin = loaded.plugin
    let examples = try plugin.examples()
    bench = TestBench(loaded: loaded, examples: examples)
    let known = KnownNames(loaded.program)
    let files = try plugin.testFiles()
    for file in files.yaml where file.lastComponent?.string != TestExceptions.fileName {
      let root = try YAMLFile.parse(try FileText.readText(file, limit: Plugin.maximumFileSize), path: plugin.shown(file))
      let members = try root.members(allowing: ["base", "cases"], requiring: ["base", "cases"])
      let name = try members["base"]!.text()
      guard let base = examples[name] else {
        throw members["base"]!.fault("unknown-example", Plugin.unknownExample(name, examples))
      }
      for item in try members["cases"]!.elements() {
        for testCase in try TestCase.read(item, known) { cases.append((testCase, try testCase.application(from: base))) }
      }
    }
    var scripts: [LuaTests] = []
    for file in files.lua { scripts.append(try LuaTests(file, bench)) }
    self.scripts = scripts
    exceptions = try TestExceptions(plugin, files.yaml, known)
  }

  /// Runs every test of every file, in order: first the cases, then the Lua.
  /// - Parameter filter: only those whose name, clauses or file have this text in them.
  public func run(filter: String? = nil) -> [TestResult] {
    var results: [TestResult] = []
    for (testCase, application) in cases where filter.map(testCase.contains) ?? true {
      let evaluation = bench.evaluate(application, notices: testCase.notices).evaluator.evaluation
      var seen: [String: Outcome] = [:]
      for (clause, outcome) in testCase.outcomes where evaluation.direction?.outcome(of: clause, evaluation) == outcome {
        seen[clause] = outcome
      }
      results.append(
        TestResult(
          name: testCase.name, place: SourcePlace(path: testCase.node.path, line: testCase.node.line),
          column: testCase.node.column, differences: testCase.differences(evaluation),
          changes: testCase.changes.map { "\($0.path) = \(JSONValue($0.value).bytes.text)" }, seen: seen))
    }
    for script in scripts { results += script.run(filter: filter) }
    return results
  }
}

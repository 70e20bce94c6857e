import KepingCore
import KepingFiles
import KepingPlugins
import KepingYAML
import SystemPackage

/// The tests in a plugin's `tests/`: cases as data, each an application by its differences from one of `examples/`, and
/// Lua for what data cannot say.
public struct ProgramTests {
  /// A case with its application.
  struct Subject {
    let testCase: TestCase
    let application: JSONValue
    let bench: TestBench
    /// Whether the program is as its manifest has it, and not as other settings make it.
    let usesManifestSettings: Bool
  }

  let loaded: PluginProgram
  private(set) var cases: [Subject] = []
  private let scripts: [LuaTests]
  let exceptions: TestExceptions

  /// Reads the plugin's examples and tests, and runs none.
  /// - Throws: ``Diagnostic`` where a file is not written as it should be.
  public init(_ loaded: PluginProgram) throws(Diagnostic) {
    self.loaded = loaded
    let plugin = loaded.plugin
    let bench = TestBench(loaded: loaded, examples: try plugin.examples())
    let files = try plugin.testFiles()
    for file in files.yaml where file.lastComponent?.string != TestExceptions.fileName {
      cases += try Self.readCases(file, bench)
    }
    var scripts: [LuaTests] = []
    for file in files.lua { scripts.append(try LuaTests(file, bench)) }
    self.scripts = scripts
    exceptions = try TestExceptions(plugin, files.yaml, KnownNames(loaded.program))
  }

  /// `base`, `cases`, and where they are about another reading of the guideline, `settings`.
  private static func readCases(_ file: FilePath, _ defaultBench: TestBench) throws(Diagnostic) -> [Subject] {
    let plugin = defaultBench.loaded.plugin
    let root = try YAMLFile.parse(try FileText.readText(file, limit: Plugin.maximumFileSize), path: plugin.displayPath(of: file))
    let members = try root.members(allowing: ["base", "settings", "cases"], requiring: ["base", "cases"])
    let name = try members["base"]!.text()
    guard let base = defaultBench.examples[name] else {
      throw members["base"]!.fault("unknown-example", Plugin.unknownExample(name, defaultBench.examples))
    }
    var bench = defaultBench
    if let settings = members["settings"] {
      bench = TestBench(
        loaded: try defaultBench.loaded.reloaded(with: try plugin.settings(settings)), examples: defaultBench.examples)
    }
    let known = KnownNames(bench.loaded.program)
    var subjects: [Subject] = []
    for item in try members["cases"]!.elements() {
      for testCase in try TestCase.read(item, known) {
        let application = try testCase.application(from: base)
        subjects.append(
          Subject(testCase: testCase, application: application, bench: bench, usesManifestSettings: members["settings"] == nil))
      }
    }
    return subjects
  }

  /// Runs every test of every file, in order: first the cases, then the Lua.
  /// - Parameter filter: only those whose name, clauses or file have this text in them.
  public func run(filter: String? = nil) -> [TestResult] {
    var results: [TestResult] = []
    for subject in cases where filter.map(subject.testCase.contains) ?? true { results.append(run(subject)) }
    for script in scripts { results += script.run(filter: filter) }
    return results
  }

  private func run(_ subject: Subject) -> TestResult {
    let testCase = subject.testCase
    let assessment = subject.bench.evaluate(subject.application, notices: testCase.notices).assessment
    var seen: [String: Outcome] = [:]
    for (clause, outcome) in testCase.outcomes
    where subject.usesManifestSettings && assessment.finding(of: clause)?.outcome == outcome { seen[clause] = outcome }
    return TestResult(
      name: testCase.name, location: SourceLocation(path: testCase.node.path, line: testCase.node.line),
      column: testCase.node.column, differences: testCase.differences(assessment),
      changes: testCase.changes.map { "\($0.path) = \(JSONValue($0.value).bytes.text)" }, seen: seen)
  }
}

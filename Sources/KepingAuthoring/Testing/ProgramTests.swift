import KepingCore
import KepingPlugins
import KepingYAML
import SystemPackage

/// The tests in a plugin's `tests/`: YAML cases, each given by its changes to one of `examples/`, and Lua files for tests that
/// cases cannot express.
public struct ProgramTests {
  /// A case with its application and the bench that evaluates it.
  struct Subject {
    let testCase: TestCase
    let application: JSONValue
    let bench: TestBench
    /// Whether the program has the settings of its manifest, and not those of a test file.
    let usesManifestSettings: Bool
  }

  let loaded: PluginProgram
  /// The examples by id, which are the bases of tests.
  let examples: [String: JSONValue]
  private(set) var cases: [Subject] = []
  private let scripts: [LuaTests]
  let exceptions: TestExceptions

  /// Reads the plugin's examples and tests without running the tests.
  ///
  /// Lua files are run once, so that they define their tests.
  ///
  /// - Throws: ``Diagnostic`` if a file cannot be read or is malformed.
  public init(_ loaded: PluginProgram) throws(Diagnostic) {
    self.loaded = loaded
    let plugin = loaded.plugin
    examples = try plugin.examples()
    let bench = TestBench(loaded: loaded, examples: examples)
    let files = try plugin.testFiles()
    for file in files.yaml where file.lastComponent?.string != TestExceptions.fileName {
      cases += try Self.readCases(file, bench)
    }
    var scripts: [LuaTests] = []
    for file in files.lua { scripts.append(try LuaTests(file, bench)) }
    self.scripts = scripts
    exceptions = try TestExceptions(plugin, files.yaml, KnownNames(loaded.program))
  }

  /// Reads a file with `base`, `cases`, and optionally `settings` for another reading of the guideline.
  private static func readCases(_ file: FilePath, _ defaultBench: TestBench) throws(Diagnostic) -> [Subject] {
    let plugin = defaultBench.loaded.plugin
    let root = try YAMLFile.parse(try plugin.readText(file), path: plugin.displayPath(of: file))
    for name in ["impossible", "equivalent"] {
      if let (key, _) = try root.member(name) {
        throw key.fault(
          "unknown-key",
          Wording("“\(name)”要写在 tests/\(TestExceptions.fileName) 里", "'\(name)' belongs in tests/\(TestExceptions.fileName)"))
      }
    }
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
    let check = ChangeCheck(schema: bench.loaded.program.schema)
    var subjects: [Subject] = []
    var lines: [String: Int] = [:]
    for item in try members["cases"]!.elements() {
      if let name = try item.member("name")?.value, let earlier = lines.updateValue(name.line, forKey: try name.text()) {
        throw name.fault(
          "duplicate-name",
          Wording("与第\(earlier)行的用例同名，请换一个名称", "the case of line \(earlier) has the same name; give it another one"))
      }
      for testCase in try TestCase.read(item, known) {
        for change in testCase.changes { if let fault = check.removalFault(change) { throw fault } }
        let application = try testCase.application(from: base)
        if let fault = testCase.directionFault(of: application, known) { throw fault }
        subjects.append(
          Subject(testCase: testCase, application: application, bench: bench, usesManifestSettings: members["settings"] == nil))
      }
    }
    guard !subjects.isEmpty else {
      throw members["cases"]!.fault(
        "empty-case", Wording("这个文件没有一个用例，请写一个，或删去文件", "the file has no case; write one, or delete the file"))
    }
    return subjects
  }

  /// Runs the tests of all files in order: first the cases, then the Lua tests.
  /// - Parameter filter: a text that the name, the expected ids or the file of a test must contain.
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
    var (node, differences) = (testCase.node, testCase.differences(assessment))
    if !differences.isEmpty, let change = testCase.refusedChange(assessment) {
      node = change.key
      if let advice = ChangeCheck(schema: subject.bench.loaded.program.schema).advice(change) {
        let first = differences[0]
        differences[0] = Wording(first.chinese + advice.chinese, first.english + advice.english)
      }
    }
    return TestResult(
      name: testCase.name, location: SourceLocation(path: node.path, line: node.line), column: node.column,
      differences: differences, changes: testCase.changes.map { "\($0.path) = \(JSONValue($0.value).bytes.text)" }, seen: seen)
  }
}

import KepingCore
import KepingFiles
import KepingYAML
import SystemPackage

/// The tests in a plugin's `tests/`: cases as data, each an application by its differences from one of `examples/`.
public struct ProgramTests {
  /// What became of one case.
  public struct Result: Sendable {
    public let name: String
    /// The file, as the user would name it, and the line of the case in it.
    public let path: String
    public let line: Int
    /// What was not as expected; empty where the case passed.
    public let differences: [String]
    /// The outcomes that the case asked for and got, by clause.
    public let seen: [String: Outcome]

    public var isPassed: Bool { differences.isEmpty }
  }

  private let loaded: PluginProgram
  private var examples: [String: JSONValue] = [:]
  private var evaluator = Evaluator()

  /// Reads the plugin's examples, which the cases build upon.
  /// - Throws: ``Diagnostic``.
  public init(_ loaded: PluginProgram) throws(Diagnostic) {
    self.loaded = loaded
    for file in Self.files(loaded.plugin.folder.appending("examples"), ".json") {
      let shown = loaded.plugin.shown(file)
      let bytes = try FileText.read(file, limit: Plugin.maximumFileSize)
      guard let value = try? JSONValue(bytes), case .list(let applications) = value else {
        throw Diagnostic(
          path: shown, code: "invalid-example", Wording("示例应为申报书的JSON数组", "examples are a JSON array of applications"))
      }
      for application in applications {
        guard let id = application.text("id"), examples.updateValue(application, forKey: id) == nil else {
          throw Diagnostic(
            path: shown, code: "invalid-example", Wording("示例缺少id或id重复", "an example without id, or with one that is taken"))
        }
      }
    }
  }

  /// Runs every case of every file, in order.
  /// - Throws: ``Diagnostic`` where a file is not written as tests are.
  public mutating func run() throws(Diagnostic) -> [Result] {
    var results: [Result] = []
    for file in Self.files(loaded.plugin.folder.appending("tests"), ".yaml") {
      let shown = loaded.plugin.shown(file)
      let root = try YAMLFile.parse(try FileText.readText(file, limit: Plugin.maximumFileSize), path: shown)
      let members = try root.members(allowing: ["base", "cases"], requiring: ["base", "cases"])
      let name = try members["base"]!.text()
      guard let base = examples[name] else {
        throw members["base"]!.fault(
          "unknown-example",
          Wording("examples/ 中没有“\(name)”", "no '\(name)' in examples/").suggesting(name, among: examples.keys.sorted()))
      }
      for item in try members["cases"]!.elements() {
        for testCase in try TestCase.read(item, clauses: clauseIDs) { results.append(try run(testCase, base)) }
      }
    }
    return results
  }

  private var clauseIDs: [String] { loaded.program.directions.flatMap { $0.clauses.map(\.id) } }

  private static func files(_ folder: FilePath, _ ending: String) -> [FilePath] {
    (Folder.names(in: folder) ?? []).filter { $0.hasSuffix(ending) }.map { folder.appending($0) }
  }

  private mutating func run(_ testCase: TestCase, _ base: JSONValue) throws(Diagnostic) -> Result {
    var application = base
    for (path, node) in testCase.changes {
      guard application.set(path, JSONValue(node)) else {
        throw node.fault("unknown-path", Wording("路径“\(path)”在示例中走不通", "the path '\(path)' leads nowhere in the example"))
      }
    }
    evaluate(application, notices: testCase.notices)
    let (differences, seen) = compare(testCase)
    return Result(
      name: testCase.name, path: testCase.node.path, line: testCase.node.line, differences: differences, seen: seen)
  }

  private mutating func evaluate(_ application: JSONValue, notices: [String]) {
    let bytes = application.bytes
    do {
      try evaluator.record.tape.read(bytes, 0..<bytes.count)
    } catch {
      evaluator.beginUnknown()
      evaluator.fail(EvaluationFailure(code: .invalidJSON, message: error.wording.chinese))
      return
    }
    evaluator.record.bindHost(bytes)
    evaluator.begin()
    if evaluator.record.faults.isEmpty { evaluator.record.bindProgram(loaded.program.schema) }
    guard evaluator.record.faults.isEmpty else {
      let faults = evaluator.record.faults
      evaluator.fail(EvaluationFailure(code: .invalidRecord, message: faults[0].message), problems: faults)
      return
    }
    let name = evaluator.record.direction
    guard evaluator.record.year == loaded.program.year, var direction = loaded.program.directions.first(where: { $0.id == name })
    else {
      evaluator.fail(EvaluationFailure(code: .unknownDirection, message: "不是本专项的年度或方向"))
      return
    }
    for (place, clause) in direction.clauses.enumerated()
    where clause.kind == .notice && (notices.contains(clause.id) || notices.contains(direction.projectType)) {
      direction.registered.insert(place)
    }
    do throws(EvaluationFailure) {
      try evaluator.evaluate(loaded.program, direction, loaded)
    } catch {
      evaluator.fail(error)
    }
  }

  private func compare(_ testCase: TestCase) -> (differences: [String], seen: [String: Outcome]) {
    let evaluation = evaluator.evaluation
    var differences: [String] = []
    var seen: [String: Outcome] = [:]
    let clauses = evaluation.direction?.answeredClauses ?? []
    for (id, expected) in testCase.outcomes {
      guard let place = clauses.firstIndex(where: { $0.id == id }) else {
        let why = evaluation.failure.map { "：\($0.message)" } ?? ""
        differences.append("\(id) 应为 \(expected.rawValue)，但没有作答\(why)")
        continue
      }
      let finding = evaluation.findings[place]
      if finding.outcome == expected {
        seen[id] = expected
      } else {
        differences.append("\(id) 应为 \(expected.rawValue)，实为 \(finding.outcome.rawValue)：\(evaluation.message(finding))")
      }
    }
    if let verdict = testCase.verdict, verdict != evaluation.verdict {
      let why = evaluation.failure.map { "：\($0.message)" } ?? ""
      differences.append("结论应为 \(verdict.rawValue)，实为 \(evaluation.verdict.rawValue)\(why)")
    }
    if let error = testCase.error, error != evaluation.failure?.code.rawValue {
      differences.append("错误应为 \(error)，实为 \(evaluation.failure?.code.rawValue ?? "无")")
    }
    let problems = evaluation.problems.map(\.code.rawValue)
    if let expected = testCase.problems, expected != problems {
      differences.append("问题应为 \(expected)，实为 \(problems)")
    }
    if let score = testCase.score, abs(score - Double(evaluation.total) / 10) > 0.001 {
      differences.append("得分应为 \(score)，实为 \(Double(evaluation.total) / 10)")
    }
    return (differences, seen)
  }
}

extension Plugin {
  /// A file of the plugin, as the user would name it.
  func shown(_ file: FilePath) -> String {
    let real = folder.string
    return file.string.hasPrefix(real) ? path + file.string.dropFirst(real.count) : file.string
  }
}

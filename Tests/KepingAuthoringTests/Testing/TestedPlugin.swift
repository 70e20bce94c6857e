import KepingAuthoring
import KepingCore
import KepingPlugins
import PluginFixtures
import SystemPackage

/// A plugin of one direction that has fields of several kinds, an example, and tests.
struct TestedPlugin {
  let plugin: TemporaryPlugin

  static let fields = """
    fields { e = {
      n = count '数', m = count '另', money = money '钱', done = flag '完成', ready = flag '就绪', rate = decimal '率', part = percent '占',
      kind = choice('类', { a = '甲', b = '乙', c = '丙' }), only = choice('惟', { a = '甲' }),
      ip = tally('权', { x = '子', y = '丑' }), tags = texts('标', { p = '寅' }, 'none') } }

    """

  static let example = """
    [{ "id": "E1", "year": 2024, "direction": "1.1", "title": "示例",
       "applicant": { "name": "示例（虚构）", "kind": "enterprise", "region": "451002", "rdExpense": { "2023": 5, "2022": 5 } },
       "partners": [{ "name": "示例伙（虚构）", "kind": "university", "region": "451002" }],
       "e": { "n": 2, "m": 1, "money": 20000, "done": true, "ready": false, "kind": "a", "ip": { "x": 1 } } }]
    """

  /// Creates the plugin.
  ///
  /// - Parameters:
  ///   - clauses: the Lua of the direction after its number.
  ///   - cases: the cases of `tests/1.1.yaml`.
  ///   - files: additional files by path.
  ///   - before: Lua in front of the direction.
  init(_ clauses: String, cases: [String] = [], files: [String: String] = [:], before: String = "") throws {
    var all = files
    all["examples/1.1.json"] = Self.example
    if !cases.isEmpty { all["tests/1.1.yaml"] = "base: E1\ncases:\n" + cases.map { "  - \($0)\n" }.joined() }
    let program =
      Self.fields + before + "\ndirection { '1.1', " + clauses + ", criterion { '项', points = 1, grade = e.done:given() } }\n"
    plugin = try TemporaryPlugin(program, files: all)
  }

  func tests() throws -> ProgramTests { try ProgramTests(try plugin.load()) }

  func report(_ change: (inout TestRequest) -> Void = { _ in }) throws -> TestReport {
    var request = TestRequest()
    change(&request)
    return TestReport(try Plugin(FilePath(plugin.folder.path)), request)
  }

  /// Returns the error with which the tests cannot be read, or nil if they can.
  func fault() throws -> Diagnostic? {
    let loaded = try plugin.load()
    do throws(Diagnostic) {
      _ = try ProgramTests(loaded)
      return nil
    } catch {
      return error
    }
  }
}

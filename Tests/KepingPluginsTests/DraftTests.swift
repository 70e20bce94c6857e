import KepingCore
import KepingPlugins
import PluginFixtures
import SystemPackage
import Testing

@Suite("A program with open decisions is a draft, which does not load")
struct DraftTests {
  static let fields = "fields { expected = { sites = count '示范点', done = flag '完成' } }\n"

  static func plugin(_ lua: String) throws -> TemporaryPlugin { try TemporaryPlugin(fields + lua, api: 2) }

  @Test(
    "Wherever a mark stands, loading is refused at its line, and the draft can be checked",
    arguments: [
      (
        "direction { '1.1',\ntarget { '完成', todo '怎样判断' }, criterion { '甲', points = 1, grade = share { expected.done } } }", 3, 1
      ),
      ("direction { '1.1', target { '完成', expected.done },\ntodo '分值' }", 3, 1),
      ("direction { '1.1', target { '完成', points = 1,\ntodo('字段', expected.done) } }", 3, 1),
      ("todo '先问清楚'\ndirection { '1.1', target { '完成', expected.done, points = 1 } }", 2, 1),
      ("direction { '1.1', target { '完成', expected.done, points = todo('几分', 1), applies_when = todo '谁' } }", 2, 2),
      ("fields { more = todo('种类', flag '另一项') }\ndirection { '1.1', target { '完成', more, points = 1 } }", 2, 1),
      ("uncovered { '宗旨', because = todo('理由', '宗旨') }\ndirection { '1.1', target { '完成', expected.done, points = 1 } }", 2, 1),
      // An error that the plugin catches does not remove the mark.
      ("pcall(todo, '先问清楚', {})\ndirection { '1.1', target { '完成', expected.done, points = 1 } }", 2, 1),
    ])
  func marks(_ lua: String, _ line: Int, _ count: Int) throws {
    let plugin = try Self.plugin(lua)
    let fault = try #require(throws: Diagnostic.self) { _ = try plugin.load() }
    #expect(fault.code == "undecided" && fault.line == line, "\(fault)")
    let draft = try PluginProgram(draft: Plugin(FilePath(plugin.folder.path)))
    #expect(draft.marks.count == count && draft.marks.allSatisfy { $0.code == "undecided" })
    #expect(draft.program.directions.map(\.id) == ["1.1"])
  }

  @Test("The message says what is to be decided, and how many other decisions there are")
  func wording() throws {
    let plugin = try Self.plugin("direction { '1.1', target { '完成', todo '怎样算完成' }, todo '分值', todo '其他' }")
    let fault = try #require(throws: Diagnostic.self) { _ = try plugin.load() }
    #expect(fault.wording.chinese == "还没有决定：怎样算完成；决定以后去掉这里的 todo（另有2处）")
    #expect(fault.wording.english == "not decided: 怎样算完成; once it is, remove this todo (and 2 more)")
  }

  @Test("A proposal is used as if the mark were not there, and its mistakes are found")
  func proposals() throws {
    let marked = "direction { '1.1', target { '示范点2个以上', todo('字段', expected.sites):at_least '%', points = 1 } }"
    let plugin = try Self.plugin(marked.replacing("%", with: "2个"))
    let draft = try PluginProgram(draft: Plugin(FilePath(plugin.folder.path)))
    let decided = try Self.plugin(
      marked.replacing("%", with: "2个").replacing("todo('字段', expected.sites)", with: "expected.sites"))
    let expected = try decided.load().program
    #expect(draft.program.checks.bounds(of: draft.program.directions[0].clauses[0].check!).map(\.bound.text) == ["2个"])
    #expect(expected.checks.bounds(of: expected.directions[0].clauses[0].check!).map(\.bound.text) == ["2个"])
    #expect(try TemporaryPlugin.fault(Self.fields + marked.replacing("%", with: "3个"))?.code == "bound-not-quoted")
  }

  @Test(
    "A mark needs a text, and a proposal that is a node, a text, a number or a truth value",
    arguments: ["todo()", "todo('')", "todo('甲', {})", "todo('甲', function() end)", "todo(1)", "todo('甲', 1, 2)"])
  func misuse(_ call: String) throws {
    let direction = "direction { '1.1', target { '完成', expected.done, points = 1 } }"
    let code = try TemporaryPlugin.fault("\(Self.fields)\(call)\n\(direction)")?.code
    #expect(["wrong-argument", "surplus-argument"].contains(code), "\(code ?? "none")")
  }

  @Test("The outcome of a mark is unknown, even for whoever evaluates a draft")
  func outcome() throws {
    let plugin = try Self.plugin("direction { '1.1', target { '完成', todo '怎样算完成', points = 1 } }")
    let draft = try PluginProgram(draft: Plugin(FilePath(plugin.folder.path)))
    let assessment = draft.assess("\"expected\": { \"done\": true }")
    #expect(assessment.findings.map(\.outcome) == [.unknown], "\(assessment)")
  }

  @Test("A plugin of api 1 may have a field with the name of the mark")
  func olderPlugins() throws {
    let program = "fields { todo = flag '待办' } direction { '1.1', target { '完成', todo, points = 1 } }"
    _ = try TemporaryPlugin(program, api: 1).load()
    #expect(throws: Diagnostic.self) { _ = try TemporaryPlugin(program, api: 2).load() }
  }
}

import KepingCore
import KepingPlugins
import PluginFixtures
import SystemPackage
import Testing

@testable import KepingAuthoring

@Suite("The mistakes of authors in Lua are reported where they are, with what to do")
struct LuaMistakeTests {
  /// Checks the invented program with one file changed.
  static func check(_ file: String = "", _ change: (String) -> String = { $0 }) throws -> [Diagnostic] {
    var files = InventedLuaProgram.files
    if let text = files[file] { files[file] = change(text) }
    let program = try #require(files["program.lua"])
    files["program.lua"] = nil
    let plugin = try TemporaryPlugin(program, files: files, id: "demo-2025", manifest: InventedLuaProgram.manifest)
    let check = PluginCheck(try Plugin(FilePath(plugin.folder.path)))
    return check.diagnostics + check.figures.map(\.asRemark)
  }

  /// Returns the place of a diagnostic as `file:line:column`.
  static func place(_ diagnostic: Diagnostic) -> String {
    let file = diagnostic.path.split(separator: "/").last.map(String.init) ?? ""
    return "\(file):\(diagnostic.line ?? 0):\(diagnostic.column ?? 0)"
  }

  @Test("Each mistake is reported once, at its place and in both languages", arguments: syntax + values + clauses + functions)
  func reports(_ mistake: LuaMistake) throws {
    #expect(InventedLuaProgram.files[mistake.file]?.contains(mistake.old) == true)
    let found = try Self.check(mistake.file) { $0.replacing(mistake.old, with: mistake.new, maxReplacements: 1) }
    let shown = found.map { "\(Self.place($0)) \($0.text(.chinese))" }.joined(separator: "\n")
    let reported = found.filter { $0.code == mistake.code && $0.wording.chinese.contains(mistake.chinese) }
    #expect(reported.map(Self.place) == [mistake.place], "\(shown)")
    #expect(reported.allSatisfy { $0.wording.english.contains(mistake.english) }, "\(reported.map { $0.text(.english) })")
  }

  @Test("The correct program has no findings")
  func correct() throws {
    let found = try Self.check()
    #expect(found == [])
  }

  @Test(
    "Labels that fields or choices share, and stray spaces in a quote, are remarks",
    arguments: [
      ("fields.lua", "count \"示范点\"", "count \"经济效益\"", "shared-label"),
      ("fields.lua", "\"涉密\" }", "\"不涉密\" }", "shared-label"),
      ("program.lua", "\"研发投入增长的优先\"", "\" 研发投入增长的优先\"", "spaces-in-quote"),
      ("program.lua", "\"研发投入增长的优先\"", "\"研发投入  增长的优先\"", "spaces-in-quote"),
    ])
  func remarks(file: String, old: String, new: String, code: String) throws {
    let found = try Self.check(file) { $0.replacing(old, with: new) }
    #expect(found.map(\.code) == [code])
    let areRemarks = found.allSatisfy { $0.isRemark }
    #expect(areRemarks)
  }

  @Test(
    "A mistake in a function is reported if an example reaches it",
    arguments: [
      ("benefit / 10000000", "benefit.value / 10000000", 19, "不能取它的成员"),
      ("benefit / 10000000", "tonumber('12万') + 1", 19, "不能计算"),
      ("benefit / 10000000", "'a' + 1", 19, "文字不能计算"), ("cost <= 0", "cost <= '0'", 14, "不能比较大小"),
      ("benefit / 10000000", "string.rep()", 19, "第1个参数应为文字"), ("math.min(score, 1)", "0/0", 13, "不是有限的数"),
    ])
  func examples(old: String, new: String, line: Int, message: String) throws {
    let found = try Self.check("program.lua") { $0.replacing(old, with: new) }.filter { $0.code == "plugin-failed" }
    #expect(found.map(\.line) == [line])
    #expect(found.allSatisfy { $0.wording.chinese.contains("示例“E1.") && $0.wording.chinese.contains(message) }, "\(found)")
  }

  @Test("A field that a file declares behind a mistake is not reported as unknown")
  func hiddenDeclarations() throws {
    let found = try Self.check("fields.lua") { $0.replacing("none = \"不涉密\"", with: "不涉密 = \"none\"") }
    #expect(found.map(Self.place) == ["fields.lua:10:30"], "\(found)")
  }

  @Test("A reason of a plugin of api 1 may be anything, as before")
  func frozen() throws {
    let program = "direction { '1.1', target { 'x', leave_open(title:given(), '-'), points = 1 } }"
    let old = try TemporaryPlugin(program, api: 1)
    #expect(try old.load().program.directions.count == 1)
    let new = try TemporaryPlugin(program, api: 2)
    #expect(throws: (any Error).self) { _ = try new.load() }
  }

  @Test("The frozen plugins have no errors", arguments: ["api-1", "api-2"])
  func frozenPlugins(_ name: String) throws {
    let check = PluginCheck(try Plugin(FilePath(root.appendingPathComponent("Tests/KepingBatchTests/Frozen/\(name)").path)))
    #expect(check.hasNoErrors)
    #expect(check.diagnostics.allSatisfy { ["no-example", "computed-figure"].contains($0.code) }, "\(check.diagnostics)")
  }

  @Test("The examples of the vocabulary have no errors", arguments: Word.allCases.filter { $0 != .todo })
  func vocabulary(_ word: Word) {
    let example = word.entry.example
    // An example is a part of a direction, or complete statements.
    let sources = ["direction { '1.1',\n\(example)\n}", example]
    let findings = sources.map {
      LuaLinter(Bytes($0.utf8), path: "x", LuaSurroundings(api: 2, isOpen: true)).findings.filter { !$0.isRemark }
    }
    #expect(findings.contains([]), "\(findings)")
  }
}

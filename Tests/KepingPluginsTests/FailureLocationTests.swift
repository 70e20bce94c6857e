import KepingCore
import KepingPlugins
import PluginFixtures
import Testing

@Suite("A failure of a plugin has its file and line")
struct FailureLocationTests {
  private func record() throws -> Record {
    let json = Bytes("{}".utf8)
    var record = Record()
    try record.parse(json, 0..<json.count)
    var source = ParsedSource(json)
    _ = source.readHead(into: &record)
    return record
  }

  @Test(
    "A function of the library is told by the line of the judge or compute that it was given to",
    arguments: [
      ("error", "runtime"), ("math.floor", "runtime"), ("string.rep", "runtime"), ("select", "runtime"), ("require", "runtime"),
      ("tonumber", "contract"), ("tostring", "contract"), ("pairs", "contract"), ("type", "contract"),
      ("applicant.kind.is", "runtime"),
    ])
  func libraryFunctions(_ function: String, _ kind: String) throws {
    let program = try TemporaryPlugin(
      """
      -- a program
      local made = { function() return true end }

      local one, two = judge('一', { record }, \(function)), judge('二', { record }, made[1])
      direction { '1.1', target { '一', one, points = 1 }, target { '二', two, points = 1 } }
      """
    ).load()
    program.begin()
    let record = try record()
    let failure = #expect(throws: EvaluationFailure.self) { _ = try program.judge(0, [.record(record)]) }
    #expect(failure?.file == "demo/program.lua" && failure?.line == 4 && failure?.plugin?.kind.rawValue == kind)
    #expect(failure?.message.contains("[keping]") == false, "\(failure?.message ?? "")")
    #expect(try program.judge(1, [.record(record)]))
    #expect(program.name(of: 0) == "demo/program.lua:4 一")
    #expect(program.name(of: 1) == "demo/program.lua:2 二")
  }

  @Test(
    "A source that does not compile is told with its file and line",
    arguments: [
      ("local a\nlocal x = \(String(repeating: "(", count: 300))\n", nil, "program.lua:2", "嵌套太深"),
      ("local a\nlocal x = = 1", nil, "program.lua:2", "在 '=' 附近"),
      ("require 'lib.parts'", "local a\n\nlocal x = \(String(repeating: "{", count: 300))", "lib/parts.lua:3", "嵌套太深"),
      ("require 'lib.parts'", "local a\nlocal x = = 1", "lib/parts.lua:2", "在 '=' 附近"),
    ] as [(String, String?, String, String)])
  func faults(_ program: String, _ module: String?, _ location: String, _ words: String) throws {
    let plugin = try TemporaryPlugin(program, files: module.map { ["lib/parts.lua": $0] } ?? [:])
    let fault = #expect(throws: Diagnostic.self) { _ = try plugin.load() }
    #expect(fault?.code == "lua-syntax")
    #expect(fault.map { "\($0.path):\($0.line ?? 0)".hasSuffix("demo/\(location)") } == true, "\(String(describing: fault))")
    #expect(fault?.wording.chinese.contains(words) == true, "\(String(describing: fault))")
    #expect(fault?.wording.chinese.contains(".lua") == false, "\(String(describing: fault))")
  }
}

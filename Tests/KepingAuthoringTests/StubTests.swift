import Foundation
import KepingCore
import KepingPlugins
import PluginFixtures
import SystemPackage
import Testing

@testable import KepingAuthoring

@Suite("The editor stubs agree with the loader")
struct StubTests {
  static func programs() throws -> [(plugin: Plugin, program: Program)] {
    try PluginFolder(FilePath(root.appendingPathComponent("Plugins").path)).plugins.map { plugin in
      do throws(LoadFailure) { return (plugin, try PluginProgram(plugin).program) } catch { throw error.diagnostic }
    }
  }

  @Test("The repository's .luacheckrc is up to date")
  func luacheck() throws {
    let file = root.appendingPathComponent(".luacheckrc")
    let text = EditorStubs.luacheck(try Self.programs().map { ($0.plugin.id, $0.program) }, in: "Plugins/")
    if ProcessInfo.processInfo.environment["KEPING_WRITE_MANUAL"] == "1" {
      try text.write(to: file, atomically: true, encoding: .utf8)
    }
    #expect(try String(contentsOf: file, encoding: .utf8) == text)
  }

  @Test("Every annotation has a known tag, refers to defined classes, and names the parameters of its function")
  func annotations() throws {
    let programs = try Self.programs()
    let texts = [EditorStubs.vocabulary] + programs.map { EditorStubs.fields(of: $0.plugin, $0.program) }
    var defined: Set<String> = []
    for match in texts.joined(separator: "\n").matches(of: /---@(?:class|alias) (keping\.[\w.]+)/) {
      defined.insert(String(match.1))
    }
    let tags: Set = ["meta", "class", "alias", "field", "param", "return", "nodiscard", "type", "operator"]
    for text in texts {
      var parameters: [String] = []
      for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
        if let tag = line.firstMatch(of: /^---@(\w+)/) { #expect(tags.contains(String(tag.1)), "\(line)") }
        if line.hasPrefix("---@") {
          for name in line.matches(of: /keping\.[\w.]+/) {
            let isWritten = defined.contains(String(name.0)) || line.contains("`\(name.0)`")
            #expect(isWritten, "\(line)")
          }
        }
        if let name = line.firstMatch(of: /^---@param ([\w.]+)/) { parameters.append(String(name.1)) }
        if let function = line.firstMatch(of: /^function [\w:]+\((.*)\) end$/) {
          #expect(function.1.split(separator: ", ").map(String.init) == parameters, "\(line)")
          parameters = []
        }
      }
      #expect(parameters.isEmpty)
    }
  }

  @Test("The stubs have the label of every field and every setting of a program")
  func fields() throws {
    for (plugin, program) in try Self.programs() {
      let text = EditorStubs.vocabulary + EditorStubs.fields(of: plugin, program)
      // For the elements of a list, the stubs have only the fields that can be filters.
      let schema = program.schema
      let inLists = schema.nodes.flatMap { $0.stride > 0 ? $0.children : [] }
      for (index, node) in schema.nodes.enumerated() where !inLists.contains(index) && !["year", "direction"].contains(node.path)
      {
        let isPresent = text.contains(node.field.label)
        #expect(isPresent, "\(node.path)")
      }
      for setting in plugin.manifest.settings { #expect(text.contains(setting.label)) }
    }
  }

  @Test("A field whose name is not a Lua identifier is in brackets, or is omitted at the top level")
  func oddNames() throws {
    let loaded = try TemporaryPlugin(
      """
      fields {
        ["a-b"] = text "甲", ["end"] = text "乙",
        extra = { ["c-d"] = flag "丙", ["local"] = flag "丁", kind = choice("戊", { ['x"y'] = "己" }) },
        applicant = { founded = whole "成立年份" },
      }
      direction { "1.1", target { "丙", extra["c-d"], points = 1 } }
      """
    ).load()
    let text = EditorStubs.fields(of: loaded.plugin, loaded.program)
    #expect(text.contains("---@field [\"c-d\"] keping.Flag") && text.contains("---@field [\"local\"] keping.Flag"))
    #expect(text.contains("---| \"x\\\"y\" # 己"))
    #expect(text.contains("---@class keping.host.applicant: keping.Object\n---@field founded keping.Whole 成立年份"))
    #expect(text.split(separator: "\n").filter { $0.hasSuffix(" = nil") } == ["extra = nil"])
  }

  @Test("A later field of the host is in the stubs of all plugins, and one that a plugin declares itself in the plugin's")
  func laterFields() throws {
    let loaded = try TemporaryPlugin(
      """
      fields { contact = count "联系次数", leader = { phone = flag "有电话" } }
      direction { "1.1", target { "有电话", leader.phone, points = 1 } }
      """
    ).load()
    let text = EditorStubs.fields(of: loaded.plugin, loaded.program)
    #expect(text.contains("---联系次数\n---@type keping.Count\ncontact = nil"))
    #expect(text.contains("---@class keping.host.leader: keping.Object\n---@field phone keping.Flag 有电话"))
    #expect(!text.contains("members") && !text.contains("idNumber"))
    for name in ["contact", "members", "recommender"] { #expect(EditorStubs.vocabulary.contains("\n\(name) = nil")) }
    #expect(EditorStubs.vocabulary.contains("---@field idNumber keping.Text 项目负责人证件号码"))
  }

  @Test("A plugin's words for the host's fields stand in a comment of its stubs")
  func words() throws {
    let program = """
      labels {
        applicant = {
          rdExpense = "研发费用", platforms = { level = { regional = "省级" } }, region = { example = "520102（贵阳市南明区）" },
        },
      }
      direction { '1.1', target { '名称', title:given(), points = 1 } }
      """
    let loaded = try TemporaryPlugin(program).load()
    let text = EditorStubs.fields(of: loaded.plugin, loaded.program)
    let lines = [
      "-- 主程序的字段在本专项里的名称：", "-- applicant.region 申报单位行政区划代码 如520102（贵阳市南明区）", "-- applicant.rdExpense 研发费用",
      "-- applicant.platforms.level 平台级别 regional 省级",
    ]
    #expect(text.contains(lines.joined(separator: "\n") + "\n\n"), "\(text)")
  }
}

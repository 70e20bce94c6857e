import Foundation
import KepingCore
import KepingPlugins
import LuaRuntime
import PluginFixtures
import SystemPackage
import Testing

@testable import KepingAuthoring

@Suite("The check of a plugin finds mistakes that loading does not")
struct LintTests {
  static let fields = "fields({ expected = { sites = count '示范点', done = flag '完成' } }, '试用')\n"
  static let direction = "direction { '1.1', target { '完成', expected.done, points = 1 } }\n"
  static let example = """
    [{ "id": "E1", "year": 2024, "direction": "1.1", "title": "例", "applicant": { "name": "甲", "kind": "enterprise" } }]
    """
  static let manifest = TemporaryPlugin.manifest.replacing(
    "settings: { strict: { value: off, label: 从严 } }", with: "")

  static func check(_ code: String, files: [String: String] = [:]) throws -> [String] {
    let plugin = try TemporaryPlugin(fields + code + "\n" + direction, files: files, manifest: manifest)
    let examples = plugin.folder.appendingPathComponent("examples")
    try FileManager.default.createDirectory(at: examples, withIntermediateDirectories: true)
    try example.write(to: examples.appendingPathComponent("1.1.json"), atomically: true, encoding: .utf8)
    return PluginCheck(try Plugin(FilePath(plugin.folder.path))).diagnostics.map {
      let file = $0.path.split(separator: "/").last.map(String.init) ?? ""
      return "\(file):\($0.line ?? 0):\($0.column ?? 0) \($0.code)"
    }
  }

  @Test(
    "Each mistake is reported with its position and code",
    arguments: [
      ("local _x = 1", []), ("local x = 1", ["2:7 unused-local"]), ("local function f() end", ["2:16 unused-local"]),
      ("local _f = function() return expcted end", ["2:30 unknown-word"]),
      ("local _f = function() return os.time() end", ["2:30 unknown-word"]),
      ("x = 1 y = 2", ["2:1 global-write", "2:7 global-write"]), ("function f() end", ["2:10 global-write"]),
      ("local _f = function() return string.gsub end", ["2:37 unknown-member"]),
      ("local _f = function() return ('中'):mtach() end", ["2:36 unknown-member"]),
      ("local _a, _b = expected.sitez, expected.doen", ["2:25 unknown-member", "2:41 unknown-member"]),
      ("local count = 1 local _y = count", ["2:7 shadowed-word"]), ("local title = 1 local _y = title", ["2:7 shadowed-word"]),
      ("local a = expected.done local _b = a and expected.sites", ["2:38 node-as-value"]),
      ("local _b = not expected.done", ["2:12 node-as-value"]),
      ("local _b = applicant.kind == 'enterprise'", ["2:27 node-as-value"]),
      ("if expected.done then end", ["2:4 node-as-value"]), ("string.trim = 1", ["2:1 read-only"]),
      ("local _a, _b = contact.phone, contact.fone", ["2:39 unknown-member"]),
      ("local members = 1 local _x = members", ["2:7 shadowed-word"]),
      ("local x = = 1", ["2:11 lua-syntax"]), ("local 经费 = 1", ["2:7 lua-syntax"]), ("local _x = '", ["2:12 lua-syntax"]),
    ])
  func table(_ code: String, _ expected: [String]) throws {
    #expect(try Self.check(code) == expected.map { "program.lua:\($0)" })
  }

  @Test(
    "A function that runs for each application may use its operands and the year, but no other word of the vocabulary",
    arguments: [
      ("return sites + year", nil), ("return sites + settings.x", ("settings", "only-at-load")),
      ("return all_of { sites }", ("all_of", "only-at-load")), ("return site", ("site", "unknown-word")),
    ] as [(String, (word: String, code: String)?)])
  func functions(_ body: String, _ expected: (word: String, code: String)?) throws {
    let opening = "direction { '1.1', criterion { '分', points = 1, grade = compute('x', { expected.sites }, function(sites) "
    let source = Self.fields + opening + body + " end) } }"
    let found = LuaLinter(Bytes(source.utf8), path: "program.lua", .init(fields: ["expected"])).findings
    #expect(found.map(\.code) == (expected.map { [$0.code] } ?? []))
    if let expected, let start = body.range(of: expected.word)?.lowerBound {
      #expect(found.first?.line == 2)
      #expect(found.first?.column == opening.count + body.distance(from: body.startIndex, to: start) + 1)
    }
  }

  @Test(
    "Unused parts of a plugin and wrong examples are reported with their positions",
    arguments: [
      // In order: an unread setting, a repeated quote, no example, and examples with another year, a wrong choice, an unknown
      // field, and invalid JSON.
      ("settings: { strict: { value: off, label: 从严 } }", "", example, "plugin.yaml:7:13 unread-setting", true),
      ("", "target { '完成', expected.done },", example, "program.lua:2:0 duplicate-quote", true),
      ("", "", "[]", "plugin.yaml:6:57 no-example", true),
      ("", "", example.replacing("2024", with: "2025"), "1.1.json:1:43 invalid-example", false),
      ("", "", example.replacing("enterprise", with: "enterprize"), "1.1.json:1:100 invalid-example", false),
      (
        "", "", example.replacing("\"title\"", with: "\"expected\": { \"site\": 1 }, \"title\""), "1.1.json:1:64 invalid-example",
        false
      ),
      ("", "", "[{]", "1.1.json:1:3 invalid-example", false),
    ])
  func remarks(settings: String, clause: String, example: String, expected: String, isRemark: Bool) throws {
    let direction = "direction { '1.1', target { '完成', expected.done, points = 1 }, \(clause) }\n"
    let plugin = try TemporaryPlugin(Self.fields + direction, manifest: Self.manifest + settings)
    let examples = plugin.folder.appendingPathComponent("examples")
    try FileManager.default.createDirectory(at: examples, withIntermediateDirectories: true)
    try example.write(to: examples.appendingPathComponent("1.1.json"), atomically: true, encoding: .utf8)
    let found = PluginCheck(try Plugin(FilePath(plugin.folder.path))).diagnostics
    let named = found.map { "\($0.path.split(separator: "/").last ?? ""):\($0.line ?? 0):\($0.column ?? 0) \($0.code)" }
    #expect(named.contains(expected), "\(named)")
    #expect(found.first { expected.hasSuffix(" " + $0.code) }?.isRemark == isRemark)
  }

  @Test("A file that nothing requires is reported")
  func modules() throws {
    #expect(try Self.check("require 'a'", files: ["a.lua": "", "b.lua": ""]) == ["b.lua:1:1 unrequired-module"])
  }

  @Test("The shipped plugins have no findings", arguments: ["jianfeng-2024", "jili-2024", "zhuji-2024"])
  func shipped(_ id: String) throws {
    let check = PluginCheck(try Plugin(FilePath(root.appendingPathComponent("Plugins/\(id)").path)))
    #expect(check.hasNoErrors)
    #expect(check.diagnostics == [])
  }

  @Test("The linter accepts the syntax of every source that the compiler accepts")
  func compiler() throws {
    let folder = root.appendingPathComponent("Tests/AttackTests/Attacks")
    var sources: [String] = []
    for file in try FileManager.default.contentsOfDirectory(atPath: folder.path) {
      sources += try String(contentsOf: folder.appendingPathComponent(file), encoding: .utf8).components(separatedBy: "\n--- ")
        .map { $0.split(separator: "\n", maxSplits: 1).dropFirst().joined() }
    }
    for plugin in ["jianfeng-2024", "jili-2024", "zhuji-2024"] {
      for file in ["program.lua", "fields.lua"] {
        sources.append(try String(contentsOf: root.appendingPathComponent("Plugins/\(plugin)/\(file)"), encoding: .utf8))
      }
    }
    #expect(sources.count > 200)
    for source in sources {
      // Both forms compile the source without running it.
      let fault = try TemporaryPlugin.fault("do return end\n" + source)
      let wrapped = try TemporaryPlugin.fault("if nil then\n\(source)\nend")
      guard fault?.code != "lua-syntax" || wrapped?.code != "lua-syntax" else { continue }
      let found = LuaLinter(Bytes("if nil then\n\(source)\nend".utf8), path: "x").findings.filter { $0.code == "lua-syntax" }
      if wrapped?.code != "lua-syntax" { #expect(found == [], "\(source)") }
    }
  }

  @Test(
    "The linter terminates on hostile input",
    arguments: [
      String(repeating: "(", count: 500_000), String(repeating: "{", count: 500_000),
      String(repeating: "function() ", count: 40_000),
      "x=" + String(repeating: "-", count: 500_001), "x=" + String(repeating: "not ", count: 100_000),
      String(repeating: "do ", count: 100_000), "x" + String(repeating: ".x", count: 200_000),
      String(repeating: "local a ", count: 60_000), String(repeating: "a=", count: 200_000), "--[[", "[==[", "'\\", "\\", "\0",
      "\r",
      "x = y" + String(repeating: "..y", count: 100_000), "f" + String(repeating: "{}", count: 200_000), "return", "::", "goto",
      "local",
    ])
  func hostile(_ text: String) {
    let found = LuaLinter(Bytes(text.utf8), path: "x").findings
    #expect(found.count <= LuaReport.maximumFindings + 1)
  }

  @Test("The linter terminates on random sequences of tokens")
  func random() {
    let words = [
      "local ", "function ", "end ", "if ", "then ", "x ", "expected", ".", ":", "(", ")", "{", "}", "=", "and ", "'", "\"", "[[",
      "]]",
      "--", "\n", "1 ", "for ", "in ", "do ", "repeat ", "until ", "return ", "::", "<", "not ", "中", "\\", "compute", ",", "...",
    ]
    var seed: UInt64 = 42
    for _ in 0..<2000 {
      var text = ""
      for _ in 0..<40 {
        seed = seed &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        text += words[Int(seed >> 33) % words.count]
      }
      let found = LuaLinter(Bytes(text.utf8), path: "x").findings
      #expect(found.count <= LuaReport.maximumFindings + 1)
    }
  }
}

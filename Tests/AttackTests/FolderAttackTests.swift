import Foundation
import KepingCore
import Testing

@Suite("A hostile folder does not stop other plugins from being read and evaluated")
struct FolderAttackTests {
  static let program =
    "direction { '1.1', target { '企业', judge('检查', { applicant.kind }, function() return true end), points = 1 } }\n"

  /// A change to a valid plugin, and the permitted codes of the diagnostic that it causes, separated by `/`.
  struct Case: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let code: String
    let change: @Sendable (URL) throws -> Void

    init(_ name: String, _ code: String, _ change: @escaping @Sendable (URL) throws -> Void) {
      testDescription = name
      self.code = code
      self.change = change
    }
  }

  /// Returns a change that deletes one of the plugin's files and creates a replacement at its path.
  static func replace(_ file: String, _ change: @escaping @Sendable (String) throws -> Void) -> @Sendable (URL) throws -> Void {
    { plugin in
      let path = plugin.appendingPathComponent(file).path
      try? FileManager.default.removeItem(atPath: path)
      try change(path)
    }
  }

  static func link(to target: String) -> @Sendable (String) throws -> Void {
    { try FileManager.default.createSymbolicLink(atPath: $0, withDestinationPath: target) }
  }

  static func text(_ text: String) -> @Sendable (String) throws -> Void {
    { try text.write(toFile: $0, atomically: false, encoding: .utf8) }
  }

  static func manifest(_ old: String, _ new: String) -> @Sendable (String) throws -> Void {
    text(Arena.manifest.replacing(old, with: new))
  }

  static let cases: [Case] = [
    Case("a pipe as the program", "unknown-module", replace("program.lua") { mkfifo($0, 0o600) }),
    Case("a pipe as the manifest", "unreadable-file", replace("plugin.yaml") { mkfifo($0, 0o600) }),
    Case("a device as the program", "unknown-module", replace("program.lua", link(to: "/dev/zero"))),
    Case("a device as the manifest", "unreadable-file", replace("plugin.yaml", link(to: "/dev/zero"))),
    Case("a link out of the folder", "unknown-module", replace("program.lua", link(to: "/etc/passwd"))),
    Case("a link to itself", "unknown-module", replace("program.lua") { try link(to: $0)($0) }),
    Case("a folder as the program", "unknown-module") {
      try replace("program.lua") { try FileManager.default.createDirectory(atPath: $0, withIntermediateDirectories: false) }($0)
    },
    Case("no program", "unknown-module", replace("program.lua") { _ in }),
    Case(
      "a program of 50 MB", "file-too-large",
      replace("program.lua") { _ = FileManager.default.createFile(atPath: $0, contents: Data(count: 50 << 20)) }),
    Case(
      "a manifest of 50 MB", "file-too-large",
      replace("plugin.yaml") { _ = FileManager.default.createFile(atPath: $0, contents: Data(count: 50 << 20)) }),
    Case(
      "a program of 100,000 zero bytes", "lua-syntax",
      replace("program.lua") { _ = FileManager.default.createFile(atPath: $0, contents: Data(count: 100_000)) }),
    Case("a module in a folder that is a link", "unknown-module") {
      try link(to: "/etc")($0.appendingPathComponent("sub").path)
      try replace("program.lua", text("require 'sub.passwd'\n" + program))($0)
    },
    Case(
      "30,000 labels", "plugin-limit/lua-syntax/plugin-failed",
      replace("program.lua") {
        try text((0..<30_000).map { "::a\($0)::" }.joined())($0)
      }),
    Case(
      "an expression of 50,000 operators", "plugin-limit/unused-node/missing-direction/lua-syntax/plugin-failed",
      replace("program.lua") {
        try text("local a\nlocal x = a" + String(repeating: " or a", count: 50_000))($0)
      }),
    Case(
      "100,000 nested tables", "lua-syntax",
      replace("program.lua") { try text("x = " + String(repeating: "{", count: 100_000))($0) }),
    Case(
      "50,000 nested indexes", "lua-syntax",
      replace("program.lua") { try text("x = " + String(repeating: "a[", count: 50_000))($0) }),
    Case("an id that is a relative path", "invalid-id", replace("plugin.yaml", manifest("id: attack\n", "id: ../attack\n"))),
    Case(
      "an id with a zero byte", "invalid-id/invalid-yaml", replace("plugin.yaml", manifest("id: attack\n", "id: \"a\\0b\"\n"))),
    Case("the id of another plugin", "duplicate-id", replace("plugin.yaml", manifest("id: attack\n", "id: neighbour\n"))),
    Case("the direction of another plugin", "duplicate-direction") {
      try replace("plugin.yaml", manifest("id: \"1\"", "id: \"2\""))($0)
      let yaml = try String(contentsOf: $0.appendingPathComponent("plugin.yaml"), encoding: .utf8).replacing(
        "\"1.1\"", with: "\"2.1\"")
      try text(yaml)($0.appendingPathComponent("plugin.yaml").path)
      try text(program.replacing("'1.1'", with: "'2.1'"))($0.appendingPathComponent("program.lua").path)
    },
    Case("an unsupported api version", "unsupported-api", replace("plugin.yaml", manifest("api: 1", "api: 99"))),
    Case("a version with a terminal control sequence", "invalid-text", replace("plugin.yaml", manifest("6.6.6", "\"\\e[31m\""))),
    Case(
      "a title of a hundred thousand characters", "invalid-text",
      replace("plugin.yaml", manifest("攻击（虚构）", String(repeating: "攻", count: 100_000)))),
    Case(
      "a manifest with 500,000 nested lists", "invalid-yaml", replace("plugin.yaml", text(String(repeating: "[", count: 500_000)))
    ),
    Case("a manifest with nested aliases", "invalid-yaml", replace("plugin.yaml", text(doubling))),
    Case(
      "a manifest that is not UTF-8", "invalid-encoding",
      replace("plugin.yaml") { _ = FileManager.default.createFile(atPath: $0, contents: Data([0xFF, 0xFE, 0x00])) }),
    Case(
      "a million nodes", "too-complex/plugin-limit",
      replace("program.lua", text("for i = 1, 1e6 do local x = all_of { applicant.kind:is 'enterprise' } end"))),
    Case(
      "a check that doubles 60 times", "too-complex",
      replace("program.lua", text("local c = applicant.kind:is 'enterprise'\nfor i = 1, 60 do c = all_of { c, c } end"))),
    Case(
      "a check of 5,000 levels", "too-complex",
      replace("program.lua", text("local c = applicant.kind:is 'enterprise'\nfor i = 1, 5000 do c = negate(c) end"))),
    Case(
      "a table of checks that contains itself", "plugin-failed",
      replace("program.lua", text("local t = { applicant.kind:is 'enterprise' }\nt[2] = t\nlocal c = all_of(t)"))),
    Case(
      "a quote of a megabyte", "invalid-text/plugin-limit",
      replace("program.lua", text("target { ('条'):rep(300000), applicant.kind:is 'enterprise' }"))),
    Case(
      "a quote with a terminal control sequence", "invalid-text",
      replace("program.lua", text("target { '\\27[2J', applicant.kind:is 'enterprise' }"))),
    Case(
      "a quote that changes the writing direction", "invalid-text",
      replace("program.lua", text("target { '\u{202E}', applicant.kind:is 'enterprise' }"))),
    Case(
      "a direction of 900,000 parts", "too-complex/plugin-limit",
      replace(
        "program.lua",
        text(
          """
          local c = {}
          for i = 1, 9000 do c[i] = applicant.kind:is 'enterprise' end
          local all, clauses = all_of(c), { '1.1' }
          for i = 1, 100 do clauses[i + 1] = target { '企业', all, points = 1 } end
          direction(clauses)
          """))),
    Case(
      "a label that doubles 13 times", "too-complex/wrong-unit",
      replace("program.lua", text("local s = applicant.rdExpense[2023]\nfor i = 1, 13 do s = s + s end"))),
  ]

  static var doubling: String {
    var text = "a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n"
    for level in 1...9 {
      text += "a\(level): &a\(level) [" + Array(repeating: "*a\(level - 1)", count: 10).joined(separator: ", ") + "]\n"
    }
    return text
  }

  @Test("Each hostile folder is reported in one plain line with its code", arguments: cases)
  func contained(_ attack: Case) throws {
    let arena = try Arena(["plugin.yaml": Arena.manifest, "program.lua": Self.program])
    try attack.change(arena.plugin("attack"))
    let input = [Arena.application("R1", direction: "2.1"), Arena.application("A1"), Arena.application("R2", direction: "2.1")]
    let outcome = try arena.evaluate(input)
    #expect([outcome.lines[0], outcome.lines[2]] == AttackTests.undisturbed)
    #expect(outcome.longest < Arena.longest)
    let fault = try #require(
      outcome.faults.first { attack.code.split(separator: "/").map(String.init).contains($0.code) },
      "\(outcome.faults.map(\.code))")
    #expect(fault.text(.chinese).isPlain && fault.text(.chinese).utf8.count < 8000)
  }

  @Test("Plugins that loop, exhaust memory or fail do not change the results of shipped programs")
  func hostileNeighbours() throws {
    let arena = try Arena(["plugin.yaml": Arena.manifest, "program.lua": Self.program])
    let bodies = [
      "loop": "while true do end", "bomb": "local t = {} while true do t[#t + 1] = {} end", "fault": "error('x')",
    ]
    for (index, (name, body)) in bodies.sorted(by: { $0.key < $1.key }).enumerated() {
      let folder = arena.plugin(name)
      try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
      let yaml = Arena.manifest.replacing("id: attack\n", with: "id: \(name)\n").replacing("\"1", with: "\"\(index + 11)")
      try yaml.write(to: folder.appendingPathComponent("plugin.yaml"), atomically: false, encoding: .utf8)
      let program = Self.program.replacing("return true", with: "\(body) return true").replacing(
        "'1.1'", with: "'\(index + 11).1'")
      try program.write(to: folder.appendingPathComponent("program.lua"), atomically: false, encoding: .utf8)
    }
    var input = [Arena.application("R1", direction: "2.1")]
    for round in 0..<5 { for type in 11...13 { input.append(Arena.application("A\(round)-\(type)", direction: "\(type).1")) } }
    input.append(Arena.application("R2", direction: "2.1"))
    let outcome = try arena.evaluate(
      input, "{ neighbour: on, attack: on, bomb: on, fault: on, loop: on }")
    #expect(outcome.faults.isEmpty, "\(outcome.faults)")
    #expect([outcome.lines.first, outcome.lines.last] == AttackTests.undisturbed)
    let errors = outcome.results.compactMap { $0["error"] as? [String: Any] }
    #expect(errors.count == 15)
    func phases(_ plugin: String) -> [String?] {
      errors.filter { $0["plugin"] as? String == plugin }.map { $0["phase"] as? String }
    }
    #expect(phases("loop") == ["evaluate", "evaluate", "skipped", "skipped", "skipped"])
    #expect(phases("bomb") == ["evaluate", "evaluate", "skipped", "skipped", "skipped"])
    #expect(phases("fault") == Array(repeating: "evaluate", count: 5))
  }

  @Test("Only consecutive stopped applications set a plugin aside: an evaluated one resets the count")
  func quarantine() throws {
    let program = """
      direction { '1.1', target { '企业', judge('检查', { id }, function(id) if id:find "slow" then while true do end end return true end), points = 1 } }
      """
    let arena = try Arena(["plugin.yaml": Arena.manifest, "program.lua": program])
    let ids = ["slow1", "a", "slow2", "b", "slow3", "slow4", "c", "slow5"]
    let outcome = try arena.evaluate(ids.map { Arena.application($0) })
    let phases = outcome.results.map { ($0["error"] as? [String: Any])?["phase"] as? String ?? "-" }
    #expect(phases == ["evaluate", "-", "evaluate", "-", "evaluate", "evaluate", "skipped", "skipped"])
  }
}

import Testing

@testable import LuaRuntime

@Suite("Messages name lines of the plugin, and never lines of the sandbox")
struct PositionTests {
  /// Code whose error is raised in the sandbox's own Lua or in C, on one line, and the message without its position.
  static let errors = [
    ("local s = string.byte('x', {})", "bad argument #2 to 'byte' (number expected, got table)"),
    ("local s = string.format('%d', 'a')", "bad argument #2 to 'format' (number expected, got string)"),
    ("local s = string.format('%d')", "bad argument #2 to 'format' (no value)"),
    ("local s = ('x'):find('x', {})", "bad argument #3 to 'find' (number expected, got table)"),
    ("local s = ('x'):sub({})", "bad argument #2 to 'sub' (number expected, got table)"),
    ("local s = ('x'):rep(-1.5)", "bad argument #2 to 'rep' (whole number expected)"),
    ("local s = ('x'):lower(1):rep({})", "bad argument #2 to 'rep' (whole number expected)"),
    ("local s = string.char(-1)", "bad argument #1 to 'char' (value out of range)"),
    ("local s = string.x", "string.x is not available to plugins"),
    ("local n = utf8.codepoint('x', 9)", "bad argument #3 to 'codepoint' (out of bounds)"),
    ("table.sort { {}, {} }", "attempt to compare two table values"),
    ("table.sort({ 1, 2 }, 3)", "attempt to call a number value (local 'less')"),
    ("local s = table.concat({ 1, 2 }, '', {})", "attempt to compare number with table"),
    ("table.insert({}, 5, 1)", "bad argument #2 to 'insert' (position out of bounds)"),
    ("local s = tostring(setmetatable({}, { __tostring = function() return 1 end }))", "'__tostring' must return a string"),
    (
      "local s = string.format('%s', setmetatable({}, { __tostring = function() return 1 end }))",
      "'__tostring' must return a string"
    ),
    ("local n = math.floor('x')", "bad argument #1 to 'floor' (number expected, got string)"),
    ("local n = select(0)", "bad argument #1 to 'select' (index out of range)"),
    ("local n = tonumber({}, 10)", "bad argument #1 to 'tonumber' (string expected, got table)"),
    ("for k in pairs(nil) do end", "bad argument #1 to 'pairs' (table expected, got nil)"),
    ("for k in ipairs() do end", "bad argument #1 to 'ipairs' (table expected, got no value)"),
    ("local n = 'x' + 1", "attempt to perform arithmetic on a string value (constant 'x')"),
    ("setmetatable(1, {})", "bad argument #1 to 'setmetatable' (table expected, got number)"),
    ("require {}", "bad argument #1 to 'require' (string expected)"),
    ("math.x = 1", "'x': math is read-only"), ("x = 1", "a global must not be written; 'local x' is meant?"),
    ("node.x = 1", "'x': a node cannot be written"), ("error('[keping]:7: x', 0)", "x"), ("error('x')", "x"),
  ]

  @Test("A message that a plugin catches begins with the plugin's line", arguments: errors)
  func caught(_ code: String, _ message: String) throws {
    let loaded = try Loaded(
      "local node = node\nkeep(function()\nlocal _, message = pcall(function()\n\(code)\nend)\nreturn message\nend)")
    let caught = try loaded.call()
    guard case .text(let text) = caught else {
      Issue.record("\(caught)")
      return
    }
    #expect(text.hasPrefix("test/program.lua:4: "), "\(text)")
    #expect(!text.contains("[keping]"), "\(text)")
    // Lua versions word some messages differently.
    if message.hasPrefix("bad argument") { #expect(text.contains(message.prefix { $0 != "(" }), "\(text)") }
  }

  @Test("An error that is not caught has the plugin's line, and no position in the sandbox", arguments: errors)
  func uncaught(_ code: String, _ message: String) throws {
    let loaded = try Loaded("local node = node\nkeep(function()\n\n\(code)\nend)")
    let failure = try #require(try Loaded.failure { _ = try loaded.call() })
    #expect(failure.kind == .runtime && failure.file == "test/program.lua" && failure.line == 4)
    #expect(!failure.message.contains("[keping]"), "\(failure.message)")
  }

  @Test(
    "A caught message stays in its place when it is raised again or is part of another",
    arguments: [
      "error(select(2, pcall(string.byte, 'x', {})), 0)", "error('in ' .. select(2, pcall(string.byte, 'x', {})), 0)",
      "error(select(4, pcall(pcall, pcall, string.byte, 'x', {})), 0)",
    ])
  func raisedAgain(_ code: String) throws {
    let loaded = try Loaded("keep(function()\n\(code)\nend)")
    let failure = try #require(try Loaded.failure { _ = try loaded.call() })
    #expect(!failure.message.contains("[keping]"), "\(failure.message)")
    #expect(failure.line == 2)
  }

  @Test("pcall returns what the function returns, and passes any error value on unchanged")
  func values() throws {
    let loaded = try Loaded(
      """
      keep(function()
        local t = {}
        local good = { pcall(function(...) return ... end, 1, nil, 3) }
        local bad = { pcall(error, t) }
        local none = { pcall(error) }
        local inner = { pcall(pcall, pcall, error, 'x') }
        return good[1] and good[2] == 1 and good[3] == nil and good[4] == 3 and not bad[1] and bad[2] == t
          and not none[1] and #none == 1 and inner[1] and inner[2] and not inner[3] and inner[4] == 'x'
      end)
      """)
    #expect(try loaded.call() == .boolean(true))
  }

  @Test(
    "A source that does not compile has its file and line, even if Lua's message has none",
    arguments: [
      (RecordingHost.modules["deep"]!, "program", 3), (RecordingHost.modules["wrong"]!, "program", 2),
      ("local a\n\nrequire 'deep'", "deep", 3), ("local a\n\nrequire 'wrong'", "wrong", 2),
      ("local _, message = pcall(require, 'deep')\nerror(message, 0)", "deep", 3),
      ("local x = {\n\(String(repeating: "{\n", count: 250))", "program", 198), ("local s = [[\n\n", "program", 3),
    ])
  func faults(_ source: String, _ file: String, _ line: Int) throws {
    let failure = try #require(try Loaded.failure { _ = try Loaded(source) })
    #expect(failure.kind == .syntax && failure.file == "test/\(file).lua")
    // A message of the parser's depth may come from the next line, whose first token has been read.
    #expect(failure.line.map { abs($0 - line) <= (line > 100 ? 3 : 0) } == true, "\(failure.line ?? 0)")
    #expect(failure.message.hasPrefix("test/\(file).lua:\(failure.line ?? 0): "), "\(failure.message)")
  }

  @Test("A fault that was caught is not the cause of a later failure")
  func laterFailure() throws {
    let source = "local _, message = pcall(require, 'deep')\nreceive(message)\n"
    let runtime = try #require(try Loaded.failure { _ = try Loaded(source + "error 'x'") })
    #expect(runtime.kind == .runtime && runtime.file == "test/program.lua" && runtime.line == 3)
    let stopped = try #require(try Loaded.failure { _ = try Loaded(source + "local i = 0 while true do i = i + 1 end") })
    #expect(stopped.kind == .instructions && stopped.file == "test/program.lua" && stopped.line == 3)
    let loaded = try Loaded(source + "keep(function() return 1 end)")
    #expect(loaded.host.received == [.text("test/deep.lua:3: C stack overflow")])
  }

  @Test("A source for which the memory does not suffice has its file")
  func memory() throws {
    let texts = (0..<20_000).map { "'\($0) \(String(repeating: "x", count: 30))',\n" }.joined()
    let state = try LuaState(memory: 1 << 20, host: RecordingHost())
    let failure = try Loaded.failure {
      let budget = LuaBudget(instructions: 1_000_000_000, seconds: 1000)
      try state.run(Array("local t = {\n\(texts)}".utf8), name: "test/program.lua", budget: budget)
    }
    #expect(failure?.kind == .memory && failure?.file == "test/program.lua" && failure?.line == nil)
  }

  @Test("A source that the instructions do not suffice to compile has the file and the line that was reached")
  func instructions() throws {
    let state = try LuaState(memory: 16 << 20, host: RecordingHost())
    let lines = String(repeating: "-- \(String(repeating: "x", count: 96))\n", count: 100)
    let failure = try Loaded.failure {
      try state.run(Array(lines.utf8), name: "test/program.lua", budget: LuaBudget(instructions: 5000, seconds: 1000))
    }
    #expect(failure?.kind == .instructions && failure?.file == "test/program.lua")
    #expect((2..<100).contains(failure?.line ?? 0))
  }

  @Test("A function of the library or the sandbox has no location", arguments: ["error", "math.floor", "string.rep", "pairs"])
  func libraryFunctions(_ function: String) throws {
    let loaded = try Loaded("keep(\(function))")
    #expect(loaded.state.location(of: loaded.host.functions[0]) == LuaLocation(file: "", line: 0))
  }
}

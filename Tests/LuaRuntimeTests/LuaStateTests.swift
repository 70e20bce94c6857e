import Testing

@testable import LuaRuntime

/// A host that records the functions passed to `keep` and the arguments passed to `receive`, and has modules.
final class RecordingHost: LuaHost {
  struct HostError: Error, CustomStringConvertible { let description: String }
  var functions: [LuaFunction] = []
  var received: [LuaValue] = []

  func global(_ name: String, at location: LuaLocation) throws -> LuaValue {
    switch name {
    case "keep": return .hostFunction(0)
    case "receive": return .hostFunction(1)
    case "node": return .handle(7)
    default: throw HostError(description: "unknown name \(name)")
    }
  }

  func module(_ name: String, at location: LuaLocation) throws -> LuaModule {
    guard let source = Self.modules[name] else { throw HostError(description: "no module \(name)") }
    return LuaModule(source: Array(source.utf8), name: "test/\(name).lua")
  }

  /// The sources of the modules, of which two do not compile.
  static let modules = [
    "parts": "return { three = 3 }", "wrong": "local x =\n= 1",
    "deep": "local a\n\nlocal x = \(String(repeating: "(", count: 300))\n\n",
  ]

  func member(_ key: LuaValue, of node: Int64, at location: LuaLocation) throws -> LuaValue { key }

  func operation(_ name: String, _ operands: [LuaValue], at location: LuaLocation) throws -> LuaValue { .text(name) }

  func call(_ function: Int64, _ arguments: [LuaValue], at location: LuaLocation) throws -> LuaValue {
    if function == 1 {
      received = arguments
    } else if case .function(let function)? = arguments.first {
      functions.append(function)
    }
    return .nil
  }
}

/// A sealed state that has run a plugin, with the functions that the plugin passed to `keep`.
struct Loaded {
  static let budget = LuaBudget(instructions: 1_000_000, seconds: 1000)
  let host = RecordingHost()
  let state: LuaState

  init(_ source: String, memory: Int = 16 << 20) throws {
    state = try LuaState(memory: memory, host: host)
    try state.run(Array(source.utf8), name: "test/program.lua", budget: Self.budget)
    try state.seal(budget: Self.budget)
  }

  func call(_ arguments: LuaValue...) throws -> LuaValue {
    try state.call(host.functions[0], arguments, budget: Self.budget)
  }

  /// Returns the failure of a body, or nil if it succeeds.
  static func failure(_ body: () throws -> Void) throws -> LuaFailure? {
    do {
      try body()
      return nil
    } catch let failure as LuaFailure {
      return failure
    }
  }
}

@Suite("The sandbox limits what Lua can do")
struct LuaStateTests {
  @Test(
    "Names that reach outside the sandbox are unknown",
    arguments: [
      "io", "os", "package", "debug", "load", "loadstring", "dofile", "loadfile", "coroutine", "xpcall", "collectgarbage",
      "getmetatable", "rawset", "rawget", "next", "print", "_G",
    ])
  func absentNames(_ name: String) throws {
    let failure = try Loaded.failure { _ = try Loaded("local x = \(name)") }
    #expect(failure?.message.contains("unknown name \(name)") == true)
    #expect(failure?.line == 1)
  }

  @Test(
    "Unsafe library functions are absent, and the error says so",
    arguments: [
      "string.match", "string.gmatch", "string.gsub", "string.dump", "string.pack", "math.random", "table.move", "utf8.codes",
    ])
  func absentFunctions(_ name: String) throws {
    let failure = try Loaded.failure { _ = try Loaded("local x = \(name)") }
    #expect(failure?.message.contains("\(name) is not available") == true)
  }

  @Test("Bytecode is refused as source")
  func bytecode() throws {
    #expect(try Loaded.failure { _ = try Loaded("\u{1B}Lua") }?.kind == .syntax)
  }

  @Test(
    "An endless loop is stopped, even inside pcall",
    arguments: [
      "while true do end", "pcall(function() while true do end end)", "while true do pcall(function() while true do end end) end",
      "table.sort({ 3, 2, 1 }, function() while true do end end)", "local function f() return f() end f()",
      "string.rep('x', 1e9)", "local s = 'x' for i = 1, 1e9 do s = s .. 'y' end",
      "setmetatable({}, { __index = function() while true do end end }).x = nil local y = setmetatable({}, { __index = function() while true do end end }).x",
    ])
  func endlessLoop(_ code: String) throws {
    let atLoad = try #require(try Loaded.failure { _ = try Loaded(code) })
    #expect(atLoad.isStop)
    let loaded = try Loaded("keep(function() \(code) end)")
    let inFunction = try #require(try Loaded.failure { _ = try loaded.call() })
    #expect(inFunction.isStop)
    #expect(inFunction.kind != .time)
    let again = try #require(try Loaded.failure { _ = try loaded.call() })
    #expect(again.kind == inFunction.kind)
  }

  @Test("A stop names the line that it stops", arguments: [1, 2, 7])
  func stoppedLine(_ line: Int) throws {
    let loaded = try Loaded("keep(function()\(String(repeating: "\n", count: line - 1)) while true do end\n\nend)")
    let failure = try #require(try Loaded.failure { _ = try loaded.call() })
    #expect(failure.kind == .instructions)
    #expect(failure.line == line)
  }

  @Test(
    "Exceeding the memory limit cannot be caught",
    arguments: [
      "local t = {} for i = 1, 1e9 do t[i] = i end",
      "while true do pcall(function() local t = {} for i = 1, 1e9 do t[i] = i end end) end",
      "local s = string.rep('x', 1000) for i = 1, 100 do s = s .. s end",
    ])
  func memory(_ code: String) throws {
    let loaded = try Loaded("keep(function() \(code) end)", memory: 4 << 20)
    let budget = LuaBudget(instructions: 1_000_000_000, seconds: 1000)
    let failure = try Loaded.failure { _ = try loaded.state.call(loaded.host.functions[0], [], budget: budget) }
    #expect(failure?.kind == .memory)
  }

  @Test("Deep recursion is stopped by the instruction budget, before the stack overflows")
  func recursion() throws {
    let loaded = try Loaded("keep(function() local function f() return 1 + f() end return f() end)", memory: 256 << 20)
    let budget = LuaBudget(instructions: 100_000_000, seconds: 1000)
    let failure = try Loaded.failure { _ = try loaded.state.call(loaded.host.functions[0], [], budget: budget) }
    #expect(failure?.kind == .instructions)
  }

  @Test(
    "A function cannot keep anything for its next call",
    arguments: [
      "local n = 0 keep(function() n = n + 1 return n end)", "local n keep(function() n = (n or 0) + 1 return n end)",
      "local t = {} keep(function() t.n = (t.n or 0) + 1 return t.n end)",
      "local t = {{}} keep(function() t[1][1] = 1 return 1 end)",
      "local t = {} keep(function() table.insert(t, 1) return #t end)", "keep(function() math.n = 1 return 1 end)",
      "keep(function() string.n = 1 return 1 end)", "keep(function() x = 1 return 1 end)",
      "keep(function() _ENV = {} return 1 end)",
    ])
  func noState(_ code: String) throws {
    let loaded = try Loaded(code)
    for _ in 0..<2 { #expect(try Loaded.failure { _ = try loaded.call() } != nil) }
  }

  @Test("Functions can read the tables that were made at load")
  func sealedTables() throws {
    let loaded = try Loaded(
      """
      local t = setmetatable({ 10, 20, 30, name = "x" }, { __index = { more = 5 } })
      keep(function()
        local sum = t.more
        for _, v in ipairs(t) do sum = sum + v end
        for k in pairs(t) do if k == "name" then sum = sum + 1 end end
        return sum + #t + select("#", table.unpack(t))
      end)
      """)
    #expect(try loaded.call() == .integer(72))
  }

  @Test("pairs iterates in a fixed order, numbers before texts")
  func order() throws {
    let loaded = try Loaded(
      """
      keep(function()
        local keys = {}
        for k in pairs { b = 1, a = 1, [2] = 1, [1.5] = 1, [-1] = 1, c = 1, [true] = 1 } do table.insert(keys, tostring(k)) end
        return table.concat(keys, " ")
      end)
      """)
    #expect(try loaded.call() == .text("-1 1.5 2 a b c true"))
  }

  @Test("sort is stable, and ends even with an inconsistent order")
  func sorting() throws {
    let loaded = try Loaded(
      """
      keep(function()
        local items = { "b1", "a1", "b2", "a2", "b3" }
        table.sort(items, function(x, y) return x:sub(1, 1) < y:sub(1, 1) end)
        table.sort({ 5, 4, 3, 2, 1 }, function() return true end)
        return table.concat(items, " ")
      end)
      """)
    #expect(try loaded.call() == .text("a1 a2 b1 b2 b3"))
  }

  @Test("No text contains an address")
  func noAddresses() throws {
    let loaded = try Loaded(
      "keep(function() return tostring({}) .. tostring(tostring) .. tostring(node) .. string.format('%s %s', {}, pairs) end)")
    #expect(try loaded.call() == .text("tablefunctionnodetable function"))
    let failure = try Loaded.failure { _ = try Loaded("string.format('%p', {})") }
    #expect(failure?.message.contains("%p") == true)
  }

  @Test(
    "Metamethods that the sandbox does not allow are refused, and have no effect if they are added later",
    arguments: ["__gc", "__close", "__mode", "__concat", "__metatable", "__name"])
  func metamethods(_ name: String) throws {
    let failure = try Loaded.failure { _ = try Loaded("setmetatable({}, { \(name) = function() end })") }
    #expect(failure?.message.contains(name) == true)
    let later = try Loaded("local m = {} local t = setmetatable({}, m) m.\(name) = 'k' keep(function() return 1 end)")
    #expect(try later.call() == .integer(1))
  }

  @Test(
    "An error has the plugin's line, whatever its message claims",
    arguments: [
      "error('other.lua:99: forged', 0)", "error({})", "error(nil)", "local x = nil + 1", "error()", "pairs(nil)",
      "('x'):rep({})",
    ])
  func errorLocations(_ code: String) throws {
    let loaded = try Loaded("keep(function()\n\n  \(code)\nend)")
    let failure = try #require(try Loaded.failure { _ = try loaded.call() })
    #expect(failure.kind == .runtime)
    #expect(failure.file == "test/program.lua")
    #expect(failure.line == 3)
  }

  @Test("A module is found by its name, runs once, and cannot be outside the plugin")
  func modules() throws {
    let loaded = try Loaded(
      "local a, b = require 'parts', require 'parts' keep(function() return a.three + (a == b and 1 or 0) end)")
    #expect(try loaded.call() == .integer(4))
    #expect(try Loaded.failure { _ = try Loaded("require '../parts'") }?.message.contains("no module") == true)
  }

  @Test("Results are read without metamethods; cyclic results, metatables and results that are too large are refused")
  func results() throws {
    let table = try Loaded("keep(function() return { 1, 2, name = 'x' } end)")
    #expect(try table.call() == .table(LuaTable(list: [.integer(1), .integer(2)], named: [("name", .text("x"))])))
    for code in [
      "local t = {} t[1] = t return t", "return setmetatable({}, { __index = {} })", "return string.rep('x', 2000000)",
      "local s, t = string.rep('x', 10000), {} for i = 1, 1000 do t[i] = s end return t",
    ] {
      let loaded = try Loaded("keep(function() \(code) end)")
      let budget = LuaBudget(instructions: 10_000_000, seconds: 1000)
      let failure = try Loaded.failure { _ = try loaded.state.call(loaded.host.functions[0], [], budget: budget) }
      #expect(failure?.kind == .contract)
    }
  }

  @Test("Members, operators and calls with nodes are passed to the host")
  func nodes() throws {
    let loaded = try Loaded("receive(node.name, node + 1, { node, 5 }) keep(function() end)")
    #expect(
      loaded.host.received == [.text("name"), .text("+"), .table(LuaTable(list: [.handle(7), .integer(5)]))])
  }
}

import Testing

@testable import LuaRuntime

@Suite("Nothing that a function can reach remembers an earlier call")
struct KeptValueTests {
  @Test(
    "An iterator of pairs that was made at load is refused",
    arguments: [
      "local it = pairs { 1, 2, 3 } keep(function() return (it()) end)",
      "local it = pairs { 1, 2, 3 } it() keep(function() return (it()) end)",
      "local its = { pairs { a = 1, b = 2 } } keep(function() for k in its[1] do return 1 end end)",
      "local function make() local it = pairs { { n = 0 } } return function() return it() end end local f = make() keep(function() return (f()) end)",
      "local t = setmetatable({}, { __index = pairs { 1, 2 } }) keep(function() return t.x end)",
    ])
  func iterators(_ code: String) throws {
    let loaded = try Loaded(code)
    for _ in 0..<2 {
      let failure = try #require(try Loaded.failure { _ = try loaded.call() })
      #expect(failure.kind == .runtime)
      #expect(failure.message.contains("iterator"))
    }
  }

  @Test(
    "A metamethod of a table that was made at load is given that table, and cannot write it",
    arguments: [
      "{ __index = function(self, key) self.n = self.n + 1 return self.n end }",
      "{ __index = function(self, key) rawequal(self, self) self.more = 1 return 1 end }",
      "{ __index = function(self, key) table.insert(self, 1) return #self end }",
      "{ __index = setmetatable({}, { __index = function(self, key) self[key] = 1 return 1 end }) }",
    ])
  func metamethods(_ metatable: String) throws {
    let loaded = try Loaded("local t = setmetatable({ n = 0 }, \(metatable)) keep(function() return t.x end)")
    for _ in 0..<2 { #expect(try Loaded.failure { _ = try loaded.call() }?.kind == .runtime) }
  }

  @Test(
    "Metatables of tables that were made at load keep working",
    arguments: [
      ("{ __index = function(self, key) return key .. self.n end }", "t.x", .text("x5")),
      ("{ __index = function(self, key) return rawequal(self, t) end }", "t.x", .boolean(true)),
      ("{ __index = { x = 7 } }", "t.x", .integer(7)),
      ("{ __index = setmetatable({}, { __index = function(_, key) return key end }) }", "t.x", .text("x")),
      ("{ __call = function(self, a) return self.n + a end }", "t(2)", .integer(7)),
      ("{ __len = function(self) return self.n end }", "#t", .integer(5)),
      ("{ __eq = function() return true end }", "t == u", .boolean(true)),
      ("{ __tostring = function(self) return 'n' .. self.n end }", "tostring(t)", .text("n5")),
      ("{ __index = function() return false end }", "t.missing", .boolean(false)),
    ] as [(String, String, LuaValue)])
  func working(_ metatable: String, _ expression: String, _ expected: LuaValue) throws {
    let loaded = try Loaded(
      "local t, u = { n = 5 }, {} setmetatable(t, \(metatable)) setmetatable(u, \(metatable)) keep(function() return \(expression) end)"
    )
    for _ in 0..<2 { #expect(try loaded.call() == expected) }
  }
}

import Testing

@testable import LuaRuntime

@Suite("An operation that takes long for one instruction is refused or charged")
struct HiddenCostTests {
  /// Code that runs in a function, and the kind of failure that ends it.
  struct Attack: Sendable, CustomTestStringConvertible {
    let name: String
    let kind: LuaFailure.Kind
    let code: String

    init(_ name: String, _ kind: LuaFailure.Kind, _ code: String...) {
      self.name = name
      self.kind = kind
      self.code = code.joined(separator: "\n")
    }

    var testDescription: String { name }
  }

  static let attacks = [
    Attack("__call that is a table", .runtime, "local t = {} setmetatable(t, { __call = t }) return t()"),
    Attack("__call that is another table", .runtime, "local t = setmetatable({}, { __call = {} }) return t()"),
    Attack("keys that would collide in a larger part", .instructions, "local t = {} for i = 1, 131073 do t[i * 262143] = i end"),
    Attack("keys that collide", .instructions, "local t = {} for i = 1, 30000 do t[i * 32767] = i end"),
    Attack("keys that collide, with new tables", .instructions, "local t = {} for i = 1, 30000 do t[i * 32767] = {} end"),
    Attack(
      "keys that collide in a part of the right size", .instructions,
      "local t = { \((1...3000).map { "[\($0 * 4095)] = 1," }.joined()) }",
      "for j = 1, 20 do for i = 1, 3000 do t[i * 4095] = j end end"),
    Attack(
      "an array that is counted again and again", .instructions,
      "local t = {} for i = 1, 60000 do t[i] = i end t.a, t.b = 1, 1",
      "for i = 1, 30000 do t['k' .. i] = 1 t['k' .. i] = nil t.a = nil t.a = 1 end"),
    Attack(
      "closures that share many variables", .instructions,
      "local \(names) = 1 local function all() return \(names) end",
      "for i = 1, 1e5 do local g = function() return \(names) end end"),
    Attack(
      "pairs of an emptied table", .instructions,
      "local t = {} for i = 1, 60000 do t[i] = i end for i = 1, 60000 do t[i] = nil end for i = 1, 1e5 do pairs(t) end"),
    Attack(
      "collections at the memory limit", .instructions,
      "local t, s = {}, ('x'):rep(1000) for i = 1, 14000 do t[i] = s .. i end while true do s = ('y'):rep(400000) end"),
    Attack(
      "errors far above the level that they name", .instructions,
      "local function f(n)",
      "  if n == 0 then for i = 1, 1e5 do pcall(error, 'x', 100000) end end",
      "  return (f(n - 1))",
      "end",
      "f(60000)"),
  ]

  private static let names = (1...190).map { "v\($0)" }.joined(separator: ", ")

  @Test("The budget of a million instructions ends it, or it is refused", arguments: attacks)
  func ends(_ attack: Attack) throws {
    let failure = try Loaded.failure {
      let loaded = try Loaded("keep(function() \(attack.code) end)")
      #expect(throws: LuaFailure.self) { try loaded.call() }
      _ = try loaded.call()
    }
    #expect(failure?.kind == attack.kind)
  }

  @Test("A table may have 32,768 keys outside its array, and no more", arguments: [(32_768, true), (32_769, false)])
  func keys(_ count: Int64, _ fits: Bool) throws {
    let loaded = try Loaded("keep(function(n) local t = {} for i = 1, n do t['k' .. i] = i end return 1 end)")
    let failure = try Loaded.failure {
      _ = try loaded.state.call(
        loaded.host.functions[0], [.integer(count)], budget: LuaBudget(instructions: 10_000_000, seconds: 1000))
    }
    #expect(failure?.kind == (fits ? nil : .memory))
  }

  @Test(
    "A chain of __index or __newindex may have 32 tables, from whichever end it is made",
    arguments: [("__index", 32, true), ("__index", 33, false), ("__newindex", 32, true), ("__newindex", 33, false)])
  func chains(_ event: String, _ count: Int64, _ isAllowed: Bool) throws {
    let loaded = try Loaded(
      """
      local function tables(n) local t = {} for i = 1, n do t[i] = {} end return t end
      local function link(t, i) setmetatable(t[i], { \(event) = t[i + 1] }) end
      keep(function(n) local t = tables(n + 1) for i = 1, n do link(t, i) end return 1 end)
      keep(function(n) local t = tables(n + 1) for i = n, 1, -1 do link(t, i) end return 1 end)
      keep(function(n)
        local t = tables(n + 1)
        for i = 1, n, 2 do link(t, i) end
        for i = 2, n, 2 do link(t, i) end
        return 1
      end)
      """)
    for function in loaded.host.functions {
      let failure = try Loaded.failure { _ = try loaded.state.call(function, [.integer(count)], budget: Loaded.budget) }
      #expect(failure?.kind == (isAllowed ? nil : .runtime))
    }
  }

  @Test(
    "A table that refers to itself is refused",
    arguments: [
      "t.__index = t setmetatable(t, t)", "local u = setmetatable({}, { __index = t }) setmetatable(t, { __index = u })",
    ])
  func loops(_ code: String) throws {
    let failure = try Loaded.failure { _ = try Loaded("local t = {} \(code)") }
    #expect(failure?.kind == .runtime)
    #expect(failure?.line == 1)
  }

  @Test("Classes with several levels and many objects are not affected")
  func classes() throws {
    let loaded = try Loaded(
      """
      local Base = {} Base.__index = Base
      function Base.new(class, n) return setmetatable({ n = n }, class) end
      function Base:value() return self.n end
      local Derived = setmetatable({}, { __index = Base, __call = function(class, n) return class:new(n) end }) Derived.__index = Derived
      function Derived:double() return 2 * self:value() end
      keep(function(count)
        local sum = 0
        for i = 1, count do sum = sum + Derived(i):double() end
        return sum
      end)
      """)
    #expect(try loaded.call(.integer(1000)) == .integer(1_001_000))
  }
}

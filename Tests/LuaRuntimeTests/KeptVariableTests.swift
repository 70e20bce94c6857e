import Testing

@testable import LuaRuntime

@Suite("The upvalues that functions can change are found in their code")
struct KeptVariableTests {
  @Test(
    "Only upvalues that some code assigns are compared after each call",
    arguments: [
      ("local a, b = 1, 2 keep(function() return a + b + math.pi end)", 0),
      ("local n = 0 keep(function(x) if x then n = n + 1 end return 1 end)", 1),
      ("local a, b, c = 1, 2, 3 keep(function(x) if x then b = a + c end return 1 end)", 1),
      (
        "local a, b = 1, 2 keep(function(x) local function deep() return function() if x then b = a end end end deep()() return 1 end)",
        1
      ),
      ("keep(function(x) local sum = 0 local function add(y) sum = sum + y end add(1) add(2) return sum end)", 0),
      (
        "local function make() local n = 0 return function() if n > 5 then n = n + 1 end return n end end local f, g = make(), make() keep(function() return f() + g() end)",
        2
      ),
      ("local f f = function(n) return n == 0 and 1 or n * f(n - 1) end keep(function() return f(5) end)", 0),
      ("keep(function(x) if x then _ENV = {} end return 1 end)", 1),
      // Constants of every type, short and long texts, varargs, loops and debug information.
      (
        """
        local long = "\(String(repeating: "long ", count: 200))"
        local kept = 0
        keep(function(x, ...)
          local t <const> = { 1, 2.5, nil, true, false, "s", [[\(String(repeating: "text ", count: 60))]], 1 << 40, 1e300, -7 }
          for i, v in ipairs(t) do for j = 1, 3 do if x then goto out end end ::out:: end
          local inner = function(...) return select("#", ...) + #long, function() if x == "never" then kept = 1 end end end
          return (inner(...))
        end)
        """, 1
      ),
    ])
  func compared(_ code: String, _ count: Int) throws {
    let loaded = try Loaded(code)
    #expect(loaded.state.comparedVariables == count)
    _ = try loaded.call()
  }

  @Test(
    "A changed upvalue is refused and restored, whichever function changes it",
    arguments: [
      "local n = 0 keep(function() n = n + 1 return n end)",
      "local n = 0 local function more() return function() n = n + 1 end end keep(function() more()() return n end)",
      "local n = 0 local t = { add = function() n = n + 1 end } keep(function() t.add() return n end)",
      "local n = 0 local function read() return n end local function write() n = n + 1 end keep(function() write() return read() end)",
      "local n = 0 local m = setmetatable({}, { __index = function() n = n + 1 return n end }) keep(function() return m.x end)",
      "local n = 0 keep(function() pcall(function() n = n + 1 error('x') end) return n end)",
      "local a, b, c, d, e, n = 1, 2, 3, 4, 5, 0 keep(function() local s = a + b + c + d + e n = n + s return n end)",
    ])
  func changed(_ code: String) throws {
    let loaded = try Loaded(code)
    for _ in 0..<3 {
      let failure = try #require(try Loaded.failure { _ = try loaded.call() })
      #expect(failure.kind == .contract && failure.message.contains("changed a variable outside itself"))
      #expect(failure.file == nil && failure.line == nil && failure.traceback.isEmpty)
    }
  }

  @Test("The assigned upvalues are found among many")
  func many() throws {
    let names = (0..<190).map { "v\($0)" }
    let declarations = "local \(names.joined(separator: ", "))\n"
    let loaded = try Loaded(
      declarations + "keep(function(x) if x then v0 = 1 v100 = 2 v189 = 3 end return v1, \(names.joined(separator: ", ")) end)")
    #expect(loaded.state.comparedVariables == 3)
    #expect(try Loaded.failure { _ = try loaded.call(.boolean(true)) }?.kind == .contract)
    #expect(try loaded.call() == .nil)
  }
}

import Testing

@testable import LuaRuntime

@Suite("A call passes arguments to a function and returns its result")
struct LuaCallTests {
  @Test(
    "Arguments of all types and any number arrive unchanged",
    arguments: [
      [.integer(3), .number(0.5), .boolean(true), .boolean(false), .nil], [.text(""), .text("a\0b"), .text("中文")],
      [.text(String(repeating: "x", count: 300)), .integer(-1), .text(String(repeating: "长", count: 2000)), .text("end")],
      (0..<60).map { .integer($0) }, (0..<60).map { .text("text \($0)") },
      [.table(LuaTable(list: [.text("in a table"), .number(1.5)])), .text("beside it"), .integer(7)], [],
    ] as [[LuaValue]])
  func arguments(_ values: [LuaValue]) throws {
    let loaded = try Loaded("keep(function(...) return { n = select('#', ...), ... } end)")
    for _ in 0..<2 {
      guard case .table(let table) = try loaded.state.call(loaded.host.functions[0], values, budget: Loaded.budget) else {
        Issue.record("no table")
        return
      }
      #expect(table["n"] == .integer(Int64(values.count)))
      #expect(table.list == Array(values.prefix(table.list.count)))
      #expect(values.dropFirst(table.list.count).allSatisfy { $0 == .nil })
    }
  }

  @Test(
    "A call returns the first result, or nil if there is none",
    arguments: [
      ("1", .integer(1)), ("1.0", .number(1)), ("-0.0", .number(-0.0)), ("true", .boolean(true)),
      ("false, 2, 3", .boolean(false)),
      ("5, 'x'", .integer(5)), ("'x', 5", .text("x")), ("", .nil), ("nil, 1", .nil), ("node", .unconvertible("node")),
    ] as [(String, LuaValue)])
  func results(_ code: String, _ expected: LuaValue) throws {
    let loaded = try Loaded("local node = tostring keep(function() return \(code) end)")
    for _ in 0..<2 {
      let result = try loaded.call()
      if case .unconvertible = expected { #expect(result.kind == "function") } else { #expect(result == expected) }
    }
  }

  @Test("Each call receives a new copy of a tree, so changes do not remain")
  func trees() throws {
    let loaded = try Loaded(
      "keep(function(t) t.n = (t.n or 0) + 1 t.inner.name = t.inner.name .. '!' return t.n .. t.inner.name end)")
    let inner = LuaValue.table(LuaTable(named: [("name", .text("a"))]))
    let tree = LuaTree(.table(LuaTable(named: [("inner", inner)])))
    for _ in 0..<3 {
      let name = LuaValue.table(LuaTable(named: [("name", .text("a"))]))
      #expect(try loaded.call(.table(LuaTable(named: [("inner", name)]))) == .text("1a!"))
      loaded.state.appendArgument(tree)
      #expect(try loaded.state.call(loaded.host.functions[0], instructions: 10_000) == .unconvertible("string"))
    }
  }

  @Test("A failed call does not affect the next one")
  func afterFailure() throws {
    let loaded = try Loaded("keep(function(x) if x == 1 then error('one') end return { x } end)")
    for _ in 0..<3 {
      let failure = try #require(try Loaded.failure { _ = try loaded.call(.integer(1), .text("more"), .nil) })
      #expect(failure.message.hasSuffix("one") && failure.line == 1 && failure.traceback.contains("test/program.lua:1"))
      #expect(try loaded.call(.integer(2)) == .table(LuaTable(list: [.integer(2)])))
      #expect(try loaded.call(.text("x")) == .table(LuaTable(list: [.text("x")])))
    }
  }

  @Test("Instructions of an unfinished counting step do not count for the next call")
  func steps() throws {
    let loaded = try Loaded("keep(function(n) local sum = 0 for i = 1, n do sum = sum + i end return sum end)")
    for _ in 0..<50 {
      _ = try loaded.call(.integer(200))
      #expect(loaded.state.instructionsUsed == 0)
    }
    for _ in 0..<5 {
      _ = try loaded.call(.integer(2000))
      #expect(loaded.state.instructionsUsed == 4000)
    }
  }

  @Test("Calls share the processor time of their application, and the call that exceeds it is stopped", arguments: [-1, 0, 1e-9])
  func time(_ seconds: Double) throws {
    let loaded = try Loaded("keep(function(n) for i = 1, n do end return 1 end)")
    loaded.state.begin(seconds: seconds)
    loaded.state.appendArgument(Int64(1_000_000))
    let failure = try Loaded.failure {
      _ = try loaded.state.call(loaded.host.functions[0], instructions: .max / 4)
    }
    #expect(failure?.kind == .time)
    loaded.state.begin(seconds: 1000)
    loaded.state.appendArgument(Int64(1_000_000))
    #expect(try loaded.state.call(loaded.host.functions[0], instructions: .max / 4) == .integer(1))
  }

  @Test("Small objects beyond the pool's region stay intact and count as memory in use")
  func manyObjects() throws {
    let loaded = try Loaded(
      """
      keep(function(count)
        local items = {}
        for i = 1, count do items[i] = { i, name = "n" .. i } end
        for i = 1, count, 2 do items[i] = { i, { i }, { i, i, i } } end
        local sum = 0
        for i = 1, count do sum = sum + items[i][1] + (i % 2 == 1 and items[i][3][3] or #items[i].name) end
        return sum
      end)
      """, memory: 64 << 20)
    let budget = LuaBudget(instructions: 100_000_000, seconds: 1000)
    let before = loaded.state.memoryUsed
    for count in [10, 30_000, 10, 30_000] {
      let result = try loaded.state.call(loaded.host.functions[0], [.integer(Int64(count))], budget: budget)
      let odd = stride(from: 1, through: count, by: 2).reduce(0, +)
      let names = stride(from: 2, through: count, by: 2).reduce(0) { $0 + "n\($1)".utf8.count }
      #expect(result == .integer(Int64((1...count).reduce(0, +) + odd + names)))
    }
    #expect(loaded.state.memoryUsed > before + 1 << 20)
  }
}

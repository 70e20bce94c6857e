import Testing

@testable import LuaRuntime

@Suite("A call costs the same whatever came before it")
struct SavedStateTests {
  /// Functions that change what a state remembers: the stack, the table of short texts, garbage, and an error.
  private static let source = """
    local function deep(n) if n == 0 then return 0 end return 1 + deep(n - 1) end
    keep(function(n)
      deep(n)
      return n
    end)
    keep(function(n)
      local texts = {}
      for i = 1, n do texts[i] = "text " .. i end
      return #texts
    end)
    keep(function(n)
      local caught = 0
      for i = 1, n do if not pcall(deep, "x") then caught = caught + 1 end end
      return caught
    end)
    keep(function(n)
      local t, sum = {}, 0
      for i = 1, n do t["k" .. i * 7919 % 1009] = i t[-i] = i t[i + 0.5] = i end
      for i = 1, n, 2 do t["k" .. i] = nil end
      for key, value in pairs(t) do sum = sum + value end
      return sum
    end)
    keep(function(n)
      deep(n)
      error("failed")
    end)
    keep(function(n)
      local t = {}
      for i = 1, n do t[i] = { i, name = tostring(i) } end
      return #t
    end)
    keep(function(n)
      -- Objects as keys, some of them deleted: their hashes are addresses. Each enlargement counts the array.
      local array, t = {}, { a = 1, b = 2, c = 3, d = 4, e = 5 }
      for i = 1, n do array[i] = i end
      for i = 1, n do
        local key = i % 2 == 0 and {} or function() return i end
        t[key] = i
        t[key] = nil
      end
      return n
    end)
    keep(function(n)
      -- Small tables grow after a text that an earlier call may have made.
      local array = {}
      for i = 1, n do array[i] = i end
      for i = 1, n do
        local t = {}
        t["x" .. i], t["y" .. i], t["z" .. i] = 1, 2, 3
      end
      return n
    end)
    """

  /// The result, or the kind of failure, and the instructions of a call.
  private struct Cost: Equatable {
    let end: String
    let instructions: Int64
  }

  private static func cost(_ loaded: Loaded, _ function: Int, _ argument: Int64, instructions: Int64 = 400_000) throws -> Cost {
    let budget = LuaBudget(instructions: instructions, seconds: 1000)
    var end = ""
    let failure = try Loaded.failure {
      end = "\(try loaded.state.call(loaded.host.functions[function], [.integer(argument)], budget: budget))"
    }
    if let failure { end = "\(failure.kind) \(failure.message) \(failure.traceback)" }
    return Cost(end: end, instructions: loaded.state.instructionsUsed)
  }

  @Test("A call costs the same instructions first, last, again and in another state")
  func instructions() throws {
    let calls: [(function: Int, argument: Int64)] = (0..<8).flatMap { function in
      [1, 100, 300, 900, 6000].map { (function, $0) }
    }
    var expected: [Cost] = []
    for call in calls { expected.append(try Self.cost(Loaded(Self.source), call.function, call.argument)) }
    #expect(Set(expected.map { $0.end.prefix(12) }).count > 6)
    let loaded = try Loaded(Self.source)
    // Each step is coprime to the number of calls, so that every order visits all of them.
    for step in [1, 23, 7] {
      for index in calls.indices {
        let call = (index * step) % calls.count
        #expect(try Self.cost(loaded, calls[call].function, calls[call].argument) == expected[call])
      }
    }
  }

  @Test("Tables with objects as keys grow at the same moment in states at different addresses")
  func addresses() throws {
    let states = try (1...8).map { memory in try Loaded(Self.source, memory: memory << 23) }
    let costs = try states.map { try Self.cost($0, 6, 300).instructions }
    #expect(Set(costs).count == 1)
  }

  @Test("The memory limit is reached by the same call in every state, to the byte")
  func memory() throws {
    // The function keeps n texts of 1 KB and a last one of `bytes` bytes.
    let source = """
      keep(function(n, bytes)
        local texts = {}
        for i = 1, n do texts[i] = ("x"):rep(1000) .. i end
        texts[0] = ("y"):rep(bytes)
        return #texts
      end)
      keep(function(n)
        local texts = {}
        for i = 1, n do texts[i] = "short " .. i end
        return #texts
      end)
      """
    func fits(_ loaded: Loaded, _ bytes: Int64) throws -> Bool {
      let budget = LuaBudget(instructions: 10_000_000, seconds: 1000)
      let failure = try Loaded.failure {
        _ = try loaded.state.call(loaded.host.functions[0], [.integer(2000), .integer(bytes)], budget: budget)
      }
      #expect(failure == nil || failure?.kind == .memory)
      return failure == nil
    }
    var low: Int64 = 0
    var high: Int64 = 4 << 20
    while high - low > 1 {
      let middle = (low + high) / 2
      if try fits(Loaded(source, memory: 4 << 20), middle) { low = middle } else { high = middle }
    }
    #expect(low > 500_000)
    let loaded = try Loaded(source, memory: 4 << 20)
    for round in 0..<6 {
      _ = try loaded.state.call(
        loaded.host.functions[1], [.integer(Int64(round) * 1500)], budget: LuaBudget(instructions: 10_000_000, seconds: 1000))
      #expect(try fits(loaded, low))
      #expect(try !fits(loaded, high))
      #expect(try fits(loaded, low))
    }
  }

  @Test("A call after one that a limit stopped begins with the state after loading")
  func afterStop() throws {
    let loaded = try Loaded(
      """
      local kept = { 1, 2, 3 }
      keep(function(x)
        if x == "loop" then while true do end end
        if x == "memory" then local s = ("x"):rep(1000) while true do s = s .. s end end
        if x == "deep" then local function f() return 1 + f() end return f() end
        return #kept
      end)
      """)
    for way in ["loop", "memory", "deep", "loop"] {
      #expect(try Loaded.failure { _ = try loaded.call(.text(way)) }?.isStop == true)
      #expect(try loaded.call(.text("")) == .integer(3))
    }
  }

  @Test("The hash seed is the same in every state of the known library")
  func seed() throws {
    guard LuaState.libraryVersion == 50404 else { return }
    for _ in 0..<3 { #expect(try LuaState(memory: 4 << 20, host: RecordingHost()).hasFixedSeed) }
  }
}

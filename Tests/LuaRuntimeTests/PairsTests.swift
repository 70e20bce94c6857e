import Testing

@testable import LuaRuntime

@Suite("pairs visits keys in an order of its own")
struct PairsTests {
  @Test("pairs does not say which of several keys without an order it met first")
  func unordered() throws {
    for key in ["{}", "tostring", "node"] {
      let loaded = try Loaded("keep(function() for k in pairs { [\(key)] = 1, [{}] = 2, [pairs] = 3 } do end end)")
      let failure = try #require(try Loaded.failure { _ = try loaded.call() })
      #expect(failure.message.hasSuffix("pairs: a key that is no number, text, true or false has no order"))
    }
  }

  @Test("pairs visits every kind of key in order, and skips those that are removed on the way")
  func order() throws {
    let loaded = try Loaded(
      """
      keep(function()
        local t = { [true] = 1, [false] = 1, [1e300] = 1, [-1e300] = 1, [math.mininteger] = 1, [math.maxinteger] = 1, [0.5] = 1,
          [2^53 + 2.0] = 1, [9007199254740993] = 1, b = 1, a = 1, ab = 1, [""] = 1, ["\\0"] = 1, ["中"] = 1, [-1] = 1, [1/0] = 1 }
        local keys = {}
        for k in pairs(t) do keys[#keys + 1] = tostring(k) if k == "a" then t.b = nil end end
        for i = 1, 40 do t[i] = i t["n" .. i] = i end
        local count = 0
        for k in pairs(t) do count = count + 1 end
        return count .. ":" .. table.concat(keys, " ")
      end)
      """)
    let expected =
      "96:-1e+300 -9223372036854775808 -1 0.5 9007199254740993 9007199254740994 9223372036854775807 1e+300 inf  \0 a ab 中 false true"
    #expect(try loaded.call() == .text(expected))
  }
}

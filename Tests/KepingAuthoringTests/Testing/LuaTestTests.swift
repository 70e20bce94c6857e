import KepingAuthoring
import KepingCore
import Testing

@Suite("A plugin's Lua tests evaluate examples and stop at their limits")
struct LuaTestTests {
  static let clauses =
    "target { 'q', e.n:at_least('2个', 'r'), points = 4, full = '12个' }, priority { 'p', partners:some(), points = 5 }"

  static func plugin(_ lua: String) throws -> TestedPlugin {
    try TestedPlugin(clauses, files: ["tests/a.lua": "local base = example 'E1'\n" + lua])
  }

  @Test(
    "A Lua test can use results, changes and null",
    arguments: [
      "local r = evaluate(base) assert(r.verdict == 'pass' and r.error == nil and r.total == 84)",
      "local r = evaluate(base, { ['e.n'] = 5 }) assert(r:points '1.1/target/1' == 28.8 and r['1.1/target/1'] == 'met')",
      "local r = evaluate(base, { ['e.n'] = null }) assert(r['1.1/target/1'] == 'unknown')",
      "local r = evaluate(base, { ['e.n'] = 1 }) assert(r:message '1.1/target/1' == '数1个，低于2个')",
      "local r = evaluate(base, { partners = {} }) assert(r['1.1/priority/1'] == 'unmet')",
      "local r = evaluate(base, { partners = { { name = 'a', kind = 'other' } }, e = {} }) assert(r.verdict == 'supplement')",
      "local r = evaluate(base, { ['applicant.rdExpense'] = { ['2023'] = 1.5 } }) assert(r.verdict == 'pass')",
      "local r = evaluate(base, { ['e.n'] = 'x' }) assert(r.verdict == 'error' and r.error == 'invalid-record')",
      "assert(not pcall(evaluate, base, { ['x[0]'] = 1 }))",
    ])
  func results(_ body: String) throws {
    let results = try Self.plugin("test('t', function() \(body) end)").tests().run()
    #expect(results.map(\.differences) == [[]])
  }

  @Test(
    "A failure is reported with its line",
    arguments: [
      ("assert(evaluate(base).verdict == 'fail', '应不通过')", "应不通过", "test-failed"), ("error 'x'", "x", "test-failed"),
      ("return evaluate(base)['1.1/targt/1']", "did you mean '1.1/target/1'?", "unknown-clause"),
      ("return evaluate(base):points '1.1/target/2'", "did you mean '1.1/target/1'?", "unknown-criterion"),
      ("return evaluate(base):mesage 'x'", "did you mean 'message'?", "unknown-clause"),
      ("return evalute(base)", "did you mean 'evaluate'?", "unknown-word"),
      ("return example 'E2'", "did you mean 'E1'?", "unknown-example"),
      ("evaluate(base, { ['partners[7].kind'] = 1 })", "does not exist", "unknown-path"),
      ("evaluate(base, { partners = { 1, a = 2 } })", "must be a list", "wrong-argument"),
      ("evaluate(base, { e = print })", "print", "unknown-word"), ("evaluate 'E1'", "expected evaluate", "wrong-argument"),
      ("return evaluate(base, { ['e.n'] = 'x' })['1.1/target/1']", "invalid-record", "not-evaluated"),
      ("test('u', function() end)", "cannot define another test", "only-at-load"),
      ("return base.verdict", "has no members", "unknown-member"),
      ("while true do end", "instructions", "plugin-limit"),
      ("local s = 'x' while true do s = s .. s end", "memory", "plugin-limit"),
    ])
  func failures(_ body: String, _ words: String, _ code: String) throws {
    let results = try Self.plugin("test('t', function()\n\(body)\nend)\ntest('after', function() assert(evaluate(base)) end)")
      .tests().run()
    #expect(results.map(\.isPassed) == [false, true])
    let text = try #require(results[0].differences.first?.english)
    #expect(text.contains("tests/a.lua:3: error: "), "\(text)")
    #expect(text.contains(words) && text.hasSuffix("[\(code)]"), "\(text)")
    #expect(results[0].location.line == 2)
  }

  @Test(
    "A file that does not define tests is reported with its line",
    arguments: [
      ("local x = = 1", "lua-syntax"), ("local x = exampel", "unknown-word"), ("", "no-tests"), ("tset('t')", "unknown-word"),
      ("test('t')", "wrong-argument"), ("while true do end", "plugin-limit"), ("x = 1", "test-failed"),
      ("test('t', function() end) test('t', function() end)", "duplicate-id"),
    ])
  func mistakes(_ lua: String, _ code: String) throws {
    let fault = try #require(try Self.plugin(lua).fault())
    #expect(fault.code == code, "\(fault)")
    #expect(fault.path.hasSuffix("tests/a.lua"))
    #expect(fault.line == (code == "no-tests" ? 1 : 2))
  }

  @Test("A test cannot change the state of the next one")
  func state() throws {
    let lua = "local kept\ntest('one', function() kept = 1 end)\ntest('two', function() assert(kept == nil) end)"
    let results = try Self.plugin(lua).tests().run()
    #expect(results.map(\.isPassed) == [false, true])
  }

  @Test("A filter matches names and files", arguments: [("one", 1), ("a.lua", 2), ("three", 0)])
  func filter(_ text: String, _ count: Int) throws {
    let lua = "test('one', function() end) test('two', function() end)"
    #expect(try Self.plugin(lua).tests().run(filter: text).count == count)
  }
}

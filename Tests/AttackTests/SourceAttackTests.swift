import Foundation
import KepingCore
import Testing

@Suite("A hostile source or many modules do not hold up the host")
struct SourceAttackTests {
  /// A source that is made by a function because it is large, and the permitted kinds of failure.
  struct Case: Sendable, CustomTestStringConvertible {
    let testDescription: String
    /// The permitted kinds of failure, separated by `/`; `well` if applications may be evaluated.
    let ends: String
    /// The line that the failure names, if it is known.
    let line: Int?
    let source: @Sendable () -> String
    /// Further files by name.
    let modules: @Sendable () -> [String: String]

    init(
      _ name: String, _ ends: String, line: Int? = nil, modules: @escaping @Sendable () -> [String: String] = { [:] },
      _ source: @escaping @Sendable () -> String
    ) {
      testDescription = name
      self.ends = ends
      self.line = line
      self.modules = modules
      self.source = source
    }
  }

  /// A program that evaluates its applications.
  static let good = FolderAttackTests.program

  static func times(_ count: Int, _ text: String) -> String { String(repeating: text, count: count) }

  static func numbered(_ count: Int, _ make: (Int) -> String) -> String { (0..<count).map(make).joined() }

  static let compiling: [Case] = [
    Case("an expression of 90,000 or", "load/instructions/memory") { "local a\nlocal x = a" + times(90_000, " or a") },
    Case("an expression of 90,000 and", "load/instructions/memory") { "local a\nlocal x = a" + times(90_000, " and a") },
    Case("a condition of 60,000 parts", "load/instructions/memory") {
      "local a\nif a" + times(30_000, " and a or a") + " then end"
    },
    Case("30,000 branches of one condition", "load/instructions/memory/well") {
      "local a\nif a then" + times(30_000, " elseif a then") + " end\n" + good
    },
    Case("a comparison of comparisons", "load/instructions/memory/well/runtime") {
      "local a = 1\nlocal x = a" + times(60_000, " == a") + "\n" + good
    },
    Case("32,000 jumps to come, and as many labels", "load/instructions/memory") {
      "do\n" + times(32_000, "goto z ") + numbered(32_000) { "::a\($0):: " } + "::z:: end"
    },
    Case("20,000 ways out of a loop", "load/instructions/memory/well") {
      "local a\nwhile a do " + times(20_000, "if a then break end ") + "end\n" + good
    },
    Case("10,000 loops within loops that are left", "load/instructions/memory/well") {
      "local a\n" + times(10_000, "while a do if a then break end end ") + "\n" + good
    },
    Case("functions in functions with all variables, and many global names", "load/instructions/memory") {
      let locals = "local " + (0..<190).map { "v\($0)" }.joined(separator: ",") + "\n"
      return times(150, "local function f()\n" + locals) + times(80_000, "a=a ")
    },
    Case("functions in functions that use all variables of the outermost", "load/instructions/memory") {
      let locals = "local " + (0..<100).map { "v\($0)" }.joined(separator: ",") + "\n"
      return locals + times(120, "local function f() ") + numbered(60_000) { "v\($0 % 100)=1 " } + times(120, "end ")
    },
    Case("a number of 300,000 digits", "load/instructions/memory/well") { "local x = \(times(300_000, "7"))\n" + good },
    Case("a hexadecimal number of 300,000 digits", "load/instructions/memory/well") {
      "local x = 0x\(times(300_000, "f")).\(times(1000, "f"))p-9999\n" + good
    },
    Case("a number that is none, of 300,000 digits", "load/instructions/memory", line: 2) {
      "\nlocal x = 1\(times(300_000, "e"))"
    },
    Case("a name of 300,000 letters", "load/instructions/memory") { "\n\(times(300_000, "n"))()" },
    Case("a text of 400,000 bytes", "load/instructions/memory/well") { "local s = '\(times(400_000, "s"))'\n" + good },
    Case("a text of 40,000 escapes", "load/instructions/memory/well") {
      "local s = '\(times(40_000, "\\u{7FFFFFFF}"))'\n" + good
    },
    Case("a comment without end", "load/instructions/memory") { "--[[" + times(300_000, "]") },
    Case("a long bracket of 50,000 signs", "load/instructions/memory") { "local s = [" + times(50_000, "=") + "[" },
    Case("50,000 lines", "load/instructions/memory/well") { times(50_000, "\n") + good },
    Case("an error after 50,000 lines", "load/instructions/memory", line: 50_001) { times(50_000, "\n") + "local = 1" },
    Case("50,000 empty statements", "load/instructions/memory/well") { times(50_000, ";") + "\n" + good },
    Case("40,000 constants", "load/instructions/memory/well") {
      "local t = {" + numbered(40_000) { "\($0).5," } + "}\n" + good
    },
    Case("40,000 texts", "load/instructions/memory/well") {
      "local t = {" + numbered(40_000) { "k\($0)='\($0)'," } + "}\n" + good
    },
    Case("30,000 functions", "load/instructions/memory/well") {
      "local f\n" + times(30_000, "f=function()end ") + "\n" + good
    },
    Case("40,000 blocks with a variable", "load/instructions/memory") { times(40_000, "do local a end ") },
    Case("300 variables of another function", "load/instructions/memory") {
      let first = (0..<150).map { "a\($0)" }
      let second = (0..<150).map { "b\($0)" }
      let used = (first + second).map { "\($0)=1 " }.joined()
      return "local \(first.joined(separator: ","))\nlocal function f()\nlocal \(second.joined(separator: ","))\n"
        + "local function g() \(used) end end"
    },
    Case("nested parentheses, whose line is told", "load", line: 3) {
      "\n\nlocal x = " + times(250, "(") + "1" + times(250, ")")
    },
    Case("nested functions, whose line is told", "load", line: 4) { "\n\n\n" + times(300, "local function f() ") },
    Case("nested blocks, whose line is told", "load", line: 2) { "\n" + times(300, "do ") + times(300, "end ") },
    Case("nested tables, whose line is told", "load", line: 2) { "\nlocal x = " + times(300, "{") + times(300, "}") },
    Case("100,000 signs before a number", "load", line: 2) { "\nlocal x = " + times(100_000, "-  ") + "1" },
    Case("20,000 texts in a row joined", "load", line: 2) { "\nlocal x = 'a'" + times(20_000, "..'a'") },
    Case("a call of 300 arguments", "load/runtime") { "\nerror(" + times(300, "1,") + "1)" },
    Case("100,000 calls in a row", "load/runtime/instructions") { "local f\nf" + times(100_000, "()") },
    Case("a method for 100,000 indexes", "load/runtime/instructions") { "local f = {}\nlocal x = f" + times(60_000, ".f") },
  ]

  /// A function that jumps over 100,000 instructions to a fault, whose variable Lua looks up in all of them.
  static func faultAtEnd(_ fault: String, caught: Bool) -> String {
    let jump = "local function f(y)\n  local x\n  if y then goto last end\n  do " + times(90_000, "x=y ")
    let rest = "end\n  ::last::\n  do local t \(fault) end\nend\n"
    return jump + rest + (caught ? "while true do pcall(f, 1) end\n" : "f(1)\n")
  }

  static let running: [Case] = [
    Case("a fault at the end of a long function, again and again", "instructions/memory") { faultAtEnd("t.x = 1", caught: true) },
    Case("a call of nothing at the end of a long function, again and again", "instructions/memory") {
      faultAtEnd("t()", caught: true)
    },
    Case("a sum of nothing at the end of a long function, again and again", "instructions/memory") {
      faultAtEnd("local u = t + 1", caught: true)
    },
    Case("a length of nothing at the end of a long function, again and again", "instructions/memory") {
      faultAtEnd("local u = #t", caught: true)
    },
    Case("a fault at the end of a long function", "runtime/instructions") { faultAtEnd("t.x = 1", caught: false) },
    Case("a fault in a function of 20,000 upvalue names", "instructions/memory/load/runtime") {
      "local t\nlocal function f() " + times(20_000, "if not f then t.x=t end ") + "t.x = 1 end\nwhile true do pcall(f) end\n"
    },
    Case("the host called at the end of a long function, again and again", "instructions/memory/load") {
      faultAtEnd("t = applicant.nosuchfield", caught: true)
    },
  ]

  static let modules: [Case] = [
    Case(
      "modules that require one another, 150 deep", "load/runtime/instructions/well",
      modules: {
        Dictionary(uniqueKeysWithValues: (0..<150).map { ("m\($0).lua", $0 == 149 ? "return 1" : "return require 'm\($0 + 1)'") })
      }
    ) { "require 'm0'\n" + good },
    Case(
      "modules in a circle", "load/runtime",
      modules: { ["m0.lua": "return require 'm1'", "m1.lua": "return require 'm2'", "m2.lua": "return require 'm0'"] }
    ) { "require 'm0'" },
    Case(
      "300 modules", "load/instructions/memory/well",
      modules: { Dictionary(uniqueKeysWithValues: (0..<300).map { ("m\($0).lua", "return { \($0) }") }) }
    ) { "for i = 0, 299 do require('m' .. i) end\n" + good },
    Case(
      "20 large modules", "load/instructions/memory",
      modules: { Dictionary(uniqueKeysWithValues: (0..<20).map { ("m\($0).lua", times(250_000, ";")) }) }
    ) { "for i = 0, 19 do require('m' .. i) end\n" + good },
    Case(
      "a large module that does not compile, again and again", "instructions", modules: { ["m.lua": times(250_000, ";") + "("] }
    ) {
      "for i = 1, 1e9 do pcall(require, 'm') end"
    },
    Case("a large module that fails, again and again", "instructions", modules: { ["m.lua": times(100_000, ";") + "error('x')"] })
    {
      "for i = 1, 1e9 do pcall(require, 'm') end"
    },
    Case(
      "a module that Lua compiles wrongly, again and again", "instructions",
      modules: { ["m.lua": times(100_000, ";") + "t[a > b] = 1"] }
    ) {
      "for i = 1, 1e9 do pcall(require, 'm') end"
    },
    Case("modules that do not exist, again and again", "instructions") {
      "for i = 1, 1e9 do pcall(require, 'm' .. i % 1000) end"
    },
    Case(
      "a module that keeps functions for the host", "well",
      modules: { ["m.lua": "local n = 0\nreturn function() return n == 0 end"] }
    ) { good.replacing("function() return true end", with: "require 'm'") },
    Case(
      "a module that returns the iterator of its table", "runtime",
      modules: { ["m.lua": "return pairs { a = 1, b = 2 }"] }
    ) { "local step = require 'm'\n" + good.replacing("return true", with: "step() return true") },
  ]

  @Test("Each source ends in a permitted way", arguments: compiling + running + modules)
  func contained(_ attack: Case) throws {
    let files = ["plugin.yaml": Arena.manifest, "program.lua": attack.source()].merging(attack.modules()) { $1 }
    let arena = try Arena(files)
    let input = [Arena.application("R1", direction: "2.1"), Arena.application("A1"), Arena.application("R2", direction: "2.1")]
    let t0 = processorTime()
    defer { print("TIME \(processorTime() - t0) source: \(attack.testDescription)") }
    let outcome = try arena.evaluate(input)
    try #require(outcome.results.count == 3)
    #expect([outcome.lines[0], outcome.lines[2]] == AttackTests.undisturbed)
    #expect(outcome.longest < Arena.longest)
    let error = outcome.results[1]["error"] as? [String: Any]
    let kind = error?["kind"] as? String ?? "well"
    let message = error?["message"] as? String ?? ""
    #expect(attack.ends.split(separator: "/").contains { $0 == kind }, "\(kind): \(message)")
    #expect(message.isPlain && message.utf8.count < 6000)
    if let line = attack.line { #expect(error?["line"] as? Int == line, "\(message)") }
  }
}

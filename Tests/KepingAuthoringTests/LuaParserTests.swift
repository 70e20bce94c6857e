import KepingCore
import KepingPlugins
import Testing

@testable import KepingAuthoring

@Suite("The linter's parser follows the grammar of Lua")
struct LuaParserTests {
  /// Returns an expression with parentheses around each operation.
  static func shown(_ expression: LuaExpression, _ file: LuaFile) -> String {
    func shown(_ list: [LuaExpression]) -> String { list.map { Self.shown($0, file) }.joined(separator: ", ") }
    switch expression.kind {
    case .missing: return "?"
    case .literal, .text, .name: return file.written(expression.tokens.lowerBound)
    case .parentheses(let inner): return Self.shown(inner, file)
    case .unary(let sign, let operand): return "(\(file.written(sign)) \(Self.shown(operand, file)))"
    case .binary(let first, let operations):
      return operations.reduce(Self.shown(first, file)) {
        "(\($0) \(file.written($1.sign)) \(Self.shown($1.right, file)))"
      }
    case .suffixed(let first, let suffixes):
      return suffixes.reduce(Self.shown(first, file)) { left, suffix in
        switch suffix.kind {
        case .member(let name): "\(left).\(file.written(name))"
        case .index(let key): "\(left)[\(Self.shown(key, file))]"
        case .call(let arguments): "\(left)(\(shown(arguments)))"
        }
      }
    case .table(let fields): return "{\(shown(fields.map(\.value)))}"
    case .function(let function): return "function/\(function.parameters.count)"
    }
  }

  @Test(
    "Operators bind as in Lua, and the part before a syntax error is kept",
    arguments: [
      ("1 + 2 * 3", "(1 + (2 * 3))"), ("1 - 2 - 3", "((1 - 2) - 3)"), ("1 .. 2 .. 3", "(1 .. (2 .. 3))"),
      ("-x ^ 2", "(- (x ^ 2))"), ("2 ^ -x", "(2 ^ (- x))"), ("not a == b", "((not a) == b)"),
      ("a or b and c == d", "(a or (b and (c == d)))"), ("(a or b) and c", "((a or b) and c)"),
      ("1 << 2 + 3 & 4", "((1 << (2 + 3)) & 4)"), ("a.b[c](d, 1):e{}.f", "a.b[c](d, 1).e({}).f"),
      ("function(a, b, ...) end", "function/2"), ("{ a, b = c; [d] = 1 }", "{a, c, 1}"),
      ("a + ", "(a + ?)"), ("a.b(c, ", "a.b(c, ?)"), ("{ a, = }", "{a, ?}"),
    ])
  func expression(_ source: String, _ expected: String) throws {
    let file = LuaFile(Bytes("return \(source)".utf8))
    let statement = try #require(file.block.statements.first)
    guard case .return(let values) = statement.kind, let value = values.first else {
      Issue.record("\(source) is not an expression")
      return
    }
    #expect(Self.shown(value, file) == expected)
    #expect(value.isComplete == !expected.contains("?"))
  }

  @Test(
    "Only brackets, functions, blocks, unary and right-associative operators add depth, up to the limit of the compiler",
    arguments: [
      ("return ", "(", 199, true), ("return ", "(", 200, false), ("", "do ", 200, true), ("", "do ", 201, false),
      ("return 1", " .. 1", 199, true), ("return 1", " .. 1", 200, false), ("return ", "not ", 199, true),
      ("return ", "not ", 200, false), ("return 1", " + 1", 100_000, true), ("return x", ".x", 100_000, true),
      ("return x", "{}", 100_000, true), ("if x then ", "elseif x then ", 100_000, true), ("x", ", x", 100_000, true),
    ])
  func depth(start: String, piece: String, count: Int, isAccepted: Bool) {
    let file = LuaFile(Bytes((start + String(repeating: piece, count: count)).utf8))
    #expect((file.fault?.wording.english.hasPrefix("nested deeper") ?? false) == !isAccepted)
  }

  @Test(
    "Calls of require are found up to the first syntax error, and are nil if their module is unknown",
    arguments: [
      ("require 'a' require 'b'", ["a", "b"]), ("require 'a' = require 'b'", ["a"]), ("require('a', require 'b'", ["b"]),
      ("local r = require r 'a'", [nil, "a"]), ("local r = require r = f r 'a'", [nil]), ("require('a' .. x)", [nil]),
    ] as [(String, [String?])])
  func modules(_ source: String, _ expected: [String?]) {
    #expect(LuaLinter(Bytes(source.utf8), path: "x.lua").modules == expected)
  }
}

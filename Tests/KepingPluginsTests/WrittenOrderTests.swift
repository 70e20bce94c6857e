import KepingCore
import PluginFixtures
import Testing

@testable import KepingPlugins

@Suite("Templates list fields, kinds and choices in the order in which the author of a plugin wrote them")
struct WrittenOrderTests {
  static func schema(_ fields: String) throws -> Schema {
    try TemporaryPlugin(fields + "\ndirection { '1.1', target { '名称', title:given(), points = 1 } }\n").load().program.schema
  }

  /// Returns the names of the program's fields in an object, or at the top, in the order of the author.
  static func names(in parent: Int?, of schema: Schema) -> [String] {
    schema.inWrittenOrder(parent.map { schema.nodes[$0].children } ?? schema.roots)
      .filter { !schema.nodes[$0].isHost }.map { schema.nodes[$0].field.name }
  }

  @Test(
    "The calls that declare fields tell their order; a group stands where its first field does",
    arguments: [
      ("fields { z = count '甲', a = money '乙', m = { y = flag '丙', b = flag '丁' }, c = text '戊' }", ["z", "a", "m", "c"]),
      ("local b = count '乙' local a = count '甲' fields { a = a, b = b }", ["b", "a"]),
      ("fields { z = count '甲' } fields { a = count '乙' }", ["z", "a"]),
      ("local made = {} for _, n in ipairs { 'c', 'a', 'b' } do made[n] = count(n) end fields(made)", ["c", "a", "b"]),
      ("local one = count '同' fields { b = one, a = one }", ["a", "b"]),
    ] as [(String, [String])])
  func fields(_ declaration: String, _ expected: [String]) throws {
    let schema = try Self.schema(declaration)
    #expect(Self.names(in: nil, of: schema) == expected)
  }

  @Test("Groups, lists and the host's objects keep the order of their own fields")
  func nested() throws {
    let schema = try Self.schema(
      """
      fields {
        group = { y = flag '丙', b = flag '丁' }, devices = list('设备', { z = text '名', a = flag '新' }),
        applicant = { z = count '人', a = count '室' },
      }
      """)
    for (name, expected) in [("group", ["y", "b"]), ("devices", ["z", "a"]), ("applicant", ["z", "a"])] {
      #expect(Self.names(in: schema.child(name, of: nil), of: schema) == expected, "\(name)")
    }
    let applicant = try #require(schema.child("applicant", of: nil))
    let first = try #require(schema.inWrittenOrder(schema.nodes[applicant].children).first)
    #expect(schema.nodes[first].path == "applicant.name")
  }

  @Test(
    "A list of pairs keeps its order, and a table of names is in the order of the names",
    arguments: [
      ("{ { 'b', '乙' }, { 'c', '丙' }, { 'a', '甲' } }", ["b", "c", "a"]), ("{ b = '乙', c = '丙', a = '甲' }", ["a", "b", "c"]),
    ])
  func pairs(_ values: String, _ expected: [String]) throws {
    let schema = try Self.schema("fields { ip = tally('权', \(values), \(values)), kind = choice('类', \(values)) }")
    let tally = try #require(schema.child("ip", of: nil))
    #expect(Self.names(in: tally, of: schema) == expected)
    #expect(Self.names(in: schema.nodes[tally].children[0], of: schema) == expected)
    let kind = try #require(schema.child("kind", of: nil))
    #expect(schema.nodes[kind].field.type.choices.inWrittenOrder.map(\.value) == expected)
    // Results go by the names, in whichever way they were written.
    #expect(schema.nodes[tally].children.map { schema.nodes[$0].field.name } == ["a", "b", "c"])
    #expect(schema.nodes[kind].field.type.choices.map(\.value) == ["a", "b", "c"])
  }

  @Test(
    "A list that is not one of pairs of texts is refused, and so is a value that is written twice",
    arguments: [
      "{ { 'a' } }", "{ { 'a', '甲', '乙' } }", "{ 'a', '甲' }", "{ { 'a', 1 } }", "{ { 1, '甲' } }", "{ { a = '甲' } }",
      "{ { 'a', '甲' }, b = '乙' }", "{ { 'a', '甲' }, { 'a', '乙' } }", "{}", "{ { { 'a', '甲' } } }",
    ])
  func mistakes(_ values: String) throws {
    let fault = try TemporaryPlugin.fault("fields { kind = choice('类', \(values)) }")
    #expect(fault?.code == "wrong-argument" && fault?.line == 1)
  }
}

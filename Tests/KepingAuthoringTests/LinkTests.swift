import Foundation
import KepingAuthoring
import KepingBatch
import KepingCore
import Testing

@Suite("Links in a plugin's folders of examples and tests are refused")
struct LinkTests {
  static let clauses = "target { 'q', e.n:at_least('2个', 'r'), points = 4 }"

  /// A plugin whose file or folder at a path is a link to a copy of it outside the plugin, or to a file that does not exist.
  static func plugin(link name: String, isBroken: Bool) throws -> TestedPlugin {
    let tested = try TestedPlugin(
      clauses, cases: ["clause: 1.1/target/1\n    met: [{ e.n: 2 }]"],
      files: [
        "examples/1.2.json": TestedPlugin.example.replacing("E1", with: "E2"), "tests/exceptions.yaml": "impossible: []",
        "tests/a.lua": "test('t', function() end)",
      ])
    let path = tested.plugin.folder.appendingPathComponent(name).path
    let outside = tested.plugin.folder.deletingLastPathComponent().appendingPathComponent("outside").path
    try FileManager.default.moveItem(atPath: path, toPath: outside)
    if isBroken { try FileManager.default.removeItem(atPath: outside) }
    try FileManager.default.createSymbolicLink(atPath: path, withDestinationPath: outside)
    return tested
  }

  static let message = Wording("是链接，不能使用", "a link, or in a linked folder, which is not allowed")

  @Test(
    "The tests of a plugin are not run with a link",
    arguments: [
      "examples", "examples/1.1.json", "examples/1.2.json", "tests", "tests/1.1.yaml", "tests/exceptions.yaml", "tests/a.lua",
    ], [false, true])
  func tests(_ name: String, _ isBroken: Bool) throws {
    let tested = try Self.plugin(link: name, isBroken: isBroken)
    let fault = try #require(try tested.fault())
    #expect(fault.path == tested.plugin.folder.appendingPathComponent(name).path)
    // The target of a broken link is no file at all.
    if !isBroken || !name.hasPrefix("tests/") { #expect(fault.wording == Self.message && fault.code == "unreadable-file") }
  }

  @Test(
    "The check of a plugin reports the link and checks the other examples",
    arguments: [("examples", 0), ("examples/1.1.json", 1), ("examples/1.2.json", 1)], [false, true])
  func check(_ link: (name: String, others: Int), _ isBroken: Bool) throws {
    let tested = try Self.plugin(link: link.name, isBroken: isBroken)
    let check = PluginCheck(try tested.plugin.load().plugin)
    let faults = check.diagnostics.filter { !$0.isRemark }
    #expect(faults.map(\.wording) == [Self.message])
    #expect(faults.first?.path == tested.plugin.folder.appendingPathComponent(link.name).path)
    #expect(check.diagnostics.contains { $0.code == "no-example" } == (link.others == 0))
    #expect(!check.hasNoErrors && check.program != nil)
  }

  @Test(
    "A template has the first example that is no link, and the link is reported",
    arguments: [("examples", nil), ("examples/1.1.json", "E2"), ("examples/1.2.json", "E1")])
  func template(_ name: String, _ id: String?) throws {
    let tested = try Self.plugin(link: name, isBroken: false)
    // The folder is removed with the value that made it.
    defer { withExtendedLifetime(tested) {} }
    let loaded = try tested.plugin.load()
    var faults: [Diagnostic] = []
    let example = Examples.first(of: "1.1", in: loaded) { faults.append($0) }
    #expect(example.map { String(decoding: $0.bytes, as: UTF8.self).contains("\"\(id ?? "")\"") } == (id == nil ? nil : true))
    #expect(faults.map(\.wording) == (id == "E1" ? [] : [Self.message]))
  }
}

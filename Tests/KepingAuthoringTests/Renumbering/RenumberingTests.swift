import Foundation
import KepingCore
import KepingPlugins
import PluginFixtures
import SystemPackage
import Testing

@testable import KepingAuthoring

@Suite("Directions get other numbers, or are dropped, in all files of a plugin")
struct RenumberingTests {
  static let manifest = """
    id: demo
    version: 1.0.0
    api: 2
    year: 2026
    plan: { id: demo, ordinal: 计划一, title: 演示 }
    projectTypes:
      - id: "1"
        title: 试制
        directions:   # 三个方向
          # 食品
          - { id: "1.1", title: 食品 }
          - id: '1.2'   # 农机
            title: 农机
          - { id: "1.3", title: 家具 }
      - id: "2"
        title: 推广
        directions:
          - { id: "2.1", title: 推广 }

    """

  static let program = """
    -- 方向1.1 在前
    fields { n = count "成果" }
    local names = { ["1.1"] = "1.1%以上", ["1.2"] = "1.1项" }
    local shared = judge("见 1.2/target/1", { n }, function(value) return value > 0 and names["1.1"] ~= nil end)

    direction { "1.1", target { "食品1项以上", n:at_least "1项", points = 5.1 } }   -- 食品

    direction { '1.2',
      target { "农机2项以上", n:at_least "2项", shared, points = 1 },
    }

    direction { "1.3", target { "家具3项以上", n:at_least "3项", shared, points = 1 } }

    direction { "2.1", target { "推广4项以上", n:at_least "4项", points = 1 } }

    """

  static func files(_ program: String = program) -> [String: String] {
    var files = ["program.lua": program, "plugin.yaml": manifest]
    for (index, direction) in ["1.1", "1.2", "1.3", "2.1"].enumerated() {
      files["examples/\(direction).json"] = """
        [
          {"id": "D-\(index)", "year": 2026, "direction": "\(direction)", "title": "虚构 direction \(direction)", "n": 9,
            "applicant": {"name": "示例（虚构）", "kind": "enterprise"}}
        ]

        """
      files["tests/\(direction).yaml"] = """
        # 方向\(direction)的用例
        base: D-\(index)
        cases:
          - clause: \(direction)/target/1   # 正好
            met: [{ n: 9 }]
            unmet: [{ n: 0 }]
          - name: 得分不是编号
            with: { direction: "\(direction)" }
            outcomes: { "\(direction)/target/1": met }
            points: { \(direction)/target/1: 100 }

        """
    }
    files["tests/exceptions.yaml"] = """
      impossible:
        - { clause: 1.2/target/1, outcome: notApplicable, because: 总是适用 }
        - { clause: 1.3/target/1, outcome: notApplicable, because: 总是适用 }

      """
    files["tests/all.lua"] = """
      local examples = {
        ["1.1"] = "D-0",
        ["1.2"] = "D-1",
        ["1.3"] = "D-2",
      }
      for _, id in ipairs { "1.1", "1.2", "1.3" } do
        test(id, function()
          local result = evaluate(example(examples[id]))
          assert(result[id .. "/target/1"] == "met", "1.1/target/1")
        end)
      end

      """
    return files
  }

  static func plugin(_ files: [String: String] = files()) throws -> TemporaryPlugin {
    try TemporaryPlugin(files["program.lua"] ?? "", files: files, manifest: files["plugin.yaml"])
  }

  static func text(_ plugin: TemporaryPlugin, _ file: String) -> String? {
    try? String(contentsOf: plugin.folder.appendingPathComponent(file), encoding: .utf8)
  }

  static func contents(_ plugin: TemporaryPlugin) -> [String: String] {
    let names = FileManager.default.enumerator(atPath: plugin.folder.path)?.compactMap { $0 as? String } ?? []
    return Dictionary(uniqueKeysWithValues: names.compactMap { name in text(plugin, name).map { (name, $0) } })
  }

  static func renumbered(_ plugin: TemporaryPlugin, _ numbers: String) throws -> Renumbering {
    let read = try Plugin(FilePath(plugin.folder.path))
    let assignments = numbers.split(separator: " ").map(String.init)
    let renumbering = try Renumbering(read, try DirectionChanges(renumbering: assignments, in: read.manifest))
    if renumbering.faults.isEmpty { try renumbering.write() }
    return renumbering
  }

  static func dropped(_ plugin: TemporaryPlugin, _ ids: [String]) throws -> Renumbering {
    let read = try Plugin(FilePath(plugin.folder.path))
    let renumbering = try Renumbering(read, try DirectionChanges(dropping: ids, in: read.manifest))
    if renumbering.faults.isEmpty { try renumbering.write() }
    return renumbering
  }

  /// Returns the number of tests, or nil if one fails.
  static func passed(_ plugin: TemporaryPlugin) throws -> Int? {
    let results = try ProgramTests(try plugin.load()).run()
    return results.allSatisfy(\.isPassed) ? results.count : nil
  }

  // MARK: Other numbers

  @Test("Two directions change places in every file; comments, figures and formatting stay")
  func exchange() throws {
    let plugin = try Self.plugin()
    let renumbering = try Self.renumbered(plugin, "1.1=1.2 1.2=1.1")
    #expect(renumbering.faults == [] && renumbering.tests.after?.passed == 15)
    #expect(try Self.passed(plugin) == 15)
    let (food, machines) = ("      # 食品\n      - { id: \"1.1\", title: 食品 }\n", "      - id: '1.2'   # 农机\n        title: 农机\n")
    let exchanged = machines.replacing("1.2", with: "1.1") + food.replacing("1.1", with: "1.2")
    #expect(Self.text(plugin, "plugin.yaml") == Self.manifest.replacing(food + machines, with: exchanged))
    let manifest = try Plugin(FilePath(plugin.folder.path)).manifest
    #expect(manifest.directions.map(\.heading.title) == ["农机", "食品", "家具", "推广"])
    #expect(manifest.directions.map(\.heading.id) == ["1.1", "1.2", "1.3", "2.1"])
    var program = Self.program.replacing(#"["1.1"] = "1.1%以上", ["1.2"]"#, with: #"["1.2"] = "1.1%以上", ["1.1"]"#)
    for (old, new) in [
      ("见 1.2/target/1", "见 1.1/target/1"), (#"names["1.1"]"#, #"names["1.2"]"#), (#"direction { "1.1""#, #"direction { "1.2""#),
      ("direction { '1.2'", "direction { '1.1'"),
    ] { program = program.replacing(old, with: new) }
    #expect(Self.text(plugin, "program.lua") == program)
    // The files of both directions have changed their names, too.
    let old = Self.files()
    let example = try #require(old["examples/1.1.json"]).replacing(#""direction": "1.1""#, with: #""direction": "1.2""#)
    #expect(Self.text(plugin, "examples/1.2.json") == example)
    let tests = try #require(old["tests/1.2.yaml"]).replacing("1.2", with: "1.1").replacing("# 方向1.1的", with: "# 方向1.2的")
    #expect(Self.text(plugin, "tests/1.1.yaml") == tests)
    #expect(renumbering.mentions.map(\.description).contains { $0.hasSuffix("program.lua:1") })
    // The same exchange again leads back to the same bytes.
    _ = try Self.renumbered(plugin, "1.1=1.2 1.2=1.1")
    #expect(Self.contents(plugin) == old)
  }

  @Test(
    "Rotations, new numbers, other project types and whole project types",
    arguments: [
      ("1.1=1.2 1.2=1.3 1.3=1.1", ["1.1 家具", "1.2 食品", "1.3 农机", "2.1 推广"]),
      ("1.3=1.4", ["1.1 食品", "1.2 农机", "1.4 家具", "2.1 推广"]),
      ("1.2=2.1 2.1=2.2", ["1.1 食品", "1.3 家具", "2.1 农机", "2.2 推广"]), ("1=2 2=3", ["2.1 食品", "2.2 农机", "2.3 家具", "3.1 推广"]),
      ("1.1=1.1", ["1.1 食品", "1.2 农机", "1.3 家具", "2.1 推广"]),
    ])
  func others(_ numbers: String, _ titles: [String]) throws {
    var files = Self.files()
    files["plugin.yaml"] = Self.manifest.replacing("- id: '1.2'   # 农机\n        title: 农机", with: "- { id: '1.2', title: 农机 }")
    let plugin = try Self.plugin(files)
    let renumbering = try Self.renumbered(plugin, numbers)
    #expect(renumbering.faults == [])
    let manifest = try Plugin(FilePath(plugin.folder.path)).manifest
    #expect(manifest.directions.map { "\($0.heading.id) \($0.heading.title)" } == titles)
    #expect(try Self.passed(plugin) == 15)
  }

  @Test(
    "What is wrong on the command line is refused",
    arguments: [
      ("1.1", "invalid-assignment"), ("1.1=", "invalid-assignment"), ("1.1=2", "invalid-assignment"),
      ("1.9=1.1", "unknown-direction"),
      ("1.1=1.2", "duplicate-id"), ("1.1=1.4 1.1=1.5", "duplicate-id"), ("1.1=9.1", "unknown-project-type"),
      ("1=2", "duplicate-id"),
      ("1.1=1..1", "invalid-assignment"), ("1.1=1.2=1.3", "invalid-assignment"), ("1.1=1.1/x", "invalid-assignment"),
    ])
  func wrongNumbers(_ numbers: String, _ code: String) throws {
    let plugin = try Self.plugin()
    let fault = #expect(throws: Diagnostic.self) { try Self.renumbered(plugin, numbers) }
    #expect(fault?.code == code)
    #expect(Self.contents(plugin) == Self.files())
  }

  @Test(
    "An id that is put together is refused with its position, and nothing changes",
    arguments: [
      #"local function number(n) return "1." .. n end"#, #"local id = string.format("1.%d", 1)"#,
      #"local id = "1" .. ".1/target/1""#,
    ])
  func computed(_ line: String) throws {
    var files = Self.files()
    files["tests/all.lua"] = line + "\n" + files["tests/all.lua"]!
    let plugin = try Self.plugin(files)
    let renumbering = try Self.renumbered(plugin, "1.1=1.2 1.2=1.1")
    #expect(renumbering.faults.map(\.code) == ["computed-id"])
    #expect(renumbering.faults.first?.line == 1 && renumbering.faults.first?.column != nil)
    #expect(renumbering.faults.first?.path.hasSuffix("demo/tests/all.lua") == true)
    #expect(Self.contents(plugin) == files)
  }

  @Test("A number that the plugin still names, without such a direction, is refused if another direction is to get it")
  func stale() throws {
    var files = Self.files()
    files["tests/all.lua"]! += "local isFourth = examples['1.1'] == '1.4'\n"
    let plugin = try Self.plugin(files)
    #expect(try Self.renumbered(plugin, "1.3=1.4").faults.map(\.code) == ["stale-id"])
    #expect(Self.contents(plugin) == files)
    #expect(try Self.renumbered(plugin, "1.3=1.5").faults == [])
  }

  @Test("If the changed plugin does not load, or a test fails, nothing changes")
  func proof() throws {
    var files = Self.files(Self.program.replacing(#"direction { "2.1""#, with: #"direction { string.char(50, 46, 49)"#))
    var plugin = try Self.plugin(files)
    #expect(try Self.renumbered(plugin, "2.1=2.2").faults.isEmpty == false)
    #expect(Self.contents(plugin) == files)
    files = Self.files()
    files["tests/all.lua"]! += "test('次序', function() assert(string.char(49, 46, 49) == '1.1') end)\n"
    plugin = try Self.plugin(files)
    let renumbering = try Self.renumbered(plugin, "1.1=1.2 1.2=1.1")
    #expect(renumbering.faults.map(\.code) == ["test-fails"] && renumbering.faults[0].path.hasSuffix("demo/tests/all.lua"))
    #expect(Self.contents(plugin) == files)
  }

  @Test("A file that cannot be written leaves all others as they were")
  func unwritable() throws {
    let plugin = try Self.plugin()
    // A folder in the place of a new file.
    try FileManager.default.createDirectory(
      at: plugin.folder.appendingPathComponent("examples/1.4.json/x"), withIntermediateDirectories: true)
    let before = Self.contents(plugin)
    #expect(throws: Diagnostic.self) { try Self.renumbered(plugin, "1.3=1.4") }
    #expect(Self.contents(plugin) == before)
  }

  @Test(
    "Two directions of each shipped program change places, and all of its tests pass",
    arguments: [
      ("jianfeng-2024", "1.1=1.4 1.4=1.1"), ("jianfeng-2024", "2.1=2.2 2.2=2.1"), ("jili-2024", "5.1=5.2 5.2=5.1"),
      ("jili-2024", "4.1=4.2 4.2=4.3 4.3=4.1"),
    ])
  func shipped(_ id: String, _ numbers: String) throws {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent("keping-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    try FileManager.default.copyItem(at: root.appendingPathComponent("Plugins/\(id)"), to: folder.appendingPathComponent(id))
    let plugin = try Plugin(FilePath(folder.appendingPathComponent(id).path))
    let changes = try DirectionChanges(renumbering: numbers.split(separator: " ").map(String.init), in: plugin.manifest)
    let renumbering = try Renumbering(plugin, changes)
    #expect(renumbering.faults == [])
    let tests = try #require(renumbering.tests.after)
    #expect(tests == renumbering.tests.before && tests.passed == tests.all)
  }

  // MARK: Dropped directions

  @Test("A direction is dropped with its clauses, examples, tests and exceptions")
  func drop() throws {
    let plugin = try Self.plugin()
    let renumbering = try Self.dropped(plugin, ["1.2"])
    #expect(renumbering.faults == [] && renumbering.remaining == [])
    #expect(try Self.passed(plugin) == 11)
    let old = Self.files()
    #expect(Self.text(plugin, "examples/1.2.json") == nil && Self.text(plugin, "tests/1.2.yaml") == nil)
    let machines = "      - id: '1.2'   # 农机\n        title: 农机\n"
    #expect(Self.text(plugin, "plugin.yaml") == Self.manifest.replacing(machines, with: ""))
    let statement = "direction { '1.2',\n  target { \"农机2项以上\", n:at_least \"2项\", shared, points = 1 },\n}\n\n"
    #expect(
      Self.text(plugin, "program.lua")
        == Self.program.replacing(#", ["1.2"] = "1.1项" }"#, with: " }").replacing(statement, with: ""))
    #expect(renumbering.mentions.map(\.line) == [4])
    #expect(
      Self.text(plugin, "tests/exceptions.yaml")
        == old["tests/exceptions.yaml"]!.replacing(
          "  - { clause: 1.2/target/1, outcome: notApplicable, because: 总是适用 }\n", with: ""))
    #expect(
      Self.text(plugin, "tests/all.lua")
        == old["tests/all.lua"]!.replacing("  [\"1.2\"] = \"D-1\",\n", with: "").replacing(#""1.2", "#, with: ""))
  }

  @Test("Uses of a dropped direction that cannot be decided are refused with their positions, and nothing changes")
  func undecided() throws {
    var files = Self.files()
    files["tests/all.lua"]! += "test('二', function() assert(evaluate(example 'D-1')['1.2/target/1'] == 'met') end)\n"
    files["tests/1.1.yaml"]! += "  - name: 另一个方向\n    with: { direction: \"1.2\" }\n    outcomes: { 1.2/target/1: met }\n"
    let plugin = try Self.plugin(files)
    let faults = try Self.dropped(plugin, ["1.2"]).faults
    #expect(faults.map(\.code) == Array(repeating: "dropped-direction-used", count: 4))
    #expect(faults.allSatisfy { $0.line != nil && $0.column != nil })
    #expect(Self.contents(plugin) == files)
  }

  @Test("A direction that a loop makes is dropped with its row of data, and one whose id is put together is refused")
  func loops() throws {
    let last = """
      direction { "2.1", target { "推广4项以上", n:at_least "4项", points = 1 } }
      """
    let loop = """
      for _, row in ipairs {
        { "2.1", quote = "推广4项以上", bound = "4项" },
      } do
        direction { row[1], target { row.quote, n:at_least(row.bound), points = 1 } }
      end
      """
    let plugin = try Self.plugin(Self.files(Self.program.replacing(last, with: loop)))
    #expect(try Self.dropped(plugin, ["2.1"]).faults == [])
    #expect(
      Self.text(plugin, "program.lua")
        == Self.program.replacing(last, with: loop.replacing("  { \"2.1\", quote = \"推广4项以上\", bound = \"4项\" },\n", with: "")))
    #expect(try Self.passed(plugin) == 12)
    let computed = try Self.plugin(Self.files(Self.program.replacing(#"direction { "2.1""#, with: #"direction { "2" .. ".1""#)))
    let faults = try Self.dropped(computed, ["2.1"]).faults
    #expect(faults.map(\.code) == ["computed-id"] && faults[0].line == 14 && faults[0].path.hasSuffix("program.lua"))
  }

  @Test("Nodes that only the dropped direction used are named")
  func unused() throws {
    let program = Self.program.replacing("n:at_least \"3项\", shared", with: "n:at_least \"3项\"").replacing(
      "见 1.2/target/1", with: "另判")
    let plugin = try Self.plugin(Self.files(program))
    let renumbering = try Self.dropped(plugin, ["1.2"])
    #expect(renumbering.faults == [] && renumbering.remaining.map(\.code) == ["unused-node"])
    #expect(renumbering.remaining[0].line == 4 && renumbering.remaining[0].path.hasSuffix("demo/program.lua"))
  }

  @Test(
    "An application among others is removed from its file with one comma",
    arguments: [["A"], ["B"], ["C"], ["A", "C"], ["B", "C"], ["A", "B"]])
  func examples(_ gone: [String]) throws {
    let manifest = try Manifest(Self.manifest, path: "plugin.yaml")
    let directions = ["A": "1.1", "B": "1.2", "C": "1.3"]
    func file(_ ids: [String]) -> String {
      "[\n"
        + ids.map {
          "  { \"id\": \"\($0)\", \"direction\": \"\(directions[$0]!)\", \"x\": { \"direction\": \"1.1\" }, \"y\": [\"1.2\", \"}\\\"\"] }"
        }.joined(separator: ",\n") + "\n]\n"
    }
    let edit = ExampleEdit(file(["A", "B", "C"]), try DirectionChanges(dropping: gone.map { directions[$0]! }, in: manifest))
    let result = String(decoding: TextEdit.applied(edit.edits, to: Bytes(file(["A", "B", "C"]).utf8)), as: UTF8.self)
    let kept = ["A", "B", "C"].filter { !gone.contains($0) }
    #expect(result.filter { !$0.isWhitespace } == file(kept).filter { !$0.isWhitespace } && edit.removed == Set(gone))
  }

  // MARK: The configuration

  @Test("Keys of the program change in the configuration, and keys that may be another year's are named")
  func configuration() throws {
    let manifest = try Manifest(Self.manifest, path: "plugin.yaml")
    let text = """
      bounds:   # 界限
        1.1/target/1: 2项
        demo: { 1.1/target/1: 2项, 1.2/target/1: 3项, 2.1/target/1: 4项 }
        other: { 1.1/target/1: 2项 }
      weights: { demo: { "1.2/target/1": 5 } }
      notices: ["1.2/notice/1", { demo: [1.1/notice/1] }]
      selection: { demo: { 1.1: { places: 1 } }, 1.2: { places: 2 }, limits: [] }

      """
    let changes = try DirectionChanges(renumbering: ["1.1=1.2", "1.2=1.1"], in: manifest)
    let names = try ConfigurationNames(text, path: "keping.yaml", program: "demo", changes)
    #expect(
      names.text
        == text.replacing("demo: { 1.1/target/1: 2项, 1.2/target/1: 3项", with: "demo: { 1.2/target/1: 2项, 1.1/target/1: 3项")
        .replacing(#"demo: { "1.2/target/1": 5"#, with: #"demo: { "1.1/target/1": 5"#).replacing(
          "demo: [1.1/", with: "demo: [1.2/"
        ).replacing("demo: { 1.1: {", with: "demo: { 1.2: {"))
    #expect(names.changed == 5 && names.open.compactMap(\.line) == [2, 6, 7])
    #expect(names.open.map(\.wording.chinese)[0].contains("“1.1/target/1”没有写明专项：如果指的是 demo，请改为“1.2/target/1”"))
  }
}

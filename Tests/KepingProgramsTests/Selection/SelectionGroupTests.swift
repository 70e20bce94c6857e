import BatchFixtures
import Foundation
import KepingCore
import Testing

@testable import KepingPrograms

@Suite("A group of a selection belongs to one program")
struct SelectionGroupTests {
  /// Returns the program, key, kind and places of each group.
  static func groups(_ programs: Programs) -> [String] {
    programs.selection.scopes.map { "\($0.program) \($0.key) \($0.kind) \($0.settings.places ?? -1)" }
  }

  @Test("Groups are plans, project types and directions")
  func kinds() throws {
    let (programs, faults) = try programs(
      allOn
        + "selection: { jili: { places: 1 }, \"4\": { places: 2 }, 4.1: { places: 3 }, zhuji: {}, zhuji-2024: { \"8\": { places: 4 } } }"
    )
    #expect(faults == [])
    #expect(
      Self.groups(programs) == [
        "jili-2024 jili plan 1", "jili-2024 4 projectType 2", "jili-2024 4.1 direction 3", "zhuji-2024 zhuji plan -1",
        "zhuji-2024 8 projectType 4",
      ])
  }

  @Test(
    "With two years, the group of one program that is on needs no program, and that of two does",
    arguments: [
      ("jili-2024: on, jili-2025: off", "\"4\": { places: 1 }", ["jili-2024 4 projectType 1"], nil),
      ("jili-2024: off, jili-2025: on", "\"4\": { places: 1 }", ["jili-2025 4 projectType 1"], nil),
      ("jili-2024: on, jili-2025: on", "jili-2025: { jili: { places: 1 } }", ["jili-2025 jili plan 1"], nil),
      (
        "jili-2024: on, jili-2025: on", "jili-2025: { \"4\": { places: 1 } }, jili-2024: { \"4\": { places: 2 } }",
        ["jili-2025 4 projectType 1", "jili-2024 4 projectType 2"], nil
      ),
      ("jili-2024: on, jili-2025: on", "\"4\": { places: 1 }", [], "2:14 ambiguous-key"),
      ("jili-2024: on, jili-2025: on", "jili: { places: 1 }", [], "2:14 ambiguous-key"),
      (
        "jili-2024: off, jili-2025: off", "\"4\": { places: 1 }", ["jili-2024 4 projectType 1", "jili-2025 4 projectType 1"], nil
      ),
    ] as [(String, String, [String], String?)])
  func years(_ switches: String, _ groups: String, _ expected: [String], _ place: String?) throws {
    let (programs, faults) = try ProgramKeyTests.plugins().programs(
      "programs: { \(switches) }\nselection: { \(groups) }")
    #expect(faults.map { "\($0.line ?? 0):\($0.column ?? 0) \($0.code)" } == (place.map { [$0] } ?? []))
    #expect(Self.groups(programs) == expected)
  }

  @Test("The message of an ambiguous group shows how to name a program")
  func ambiguous() throws {
    let faults = try ProgramKeyTests.plugins().programs(ProgramKeyTests.bothYears + "selection: { 4.1: {} }").faults
    #expect(
      faults.map(\.wording) == [
        Wording(
          "4.1 在 jili-2024 和 jili-2025 中都有，请写明是哪一个：selection: { jili-2025: { \"4.1\": … } }",
          "'4.1' is in jili-2024 and jili-2025; name one of them: selection: { jili-2025: { \"4.1\": … } }")
      ])
  }

  @Test("The groups of a program that is off are kept, and the fields of its order are not checked")
  func off() throws {
    let (programs, faults) = try programs(
      "programs: { jili-2024: on }\nselection: { \"8\": { places: 1, order: [unheard.of] }, zhuji-2024: { zhuji: { places: 2 } } }"
    )
    #expect(faults == [] && Self.groups(programs) == ["zhuji-2024 8 projectType 1", "zhuji-2024 zhuji plan 2"])
  }

  @Test(
    "A group that no program has, or that stands in the wrong place, is an error with advice",
    arguments: [
      ("\"44\": { places: 1 }", "2:14 unknown-group", "是否应为“4”", "did you mean '4'?"),
      ("jilli: { places: 1 }", "2:14 unknown-group", "是否应为“jili”", "did you mean 'jili'?"),
      (
        "nothing-like-it: { places: 1 }", "2:14 unknown-group", "可以写计划（jianfeng、jili、zhuji）、项目类型（1、2、3…）、方向（1.1、",
        "a plan (jianfeng, jili, zhuji)"
      ),
      ("四: { places: 1 }", "2:14 unknown-group", "方向“四”；可以写计划（", "'四'; write a plan ("),
      ("jili-2O24: { jili: { places: 1 } }", "2:14 unknown-program", "是否应为“jili-2024”", "did you mean 'jili-2024'?"),
      ("jili-2024: { \"8\": { places: 1 } }", "2:27 unknown-group", "没有计划、项目类型或方向“8”", "no plan, project type or direction '8'"),
      (
        "jili-2024: { places: 1 }", "2:27 misplaced-key", "selection: { jili-2024: { \"4\": { places: 12 } } }",
        "{ \"4\": { places: 12 } }"
      ),
      ("jili-2024: {}", "2:14 misplaced-key", "“jili-2024”是专项", "'jili-2024' is a program"),
      ("jili-2024: 12", "2:14 misplaced-key", "“jili-2024”是专项", "'jili-2024' is a program"),
      ("jili-2024:", "2:14 misplaced-key", "“jili-2024”是专项", "'jili-2024' is a program"),
      ("jili-2024: { limits: [] }", "2:27 misplaced-key", "selection: { limits: [ … ] }", "directly under selection"),
      ("jili-2024: { jili: { places: 1 } }, jili: { places: 2 }", "2:50 duplicate-key", "jili 重复", "'jili' is given twice"),
      ("jili: 12", "2:20 wrong-type", "应为映射", "expected a mapping"),
      ("jili:", "2:20 missing-key", "“jili”下面什么也没有写", "nothing stands under 'jili'"),
      ("limit: []", "2:14 unknown-group", "是否应为“limits”", "did you mean 'limits'?"),
      ("\"44\": { place: 1 }, jilli: 3", "2:14 unknown-group", "是否应为“4”", "did you mean '4'?"),
    ])
  func mistakes(_ groups: String, _ place: String, _ chinese: String, _ english: String) throws {
    let faults = try programs(allOn + "selection: { \(groups) }").faults
    let fault = try #require(faults.first)
    #expect(SelectionFaultTests.outline([fault])[0].hasPrefix(place + ": "), "\(SelectionFaultTests.outline(faults))")
    #expect(fault.wording.chinese.contains(chinese), "\(fault.wording.chinese)")
    #expect(fault.wording.english.contains(english), "\(fault.wording.english)")
  }

  @Test("The id of a program that is also the id of its plan is a group, or a program if only groups stand below it")
  func planNamedLikeItsProgram() throws {
    let plugins = try CopiedPlugins(["jili-2024"])
    try plugins.changeManifest("jili-2024") { $0.replacing("{ id: jili,", with: "{ id: jili-2024,") }
    for (groups, expected) in [
      ("jili-2024: { places: 1 }", ["jili-2024 jili-2024 plan 1"]), ("jili-2024: {}", ["jili-2024 jili-2024 plan -1"]),
      (
        "jili-2024: { jili-2024: { places: 2 }, \"4\": { places: 3 } }",
        ["jili-2024 jili-2024 plan 2", "jili-2024 4 projectType 3"]
      ),
    ] {
      let (programs, faults) = try plugins.programs("programs: { jili-2024: on }\nselection: { \(groups) }")
      #expect(faults == [] && Self.groups(programs) == expected)
    }
  }

  @Test("With a program that cannot be loaded or read, the other groups are as before, and its own may be written")
  func broken() throws {
    let plugins = try CopiedPlugins()
    try "this is no Lua".write(
      to: plugins.folder.appendingPathComponent("zhuji-2024/program.lua"), atomically: true, encoding: .utf8)
    let text = allOn + "selection: { \"4\": { places: 1 }, \"8\": { places: 2, order: [unheard.of] }, \"99\": { places: 3 } }"
    var (programs, faults) = try plugins.programs(text)
    #expect(faults.map(\.code) == ["unknown-group"])
    #expect(Self.groups(programs) == ["jili-2024 4 projectType 1", "zhuji-2024 8 projectType 2"])
    try plugins.changeManifest("zhuji-2024") { $0.replacing("projectTypes:", with: "projectTyp:") }
    (programs, faults) = try plugins.programs(text)
    #expect(faults == [] && Self.groups(programs) == ["jili-2024 4 projectType 1"])
  }

  @Test("An order is checked in the program of its group")
  func order() throws {
    let plugins = try ProgramKeyTests.plugins()
    let fields = plugins.folder.appendingPathComponent("jili-2025/fields.lua")
    let text = try String(contentsOf: fields, encoding: .utf8)
    try text.replacing("costSavings = ", with: "patentIncome = money \"专利收入\", costSavings = ")
      .write(to: fields, atomically: true, encoding: .utf8)
    let groups =
      "jili-2025: { jili: { order: [expected.patentIncome] } }, jili-2024: { jili: { order: [expected.patentIncome] } }"
    let faults = try plugins.programs(ProgramKeyTests.bothYears + "selection: { \(groups) }").faults
    #expect(faults.map { "\($0.line ?? 0):\($0.column ?? 0) \($0.code)" } == ["2:100 unknown-field"])
  }
}

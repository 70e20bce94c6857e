import BatchFixtures
import Foundation
import Testing
import WorkbookFixtures

@Suite("The doctor examines the selection")
struct SelectionDoctorTests {
  /// Returns the lines of the doctor about a selection, in English, and its last line.
  static func lines(_ configuration: String) throws -> [String] {
    let file = try TemporaryFile(Array((allOn + configuration).utf8))
    let text = try EvaluateTests.run("LC_ALL=C keping doctor --config \"$FILE\"", ["FILE": file.path.string])
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    guard let start = lines.firstIndex(of: "selection") else { return Array(lines.suffix(2)) }
    return lines[start...].prefix { !$0.isEmpty } + lines.suffix(2)
  }

  @Test("Groups, limits and the confirmation of rulings have a line each, with reminders and warnings")
  func section() throws {
    let lines = try Self.lines(
      """
      selection:
        "4": { places: 2, score: { rules: 40, panel: 60 } }
        4.3: { reserve: 1 }
        limits: [ { text: 每个负责人限1项, per: leader, bound: 1, within: round, ongoing: true } ]
      rulings: { confirm: always }
      """)
    #expect(
      lines == [
        "selection", "  ✓ jili-2024, project type 4 (4.1, 4.2 together): 2 places, score: rules 40%, panel 60%",
        "      → the panel's scores are needed: make their sheets with keping template --for panel and read them with --panel",
        "  ✓ jili-2024, direction 4.3: no places and no budget, score: rules 100%, panel 0%, 1 in reserve",
        "  ! without places, reserve has no effect", "      → add places, or delete reserve",
        "  ✓ selection/limit/1 每个负责人限1项：每个项目负责人在同一年度最多1项（在研和到期未验收的项目计入）；超过的由主管部门认定",
        "      → projects in progress are needed: make their sheet with keping template --for ongoing and read it with --ongoing",
        "  ✓ all rulings need a second person", "0 errors, 1 warning", "",
      ])
  }

  @Test("Without a selection there is no such section")
  func none() throws {
    #expect(try Self.lines("selection: {}\nrulings: {}\n") == ["no problems found", ""])
  }

  @Test("A mistake in the selection is an error with its place, and nothing is evaluated")
  func mistake() throws {
    let file = try TemporaryFile(Array((allOn + "selection:\n  \"4\": { budget: 500 }\n").utf8))
    let text = try EvaluateTests.run(
      "LC_ALL=C keping evaluate Plugins/jili-2024/examples/4.1.json --config \"$FILE\" 2>&1; echo $?", ["FILE": file.path.string])
    #expect(text.contains(":3:18: error: the budget '500' needs a unit") && text.hasSuffix("\n2\n"))
  }
}

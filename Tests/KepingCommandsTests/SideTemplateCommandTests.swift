import BatchFixtures
import Foundation
import KepingBatch
import KepingCore
import KepingSelection
import KepingTables
import Testing

@testable import KepingCommands

@Suite("The sheets beside the applications are written for those that pass", .serialized)
struct SideTemplateCommandTests {
  @Test("The applications that pass stand in the group of their direction, by id")
  func candidates() throws {
    let loaded = try programs(allOn).programs
    let plan = RoundPlan(loaded.catalogue, loaded.selection)
    let batch = Batch(loaded)
    var entries: [Entry] = []
    var passing: [String] = []
    for name in ["jili-2024/examples/5.1.json", "jili-2024/examples/4.1.json"] {
      let path = root.appendingPathComponent("Plugins/\(name)").path
      let isComplete = try batch.enter(try Input(path, programs: loaded), into: plan, report: { _ in }) { entries += $0 }
      #expect(isComplete)
      _ = try Batch(loaded).assess(try Input(path, programs: loaded), report: { _ in }) { assessment throws(Diagnostic) in
        if assessment.verdict == .pass, let id = assessment.id { passing.append("\(assessment.direction ?? "") \(id)") }
      }
    }
    #expect(!passing.isEmpty)
    let groups = Template.PanelGroup.candidates(entries, plan)
    #expect(groups.flatMap { group in group.candidates.map { "\(group.key) \($0.id)" } } == passing.sorted())
  }

  @Test("Each sheet is written, and one that is there is not replaced")
  func written() throws {
    let lines = try BrokenManifestTests.run(
      "keping programs disable zhuji-2024; for sheet in rulings ongoing; do keping template --for $sheet -o $sheet.xlsx; echo $?; done; "
        + "for sheet in panel grants; do keping template --for $sheet Plugins/jili-2024/examples/4.1.json -o $sheet.xlsx; echo $?; done; "
        + "ls *.xlsx; keping template --for rulings -o rulings.xlsx > /dev/null 2>&1; echo $?")
    #expect(
      Array(lines.dropFirst()) == ["0", "0", "0", "0", "grants.xlsx", "ongoing.xlsx", "panel.xlsx", "rulings.xlsx", "2"],
      "\(lines)")
  }

  @Test("Without an application that passes nothing is written, and a file that cannot be read is told")
  func nothing() throws {
    let lines = try BrokenManifestTests.run(
      "keping programs disable zhuji-2024; echo '{}' > none.json; keping template --for panel none.json absent.json -o panel.xlsx; echo $?; ls *.xlsx"
    )
    #expect(lines.contains { $0.hasPrefix("absent.json: error:") }, "\(lines)")
    #expect(lines.contains { $0.hasSuffix("[no-candidates]") } && lines.contains("2"), "\(lines)")
    #expect(!lines.contains("panel.xlsx"))
  }

  @Test(
    "A wrong combination of arguments is refused",
    arguments: [
      "--for panel -o a.xlsx", "--for grants -o a.xlsx", "--for rulings a.xlsx -o b.xlsx", "--for ongoing a.xlsx -o b.xlsx",
      "--for panel a.xlsx --plan jili -o b.xlsx", "--for panel a.xlsx --year 2024 -o b.xlsx",
      "--for grants a.xlsx --experts 张三 -o b.xlsx",
      "--for panel a.xlsx --experts 张三、张三 -o b.xlsx", "--for panel a.xlsx --experts ， -o b.xlsx", "4.1 --experts 张三 -o b.xlsx",
      "4.1 --encoding utf-8 -o b.xlsx", "4.1 --rulings a.xlsx -o b.xlsx", "--for ongoing --corrections a.xlsx -o b.xlsx",
      "--for panel a.xlsx", "--for panel a.xlsx -o a.csv", "--for other a.xlsx -o b.xlsx",
    ])
  func refused(_ arguments: String) {
    let words = ["template"] + arguments.split(separator: " ").map(String.init)
    let error = #expect(throws: (any Error).self) { try Keping.parseAsRoot(words) }
    #expect(error.map { Keping.exitCode(for: $0).rawValue } == 64)
  }
}

import BatchFixtures
import KepingCore
import KepingPlugins
import SystemPackage
import Testing

@testable import KepingPrograms

@Suite("Any text in a selection is accepted or reported")
struct SelectionMutationTests {
  private static let section = """
    selection:
      "4": { places: 12, budget: 500万元, score: { rules: 40, panel: 60 }, order: [score, -budget.requested, applicant.rdExpense.2023] }
      4.1: { panel: { least: 5, trim: 1, trim-from: 5, spread: 20.5, items: { a: { title: 甲, max: 30 }, b: { title: 乙, max: 70 } } } }
      jili-2024: { jili: { floor: 60.5, at-least: 3, reserve: 3, when-full: skip, tie-at-cut: none } }
      limits: [ { text: 每个负责人限1项, per: leader, bound: 1项, within: round, ongoing: overdue, over: best } ]
    rulings: { confirm: pass }

    """
  /// What replaces a part of the text.
  private static let parts: [String] = [
    "", " ", "0", "-", "--", "1e400", "1e-99999", "null", "~", "[]", "{}", "[", "\"", "：", ", ", "\u{202E}", "\0", "\n",
    "99999999999999999999",
    "０", "limits", "4", "&a ", "*a", "é", "NaN", "0x1p99", "💧",
  ]

  @Test("Mutated sections end in settings or in errors of one plain line, and never in a trap")
  func mutations() throws {
    let folder = try PluginFolder(FilePath(root.appendingPathComponent("Plugins").path))
    var state: UInt64 = 20_240_501
    func next(below bound: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int((state >> 33) % UInt64(bound))
    }
    var accepted = 0
    for _ in 0..<400 {
      var text = Array(Self.section.unicodeScalars)
      for _ in 0...next(below: 2) {
        let start = next(below: text.count)
        let end = min(text.count, start + next(below: 6))
        text.replaceSubrange(start..<end, with: Self.parts[next(below: Self.parts.count)].unicodeScalars)
      }
      var view = String.UnicodeScalarView()
      view.append(contentsOf: text)
      var faults: [Diagnostic] = []
      let configuration = Configuration(String(view), path: "keping.yaml", faults: &faults)
      let programs = Programs(folder, configuration)
      faults += programs.configurationFaults
      if faults.isEmpty {
        accepted += 1
        _ = programs.provenance(version: "1")
      }
      for fault in faults {
        #expect(!fault.code.isEmpty && fault.line != nil && !fault.text(.chinese).contains { $0.isNewline || $0 == "\u{202E}" })
        #expect(!fault.text(.english).contains { $0.isNewline || $0 == "\u{202E}" })
      }
    }
    #expect((1..<400).contains(accepted))
  }
}

import BatchFixtures
import KepingCore
import Testing

@testable import KepingPrograms

@Suite("Each setting of a selection is read exactly, or is an error with its position and advice")
struct SelectionSettingTests {
  /// Returns the settings of project type 4 that the configuration gives.
  static func settings(_ text: String) throws -> (settings: GroupSettings?, faults: [Diagnostic]) {
    let (programs, faults) = try programs(allOn + "selection: { \"4\": { \(text) } }")
    return (programs.selection.scopes.first?.settings, faults)
  }

  @Test("A group without settings has the defaults")
  func defaults() throws {
    let (settings, faults) = try Self.settings("")
    #expect(faults == [] && settings == GroupSettings())
    let none = try programs(allOn).programs
    #expect(none.selection == SelectionSettings() && none.rulingConfirmation == .never)
  }

  @Test("All settings of a group are read")
  func allSettings() throws {
    let (settings, faults) = try Self.settings(
      """
      places: 12, budget: 500万元, score: { rules: 40, panel: 60 }, order: [score, -budget.requested, applicant.highTech, panel, -rules],
        panel: { least: 5, trim: 1, trim-from: 5, decimals: 3, spread: 20.5, items: {
          value: { title: 应用价值, max: 69.5 }, innovation: { title: 创新性, max: 30.5 } } },
        floor: 60.125, at-least: 3, reserve: 4, when-full: skip, tie-at-cut: none
      """)
    var expected = GroupSettings()
    expected.places = 12
    expected.budget = ExactDecimal(5_000_000)
    expected.rulesWeight = ExactDecimal(40)
    expected.panelWeight = ExactDecimal(60)
    expected.order = [
      OrderKey(.score), OrderKey(.field("budget.requested"), isReversed: true), OrderKey(.field("applicant.highTech")),
      OrderKey(.panel), OrderKey(.rules, isReversed: true),
    ]
    expected.panel.least = 5
    expected.panel.trim = 1
    expected.panel.trimFrom = 5
    expected.panel.decimals = 3
    expected.panel.spread = 2050
    expected.panel.items = [
      PanelSettings.Item(id: "value", title: "应用价值", maximum: 6950),
      PanelSettings.Item(id: "innovation", title: "创新性", maximum: 3050),
    ]
    expected.floor = ExactDecimal(60125, exponent: -3)
    expected.atLeast = 3
    expected.reserve = 4
    expected.whenFull = .skip
    expected.tieAtCut = .none
    #expect(faults == [] && settings == expected)
  }

  @Test(
    "A budget is an exact amount",
    arguments: [
      ("0万元", "0"), ("0元", "0"), ("0.1万元", "1000"), ("123456.78元", "123456.78"), ("1.2345亿元", "123450000"),
      ("0.000001万元", "0.01"), ("4503599627370495.5元", "4503599627370495.5"),
    ])
  func budgets(_ text: String, _ yuan: String) throws {
    let (settings, faults) = try Self.settings("budget: \(text)")
    #expect(faults == [] && settings?.budget?.text == yuan)
  }

  @Test(
    "Weights and floors are exact decimals",
    arguments: [
      ("score: { rules: 33.3, panel: 66.7 }", "33.3 66.7 -"), ("score: { panel: 100 }", "0 100 -"),
      ("score: { rules: 100, panel: 0 }", "100 0 -"), ("score: { rules: 0.1, panel: 99.9 }", "0.1 99.9 -"),
      ("floor: 0", "100 0 0"), ("floor: 100", "100 0 100"), ("floor: 59.995", "100 0 59.995"),
      ("floor: 59.123456789012", "100 0 59.123456789012"),
    ])
  func decimals(_ text: String, _ expected: String) throws {
    let (settings, faults) = try Self.settings(text)
    let values = settings.map { "\($0.rulesWeight.text) \($0.panelWeight.text) \($0.floor?.text ?? "-")" }
    #expect(faults == [] && values == expected)
  }

  @Test(
    "A value at the end of its range is accepted",
    arguments: [
      "places: 0", "places: 1000000000", "reserve: 0", "at-least: 0", "panel: { least: 1 }", "panel: { decimals: 0 }",
      "panel: { decimals: 6 }", "panel: { trim: 0, trim-from: 1 }", "panel: { trim: 2, trim-from: 5 }", "panel: { spread: 0 }",
      "panel: { spread: 100 }", "panel: { spread: 0.01 }", "panel: { items: { all: { title: 总评, max: 100 } } }",
      "panel: { items: { a: { title: 甲, max: 99.99 }, b: { title: 乙, max: 0.01 } } }", "order: [score, score]",
      "order: [\"score\"]",
      "order: [applicant.rdExpense.2023, -leader.birthYear, expected.ip.invention.granted, applicant.industryLeader]",
    ])
  func ends(_ text: String) throws {
    let (settings, faults) = try Self.settings(text)
    #expect(faults == [] && settings != nil)
  }
}

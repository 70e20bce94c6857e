import BatchFixtures
import KepingCore
import Testing

@testable import KepingPrograms

@Suite("The bureau's limits and the confirmation of rulings are read from the configuration")
struct BureauLimitTests {
  @Test("Limits are clauses by their place, with the terms that they state")
  func limits() throws {
    let (programs, faults) = try programs(
      """
      selection:
        limits:
          - { text: 每个负责人限1项, per: leader, bound: 1, within: round, ongoing: true, over: ask }
          - { text: 每个单位限2项, per: unit, bound: 2项, within: plan }
          - { text: 到期未验收的不得申报, per: applicant, bound: 1个, within: direction, ongoing: overdue, over: all }
          - { text: 不计在研, per: unit, bound: 0, within: projectType, ongoing: false, over: earliest }
      """)
    #expect(faults == [])
    #expect(
      programs.selection.limits == [
        BureauLimit(clause: "selection/limit/1", text: "每个负责人限1项", per: .leader, bound: 1, within: .round, ongoing: .all),
        BureauLimit(clause: "selection/limit/2", text: "每个单位限2项", per: .unit, bound: 2, within: .plan),
        BureauLimit(
          clause: "selection/limit/3", text: "到期未验收的不得申报", per: .applicant, bound: 1, within: .direction, over: .all,
          ongoing: .overdue),
        BureauLimit(
          clause: "selection/limit/4", text: "不计在研", per: .unit, bound: 0, within: .projectType, over: .earliest),
      ])
  }

  @Test(
    "A wrong limit is an error with advice",
    arguments: [
      ("text: 甲, per: leader, bound: 1", "1:24 missing-key", "缺少“within”"),
      ("per: leader, bound: 1, within: round", "1:24 missing-key", "缺少“text”"),
      ("text: 甲, bound: 1, within: round", "1:24 missing-key", "缺少“per”"),
      ("text: 甲, per: leader, within: round", "1:24 missing-key", "缺少“bound”"),
      ("text: 甲, per: leader, bound: -1, within: round", "1:55 out-of-range", "超出范围（0至9999）"),
      ("text: 甲, per: leader, bound: 10000, within: round", "1:55 out-of-range", "超出范围（0至9999）"),
      ("text: 甲, per: leader, bound: 10000项, within: round", "1:55 invalid-bound", "如 1 或 1项"),
      ("text: 甲, per: leader, bound: 一项, within: round", "1:55 invalid-bound", "如 1 或 1项"),
      ("text: 甲, per: leader, bound: 1.5, within: round", "1:55 invalid-bound", "如 1 或 1项"),
      ("text: 甲, per: leader, bound: \"1\", within: round", "1:55 invalid-bound", "如 1 或 1项"),
      ("text: 甲, per: leader, bound: 1万元, within: round", "1:55 invalid-bound", "如 1 或 1项"),
      ("text: 甲, per: leaders, bound: 1, within: round", "1:40 unknown-value", "是否应为“leader”"),
      ("text: 甲, per: leader, bound: 1, within: rounds", "1:66 unknown-value", "是否应为“round”"),
      ("text: 甲, per: leader, bound: 1, within: round, over: worst", "1:79 unknown-value", "可以是 ask、all、best、earliest"),
      ("text: 甲, per: leader, bound: 1, within: round, ongoing: running", "1:82 unknown-value", "可以是 true、false、overdue"),
      ("text: 甲, per: leader, bound: 1, within: round, extra: 1", "1:73 unknown-key", "未知的键“extra”"),
      ("text: \"\", per: leader, bound: 1, within: round", "1:32 invalid-text", "不能是空白"),
    ])
  func mistakes(_ text: String, _ place: String, _ advice: String) throws {
    let faults = try programs("selection: { limits: [ { \(text) } ] }").faults
    let fault = try #require(faults.first)
    #expect(faults.count == 1 && SelectionFaultTests.outline([fault])[0].hasPrefix(place + ": "), "\(faults)")
    #expect(fault.wording.chinese.contains(advice), "\(fault.wording.chinese)")
  }

  @Test("There may be 200 limits, not 201", arguments: [(200, 0), (201, 1)])
  func count(_ number: Int, _ expected: Int) throws {
    let limit = "{ text: 甲, per: leader, bound: 1, within: round }"
    let list = Array(repeating: limit, count: number).joined(separator: ", ")
    let (programs, faults) = try programs("selection: { limits: [ \(list) ] }")
    #expect(faults.map(\.code) == Array(repeating: "too-complex", count: expected))
    #expect(programs.selection.limits.count == (expected == 0 ? number : 0))
  }

  @Test(
    "Rulings are confirmed as the configuration says",
    arguments: [
      ("", .never, nil), ("rulings: {}", .never, nil), ("rulings: { confirm: pass }", .pass, nil),
      ("rulings: { confirm: always }", .always, nil), ("rulings: { confirm: never }", .never, nil),
      ("rulings: { confirm: yes }", .never, "1:21 unknown-value"), ("rulings: { confirmed: pass }", .never, "1:12 unknown-key"),
      ("rulings: pass", .never, "1:10 wrong-type"), ("rulings: { confirm: [pass] }", .never, "1:21 wrong-type"),
    ] as [(String, RulingConfirmation, String?)])
  func confirmation(_ text: String, _ expected: RulingConfirmation, _ place: String?) throws {
    let (programs, faults) = try programs(text)
    #expect(programs.rulingConfirmation == expected)
    #expect(faults.map { "\($0.line ?? 0):\($0.column ?? 0) \($0.code)" } == (place.map { [$0] } ?? []))
  }
}

import BatchFixtures
import KepingCore
import Testing

@testable import KepingPrograms

@Suite("Mistakes in a selection are errors with advice in both languages")
struct SelectionFaultTests {
  /// Returns the position, the code and the message of each error.
  static func outline(_ faults: [Diagnostic], _ language: Language = .english) -> [String] {
    faults.map { "\($0.line ?? 0):\($0.column ?? 0) \($0.code): \($0.wording.text(language))" }
  }

  @Test(
    "A wrong setting is an error at its value",
    arguments: [
      ("places: -1", "2:29 out-of-range", "超出范围（0至1000000000）", "out of range (0 to 1000000000)"),
      ("places: 1000000001", "2:29 out-of-range", "超出范围", "out of range"),
      ("places: 12项", "2:29 wrong-type", "只写数字，不写单位", "write digits only, without a unit"),
      ("places: 1.5", "2:29 wrong-type", "应为整数", "expected a whole number"),
      ("places: \"12\"", "2:29 wrong-type", "数不要加引号", "write the number without quotes"),
      ("places: １２", "2:29 wrong-type", "请改用半角数字", "write plain digits"),
      ("places: [1]", "2:29 wrong-type", "而不是列表", "found a list"), ("places:", "2:29 wrong-type", "应为整数，而不是空值", "found nothing"),
      ("place: 12", "2:21 unknown-key", "是否应为“places”", "did you mean 'places'?"),
      ("quota: 12", "2:21 unknown-key", "可以写的有：places、budget", "the settings are places, budget"),
      ("limits: []", "2:21 misplaced-key", "直接写在 selection 下面", "directly under selection"),
      ("budget: 500", "2:29 invalid-bound", "经费“500”要写单位，不然不知道是元还是万元：如 500万元", "write 500万元"),
      ("budget: 0", "2:29 invalid-bound", "要写单位", "needs a unit"),
      ("budget: 五百万元", "2:29 invalid-bound", "如 500万元", "such as 500万元"),
      ("budget: -5万元", "2:29 invalid-bound", "如 500万元", "such as 500万元"),
      ("budget: 5千元", "2:29 invalid-bound", "如 500万元", "such as 500万元"),
      ("budget: 500项", "2:29 wrong-unit", "不是金额", "no amount of money"),
      ("budget: 500%", "2:29 wrong-unit", "不是金额", "no amount of money"),
      ("budget: 100000000亿元", "2:29 invalid-bound", "如 500万元", "such as 500万元"),
      ("floor: -0.01", "2:28 out-of-range", "超出范围（0至100）", "out of range (0 to 100)"),
      ("floor: 100.01", "2:28 out-of-range", "超出范围（0至100）", "out of range (0 to 100)"),
      ("floor: 100.00000000000000000001", "2:28 out-of-range", "超出范围（0至100）", "out of range (0 to 100)"),
      ("floor: 59.1234567890123", "2:28 out-of-range", "最多12位", "at most 12"),
      ("floor: 60分", "2:28 wrong-type", "只写数字，不写单位", "write digits only"),
      ("floor: 0x10", "2:28 wrong-type", "应写作 60 或 60.5", "such as 60 or 60.5"),
      ("floor: .5", "2:28 wrong-type", "应写作 60 或 60.5", "such as 60 or 60.5"),
      ("floor: nan", "2:28 wrong-type", "应为数字", "expected a number"),
      ("at-least: -1", "2:31 out-of-range", "超出范围", "out of range"), ("reserve: -1", "2:30 out-of-range", "超出范围", "out of range"),
      ("when-full: Stop", "2:32 unknown-value", "可以是 stop、skip；是否应为“stop”？", "use stop, skip; did you mean 'stop'?"),
      ("tie-at-cut: skip", "2:33 unknown-value", "可以是 stop、all、none", "use stop, all, none"),
      ("score: { rules: 40, panel: 59 }", "2:28 wrong-sum", "rules 40 和 panel 59 合计是99，应是100", "are 99 together and must be 100"),
      ("score: { rules: 40, panel: 60.01 }", "2:28 wrong-sum", "合计是100.01", "are 100.01 together"),
      ("score: { panel: 60 }", "2:28 wrong-sum", "没有写的按0", "one that is not given is 0"),
      ("score: {}", "2:28 wrong-sum", "合计是0", "are 0 together"), ("score: 60", "2:28 wrong-type", "应为映射", "expected a mapping"),
      ("score: { rules: 40%, panel: 60% }", "2:37 wrong-type", "不写单位", "without a unit"),
      ("score: { rules: 120, panel: -20 }", "2:37 out-of-range", "超出范围", "out of range"),
      ("score: { rule: 40, panel: 60 }", "2:30 unknown-key", "是否应为“rules”", "did you mean 'rules'?"),
      ("order: []", "2:28 missing-key", "至少要有一项", "at least one key"),
      ("order: score", "2:28 wrong-type", "应为列表", "expected a list"),
      ("order: [scores]", "2:29 unknown-field", "是否应为“score”", "did you mean 'score'?"),
      ("order: [-]", "2:29 unknown-field", "可以写 score、panel、rules", "write score, panel, rules"),
      ("order: [--score]", "2:29 unknown-field", "可以写 score", "write score"),
      ("order: [budget.request]", "2:29 unknown-field", "是否应为“budget.requested”", "did you mean 'budget.requested'?"),
      ("order: [申请财政经费]", "2:29 unknown-field", "要写作 budget.requested", "write budget.requested"),
      ("order: [applicant.name]", "2:29 wrong-type", "“applicant.name”（申报单位名称）是文本字段，不能用来排序", "of type text"),
      ("order: [submittedAt]", "2:29 wrong-type", "是时间字段", "of type time"),
      ("order: [partners]", "2:29 wrong-type", "是清单字段", "of type objects"),
      ("order: [budget]", "2:29 wrong-type", "不能用来排序", "cannot order"),
      ("order: [applicant.rdExpense]", "2:29 wrong-type", "如 applicant.rdExpense.2023", "such as applicant.rdExpense.2023"),
      ("order: [applicant.rdExpense.23]", "2:29 unknown-field", "是否应为“applicant.rdExpense.2023”", "'applicant.rdExpense.2023'?"),
      ("order: [budget.items.amount]", "2:29 unknown-field", "可以写 score", "write score"),
    ])
  func settings(_ text: String, _ place: String, _ chinese: String, _ english: String) throws {
    let faults = try SelectionSettingTests.settings(text).faults
    let fault = try #require(faults.first)
    #expect(faults.count == 1)
    #expect(Self.outline([fault])[0].hasPrefix(place + ": "), "\(Self.outline([fault]))")
    #expect(fault.wording.chinese.contains(chinese), "\(fault.wording.chinese)")
    #expect(fault.wording.english.contains(english), "\(fault.wording.english)")
  }

  @Test(
    "A wrong setting of the panel is an error at its value",
    arguments: [
      ("least: 0", "2:37 out-of-range", "超出范围（1至10000）", "(1 to 10000)"),
      ("decimals: 7", "2:40 out-of-range", "超出范围（0至6）", "(0 to 6)"),
      ("decimals: -1", "2:40 out-of-range", "超出范围（0至6）", "(0 to 6)"),
      ("spread: 100.01", "2:38 out-of-range", "超出范围", "out of range"),
      ("spread: 20.005", "2:38 out-of-range", "最多2位", "at most 2"),
      ("trim: 1", "2:36 missing-key", "还要写 trim-from，如 trim-from: 3", "such as trim-from: 3"),
      ("trim: 0", "2:36 missing-key", "还要写 trim-from，如 trim-from: 1", "such as trim-from: 1"),
      ("trim-from: 5", "2:41 missing-key", "还要写 trim，如 trim: 1", "such as trim: 1"),
      ("trim: 2, trim-from: 4", "2:36 out-of-range", "把 trim-from 改为5以上", "write trim-from: 5 or more"),
      ("trim: 0, trim-from: 0", "2:50 out-of-range", "超出范围（1至10000）", "(1 to 10000)"),
      ("trim: -1, trim-from: 5", "2:36 out-of-range", "超出范围", "out of range"),
      ("trimFrom: 5", "2:30 unknown-key", "是否应为“trim-from”", "did you mean 'trim-from'?"),
      ("items: {}", "2:37 wrong-sum", "合计是0", "are 0 together"),
      ("items: { a: { title: 甲, max: 99.99 } }", "2:37 wrong-sum", "合计是99.99", "are 99.99 together"),
      ("items: { a: { title: 甲, max: 60 }, b: { title: 乙, max: 41 } }", "2:37 wrong-sum", "合计是101", "are 101 together"),
      ("items: { a: { title: 甲, max: 99.999 } }", "2:59 out-of-range", "最多2位", "at most 2"),
      ("items: { a: { title: 甲, max: 0 } }", "2:59 out-of-range", "应大于0", "must be above 0"),
      ("items: { a: { title: 甲 } }", "2:42 missing-key", "缺少“max”", "'max' is missing"),
      ("items: { a: { max: 100 } }", "2:42 missing-key", "缺少“title”", "'title' is missing"),
      ("items: { a: 100 }", "2:42 wrong-type", "应为映射", "expected a mapping"),
      ("items: { a: { title: \" \", max: 100 } }", "2:51 invalid-text", "不能是空白", "must not be blank"),
      ("items: { a: { title: 评分, max: 100 } }", "2:51 duplicate-key", "与专家评分表的另一列“评分”同名", "another column ('评分')"),
      ("items: { a: { title: 专家 单位, max: 100 } }", "2:51 duplicate-key", "另一列“专家单位”", "('专家单位')"),
      ("items: { Expert: { title: 甲, max: 100 } }", "2:39 duplicate-key", "另一列“expert”", "('expert')"),
      ("items: { a: { title: 甲, max: 50 }, b: { title: 甲, max: 50 } }", "2:77 duplicate-key", "另一列“甲”", "('甲')"),
      ("items: { a: { title: b, max: 50 }, b: { title: 乙, max: 50 } }", "2:65 duplicate-key", "另一列“b”", "('b')"),
    ])
  func panel(_ text: String, _ place: String, _ chinese: String, _ english: String) throws {
    try settings("panel: { \(text) }", place, chinese, english)
  }

  @Test("All errors of a section are reported")
  func all() throws {
    let faults = try programs(
      allOn + """
        selection:
          jili: { places: x, budget: 5, score: { rules: 1 }, order: [nothing, title], panel: { least: 0, decimals: 9 } }
          limits: [ { text: 甲 }, { text: 乙, per: x, bound: 1, within: round } ]
        rulings: { confirm: sometimes }
        """
    ).faults
    #expect(
      faults.map { "\($0.line ?? 0) \($0.code)" }.sorted() == [
        "3 invalid-bound", "3 out-of-range", "3 out-of-range", "3 unknown-field", "3 wrong-sum", "3 wrong-type", "3 wrong-type",
        "4 missing-key", "4 unknown-value", "5 unknown-value",
      ])
  }
}

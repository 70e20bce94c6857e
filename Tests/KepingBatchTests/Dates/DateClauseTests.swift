import KepingCore
import Testing

@Suite("Clauses compare days")
struct DateClauseTests {
  static let born = "'1973年1月1日', leader.birthDate"

  /// Returns the members of an application whose leader was born on a day.
  static func leader(_ day: String?) -> String { day.map { ",\"leader\":{\"birthDate\":\"\($0)\"}" } ?? "" }

  @Test(
    "Each comparison decides by the day, and an absent day is unknown",
    arguments: [
      ("on_or_after", "1972-12-31", Outcome.unmet, "早于"), ("on_or_after", "1973-01-01", .met, "不早于"),
      ("on_or_after", "1973-01-02", .met, "不早于"), ("on_or_before", "1972-12-31", .met, "不晚于"),
      ("on_or_before", "1973-01-01", .met, "不晚于"), ("on_or_before", "1973-01-02", .unmet, "晚于"),
      ("before", "1972-12-31", .met, "早于"), ("before", "1973-01-01", .unmet, "不早于"), ("before", "1973-01-02", .unmet, "不早于"),
      ("after", "1972-12-31", .unmet, "不晚于"), ("after", "1973-01-01", .unmet, "不晚于"), ("after", "1973-01-02", .met, "晚于"),
    ])
  func bound(_ word: String, _ day: String, _ outcome: Outcome, _ phrase: String) throws {
    let comparison = ["on_or_after": ">=", "on_or_before": "<=", "before": "<", "after": ">"][word]!
    for bound in ["1973年1月1日", "1973-01-01"] {
      let plugin = try DatePlugin("\(Self.born):\(word) '\(bound)'")
      let result = try plugin.assess(Self.leader(day))
      #expect(result.isSame)
      let finding = try #require(result.assessment.findings.first)
      #expect(finding.outcome == outcome)
      let date = try #require(CalendarDate(rfc3339: day.utf8)).chinese
      #expect(finding.message == "项目负责人出生于\(date)，\(phrase)1973年1月1日")
      #expect(
        finding.evidence == [
          Evidence(field: "leader.birthDate", value: .text(day), required: .text("\(comparison) 1973-01-01"))
        ])
      let absent = try #require(try plugin.assess("").assessment.findings.first)
      #expect(absent.outcome == .unknown && absent.message == "未填写项目负责人出生日期，请补充")
      #expect(
        absent.evidence == [Evidence(field: "leader.birthDate", value: .null, required: .text("\(comparison) 1973-01-01"))])
    }
  }

  @Test("The line of a result has the same message and evidence")
  func line() throws {
    let plugin = try DatePlugin("\(Self.born):on_or_after '1973年1月1日'")
    let line = try plugin.line(Self.leader("1972-12-31"))
    #expect(line.contains("\"message\":\"项目负责人出生于1972年12月31日，早于1973年1月1日\""))
    #expect(line.contains(#""evidence":[{"field":"leader.birthDate","value":"1972-12-31","required":">= 1973-01-01"}]"#))
    let between = try DatePlugin("'在前', applicant.registeredOn:before(submittedAt)")
    let times =
      #","submittedAt":"2024-03-01T16:00:00Z","applicant":{"name":"甲（虚构）","kind":"enterprise","registeredOn":"2024-03-02"}"#
    let record = try between.line(times.replacing(#""applicant":{"#, with: #""x":{"#))
    #expect(record.contains("未填写注册日期，请补充"))
  }

  @Test(
    "A label that does not end in 日期 or 时间 is followed by 为",
    arguments: [
      ("soldOn", "首次销售于2024年3月1日，不早于2024年3月1日"), ("audit.day", "审计基准日为2024年3月1日，不早于2024年3月1日"),
      ("submittedAt", "提交于2024年3月1日，不早于2024年3月1日"), ("period.start", "项目开始于2024年3月1日，不早于2024年3月1日"),
    ])
  func labels(_ field: String, _ message: String) throws {
    let plugin = try DatePlugin("'2024年3月1日', \(field):on_or_after '2024年3月1日'")
    let members =
      #","soldOn":"2024-03-01","audit":{"day":"2024-03-01"},"submittedAt":"2024-03-01T15:59:59Z","period":{"start":"2024-03-01"}"#
    #expect(try plugin.assess(members).assessment.findings.first?.message == message)
  }

  @Test(
    "Two fields are compared, of which a time counts by its day in Beijing",
    arguments: [
      ("2024-03-01T15:59:59Z", "2024-03-01", Outcome.unmet), ("2024-03-01T16:00:00Z", "2024-03-01", .met),
      ("2024-03-02T00:00:00+08:00", "2024-03-02", .unmet), ("2024-03-02T00:00:00+08:00", "2024-03-01", .met),
    ])
  func fields(_ submitted: String, _ sold: String, _ outcome: Outcome) throws {
    let members = ",\"submittedAt\":\"\(submitted)\",\"soldOn\":\"\(sold)\""
    for clause in ["'在前', soldOn:before(submittedAt)", "'在后', submittedAt:after(soldOn)"] {
      let result = try DatePlugin(clause).assess(members)
      #expect(result.isSame)
      #expect(result.assessment.findings.first?.outcome == outcome)
    }
    let finding = try #require(try DatePlugin("'在前', soldOn:before(submittedAt)").assess(members).assessment.findings.first)
    let number = try #require(Timestamp(rfc3339: submitted.utf8)).beijingDay
    let (day, chinese) = (CalendarDate(dayNumber: number).iso, CalendarDate(dayNumber: number).chinese)
    let from = try #require(CalendarDate(rfc3339: sold.utf8)).chinese
    #expect(finding.message == "首次销售于\(from)，\(outcome == .met ? "早于" : "不早于")提交时间\(chinese)")
    #expect(
      finding.evidence == [
        Evidence(field: "soldOn", value: .text(sold), required: .text("< \(day)")),
        Evidence(field: "submittedAt", value: .text(submitted), required: nil),
      ])
  }

  @Test(
    "The message asks for what is absent of two fields",
    arguments: [
      ("", "未填写首次销售日期，请补充；未填写提交时间，请补充"), (",\"soldOn\":\"2024-03-01\"", "未填写提交时间，请补充"),
      (",\"submittedAt\":\"2024-03-01T00:00:00Z\"", "未填写首次销售日期，请补充"),
    ])
  func absent(_ members: String, _ message: String) throws {
    let result = try DatePlugin("'在前', soldOn:before(submittedAt)").assess(members)
    #expect(result.isSame)
    #expect(result.assessment.findings.map(\.message) == [message])
    #expect(result.assessment.findings.map(\.outcome) == [.unknown])
    #expect(result.assessment.findings[0].evidence.map(\.field) == ["soldOn", "submittedAt"])
  }

  @Test(
    "The elements of a list are filtered by their dates",
    arguments: [
      ("on_or_after", "2019-12-31", Outcome.unmet), ("on_or_after", "2020-01-01", .met), ("on_or_before", "2020-01-01", .met),
      ("on_or_before", "2020-01-02", .unmet), ("before", "2019-12-31", .met), ("before", "2020-01-01", .unmet),
      ("after", "2020-01-01", .unmet), ("after", "2020-01-02", .met),
    ])
  func filters(_ word: String, _ day: String, _ outcome: Outcome) throws {
    let plugin = try DatePlugin("'2020年1月1日', devices:any('新设备', { boughtOn = \(word) '2020年1月1日' })")
    let result = try plugin.assess(",\"devices\":[{\"name\":\"甲\",\"boughtOn\":\"\(day)\"}]")
    #expect(result.isSame)
    #expect(result.assessment.findings.map(\.outcome) == [outcome])
    #expect(result.assessment.findings.map(\.message) == [outcome == .met ? "有新设备：甲" : "没有新设备"])
    let open = try plugin.assess(",\"devices\":[{\"name\":\"甲\"}]").assessment.findings
    #expect(open.map(\.message) == ["设备第1项未填写购置日期，无法判断是否有新设备，请补充"])
    #expect(
      try plugin.assess(",\"devices\":[{\"boughtOn\":\"2020\"}]").assessment.problems.map(\.field) == ["devices[0].boughtOn"])
  }
}

import KepingCore

extension WordEntry {
  /// Returns the entry of a word that compares dates or makes a span of them; nil for other words.
  static func date(_ word: Word) -> WordEntry? {
    switch word {
    case .isOnOrAfter:
      comparison(
        "on_or_after", "不早于：当天也符合。", example: "condition { \"1973年1月1日以后出生\", leader.birthDate:on_or_after \"1973年1月1日\" }")
    case .isOnOrBefore:
      comparison(
        "on_or_before", "不晚于：当天也符合。时间字段按北京时间的日期比较。",
        example: "condition { \"2025年12月31日前完成\", period[\"end\"]:on_or_before \"2025年12月31日\" }")
    case .isBefore:
      comparison("before", "早于：当天不符合。", example: "condition { \"注册在申报之前\", applicant.registeredOn:before(submittedAt) }")
    case .isAfter:
      comparison(
        "after", "晚于：当天不符合。", example: "condition { \"2024年6月30日后开始\", period.start:after \"2024年6月30日\" }")
    case .filterOnOrAfter: filter("on_or_after", "不早于这一天，用在 any 的筛选中。")
    case .filterOnOrBefore: filter("on_or_before", "不晚于这一天，用在 any 的筛选中。")
    case .filterBefore: filter("before", "早于这一天，用在 any 的筛选中。")
    case .filterAfter: filter("after", "晚于这一天，用在 any 的筛选中。")
    case .yearsBetween:
      span(
        "years_between", ends,
        "两个日期之间满几年。界限写作几年或几个月，按日期比较：满1年，就是到了下一年的同一天。止期早于起期，就是信息不足。",
        example: "condition { \"注册满1年\", years_between(applicant.registeredOn, submittedAt):at_least \"1年\" }")
    case .monthsBetween:
      span(
        "months_between", ends,
        "两个日期之间满几个月，界限同 years_between。",
        example: "condition { \"实施期不超过24个月\", months_between(period.start, period[\"end\"]):at_most \"24个月\" }")
    case .ageAt:
      span(
        "age_at", [Parameter("birth", .dateOrField, "出生日期"), Parameter("on", .dateOrField, "到哪一天止")],
        "到某一天满几周岁：同 years_between，评审意见按年龄写。",
        example: "condition { \"截至2024年1月1日不超过40周岁\", age_at(leader.birthDate, \"2024年1月1日\"):at_most \"40周岁\" }")
    default: nil
    }
  }

  private static let ends = [Parameter("from", .dateOrField, "从哪一天起"), Parameter("to", .dateOrField, "到哪一天止")]
  private static let dates: [Receiver] = [.field(.date), .field(.time)]
  private static let reason = Parameter("reason", .reason, isOptional: true, "日期不在原文里时，写明理由")

  /// Returns the entry of a comparison of a field with a day.
  private static func comparison(_ name: String, _ summary: String, example: String) -> WordEntry {
    WordEntry(
      name: name, written: Wording("字段:%(\"2020年1月1日\", \"理由\")", "field:%(\"2020年1月1日\", \"why\")"), receivers: dates,
      parameters: [Parameter("date", .dateOrField, "日期要在条款原文里"), reason], result: .check, summary: summary, example: example)
  }

  /// Returns the entry of a comparison with a day that filters a list.
  private static func filter(_ name: String, _ summary: String) -> WordEntry {
    WordEntry(
      name: name, written: Wording("%(\"2020年1月1日\", \"理由\")", "%(\"2020年1月1日\", \"why\")"),
      parameters: [Parameter("date", .date, "日期要在条款原文里"), reason], result: .dateFilter, summary: summary,
      example: "priority {\n  \"2020年1月1日\", devices:any(\"设备\", { boughtOn = \(name) \"2020年1月1日\" }), points = 5,\n}")
  }

  /// Returns the entry of a span of time.
  private static func span(_ name: String, _ parameters: [Parameter], _ summary: String, example: String) -> WordEntry {
    WordEntry(
      name: name, written: Wording("%(日期, 日期)", "%(date, date)"), parameters: parameters, result: .quantity, summary: summary,
      example: example)
  }
}

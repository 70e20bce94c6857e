import KepingCore

extension WordEntry {
  /// The summary of the filters of a list.
  static let filterSummary =
    "选项字段写值或其列表，文本字段写文本或其列表，是否字段写 true 或 false，区划字段写 within(…)，"
    + "金额、个数、整数字段写 at_least \"10万元\" 之类，日期字段写 on_or_after \"2020年1月1日\" 之类"
  static let comparable: [Receiver] = [
    .quantity, .field(.money), .field(.count), .field(.year), .field(.decimal), .field(.percent),
  ]

  /// Returns the entry of a word that follows a node; nil for other words.
  static func method(_ word: Word) -> WordEntry? {
    switch word {
    case .atLeast:
      comparison(
        "at_least", summary: "不低于：达到界限就符合。指南的“以上”包含本数，用它。",
        example: "target { \"开发新产品1项以上\", expected.newProducts:at_least \"1项\" }")
    case .moreThan:
      comparison(
        "more_than", summary: "高于：等于界限不符合。",
        example:
          "priority { \"优先支持研发投入增长的\", applicant.rdExpense[year - 1]:more_than(applicant.rdExpense[year - 2]), points = 5 }")
    case .atMost:
      comparison("at_most", summary: "不高于：等于界限符合。", example: "condition { \"申请经费不超过50万元\", budget.requested:at_most \"50万元\" }")
    case .lessThan:
      comparison(
        "less_than", summary: "低于：等于界限不符合。", example: "condition { \"申请经费低于50万元\", budget.requested:less_than \"50万元\" }")
    case .isOne:
      WordEntry(
        name: "is", written: Wording("字段:% \"值\"", "field:% \"value\""), receivers: [.field(.choice)],
        parameters: [Parameter("values", .values, "是其中之一就符合")], result: .check, summary: "是某个可选值，或几个之一。",
        example: "principle { \"面向高等院校、科研院所\", applicant.kind:is { \"university\", \"institute\" } }")
    case .any:
      WordEntry(
        name: "any", written: Wording("清单:%(\"名称\", { 字段 = 值, … })", "list:%(\"label\", { field = value, … })"),
        receivers: [.field(.objects), .units],
        parameters: [
          Parameter("label", .label, "找的是什么，评审意见用它"),
          Parameter("filters", .filters, filterSummary),
        ], result: .check, summary: "清单里有没有这样的一项：同一项要满足全部筛选。units 是申报单位和联合申报单位合在一起。",
        example: """
          priority {
            "优先支持获批建设市级以上科技创新平台单位申报",
            applicant.platforms:any("市级以上科技创新平台", { level = { "municipal", "regional", "national" } }), points = 10,
          }
          """)
    case .some:
      plain(
        "some", receivers: [.field(.texts), .field(.objects)], result: .check, summary: "至少有一项。",
        example: "encouraged { \"鼓励联合申报\", partners:some(), points = 5 }")
    case .none:
      plain(
        "none", receivers: [.field(.texts), .field(.objects)], result: .check, summary: "一项也没有。",
        example: "principle { \"无需编制项目预算\", budget.items:none() }")
    case .has:
      WordEntry(
        name: "has", written: Wording("字段:% \"值\"", "field:% \"value\""), receivers: [.field(.texts)],
        parameters: [Parameter("value", .value, "声明过的可选值，一个")], result: .check, summary: "有没有这一个值；没有它，而有可选值以外的文字的，信息不足。",
        example: "notice { \"支持艾滋病防治技术研究（具体申报事项另行通知）\", applies_when = topics:has \"aids\" }")
    case .isWithin:
      WordEntry(
        name: "within", written: Wording("字段:%(\"4510\", \"百色市\")", "field:%(\"4510\", \"百色市\")"), receivers: [.field(.division)],
        parameters: [Parameter("prefix", .divisionCode, "如 4510 是百色市"), Parameter("area", .label, "地区的名称，评审意见用它")],
        result: .check, summary: "在某个地区。", example: "condition { \"在百色市注册\", applicant.region:within(\"4510\", \"百色市\") }")
    case .given:
      plain(
        "given", receivers: Receiver.fields, result: .check, summary: "填写了没有；没有填写是信息不足，请补充。",
        example: "document { \"列明预算总额\", budget.total:given() }")
    default: nil
    }
  }

  /// Returns the entry of a comparison.
  private static func comparison(_ name: String, summary: String, example: String) -> WordEntry {
    WordEntry(
      name: name, written: Wording("数量:%(\"1项\", \"理由\")", "quantity:%(\"1项\", \"why\")"), receivers: comparable,
      parameters: [
        Parameter("bound", .boundOrQuantity, "界限要在条款原文里，一字不差"),
        Parameter("reason", .reason, isOptional: true, "界限不在原文里时，写明理由"),
      ], result: .check, summary: summary, example: example)
  }

  /// Returns the entry of a method without parameters.
  private static func plain(
    _ name: String, receivers: [Receiver], result: NodeKind, summary: String, example: String
  ) -> WordEntry {
    WordEntry(
      name: name, written: Wording("字段:%()", "field:%()"), receivers: receivers, result: result, summary: summary,
      example: example)
  }
}

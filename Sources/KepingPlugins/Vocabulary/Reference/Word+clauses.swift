import KepingCore

extension WordEntry {
  private static let points = Parameter("points", .number, isOptional: true, "相对分值；一个方向的分值合计自动折算为100分")
  private static let full = Parameter(
    "full", .bound, isOptional: true, "满分线：达到界限得六成，达到满分线得满分，其间按比例；只用于有一个 at_least 界限的条款")
  private static let grade = Parameter("grade", .grade, isOptional: true, "评分方法；不写 full 和 grade，符合就得满分")
  private static let title = Parameter("title", .label, isOptional: true, "评分项的名称；不写，取检查的名称")
  private static let appliesWhen = Parameter("applies_when", .check, isOptional: true, "什么情况下适用；不符合的，本条不适用")
  /// The option with which a clause explains figures of its quote that have no bound.
  static let because = Parameter(
    "because", .reason, isOptional: true, "引文里的数字、“以上”“不超过”等词没有界限与它相应的，写出它们，说明为什么")
  private static let quote = Parameter("quote", .quote, "条款原文，一字不差")

  /// Returns the entry of a word for directions, clauses and criteria; nil for other words.
  static func clause(_ word: Word) -> WordEntry? {
    switch word {
    case .direction:
      WordEntry(
        name: "direction", written: Wording("% { \"4.1\", 条款, … }", "% { \"4.1\", clause, … }"),
        parameters: [Parameter("id", .direction, "plugin.yaml 中的方向"), Parameter("clauses", .clauses, "次序就是条款编号的次序")],
        options: [
          Parameter(
            "not_applicable", .notApplicable, isOptional: true,
            "不适用的条款的分值：\"shared\" 由其余各项分担，各项满分之和仍为100；\"lost\" 或不写，不计分")
        ], result: .nothing, summary: "一个方向的全部条款。plugin.yaml 的每个方向都要定义一次，至少有一个评分项。",
        example: "direction { \"1.1\",\n  target { \"组建科技创新团队\", expected.teamFormed, points = 10 },\n}")
    case .target:
      checked(
        "target", summary: "考核要求：项目要做到什么。",
        example: "target { \"开发新产品1项以上\", expected.newProducts:at_least \"1项\", points = 40, full = \"3项\" }")
    case .condition:
      checked(
        "condition", summary: "申报条件：谁可以申报。",
        example: """
          condition {
            "企业上年研发投入在50万元以上",
            applicant.kind:is "enterprise", applicant.rdExpense[year - 1]:at_least "50万元",
            points = 20, full = "300万元", title = "上年研发投入",
          }
          """)
    case .document:
      checked(
        "document", summary: "申报材料：要提供什么。",
        example: "document { \"联合申报的须提供协议\", expected.agreement, applies_when = partners:some() }")
    case .principle:
      checked("principle", summary: "原则：面向谁、围绕什么。", example: "principle { \"针对已有较好研究基础\", applicant.achievements:some() }")
    case .priority:
      checked("priority", summary: "优先支持：不影响结论，只计分。", example: "priority { \"优先支持高新技术企业\", applicant.highTech, points = 10 }")
    case .encouraged:
      checked("encouraged", summary: "鼓励：不影响结论，只计分。", example: "encouraged { \"鼓励联合申报\", partners:some(), points = 5 }")
    case .notice:
      WordEntry(
        name: "notice", written: Wording("% { \"条款原文\" }", "% { \"the quote\" }"), parameters: [quote],
        options: [appliesWhen, because], result: .clause, summary: "另行通知：要等通知的事项，由配置登记答复，没有检查，不计分。",
        example: "notice { \"具体申报事项另行通知\" }")
    case .limit:
      WordEntry(
        name: "limit", written: Wording("% { \"条款原文\", \"1个\" }", "% { \"the quote\", \"1个\" }"),
        parameters: [
          quote, Parameter("most", .bound, "最多几个；应在原文中"), Parameter("reason", .reason, isOptional: true, "不在原文中的，写明理由"),
        ], options: submissionOptions + [because], result: .clause,
        summary: "限项：不写 per，是本方向最多立几个项目；写 per，是每个申报单位、负责人或单位最多申报几项，也可以写在 direction 外面。单份评审不作结论，汇总时列出超过的。",
        example: """
          limit { "接受1个项目（课题）申报", "1个" },
          limit { "每家企业限报1项", "1项", per = "applicant", over = "best" }
          """)
    case .criterion:
      WordEntry(
        name: "criterion", written: Wording("% { \"名称\", points = …, grade = … }", "% { \"title\", points = …, grade = … }"),
        parameters: [Parameter("title", .label, "评分项的名称")],
        options: [Parameter("points", .number, "相对分值"), Parameter("grade", .grade, "评分方法")], result: .criterion,
        summary: "评分项：不属于任何条款的计分，如投入产出。",
        example: "criterion { \"新产品\", points = 10, grade = reach(expected.newProducts, \"1项\", \"5项\") }")
    case .uncovered:
      WordEntry(
        name: "uncovered",
        written: Wording("% { \"指南原文\", …, because = \"理由\" }", "% { \"text of the guideline\", …, because = \"why\" }"),
        parameters: [Parameter("texts", .quotes, "没有条款对应的原文")], options: [Parameter("because", .reason, "为什么不判断")],
        result: .uncovered, summary: "未覆盖的原文：方向里的写在 direction 中，计划和项目类型开头的写在外面。",
        example: "uncovered { \"支持……等关键技术研究\", because = \"支持内容由专家评审\" }")
    default: nil
    }
  }

  /// Returns the entry of a clause with checks.
  private static func checked(_ name: String, summary: String, example: String) -> WordEntry {
    WordEntry(
      name: name, written: Wording("% { \"条款原文\", 检查, … }", "% { \"the quote\", check, … }"),
      parameters: [quote, Parameter("checks", .checks, "怎样判断；多个的须全部符合")],
      options: [points, full, grade, title, appliesWhen, because], result: .clause, summary: summary, example: example)
  }
}

import KepingCore

extension WordEntry {
  private static let checks = Parameter("checks", .checks, "至少一个检查")
  private static let label = Parameter("label", .label, "名称，评审意见和评分表用它")
  private static let operands = Parameter("operands", .operands, "函数要用的值，逐个传入；有一个未填写，结果就是信息不足")

  /// Returns the entry of a word that combines nodes into a check or a filter for areas; nil for other words.
  static func combination(_ word: Word) -> WordEntry? {
    switch word {
    case .allOf:
      WordEntry(
        name: "all_of", written: Wording("% { 检查, … }", "% { check, … }"), parameters: [checks], result: .check,
        summary: "全部符合才符合；有不符合的就不符合；否则信息不足。",
        example: "principle { \"重点面向高新技术企业\", all_of { applicant.kind:is \"enterprise\", applicant.highTech } }")
    case .anyOf:
      WordEntry(
        name: "any_of", written: Wording("% { 检查, … }", "% { check, … }"), parameters: [checks], result: .check,
        summary: "有一个符合就符合；全部不符合才不符合；否则信息不足。",
        example: "priority { \"优先支持高新技术或行业龙头企业\", any_of { applicant.highTech, applicant.industryLeader } }")
    case .negate:
      WordEntry(
        name: "negate", written: Wording("%(检查)", "%(check)"), parameters: [Parameter("check", .check, "反过来的检查")],
        result: .check, summary: "符合变不符合，不符合变符合；信息不足不变。",
        example: "principle { \"面向市外单位\", negate(applicant.region:within(\"4510\", \"百色市\")) }")
    case .leaveOpen:
      WordEntry(
        name: "leave_open", written: Wording("%(检查, \"理由\")", "%(check, \"why\")"),
        parameters: [Parameter("check", .check, "符合的照常符合"), Parameter("reason", .reason, "为什么留给人判断")], result: .check,
        summary: "不符合的不算不符合，留给评审人员认定。",
        example: "condition { \"企业申报\", leave_open(applicant.kind:is \"enterprise\", \"其他单位由评审人员认定\") }")
    case .by:
      WordEntry(
        name: "by", written: Wording("% { { 情形, 要求 }, …, 其他情形的要求 }", "% { { when, check }, …, otherwise }"),
        parameters: [Parameter("tiers", .tiers, "情形是检查，依次看；要求是检查，用于 grade 的是评分方法，或 \"full\"（得满分）；最后一个不写情形，必须有")], result: .check,
        summary: "分情形要求：看第一个符合的情形。情形未填写时，几种可能的要求结论相同才有结论，否则信息不足。",
        example: """
          condition {
            "上年研发投入：高新技术企业100万元以上，其他单位50万元以上",
            by {
              { applicant.highTech, applicant.rdExpense[year - 1]:at_least "100万元" },
              applicant.rdExpense[year - 1]:at_least "50万元",
            },
          }
          """)
    case .judge:
      WordEntry(
        name: "judge",
        written: Wording("%(\"名称\", { 数量, … }, function(…) … end)", "%(\"label\", { quantity, … }, function(…) … end)"),
        parameters: [label, operands, Parameter("decide", .function, "返回 true 或 false")], result: .check,
        summary: "用函数判断：别的词写不出来时才用。评审时每份申报书调用一次，里面不能再用词汇。",
        example: """
          principle {
            "自筹经费不低于申请经费",
            judge("自筹不低于申请", { budget.selfFunded, budget.requested }, function(own, requested) return own >= requested end),
          }
          """)
    case .within:
      WordEntry(
        name: "within", written: Wording("%(\"4510\", applicant.region)", "%(\"4510\", applicant.region)"),
        parameters: [
          Parameter("prefix", .divisionCode, "如 4510 是百色市"),
          Parameter("fallback", .region, isOptional: true, "清单的一项没有填区划时，看这个字段"),
        ], result: .area, summary: "区划范围，用在 any 的筛选中。",
        example: "priority { \"优先支持有市内合作单位的\", partners:any(\"市内单位\", { region = within \"4510\" }), points = 5 }")
    default: nil
    }
  }

  /// Returns the entry of a word that makes a quantity or a grade; nil for other words.
  static func scoring(_ word: Word) -> WordEntry? {
    switch word {
    case .totalOf:
      WordEntry(
        name: "total_of", written: Wording("% { 数量, 数量, … }", "% { quantity, quantity, … }"),
        parameters: [Parameter("quantities", .quantities, "单位相同的数量，至少两个")], result: .quantity,
        summary: "已填写的相加：没有填的不算，全部没有填才是信息不足。用 + 相加的，有一个没有填就是信息不足。",
        example: """
          target {
            "效益100万元以上", total_of { expected.economicBenefit, expected.costSavings }:at_least "100万元",
          }
          """)
    case .compute:
      WordEntry(
        name: "compute",
        written: Wording("%(\"名称\", { 数量, … }, function(…) … end)", "%(\"label\", { quantity, … }, function(…) … end)"),
        parameters: [label, operands, Parameter("calculate", .function, "返回一个数；作评分方法时0以下不得分，1以上得满分")], result: .quantity,
        summary: "用函数计算：评分方法多用它。评审时每份申报书调用一次，里面不能再用词汇。",
        example: """
          criterion {
            "自筹投入", points = 10,
            grade = compute("自筹占比", { budget.selfFunded, budget.total }, function(own, total)
              return total > 0 and own / total / 0.5 or 0
            end),
          }
          """)
    case .reach:
      WordEntry(
        name: "reach", written: Wording("%(数量, \"起评\", \"满分\")", "%(quantity, \"from\", \"full\")"),
        parameters: [
          Parameter("quantity", .quantity, "按它计分"), Parameter("from", .bound, "起评线，达到得六成"),
          Parameter("full", .bound, "满分线，高于起评线"),
        ], result: .grade, summary: "按数量计分：起评线得六成，满分线得满分，其间按比例。",
        example: "criterion { \"新产品\", points = 10, grade = reach(expected.newProducts, \"1项\", \"5项\") }")
    case .linear:
      WordEntry(
        name: "linear", written: Wording("%(数量, \"零分\", \"满分\")", "%(quantity, \"none\", \"full\")"),
        parameters: [
          Parameter("quantity", .quantity, "按它计分"), Parameter("from", .bound, "零分线"),
          Parameter("full", .bound, "满分线，高于或低于零分线；低于的，数量越小得分越高"),
        ], result: .grade, summary: "按数量计分：零分线不得分，满分线得满分，其间按比例，线外不再增减。",
        example: "criterion { \"申请经费少\", points = 10, grade = linear(budget.requested, \"100万元\", \"20万元\") }")
    case .share:
      WordEntry(
        name: "share", written: Wording("% { 检查, … }", "% { check, … }"), parameters: [checks], result: .grade,
        summary: "按符合的项数计分：三项中符合两项得三分之二。",
        example: "criterion { \"企业实力\", points = 10, grade = share { applicant.highTech, applicant.industryLeader } }")
    default: nil
    }
  }
}

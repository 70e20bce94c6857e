import KepingCore

extension WordEntry {
  /// Returns the entry of a word that calculates a quantity from other quantities; nil for other words.
  static func calculation(_ word: Word) -> WordEntry? {
    switch word {
    case .ratio:
      WordEntry(
        name: "ratio", written: Wording("%(数量, 数量)", "%(quantity, quantity)"),
        parameters: [Parameter("part", .quantity, "分子"), Parameter("whole", .quantity, "分母，单位与分子相同；不大于0的，信息不足")],
        result: .quantity,
        summary: "比例：按十进制准确计算，不会把2.2%算成2.1999…%。界限写作“3%”“5‰”“0.3”“2倍”或“2:1”。",
        example: "condition { \"自筹经费占预算总额50%以上\", ratio(budget.selfFunded, budget.total):at_least \"50%\" }")
    case .growth:
      WordEntry(
        name: "growth", written: Wording("%(数量, 数量)", "%(quantity, quantity)"),
        parameters: [Parameter("current", .quantity, "现在的"), Parameter("base", .quantity, "原来的，单位相同；不大于0的，信息不足")],
        result: .quantity, summary: "增幅：现在的减原来的，再除以原来的，准确计算；减少的为负。界限写作“10%”。",
        example: """
          condition {
            "研发投入较上年增长10%以上",
            growth(applicant.rdExpense[year - 1], applicant.rdExpense[year - 2]):at_least "10%",
          }
          """)
    case .mean:
      WordEntry(
        name: "mean", written: Wording("%({ 数量, 数量, … }, \"名称\")", "%({ quantity, quantity, … }, \"label\")"),
        parameters: [
          Parameter("quantities", .quantities, "单位相同的数量，至少两个；有一个没有填就是信息不足"),
          Parameter("label", .label, isOptional: true, "名称，如“近三年平均研发投入”；不写就是“甲、乙的平均值”"),
        ], result: .quantity, summary: "平均值：准确计算，除不尽的也不会差一点。",
        example: """
          condition {
            "近两年平均研发投入100万元以上",
            mean({ applicant.rdExpense[year - 1], applicant.rdExpense[year - 2] }, "近两年平均研发投入"):at_least "100万元",
          }
          """)
    case .minus:
      WordEntry(
        name: "minus", written: Wording("数量:%(数量)", "quantity:%(quantity)"), receivers: comparable,
        parameters: [Parameter("other", .quantity, "减去的，单位相同")], result: .quantity, summary: "相减：按十进制准确计算，可以为负；有一个没有填就是信息不足。",
        example: "condition { \"其他经费10万元以上\", budget.total:minus(budget.requested):at_least \"10万元\" }")
    case .times:
      WordEntry(
        name: "times", written: Wording("数量:%(\"0.3\", \"理由\")", "quantity:%(\"0.3\", \"why\")"), receivers: comparable,
        parameters: [
          Parameter("factor", .word, "写作“30%”“0.3”或“2倍”，要在条款原文里"),
          Parameter("reason", .reason, isOptional: true, "倍数不在原文里时，写明理由"),
        ], result: .quantity,
        summary: "数量的几成或几倍：准确计算。两个数量比较时用它。",
        example:
          "condition { \"自筹经费不低于申请经费的30%\", budget.selfFunded:at_least(budget.requested:times \"30%\") }")
    default: nil
    }
  }
}

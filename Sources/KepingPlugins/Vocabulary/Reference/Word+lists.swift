import KepingCore

extension WordEntry {
  private static let label = Parameter("label", .labelOrFilters, isOptional: true, "找的是什么，评审意见用它；不写名称的，直接写筛选")
  private static let filters = Parameter("filters", .filters, isOptional: true, filterSummary)

  /// Returns the entry of a word for the elements of a list; nil for other words.
  static func list(_ word: Word) -> WordEntry? {
    switch word {
    case .length:
      WordEntry(
        name: "count", written: Wording("字段:%(\"名称\", { 字段 = 值, … })", "field:%(\"label\", { field = value, … })"),
        receivers: [.field(.texts), .field(.objects), .units], parameters: [label, filters], result: .quantity,
        summary: "有几项；清单可以筛选，只数满足全部筛选的。有一项缺少筛选要看的字段，个数就不能确定，影响结论时请补充。units 是申报单位和联合申报单位合在一起。",
        example: "condition { \"联合申报单位中高等院校1个以上\", partners:count(\"高等院校\", { kind = \"university\" }):at_least \"1个\" }")
    case .sum:
      WordEntry(
        name: "sum", written: Wording("字段:%(\"类别\", …)", "field:%(\"kind\", …)"), receivers: [.field(.tally), .field(.objects)],
        parameters: [
          Parameter("...", .kinds, isOptional: true, "分类计数：不写就是全部，只写计数就是各类的这一计数；清单：各项的金额、个数或整数字段，后面可写名称和筛选")
        ], result: .quantity,
        summary: "合计：分类计数的全部，或几个类别、某一计数；清单各项的一个数，可以筛选，如 sum(\"amount\", \"设备费\", { name = \"设备费\" })。",
        example: "target { \"授权知识产权1件以上\", expected.ip:sum(\"granted\"):at_least \"1件\" }")
    case .every:
      WordEntry(
        name: "every", written: Wording("清单:%(\"名称\", { 字段 = 值, … })", "list:%(\"label\", { field = value, … })"),
        receivers: [.field(.objects), .units], parameters: [label, filters], result: .check,
        summary: "清单的每一项都满足全部筛选；一项也没有的，符合。",
        example: "condition { \"联合申报单位应为企业\", partners:every(\"企业\", { kind = \"enterprise\" }) }")
    case .filterAtLeast: filter("at_least", "不低于界限", "50万元以上", "budget.items:any(\"大额支出\", { amount = % \"50万元\" })")
    case .filterMoreThan: filter("more_than", "高于界限", "超过50万元", "budget.items:any(\"大额支出\", { amount = % \"50万元\" })")
    case .filterAtMost: filter("at_most", "不高于界限", "不超过50万元", "budget.items:every { amount = % \"50万元\" }")
    case .filterLessThan: filter("less_than", "低于界限", "低于50万元", "budget.items:every { amount = % \"50万元\" }")
    default: nil
    }
  }

  /// Returns the entry of a comparison with a number that filters a list.
  private static func filter(_ name: String, _ meaning: String, _ quote: String, _ check: String) -> WordEntry {
    let written = check.split(separator: "%").joined(separator: name)
    return WordEntry(
      name: name, written: Wording("%(\"10万元\", \"理由\")", "%(\"10万元\", \"why\")"),
      parameters: [
        Parameter("bound", .bound, "界限要在条款原文里，一字不差"), Parameter("reason", .reason, isOptional: true, "界限不在原文里时，写明理由"),
      ], result: .numberFilter, summary: "用在清单的筛选中：这一项的金额、个数或整数字段\(meaning)。",
      example: "condition { \"单项支出\(quote)\", \(written) }")
  }
}

import KepingCore

extension WordEntry {
  /// The entry of `labels`.
  static let labels = WordEntry(
    name: "labels", written: Wording("% { 字段 = \"名称\", … }", "% { field = \"label\", … }"),
    parameters: [
      Parameter(
        "tree", .labels,
        "主程序的字段和本专项对它的叫法，按字段的层次写。一个字段写 \"名称\"；要改它的可选值或里层字段的，写 { \"名称\", 值或里层字段 = \"名称\" }，字段本身不改名就不写开头的名称；"
          + "行政区划代码可以写 { example = \"520102（贵阳市南明区）\" }，模板和提示用它举例")
    ], result: .nothing,
    summary: "改主程序规定的字段及其可选值的名称，只用于本专项。评审意见、模板、页面和 JSON Schema 都随之改；JSON 里的字段名和值不变。"
      + "表格里写本专项的叫法，也认主程序原来的叫法，除非那个叫法在本专项里另有所指。写在用到这些字段之前；申报编号、指南年度、申报方向在各专项里相同，不能改；"
      + "名称不能与同一张表的其他列相同。",
    example: """
      labels {
        applicant = {
          rdExpense = "研发费用",
          region = { example = "520102（贵阳市南明区）" },
          platforms = { "创新平台", level = { regional = "省级" } },
        },
      }
      """)
}

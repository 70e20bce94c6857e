import KepingCore

extension WordEntry {
  private static let label = Parameter("label", .label, "字段的中文名称，表格的列名、评审意见都用它")
  private static let choices = Parameter("choices", .choices, "可选值，值用英文，名称用中文；\(inOrder)")
  private static let inOrder = "要让模板和页面按写的次序列出的，写成 { { \"值\", \"名称\" }, … }"
  private static let absence = Parameter(
    "absence", .none, isOptional: true, "写 \"none\"，未填写就是没有；不写，未填写就是信息不足")

  /// Returns the entry of a word that declares fields; nil for other words.
  static func field(_ word: Word) -> WordEntry? {
    switch word {
    case .fields:
      WordEntry(
        name: "fields", written: Wording("% { 名 = 类型, … }", "% { name = type, … }"),
        parameters: [
          Parameter("tree", .fields, "字段；花括号里还可以再分组"),
          Parameter("reason", .reason, isOptional: true, "有的字段没有方向读取的，写明为什么"),
        ], result: .nothing,
        summary: "声明本专项自己的字段。写在用到它们之前；主程序规定的字段不用声明，可以往主程序的一组字段里添。模板和页面按声明的次序列出。",
        example: "fields {\n  expected = { economicBenefit = money \"经济效益\", newProducts = count \"新产品\" },\n}")
    case .text:
      type("text", summary: "文本：一段文字，条款只能问填没填；清单可以按它筛选。", example: "fields { abstract = text \"项目摘要\" }")
    case .flag:
      type("flag", summary: "是否：是或否，本身就是一个检查。", example: "fields { teamFormed = flag \"组建科技创新团队\" }")
    case .count:
      type("count", summary: "个数：不小于0的整数，界限的单位用项、件、个等。", example: "fields { newProducts = count \"新产品\" }")
    case .money:
      type("money", summary: "金额：以元填报，界限的单位用元、万元、亿元。", example: "fields { economicBenefit = money \"经济效益\" }")
    case .whole:
      type("whole", summary: "整数：不是个数的整数，如年份。", example: "fields { founded = whole \"成立年份\" }")
    case .date:
      type("date", summary: "日期：写到日，如 2018-03-01；和日期或别的日期字段比较，或算到某一天满几年。", example: "fields { soldOn = date \"首次销售日期\" }")
    case .decimal:
      type("decimal", summary: "小数：任何数，可以为负；界限的单位照原文写，没有单位的不写。", example: "fields { averageGrade = decimal \"平均成绩\" }")
    case .percent:
      type("percent", summary: "百分数：填30就是30%；表格里可以填30%。界限写作“30%”。", example: "fields { stake = percent \"持股比例\" }")
    case .yearly:
      type(
        "yearly", summary: "分年度金额：以元按年度填报，用 字段[年度] 取某一年的；表格的列名写作“2023年销售收入（万元）”。",
        example: "fields { revenue = yearly \"销售收入\" }")
    case .choice:
      type(
        "choice", taking: [choices], summary: "选项：只能填其中之一。",
        example: "fields { secrecy = choice(\"涉密情况\", { none = \"不涉密\", declassified = \"已脱密\", classified = \"涉密\" }) }",
        written: Wording("%(\"名称\", { 值 = \"名称\", … })", "%(\"label\", { value = \"label\", … })"))
    case .openChoice:
      type(
        "open_choice", taking: [choices], summary: "开放的选项：可以填别的，别的不符合任何一个可选值。",
        example: "fields { industry = open_choice(\"产业领域\", { electronics = \"电子信息\", biomedicine = \"生物医药\" }) }",
        written: Wording("%(\"名称\", { 值 = \"名称\", … })", "%(\"label\", { value = \"label\", … })"))
    case .texts:
      type(
        "texts",
        taking: [Parameter("choices", .choices, isOptional: true, "条款要问到的值；不写，条款只问有没有、有几个；\(inOrder)"), absence],
        summary: "多个文本：一列文字；可以填可选值以外的，问到可选值的条款就信息不足。",
        example: "fields { topics = texts(\"项目类别\", { aids = \"艾滋病防治\" }, \"none\") }",
        written: Wording("%(\"名称\", { 值 = \"名称\", … }, \"none\")", "%(\"label\", { value = \"label\", … }, \"none\")"))
    case .list:
      type(
        "list", taking: [Parameter("members", .fields, "每一项有哪些字段"), absence], summary: "清单：若干项，每一项有同样的字段。",
        example: "fields { devices = list(\"设备\", { name = text \"名称\", isNew = flag \"全新\" }) }",
        written: Wording("%(\"名称\", { 名 = 类型, … }, \"none\")", "%(\"label\", { name = type, … }, \"none\")"))
    case .tally:
      type(
        "tally",
        taking: [
          Parameter("kinds", .choices, "分哪些类别；\(inOrder)"),
          Parameter("counts", .choices, isOptional: true, "每一类再分哪些计数，如申请、授权；\(inOrder)"),
        ],
        summary: "分类计数：按类别填报的个数；填了这一组，没有填的类别就是0。",
        example: "fields { standards = tally(\"标准\", { industry = \"行业标准\", national = \"国家标准\" }) }",
        written: Wording(
          "%(\"名称\", { 类别 = \"名称\", … }, { 计数 = \"名称\", … })", "%(\"label\", { kind = \"label\", … }, { count = \"label\", … })"))
    case .labels: labels
    default: nil
    }
  }

  /// Returns the entry of a field type; `rest` are the parameters after the label.
  private static func type(
    _ name: String, taking rest: [Parameter] = [], summary: String, example: String,
    written: Wording = Wording("% \"名称\"", "% \"label\"")
  ) -> WordEntry {
    WordEntry(
      name: name, written: written, parameters: [label] + rest, result: .fieldType, summary: summary, example: example)
  }
}

import KepingCore
import KepingPlugins
import PluginFixtures

@testable import KepingAuthoring

/// An invented guideline, and a plugin of two directions that covers it completely.
struct GuidelineFixture {
  static let guideline = """
    启航市2026年度科技计划申报指南（虚构）

    计划一：启航市科技小微专项
    面向科技型企业。

    项目类型1：新产品试制项目（具体申报事项另行通知）

    方向1：绿色食品新产品试制
    支持食品新产品的试制。
    考核要求：试制新产品２种以上，经济效益达到80万元以上。
    申报条件：企业上年研发投入在20万元以上；鼓励联合申报。

    方向2：智能农机改造
    支持农机的改造，鼓励用于山地。
    考核要求：改造农机1台以上。
    申报要求：须附检验报告。

    计划二：启航市科技人才专项
    方向1：青年人才
    考核要求：培养青年人才3名以上。
    """

  /// The clauses of the directions; an id, a quote, and the rest of the clause's line of Lua.
  static let clauses: [(direction: String, id: String, quote: String, rest: String)] = [
    ("1.1", "1.1/target/1", "试制新产品２种以上", ", e.n:at_least '2种', points = 1 }"),
    ("1.1", "1.1/target/2", "经济效益达到80万元以上", ", e.b:at_least '80万元' }"),
    (
      "1.1", "1.1/condition/1", "企业上年研发投入在20万元以上",
      ", applicant.rdExpense[year - 1]:at_least '20万元' }"
    ),
    ("1.1", "1.1/encouraged/1", "鼓励联合申报", ", partners:some() }"),
    ("1.1", "1.1/notice/1", "具体申报事项另行通知", " }"),
    ("1.2", "1.2/encouraged/1", "鼓励用于山地", ", e.d }"),
    ("1.2", "1.2/target/1", "改造农机1台以上", ", e.n:at_least('1个', '按1台掌握'), points = 1 }"),
    ("1.2", "1.2/document/1", "须附检验报告", ", e.d }"),
    ("1.2", "1.2/notice/1", "具体申报事项另行通知", " }"),
  ]

  static let manifest = """
    id: demo
    version: 1.0.0
    api: 1
    year: 2026
    plan: { id: qihang, ordinal: 计划一, title: 启航市科技小微专项 }
    projectTypes:
      - id: "1"
        title: 新产品试制项目
        directions: [{ id: "1.1", title: 绿色食品新产品试制 }, { id: "1.2", title: 智能农机改造 }]
    """

  /// Returns the program, optionally without one clause, with one changed quote, or with more Lua in its directions.
  ///
  /// - Parameters:
  ///   - missing: the id of the omitted clause.
  ///   - quoting: the id of a clause, and its changed quote.
  ///   - more: the additional Lua by direction.
  ///   - uncovered: the uncovered texts of the program and of each direction.
  static func program(
    without missing: String? = nil, quoting: (id: String, quote: String)? = nil, more: [String: String] = [:],
    uncovered: [String] = ["面向科技型企业", "支持食品新产品的试制", "支持农机的改造"]
  ) -> String {
    var text = "fields { e = { n = count '新产品', b = money '经济效益', d = flag '已附' } }\n"
    text += uncovered.isEmpty || uncovered[0].isEmpty ? "" : "uncovered { '\(uncovered[0])', because = '宗旨' }\n"
    for (index, direction) in ["1.1", "1.2"].enumerated() {
      text += "direction { '\(direction)',\n"
      let words = uncovered.count > index + 1 ? uncovered[index + 1] : ""
      if !words.isEmpty { text += "uncovered { '\(words)', because = '专家评审' },\n" }
      for clause in clauses where clause.direction == direction && clause.id != missing {
        let quote = quoting?.id == clause.id ? quoting!.quote : clause.quote
        text += "\(clause.id.split(separator: "/")[1]) { '\(quote)'\(clause.rest),\n"
      }
      text +=
        "\(more[direction] ?? "") criterion { '总', points = 1, grade = compute('总', { record }, function() return 1 end) } }\n"
    }
    return text
  }

  /// Returns the faults of a plugin compared with a guideline.
  static func faults(
    _ program: String = Self.program(), guideline: String = Self.guideline, manifest: String = Self.manifest
  ) throws -> [Diagnostic] {
    let plugin = try TemporaryPlugin(program, manifest: manifest)
    return Ledger(try plugin.load(), try GuidelineText(guideline, path: "指南.md")).faults
  }
}

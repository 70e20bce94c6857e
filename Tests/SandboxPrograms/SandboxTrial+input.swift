/// The plugin's manifest, the configuration and the applications of a trial.
extension SandboxTrial {
  static let manifest = """
    id: attack
    version: 6.6.6
    api: 1
    year: 2024
    plan: { id: attack, ordinal: 计划九, title: 虚构 }
    projectTypes: [{ id: "9", title: 类型, directions: [{ id: "9.1", title: 方向 }] }]
    settings: { strict: { value: true, label: 从严 }, factor: { value: 6, label: 倍数 } }
    """

  /// The instructions that an application may take.
  static let instructions = 300_000

  /// The limits of time are far above the others, so that none is reached.
  static let settings = """
    programs: { attack: on }
    limits: { loadInstructions: 3000000, loadSeconds: 10, instructions: \(instructions), seconds: 10, memoryMegabytes: 16, killsInARow: 1000000 }
    """

  /// The applications: different titles and figures, and one that equals another but for its number.
  static let applications: [String] = [
    application("A1", title: "ok", sites: "1"), application("A2", title: "grow", sites: "5000", further: #","partners":[]"#),
    application("A3", title: "err", sites: "0", further: #","budget":{"total":800000},"topics":["a","其他"]"#),
    application("A4", title: "1658", sites: "1658", further: #","partners":[{"name":"示例大学（虚构）","kind":"university"}]"#),
    application("A5", title: "稳定运行", sites: "9007199254740991"), application("A6", title: "ok", sites: "1"),
    application("A7", title: "strings", sites: "40", further: #","leader":{"name":"某人（虚构）","birthYear":1980}"#),
  ]

  private static func application(_ id: String, title: String, sites: String, further: String = "") -> String {
    """
    {"id":"\(id)","year":2024,"direction":"9.1","title":"\(title)","applicant":{"name":"示例公司（虚构）","kind":"enterprise",\
    "highTech":true,"region":"451002","rdExpense":{"2021":300000,"2022":500000,"2023":1800000}},\
    "expected":{"sites":\(sites),"benefit":2000000,"flags":{"a":true},"kind":"a","ip":{"a":{"filed":2}},"standards":{"x":1}}\(further)}
    """
  }

  static let shippedApplication = """
    {"id":"R1","year":2024,"direction":"4.1","title":"虚构","applicant":{"name":"示例公司（虚构）","kind":"enterprise",\
    "rdExpense":{"2022":500000,"2023":1800000}},"expected":{"economicBenefit":5000000}}
    """
}

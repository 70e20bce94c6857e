import KepingCore
import KepingFiles
import KepingPlugins
import SystemPackage

/// Writes the first files of a new plugin, which loads, evaluates its example and passes its test.
public enum Scaffold {
  /// Writes the folder of a new plugin.
  /// - Throws: ``Diagnostic`` if the id is invalid, the folder exists, or a file cannot be written.
  public static func write(id: String, year: Int, plan: String, in folder: FilePath) throws(Diagnostic) {
    let pluginFolder = try newFolder(id, in: folder)
    try Folder.make(pluginFolder.appending("examples"))
    try Folder.make(pluginFolder.appending("tests"))
    try Folder.write(manifest(id, year, plan), to: pluginFolder.appending("plugin.yaml"))
    try Folder.write(program, to: pluginFolder.appending("program.lua"))
    try Folder.write(example(year), to: pluginFolder.appending("examples").appending("1.1.json"))
    try Folder.write(test(year), to: pluginFolder.appending("tests").appending("1.1.yaml"))
  }

  /// Returns the path of a new plugin's folder, which must not exist.
  /// - Throws: ``Diagnostic`` with code `invalid-id` or `already-there`.
  static func newFolder(_ id: String, in folder: FilePath) throws(Diagnostic) -> FilePath {
    guard Manifest.isIdentifier(id) else {
      throw Diagnostic(
        code: "invalid-id",
        Wording("id“\(id)”只能用小写字母、数字和连字符", "the id '\(id)' may contain only lower-case letters, digits and hyphens"))
    }
    let pluginFolder = folder.appending(id)
    guard (try? pluginFolder.stat()) == nil else {
      throw Diagnostic(path: pluginFolder.string, code: "already-there", Wording("已经存在", "already exists"))
    }
    return pluginFolder
  }

  private static func manifest(_ id: String, _ year: Int, _ plan: String) -> String {
    """
    # 本专项的目录：主程序只读这里就知道有哪些方向。
    id: \(id)
    version: 0.1.0
    api: \(Manifest.apis.upperBound)
    year: \(year)
    plan: { id: \(plan), ordinal: 计划一, title: 计划名称 }
    projectTypes:
      - id: "1"
        title: 项目类型名称
        directions:
          - { id: "1.1", title: 方向名称 }

    """
  }

  private static let program = """
    -- 引号中写指南原文，后面写怎样判断；points 是相对分值，合计自动折算为100分。
    -- 年度、方向、单位、负责人、经费等字段由主程序规定；本专项自己的字段在这里声明。
    fields {
      expected = { economicBenefit = money "经济效益", newProducts = count "新产品" },
    }

    direction { "1.1",
      target { "开发新产品1项以上", expected.newProducts:at_least "1项", points = 40, full = "3项" },
      target { "经济效益达到100万元以上", expected.economicBenefit:at_least "100万元", points = 40, full = "500万元" },
      condition {
        "企业上年研发投入在50万元以上",
        applicant.kind:is "enterprise", applicant.rdExpense[year - 1]:at_least "50万元",
        points = 20, full = "300万元", title = "上年研发投入",
      },
    }

    """

  private static func example(_ year: Int) -> String {
    """
    [
      {
        "id": "EXAMPLE-001",
        "year": \(year),
        "direction": "1.1",
        "title": "示例项目（虚构）",
        "applicant": { "name": "示例有限公司（虚构）", "kind": "enterprise", "rdExpense": { "\(year - 1)": 800000 } },
        "expected": { "newProducts": 2, "economicBenefit": 2000000 }
      }
    ]

    """
  }

  private static func test(_ year: Int) -> String {
    """
    base: EXAMPLE-001            # examples/ 中的一份申报书
    cases:
      # 每个条款的每种结论；每个界限的“正好、差一点、未填写”。
      - clause: 1.1/target/1
        met: [{ expected.newProducts: 1 }, { expected.newProducts: 2 }]
        unmet: [{ expected.newProducts: 0 }]
        unknown: [{ expected.newProducts: null }]
      - clause: 1.1/target/2
        met: [{ expected.economicBenefit: 1000000 }, { expected.economicBenefit: 1000001 }]
        unmet: [{ expected.economicBenefit: 999999 }]
        unknown: [{ expected.economicBenefit: null }]
      - clause: 1.1/condition/1
        met: [{ applicant.rdExpense.\(year - 1): 500000 }]
        unmet: [{ applicant.rdExpense.\(year - 1): 499999 }, { applicant.kind: university }]
        unknown: [{ applicant.rdExpense: null }]
      # 整份申报书：结论和得分。
      - name: 研发投入不足即不通过
        with: { applicant.rdExpense.\(year - 1): 499999 }
        verdict: fail
        outcomes: { 1.1/condition/1: unmet }
      - name: 各项正好到起评线的得六成，只看上年的研发投入
        with:
          expected: { newProducts: 1, economicBenefit: 1000000 }
          applicant.rdExpense: { "\(year - 2)": 3000000, "\(year - 1)": 500000, "\(year)": 3000000 }
        points: { 1.1/target/1: 24, 1.1/target/2: 24, 1.1/condition/1: 12 }
        score: 60
      - name: 起评线与满分线正中的得八成
        with: { expected: { newProducts: 2, economicBenefit: 3000000 }, applicant.rdExpense.\(year - 1): 1750000 }
        points: { 1.1/target/1: 32, 1.1/target/2: 32, 1.1/condition/1: 16 }
        score: 80

    """
  }
}

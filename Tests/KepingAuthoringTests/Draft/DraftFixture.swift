import Foundation
import KepingCore
import KepingPlugins
import SystemPackage
import Testing

@testable import KepingAuthoring

/// Drafts of invented guidelines, written to a temporary folder.
struct DraftFixture {
  let draft: GuidelineDraft
  let files: [String: String]
  /// The check of the plugin, and its comparison with the guideline.
  let check: PluginCheck
  let ledger: Ledger

  init(_ guideline: String, id: String = "demo-2026", plan: String? = nil, year: Int? = nil) throws {
    let text = try GuidelineText(guideline, path: "指南.txt")
    draft = try GuidelineDraft(text, id: id, plan: plan, year: year)
    let draft = draft
    (files, check, ledger) = try ScaffoldTests.inFolder { folder in
      try Scaffold.write(draft, id: id, in: folder)
      let plugin = try Plugin(folder.appending(id))
      let names = draft.files.map(\.path)
      let files = try names.map { ($0, try String(contentsOfFile: folder.appending(id).appending($0).string, encoding: .utf8)) }
      let check = PluginCheck(plugin)
      let program = try #require(check.draft, "\(check.diagnostics.map { $0.text(.chinese) })")
      return (Dictionary(uniqueKeysWithValues: files), check, Ledger(program, text))
    }
  }

  var lua: String { files["program.lua"] ?? "" }
  /// The faults that are not open decisions.
  var faults: [String] {
    (check.diagnostics.filter { $0.code != "undecided" && !$0.isRemark } + check.figures + ledger.faults).map {
      $0.text(.chinese)
    }
  }
  /// The directions with their titles.
  var directions: [String] { ledger.program.directions.map { "\($0.id) \($0.title)" } }
  /// The ids and quotes of the clauses.
  var clauses: [String] { ledger.program.directions.flatMap { $0.clauses.map { "\($0.id) \($0.quote)" } } }
}

/// Invented guidelines of several layouts.
enum DraftLayouts {
  static let usual = """
    启航市2026年度科技计划申报指南（虚构）
    为落实创新驱动发展战略，编制本指南。
    计划一：启航市科技小微专项
    面向科技型企业，支持小而新的研发。
    项目类型1：新产品试制项目（具体申报事项另行通知）
    方向1：绿色食品新产品试制
    支持食品新产品的试制。
    考核要求：试制新产品２种以上，经济效益达到80万元以上。
    申报条件：企业上年研发投入在20万元以上；鼓励联合申报。
    方向2：智能农机改造
    考核要求：改造农机1台以上。
    申报要求：须附检验报告，每家企业限报1项。
    项目类型3：软课题
    方向：支持围绕科技体制改革开展研究。
    考核要求：形成研究报告1份以上。
    计划二：启航市科技人才专项
    项目类型4：青年人才
    方向1：青年拔尖人才
    考核要求：培养青年人才3名以上。
    """

  static let markdown = """
    # 云麓市2027年度项目申报指南（虚构）

    ## 一、重点研发专项

    围绕全市产业开展攻关。每家单位限报1项。

    ### （一）装备制造

    #### 1.智能农机研制

    研究内容：面向丘陵山区的小型农机。

    考核指标：研制样机3台以上；制定企业标准1项。

    申报条件：
    1. 申报单位须在2023年1月1日前（含当日）注册。
    2. 研发人员占职工总数的百分之十以上。
    3. 项目负责人1970年1月1日以后出生，具有副高级以上职称。

    ### （二）生物医药

    #### 1.壮瑶医药新产品

    考核指标：获得新药批件、制剂备案号之一。

    ## 二、成果转化专项

    ### （一）农业成果转化

    #### 1.良种推广

    考核指标：推广面积达到5000亩以上。
    """

  static let decimals = """
    临江市2026年科技创新项目申报指南（虚构）
    目录
    第一部分 工业科技攻关……1
    1.1 新型显示材料……1
    第二部分 社会发展……3
    2.1 人口健康……3
    第一部分 工业科技攻关
    本部分支持规模以上工业企业。
    1.1 新型显示材料
    支持内容
    柔性显示基板材料、驱动芯片封装等。
    考核要求
    开发新材料不少于2种，完成中试1次，
    新增产值不低于3000万元。
    申报条件
    企业牵头，资产负债率不高于70%，近三年无重大安全事故。
    1.2 工业软件
    考核要求
    登记软件著作权不少于5件。
    第二部分 社会发展
    2.1 人口健康
    申报条件
    面向三级甲等医院，项目负责人年龄不超过45周岁。
    """

  static let brackets = """
    长河县二〇二五年度科技计划（虚构）
    专题一：乡村产业
        方向（一）茶叶加工
        考核要求：开发新产品２种以上，实现产值１００万元以上。
        申报要求：优先支持龙头企业；限报1项。
        方向（二）竹木制品
        考核要求：申请专利3件以上。
    专题二：数字乡村
        考核要求：接入农户1000户以上。
    """

  static let titleOnly = """
    关于组织申报2028年度科技特派员项目的通知（虚构）
    一、支持方向
    （一）粮食增产
    支持良种良法配套。要求示范面积500亩以上，亩产提高10%以上。
    （二）果蔬提质
    支持设施栽培。要求建立示范基地2个以上。
    二、申报要求
    每个项目支持经费不超过20万元。
    三、其他
    未尽事宜另行通知。
    """
}

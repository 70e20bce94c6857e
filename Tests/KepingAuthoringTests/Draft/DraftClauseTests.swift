import Foundation
import KepingCore
import KepingPlugins
import SystemPackage
import Testing

@testable import KepingAuthoring

@Suite("Sentences become clauses of the right kind, with the checks that the words decide")
struct DraftClauseTests {
  /// Drafts a direction with some lines.
  static func draft(_ lines: String) throws -> DraftFixture {
    try DraftFixture("某市2026年度指南（虚构）\n方向1：示范方向\n" + lines)
  }

  @Test(
    "The section and the words of a passage decide its kind and its end",
    arguments: [
      ("考核要求：试制新产品2种以上，经济效益达到80万元以上。", ["target/1 试制新产品2种以上", "target/2 经济效益达到80万元以上"]),
      ("考核要求：项目实施期间，项目的经济效益达到300万元以上。", ["target/1 项目实施期间，项目的经济效益达到300万元以上"]),
      ("考核要求：申请专利1件以上，或建成示范点1个以上。", ["target/1 申请专利1件以上，或建成示范点1个以上"]),
      ("考核要求：（1）建成平台（含分平台）1个；\n（2）培训农民100人次以上。", ["target/1 建成平台（含分平台）1个", "target/2 培训农民100人次以上"]),
      ("申报条件：企业申报，原则上应建有研发机构。", ["condition/1 企业申报", "principle/1 原则上应建有研发机构"]),
      ("申报条件：优先支持高新技术企业；鼓励联合申报。", ["priority/1 优先支持高新技术企业", "encouraged/1 鼓励联合申报"]),
      ("申报条件：联合申报的，须提供合作协议。", ["document/1 联合申报的，须提供合作协议"]),
      ("申报材料：项目申报书、合作协议。", ["document/1 项目申报书、合作协议"]),
      ("申报条件：每家企业限报1项。具体事项另行通知。", ["limit/1 每家企业限报1项", "notice/1 具体事项另行通知"]),
      (
        "申报条件：须符合下列条件之一：1.高新技术企业；2.上年销售收入500万元以上。",
        ["condition/1 须符合下列条件之一：1.高新技术企业；2.上年销售收入500万元以上"]
      ),
      ("支持新产品的研发。承担单位须为企业。", ["condition/1 承担单位须为企业"]),
      ("支持内容：“智慧农业”示范。\n考核要求：“智慧农业”系统1套以上。", ["target/1 “智慧农业”系统1套以上"]),
      (
        "考核要求：建成年产一千吨以上的绿色食品加工示范生产线并连续\n稳定运行三个月以上。",
        ["target/1 建成年产一千吨以上的绿色食品加工示范生产线并连续稳定运行三个月以上"]
      ),
    ])
  func kinds(_ lines: String, _ clauses: [String]) throws {
    let fixture = try Self.draft(lines)
    #expect(fixture.clauses == clauses.map { "1.1/\($0)" })
    #expect(fixture.faults == [])
  }

  @Test(
    "Figures become bounds, and sentences that name a field of the host need no decision",
    arguments: [
      ("考核要求：试制新产品2种以上。", "expected.newProducts:at_least \"2种\""),
      ("考核要求：新增产值不低于1,500万元。", "expected.outputValue:at_least(\"1500万元\", \"原文写作1,500万元\")"),
      ("考核要求：单位产品能耗降低超过百分之五。", "expected.item1:more_than \"5%\""),
      ("考核要求：培训人次不超过两百人次。", "expected.trainees:at_most \"200人次\""),
      (
        "考核要求：2026年12月31日以前建成生产线。",
        "todo(\"当日算不算，暂按算：2026年12月31日以前建成生产线\", expected.productionLines:on_or_before \"2026年12月31日\")"
      ), ("申报条件：2026年市级计划内每家企业限报1项。", "because = todo(\"“2026年”为什么不判断\", \"“2026年”只是说明，不是界限\")"),
      ("考核要求：制定企业标准1项。", "todo(\"没有写以上还是不超过，暂按不低于：制定企业标准1项\", expected.standards:at_least \"1项\")"),
      ("考核要求：申请专利3件以上或软件著作权5件以上。", "any_of { expected.patents:at_least \"3件\", expected.softwareCopyrights:at_least \"5件\" }"),
      ("申报条件：企业上年研发投入在100万元以上。", "enterprise, rd:at_least \"100万元\" }"),
      ("申报条件：申报单位为企业的，上年度研发投入不低于100万元。", "rd:at_least \"100万元\", applies_when = enterprise }"),
      ("申报条件：项目负责人须为1973年1月1日以后出生。", "leader.birthDate:on_or_after \"1973年1月1日\" }"),
      ("申报条件：申报单位须在2023年1月1日前（含当日）注册。", "applicant.registeredOn:on_or_before \"2023年1月1日\" }"),
      ("申报条件：注册成立一年以上。", "years_between(applicant.registeredOn, submittedAt):at_least \"1年\" }"),
      ("申报条件：截至2024年1月1日，项目负责人年龄不超过40周岁。", "age_at(leader.birthDate, \"2024年1月1日\"):at_most \"40周岁\" }"),
      ("申报条件：联合申报单位不超过三家。", "partners:count():at_most \"3家\" }"),
      ("申报条件：项目组成员5人以上。", "members:count():at_least \"5人\" }"),
      ("申报条件：项目实施期一般不超过两年。", "years_between(period.start, period[\"end\"]):at_most \"2年\" }"),
      ("申报条件：自筹经费与申请财政经费之比不低于2：1。", "ratio(budget.selfFunded, budget.requested):at_least \"2:1\" }"),
      ("申报条件：优先支持上年度研发投入增长10%以上的企业。", "growth(rd, rd_before):at_least \"10%\", points = 10 }"),
      ("申报条件：优先支持高新技术企业。", "applicant.highTech, points = 10 }"),
      ("申报条件：鼓励与高等院校联合申报。", "partners:any(\"高等院校\", { kind = \"university\" }), points = 10 }"),
      ("申报条件：每家企业限报1项。", "\"1项\", per = \"applicant\" }"),
      ("申报条件：项目负责人限报1项。", "\"1项\", per = todo(\"限的是谁，在研项目算不算：项目负责人限报1项\", \"leader\") }"),
      ("申报条件：本方向择优支持5项。", "\"5项\" }"),
      ("申报条件：研发人员占职工总数的十分之一以上。", "todo \"是哪两个数之比"),
      ("申报条件：近三年无重大安全事故。", "declarations.item1 }"),
    ])
  func checks(_ lines: String, _ lua: String) throws {
    let fixture = try Self.draft(lines)
    #expect(fixture.lua.contains(lua), "\(fixture.lua)")
    #expect(fixture.faults == [])
  }

  @Test("Quotation marks and backslashes of the guideline stay in quotes and titles")
  func escapes() throws {
    let fixture = try DraftFixture("某市2026年度\"科技\"指南\n方向1：\"A\\B\"技术: 研究\n考核要求：\"C\\D\"系统1套以上。")
    #expect(fixture.directions == ["1.1 \"A\\B\"技术: 研究"] && fixture.faults == [])
  }

  @Test("A decided draft loads, and its example passes its own cases")
  func decided() throws {
    let guideline = """
      某市2026年度指南（虚构）
      方向1：示范方向
      支持示范。
      考核要求：试制新产品2种以上，经济效益不低于80万元，资产负债率不高于70%。
      申报条件：企业上年研发投入在20万元以上；须提供检验报告；成立日期在2020年1月1日及以后。
      """
    let fixture = try DraftFixture(guideline)
    // What an author does who agrees with every proposal.
    var lua = fixture.lua.replacing(/todo\("[^"]*",\s*((?:count|money|percent|flag|date) "[^"]*"|"[^"]*")\)/) { String($0.1) }
    lua = lua.replacing(/todo\("[^"]*",\s*([a-z.A-Z0-9]+:on_or_after "[^"]*")\)/) { String($0.1) }
    lua = lua.replacing(/\n *todo "[^"]*",?\n/) { _ in "\n" }
    lua = lua.split(separator: "\n").filter { !$0.hasPrefix("--") }.joined(separator: "\n")
    #expect(!lua.contains("todo"), "\(lua)")
    try ScaffoldTests.inFolder { folder in
      try Scaffold.write(fixture.draft, id: "demo-2026", in: folder)
      try lua.write(toFile: folder.appending("demo-2026/program.lua").string, atomically: true, encoding: .utf8)
      let (passed, all) = try ScaffoldTests.passed(folder.appending("demo-2026"))
      #expect(passed == all && all >= 15, "\(passed) of \(all)")
      #expect(PluginCheck(try Plugin(folder.appending("demo-2026"))).hasNoErrors)
    }
  }
}

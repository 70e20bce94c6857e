import KepingCore
import KepingSelection
import Testing

@testable import KepingReports

@Suite("The workbook of a ranking has a sheet for each reader")
struct RankingWorkbookTests {
  private static func sheet(_ name: String, _ report: RankingReport) throws -> [[String]] {
    try #require(try RoundFixture.workbook(report).first { $0.name == name }).rows
  }

  @Test("There are totals, the order of each group, the lists, the notes, and what is to be ruled")
  func names() throws {
    let names = try RoundFixture.workbook(try RoundFixture.example()).map(\.name)
    #expect(names == ["汇总", "排序 4", "排序 5.1", "拟立项", "备选", "未入选", "限项", "疑似", "裁定"])
  }

  @Test("The totals are numbers, and the sums are below them")
  func totals() throws {
    let rows = try Self.sheet("汇总", try RoundFixture.example())
    #expect(rows[0] == ["text:评选结果汇总"])
    #expect(
      rows[3].map { $0.dropFirst(5) }.joined(separator: " ")
        == "年度 组别 名称 名额 经费（万元） 申报 候选 拟立项 金额（万元） 分数线 备选 待定 评分和排序")
    #expect(
      rows[4] == [
        "text:2024", "text:4", "text:激励企业加大研发投入项目", "number:3", "number:80", "number:8", "number:5", "number:2", "number:50.5",
        "number:80.33", "number:1", "number:4", "text:得分＝规则分40%＋专家分60%；依次比较：得分",
      ])
    #expect(rows.last == ["text:合计", "number:12", "number:6", "number:2", "number:50.5", "number:1", "number:6"])
  }

  @Test("The order of a group has ranks, ties, places, figures and amounts as numbers, and only candidates")
  func order() throws {
    let report = try RoundFixture.example()
    let rows = try Self.sheet("排序 4", report)
    #expect(rows[0] == ["text:4 激励企业加大研发投入项目（2024）"])
    #expect(rows[1] == ["text:名额3个，经费80万元。申报8项，候选5项，拟立项2项共50.5万元，分数线80.33分，备选1项，待定4项。"])
    #expect(
      rows[4] == [
        "number:1", "text:拟立项", "text:A", "text:=甲<b>A", "text:4.1", "text:示例公司（虚构）", "text:负责人A", "number:90", "number:90",
        "number:90", "number:2", "number:30", "number:30", "text:\(RoundFixture.reason(report, "A"))",
      ])
    #expect(rows[6].prefix(4) == ["number:3", "text:同分", "text:同分待定", "text:C"])
    #expect(rows.count == 9)
  }

  @Test("The published list has the projects and the sum, and neither ids nor scores")
  func published() throws {
    let rows = try Self.sheet("拟立项", try RoundFixture.example())
    #expect(
      rows == [
        ["text:拟立项项目"], ["text:序号", "text:项目名称", "text:承担单位", "text:负责人", "text:金额（万元）"],
        ["number:1", "text:=甲<b>A", "text:示例公司（虚构）", "text:负责人A", "number:30"],
        ["number:2", "text:项目B", "text:示例公司（虚构）", "text:负责人B", "number:20.5"], ["text:合计2项", "number:50.5"],
      ])
  }

  @Test("With several groups the published list names each above its projects, and counts on")
  func severalGroups() throws {
    let settings = RoundFixture.settings([("4.1", .direction, { $0.places = 1 }), ("5.1", .direction, { $0.places = 2 })])
    let report = try RoundFixture.report(settings, [RoundFixture.entry("A"), RoundFixture.entry("B", "5.1")])
    let rows = try Self.sheet("拟立项", report).dropFirst(2)
    #expect(rows.map { $0[0] } == ["text:4.1 激励工业领域加大研发投入", "number:1", rows[4][0], "number:2", "text:合计2项"])
    #expect(rows[4][0].hasPrefix("text:5.1 "))
  }

  @Test("Each application is on exactly one of the lists, with its reason unless it is selected")
  func everyApplication() throws {
    let report = try RoundFixture.example()
    let book = try RoundFixture.workbook(report)
    let others = try #require(book.first { $0.name == "未入选" }).rows.dropFirst(2)
    #expect(others.map { $0[1] }.prefix(3) == ["text:同分待定", "text:同分待定", others[4][1]])
    let ids = ["C", "D", "F", "G", "H", "U", "V", "W"]
    #expect(Set(others.flatMap { $0 }).isSuperset(of: ids.map { "text:\($0)" }))
    for id in ids { #expect(others.first { $0.contains("text:\(id)") }?.last == "text:\(RoundFixture.reason(report, id))") }
    #expect(book.first { $0.name == "备选" }?.rows.dropFirst().map { $0[3] } == ["text:E"])
    #expect(others.count == 9 && !others.contains { $0.contains("text:A") || $0.contains("text:B") })
  }

  @Test("A limit has a row for each application and each project in progress, with what becomes of it")
  func limits() throws {
    let rows = try Self.sheet("限项", try RoundFixture.example()).dropFirst(2)
    let start = ["text:selection/limit/1", "text:每个负责人限1项", "text:项目负责人", "number:1", "text:李四（示例公司（虚构））", "number:3"]
    #expect(
      Array(rows) == [
        start + ["text:U", "text:项目U", "text:限项待定"], start + ["text:V", "text:项目V", "text:限项待定"],
        start + ["text:2022-GX-18", "text:在研的项目", "text:在研"],
      ])
  }

  @Test("What is to be ruled has a line for each application over a limit and for each of a tie at the line")
  func rulings() throws {
    let report = try RoundFixture.example()
    let rows = try Self.sheet("裁定", report).dropFirst(2)
    #expect(
      rows.first?.map { String($0.dropFirst(5)) } == [
        "申报编号", "方向", "项目名称", "申报单位", "名次", "得分", "类别", "说明", "条款", "裁定结论", "理由", "裁定人", "裁定日期", "复核人", "依据材料", "校验",
      ])
    #expect(
      rows.dropFirst().map { [$0[0], $0.last ?? ""] } == [
        ["text:C", "text:tie"], ["text:D", "text:tie"], ["text:U", "text:selection/limit/1"],
        ["text:V", "text:selection/limit/1"],
      ])
  }

  @Test("A round without applications, and a group without places, have sheets that say so")
  func empty() throws {
    let nothing = try RoundFixture.report(SelectionSettings(), [])
    #expect(try RoundFixture.workbook(nothing).map(\.name) == ["汇总", "拟立项", "备选", "未入选", "限项", "疑似"])
    #expect(try Self.sheet("拟立项", nothing).last == ["text:没有拟立项的项目", "number:0"])
    let full = RoundFixture.settings([("4.1", .direction, { $0.places = 0 })])
    let report = try RoundFixture.report(full, [RoundFixture.entry("A")])
    #expect(try Self.sheet("排序 4.1", report)[1] == ["text:名额0个。申报1项，候选1项，拟立项0项共0元。"])
    let lines = try RoundFixture.lines(report, .table)
    #expect(lines[2] == "—— 没有拟立项的项目 ——" && lines[3].hasPrefix("1      未入选       A"))
  }
}

import KepingCore
import KepingSelection
import Testing

@testable import KepingReports

@Suite("A ranking as JSON, CSV, a table and Markdown")
struct RankingTextTests {
  @Test("Published figures are written in the shortest form in JSON, and with all decimals for people")
  func figures() {
    for (units, decimals, short, long) in [
      (8824, 2, "88.24", "88.24"), (8590, 2, "85.9", "85.90"), (10000, 2, "100", "100.00"), (0, 2, "0", "0.00"),
      (5, 2, "0.05", "0.05"),
      (91, 0, "91", "91"), (88_000_001, 6, "88.000001", "88.000001"), (50, 3, "0.05", "0.050"),
    ] {
      var bytes: Bytes = []
      bytes.append(units: units, decimals: decimals)
      #expect(bytes.text == short)
      #expect(PublishedFigure(decimals: decimals).text(units) == long)
    }
    #expect(ExactDecimal(2_700_000).moneyText == "270万元" && ExactDecimal(9_999).moneyText == "9999元")
    #expect(ExactDecimal("205000.5")?.moneyText == "20.50005万元" && ExactDecimal.zero.moneyText == "0元")
  }

  @Test("A line of JSON has the members in their order, and numbers as the shortest decimals")
  func json() throws {
    let report = try RoundFixture.example()
    let lines = try RoundFixture.lines(report, .jsonl)
    func reason(_ id: String) -> String { RoundFixture.reason(report, id) }
    #expect(
      lines[0] == """
        {"group":"4","rank":1,"tied":false,"place":"selected","reason":"\(reason("A"))","id":"A","year":2024,"direction":"4.1",\
        "title":"=甲<b>A","applicant":"示例公司（虚构）","leader":"负责人A","verdict":"pass","score":90,"rules":90,\
        "panel":{"score":90,"experts":2,"recused":1,"trimmed":[]},"amount":300000,"amountSoFar":300000,"limits":[],"suspicions":[],\
        "program":{"id":"jili-2024","version":"1.0.0"}}
        """)
    let second = try #require(lines.first { $0.contains("\"id\":\"B\"") })
    #expect(
      second.contains("\"score\":80.33,\"rules\":80,\"panel\":{\"score\":80.55,\"experts\":1,\"recused\":0,\"trimmed\":[]}"))
    #expect(second.contains("\"amount\":205000,\"amountSoFar\":505000,"))
    let over = try #require(lines.first { $0.contains("\"id\":\"U\"") })
    #expect(over.hasPrefix("{\"group\":\"5.1\",\"rank\":null,\"tied\":false,\"place\":\"over-limit\",\"reason\":\""))
    #expect(
      over.contains(
        "\"limits\":[{\"clause\":\"selection/limit/1\",\"per\":\"leader\",\"bound\":1,\"with\":[\"V\",\"在研 2022-GX-18\"]}]"))
    let spread = try #require(lines.first { $0.contains("\"id\":\"C\"") })
    #expect(spread.contains("\"suspicions\":[{\"code\":\"spread\",\"with\":["))
    #expect(lines.last?.isEmpty == true)
    #expect(
      lines[lines.count - 2].hasPrefix(
        "{\"group\":null,\"rank\":null,\"tied\":false,\"place\":\"not-evaluated\",\"reason\":\""))
    #expect(
      lines[lines.count - 2].hasSuffix(
        """
        "id":null,"year":2024,"direction":"99.9","title":null,"applicant":"示例公司（虚构）","leader":null,"verdict":"error",\
        "score":null,"rules":null,"panel":null,"amount":null,"amountSoFar":0,"limits":[],"suspicions":[],"program":null}
        """))
  }

  @Test("An application in reserve says its place there, and no other does")
  func reserve() throws {
    let settings = RoundFixture.settings([
      (
        "4.1", .direction,
        { group in
          group.places = 1
          group.reserve = 1
        }
      )
    ])
    let report = try RoundFixture.report(settings, [RoundFixture.entry("A"), RoundFixture.entry("B", points: 700)])
    let lines = try RoundFixture.lines(report, .jsonl)
    #expect(lines[0].hasPrefix("{\"group\":\"4.1\",\"rank\":1,\"tied\":false,\"place\":\"selected\",\"reason\":"))
    #expect(lines[1].hasPrefix("{\"group\":\"4.1\",\"rank\":2,\"tied\":false,\"place\":\"reserve\",\"reserve\":1,\"reason\":"))
  }

  @Test("On request JSON Lines end with what each group had, and an array never does")
  func summary() throws {
    var report = try RoundFixture.example()
    let plain = try RoundFixture.lines(report, .jsonl)
    let array = try RoundFixture.lines(report, .json)
    #expect(array == ["["] + plain.dropLast(2).map { $0 + "," } + [plain[plain.count - 2], "]", ""])
    report.endsWithSummary = true
    let lines = try RoundFixture.lines(report, .jsonl)
    #expect(Array(lines.prefix(plain.count - 1)) == plain.dropLast())
    #expect(
      lines.contains(
        """
        {"summary":{"group":"4","year":2024,"program":"jili-2024","places":3,"budget":800000,"candidates":5,"selected":2,\
        "money":505000,"line":80.33}}
        """))
    #expect(try RoundFixture.lines(report, .json) == array)
  }

  @Test("CSV has a row for each application, in Chinese, and no cell is a formula")
  func csv() throws {
    let report = try RoundFixture.example()
    let rows = try RoundFixture.bytes(report, .csv).text.split(separator: "\r\n").map(String.init)
    #expect(rows.count == 13)
    #expect(rows[0].hasPrefix("\u{FEFF}组别,名次,同分,去向,备选,理由,申报编号,") && rows[0].hasSuffix(",限项,疑似,专项"))
    #expect(rows[1].hasPrefix("4,1,,拟立项,,"))
    #expect(
      rows[1].hasSuffix(",A,2024,4.1,'=甲<b>A,示例公司（虚构）,负责人A,通过,90.00,90.0,90.00,2,1,,300000,300000,,,jili-2024 1.0.0"),
      "\(rows[1])")
    #expect(rows.contains { $0.hasPrefix("4,3,是,同分待定,,") })
  }

  @Test("The table draws the line below the last one selected, and ends with what each group had")
  func table() throws {
    let lines = try RoundFixture.lines(try RoundFixture.example(), .table)
    #expect(lines[0] == "4 激励企业加大研发投入项目（2024）　名额3个，经费80万元")
    #expect(lines[1].hasPrefix("名次   去向         申报编号"))
    #expect(lines[2].hasPrefix("1      拟立项       A                90.00    =甲<b>A"))
    #expect(lines[3].hasPrefix("2      拟立项       B"))
    #expect(lines[4] == "—— 以上拟立项2项，共50.5万元 ——")
    #expect(lines[5].hasPrefix("3=     同分待定     C"))
    let sums = try #require(lines.first { $0.hasPrefix("4 激励企业加大研发投入项目（2024）  ") })
    #expect(sums.split(separator: " ").suffix(8) == ["3", "80万元", "8", "5", "2", "50.5万元", "80.33", "4"])
    #expect(lines.contains { $0.hasPrefix("没有专项的申报书  ") })
    #expect(lines.contains { $0.hasPrefix("待定：") })
  }

  @Test("Markdown escapes what comes from applications, and has the line as a row")
  func markdown() throws {
    let lines = try RoundFixture.lines(try RoundFixture.example(), .markdown)
    #expect(lines[0] == "# 评选结果")
    #expect(lines.contains { $0.hasPrefix("| 1 | 拟立项 | A | =甲&lt;b&gt;A | ") })
    #expect(lines.contains("| | | | **—— 以上拟立项2项，共50.5万元 ——** | | | | |"))
  }

  @Test("The same round gives the same bytes in every format", arguments: ReportFormat.allCases)
  func deterministic(_ format: ReportFormat) throws {
    let (first, second) = (try RoundFixture.example(), try RoundFixture.example())
    #expect(try RoundFixture.bytes(first, format) == RoundFixture.bytes(second, format))
  }
}

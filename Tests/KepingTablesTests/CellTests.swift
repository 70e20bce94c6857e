import BatchFixtures
import KepingCore
import Testing
import WorkbookFixtures

@testable import KepingTables

@Suite("A cell is read as the clerk meant it, or refused with its location")
struct CellTests {
  /// Headings, cells, and the expected part of the record's JSON.
  static let accepted: [(String, FixtureCell, String)] = [
    // Money in the unit of the heading or of the cell, exact to the last digit.
    ("经济效益（万元）", 300, #""economicBenefit":3000000"#),
    ("经济效益(万元)", 300, #""economicBenefit":3000000"#),
    ("经济效益/万元", 300, #""economicBenefit":3000000"#),
    ("经济效益（单位：万元）", 300, #""economicBenefit":3000000"#),
    ("经济效益（元）", 300, #""economicBenefit":300"#),
    ("经济效益（亿元）", 0.03, #""economicBenefit":3000000"#),
    ("经济效益（万元）", "３００", #""economicBenefit":3000000"#),
    ("经济效益（万元）", "1,234.5", #""economicBenefit":12345000"#),
    ("经济效益（万元）", "1，234.5", #""economicBenefit":12345000"#),
    ("经济效益（元）", "300万元", #""economicBenefit":3000000"#),
    ("经济效益", "300万元", #""economicBenefit":3000000"#),
    ("经济效益", " 300 万元 ", #""economicBenefit":3000000"#),
    ("经济效益（元）", "￥5000", #""economicBenefit":5000"#),
    ("经济效益（万元）", "￥300 万元", #""economicBenefit":3000000"#),
    ("经济效益", "500万", #""economicBenefit":5000000"#),
    ("经济效益（万）", 500, #""economicBenefit":5000000"#),
    ("经济效益（万元）", .styled("300", 3), #""economicBenefit":3000000"#),
    ("经济效益", .styled("300", 3), #""economicBenefit":3000000"#),
    ("expected.economicBenefit", 300, #""economicBenefit":300"#),
    ("经济效益（万元）", .number("4.0999999999999996"), #""economicBenefit":41000"#),
    // A spreadsheet keeps 15 digits, so it shows this number as 300 and treats it as 300.
    ("经济效益（万元）", .number("299.99999999999994"), #""economicBenefit":3000000"#),
    ("经济效益（万元）", .number("0.1"), #""economicBenefit":1000"#),
    ("经济效益（万元）", .number("1E2"), #""economicBenefit":1000000"#),
    ("经济效益（万元）", .number("0"), #""economicBenefit":0"#),
    ("经济效益（万元）", .formula("100*3", value: "300"), #""economicBenefit":3000000"#),
    // Money by year.
    ("研发投入2023（万元）", 80, #""rdExpense":{"2023":800000}"#),
    ("2023年度研发投入（万元）", 80, #""rdExpense":{"2023":800000}"#),
    ("上年度研发投入（万元）", 80, #""rdExpense":{"2023":800000}"#),
    ("前年研发投入（元）", 80, #""rdExpense":{"2022":80}"#),
    ("研发投入（2023年，单位：万元）", 80, #""rdExpense":{"2023":800000}"#),
    ("研发投入（2023年，万元）", 80, #""rdExpense":{"2023":800000}"#),
    ("applicant.rdExpense.2023", 80, #""rdExpense":{"2023":80}"#),
    // Counts.
    ("示范点（个）", 2, #""demonstrationSites":2"#),
    ("示范点", "2个", #""demonstrationSites":2"#),
    ("示范点", "２", #""demonstrationSites":2"#),
    ("示范点", .number("2.0"), #""demonstrationSites":2"#),
    ("发明专利申请（件）", 1, #""ip":{"invention":{"filed":1}}"#),
    ("地方标准（项）", 1, #""standards":{"local":1}"#),
    // Yes and no.
    ("开展生产线建设提升", "是", #""productionLine":true"#),
    ("开展生产线建设提升", "√", #""productionLine":true"#),
    ("开展生产线建设提升", true, #""productionLine":true"#),
    ("开展生产线建设提升", "否", #""productionLine":false"#),
    ("开展生产线建设提升", " 否\n", #""productionLine":false"#),
    ("高新技术企业", 0, #""highTech":false"#),
    // Choices by their labels and values.
    ("涉密情况", "不涉密", #""secrecy":"none""#),
    ("涉密情况", "declassified", #""secrecy":"declassified""#),
    ("发榜单位类型", "高校", #""issuerKind":"university""#),
    ("学科领域", "其他学科", #""discipline":"其他学科""#),
    // Lists of texts, in one cell or several.
    ("项目类别", "信息化管理；军民融合", #""topics":["informatisation","military-civil"]"#),
    ("项目类别", "医疗保健器械、药品保健品、艾滋病防治", #""topics":["medical-product","aids"]"#),
    ("项目类别", "无", #""topics":[]"#),
    ("已取得的科研成果", "甲、乙两项成果\n丙成果", #""achievements":["甲、乙两项成果","丙成果"]"#),
    ("已取得的科研成果1", "甲；乙", #""achievements":["甲；乙"]"#),
    ("已取得的科研成果", "无", #""achievements":[]"#),
    ("已取得的科研成果", "暂无。", #""achievements":[]"#),
    ("已取得的科研成果1", "—", #""achievements":[]"#),
    ("已取得的科研成果2", "无", #""achievements":[]"#),
    ("科技创新平台", "无", #""platforms":[]"#),
    // Texts and codes.
    ("申报单位行政区划代码", 451_002, #""region":"451002""#),
    ("申报单位行政区划代码", "４５１００２", #""region":"451002""#),
    ("申报单位统一社会信用代码", "91451002MAEXAMP146", #""creditCode":"91451002MAEXAMP146""#),
    ("申报单位统一社会信用代码", "91451002maexamp146", #""creditCode":"91451002MAEXAMP146""#),
    ("申报单位统一社会信用代码", "914510 02MAEXAMP1　46", #""creditCode":"91451002MAEXAMP146""#),
    ("申报单位统一社会信用代码", "９１４５１００２ＭＡＥＸＡＭＰ１４６", #""creditCode":"91451002MAEXAMP146""#),
    ("申报单位统一社会信用代码", "914510-02MAEXAMP1-46", #""creditCode":"91451002MAEXAMP146""#),
    ("申报单位统一社会信用代码", "9145100200000E1234", #""creditCode":"9145100200000E1234""#),
    ("申报单位统一社会信用代码", "-", #""creditCode":"-""#),
    ("申报单位行政区划代码", "右江区", #""region":"451002""#),
    ("申报单位行政区划代码", "平果市", #""region":"451082""#),
    ("申报单位行政区划代码", "百色市 右江区", #""region":"451002""#),
    ("项目负责人职称", .styled("7", 7), #""title":"007""#),
    ("项目负责人姓名", "=1+1", #""name":"=1+1""#),
  ]

  @Test("A valid cell is read", arguments: accepted)
  func reads(_ heading: String, _ cell: FixtureCell, _ json: String) throws {
    let reading = try TableReading((heading, cell))
    #expect(reading.faults.isEmpty)
    #expect(reading.diagnostics.isEmpty)
    #expect(try #require(reading.json.first).contains(json))
  }

  static let refused: [(String, FixtureCell, String)] = [
    ("经济效益", 300, "没有注明单位"),
    ("经济效益（件）", 300, "应为金额单位"),
    ("示范点（万元）", 3, "应为数量"),
    ("项目负责人姓名（万元）", "甲", "不带单位"),
    ("经济效益（万元）", "5 00", "应为金额"),
    ("经济效益（万元）", .styled("0.5", 2), "百分数"),
    ("经济效益（元）", .styled("300", 3), "显示的单位是“万元”"),
    ("经济效益（万元）", .styled("3000000", 4), "缩放"),
    ("经济效益（万元）", .styled("300", 5), "格式带有文字"),
    ("经济效益（万元）", .styled("300", 8), "显示的单位是“元”"),
    ("经济效益（万元）", .styled("3000", 9), "缩放"),
    ("示范点（个）", .styled("3", 3), "金额单位"),
    ("经济效益（万元）", "¥600000", "带有“¥”"),
    ("经济效益（万元）", "/", "没有的填0"),
    ("涉密情况", "绝密", "应为其中之一：涉密、已脱密、不涉密"),
    ("经济效益（万元）", "约300", "应为金额"),
    ("经济效益（万元）", "300～500", "应为金额"),
    ("经济效益（万元）", "1,23", "应为金额"),
    ("经济效益（万元）", .date("45352"), "“2024-03-01”是日期或时间，应为金额"),
    ("经济效益（万元）", true, "应为金额"),
    ("经济效益（万元）", "3E+02", "科学计数法"),
    ("经济效益（万元）", .error("#REF!"), "公式错误"),
    ("经济效益（万元）", .formula("A1*2", value: nil), "没有计算结果"),
    ("经济效益（万元）", .formula("300+18", value: ""), "没有计算结果"),
    ("示范点（个）", "两个", "应为整数"),
    ("示范点（个）", .date("45352.5"), "“2024-03-01 12:00”是日期或时间，应为整数"),
    ("开展生产线建设提升", "也许", "应为“是”或“否”"),
    ("开展生产线建设提升", 2, "应为“是”或“否”"),
    ("申报单位统一社会信用代码", .number("914510020000001460"), "转成了数字"),
    ("申报单位统一社会信用代码", "9.1451E+17", "转成了数字"),
    ("项目负责人姓名", .date("45352"), "转成了日期“2024-03-01”"),
    ("示范点（个）", .number("1e999"), "科学计数法"),
    ("示范点（个）", .date("2"), "“2”是日期或时间"),
    ("示范点（个）", true, "“TRUE”应为整数"),
    ("开展生产线建设提升", .date("45352"), "“2024-03-01”是日期"),
    ("申报单位行政区划代码", "鼓楼区", "320106"),
    ("申报单位行政区划代码", "某某镇", "不是6位行政区划代码"),
    ("申报单位行政区划代码", "451002001000", "应为6位数字"),
    ("申报单位行政区划代码", "45100２1", "应为6位数字"),
    ("研发投入（万元）", 80, "没有注明年度"),
    ("科技创新平台", "有", "没有找到本申报编号的科技创新平台"),
    ("科技创新平台", "铝材中心", "应为“有”或“无”"),
    ("科技创新平台", "有2个", "没有找到本申报编号的科技创新平台"),
    ("科技创新平台", .formula("IF(1,\"有\")", value: nil), "没有计算结果"),
  ]

  @Test("An invalid cell is refused, and the fault names it", arguments: refused)
  func refuses(_ heading: String, _ cell: FixtureCell, _ reason: String) throws {
    let reading = try TableReading((heading, cell))
    let fault = try #require(reading.faults.first)
    #expect(reading.faults.count == 1)
    #expect(fault.cell == "申报表!G2")
    #expect(fault.message.hasPrefix("申报表!G2："))
    #expect(fault.message.contains(reason))
    #expect(fault.code == .invalidRecord)
  }

  @Test(
    "A value that is invalid in JSON is also invalid in a cell, and the problem names the cell",
    arguments: [
      ("示范点（个）", -1), ("示范点（个）", 1.5), ("经济效益（万元）", -300), ("申报单位行政区划代码", 4510),
    ] as [(String, FixtureCell)])
  func invalid(_ heading: String, _ cell: FixtureCell) throws {
    let book = FixtureBook(
      FixtureBook.Sheet("申报表", [hostHeadings + [.text(heading)], hostCells() + [cell]]))
    let problems = try evaluate(book) { ($0.failure?.code, $0.problems) }
    #expect(problems.count == 1)
    #expect(problems[0].0 == .invalidRecord)
    #expect(problems[0].1.map(\.cell) == ["申报表!G2"])
  }

  @Test("Only decimal notation, with or without an exponent, is a number in a workbook")
  func notation() {
    let texts = ["10", "1E1", "1.0e+1", "+10", "010", "0x10", "nan", "inf", "1_0", "1e", ".", "", "1e999", "１０", "1 0"]
    #expect(
      texts.map { CellNumber(cell: $0)?.decimalText } == Array(repeating: "10", count: 5) + Array(repeating: nil, count: 10))
  }

  @Test("Six digits that no register has are told, and change nothing", arguments: [("451002", []), ("999999", ["申报表!G2"])])
  func unknownRegion(_ code: String, _ cells: [String]) throws {
    let reading = try TableReading(("申报单位行政区划代码", .text(code)))
    #expect(reading.faults.isEmpty)
    #expect(reading.json[0].contains("\"region\":\"\(code)\""))
    #expect(reading.rows[0].unknownFields.map(\.cell) == cells)
    #expect(reading.rows[0].unknownFields.allSatisfy { $0.code == .unknownRegion && $0.field == "applicant.region" })
  }
}

import KepingCore
import Testing
import WorkbookFixtures

@Suite("Dates are read from cells in every notation that means a whole day")
struct DateCellTests {
  static func finding(_ cell: FixtureCell) throws -> Assessment? {
    try DatePlugin("'填写', soldOn:given()").assess(columns: [("首次销售日期", cell)])
  }

  @Test(
    "A cell with a day is a date, in any usual notation",
    arguments: [
      .date("43160"), .date("43160.75"), .date("43160.999995"), .styled("43160", FixtureBook.dateStyle), "2018-03-01", "2018-3-1",
      "2018/3/1", "2018.3.1", "2018.03.01", "2018年3月1日",
      "2018年03月01日",
      "2018年3月1号", "20180301", 20_180_301, "２０１８－０３－０１", "２０１８年３月１日", "2018-03-01 17:30", "2018年3月1日 9时",
      "2018-03-01T00:00:00+08:00",
      " 2018-03-01 ", "2018 年 3 月 1 日",
    ] as [FixtureCell])
  func reads(_ cell: FixtureCell) throws {
    let assessment = try #require(try Self.finding(cell))
    #expect(assessment.problems == [])
    #expect(assessment.findings.first?.evidence.map(\.value) == [.text("2018-03-01")])
  }

  @Test("Dates count from 1904 if the workbook says so")
  func macintosh() throws {
    let plugin = try DatePlugin("'填写', soldOn:given()")
    let assessment = try plugin.assess(columns: [("首次销售日期", .date("41698"))], countsFrom1904: true)
    #expect(assessment?.findings.first?.evidence.map(\.value) == [.text("2018-03-01")])
  }

  @Test(
    "A cell without a whole day is a fault that names the cell and says what to write",
    arguments: [
      ("2018年3月", "不完整"), ("2018-03", "不完整"), ("2018.3", "不完整"), (2018.3, "不完整"), ("201803", "不完整"), (201_803, "不完整"),
      ("2018", "不完整"),
      (2018, "不完整"), ("2018年", "不完整"), ("2018年2月30日", "没有这一天"), ("2018-02-29", "没有这一天"), ("20180230", "没有这一天"),
      (20_180_230, "没有这一天"),
      (43160, "单元格应设为日期格式"), ("昨天", "应为日期"), ("3月1日", "应为日期"), ("2018年3月1日起", "应为日期"), (true, "应为日期"), ("18-3-1", "应为日期"),
      ("2018.1-2019.12", "应为日期"), (.date("2018"), "像是填在日期格式的单元格里的2018年"), (.date("60"), "超出范围"),
      (.date("86"), "像是填在日期格式的单元格里的数86"), (.date("201803"), "像是填在日期格式的单元格里的2018年3月"),
      (.date("199912"), "像是填在日期格式的单元格里的1999年12月"), (.date("3000000"), "超出范围"),
      (.styled("44927", FixtureBook.monthStyle), "没有显示日"), (.styled("44927", FixtureBook.dayStyle), "没有显示年"),
      (.styled("44927", FixtureBook.yearStyle), "没有显示月、日"),
    ] as [(FixtureCell, String)])
  func refuses(_ cell: FixtureCell, _ message: String) throws {
    let assessment = try #require(try Self.finding(cell))
    #expect(assessment.failure?.code == .invalidRecord)
    #expect(assessment.problems.map(\.cell) == ["申报表!G2"])
    #expect(assessment.problems.first?.message.contains(message) == true, "\(assessment.problems.map(\.message))")
  }

  @Test("The elements of a list have dates, too")
  func lists() throws {
    let plugin = try DatePlugin("'2020年1月1日', devices:any('新设备', { boughtOn = after '2020年1月1日' })")
    for (cell, outcome) in [("2020年1月2日", Outcome.met), ("2020.1.1", .unmet)] as [(FixtureCell, Outcome)] {
      let sheet = FixtureBook.Sheet("设备", [["申报编号", "名称", "购置日期"], ["A", "甲", cell]])
      #expect(try plugin.assess(columns: [], list: sheet)?.findings.map(\.outcome) == [outcome])
    }
    let sheet = FixtureBook.Sheet("设备", [["申报编号", "名称", "购置日期"], ["A", "甲", "2020年"]])
    #expect(try plugin.assess(columns: [], list: sheet)?.problems.map(\.cell) == ["设备!C2"])
  }

  // MARK: The host's dates

  static let dates = "leader.birthDate:given(), applicant.registeredOn:given(), period.start:given(), period['end']:given()"

  @Test(
    "The host's dates have the headings that clerks use",
    arguments: [
      ("项目负责人出生日期", "leader.birthDate"), ("负责人出生日期", "leader.birthDate"), ("项目负责人出生年月日", "leader.birthDate"),
      ("主持人出生日期", "leader.birthDate"), ("注册日期", "applicant.registeredOn"), ("成立日期", "applicant.registeredOn"),
      ("注册时间", "applicant.registeredOn"), ("成立时间", "applicant.registeredOn"), ("企业注册日期", "applicant.registeredOn"),
      ("公司成立时间", "applicant.registeredOn"), ("项目起始日期", "period.start"), ("开始时间", "period.start"), ("项目开始时间", "period.start"),
      ("起始时间", "period.start"), ("结束日期", "period.end"), ("完成时间", "period.end"), ("项目完成日期", "period.end"),
      ("项目结束日期", "period.end"),
      ("period.end", "period.end"),
    ])
  func headings(_ heading: String, _ path: String) throws {
    let assessment = try #require(try DatePlugin("'填写', \(Self.dates)").assess(columns: [(heading, "2018年3月1日")]))
    #expect(assessment.problems == [])
    #expect(assessment.findings[0].evidence.filter { $0.value == .null }.map(\.field).contains(path) == false)
    #expect(assessment.findings[0].evidence.filter { $0.value == .null }.count == 3)
  }

  @Test("A period in one cell is an unknown column", arguments: ["项目起止年月", "项目起止时间", "起止年月", "项目起止"])
  func period(_ heading: String) throws {
    let assessment = try #require(try DatePlugin("'填写', \(Self.dates)").assess(columns: [(heading, "2024.1-2025.12")]))
    #expect(assessment.problems.map(\.code) == [.unknownField])
    #expect(assessment.findings[0].evidence.count == 4)
  }

  @Test("A column of the date of birth also gives the year, and a program may read either or both")
  func birth() throws {
    let both = "'填写', leader.birthDate:given(), leader.birthYear:at_least('1980年', 'r')"
    for heading in ["项目负责人出生日期", "项目负责人出生年月日"] {
      let assessment = try #require(try DatePlugin(both).assess(columns: [(heading, "1986-05-12")]))
      #expect(assessment.verdict == .pass && assessment.problems == [])
      for clause in ["'q', leader.birthYear:at_least('1986年', 'r')", "'q', leader.birthDate:on_or_after('1986年5月12日', 'r')"] {
        #expect(try DatePlugin(clause).assess(columns: [(heading, .date("31544"))])?.verdict == .pass)
      }
    }
    // A year of birth in its own column is the only source of the year.
    let columns: [(String, FixtureCell)] = [("项目负责人出生年份", 1986), ("项目负责人出生日期", "1986-05-12")]
    #expect(try DatePlugin(both).assess(columns: columns)?.verdict == .pass)
    let other = try #require(
      try DatePlugin(both).assess(columns: [("项目负责人出生年份", 1985), ("项目负责人出生日期", "1986-05-12")]))
    #expect(other.problems.map(\.field) == ["leader.birthDate"] && other.problems.map(\.cell) == ["申报表!H2"])
  }

  @Test("A date of birth beside the year of birth is no second year for a program that reads only the year")
  func birthBesideYear() throws {
    let plugin = try DatePlugin("'q', leader.birthYear:at_least('1986年', 'r')")
    for heading in ["项目负责人出生日期", "负责人出生日期"] {
      let columns: [(String, FixtureCell)] = [("项目负责人出生年份", 1986), (heading, "1986-05-12")]
      for order in [columns, columns.reversed()] {
        let assessment = try #require(try plugin.assess(columns: order))
        #expect(assessment.verdict == .pass && assessment.problems == [])
      }
    }
  }

  @Test("A year of birth needs a cell that shows the year")
  func shownBirthYear() throws {
    let plugin = try DatePlugin("'q', leader.birthYear:at_least('1986年', 'r')")
    for style in [FixtureBook.monthStyle, FixtureBook.yearStyle, FixtureBook.dateStyle] {
      #expect(try plugin.assess(columns: [("项目负责人出生年月", .styled("31533", style))])?.verdict == .pass)
    }
    let hidden = try #require(try plugin.assess(columns: [("项目负责人出生年月", .styled("31533", FixtureBook.dayStyle))]))
    #expect(hidden.problems.first?.message.contains("没有显示年") == true)
  }

  @Test(
    "A column of the date of birth with a year or a month gives the year, unless the program reads the date",
    arguments: ["1986", 1986, "1986年5月", "1986.5", "198605"] as [FixtureCell])
  func birthYear(_ cell: FixtureCell) throws {
    for heading in ["项目负责人出生日期", "项目负责人出生年月日"] {
      let year = try #require(try DatePlugin("'q', leader.birthYear:at_least('1986年', 'r')").assess(columns: [(heading, cell)]))
      #expect(year.verdict == .pass && year.problems == [])
      let date = try #require(try DatePlugin("'q', leader.birthDate:given()").assess(columns: [(heading, cell)]))
      #expect(date.failure?.code == .invalidRecord && date.problems.map(\.cell) == ["申报表!G2"])
    }
  }

  @Test("A column of the month of birth gives no date, even if a spreadsheet made one of it")
  func birthMonth() throws {
    let plugin = try DatePlugin("'q', leader.birthDate:given()")
    for cell in ["1986年5月", .date("31533")] as [FixtureCell] {
      #expect(try plugin.assess(columns: [("项目负责人出生年月", cell)])?.findings.map(\.outcome) == [.unknown])
    }
  }

  @Test("An impossible date of birth is a fault as before, and a year out of range names the cell")
  func impossibleBirth() throws {
    for clause in ["'q', leader.birthYear:given()", "'q', leader.birthDate:given()"] {
      for cell in ["1986-02-30", "2025-05-01"] as [FixtureCell] {
        let assessment = try #require(try DatePlugin(clause).assess(columns: [("项目负责人出生日期", cell)]))
        #expect(assessment.failure?.code == .invalidRecord)
        #expect(assessment.problems.map(\.cell).first == "申报表!G2")
      }
    }
  }

  @Test("Dates in the wrong order are a fault of the cell if the program reads them, and a remark if it does not")
  func order() throws {
    let columns: [(String, FixtureCell)] = [("项目开始日期", "2024-03-01"), ("项目结束日期", "2024-02-29")]
    let read = try #require(try DatePlugin("'q', period.start:given()").assess(columns: columns))
    #expect(read.failure?.code == .invalidRecord)
    #expect(read.problems.map(\.field) == ["period.end"] && read.problems.map(\.cell) == ["申报表!H2"])
    let unread = try #require(try DatePlugin("'q', title:given()").assess(columns: columns))
    #expect(unread.verdict == .pass)
    #expect(unread.problems.map(\.code) == [.unknownField] && unread.problems.map(\.cell) == ["申报表!H2"])
  }

  @Test("An unreadable cell of a date that the program does not read is only a remark")
  func unmentioned() throws {
    let assessment = try #require(try DatePlugin("'q', title:given()").assess(columns: [("注册日期", "2018年3月")]))
    #expect(assessment.verdict == .pass)
    #expect(assessment.problems.map(\.code) == [.unknownField] && assessment.problems.map(\.cell) == ["申报表!G2"])
  }
}

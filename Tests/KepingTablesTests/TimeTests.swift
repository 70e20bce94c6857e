import BatchFixtures
import KepingBatch
import KepingCore
import Testing
import WorkbookFixtures

@testable import KepingTables

@Suite("Times and years of birth are read in every notation whose meaning is certain")
struct TimeTests {
  static let times: [(FixtureCell, String)] = [
    (.date("45352.375"), "2024-03-01T09:00:00+08:00"), ("2024-03-01 09:00", "2024-03-01T09:00:00+08:00"),
    ("2024年3月1日", "2024-03-01T00:00:00+08:00"), ("2024年3月1号9点", "2024-03-01T09:00:00+08:00"),
    ("2024/3/1 9:05:06", "2024-03-01T09:05:06+08:00"), ("2024.3.31 17:30", "2024-03-31T17:30:00+08:00"),
    ("2024-03-01T01:00:00Z", "2024-03-01T01:00:00Z"), ("2024-03-31T17:30", "2024-03-31T17:30:00+08:00"),
    ("2024-03-31 17:30:00+08:00", "2024-03-31T17:30:00+08:00"), ("2024-03-31 09:30:00Z", "2024-03-31T09:30:00Z"),
    ("2024-03-31 17:30:00.000", "2024-03-31T17:30:00+08:00"), ("2024-03-31 17:30:00.5", "2024-03-31T17:30:00.5+08:00"),
    ("２０２４－０３－３１　１７：３０", "2024-03-31T17:30:00+08:00"), ("2024-3-31 17：30", "2024-03-31T17:30:00+08:00"),
    // Digits without separators.
    ("20240331", "2024-03-31T00:00:00+08:00"), (20_240_331, "2024-03-31T00:00:00+08:00"),
    ("20240331 17:30", "2024-03-31T17:30:00+08:00"), ("202403311730", "2024-03-31T17:30:00+08:00"),
    ("20240331173015", "2024-03-31T17:30:15+08:00"),
    // Hours in words and of the 12-hour clock.
    ("2024年3月31日 9时30分", "2024-03-31T09:30:00+08:00"), ("2024年3月31日17时30分15秒", "2024-03-31T17:30:15+08:00"),
    ("2024年3月31日17点半", "2024-03-31T17:30:00+08:00"), ("2024年3月31日17时整", "2024-03-31T17:00:00+08:00"),
    ("2024-3-31 下午5:30", "2024-03-31T17:30:00+08:00"), ("2024年3月31日下午5时30分", "2024-03-31T17:30:00+08:00"),
    ("2024-3-31 下午17:30", "2024-03-31T17:30:00+08:00"), ("2024-3-31 上午9:30", "2024-03-31T09:30:00+08:00"),
    ("2024-3-31 下午12:30", "2024-03-31T12:30:00+08:00"), ("2024-3-31 中午12点", "2024-03-31T12:00:00+08:00"),
    ("2024-3-31 晚上8点", "2024-03-31T20:00:00+08:00"), ("2024-3-31 5:30 PM", "2024-03-31T17:30:00+08:00"),
    // The end of the day.
    ("2024-03-31 24:00", "2024-03-31T23:59:59+08:00"), ("2024-03-31 24:00:00", "2024-03-31T23:59:59+08:00"),
    ("2024年3月31日24时", "2024-03-31T23:59:59+08:00"), ("2024年3月31日 24点", "2024-03-31T23:59:59+08:00"),
    ("2024年3月31日24时00分", "2024-03-31T23:59:59+08:00"), ("2024-12-31T24:00:00+08:00", "2024-12-31T23:59:59+08:00"),
  ]

  @Test("A time is read", arguments: times)
  func reads(_ cell: FixtureCell, _ time: String) throws {
    let reading = try TableReading(("提交时间", cell))
    #expect(reading.faults.isEmpty)
    #expect(reading.json[0].contains("\"submittedAt\":\"\(time)\""))
  }

  @Test(
    "Anything else is refused",
    arguments: [
      ("昨天", "应为时间"), ("2024-02-30", "应为时间"), ("2024-03-31 24:01", "应为时间"), ("2024-03-31 24:00:01", "应为时间"),
      ("2024-03-31 25:00", "应为时间"), ("2024-03-31 17:60", "应为时间"), ("2024年3月31日24时30分", "应为时间"), ("24-3-31", "应为时间"),
      ("3月31日", "应为时间"), ("31/3/2024", "应为时间"), ("2024-3", "应为时间"), ("2024-3/31", "应为时间"), ("20240230", "应为时间"),
      ("2024033", "应为时间"), ("2024-3-31 上午12:00", "应为时间"), ("2024-3-31 晚上12点", "应为时间"), ("2024-3-31 上午13:00", "应为时间"),
      ("2024-3-31 9:00-10:00", "应为时间"), ("2024-3-31 9:00 +08", "应为时间"), ("2024-3-31 5", "应为时间"), ("2024-3-31前", "应为时间"),
      (45352, "应设为日期格式"), (20_240_230, "应设为日期格式"), (true, "“TRUE”应为时间"), (.date("60"), "日期超出范围"),
    ] as [(FixtureCell, String)])
  func refuses(_ cell: FixtureCell, _ reason: String) throws {
    let reading = try TableReading(("提交时间", cell))
    #expect(reading.faults.map(\.cell) == ["申报表!G2"])
    #expect(reading.faults.first?.message.contains(reason) == true)
  }

  @Test("A date without a time is refused if the window opens or closes on that day")
  func dayOnly() throws {
    let window = "windows: { \"4\": { opens: 2024-03-01T09:00:00+08:00, closes: 2024-04-30T17:30:00+08:00 } }\n"
    let programs = try programs(allOn + window).programs
    let times: [FixtureCell] = [
      "20240301", 20_240_301, "202403010900", "2024-04-30 24:00", "2024-03-01", "2024-03-01 09:00", "2024年4月30日", .date("45352"),
      .date("45353"),
    ]
    let rows = times.enumerated().map { hostCells("\($0)") + [$1] }
    let file = try TemporaryFile(try FixtureBook(FixtureBook.Sheet("申报表", [hostHeadings + ["提交时间"]] + rows)).bytes())
    var results: [Bool] = []
    func ignore(_ diagnostic: Diagnostic) {}
    _ = try Batch(programs).assess(try Input(file.path.string, programs: programs), report: ignore) {
      assessment throws(Diagnostic) in results.append(assessment.failure == nil)
    }
    #expect(results == [false, false, true, true, false, true, false, false, true])
    let whole = "windows: { \"4\": { opens: 2024-03-01T00:00:00+08:00, closes: 2024-04-30T23:59:59+08:00 } }\n"
    let wide = try BatchFixtures.programs(allOn + whole).programs
    results = []
    _ = try Batch(wide).assess(try Input(file.path.string, programs: wide), report: ignore) {
      assessment throws(Diagnostic) in results.append(assessment.failure == nil)
    }
    #expect(results == Array(repeating: true, count: times.count))
  }

  @Test("Dates count from 1904 if the workbook says so")
  func macintosh() throws {
    let reading = try TableReading(("提交时间", .date("43890.375")), countsFrom1904: true)
    #expect(try #require(reading.json.first).contains("2024-03-01T09:00:00+08:00"))
  }

  // MARK: Years of birth

  static let births: [FixtureCell] = [
    1986, "1986", "1986年", "1986年生", "1986年5月", "1986年5月12日", "1986 年 05 月", "1986年5月生", "1986-05", "1986/5", "1986.5",
    "1986.05.12",
    "1986-05-12", "1986/5/12", "１９８６．５", 1986.5, .number("1986.05"), .number("1986.1"), .number("1986.12"), "198605", 198_605,
    "19860512",
    19_860_512, .date("31544"), .date("31544.5"),
  ]

  @Test("The year of birth may come with month and day", arguments: births)
  func birth(_ cell: FixtureCell) throws {
    let reading = try TableReading(("项目负责人出生年份", cell))
    #expect(reading.faults.isEmpty)
    #expect(reading.json[0].contains(#""leader":{"birthYear":1986}"#))
  }

  @Test(
    "A year of birth in any other form is refused",
    arguments: [
      "86年", "38岁", 19861, 1_986_051, 86, 0, -1986, "1986-13", "1986-00", "1986.13", .number("1986.13"), .number("1986.123"),
      198_613,
      19_860_230, "19860230", "1986-02-30", "1986年5", "1986-05/12", "5月1986年", "约1986", "1986-1988", "1986、1987", true, 31544,
      .date("1986"), .date("60"),
    ] as [FixtureCell])
  func noBirth(_ cell: FixtureCell) throws {
    let reading = try TableReading(("项目负责人出生年份", cell))
    #expect(reading.faults.map(\.cell) == ["申报表!G2"])
    #expect(!reading.json[0].contains("birthYear"))
  }

  @Test(
    "Other years are not read with a month",
    arguments: ["2024年5月", "2024-05", 202_405, 20_240_512, .date("45352")] as [FixtureCell])
  func guidelineYear(_ cell: FixtureCell) throws {
    var cells = hostCells()
    cells[1] = cell
    let failures = try evaluate(FixtureBook(FixtureBook.Sheet("申报表", [hostHeadings, cells]))) { $0.failure != nil }
    #expect(failures == [true])
  }
}

import BatchFixtures
import KepingBatch
import KepingCore
import KepingFiles
import KepingPrograms
import Testing
import WorkbookFixtures

@testable import KepingTables
@testable import Workbooks

@Suite("A sheet may have a program's words for the host's fields, and those of the host")
struct ProgramWordsTests {
  /// A program with words of its own.
  static let own = """
    labels {
      title = "课题名称（全称）",
      applicant = {
        "牵头单位",
        name = "牵头机构", kind = { "机构性质", enterprise = "企业法人" }, rdExpense = "企业研发费用合计",
        region = { "机构所在区划", example = "520102（贵阳市南明区）" },
        platforms = { "省内平台", level = { "等级", regional = "省级" }, status = "建设状态" },
      },
    }
    direction { "1.1",
      condition { "研发投入100万元以上", applicant.rdExpense[year - 1]:at_least "100万元", points = 5 },
      condition { "省级平台", applicant.platforms:any("省级以上平台", { level = "regional", status = "approved" }) },
      condition { "贵阳", applicant.region:within("5201", "贵阳市") } }
    """

  /// Returns the program, and the same one in the host's words for another direction.
  static func fixture() throws -> TemporaryPrograms {
    let lines = own.split(separator: "\n", omittingEmptySubsequences: false)
    let direction = try #require(lines.firstIndex { $0.hasPrefix("direction") })
    let usual = lines[direction...].joined(separator: "\n").replacing("\"1.1\"", with: "\"2.1\"")
    return try TemporaryPrograms(.init("own", own), .init("usual", direction: "2.1", usual))
  }

  static let ownHeadings: [FixtureCell] = [
    "申报编号", "指南年度", "申报方向", "课题名称（全称）", "牵头机构", "机构性质", "企业研发费用合计2023（万元）", "机构所在区划",
  ]
  static let usualHeadings: [FixtureCell] = hostHeadings + ["研发投入2023（万元）", "申报单位行政区划代码"]

  static func row(_ id: FixtureCell, _ direction: FixtureCell, kind: FixtureCell, region: FixtureCell = "520102") -> [FixtureCell]
  {
    [id, 2024, direction, "虚构项目", "示例公司（虚构）", kind, 100, region]
  }

  static func platforms(_ name: String, _ headings: [FixtureCell], _ ids: [FixtureCell], level: FixtureCell) -> FixtureBook.Sheet
  {
    FixtureBook.Sheet(name, [["申报编号"] + headings] + ids.map { [$0, level, "建有"] })
  }

  static func assess(_ applications: FixtureBook.Sheet, _ list: FixtureBook.Sheet? = nil) throws -> [Assessment] {
    let fixture = try fixture()
    let book = list.map { FixtureBook(applications, $0) } ?? FixtureBook(applications)
    return try BatchFixtures.assess(book, by: try fixture.load())
  }

  @Test(
    "An application of the program passes with either words",
    arguments: [
      (ownHeadings, "企业法人", "省内平台", ["等级", "建设状态"], "省级"),
      (usualHeadings, "企业", "科技创新平台", ["平台级别", "平台状态"], "自治区级"),
      (ownHeadings, "企业", "创新平台", ["平台级别", "建设状态"], "省级"),
      (usualHeadings, "公司", "附表1 省内平台", ["等级", "平台状态"], "regional"),
    ] as [([FixtureCell], FixtureCell, String, [FixtureCell], FixtureCell)])
  func words(
    _ headings: [FixtureCell], _ kind: FixtureCell, _ sheet: String, _ columns: [FixtureCell], _ level: FixtureCell
  ) throws {
    let found = try Self.assess(
      FixtureBook.Sheet("申报表", [headings, Self.row("A", "1.1", kind: kind)]), Self.platforms(sheet, columns, ["A"], level: level))
    #expect(found.map(\.verdict) == [.pass], "\(found.map { $0.failure?.message ?? "" })")
    #expect(found[0].problems == [])
    #expect(found[0].findings[0].message == "上年（2023年）企业研发费用合计100万元，达到100万元")
  }

  @Test("One sheet may hold applications of several programs in the host's words")
  func several() throws {
    let found = try Self.assess(
      FixtureBook.Sheet("申报表", [Self.usualHeadings, Self.row("A", "1.1", kind: "企业"), Self.row("B", "2.1", kind: "企业")]),
      Self.platforms("科技创新平台", ["平台级别", "平台状态"], ["A", "B"], level: "自治区级"))
    #expect(found.map(\.verdict) == [.pass, .pass])
    #expect(found[1].findings[0].message == "上年（2023年）研发投入100万元，达到100万元")
  }

  @Test("Another program does not know the words, and says what is missing")
  func foreign() throws {
    let found = try Self.assess(
      FixtureBook.Sheet("申报表", [Self.ownHeadings, Self.row("A", "1.1", kind: "企业"), Self.row("B", "2.1", kind: "企业")]),
      Self.platforms("省内平台", ["等级", "建设状态"], ["A"], level: "省级"))
    #expect(found[0].verdict == .pass)
    #expect(found[1].failure?.code == .invalidRecord)
    #expect(found[1].problems.map(\.message).contains("申报表!3：缺少申报单位名称（没有这一列）"))
    let level = try Self.assess(
      FixtureBook.Sheet("申报表", [Self.usualHeadings, Self.row("B", "2.1", kind: "企业")]),
      Self.platforms("科技创新平台", ["平台级别", "平台状态"], ["B"], level: "省级"))
    #expect(level[0].failure?.message.contains("“省级”应为其中之一：县级、市级、自治区级、国家级") == true)
  }

  @Test("A row whose program is not known is read in any words, so that the fault of its direction is reported")
  func unknownDirection() throws {
    for headings in [Self.ownHeadings, Self.usualHeadings] {
      for kind in ["企业", "企业法人"] as [FixtureCell] {
        let found = try Self.assess(FixtureBook.Sheet("申报表", [headings, Self.row("A", "9.9", kind: kind)]))
        #expect(found.map(\.failure?.code) == [.unknownDirection])
      }
    }
  }

  @Test("A fault in a cell of a host's field is reported in the program's words")
  func faults() throws {
    let found = try Self.assess(
      FixtureBook.Sheet(
        "申报表", [Self.ownHeadings, ["A", 2024, "1.1", nil, "示例公司（虚构）", "工厂", 100, "5201"]]),
      FixtureBook.Sheet("省内平台", [["申报编号", "等级"], ["A", "区级"]]))
    let messages = found[0].problems.map(\.message)
    #expect(messages.contains("申报表!D2：缺少课题名称（全称）"), "\(messages)")
    #expect(messages.contains { $0.contains("机构性质“工厂”应为其中之一：企业法人、高等院校") })
    #expect(messages.contains("申报表!H2：机构所在区划“5201”应为6位数字的行政区划代码，如520102，或行政区划的名称"))
    #expect(messages.contains { $0.contains("等级“区级”应为其中之一：县级、市级、省级、国家级") })
    #expect(messages.contains { $0.contains("缺少省内平台的建设状态") })
    #expect(found[0].problems.first { $0.field == "title" }?.label == "课题名称（全称）")
  }

  @Test("A sheet that looks like a list of the program, but has another name, keeps its applications from being evaluated")
  func unnamedList() throws {
    let found = try Self.assess(
      FixtureBook.Sheet("申报表", [Self.ownHeadings, Self.row("A", "1.1", kind: "企业")]),
      Self.platforms("Sheet2", ["等级", "建设状态"], ["A"], level: "省级"))
    #expect(found[0].failure?.code == .invalidRecord)
    #expect(found[0].failure?.message.contains("工作表“Sheet2”有本申报编号的行，像是科技创新平台") == true, "\(found[0].failure?.message ?? "")")
  }

  @Test("JSON has the host's names, and its faults are reported in the program's words")
  func json() throws {
    let fixture = try Self.fixture()
    var assessor = Assessor(try fixture.load())
    func assess(_ direction: String) -> Assessment {
      assessor.assess(
        Bytes(
          #"{"id":"A","year":2024,"direction":"\#(direction)","title":"虚构","applicant":{"kind":"factory","region":"5201"}}"#.utf8)
      )
    }
    let (own, usual) = (assess("1.1").problems.map(\.message), assess("2.1").problems.map(\.message))
    #expect(own.contains("缺少牵头机构") && own.contains("机构所在区划应为6位数字的行政区划代码，如520102（贵阳市南明区）"), "\(own)")
    #expect(own.contains { $0.hasPrefix("机构性质“factory”不在可选值（enterprise 企业法人、") })
    #expect(usual.contains("缺少申报单位名称") && usual.contains("申报单位行政区划代码应为6位数字的行政区划代码"), "\(usual)")
    let record = application("A").replacing("4.1", with: "1.1").replacing(#""kind""#, with: #""creditCode":"1","kind""#)
    let problem = assessor.assess(Bytes(record.utf8)).problems.first { $0.code == .invalidCreditCode }
    #expect(problem?.message.hasPrefix("申报单位统一社会信用代码“1”") == true)
  }

  @Test("An own field may have a label that the program replaced, and its column is the field's")
  func takenLabel() throws {
    let program = """
      labels { applicant = { rdExpense = "研发费用" } }
      fields { expected = { cost = count "研发投入" } }
      direction { "1.1", target { "2个", expected.cost:at_least "2个", points = 1 } }
      """
    let fixture = try TemporaryPrograms(.init("own", program))
    let book = FixtureBook(
      FixtureBook.Sheet("申报表", [hostHeadings + ["研发投入"], ["A", 2024, "1.1", "虚构", "示例公司（虚构）", "企业", 2]]))
    let found = try BatchFixtures.assess(book, by: try fixture.load())
    #expect(found.map(\.verdict) == [.pass], "\(found.map { $0.problems.map(\.message) })")
  }

  @Test(
    "A numbered column of a list's elements may have the host's words, also those without a prefix",
    arguments: ["", #"{ name = "合作方名称" }"#, #""合作方""#, #"{ "合作方", name = "合作方名称", kind = "合作方类型" }"#],
    [("联合申报单位1名称", "联合申报单位1类型"), ("联合申报单位1单位名称", "联合申报单位1单位类型"), ("合作单位1名称", "合作单位1类型")])
  func numberedColumns(_ labels: String, _ headings: (String, String)) throws {
    let program = """
      \(labels.isEmpty ? "" : "labels { partners = \(labels) }")
      direction { "1.1", condition { "合作单位1家", partners:count():at_least("1家", "合作"), points = 1 } }
      """
    let fixture = try TemporaryPrograms(.init("own", program))
    let cells: [FixtureCell] = ["A", 2024, "1.1", "虚构", "示例公司（虚构）", "企业", "示例大学（虚构）", "高等院校"]
    let sheet = FixtureBook.Sheet("申报表", [hostHeadings + [.text(headings.0), .text(headings.1)], cells])
    let found = try BatchFixtures.assess(FixtureBook(sheet), by: try fixture.load())
    #expect(found.map(\.verdict) == [.pass], "\(found.map { $0.problems.map(\.message) })")
  }

  // MARK: Templates

  /// Returns the text of a part of a workbook.
  static func text(of part: ZipPart) throws -> String {
    var bytes: Bytes = []
    let buffer = UnsafeMutableRawBufferPointer.allocate(byteCount: 1 << 16, alignment: 1)
    defer { buffer.deallocate() }
    while true {
      let count = try part.read(into: buffer)
      if count == 0 { return bytes.text }
      bytes += buffer[..<count]
    }
  }

  static func template() throws -> TemporaryFile {
    let file = try TemporaryFile()
    let subjects = try fixture().programs().map { Template.Subject(program: $0, direction: $0.directions[0], example: nil) }
    try Template.write(subjects, to: try StagedFile(file.path))
    return file
  }

  @Test("A template has the program's words; lists of programs with different words have sheets of their own")
  func templates() throws {
    let sheets = try sheets(try Self.template())
    let names = sheets.map(\.name)
    #expect(names.contains("省内平台") && names.contains("科技创新平台"))
    #expect(sheets[0].rows.joined().contains { $0.contains("联合申报单位、省内平台、项目组成员等各有一张工作表") })
    let own = try #require(sheets.first { $0.name.hasPrefix("1.1") }?.rows[0])
    for heading in ["课题名称（全称）*", "牵头机构*", "机构性质*", "企业研发费用合计2023（万元）", "机构所在区划", "省内平台"] {
      #expect(own.contains("text:\(heading)"), "\(heading): \(own)")
    }
    let usual = try #require(sheets.first { $0.name.hasPrefix("2.1") }?.rows[0])
    for heading in ["项目名称*", "申报单位名称*", "研发投入2023（万元）"] { #expect(usual.contains("text:\(heading)")) }
    let platforms = try #require(sheets.first { $0.name == "省内平台" }?.rows[0])
    #expect(platforms == ["申报编号*", "平台名称", "等级*", "建设状态*"].map { "text:\($0)" })
  }

  @Test("The drop-downs, hints and notes of a template have the program's words")
  func hints() throws {
    let file = try Self.template()
    let archive = try ZipArchive(try ByteSource(file.path).randomAccess(), name: "模板.xlsx")
    var parts = ""
    for number in 1...9 {
      for name in ["xl/comments\(number).xml", "xl/worksheets/sheet\(number).xml"] where archive.contains(name) {
        parts += try Self.text(of: archive.open(name))
      }
    }
    for text in ["6位行政区划代码，如520102（贵阳市南明区）", "请填6位行政区划代码，如520102", "县级,市级,省级,国家级", "可填：企业法人、", "工作表“省内平台”"] {
      #expect(parts.contains(text), "\(text)")
    }
    // The other program has the usual example.
    #expect(parts.contains("如451002（百色市右江区）") && parts.contains("县级,市级,自治区级,国家级"))
  }

  @Test("Lists of two programs that have the same name but different words are on two sheets")
  func sameName() throws {
    func program(_ direction: String, _ label: String) -> String {
      """
      labels { applicant = { platforms = { level = { regional = "\(label)" } } } }
      direction { "\(direction)", target { "平台", applicant.platforms:some(), points = 1 } }
      """
    }
    let fixture = try TemporaryPrograms(
      .init("first", program("1.1", "省级")), .init("second", direction: "2.1", program("2.1", "市属")))
    let subjects = try fixture.programs().map { Template.Subject(program: $0, direction: $0.directions[0], example: nil) }
    let file = try TemporaryFile()
    try Template.write(subjects, to: try StagedFile(file.path))
    let names = try sheets(file).map(\.name)
    #expect(names.filter { $0.hasPrefix("科技创新平台") } == ["科技创新平台", "科技创新平台 2"], "\(names)")
    let found = try BatchFixtures.assess(
      FixtureBook(
        FixtureBook.Sheet("申报表", [hostHeadings, ["B", 2024, "2.1", "虚构", "示例公司（虚构）", "企业"]]),
        Self.platforms("科技创新平台 2", ["平台级别", "平台状态"], ["B"], level: "市属")), by: try fixture.load())
    #expect(found.map(\.verdict) == [.pass])
  }
}

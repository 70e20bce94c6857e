import BatchFixtures
import KepingCore
import KepingFiles
import KepingPrograms
import Testing
import WorkbookFixtures

@testable import KepingBatch

@Suite("The applications of each holder are counted for limits")
struct SubmissionCountTests {
  typealias Application = LimitPlugin.Application

  static let (first, second) = ("91451003MAEXAMP01A", "91451082MAEXAMP03X")

  /// Returns each excess as its limit, its group and its holders; nil if nothing was counted.
  static func excesses(
    _ applications: [Application], _ plugin: LimitPlugin, setup: BatchSetup = BatchSetup(), isOn: Bool = true
  ) throws -> [String]? {
    let programs = try plugin.programs(isOn: isOn)
    let file = try TemporaryFile(applications.lines)
    let batch = setup.batch(programs)
    batch.countSubmissions()
    try batch.assess(try ByteSource(file.path)) { _ throws(Diagnostic) in }
    return batch.limitExcesses?.map { excess in
      let holders = excess.holders.map { "\($0.name) \($0.applications) [\($0.ids.joined(separator: " "))]" }
      return "\(excess.limit.clause) \(excess.group.id) \(excess.count): \(holders.joined(separator: ", "))"
    }
  }

  static func limit(_ options: String, bound: Int = 1) -> String { "limit { '限报\(bound)项', '\(bound)项', \(options) }" }

  /// Returns the excesses of a limit of the whole plan.
  static func excesses(_ per: String, _ applications: [Application]) throws -> [String] {
    try #require(try excesses(applications, LimitPlugin(limit("per = '\(per)'"))))
  }

  // MARK: Keys

  @Test(
    "Units are the same if their valid codes are, or else if their names are in any width, case and spacing",
    arguments: [
      (("甲公司", first), ("甲公司", first), true), (("甲公司", first), ("乙公司", first), true),
      (("甲公司", first), ("甲公司", second), false), (("甲公司", nil), ("甲公司", nil), true),
      (("甲公司", nil), ("乙公司", nil), false), (("ＡＢ公司", nil), ("ab 公司", nil), true),
      (("甲（集团）公司", nil), ("甲(集团) 公司", nil), true), (("甲公司", first), ("甲公司", nil), false),
      // A code that is not valid does not count.
      (("甲公司", "91451003MAEXAMP01B"), ("甲公司", nil), true), (("甲公司", "91451003MAEXAMP01B"), ("乙公司", "91451003MAEXAMP01B"), false),
    ] as [((String, String?), (String, String?), Bool)])
  func units(_ one: (name: String, code: String?), _ other: (name: String, code: String?), _ isSame: Bool) throws {
    for per in ["applicant", "unit"] {
      let found = try Self.excesses(
        per, [Application("A1", by: one.name, code: one.code), Application("A2", by: other.name, code: other.code)])
      #expect(found == (isSame ? ["yanshi/limit/1 yanshi 1: \(other.name) 2 [A2]"] : []))
    }
  }

  @Test("A unit counts as partner too, once for each application; an applicant does not")
  func partners() throws {
    let applications = [
      Application("A1", by: "甲", partners: [("乙", nil), ("乙", nil), ("甲", nil)]),
      Application("A2", by: "丙", partners: [("乙", nil)]),
      Application("A3", by: "乙"), Application("A4", by: "丁", partners: [("甲", nil)]),
    ]
    #expect(
      try Self.excesses("unit", applications) == ["yanshi/limit/1 yanshi 2: 乙 3 [A2 A3], 甲 2 [A4]"])
    #expect(try Self.excesses("applicant", applications) == [])
  }

  @Test(
    "Leaders are the same if their id numbers are, or else if their names and applicants are",
    arguments: [
      (("张三", "4526x", "甲"), ("张三", "４５２６ X", "乙"), true), (("张三", "45260", "甲"), ("李四", "45260", "乙"), true),
      (("张三", "45260", "甲"), ("张三", "45261", "甲"), false), (("张三", nil, "甲"), ("张 三", nil, "甲"), true),
      (("张三", nil, "甲"), ("张三", nil, "乙"), false), (("张三", "45260", "甲"), ("张三", nil, "甲"), false),
      ((nil, nil, "甲"), (nil, nil, "甲"), false), ((nil, "45260", "甲"), (nil, "45260", "乙"), true),
      ((" ", " ", "甲"), (" ", " ", "甲"), false),
      (("张三", " ", "甲"), ("张三", nil, "甲"), true),
    ] as [((String?, String?, String), (String?, String?, String), Bool)])
  func leaders(
    _ one: (name: String?, number: String?, unit: String), _ other: (name: String?, number: String?, unit: String), _ isSame: Bool
  ) throws {
    let found = try Self.excesses(
      "leader",
      [
        Application("A1", by: one.unit, leader: one.name, number: one.number),
        Application("A2", by: other.unit, leader: other.name, number: other.number),
      ])
    let isNumbered = other.number.map { $0 != " " } ?? false
    let name = (other.name ?? "未填姓名的负责人") + (isNumbered ? "" : "（\(other.unit)）")
    #expect(found == (isSame ? ["yanshi/limit/1 yanshi 1: \(name) 2 [A2]"] : []))
    for text in found { #expect(!text.contains("452") && !text.contains("４５")) }
  }

  // MARK: Scopes and bounds

  @Test(
    "A limit counts a direction, a project type or the plan",
    arguments: [
      ("", "within = 'direction'", ["4.1 4.1 1: 甲 2 [A2]"]), ("", "within = 'projectType'", ["4.1 4 1: 甲 3 [A2 A3]"]),
      ("", "within = 'plan'", ["4.1 yanshi 1: 甲 5 [A2 A3 A4 A5]"]), ("", "over = 'best'", ["4.1 4.1 1: 甲 2 [A2]"]),
      ("outside", "within = 'direction'", ["yanshi 4.1 1: 甲 2 [A2]", "yanshi 5.1 1: 甲 2 [A5]"]),
      ("outside", "within = 'projectType'", ["yanshi 4 1: 甲 3 [A2 A3]", "yanshi 5 1: 甲 2 [A5]"]),
      ("outside", "within = 'plan'", ["yanshi yanshi 1: 甲 5 [A2 A3 A4 A5]"]),
      ("outside", "over = 'all'", ["yanshi yanshi 1: 甲 5 [A2 A3 A4 A5]"]),
    ])
  func scopes(_ place: String, _ options: String, _ expected: [String]) throws {
    let limit = Self.limit("per = 'applicant', \(options)")
    let plugin = try place.isEmpty ? LimitPlugin(inside: ["4.1": limit]) : LimitPlugin(limit)
    let directions = ["4.1", "4.1", "4.2", "5.1", "5.1"]
    let found = try Self.excesses(directions.enumerated().map { Application("A\($0 + 1)", $1, by: "甲") }, plugin)
    #expect(found == expected.map { $0.replacing(" ", with: "/limit/1 ", maxReplacements: 1) })
  }

  @Test("Who has one less than the bound or the bound itself does not exceed it", arguments: [1, 2, 3])
  func bounds(_ bound: Int) throws {
    let plugin = try LimitPlugin(Self.limit("per = 'applicant'", bound: bound))
    for count in [bound - 1, bound, bound + 1] {
      let found = try Self.excesses((0..<count).map { Application("A\($0)") }, plugin)
      #expect(found?.count == (count > bound ? 1 : 0))
    }
  }

  @Test("An application that fails counts, and one that cannot be evaluated does not")
  func errors() throws {
    let plugin = try LimitPlugin(Self.limit("per = 'applicant'"))
    func applications(_ state: Int) -> [Application] { [Application("A1"), Application("A2", state: state)] }
    #expect(try Self.excesses(applications(1), plugin)?.count == 1)
    #expect(try Self.excesses(applications(0), plugin)?.count == 1)
    #expect(try Self.excesses(applications(9), plugin) == [])
    #expect(try Self.excesses([Application("A1"), Application("A1")], plugin) == [])
    #expect(try Self.excesses([Application("A1"), Application("A2", "7.7")], plugin) == [])
    #expect(try Self.excesses([Application("A1"), Application("", "4.1")], plugin) == [])
  }

  @Test("Limits with the same holders and scope compare one count with their own bounds")
  func together() throws {
    let plugin = try LimitPlugin(
      Self.limit("per = 'applicant'") + Self.limit("per = 'applicant', over = 'all'", bound: 2) + Self.limit("per = 'leader'"))
    #expect(
      try Self.excesses((1...3).map { Application("A\($0)", by: "甲") }, plugin) == [
        "yanshi/limit/1 yanshi 1: 甲 3 [A2 A3]", "yanshi/limit/2 yanshi 1: 甲 3 [A3]",
      ])
  }

  // MARK: Order and extent

  @Test(
    "Neither workers nor chunks change what is counted, and the order of the input changes only the ids",
    arguments: BatchSetup.all)
  func workers(_ setup: BatchSetup) throws {
    let plugin = try LimitPlugin(Self.limit("per = 'unit'"), inside: ["4.2": Self.limit("per = 'leader'")])
    // Some are invalid or have an id for a second time, so that workers are wrong about them.
    let applications = (0..<400).map { number in
      Application(
        "A\(number % 97 == 5 ? 3 : number)", ["4.1", "4.2", "5.1"][number % 3], by: "公司\(number % 90)",
        partners: [("公司\(number % 7)", nil)], leader: "人\(number % 11)", number: number % 2 == 0 ? "4526\(number % 11)" : nil,
        state: number % 31 == 0 ? 9 : number % 2)
    }
    let alone = try #require(try Self.excesses(applications, plugin))
    #expect(alone.count == 2 && alone.allSatisfy { $0.contains("[") })
    #expect(try Self.excesses(applications, plugin, setup: setup) == alone)
    func withoutIDs(_ texts: [String]?) -> [String]? { texts?.map { $0.replacing(#/ \[.*?\]/#, with: "") } }
    // Reversed, another of two applications with the same id is the one that counts.
    let unique = applications.enumerated().filter { $0.offset % 97 != 5 }.map(\.element)
    let reversed = try Self.excesses(unique.reversed(), plugin, setup: setup)
    #expect(withoutIDs(reversed) == withoutIDs(try Self.excesses(unique, plugin)))
  }

  @Test("At most 20 holders are listed, the first by name, with at most 10 ids")
  func extent() throws {
    let plugin = try LimitPlugin(Self.limit("per = 'applicant'"))
    let names = (10..<45).map { "公司\($0)" }
    for order in [names, names.reversed()] {
      let applications = (0..<13).flatMap { round in order.map { Application("\($0)-\(round)", by: $0) } }
      let text = try #require(try Self.excesses(applications, plugin)?.first)
      let ids = (1...10).map { round in "公司10-\(round)" }.joined(separator: " ")
      #expect(text.hasPrefix("yanshi/limit/1 yanshi 35: 公司10 13 [\(ids)], 公司11 13 ["))
      #expect(text.split(separator: ", ").count == 20 && text.contains("公司29 13 ") && !text.contains("公司30"))
    }
  }

  @Test("Several inputs and rows of a workbook are counted together")
  func inputs() throws {
    let programs = try LimitPlugin(Self.limit("per = 'applicant'")).programs()
    let batch = Batch(programs)
    batch.countSubmissions()
    func ignore(_ diagnostic: Diagnostic) {}
    let lines = try TemporaryFile([Application("A1", by: "甲")].lines)
    let rows = FixtureBook.Sheet(
      "申报表", [hostHeadings + ["状态"], ["B1", 2024, "4.1", "虚构", "甲", "企业", 1], ["B2", 2024, "4.2", "虚构", "乙", "企业", 1]])
    let book = try TemporaryFile(try FixtureBook(rows).bytes())
    for file in [lines, book] {
      _ = try batch.assess(try Input(file.path.string, programs: programs), report: ignore) { _ throws(Diagnostic) in }
    }
    #expect(batch.limitExcesses?.flatMap(\.holders) == [LimitExcess.Holder(name: "甲", applications: 2, ids: ["B1"])])
  }

  @Test("Nothing is counted without a limit that has per, while its program is off, or unless it is asked for")
  func nothing() throws {
    let applications = [Application("A1"), Application("A2")]
    #expect(try Self.excesses(applications, LimitPlugin()) == nil)
    #expect(try Self.excesses(applications, LimitPlugin(inside: ["4.1": "limit { '接受1个', '1个' }"])) == nil)
    #expect(try Self.excesses(applications, LimitPlugin(Self.limit("per = 'applicant'")), isOn: false) == nil)
    let batch = Batch(try LimitPlugin(Self.limit("per = 'applicant'")).programs())
    let file = try TemporaryFile(applications.lines)
    try batch.assess(try ByteSource(file.path)) { _ throws(Diagnostic) in }
    #expect(batch.limitExcesses == nil)
  }

  @Test("The key table counts every key by itself")
  func table() {
    var table = KeyTable()
    var wrong = 0
    for round in 1...3 {
      for number in 0..<20_000 {
        let key = KeyTable.Key(Bytes("甲\(number)".utf8)[...])
        if table.increment(key) != UInt64(round) { wrong += 1 }
      }
    }
    #expect(wrong == 0 && table.find(KeyTable.Key(Bytes("乙".utf8)[...])) == nil)
  }
}

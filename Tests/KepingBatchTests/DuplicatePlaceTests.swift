import BatchFixtures
import Foundation
import KepingCore
import KepingPrograms
import Testing
import WorkbookFixtures

@testable import KepingBatch

@Suite("A duplicate id names the place of the first")
struct DuplicatePlaceTests {
  /// A folder with named files, which is removed with the object.
  final class Inputs {
    private let folder = FileManager.default.temporaryDirectory.appendingPathComponent("keping-\(UUID().uuidString)")
    private(set) var names: [String] = []

    init(_ files: [(name: String, content: [UInt8])]) throws {
      for (name, content) in files {
        let file = folder.appendingPathComponent(name)
        try FileManager.default.createDirectory(at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
        try Data(content).write(to: file)
        names.append(file.path)
      }
    }

    deinit { try? FileManager.default.removeItem(at: folder) }

    /// Returns the error of each application that has one, as the command evaluates the files, with the cells of its problems.
    func errors(jobs: Int = 1) throws -> [String] {
      let programs = try programs(allOn).programs
      let batch = Batch(programs, jobs: jobs)
      if jobs > 1 { (batch.chunkSize, batch.soloSize) = (200, 200) }
      var errors: [String] = []
      func ignore(_ diagnostic: Diagnostic) {}
      for (name, label) in zip(names, Input.labels(of: names)) {
        var input = try Input(name, programs: programs)
        if names.count > 1 { input.label = label }
        _ = try batch.assess(input, report: ignore) { assessment throws(Diagnostic) in
          guard let failure = assessment.failure else { return }
          let cells = assessment.problems.compactMap(\.cell)
          errors.append(([failure.code.rawValue, failure.message] + cells).joined(separator: " | "))
        }
      }
      let path = folder.path + "/"
      return errors.map { $0.replacing(path, with: "") }
    }
  }

  static let a = Array((application("A") + "\n").utf8)
  static let b = Array((application("B") + "\n").utf8)

  static func book(_ sheets: (name: String, ids: [String])...) throws -> [UInt8] {
    try FixtureBook(
      sheets: sheets.map { sheet in
        FixtureBook.Sheet(sheet.name, [hostHeadings] + sheet.ids.map { hostCells(.text($0)) })
      }
    ).bytes()
  }

  @Test(
    "In one file of JSON the message names the line",
    arguments: [
      ("\(application("A"))\n\(application("B"))\n\n\(application("A"))\n", "第1行的记录"),
      ("\n\(application("A"))\n\(application("A"))\n", "第2行的记录"),
      ("[\n\(application("B")),\n\(application("A")),\n\(application("A"))]", "第3行的记录"),
      ("[\(application("A"))]\n\(application("A"))", "第1行的记录"),
    ])
  func lines(_ text: String, _ place: String) throws {
    let inputs = try Inputs([("a.json", Array(text.utf8))])
    #expect(try inputs.errors() == ["duplicate-id | 申报编号与\(place)重复"])
  }

  @Test("In one workbook the message names the sheets and cells of both")
  func sheets() throws {
    let inputs = try Inputs([("a.xlsx", try Self.book(("申报表", ["A", "B"]), ("申报表2", ["C", "A"])))])
    #expect(try inputs.errors() == ["duplicate-id | 申报表2!A3：申报编号与 申报表!A2 重复"])
  }

  @Test("With several files the message names both files")
  func files() throws {
    let json = try Inputs([("甲.jsonl", Self.a), ("乙.jsonl", Self.b + Self.a)])
    #expect(try json.errors() == ["duplicate-id | 乙.jsonl第2行：申报编号与 甲.jsonl第1行 重复"])
    let books = try Inputs([("甲.xlsx", try Self.book(("申报表", ["A"]))), ("乙.xlsx", try Self.book(("申报表", ["A"])))])
    #expect(try books.errors() == ["duplicate-id | 乙.xlsx 申报表!A2：申报编号与 甲.xlsx 申报表!A2 重复"])
    let mixed = try Inputs([("甲.xlsx", try Self.book(("申报表", ["B", "A"]))), ("乙.jsonl", Self.a)])
    #expect(try mixed.errors() == ["duplicate-id | 乙.jsonl第1行：申报编号与 甲.xlsx 申报表!A3 重复"])
  }

  @Test("Files that share a name are named by their paths")
  func sameNames() throws {
    let inputs = try Inputs([("x/甲.jsonl", Self.a), ("y/甲.jsonl", Self.a), ("乙.jsonl", Self.a)])
    #expect(
      try inputs.errors() == [
        "duplicate-id | y/甲.jsonl第1行：申报编号与 x/甲.jsonl第1行 重复",
        "duplicate-id | 乙.jsonl第1行：申报编号与 x/甲.jsonl第1行 重复",
      ])
  }

  @Test(
    "The label of an input is the last component of its path unless several inputs have it",
    arguments: [
      (["a.json"], ["a.json"]), (["x/a.json", "y/b.json"], ["a.json", "b.json"]),
      (["x/a.json", "y/a.json", "y/b.json"], ["x/a.json", "y/a.json", "b.json"]),
      (["a.json", "./a.json"], ["a.json", "./a.json"]),
      (["-", "a.json"], ["标准输入", "a.json"]), ([], []),
    ])
  func labels(_ names: [String], _ labels: [String]) { #expect(Input.labels(of: names) == labels) }

  @Test("With several files each record that cannot be evaluated names its file", arguments: [1, 2, 4])
  func failures(_ jobs: Int) throws {
    let wrong = [
      "{\"id\":}", "{\"id\":\"X\"}", application("Y").replacing("2024,", with: "2031,"),
      application("Z", more: ",\"expected\":{\"newProducts\":1.5}"), "[1]",
    ]
    let inputs = try Inputs([("甲.jsonl", Self.a), ("乙.jsonl", Self.b + Array(wrong.joined(separator: "\n").utf8))])
    let errors = try inputs.errors(jobs: jobs)
    #expect(errors.count == 5)
    #expect(errors[0].hasPrefix("invalid-json | 乙.jsonl第2行第7列："))
    for (index, line) in [(1, 3), (2, 4), (3, 5), (4, 6)] { #expect(errors[index].contains(" | 乙.jsonl第\(line)行：")) }
  }

  @Test("With several files each problem of a cell names its file, and with one file only its sheet")
  func cells() throws {
    let row: [FixtureCell] = ["A", 2024, "4.1", "虚构", "示例（虚构）", "学会"]
    let wrong = try FixtureBook(FixtureBook.Sheet("申报表", [hostHeadings, row])).bytes()
    let alone = try Inputs([("乙.xlsx", wrong)]).errors()
    #expect(alone.count == 1 && alone[0].hasPrefix("invalid-record | 申报表!F2：") && alone[0].hasSuffix(" | 申报表!F2"))
    let both = try Inputs([("甲.jsonl", Self.a), ("乙.xlsx", wrong)]).errors()
    #expect(both.count == 1 && both[0].hasPrefix("invalid-record | 乙.xlsx 申报表!F2：") && both[0].contains(" | 乙.xlsx 申报表!F2"))
  }

  @Test("A list sheet keeps its name when the file is named")
  func lists() throws {
    let book = try FixtureBook(
      FixtureBook.Sheet("申报表", [hostHeadings, hostCells("B")]),
      FixtureBook.Sheet("合作单位", [["申报编号", "单位名称", "单位类型"], ["B", "甲大学（虚构）", "学会"]])
    ).bytes()
    let errors = try Inputs([("甲.jsonl", Self.a), ("乙.xlsx", book)]).errors()
    #expect(errors.count == 1 && errors[0].hasSuffix(" | 乙.xlsx 合作单位!C2"))
  }
}

import BatchFixtures
import KepingCore
import KepingPrograms
import PluginFixtures
import Testing
import WorkbookFixtures

@testable import KepingBatch

@Suite("A correction takes the place of the application with its id")
struct CorrectionTests {
  /// Returns each result as its id, verdict or error code, title, and the verdict before a correction.
  static func outline(_ assessments: [Assessment]) -> [String] {
    assessments.map { assessment in
      let verdict = assessment.failure?.code.rawValue ?? assessment.verdict.rawValue
      let before = assessment.corrects.map { " < \($0.verdict.rawValue)" } ?? ""
      return "\(assessment.id ?? "-") \(assessment.title ?? "-") \(verdict)\(before)"
    }
  }

  static func titled(_ id: String, _ title: String, rd: Int = 1_800_000) -> String {
    application(id, rd: rd).replacing("\"title\":\"虚构\"", with: "\"title\":\"\(title)\"")
  }

  static let broken = #"{"id":"C","year":2024,"direction":"4.1","title":"坏"}"#

  @Test(
    "It stands in the place of the first; what corrects nothing follows in the order of the files",
    arguments: [
      ([titled("A", "甲"), titled("B", "乙")], [titled("A", "新")], ["A 新 supplement < supplement", "B 乙 supplement"]),
      ([titled("A", "甲", rd: 1)], [titled("A", "新")], ["A 新 supplement < fail"]),
      ([titled("A", "甲")], [titled("A", "新", rd: 1)], ["A 新 fail < supplement"]),
      // The id is compared without white space at its ends, and as it is written.
      ([titled(" A ", "甲")], [titled("A", "新")], ["A 新 supplement < supplement"]),
      ([titled("a", "甲")], [titled("A", "新")], ["a 甲 supplement", "A 新 no-original"]),
      // A repeated id in the input.
      ([titled("A", "甲"), titled("A", "乙")], [titled("A", "新")], ["A 新 supplement < supplement", "A 乙 duplicate-id"]),
      // An original or a correction without a verdict.
      ([broken], [titled("C", "新")], ["C 新 supplement < error"]),
      ([titled("C", "甲")], [broken], ["C 坏 invalid-record < supplement"]),
      // No original.
      ([titled("A", "甲")], [titled("Z", "新"), titled("Y", "新")], ["A 甲 supplement", "Z 新 no-original", "Y 新 no-original"]),
      ([titled("A", "甲")], [broken], ["A 甲 supplement", "C 坏 invalid-record"]),
      // Two corrections of one id.
      (
        [titled("A", "甲")], [titled("A", "一"), titled("A", "二")],
        ["A 甲 supplement", "A 一 duplicate-id", "A 二 duplicate-id"]
      ),
      ([titled("B", "甲")], [titled("A", "一"), titled("A", "二")], ["B 甲 supplement", "A 一 duplicate-id", "A 二 duplicate-id"]),
      // What is no record.
      ([titled("A", "甲")], ["{oops", "", titled("A", "新")], ["A 新 supplement < supplement", "- - invalid-json"]),
      ([titled("A", "甲")], [#"{"year":2024}"#], ["A 甲 supplement", "- - invalid-record"]),
      // An id that resembles another one keeps doing so.
      (
        [titled("A1", "甲"), titled("a1", "乙")], [titled("a1", "新")],
        ["A1 甲 supplement", "a1 新 supplement < supplement"]
      ),
    ])
  func places(_ input: [String], _ corrections: [String], _ expected: [String]) throws {
    let programs = try programs(allOn).programs
    let together = AmendedBatch(input.joined(separator: "\n"), corrections: [corrections.joined(separator: "\n")])
    let (assessments, codes) = try together.run(programs)
    #expect(Self.outline(assessments) == expected && codes == [])
    // The same in a file for each correction.
    let (each, _) = try AmendedBatch(input.joined(separator: "\n"), corrections: corrections).run(programs)
    #expect(Self.outline(each) == expected)
  }

  @Test("Errors of corrections name the file and the line")
  func messages() throws {
    let batch = AmendedBatch(
      application("A"),
      corrections: [
        "{oops\n\(application("Z"))\n\(application("A"))\n", "\n\(application("A"))",
        "[\(Self.broken.replacing("C", with: "A")),\n\(Self.broken)]",
      ])
    let messages = try batch.run(try programs(allOn).programs).assessments.dropFirst().compactMap { $0.failure?.message }
    let twice = "重复，不能确定用哪一份，都没有采用；请只留一份"
    #expect(
      messages == [
        "补正1.jsonl第1行第2列：键要写在双引号里：\"oops\"", "补正1.jsonl第2行：申报材料里没有编号为“Z”的申报书，无从补正；请核对编号，或放进申报材料",
        "补正1.jsonl第3行：补正材料的申报编号与补正2.jsonl第2行\(twice)", "补正2.jsonl第2行：补正材料的申报编号与补正1.jsonl第3行\(twice)",
        "补正3.jsonl第1行：缺少申报单位名称（共3处）", "补正3.jsonl第2行：缺少申报单位名称（共2处）",
      ])
  }

  @Test("For any number of workers, an input with corrections of many ids gives the same bytes", arguments: [1, 2, 4])
  func workers(_ jobs: Int) throws {
    // Ids repeat within a chunk and across chunks; some records are no applications.
    let input = (0..<90).map { number in
      number % 11 == 5
        ? "{\"id\":\"A\(number % 30)\",\"year\":2024}" : Self.titled("A\(number % 30)", "第\(number)", rd: number * 40_000)
    }
    let corrections = (0..<40).map { Self.titled("A\($0 * 2)", "新\($0)") }
    var batch = AmendedBatch(
      input.joined(separator: "\n"), corrections: [corrections.joined(separator: "\n")],
      rulings: (0..<60).map { ruling("A\($0)", "4.1/target/1", row: $0 + 2) })
    batch.jobs = jobs
    let programs = try programs(oneOn).programs
    let (assessments, codes) = try batch.run(programs)
    batch.jobs = 1
    let (alone, aloneCodes) = try batch.run(programs)
    #expect(assessments.map(\.json) == alone.map(\.json) && codes == aloneCodes)
    #expect(assessments.count(where: { $0.corrects != nil }) == 15)
    #expect(assessments.count(where: { $0.failure?.code == .noOriginal }) == 25)
    #expect(codes.count == 30)
  }

  @Test(
    "The times of both count: the original's in the window, the correction's before the end for corrections",
    arguments: [
      ("2024-03-10", "2024-04-10", ""), ("2024-03-10", "2024-05-15", ""), ("2024-03-10", "2024-05-16", "outside-window"),
      ("2024-02-10", "2024-04-10", "outside-window"), ("2024-04-10", "2024-05-16", "outside-window outside-window"),
      (nil, "2024-04-10", "no-submission-time"), ("2024-03-10", nil, ""), (nil, nil, "no-submission-time"),
    ])
  func windows(_ original: String?, _ correction: String?, _ expected: String) throws {
    let windows = "windows: { \"4\": { opens: 2024-03-01, closes: 2024-03-31, correctionCloses: 2024-05-15 } }\n"
    func record(_ day: String?) -> String {
      application("A", more: day.map { ",\"submittedAt\":\"\($0)T09:00:00+08:00\"" } ?? "")
    }
    let batch = AmendedBatch(record(original), corrections: [record(correction)])
    let assessment = try #require(try batch.run(try programs(allOn + windows).programs).assessments.first)
    #expect(assessment.problems.map(\.code.rawValue).joined(separator: " ") == expected)
    // The time of submission is no change.
    #expect(assessment.corrects?.changed == [])
  }

  @Test("Without an end for corrections, their time is held against nothing")
  func noEnd() throws {
    let windows = "windows: { \"4\": { opens: 2024-03-01, closes: 2024-03-31 } }\n"
    let records = ["2024-03-10", "2031-01-01"].map {
      application("A", more: ",\"submittedAt\":\"\($0)T09:00:00+08:00\"")
    }
    let batch = AmendedBatch(records[0], corrections: [records[1]])
    #expect(try batch.run(try programs(allOn + windows).programs).assessments.map(\.problems) == [[]])
  }

  @Test("Corrections in a workbook correct applications of JSON and of a workbook, and their faults name the cell")
  func sheets() throws {
    let programs = try programs(allOn).programs
    func book(_ rows: [[FixtureCell]]) throws -> Bytes {
      try FixtureBook(sheets: [FixtureBook.Sheet("申报表", [hostHeadings + ["经济效益（元）"]] + rows)]).bytes()
    }
    let corrections = try book([
      hostCells("B") + [4_000_000], hostCells("C") + ["很多"], hostCells("Z") + [1], hostCells("D") + [1], hostCells("D") + [2],
    ])
    let lines = ["A", "B", "C", "D"].map { application($0) }.joined(separator: "\n")
    for input in [Bytes(lines.utf8), try book(["A", "B", "C", "D"].map { hostCells(.text($0)) + [1] })] {
      var batch = AmendedBatch("")
      batch.input = input
      batch.corrections = [corrections]
      let assessments = try batch.run(programs).assessments
      #expect(assessments.map { $0.corrects == nil } == [true, false, false, true, true, true, true])
      #expect(assessments[1].finding(of: "4.1/target/2")?.outcome == .met)
      #expect(assessments[2].failure?.message.hasPrefix("补正1.xlsx 申报表!G3：") == true)
      #expect(
        assessments.suffix(3).map { $0.failure?.message.prefix(25) } == [
          "补正1.xlsx 申报表!A4：申报材料里没有编号", "补正1.xlsx 申报表!A5：补正材料的申报编号", "补正1.xlsx 申报表!A6：补正材料的申报编号",
        ])
    }
  }
}

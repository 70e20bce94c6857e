import BatchFixtures
import KepingBatch
import KepingCore
import Testing
import WorkbookFixtures

@testable import KepingCommands

@Suite("The progress line estimates the remaining time")
struct ProgressTests {
  @Test(
    "A duration has minutes and seconds, and hours if needed",
    arguments: [
      (0, "0:00"), (5, "0:05"), (59, "0:59"), (60, "1:00"), (65, "1:05"), (600, "10:00"), (3599, "59:59"), (3600, "1:00:00"),
      (3723, "1:02:03"), (36_000, "10:00:00"), (360_000, "100:00:00"),
    ])
  func clock(_ seconds: Int, _ text: String) { #expect(Progress.clock(seconds) == text) }

  @Test(
    "The remaining time follows from the rate in bytes so far",
    arguments: [
      (10, 50, 100, 10), (10, 100, 100, 0), (1, 1, 3, 2), (1, 3, 4, 1), (2, 0, 100, nil), (2, 5, nil, nil), (2, 101, 100, nil),
      (60, 1 << 30, 3 << 30, 120),
    ] as [(Double, Int64, Int64?, Int?)])
  func secondsLeft(seconds: Double, done: Int64, size: Int64?, left: Int?) {
    #expect(Progress.secondsLeft(seconds, done, size) == left)
  }

  @Test("What was read of an input grows up to its size, whatever its form", arguments: ["jsonl", "csv", "xlsx"])
  func bytesRead(_ form: String) throws {
    let ids = (0..<500).map { "R\($0)" }
    let file: TemporaryFile
    switch form {
    case "jsonl": file = try TemporaryFile(Array(ids.map { application($0) }.joined(separator: "\n").utf8), ending: ".jsonl")
    case "csv":
      let heading = "申报编号,指南年度,申报方向,项目名称,申报单位名称,申报单位类型\n"
      let rows = ids.map { "\($0),2024,4.1,虚构项目,示例公司（虚构）,企业\n" }
      file = try TemporaryFile(Array((heading + rows.joined()).utf8), ending: ".csv")
    default:
      let rows = [hostHeadings] + ids.map { hostCells(.text($0)) }
      let sheets = ["申报表", "申报表二"].map { FixtureBook.Sheet($0, rows) }
      file = try TemporaryFile(try FixtureBook(sheets: sheets).bytes(), ending: ".xlsx")
    }
    let programs = try programs(allOn).programs
    let input = try Input(file.path.string, programs: programs)
    let size = try #require(input.size)
    var amounts: [Int64] = []
    _ = try Batch(programs).assess(input, report: { _ in }) { _ throws(Diagnostic) in amounts.append(input.bytesRead) }
    #expect(amounts.count == (form == "xlsx" ? 1000 : 500))
    #expect(amounts == amounts.sorted() && (amounts.last ?? .max) <= size && (form == "jsonl" || Set(amounts).count > 1))
    #expect(input.bytesRead == size && size > 10_000)
  }
}

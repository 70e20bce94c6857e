import BatchFixtures
import KepingCore
import KepingFiles
import Testing
import WorkbookFixtures

@testable import KepingBatch

@Suite("A batch remarks that no application has a time of submission although windows are set")
struct SubmissionRemarkTests {
  static let window = oneOn + "windows: { \"4\": { opens: 2024-03-01T00:00:00+08:00, closes: 2024-05-01T00:00:00+08:00 } }\n"
  static let time = ",\"submittedAt\":\"2024-03-02T00:00:00+08:00\""
  /// An application of a project type without a window.
  static let other = application("O").replacing("\"4.1\"", with: "\"5.1\"")

  @Test(
    "The remark is made if a window is asked for and nobody gives a time",
    arguments: [
      ([application("A")], true), ([application("A"), application("B", more: time)], false),
      ([application("A", more: time)], false),
      ([other], false), ([other, application("A")], true), ([], false),
      // A time in an application that cannot be evaluated is a time, too.
      ([application("A"), application("B", more: time + ",\"expected\":{\"newProducts\":1.5}")], false),
      ([application("A"), application("B", more: ",\"submittedAt\":5")], false),
      ([application("A"), application("A", more: time)], false), ([application("A", more: ",\"submittedAt\":\"\"")], true),
    ])
  func remark(_ lines: [String], _ isExpected: Bool) throws {
    for setup in BatchSetup.all {
      let filler = (0..<40).map { Self.other.replacing("\"O\"", with: "\"O\($0)\"") }
      let file = try TemporaryFile(Bytes((lines + filler).joined(separator: "\n").utf8))
      let programs = try programs(Self.window).programs
      for asLines in [true, false] {
        let batch = setup.batch(programs)
        func ignore(_ diagnostic: Diagnostic) {}
        let input = try Input(file.path.string, programs: programs)
        if asLines {
          _ = try batch.evaluateLines(input, of: [], report: ignore) { _ throws(Diagnostic) in }
        } else {
          _ = try batch.assess(input, report: ignore) { _ throws(Diagnostic) in }
        }
        #expect((batch.submissionRemark != nil) == isExpected, "\(setup.testDescription)")
      }
    }
  }

  @Test("Without windows there is no remark")
  func none() throws {
    let file = try TemporaryFile(Bytes(application("A").utf8))
    let batch = Batch(try programs(oneOn).programs)
    try batch.assess(try ByteSource(file.path)) { _ throws(Diagnostic) in }
    #expect(batch.submissionRemark == nil)
  }

  @Test("The remark does not make the run fail, and names the field in both languages")
  func wording() throws {
    let file = try TemporaryFile(Bytes(application("A").utf8))
    let batch = Batch(try programs(Self.window).programs)
    try batch.assess(try ByteSource(file.path)) { _ throws(Diagnostic) in }
    let remark = try #require(batch.submissionRemark)
    #expect(remark.isRemark && remark.code == "no-submission-times")
    for language in [Language.chinese, .english] {
      #expect(remark.text(language).contains("提交时间") && remark.text(language).contains("submittedAt"))
    }
  }
}

import BatchFixtures
import Foundation
import KepingCore
import KepingPrograms
import KepingSelection
import Testing

@testable import KepingBatch

@Suite("The entries of a round have what the results and the records say")
struct RoundEntryTests {
  static let examples = ["jianfeng-2024/examples/2.2.json", "jili-2024/examples/4.1.json", "zhuji-2024/examples/8.1.json"]

  @Test("Verdict, points and texts are those of the assessment", arguments: examples)
  func sameAsAssessments(_ name: String) throws {
    let programs = try programs(allOn).programs
    let bytes = try Data(contentsOf: root.appendingPathComponent("Plugins/\(name)"))
    let batch = AmendedBatch(String(decoding: bytes, as: UTF8.self))
    let assessments = try batch.run(programs).assessments
    let entries = try batch.entries(programs)
    #expect(entries.map(\.verdict) == assessments.map(\.verdict) && Set(entries.map(\.verdict)).count > 1)
    #expect(entries.map(\.points) == assessments.map(\.total))
    #expect(entries.map { $0.text(.id) } == assessments.map(\.id) && entries.map { $0.text(.title) } == assessments.map(\.title))
    #expect(entries.map { $0.text(.applicant) } == assessments.map(\.applicant))
    #expect(entries.map(\.program) == assessments.map(\.program) && entries.allSatisfy { $0.text(.leader) != nil })
  }

  @Test("Of a record that cannot be evaluated an entry has what is known", arguments: [1, 3])
  func errors(_ jobs: Int) throws {
    var batch = AmendedBatch(
      """
      {"id":"A","year":2031,"direction":"4.1","title":"甲","applicant":{"name":"示例（虚构）","kind":"enterprise"},"leader":{"name":"李"}}
      {"id":"B","year":2024,"direction":"4.1","title":7,"budget":{"requested":5}}
      {oops
      """)
    batch.jobs = jobs
    let entries = try batch.entries(try programs(allOn).programs)
    #expect(entries.map(\.verdict) == [.error, .error, .error])
    #expect(
      entries.map { entry in Entry.Text.allCases.map { entry.text($0) ?? "—" }.joined(separator: " ") } == [
        "A 4.1 甲 示例（虚构） 李", "B 4.1 — — —", "— — — — —",
      ])
    #expect(entries.map(\.year) == [2031, 2024, nil] && entries.map(\.requested) == [nil, 5, nil])
  }

  /// Returns an application of 4.1 with a time of submission.
  static func application(_ id: String, _ time: String, requested: Int) -> String {
    """
    {"id":"\(id)","year":2024,"direction":"4.1","title":"甲","submittedAt":"\(time)","budget":{"requested":\(requested)},\
    "applicant":{"name":"示例（虚构）","kind":"enterprise"}}
    """
  }

  @Test("A correction keeps the time of the original and has its own fields, whatever the number of workers", arguments: [1, 3])
  func correction(_ jobs: Int) throws {
    let (first, second) = ("2024-03-01T09:00:00+08:00", "2024-05-01T09:00:00+08:00")
    var batch = AmendedBatch(
      (1...9).map { Self.application("A\($0)", first, requested: 1) }.joined(separator: "\n"),
      corrections: [Self.application("A5", second, requested: 2) + "\n" + Self.application("Z", second, requested: 3)])
    batch.jobs = jobs
    let entries = try batch.entries(try programs(allOn).programs)
    #expect(entries.map { $0.requested } == [1, 1, 1, 1, 2, 1, 1, 1, 1, 3])
    #expect(entries.dropLast().allSatisfy { $0.submittedAt == Timestamp(rfc3339: Bytes(first.utf8)) })
    #expect(entries.last?.verdict == .error && entries.last?.text(.id) == "Z")
  }
}

import BatchFixtures
import Foundation
import KepingBatch
import KepingCore
import KepingPrograms
import Testing

@Suite("A result states clause, figure, bound and evidence")
struct EvaluationTests {
  static func json(_ input: String, _ configuration: String = allOn) throws -> [String] {
    try resultLines(Bytes(input.utf8), configuration)
  }

  @Test("A finding has the quote, the figure, the bound and the evidence")
  func finding() throws {
    let result = try #require(try Self.json(application("A")).first)
    #expect(
      result.contains(
        #"{"clause":"4.1/condition/1","kind":"condition","outcome":"unmet","quote":"企业上年研发投入在100万元以上","#
          + #""message":"上年（2023年）研发投入80万元，低于100万元","#
          + #""evidence":[{"field":"applicant.rdExpense.2023","value":800000,"required":">= 1000000"}]}"#))
    #expect(result.contains(#""message":"未填写经济效益，请补充""#))
    #expect(
      result.hasPrefix(
        #"{"id":"A","year":2024,"direction":"4.1","title":"虚构","applicant":"示例公司（虚构）","program":{"id":"jili-2024","version":"1.2.0"},"verdict":"fail","#
      ))
  }

  @Test("Every result is valid JSON, whatever text a record has")
  func escapes() throws {
    let input = application(#"\u0000\"\\\n😀"#, more: ##","leader":{"name":"\u202e<script>"},"x\u0007":1"##)
    for line in try Self.json(input) {
      let object = try #require(try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any])
      #expect(object["id"] as? String == "\u{0}\"\\\n😀")
    }
  }

  @Test("The same input gives the same bytes")
  func deterministic() throws {
    let input = (0..<50).map { application("R\($0)", rd: 900_000 + $0 * 5000) }.joined(separator: "\n")
    #expect(try Self.json(input) == Self.json(input))
  }

  @Test("The points of the items add up to the total, and a higher figure never lowers the total")
  func monotone() throws {
    var last = -1
    for benefit in stride(from: 0, through: 20_000_000, by: 250_000) {
      let input = application("A", more: ",\"expected\":{\"economicBenefit\":\(benefit)}")
      let total = try #require(try evaluate(Bytes(input.utf8), by: \.total).first)
      let line = try #require(try Self.json(input).first)
      let score = try #require(try JSONDecoder().decode(Scored.self, from: Data(line.utf8)).score)
      #expect(score.total == Double(total) / 10)
      #expect((score.items.reduce(0) { $0 + $1.points } * 10).rounded() == Double(total))
      #expect(total >= last)
      last = total
    }
  }

  @Test(
    "Of several errors, the result has that of the earliest stage: year, direction, program, fields",
    arguments: [
      (#"{"id":"A","year":2024,"direction":"4.1","title":"t"}"#, "invalid-record"),
      (application("A").replacing("2024,", with: "2031,"), "no-program"),
      (application("A").replacing("\"4.1\"", with: "\"9.9\""), "unknown-direction"),
      (application("A").replacing("\"4.1\"", with: "\"6.1\""), "program-disabled"),
      (application("A", more: ",\"expected\":{\"newProducts\":1.5}"), "invalid-record"),
      (application("A", more: ",\"expected\":{\"newProducts\":-1}").replacing("\"4.1\"", with: "\"6.1\""), "program-disabled"),
      (application("A", more: ",\"expected\":{\"economicBenefit\":1e400}"), "invalid-record"),
      (application("A", more: ",\"topics\":[null]"), "invalid-record"),
      (application("A", more: ",\"title\":5"), "invalid-record"),
    ])
  func errors(_ input: String, _ code: String) throws {
    let codes = try evaluate(Bytes(input.utf8), "programs: { jili-2024: on, zhuji-2024: off }") { $0.failure?.code.rawValue }
    #expect(codes == [code])
  }

  @Test(
    "The submission window includes both ends",
    arguments: [
      ("2024-03-01T00:00:00+08:00", []), ("2024-02-29T23:59:59.999+08:00", ["outside-window"]), ("2024-04-30T16:00:00Z", []),
      ("2024-04-30T16:00:00.0000000001Z", ["outside-window"]), ("", ["no-submission-time"]),
    ])
  func window(_ time: String, _ problems: [String]) throws {
    let configuration = allOn + "windows: { \"4\": { opens: 2024-03-01T00:00:00+08:00, closes: 2024-05-01T00:00:00+08:00 } }"
    let input = application("A", more: ",\"submittedAt\":\"\(time)\"")
    #expect(try evaluate(Bytes(input.utf8), configuration) { $0.problems.map(\.code.rawValue) } == [problems])
  }

  @Test("A changed bound is used, shown and marked as changed")
  func changedBound() throws {
    let result = try #require(try Self.json(application("A"), allOn + "bounds: { 4.1/condition/1: 80万元 }").first)
    #expect(result.contains("上年（2023年）研发投入80万元，达到80万元（按配置调整，原为100万元）"))
    #expect(result.contains(#""required":">= 800000""#))
    #expect(result.contains(#""clause":"4.1/condition/1","kind":"condition","outcome":"met""#))
  }

  @Test("Changed weights are scaled to 100 points")
  func changedWeight() throws {
    let (programs, faults) = try programs(allOn + "weights: { 4.1/target/2: 0, 4.1/target/1: 1000 }")
    #expect(faults == [])
    guard case .on(_, let program)? = programs.find(year: 2024, direction: "4.1")?.status else { throw Missing() }
    let criteria = try #require(program.directions.first { $0.id == "4.1" }).criteria
    #expect(criteria.reduce(0) { $0 + $1.maximum } == Points.total)
    #expect(criteria.first { $0.id == "4.1/target/2" }?.maximum == 0)
  }

  @Test(
    "The setting leadCounts decides whether the lead applicant counts towards the limit of partners",
    arguments: [
      ("2.1", "leadCounts: off", 4, "met"), ("2.1", "leadCounts: off", 5, "unmet"), ("2.1", "leadCounts: on", 3, "met"),
      ("2.1", "leadCounts: on", 4, "unmet"),
    ])
  func leadCounts(direction: String, setting: String, partners: Int, outcome: String) throws {
    let list = Array(repeating: #"{"name":"示例（虚构）","kind":"other"}"#, count: partners).joined(separator: ",")
    let input = application("A", more: ",\"partners\":[\(list)]").replacing("\"4.1\"", with: "\"\(direction)\"")
    let result = try #require(try Self.json(input, allOn + "settings: { jianfeng-2024: { \(setting) } }").first)
    #expect(result.contains("\"clause\":\"2.1/condition/2\",\"kind\":\"condition\",\"outcome\":\"\(outcome)\""))
  }

  @Test("The setting filedCounts decides whether filed patents count", arguments: [("on", "met"), ("off", "unmet")])
  func filedCounts(_ setting: String, _ outcome: String) throws {
    let input = application("A", more: ",\"expected\":{\"ip\":{\"invention\":{\"filed\":3}}}").replacing(
      "\"4.1\"", with: "\"6.1\"")
    let result = try #require(try Self.json(input, allOn + "settings: { zhuji-2024: { filedCounts: \(setting) } }").first)
    #expect(result.contains("\"clause\":\"6.1/target/1\",\"kind\":\"target\",\"outcome\":\"\(outcome)\""))
  }

  struct Missing: Error {}

  /// The score of a result line.
  struct Scored: Decodable {
    struct Item: Decodable { let points: Double }
    struct Score: Decodable {
      let total: Double
      let items: [Item]
    }
    let score: Score?
  }
}

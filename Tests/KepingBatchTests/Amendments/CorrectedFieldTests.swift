import BatchFixtures
import KepingCore
import KepingPrograms
import PluginFixtures
import Testing

@testable import KepingBatch

@Suite("A correction says which fields it changes, and which of them nobody had asked for")
struct CorrectedFieldTests {
  static let program = """
    fields { expected = { benefit = money '效益', visits = count '走访', ip = tally('知识产权', { patent = '专利', software = '软件' },
      { filed = '申请', granted = '授权' }) }, revenue = yearly '收入', tools = list('设备', { name = text '名称', cost = money '价格' }),
      words = texts '关键词', approved = flag '批准', paper = flag '材料' }
    direction { '1.1',
      condition { '效益1万元', expected.benefit:at_least '1万元', points = 1 },
      condition { '走访和专利2个', (expected.visits + expected.ip:sum('patent', 'granted')):at_least '2个' },
      document { '提供材料', paper },
      priority { '优先支持收入1万元的', revenue[year - 1]:at_least '1万元' } }
    """

  static func record(_ members: String) -> String {
    """
    {"id":"A","year":2024,"direction":"1.1","title":"虚构","applicant":{"name":"示例公司（虚构）","kind":"enterprise"}\
    \(members.isEmpty ? "" : ",\(members)")}
    """
  }

  static func correction(_ original: String, _ corrected: String) throws -> Assessment.Correction {
    let plugin = try TemporaryPlugin(program, api: 2)
    let programs = try plugin.programs().programs
    #expect(programs.pluginFaults.map(\.wording.english) == [])
    let (assessments, _) = try AmendedBatch(original, corrections: [corrected]).run(programs)
    return try #require(assessments.first?.corrects)
  }

  @Test(
    "Values are compared: numbers by value, lists as one field, tallies and years by entry",
    arguments: [
      ("", "", []), (#""recommender":"a""#, #""recommender":"b""#, ["recommender"]),
      (#""expected":{"benefit":10000}"#, #""expected":{"benefit":1e4}"#, []),
      (#""expected":{"benefit":10000}"#, #""expected":{"benefit":10000.5}"#, ["expected.benefit"]),
      (#""expected":{"benefit":10000}"#, #""expected":{"benefit":null}"#, ["expected.benefit"]), ("", #""recommender":"""#, []),
      (#""approved":true"#, #""approved":false"#, ["approved"]), ("", #""approved":false"#, ["approved"]),
      (#""revenue":{"2022":1,"2023":2}"#, #""revenue":{"2023":2.0,"2022":1}"#, []),
      (#""revenue":{"2022":1,"2023":2}"#, #""revenue":{"2023":3,"2021":1}"#, ["revenue.2021", "revenue.2022", "revenue.2023"]),
      (
        #""expected":{"ip":{"patent":{"filed":1}}}"#,
        #""expected":{"ip":{"patent":{"filed":1,"granted":2},"software":{"filed":0}}}"#,
        ["expected.ip.patent.granted"]
      ),
      ("", #""expected":{"ip":{"patent":{"granted":2}}}"#, ["expected.ip.patent.granted"]),
      ("", #""expected":{"ip":{}}"#, ["expected.ip"]), (#""expected":{"ip":{}}"#, "", ["expected.ip"]),
      (#""words":["a","b"]"#, #""words":["b","a"]"#, ["words"]), (#""words":["a\u0062"]"#, #""words":["ab"]"#, []),
      (#""tools":[{"name":"a","cost":1}]"#, #""tools":[{"cost":1.0,"name":"a"}]"#, []),
      (#""tools":[{"name":"a","cost":1}]"#, #""tools":[{"name":"a","cost":2}]"#, ["tools"]),
      (#""tools":[{"name":"a"}]"#, #""tools":[{"name":"a"},{"name":"b"}]"#, ["tools"]), ("", #""partners":[]"#, []),
      ("", #""leader":{"name":"张三","idNumber":"x","phone":"1"}"#, ["leader.name", "leader.phone", "leader.idNumber"]),
      (#""submittedAt":"2024-03-01T00:00:00Z""#, "", []), (#""unknown":1"#, #""unknown":2"#, []),
    ])
  func changed(_ original: String, _ corrected: String, _ expected: [String]) throws {
    #expect(try Self.correction(Self.record(original), Self.record(corrected)).changed == expected)
  }

  @Test("Fields are in the order of the template: the host's, the program's, and the host's later ones")
  func order() throws {
    let original = Self.record("")
    let corrected = original.replacing("\"虚构\"", with: "\"新\"").replacing("enterprise", with: "other")
      .replacing("}}", with: "},\"paper\":true,\"recommender\":\"a\",\"budget\":{\"total\":1},\"expected\":{\"visits\":1}}")
    #expect(
      try Self.correction(original, corrected).changed == [
        "title", "applicant.kind", "budget.total", "expected.visits", "paper", "recommender",
      ])
  }

  @Test(
    "An unknown clause, an unmet document and a problem ask for their fields; an unmet condition and a met clause do not",
    arguments: [
      // Unknown: nothing is given.
      (
        "", #""expected":{"benefit":20000,"visits":3,"ip":{"patent":{"granted":1}}},"paper":true,"revenue":{"2023":1,"2022":1}"#,
        ["revenue.2022"]
      ),
      // Unmet: the figure of a condition.
      (#""expected":{"benefit":1}"#, #""expected":{"benefit":20000}"#, ["expected.benefit"]),
      // Unmet: a document.
      (#""paper":false"#, #""paper":true"#, []),
      // Met.
      (#""expected":{"benefit":20000}"#, #""expected":{"benefit":30000}"#, ["expected.benefit"]),
      (#""revenue":{"2023":20000}"#, #""revenue":{"2023":30000}"#, ["revenue.2023"]),
      // Unmet: a priority.
      (#""revenue":{"2023":1}"#, #""revenue":{"2023":30000}"#, ["revenue.2023"]),
      // A problem.
      (#""partners":[{"name":"a","kind":"other","creditCode":"1"}]"#, #""partners":[{"name":"a","kind":"other"}]"#, []),
      (#""partners":[{"name":"a","kind":"other"}]"#, #""partners":[{"name":"b","kind":"other"}]"#, ["partners"]),
      (#""budget":{"total":20000000000}"#, #""budget":{"total":2,"requested":1}"#, ["budget.requested"]),
    ])
  func unasked(_ original: String, _ corrected: String, _ expected: [String]) throws {
    let correction = try Self.correction(Self.record(original), Self.record(corrected))
    #expect(correction.unasked == expected && !correction.changed.isEmpty)
  }

  @Test("Against an error nothing is compared, whichever of both it is")
  func errors() throws {
    let broken = #"{"id":"A","year":2024,"direction":"1.1","title":"新"}"#
    for (original, corrected, verdict) in [(broken, Self.record(""), Verdict.error), (Self.record(""), broken, .supplement)] {
      #expect(
        try Self.correction(original, corrected) == Assessment.Correction(verdict: verdict, changed: [], unasked: []))
    }
  }
}

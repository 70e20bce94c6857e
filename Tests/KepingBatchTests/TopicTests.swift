import BatchFixtures
import KepingCore
import Testing

@Suite("A text that is none of the known values leaves open whatever depends on these")
struct TopicTests {
  /// The clauses of direction 5.2 that ask for a topic.
  static let clauses = ["5.2/target/2", "5.2/target/3", "5.2/encouraged/2", "5.2/notice/1"]

  static func assessment(_ topics: String, direction: String = "5.2", more: String = "") throws -> Assessment {
    let expected = #","expected":{"softwareSystems":1,"productApprovals":1}"#
    let record = application("A", more: ",\"topics\":\(topics)\(expected)\(more)").replacing("\"4.1\"", with: "\"\(direction)\"")
    return try #require(try evaluate(Bytes(record.utf8)) { $0 }.first)
  }

  @Test(
    "A known value answers its own clause, and an unknown text leaves the others open",
    arguments: [
      ("null", [.notApplicable, .notApplicable, .unmet, .notApplicable]),
      ("[]", [.notApplicable, .notApplicable, .unmet, .notApplicable]),
      (#"["digital-health"]"#, [.met, .notApplicable, .unmet, .notApplicable]),
      (#"["frontier-medicine","medical-product"]"#, [.notApplicable, .met, .met, .notApplicable]),
      (#"["医疗器械"]"#, [.unknown, .unknown, .unknown, .unknown]),
      (#"["医疗器械","digital-health"]"#, [.met, .unknown, .unknown, .unknown]),
      (#"["digital-health","医疗器械"]"#, [.met, .unknown, .unknown, .unknown]),
      (#"["Digital-health"]"#, [.unknown, .unknown, .unknown, .unknown]),
      (#"["aids","frontier-medicine","x","y"]"#, [.unknown, .unknown, .met, .unknown]),
    ] as [(String, [Outcome])])
  func outcomes(_ topics: String, _ expected: [Outcome]) throws {
    let assessment = try Self.assessment(topics)
    #expect(Self.clauses.map { assessment.finding(of: $0)?.outcome } == expected)
    #expect((assessment.item(of: "5.2/encouraged/2")?.points ?? 0) > 0 || expected[2] != .met)
    #expect(assessment.item(of: "5.2/encouraged/2")?.points == 0 || expected[2] == .met)
  }

  @Test("The finding shows the first unknown text, and the value that it may mean")
  func finding() throws {
    let finding = try #require(try Self.assessment(#"["aids","医疗\"器械","别的"]"#).finding(of: "5.2/encouraged/2"))
    #expect(finding.message.hasPrefix("项目类别“医疗\"器械”不在所列之内"))
    #expect(finding.message.contains("现代生物技术"))
    #expect(
      finding.evidence == [
        Evidence(field: "topics[1]", value: .text("医疗\"器械"), required: .text("frontier-medicine"))
      ])
    let applies = try #require(try Self.assessment(#"["医疗器械"]"#).finding(of: "5.2/target/3"))
    #expect(applies.message.hasPrefix("无法判断是否适用：项目类别“医疗器械”"))
    #expect(applies.evidence.map(\.field) == ["topics[0]"])
  }

  @Test(
    "Every unknown text is a problem, whatever the direction asks for",
    arguments: [
      ("4.1", #"["digital-health","aids"]"#, []), ("4.1", "null", []),
      ("4.1", #"["医疗器械","digital-health","别的"]"#, ["topics[0]", "topics[2]"]),
      ("5.2", #"["医疗器械"]"#, ["topics[0]"]), ("8.1", #"["x","x"]"#, ["topics[0]", "topics[1]"]),
    ])
  func problems(_ direction: String, _ topics: String, _ fields: [String]) throws {
    let assessment = try Self.assessment(topics, direction: direction)
    #expect(assessment.problems.map(\.field) == fields)
    #expect(assessment.problems.allSatisfy { $0.code == .unknownTopic })
  }

  @Test(
    "The message suggests the value that the text resembles most",
    arguments: [
      ("医疗器械", "医疗保健器械、药品保健品"), ("数字化医疗康养", "digital-health"), ("digital-heath", "digital-health"), ("艾滋病", "艾滋病防治"),
      ("信息管理", "信息化管理"), ("完全不相干的一种说法", nil),
    ])
  func suggestions(_ text: String, _ suggestion: String?) throws {
    let problem = try #require(try Self.assessment("[\"\(text)\"]").problems.first)
    #expect(problem.message.contains("“\(text)”"))
    if let suggestion { #expect(problem.message.contains(suggestion)) }
    #expect(problem.message.contains("是否应为") == (suggestion != nil))
  }

  @Test("An unknown text does not change the verdict where no clause asks for a topic")
  func verdict() throws {
    let unknown = try Self.assessment(#"["别的"]"#, direction: "4.1")
    let none = try Self.assessment("[]", direction: "4.1")
    #expect(unknown.problems.count == 1 && none.problems == [])
    #expect(unknown.verdict == none.verdict && unknown.items == none.items && unknown.findings == none.findings)
  }

  @Test("A choice that is open stays unmet for another text, and is no unknown topic")
  func openChoice() throws {
    let record = application("A", more: #","discipline":"别的学科""#).replacing("\"4.1\"", with: "\"6.1\"")
    let assessment = try #require(try evaluate(Bytes(record.utf8)) { $0 }.first)
    #expect(assessment.problems == [])
    #expect(assessment.findings.contains { $0.outcome == .unmet && $0.evidence.contains { $0.field == "discipline" } })
  }

  @Test("Problems of codes come first, then amounts, unknown texts and unknown fields")
  func order() throws {
    let assessment = try Self.assessment(
      #"["别的"]"#, more: #","nobody":1,"partners":[{"name":"甲","kind":"other","creditCode":"1"}],"budget":{"total":2e10}"#)
    #expect(
      assessment.problems.map(\.code.rawValue)
        == ["invalid-credit-code", "implausible-amount", "unknown-topic", "unknown-field"])
  }
}

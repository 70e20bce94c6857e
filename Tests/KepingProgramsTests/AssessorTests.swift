import BatchFixtures
import KepingCore
import KepingPrograms
import Testing

@Suite("An assessor assesses one record in memory")
struct AssessorTests {
  static let benefit = #","expected":{"economicBenefit":15000000,"ip":{"invention":{"filed":9}}}"#

  static func assess(_ record: String, _ configuration: String = allOn) throws -> Assessment {
    var assessor = Assessor(try programs(configuration).programs)
    return assessor.assess(Bytes(record.utf8))
  }

  @Test("The assessment contains the facts of the record")
  func facts() throws {
    let assessment = try Self.assess(application("A"))
    #expect(assessment.id == "A" && assessment.year == 2024 && assessment.direction == "4.1")
    #expect(assessment.title == "虚构" && assessment.applicant == "示例公司（虚构）")
    #expect(assessment.program == ProgramReference(id: "jili-2024", version: "1.2.0"))
    #expect(assessment.failure == nil && assessment.isEvaluated)
  }

  @Test("An unmet condition fails the application, with the figure and the bound")
  func fails() throws {
    let assessment = try Self.assess(application("A", rd: 800_000))
    #expect(assessment.verdict == .fail)
    let finding = try #require(assessment.finding(of: "4.1/condition/1"))
    #expect(finding.outcome == .unmet && finding.quote == "企业上年研发投入在100万元以上")
    #expect(finding.message == "上年（2023年）研发投入80万元，低于100万元")
    #expect(
      finding.evidence == [
        Evidence(field: "applicant.rdExpense.2023", value: .number(800_000), required: .comparison(.atLeast, 1_000_000))
      ])
  }

  @Test("An application that meets every requirement passes, and its points are the sum of its items")
  func passes() throws {
    let assessment = try Self.assess(application("A", rd: 1_800_000, more: Self.benefit))
    #expect(assessment.verdict == .pass)
    #expect(assessment.findings.allSatisfy { $0.outcome != .unmet || $0.kind == .encouraged })
    #expect(assessment.total > 0 && assessment.items.reduce(0) { $0 + $1.maximum } == Points.total)
    #expect(assessment.item(of: "4.1/target/1")?.points == assessment.items.first { $0.id == "4.1/target/1" }?.points)
    #expect(assessment.finding(of: "4.1/target/9") == nil && assessment.item(of: "4.1/target/9") == nil)
  }

  @Test(
    "An unknown key is reported, whatever characters it has",
    arguments: ["partners[9223372036854775807]", "partners(][", "partners[", "applicant.rdExpense.", "name", "[", ""])
  func unknownKeys(_ key: String) throws {
    let assessment = try Self.assess(application("A", more: #","\#(key)":1"#))
    #expect(assessment.verdict == .fail)
    #expect(assessment.problems.filter { $0.code == .unknownField }.map(\.field) == [key])
  }

  @Test("The label and unit of evidence come from the program and do not affect equality")
  func labels() throws {
    let assessment = try Self.assess(application("A"))
    let evidence = try #require(assessment.finding(of: "4.1/condition/1")?.evidence.first)
    #expect(evidence.label == "2023年研发投入" && evidence.unit?.name == "万元")
    let read = try Assessment(json: assessment.json)
    let same = try #require(read.finding(of: "4.1/condition/1")?.evidence.first)
    #expect(same.label == nil && same.unit == nil)
    #expect(same == evidence)
    #expect(read == assessment)
    let others = [
      Evidence(field: "applicant.rdExpense.2022", value: evidence.value, required: evidence.required),
      Evidence(field: evidence.field, value: .number(1), required: evidence.required),
      Evidence(field: evidence.field, value: evidence.value, required: nil),
    ]
    for other in others { #expect(other != evidence) }
  }

  @Test("A problem has the label of its field, which does not affect equality")
  func problemLabels() throws {
    let assessment = try Self.assess(application("A", more: #","expected":{"economicBenefit":-1}"#))
    let problem = try #require(assessment.problems.first)
    #expect(problem.field == "expected.economicBenefit" && problem.label == "经济效益")
    let read = try #require(try Assessment(json: assessment.json).problems.first)
    #expect(read.label == nil && read == problem)
  }

  @Test(
    "Broken JSON is reported with line and column in characters",
    arguments: [
      ("", "1:1"), ("nonsense", "1:1"), ("{\"题目\": 虚}", "1:8"), ("{\n  \"id\":\n  x}", "3:3"), ("{} {}", "1:4"),
      ("{\"id\":", "1:7"),
    ])
  func brokenJSON(_ record: String, _ position: String) throws {
    let assessment = try Self.assess(record)
    let failure = try #require(assessment.failure)
    #expect(assessment.verdict == .error && failure.code == .invalidJSON)
    #expect("\(failure.line ?? 0):\(failure.column ?? 0)" == position)
    #expect(assessment.id == nil && assessment.program == nil && assessment.findings.isEmpty && assessment.items.isEmpty)
  }

  @Test("A record above the maximum size is refused, one of the maximum size is not")
  func tooLong() throws {
    let record = Bytes(application("A").utf8)
    for (maximum, code) in [(record.count - 1, .invalidRecord), (record.count, nil)] as [(Int, EvaluationFailure.Code?)] {
      var assessor = Assessor(try programs(allOn).programs.routes, maximumRecord: maximum)
      let assessment = assessor.assess(record)
      #expect(assessment.failure?.code == code)
      #expect(assessment.failure?.message == code.map { _ in "第1行的记录超过\(maximum)字节" })
    }
  }

  @Test("A program that is off evaluates nothing and is named in the failure")
  func off() throws {
    let assessment = try Self.assess(application("A"), "programs: { jili-2024: off }")
    #expect(assessment.failure?.code == .programDisabled && assessment.program?.id == "jili-2024")
    #expect(assessment.id == "A" && assessment.verdict == .error)
  }

  @Test("An assessor gives the same assessment each time, whatever it assessed before")
  func again() throws {
    var assessor = Assessor(try programs(allOn).programs)
    let records = [
      application("A"), application("A", rd: 1_800_000, more: Self.benefit), "nonsense", "{}",
      application("A", more: #","nobody":1"#), application("A", more: #","expected":{"newProducts":-1}"#),
      application("A").replacing("\"4.1\"", with: "\"6.1\""), application("A").replacing("\"4.1\"", with: "\"9.9\""),
    ].map { Bytes($0.utf8) }
    let first = records.map { assessor.assess($0) }
    #expect(records.reversed().map { assessor.assess($0) } == first.reversed())
    // No two assessments are equal.
    for (index, assessment) in first.enumerated() { #expect(first.firstIndex(of: assessment) == index) }
  }

  @Test("An assessment can be sent to another task and is the same there")
  func sendable() async throws {
    let assessment = try Self.assess(application("A"))
    let json = await Task.detached { assessment.json }.value
    #expect(json == assessment.json)
    let returned = await Task.detached { assessment }.value
    #expect(returned == assessment)
  }
}

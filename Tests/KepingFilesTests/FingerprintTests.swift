import KepingCore
import KepingFiles
import Testing

@Suite("A fingerprint stands for what a person rules on")
struct FingerprintTests {
  /// The result of an application in which texts have characters that JSON escapes; with or without a ruling.
  static func assessment(ruled: Bool) throws -> Assessment {
    let outcome = ruled ? "met" : "unmet"
    let ruling = ruled ? #","ruling":{"from":"unmet","reason":"核对了","by":"张三","on":"2024-05-01"}"# : ""
    return try Assessment(
      json: Bytes(
        """
        {"id":"BS-1","year":2024,"direction":"4.1","title":"虚构“甲\\"","applicant":"示例公司（虚构）",\
        "program":{"id":"demo","version":"1.0.0"},"verdict":"fail","findings":[\
        {"clause":"4.1/condition/1","kind":"condition","outcome":"\(outcome)","quote":"企业上年研发投入在100万元以上",\
        "message":"上年（2023年）研发投入80万元，低于\\"100\\"万元","evidence":[\
        {"field":"applicant.rdExpense.2023","value":800000,"required":">= 1000000"},{"field":"title","value":"a\\"b"}]\(ruling)},\
        {"clause":"4.1/condition/2","kind":"condition","outcome":"unknown","quote":"另一条","message":"缺\\n行","evidence":[]}],\
        "problems":[{"field":"partners[0].creditCode","code":"invalid-credit-code","message":"有3个字符"}],\
        "score":{"total":0,"items":[]}}
        """.utf8))
  }

  @Test("It is that of the texts joined by line feeds, whether there is a ruling or not", arguments: [false, true])
  func values(_ ruled: Bool) throws {
    let assessment = try Self.assessment(ruled: ruled)
    // By hashlib of Python: sha256("\n".join([id, title, program, version, clause, outcome, message, evidence])).
    #expect(assessment.fingerprint(of: assessment.findings[0]) == "69d6-3340-ae61-0d20")
    #expect(assessment.fingerprint(of: assessment.findings[1]) == "3e8c-1c10-1af4-26ed")
    // Of a problem: field, code and message instead of the parts of the finding.
    #expect(assessment.fingerprint(of: assessment.problems[0]) == "be6b-8638-c6f9-0dcd")
  }

  @Test("Another application, another program or another figure has another fingerprint")
  func different() throws {
    let assessment = try Self.assessment(ruled: false)
    var changed = [assessment, assessment, assessment, assessment]
    changed[1].id = "BS-2"
    changed[2].title = "另一个"
    changed[3].program = ProgramReference(id: "demo", version: "1.0.1")
    #expect(Set(changed.map { $0.fingerprint(of: $0.findings[0]) }).count == 4)
    #expect(Set(changed.map { $0.fingerprint(of: $0.problems[0]) }).count == 4)
  }
}

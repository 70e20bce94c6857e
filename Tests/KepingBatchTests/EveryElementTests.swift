import KepingCore
import Testing

@Suite("Every element of a list must match")
struct EveryElementTests {
  static func partners(_ partners: [(name: String, kind: String, region: String?)]) -> String {
    let all = partners.map { ElementCountTests.partner($0.name, $0.kind, region: $0.region) }
    return "\"partners\":[\(all.joined(separator: ","))]"
  }

  @Test(
    "The message names the elements that do not match",
    arguments: [
      ([("甲", "enterprise", nil), ("乙", "enterprise", nil)], "met 联合申报单位都是企业"), ([], "met 没有联合申报单位"),
      ([("甲", "enterprise", nil), ("乙", "hospital", nil)], "unmet 联合申报单位第2项（乙）不是企业"),
      ([("甲", "hospital", nil), ("丙", "enterprise", nil), ("乙", "other", nil)], "unmet 联合申报单位第1项（甲）、第3项（乙）不是企业"),
    ] as [([(name: String, kind: String, region: String?)], String)])
  func labelled(_ partners: [(name: String, kind: String, region: String?)], _ expected: String) throws {
    let trial = try ElementCountTests.trial("企业", #"partners:every("企业", { kind = "enterprise" })"#)
    #expect(try trial.finding(Self.partners(partners)) == expected)
  }

  @Test("The evidence shows the fields that do not match")
  func evidence() throws {
    let trial = try ElementCountTests.trial("企业", #"partners:every("市内企业", { kind = "enterprise", region = within "4510" })"#)
    let partners = Self.partners([("甲", "enterprise", "451002"), ("乙", "hospital", "451002"), ("丙", "enterprise", "110101")])
    #expect(try trial.evidence(partners) == ["partners[1].kind \"hospital\" 市内企业", "partners[2].region \"110101\" 市内企业"])
    #expect(try trial.evidence() == ["partners 0 市内企业"])
  }

  @Test("Without a label, the message describes the filters")
  func unlabelled() throws {
    let trial = try ElementCountTests.trial("不超过5万元", #"budget.items:every { amount = at_most "5万元" }"#)
    func finding(_ amounts: String) throws -> String {
      try trial.finding("\"budget\":{\"items\":[\(amounts)]}")
    }
    #expect(try finding(#"{"amount":50000}"#) == "met 预算明细都符合“预算金额不超过5万元”")
    #expect(try finding(#"{"amount":50000},{"name":"甲","amount":50001}"#) == "unmet 预算明细第2项（甲）不符合“预算金额不超过5万元”")
    #expect(
      try finding(#"{"amount":1},{"name":"甲"},{}"#)
        == "unknown 预算明细第2项（甲）未填写预算金额；第3项未填写预算金额，无法判断是否都符合“预算金额不超过5万元”，请补充")
    #expect(try trial.evidence(#""budget":{"items":[{},{"amount":60000}]}"#) == ["budget.items[1].amount 60000 预算金额不超过5万元"])
  }

  @Test("An absent list is unknown unless that means none")
  func absent() throws {
    let trial = try ElementCountTests.trial("价格", #"tools:every { price = at_least("1元", "任意") }"#)
    #expect(try trial.finding() == "unknown 未填写工具，请补充")
    #expect(try trial.finding("\"tools\":[]") == "met 没有工具")
  }

  @Test("Units include the applicant")
  func units() throws {
    let trial = try ElementCountTests.trial("企业", #"units:every("市内企业", { kind = "enterprise", region = within "4510" })"#)
    let inside = Self.partners([("甲", "enterprise", "451002")])
    #expect(try trial.finding(inside, applicant: #","region":"451002""#) == "met 申报单位与联合申报单位都是市内企业")
    #expect(try trial.finding(inside, applicant: #","region":"110101""#) == "unmet 申报单位不是市内企业")
    #expect(try trial.finding(inside) == "unknown 申报单位未填写行政区划代码，无法判断是否都是市内企业，请补充")
    let outside = Self.partners([("甲", "hospital", "451002")])
    #expect(try trial.finding(outside, applicant: #","region":"110101""#) == "unmet 申报单位、联合申报单位第1项（甲）不是市内企业")
    #expect(
      try trial.evidence(outside, applicant: #","region":"110101""#) == [
        "applicant.region \"110101\" 市内企业", "partners[0].kind \"hospital\" 市内企业",
      ])
  }
}

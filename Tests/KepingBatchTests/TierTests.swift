import KepingCore
import Testing

@Suite("The requirement depends on the kind of applicant")
struct TierTests {
  static let fields = """
    fields {
      size = choice("企业规模", { large = "大型", medium = "中型", small = "小型" }), isNew = flag "新设企业",
      sites = count "示范点",
    }

    """
  static let program =
    fields + """
      local rd = applicant.rdExpense[year - 1]
      direction { "1.1",
        condition { "大型1000万元、中型500万元、其他100万元", by {
          { size:is "large", rd:at_least "1000万元" }, { size:is "medium", rd:at_least "500万元" }, rd:at_least "100万元" } },
        target { "名称", title:given(), points = 1 } }
      """

  static func members(_ size: String?) -> String { size.map { "\"size\":\"\($0)\"" } ?? "" }
  static func rd(_ amount: Int?) -> String { amount.map { ",\"rdExpense\":{\"2023\":\($0)}" } ?? "" }

  @Test(
    "The first tier that applies decides, and the message names it",
    arguments: [
      ("large", 9_999_999, "unmet 企业规模为大型，上年（2023年）研发投入999.9999万元，低于1000万元"),
      ("large", 10_000_000, "met 企业规模为大型，上年（2023年）研发投入1000万元，达到1000万元"),
      ("large", nil, "unknown 企业规模为大型，未填写上年（2023年）研发投入，请补充"),
      ("medium", 4_999_999, "unmet 企业规模为中型，上年（2023年）研发投入499.9999万元，低于500万元"),
      ("medium", 5_000_000, "met 企业规模为中型，上年（2023年）研发投入500万元，达到500万元"),
      ("small", 999_999, "unmet 其他情形：上年（2023年）研发投入99.9999万元，低于100万元"),
      ("small", 1_000_000, "met 其他情形：上年（2023年）研发投入100万元，达到100万元"),
      (
        nil, 10_000_000,
        "met 不论属于哪种情形：上年（2023年）研发投入1000万元，达到1000万元；上年（2023年）研发投入1000万元，达到500万元；上年（2023年）研发投入1000万元，达到100万元"
      ),
      (nil, 9_999_999, "unknown 未填写企业规模，请补充"), (nil, nil, "unknown 未填写企业规模，请补充；未填写上年（2023年）研发投入，请补充"),
      (
        nil, 999_999,
        "unmet 不论属于哪种情形：上年（2023年）研发投入99.9999万元，低于1000万元；上年（2023年）研发投入99.9999万元，低于500万元；上年（2023年）研发投入99.9999万元，低于100万元"
      ),
    ] as [(String?, Int?, String)])
  func outcomes(_ size: String?, _ amount: Int?, _ expected: String) throws {
    let found = try DirectionTrial(Self.program).finding(Self.members(size), applicant: Self.rd(amount))
    #expect(found == expected)
  }

  @Test("The evidence has the condition and the requirement")
  func evidence() throws {
    let trial = try DirectionTrial(Self.program)
    #expect(
      try trial.evidence(Self.members("medium"), applicant: Self.rd(1)) == [
        "size \"medium\" medium", "applicant.rdExpense.2023 1 >= 5000000",
      ])
    #expect(
      try trial.evidence(Self.members("small"), applicant: Self.rd(1)) == [
        "size \"small\" large", "size \"small\" medium", "applicant.rdExpense.2023 1 >= 1000000",
      ])
  }

  @Test("A later condition that is known limits the tiers that are possible")
  func laterCondition() throws {
    let trial = try DirectionTrial(
      Self.fields + """
        direction { "1.1",
          condition { "2个、1个", by { { isNew, sites:at_least "2个" }, { size:is "small", sites:at_least "1个" }, size:is "large" } },
          target { "名称", title:given(), points = 1 } }
        """)
    #expect(try trial.finding(#""size":"small","sites":2"#) == "met 不论属于哪种情形：示范点2个，达到2个；示范点2个，达到1个")
    #expect(try trial.finding(#""size":"small","sites":1"#) == "unknown 未填写新设企业，请补充")
    #expect(try trial.finding(#""size":"small","sites":0"#) == "unmet 不论属于哪种情形：示范点0个，低于2个；示范点0个，低于1个")
    #expect(try trial.finding(#""isNew":true,"sites":1"#) == "unmet 新设企业：是，示范点1个，低于2个")
    #expect(try trial.finding(#""isNew":false,"size":"large""#) == "met 其他情形：企业规模为大型")
  }

  @Test("Each bound of each tier must be in the quote and can be changed")
  func bounds() throws {
    let changed = try DirectionTrial(Self.program, configuration: "bounds: { 1.1/condition/1/2: 400万元 }")
    #expect(
      try changed.finding(Self.members("medium"), applicant: Self.rd(4_000_000))
        == "met 企业规模为中型，上年（2023年）研发投入400万元，达到400万元（按配置调整，原为500万元）")
    #expect(try changed.finding(Self.members("large"), applicant: Self.rd(4_000_000)).hasPrefix("unmet"))
  }

  @Test(
    "A grade may depend on the kind of applicant",
    arguments: [
      ("large", 3, 600, "示范点3个，起评3个得六成，满6个得满分"), ("large", 2, 0, "示范点2个，起评3个得六成，满6个得满分"),
      ("small", 1, 600, "示范点1个，起评1个得六成，满2个得满分"), ("small", 2, 1000, "示范点2个，起评1个得六成，满2个得满分"),
      (nil, 2, 0, "信息不足，暂不计分"), ("small", nil, 0, "信息不足，暂不计分"),
    ] as [(String?, Int?, Int, String)])
  func grades(_ size: String?, _ sites: Int?, _ points: Int, _ reason: String) throws {
    let trial = try DirectionTrial(
      Self.fields + """
        direction { "1.1", criterion { "示范", points = 1, grade = by {
          { size:is "large", reach(sites, "3个", "6个") }, reach(sites, "1个", "2个") } } }
        """)
    let members = [size.map { "\"size\":\"\($0)\"" }, sites.map { "\"sites\":\($0)" }].compactMap(\.self).joined(separator: ",")
    let item = try #require(try trial.assess(members).items.first)
    #expect(item.points == points && item.maximum == 1000)
    #expect(reason.hasSuffix(item.reason), "\(item.reason)")
  }
}

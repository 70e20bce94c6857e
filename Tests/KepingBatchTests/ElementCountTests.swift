import KepingCore
import Testing

@Suite("The matching elements of a list are counted and added, as a range where something is absent")
struct ElementCountTests {
  static let list = """
    fields {
      devices = list("设备", {
        name = text "名称", price = money "价格", parts = count "件数", bought = whole "购置年份", isNew = flag "全新",
        kind = choice("类别", { large = "大型", small = "小型" }), region = text "产地",
      }, "none"),
      tools = list("工具", { price = money "价格" }),
    }

    """

  /// Returns a trial of one condition.
  static func trial(_ quote: String, _ check: String, configuration: String = "") throws -> DirectionTrial {
    try DirectionTrial(
      list + "direction { \"1.1\", condition { \"\(quote)\", \(check) }, target { \"名称\", title:given(), points = 1 } }",
      configuration: configuration)
  }

  /// Returns a partner as JSON; nil leaves out the region.
  static func partner(_ name: String, _ kind: String, region: String? = nil) -> String {
    #"{"name":"\#(name)","kind":"\#(kind)"\#(region.map { #","region":"\#($0)""# } ?? "")}"#
  }

  static let (one, two) = (partner("甲", "university"), partner("乙", "university"))
  static let company = partner("丙", "enterprise")

  @Test(
    "A count with a label is compared below its bound, at it, above it and without partners",
    arguments: [
      ([one, company], "unmet 联合申报单位中高等院校1个，低于2个"), ([one, company, two], "met 联合申报单位中高等院校2个，达到2个"),
      ([one, two, one], "met 联合申报单位中高等院校3个，达到2个"), ([], "unmet 联合申报单位中高等院校0个，低于2个"),
      (nil, "unmet 联合申报单位中高等院校0个，低于2个"),
    ] as [([String]?, String)])
  func labelled(_ partners: [String]?, _ expected: String) throws {
    let trial = try Self.trial("高等院校2个以上", #"partners:count("高等院校", { kind = "university" }):at_least "2个""#)
    #expect(try trial.finding(partners.map { "\"partners\":[\($0.joined(separator: ","))]" } ?? "") == expected)
  }

  @Test("Without a label, the message describes the filters; the evidence has the count and the elements")
  func unlabelled() throws {
    let trial = try Self.trial("2个", #"partners:count { kind = { "university", "institute" } }:at_most "2个""#)
    let partners = "\"partners\":[\(Self.one),\(Self.company),\(Self.two)]"
    #expect(try trial.finding(partners) == "met 联合申报单位中单位类型为高等院校、科研院所之一的2个，不超过2个")
    #expect(try trial.evidence(partners) == ["partners 2 <= 2", "partners[0] \"甲\"", "partners[2] \"乙\""])
    #expect(try trial.evidence() == ["partners 0 <= 2"])
  }

  @Test(
    "Units are the applicant and its partners", arguments: [("", "met", 1), ("\"partners\":[\(company),\(one)]", "unmet", 2)])
  func units(_ members: String, _ outcome: String, _ count: Int) throws {
    let trial = try Self.trial("1个", #"units:count("企业", { kind = "enterprise" }):at_most "1个""#)
    let phrase = outcome == "met" ? "不超过" : "超过"
    #expect(try trial.finding(members) == "\(outcome) 申报单位与联合申报单位中企业\(count)个，\(phrase)1个")
    #expect(try trial.evidence(members).prefix(2) == ["applicant + partners \(count) <= 1", "applicant true"])
    let all = try Self.trial("3个", #"units:count():at_least "3个""#)
    #expect(try all.finding(members) == "unmet 申报单位与联合申报单位\(members.isEmpty ? 1 : 3)个，低于3个" || !members.isEmpty)
  }

  /// Partners of which one is within the city, one outside and some unknown.
  static func regions(_ unknown: Int, inside: Int = 1) -> String {
    let all =
      (0..<inside).map { partner("内\($0)", "enterprise", region: "451002") } + [partner("外", "enterprise", region: "110101")]
      + (0..<unknown).map { partner("未\($0)", "enterprise") }
    return "\"partners\":[\(all.joined(separator: ","))]"
  }

  @Test(
    "An element without the field of a filter is undecided, and matters only if the answer depends on it",
    arguments: [
      ("at_least", 0, "unmet 联合申报单位中市内单位1个，低于3个"), ("at_least", 1, "unmet 联合申报单位中市内单位最多2个，低于3个"),
      ("at_least", 2, "unknown 联合申报单位中市内单位至少1个，最多3个；第3项（未0）未填写行政区划代码；第4项（未1）未填写行政区划代码，无法判断是否达到3个，请补充"),
      ("at_most", 2, "met 联合申报单位中市内单位最多3个，不超过3个"),
      ("at_most", 3, "unknown 联合申报单位中市内单位至少1个，最多4个；第3项（未0）未填写行政区划代码；第4项（未1）未填写行政区划代码；第5项（未2）未填写行政区划代码，无法判断是否不超过3个，请补充"),
      ("less_than", 1, "met 联合申报单位中市内单位最多2个，低于3个"), ("more_than", 2, "unmet 联合申报单位中市内单位最多3个，不高于3个"),
    ])
  func ranges(_ word: String, _ unknown: Int, _ expected: String) throws {
    let trial = try Self.trial("3个", "partners:count(\"市内单位\", { region = within \"4510\" }):\(word) \"3个\"")
    #expect(try trial.finding(Self.regions(unknown)) == expected)
  }

  @Test("The low end alone can decide")
  func low() throws {
    let trial = try Self.trial("3个", #"partners:count("市内单位", { region = within "4510" }):at_least "3个""#)
    #expect(try trial.finding(Self.regions(2, inside: 3)) == "met 联合申报单位中市内单位至少3个，达到3个")
    let most = try Self.trial("2个", #"partners:count("市内单位", { region = within "4510" }):at_most "2个""#)
    #expect(try most.finding(Self.regions(2, inside: 3)) == "unmet 联合申报单位中市内单位至少3个，超过2个")
    #expect(
      try trial.evidence(Self.regions(2, inside: 2))
        == ["partners null >= 3", "partners[3].region null", "partners[4].region null"])
  }

  @Test("A list whose absence does not mean none is unknown; an empty one is not")
  func absent() throws {
    let trial = try Self.trial("1项", #"tools:count { price = at_least("1元", "任意") }:at_least "1项""#)
    #expect(try trial.finding() == "unknown 未填写工具，请补充")
    #expect(try trial.evidence() == ["tools null >= 1"])
    #expect(try trial.finding("\"tools\":[]") == "unmet 工具中价格不低于1元的0项，低于1项")
    #expect(try trial.finding("\"tools\":[{\"price\":1}]") == "met 工具中价格不低于1元的1项，达到1项")
  }

  // MARK: Sums

  static func item(_ name: String, _ amount: String?) -> String {
    #"{"name":"\#(name)"\#(amount.map { ",\"amount\":\($0)" } ?? "")}"#
  }

  @Test(
    "A sum adds the numbers of the matching elements exactly",
    arguments: [
      ([("设备费", "299999.99"), ("设备费", "200000.01"), ("材料费", "1")], "met 预算明细中设备费合计50万元，不超过50万元"),
      ([("设备费", "300000"), ("设备费", "200000.01")], "unmet 预算明细中设备费合计50.000001万元，超过50万元"),
      ([("材料费", "900000")], "met 预算明细中设备费合计0万元，不超过50万元"),
      ([("设备费", "300000"), ("设备费", nil)], "unknown 预算明细中设备费合计至少30万元；第2项（设备费）未填写预算金额，无法判断是否不超过50万元，请补充"),
      ([("设备费", "600000"), ("设备费", nil)], "unmet 预算明细中设备费合计至少60万元，超过50万元"),
      ([("材料费", nil), ("设备费", "0.1"), ("设备费", "0.2")], "met 预算明细中设备费合计0.00003万元，不超过50万元"),
    ] as [([(String, String?)], String)])
  func sums(_ items: [(String, String?)], _ expected: String) throws {
    let trial = try Self.trial("不超过50万元", #"budget.items:sum("amount", "设备费", { name = "设备费" }):at_most "50万元""#)
    let json = items.map { Self.item($0.0, $0.1) }.joined(separator: ",")
    #expect(try trial.finding("\"budget\":{\"items\":[\(json)]}") == expected)
  }

  @Test("The evidence of a sum has the amounts; a sum needs no filters")
  func amounts() throws {
    let budget = "\"budget\":{\"items\":[\(Self.item("甲", "1000")),\(Self.item("乙", "2000"))]}"
    let trial = try Self.trial("1万元以上", #"budget.items:sum("amount"):at_least "1万元""#)
    #expect(try trial.finding(budget) == "unmet 预算明细的预算金额合计0.3万元，低于1万元")
    #expect(
      try trial.evidence(budget) == [
        "budget.items[].amount 3000 >= 10000", "budget.items[0].amount 1000", "budget.items[1].amount 2000",
      ])
    let named = try Self.trial("1万元以上", #"budget.items:sum("amount", { name = { "甲", "丙" } }):at_least "1万元""#)
    #expect(try named.finding(budget) == "unmet 预算明细中预算科目为“甲”、“丙”之一的预算金额合计0.1万元，低于1万元")
    let counts = try Self.trial("5件以上", #"devices:sum("parts", { isNew = true }):at_least "5件""#)
    #expect(try counts.finding(#""devices":[{"parts":5,"isNew":true},{"parts":1}]"#) == "met 设备中全新为“是”的件数合计至少5件，达到5件")
  }

  @Test("A sum is compared with another quantity once it is known")
  func quantities() throws {
    let trial = try Self.trial("总额", #"budget.items:sum("amount"):at_most(budget.total)"#)
    func finding(_ items: String) throws -> String { try trial.finding("\"budget\":{\"total\":20000,\"items\":[\(items)]}") }
    #expect(try finding(Self.item("甲", "20000")) == "met 预算明细的预算金额合计2万元，不超过预算总额2万元")
    #expect(try finding(Self.item("甲", "20001")) == "unmet 预算明细的预算金额合计2.0001万元，超过预算总额2万元")
    #expect(try finding(Self.item("甲", nil)) == "unknown 预算明细第1项（甲）未填写预算金额，请补充")
  }

  // MARK: Filters

  @Test(
    "A number filters a list by its bound",
    arguments: [
      ("at_least", [false, true, true]), ("more_than", [false, false, true]), ("at_most", [true, true, false]),
      ("less_than", [true, false, false]),
    ])
  func numbers(_ word: String, _ expected: [Bool]) throws {
    let trial = try Self.trial("50万元", "devices:any(\"大型设备\", { price = \(word) \"50万元\" })")
    for (price, isMet) in zip(["499999", "500000", "500001"], expected) {
      let found = try trial.finding("\"devices\":[{\"name\":\"甲\",\"price\":\(price)}]")
      #expect(found == (isMet ? "met 有大型设备：甲" : "unmet 没有大型设备"), "\(price)")
    }
    #expect(try trial.finding(#""devices":[{"name":"甲"}]"#) == "unknown 设备第1项未填写价格，无法判断是否有大型设备，请补充")
    let year = try Self.trial("2020年", #"devices:count { bought = at_least "2020年", kind = "large" }:at_least("1个", "有")"#)
    #expect(
      try year.finding(#""devices":[{"bought":2020,"kind":"large"},{"bought":2019,"kind":"large"}]"#)
        == "met 设备中购置年份不低于2020年，且类别为大型的1个，达到1个")
  }

  @Test("A text must be equal, also with escapes")
  func texts() throws {
    let trial = try Self.trial("产地", #"devices:any("国产", { region = { "中国", "\"华\"" } })"#)
    #expect(try trial.finding(#""devices":[{"region":"中国（广西）"},{"region":"中"}]"#) == "unmet 没有国产")
    #expect(try trial.finding(#""devices":[{"region":"中国"}]"#) == "met 有国产（第1项）")
    #expect(try trial.finding(#""devices":[{"region":"\"华\""}]"#) == "met 有国产（第1项）")
    #expect(try trial.finding(#""devices":[{}]"#) == "unknown 设备第1项未填写产地，无法判断是否有国产，请补充")
  }

  @Test("The members of the host can be counted")
  func members() throws {
    let trial = try Self.trial("2人", #"members:count("本单位成员", { unit = "甲" }):at_least "2人""#)
    #expect(try trial.finding(#""members":[{"unit":"甲"},{"unit":"乙"},{"unit":"甲"}]"#) == "met 项目组成员中本单位成员2人，达到2人")
    #expect(try trial.finding() == "unmet 项目组成员中本单位成员0人，低于2人")
  }

  @Test("The configuration changes the bound of a filter, of a count and of both")
  func configured() throws {
    let check = #"devices:count { price = at_least "50万元" }:at_least "2个""#
    let devices = #""devices":[{"price":400000},{"price":600000}]"#
    func finding(_ bounds: String) throws -> String {
      try Self.trial("50万元以上的2个", check, configuration: bounds).finding(devices)
    }
    #expect(try finding("") == "unmet 设备中价格不低于50万元的1个，低于2个")
    #expect(
      try finding("bounds: { 1.1/condition/1/1: 40万元 }") == "met 设备中价格不低于40万元（按配置调整，原为50万元）的2个，达到2个")
    #expect(
      try finding("bounds: { 1.1/condition/1/2: 1个 }") == "met 设备中价格不低于50万元的1个，达到1个（按配置调整，原为2个）")
    #expect(
      try finding("bounds: { 1.1/condition/1/1: 70万元, 1.1/condition/1/2: 1个 }")
        == "unmet 设备中价格不低于70万元（按配置调整，原为50万元）的0个，低于1个（按配置调整，原为2个）")
  }

  @Test("Points measure by the changed filter of their clause")
  func grades() throws {
    let program =
      Self.list + """
        local large = devices:count { price = at_least "50万元" }
        direction { "1.1",
          condition { "50万元以上的1个以上", large:at_least "1个", points = 1, grade = reach(large, "1个", "3个") },
        }
        """
    let devices = #""devices":[{"price":400000},{"price":600000},{"price":600000}]"#
    #expect(try DirectionTrial(program).assess(devices).total == 800)
    let changed = try DirectionTrial(program, configuration: "bounds: { 1.1/condition/1/1: 40万元 }")
    #expect(try changed.assess(devices).total == 1000)
    let open = try DirectionTrial(program).assess(#""devices":[{"price":600000},{}]"#)
    #expect(open.findings[0].outcome == .met && open.items[0].reason == "信息不足，暂不计分")
  }
}

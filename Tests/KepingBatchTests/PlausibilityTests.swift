import BatchFixtures
import KepingCore
import KepingPrograms
import Testing

@Suite("An amount of money that nobody has is a problem and needs a supplement")
struct PlausibilityTests {
  /// Returns the fields of implausible amounts.
  static func fields(_ record: String) throws -> [String] {
    let assessment = try #require(try evaluate(Bytes(record.utf8)) { $0 }.first)
    #expect(assessment.isEvaluated)
    return assessment.problems.filter { $0.code == .implausibleAmount }.map(\.field)
  }

  @Test(
    "An amount above 100亿元 is told wherever it stands",
    arguments: [
      (#""expected":{"economicBenefit":10000000000}"#, []), (#""expected":{"economicBenefit":9999999999.99}"#, []),
      (#""expected":{"economicBenefit":10000000000.01}"#, ["expected.economicBenefit"]),
      (#""expected":{"economicBenefit":20000000000,"costSavings":3e10}"#, ["expected.costSavings", "expected.economicBenefit"]),
      (#""expected":{"economicBenefit":1.7e300}"#, ["expected.economicBenefit"]), (#""expected":{"economicBenefit":null}"#, []),
      (#""expected":{"demonstrationSites":20000000000}"#, []),
      (#""budget":{"total":2e10,"requested":1e10,"selfFunded":10000000001}"#, ["budget.total", "budget.selfFunded"]),
      (
        #""budget":{"items":[{"name":"甲","amount":1},{"name":"乙","amount":1e11},{"name":"丙"},{"name":"丁","amount":1e11}]}"#,
        ["budget.items[1].amount", "budget.items[3].amount"]
      ),
      (#""budget":{"items":[]}"#, []),
    ])
  func amounts(_ members: String, _ expected: [String]) throws {
    #expect(try Self.fields(application("A", more: "," + members)).sorted() == expected.sorted())
    // An escaped key is read by the parser.
    #expect(
      try Self.fields(application("A", more: "," + members).replacing("\"id\"", with: #""\u0069d""#)).sorted()
        == expected.sorted())
  }

  @Test(
    "Research expenses of neighbouring years that differ 1,000-fold are told at the later year",
    arguments: [
      (#""2022":3180,"2023":3180000"#, ["2023"]), (#""2023":3180000,"2022":3180"#, ["2023"]),
      (#""2022":3180000,"2023":3180"#, ["2023"]), (#""2022":10000,"2023":9990000"#, []), (#""2022":10000,"2023":9999999.99"#, []),
      (#""2022":10000,"2023":10000000"#, ["2023"]), (#""2022":0,"2023":3180000"#, []), (#""2022":3180000,"2023":0"#, []),
      (#""2022":null,"2023":3180000"#, []), (#""2021":3180,"2023":3180000"#, []), (#""2023":3180000"#, []), ("", []),
      (#""2021":1,"2022":1000,"2023":1"#, ["2022", "2023"]), (#""2021":1,"2022":500,"2023":250000"#, []),
      (#""2022":0.035,"2023":35"#, ["2023"]), (#""2022":0.0001,"2023":0.1"#, ["2023"]), (#""2022":1,"2023":2e10"#, ["2023"]),
      (#""2022":2e10,"2023":1000000"#, ["2022", "2023"]), (#""2022":1e-200,"2023":1e10"#, ["2023"]),
    ])
  func jumps(_ expenses: String, _ years: [String]) throws {
    let record = application("A").replacing(#""2022":500000,"2023":800000"#, with: expenses)
    #expect(try Self.fields(record) == years.map { "applicant.rdExpense.\($0)" })
  }

  static let passing = #","expected":{"economicBenefit":15000000,"ip":{"invention":{"filed":9}}}"#

  @Test("A pass becomes a supplement, a failure stays one, and points do not change")
  func verdict() throws {
    func assess(_ rd: Int, _ more: String) throws -> Assessment {
      try #require(try evaluate(Bytes(application("A", rd: rd, more: Self.passing + more).utf8)) { $0 }.first)
    }
    let budget = #","budget":{"total":20000000000}"#
    #expect(try assess(1_800_000, "").verdict == .pass)
    #expect(try assess(1_800_000, budget).verdict == .supplement)
    #expect(try assess(800_000, budget).verdict == .fail)
    #expect(try assess(1_800_000, budget).items == assess(1_800_000, "").items)
  }

  @Test("The message has the amount in readable units and the likely cause")
  func messages() throws {
    func message(_ record: String) throws -> String {
      let assessment = try #require(try evaluate(Bytes(record.utf8)) { $0 }.first)
      return try #require(assessment.problems.first).message
    }
    let amount = try message(application("A", more: #","expected":{"economicBenefit":20000000000}"#))
    for part in ["经济效益20000000000元（200亿元）", "超过100亿元", "万元"] { #expect(amount.contains(part)) }
    let year = try message(application("A", rd: 30_000_000_000))
    #expect(year.hasPrefix("2023年研发投入30000000000元（300亿元）"))
    let item = try message(application("A", more: #","budget":{"items":[{"name":"甲","amount":12345678901.5}]}"#))
    #expect(item.hasPrefix("预算明细1预算金额12345678901.5元（123.456789015亿元）"))
    let jump = try message(application("A").replacing(#""2022":500000,"2023":800000"#, with: #""2022":3180,"2023":3180000"#))
    for part in ["2022年3180元", "2023年318万元", "1000倍", "万元"] { #expect(jump.contains(part)) }
  }

  @Test("Amounts in fields and lists that a program declares are examined, and the program decides what is plausible")
  func programFields() throws {
    let plugin = try FailingPlugin(
      #"""
      fields {
        expected = { sites = count "示范点", fee = money "费用" },
        devices = list("设备", { name = text "名称", price = money "价格", uses = texts("用途", { lab = "实验" }) }, "none"),
      }
      direction { "1.1", target { "示范点1个以上", expected.sites:at_least "1个", points = 40 } }
      """#)
    var assessor = Assessor(try plugin.programs())
    func problems(_ members: String) -> [String] {
      let record = FailingPlugin.application("A", sites: 2).replacing(#""sites":2}"#, with: #""sites":2"# + members + "}")
      return assessor.assess(Bytes(record.utf8)).problems.map { "\($0.code.rawValue) \($0.field)" }
    }
    #expect(problems(#","fee":10000000000"#) == [])
    #expect(problems(#","fee":10000000001"#) == ["implausible-amount expected.fee"])
    let devices = #"},"devices":[{"price":1e10,"uses":["lab"]},{"price":2e10,"uses":["lab","别的"]}],"budget":{"total":1"#
    #expect(problems(devices) == ["implausible-amount devices[1].price", "unknown-topic devices[1].uses[1]"])
  }
}

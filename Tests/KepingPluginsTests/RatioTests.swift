import KepingCore
import KepingPlugins
import PluginFixtures
import Testing

@Suite("Ratios and growths are compared exactly")
struct RatioTests {
  /// A check, the members of a record, and its outcome and message.
  typealias Case = (check: String, members: String, finding: String)

  static let ratios: [Case] = [
    (
      "ratio(a, b):at_least('2.2%', '界限')", #""a":220000,"b":10000000"#, "met 研发投入22万元占销售收入1000万元的2.2%，达到2.2%"
    ),
    (
      "ratio(a, b):at_least('2.2%', '界限')", #""a":219999.99,"b":10000000"#,
      "unmet 研发投入21.999999万元占销售收入1000万元的2.1999999%，低于2.2%"
    ),
    (
      "ratio(a, b):at_least('2.2%', '界限')", #""a":220000.01,"b":10000000"#,
      "met 研发投入22.000001万元占销售收入1000万元的2.2000001%，达到2.2%"
    ),
    ("ratio(a, b):at_least('0.3', '界限')", #""a":250000,"b":1000000"#, "unmet 研发投入25万元占销售收入100万元的0.25，低于0.3"),
    ("ratio(a, b):at_least('2:1', '界限')", #""a":2000000,"b":1000000"#, "met 研发投入200万元与销售收入100万元之比为2:1，达到2:1"),
    ("ratio(a, b):at_least('1:3', '界限')", #""a":100,"b":300"#, "met 研发投入0.01万元与销售收入0.03万元之比为1:3，达到1:3"),
    ("ratio(a, b):less_than('1:3', '界限')", #""a":100,"b":301"#, "met 研发投入0.01万元与销售收入0.0301万元之比约为0.997:3，低于1:3"),
    ("ratio(a, b):at_least('2倍', '界限')", #""a":2500000,"b":1000000"#, "met 研发投入250万元是销售收入100万元的2.5倍，达到2倍"),
    ("ratio(a, b):at_most('5‰', '界限')", #""a":6,"b":1000"#, "unmet 研发投入0.0006万元占销售收入0.1万元的6‰，超过5‰"),
    ("ratio(a, b):more_than('3%', '界限')", #""a":3,"b":100"#, "unmet 研发投入0.0003万元占销售收入0.01万元的3%，不高于3%"),
    ("ratio(n, m):at_least('30%', '界限')", #""n":1,"m":3"#, "met 研发人员1占职工3的约33.33%，达到30%"),
    (
      "ratio(a, b):at_least('3%', '界限')", #""a":299999,"b":10000000"#,
      "unmet 研发投入29.9999万元占销售收入1000万元的2.99999%，低于3%"
    ),
    ("ratio(a, b):at_least('3%', '界限')", #""b":10000000"#, "unknown 未填写研发投入，请补充"),
    ("ratio(a, b):at_least('3%', '界限')", "", "unknown 未填写研发投入，请补充；未填写销售收入，请补充"),
    ("ratio(a, b):at_least('3%', '界限')", #""a":1,"b":0"#, "unknown 销售收入为0，无法计算占比，请核对"),
    ("ratio(a, b:minus(c)):at_least('3%', '界限')", #""a":1,"b":20000,"c":50000"#, "unknown 销售收入减成本的差额为-3万元，无法计算占比，请核对"),
    ("ratio(a + b, c):at_least('30%', '界限')", #""a":0.1,"b":0.2,"c":1"#, "met 研发投入与销售收入合计0.00003万元占成本0.0001万元的30%，达到30%"),
    ("ratio(total_of { a, b }, c):at_least('30%', '界限')", #""b":3,"c":10"#, "met 研发投入与销售收入合计0.0003万元占成本0.001万元的30%，达到30%"),
    ("negate(ratio(a, b):at_least('3%', '界限'))", #""a":1,"b":0"#, "unknown 销售收入为0，无法计算占比，请核对"),
    (
      "ratio(a:times('2倍', '界限'), b):at_least('30%', '界限')", #""a":20,"b":100"#,
      "met 研发投入的2倍（0.004万元）占销售收入0.01万元的40%，达到30%"
    ),
  ]

  static let growths: [Case] = [
    (
      "growth(revenue[year - 1], revenue[year - 2]):at_least('10%', '界限')", #""revenue":{"2023":1200000,"2022":1000000}"#,
      "met 营业收入由2022年的100万元增至2023年的120万元，增长20%，达到10%"
    ),
    (
      "growth(revenue[year - 1], revenue[year - 2]):at_least('10%', '界限')", #""revenue":{"2023":950000,"2022":1000000}"#,
      "unmet 营业收入由2022年的100万元降至2023年的95万元，下降5%，低于10%"
    ),
    (
      "growth(revenue[year - 1], revenue[year - 2]):at_least('10%', '界限')", #""revenue":{"2023":1000000,"2022":1000000}"#,
      "unmet 上年（2023年）营业收入100万元，与前年（2022年）营业收入持平，增长0%，低于10%"
    ),
    (
      "growth(revenue[year - 1], revenue[year - 2]):at_least('10%', '界限')", #""revenue":{"2023":1000000,"2022":0}"#,
      "unknown 前年（2022年）营业收入为0，无法计算增幅，请核对"
    ),
    (
      "growth(revenue[year - 1], revenue[year - 2]):at_least('10%', '界限')", #""revenue":{"2022":0}"#,
      "unknown 未填写上年（2023年）营业收入，请补充"
    ),
    ("growth(a, b):at_least('10%', '界限')", #""a":11,"b":10"#, "met 研发投入0.0011万元，比销售收入0.001万元增长10%，达到10%"),
    (
      "growth(a, b):at_least('10%', '界限')", #""a":10.99,"b":10"#,
      "unmet 研发投入0.001099万元，比销售收入0.001万元增长9.9%，低于10%"
    ),
    ("growth(a, b):at_least('0%', '界限')", #""a":2,"b":3"#, "unmet 研发投入0.0002万元，比销售收入0.0003万元下降约33.33%，低于0%"),
  ]

  static let amounts: [Case] = [
    ("b:minus(c):at_least('1万元', '界限')", #""b":20000,"c":10000"#, "met 销售收入减成本的差额1万元，达到1万元"),
    ("b:minus(c):at_least('0元', '界限')", #""b":10000,"c":20000"#, "unmet 销售收入减成本的差额-10000元，低于0元"),
    ("b:minus(c):less_than('0元', '界限')", #""b":10000,"c":20000"#, "met 销售收入减成本的差额-10000元，低于0元"),
    ("b:minus(c):at_least('0.1元', '界限')", #""b":0.3,"c":0.2"#, "met 销售收入减成本的差额0.1元，达到0.1元"),
    ("b:minus(c):at_least('1万元', '界限')", #""b":20000"#, "unknown 未填写成本，请补充"),
    ("a:at_least(b:times('30%', '界限'))", #""a":300000,"b":1200000"#, "unmet 研发投入30万元，低于销售收入的30%，即36万元"),
    ("a:at_least(b:times('0.3', '界限'))", #""a":360000,"b":1200000"#, "met 研发投入36万元，达到销售收入的0.3倍，即36万元"),
    ("a:at_least(b:times('10%', '界限'))", #""a":0.3,"b":3"#, "met 研发投入0.00003万元，达到销售收入的10%，即0.00003万元"),
    (
      "a:at_least(mean({ b, c }))", #""a":5,"b":3,"c":4"#, "met 研发投入0.0005万元，达到销售收入、成本的平均值，即0.00035万元"
    ),
    (
      "mean({ a, b, c }, '三项平均'):at_least('100万元', '界限')", #""a":1000000,"b":1000000,"c":1000000"#, "met 三项平均100万元，达到100万元"
    ),
    (
      "mean({ a, b, c }, '三项平均'):at_least('100万元', '界限')", #""a":1000000,"b":1000000,"c":999999.99"#,
      "unmet 三项平均约99.9999997万元，低于100万元"
    ),
    (
      "mean({ a, b, c }, '三项平均'):at_most('100万元', '界限')", #""a":1000000,"b":1000000,"c":1000001"#,
      "unmet 三项平均约100.00003万元，超过100万元"
    ),
    ("mean { a, b }:at_least('1元', '界限')", #""a":1"#, "unknown 未填写销售收入，请补充"),
    ("(a:minus(b) + c):at_least('0.3元', '界限')", #""a":0.3,"b":0.2,"c":0.2"#, "met 研发投入减销售收入的差额与成本合计0.3元，达到0.3元"),
  ]

  static let fields: [Case] = [
    ("stake:at_least('30%', '界限')", #""stake":30"#, "met 持股比例30%，达到30%"),
    ("stake:at_least('30%', '界限')", #""stake":29.99"#, "unmet 持股比例29.99%，低于30%"),
    ("stake:at_least('30%', '界限')", "", "unknown 未填写持股比例，请补充"),
    ("grade:at_least('60', '界限')", #""grade":60"#, "met 平均成绩60，达到60"),
    ("grade:at_least('60分', '界限')", #""grade":-5.5"#, "unmet 平均成绩-5.5分，低于60分"),
    ("grade:at_least('0分', '界限')", #""grade":-0.5"#, "unmet 平均成绩-0.5分，低于0分"),
    ("revenue[year - 1]:at_least('1万元', '界限')", #""revenue":{"2023":10000}"#, "met 上年（2023年）营业收入1万元，达到1万元"),
  ]

  @Test("Messages have all figures, and the answer is exact", arguments: ratios + growths + amounts + fields)
  func findings(_ item: Case) throws {
    #expect(try CalculationFixture.clause(item.check).finding(item.members) == item.finding)
  }

  @Test(
    "The evidence shows the ratio first, then its operands",
    arguments: [
      (
        "ratio(a, b):at_least('2.2%', '界限')", #""a":220000,"b":10000000"#,
        ["a / b 0.022 >= 0.022", "a 220000", "b 10000000"]
      ),
      ("ratio(a, b):at_least('3%', '界限')", #""a":1,"b":0"#, ["a / b null >= 0.03", "a 1", "b 0"]),
      ("ratio(a, b):at_least('3%', '界限')", #""b":5"#, ["a / b null >= 0.03", "a null", "b 5"]),
      (
        "growth(a, b):at_least('10%', '界限')", #""a":3,"b":2"#, ["(a - b) / b 0.5 >= 0.1", "a 3", "b 2"]
      ),
      (
        "a:at_least(b:times('30%', '界限'))", #""a":300000,"b":1200000"#, ["a 300000 >= 360000", "b * 30% 360000", "b 1200000"]
      ),
      (
        "ratio(a:minus(b), c):at_least('10%', '界限')", #""a":3,"b":2,"c":4"#,
        ["(a - b) / c 0.25 >= 0.1", "a - b 1", "a 3", "b 2", "c 4"]
      ),
      ("mean { a, b }:at_least('1元', '界限')", #""a":1,"b":2"#, ["mean(a, b) 1.5 >= 1", "a 1", "b 2"]),
    ] as [(String, String, [String])])
  func evidence(_ check: String, _ members: String, _ expected: [String]) throws {
    #expect(try CalculationFixture.clause(check).evidence(members) == expected)
  }

  @Test(
    "A quote may write the bound with a full-width colon or percent sign",
    arguments: [
      ("自筹与财政之比不低于2：1", "2:1", true), ("不低于3％", "3%", true), ("不低于3%", "3％", true), ("不低于2：15", "2:1", false),
      ("不低于12：1", "2:1", false), ("不低于0.3", "0.3", true), ("不低于0.35", "0.3", false), ("不低于0.3%", "0.3", false),
      ("不低于0.3。", "0.3", true), ("不低于２倍", "2倍", true), ("不低于13%", "3%", false),
    ])
  func quotes(_ quote: String, _ bound: String, _ isQuoted: Bool) throws {
    func load() throws { _ = try CalculationFixture.clause("ratio(a, b):at_least '\(bound)'", quote: quote) }
    if isQuoted {
      #expect(throws: Never.self) { try load() }
    } else {
      #expect(#expect(throws: Diagnostic.self) { try load() }?.code == "bound-not-quoted")
    }
  }

  @Test(
    "Wrong operands and bounds are refused",
    arguments: [
      ("ratio(a, n):at_least('3%', 'x')", "wrong-unit"), ("growth(a, n):at_least('3%', 'x')", "wrong-unit"),
      ("ratio(a, b):at_least('3万元', 'x')", "invalid-bound"), ("ratio(a, b):at_least('3件', 'x')", "invalid-bound"),
      ("ratio(a, b):at_least('1:0', 'x')", "invalid-bound"), ("ratio(a, b):at_least(c)", "wrong-argument"),
      ("c:at_least(ratio(a, b))", "wrong-argument"), ("ratio(ratio(a, b), c):at_least('3%', 'x')", "wrong-argument"),
      ("ratio(a, b):minus(ratio(a, c)):at_least('3%', 'x')", "wrong-argument"),
      ("ratio(a, b):times('2倍'):at_least('3%', 'x')", "wrong-argument"),
      ("(ratio(a, b) + ratio(a, c)):at_least('3%', 'x')", "wrong-argument"), ("a:minus(n):at_least('3元', 'x')", "wrong-unit"),
      ("a:times('0'):at_least('3元', 'x')", "invalid-bound"), ("a:times('2:1'):at_least('3元', 'x')", "invalid-bound"),
      ("a:times(2):at_least('3元', 'x')", "wrong-argument"), ("mean { a }:at_least('3元', 'x')", "wrong-argument"),
      ("mean { a, n }:at_least('3元', 'x')", "wrong-unit"), ("stake:at_least('30', 'x')", "invalid-bound"),
      ("stake:at_least('30分', 'x')", "wrong-unit"), ("a:at_least('3%', 'x')", "wrong-unit"),
      ("ratio(a):at_least('3%', 'x')", "wrong-argument"), ("growth(a, b):at_least('1:5', 'x')", "invalid-bound"),
    ])
  func faults(_ check: String, _ code: String) {
    #expect(#expect(throws: Diagnostic.self) { _ = try CalculationFixture.clause(check) }?.code == code)
  }

  @Test(
    "A ratio grades by its value, and its reason shows a short figure",
    arguments: [
      ("points = 1, full = '10%'", #""a":3,"b":100"#, 600, "3%，起评3%得六成，满10%得满分"),
      ("points = 1, full = '10%'", #""a":65,"b":1000"#, 800, "6.5%，起评3%得六成，满10%得满分"),
      ("points = 1, full = '10%'", #""a":1,"b":3"#, 1000, "33.33%，起评3%得六成，满10%得满分"),
      ("points = 1, grade = reach(ratio(b, a), '0.5', '2')", #""a":10,"b":20"#, 1000, "2，起评0.5得六成，满2得满分"),
    ])
  func grades(_ points: String, _ members: String, _ tenths: Int, _ reason: String) throws {
    let item = try CalculationFixture.clause("ratio(a, b):at_least('3%', '界限')", points: points).assess(members).items[0]
    #expect(item.points == tenths && item.reason == reason)
  }

  @Test(
    "What a function computes is rounded to 12 digits since api 2",
    arguments: [(1, "unmet 和0.30000000000000004，超过0.3"), (2, "met 和0.3，不超过0.3")])
  func computed(_ api: Int, _ finding: String) throws {
    let check = "compute('和', { a, b }, function(a, b) return a + b end):at_most('0.3', '界限')"
    #expect(try CalculationFixture.clause(check, api: api).finding(#""a":0.1,"b":0.2"#) == finding)
  }

  @Test("Amounts by year of a plugin are examined for their size, but not for jumps between years")
  func plausible() throws {
    let fixture = try CalculationFixture.clause("revenue[year - 1]:at_least('1元', '界限')")
    #expect(try fixture.assess(#""revenue":{"2023":5000000,"2022":1000}"#).problems.isEmpty)
    let problems = try fixture.assess(#""revenue":{"2023":20000000000,"2022":1000}"#).problems
    #expect(problems.map(\.code) == [.implausibleAmount] && problems.map(\.field) == ["revenue.2023"])
  }

  @Test("A negative result is possible, so that a bound of 0 does not always hold")
  func negative() throws {
    for (check, outcomes) in [
      ("b:minus(c):at_least('0元', 'x')", 3), ("b:at_least('0元', 'x')", 2), ("b:times('2倍', '界限'):at_least('0元', 'x')", 2),
      ("b:minus(c):times('2倍', '界限'):at_least('0元', 'x')", 3), ("ratio(a, b):at_least('0%', 'x')", 2),
      ("growth(a, b):at_least('0%', 'x')", 3),
    ] {
      let program = try CalculationFixture.clause(check).loaded.program
      #expect(program.checks.outcomes(of: program.directions[0].clauses[0], in: program.schema).count == outcomes, "\(check)")
    }
  }

  @Test("Mutations change a ratio by the smallest sensible step")
  func mutations() throws {
    let program = try CalculationFixture.clause(
      "ratio(a:minus(c), b:times('0.5', '界限')):at_least('3%', 'x'), mean({ a, b, c }, '平均'):at_least('3元', 'x')"
    ).loaded.program
    let context = MutationContext(checks: program.checks, schema: program.schema)
    var changes: [String] = []
    for index in program.checks.checks.indices { changes += context.mutations(of: CheckID(index)).map(\.change.chinese) }
    for index in program.checks.quantities.indices { changes += context.mutations(of: QuantityID(index)).map(\.change.chinese) }
    #expect(changes.contains("把“研发投入减成本的差额占销售收入的0.5倍的比例不低于3%”改为“研发投入减成本的差额占销售收入的0.5倍的比例不低于2.99%”"))
    #expect(changes.contains("“研发投入减成本的差额占销售收入的0.5倍的比例”把“研发投入减成本的差额”与“销售收入的0.5倍”对调"))
    #expect(changes.contains("“研发投入减成本的差额”去掉“成本”"))
    #expect(changes.contains("把“销售收入的0.5倍”改为“销售收入的0.501倍”"))
    let mean = try #require(program.checks.quantities.firstIndex { $0.label == "平均" })
    #expect(program.checks.leavingOut(component: 1, of: QuantityID(mean)) != nil)
  }
}

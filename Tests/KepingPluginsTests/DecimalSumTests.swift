import KepingCore
import Testing

@Suite("Sums are exact in decimals since api 2")
struct DecimalSumTests {
  /// A check, the members of the record, and the finding.
  typealias Case = (check: String, members: String, finding: String)

  @Test(
    "Amounts with 分 add up to what a calculator shows",
    arguments: [
      ("(a + b):at_most(c)", #""a":281796.58,"b":125976.21,"c":407772.79"#, "met 研发投入与销售收入合计40.777279万元，不超过成本40.777279万元"),
      ("(a + b):at_least(c)", #""a":815289.48,"b":2826.7,"c":818116.18"#, "met 研发投入与销售收入合计81.811618万元，达到成本81.811618万元"),
      ("(a + b):at_least(c)", #""a":815289.48,"b":2826.69,"c":818116.18"#, "unmet 研发投入与销售收入合计81.811617万元，低于成本81.811618万元"),
      (
        "(a + b + c):at_least('300万元', '界限')", #""a":1068561.01,"b":1205653.42,"c":725785.57"#,
        "met 研发投入与销售收入合计与成本合计300万元，达到300万元"
      ),
      ("total_of { a, b }:at_least('0.3元', '界限')", #""a":0.1,"b":0.2"#, "met 研发投入与销售收入合计0.3元，达到0.3元"),
      ("total_of { a, b }:at_least('0.3元', '界限')", #""b":0.3"#, "met 研发投入与销售收入合计0.3元，达到0.3元"),
      ("(a + b):at_least('0.3元', '界限')", #""b":0.3"#, "unknown 未填写研发投入，请补充"),
    ] as [Case])
  func amounts(_ check: String, _ members: String, _ finding: String) throws {
    #expect(try CalculationFixture.clause(check).finding(members) == finding)
  }

  @Test("In api 1 amounts are added as doubles, as they always were")
  func doubles() throws {
    let fixture = try CalculationFixture.clause("(a + b):at_least('0.3元', '界限')", api: 1)
    #expect(try fixture.finding(#""a":0.1,"b":0.7"#).hasPrefix("met"))
    #expect(try fixture.assess(#""a":0.1,"b":0.2"#).firstEvidence.first?.contains("0.30000000000000004") == true)
  }

  /// The items of a record from their amounts.
  static func items(_ amounts: [String]) -> String {
    #""items":[\#(amounts.map { #"{"cost":\#($0)}"# }.joined(separator: ","))]"#
  }

  @Test("The sum of a list is exact, however many decimals its amounts have")
  func lists() throws {
    let three = Self.items(["449712.323", "393187.587", "157100.09"])
    #expect(try CalculationFixture.clause("items:sum('cost'):at_least('100万元', '界限')").finding(three).hasPrefix("met"))
    let half = try CalculationFixture.clause("ratio(items:sum('cost'), b):at_least('50%', '界限')")
    #expect(try half.finding(three + #","b":2000000"#).hasPrefix("met"))
    #expect(try half.finding(Self.items(["449712.323", "393187.587", "157100.089"]) + #","b":2000000"#).hasPrefix("unmet"))
  }

  // MARK: Numbers that may be negative

  /// The outcomes of sums of numbers that may be negative, by their items.
  static let signed: [(check: String, items: String, outcome: String)] = [
    ("items:sum('value'):at_least('10', '界限')", #"{"value":20},{}"#, "unknown"),
    ("items:sum('value'):at_most('10', '界限')", #"{"value":20},{}"#, "unknown"),
    ("items:sum('part'):at_least('10%', '界限')", #"{"part":20},{}"#, "unknown"),
    ("items:sum('value'):at_least('10', '界限')", #"{"value":20},{"value":-10}"#, "met"),
    ("items:sum('value'):at_least('10', '界限')", #"{"value":20},{"value":-10.1}"#, "unmet"),
    ("items:sum('value', { kind = 'x' }):at_least('10', '界限')", #"{"kind":"x","value":5},{"value":-10},{"value":8}"#, "unknown"),
    ("items:sum('value', { kind = 'x' }):at_least('10', '界限')", #"{"kind":"x","value":5},{"value":-10},{"value":10}"#, "unknown"),
    ("items:sum('value', { kind = 'x' }):at_least('10', '界限')", #"{"kind":"x","value":12},{"value":-3},{"value":3}"#, "unknown"),
    ("items:sum('value', { kind = 'x' }):at_least('9', '界限')", #"{"kind":"x","value":12},{"value":-3},{"value":3}"#, "met"),
    ("items:sum('value', { kind = 'x' }):at_least('16', '界限')", #"{"kind":"x","value":12},{"value":-3},{"value":3}"#, "unmet"),
    ("items:sum('value', { kind = 'x' }):at_least('10', '界限')", #"{"kind":"x","value":15},{"value":-10}"#, "unknown"),
    ("items:sum('value', { kind = 'x' }):at_least('10', '界限')", #"{"kind":"x","value":15},{"kind":"y","value":-10}"#, "met"),
    (
      "ratio(items:sum('value', { kind = 'x' }), items:sum('value')):at_least('50%', '界限')",
      #"{"kind":"x","value":5},{"value":-1},{"value":1}"#, "unknown"
    ),
    ("items:sum('cost', { kind = 'x' }):at_least('10元', '界限')", #"{"kind":"x","cost":10},{}"#, "met"),
  ]

  @Test("A sum of numbers that may be negative is decided only if nothing absent can change the answer", arguments: signed)
  func ranges(_ check: String, _ items: String, _ outcome: String) throws {
    let finding = try CalculationFixture.clause(check).finding(#""items":[\#(items)]"#)
    #expect(finding.hasPrefix(outcome + " "), "\(finding)")
  }

  @Test("A sum without a smallest value is not said to be at least something")
  func message() throws {
    let fixture = try CalculationFixture.clause("items:sum('value'):at_least('10', '界限')")
    #expect(try fixture.finding(#""items":[{"value":20},{}]"#).contains("尚不能算出；第2项未填写值"))
  }
}

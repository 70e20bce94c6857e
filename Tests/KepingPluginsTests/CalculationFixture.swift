import Foundation
import KepingCore
import KepingPlugins
import PluginFixtures
import Testing

/// A plugin of one direction whose applications are assessed with a few fields.
struct CalculationFixture {
  let loaded: PluginProgram

  /// The fields that the checks of the tests use.
  static let fields = """
    fields { a = money "研发投入", b = money "销售收入", c = money "成本", n = count "研发人员", m = count "职工",
      stake = percent "持股比例", grade = decimal "平均成绩", revenue = yearly "营业收入",
      items = list("调整项", { kind = choice("类别", { { "x", "甲" }, { "y", "乙" } }), value = decimal "值", part = percent "比例", cost = money "金额" }) }

    """

  /// Loads a program of one clause with a check.
  static func clause(_ check: String, quote: String = "要求", points: String = "points = 1", api: Int = 2) throws -> Self {
    try Self(fields + "direction { '1.1', condition { '\(quote)', \(check), \(points) } }", api: api)
  }

  private init(_ program: String, api: Int) throws { loaded = try TemporaryPlugin(program, api: api).load() }

  /// Assesses a record with some members; its result as JSON must be the same.
  func assess(_ members: String) throws -> Assessment {
    let assessment = loaded.assess(members)
    #expect(try json(PluginProgram.application(members)).text == assessment.json.text)
    return assessment
  }

  /// Returns the result of a record that has no faults.
  private func json(_ record: Bytes) throws -> Bytes {
    var evaluator = Evaluator()
    let compiled = CompiledProgram(loaded.program, for: .json)
    try evaluator.record.parse(record, 0..<record.count)
    var source = ParsedSource(record)
    _ = source.readHead(into: &evaluator.record)
    _ = source.readRest(into: &evaluator.record, by: compiled)
    #expect(evaluator.record.faults.isEmpty)
    var result = JSONResult()
    result.begin(evaluator.record)
    try result.evaluate(EvaluationCall(program: compiled, direction: 0, functions: loaded), by: &evaluator)
    var json: Bytes = []
    result.append(to: &json)
    return json
  }

  /// Returns the outcome and the message of the clause.
  func finding(_ members: String) throws -> String { try #require(try assess(members).firstFinding) }

  /// Returns the evidence of the clause, one text for each piece.
  func evidence(_ members: String) throws -> [String] { try assess(members).firstEvidence }
}

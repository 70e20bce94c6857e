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
      stake = percent "持股比例", grade = decimal "平均成绩", revenue = yearly "营业收入" }

    """

  /// Loads a program of one clause with a check.
  static func clause(_ check: String, quote: String = "要求", points: String = "points = 1", api: Int = 2) throws -> Self {
    try Self(fields + "direction { '1.1', condition { '\(quote)', \(check), \(points) } }", api: api)
  }

  init(_ program: String, api: Int = 2) throws {
    let plugin = try TemporaryPlugin(program, manifest: TemporaryPlugin.manifest.replacing("api: 1", with: "api: \(api)"))
    loaded = try plugin.load()
  }

  /// Assesses a record with some members, as JSON and as a value, which must be the same.
  func assess(_ members: String) throws -> Assessment {
    let more = members.isEmpty ? "" : "," + members
    let bytes = Bytes(
      #"{"id":"1","year":2024,"direction":"1.1","title":"题","applicant":{"name":"单位","kind":"enterprise"}\#(more)}"#.utf8)
    var builder = AssessmentBuilder()
    var result = JSONResult()
    try evaluate(bytes, into: &builder)
    try evaluate(bytes, into: &result)
    var json: Bytes = []
    result.append(to: &json)
    #expect(json.text == builder.assessment.json.text)
    return builder.assessment
  }

  private func evaluate<Sink: ResultSink>(_ bytes: Bytes, into sink: inout Sink) throws {
    var evaluator = Evaluator()
    let compiled = CompiledProgram(loaded.program, for: Sink.form)
    try evaluator.record.parse(bytes, 0..<bytes.count)
    var source = ParsedSource(bytes)
    _ = source.readHead(into: &evaluator.record)
    _ = source.readRest(into: &evaluator.record, by: compiled)
    #expect(evaluator.record.faults.isEmpty)
    sink.begin(evaluator.record)
    try sink.evaluate(EvaluationCall(program: compiled, direction: 0, functions: loaded), by: &evaluator)
  }

  /// Returns the outcome and the message of the clause.
  func finding(_ members: String) throws -> String {
    let finding = try #require(try assess(members).findings.first)
    return "\(finding.outcome.rawValue) \(finding.message)"
  }

  /// Returns the evidence of the clause, one text for each piece.
  func evidence(_ members: String) throws -> [String] {
    try #require(try assess(members).findings.first).evidence.map { piece in
      "\(piece.field) = \(piece.value.json)" + (piece.required.map { " \($0.text)" } ?? "")
    }
  }
}

import KepingAuthoring
import KepingCore
import Testing

@Suite("Exceptions that a plugin declares for its tests are verified")
struct ExceptionTests {
  /// A target whose two checks exclude each other, so that no record meets it.
  static let clauses = "target { 'q', e.done, negate(e.done) }, limit { '1个', '1个' }"
  static let cases = ["{ clause: 1.1/target/1, unmet: [{}], unknown: [{ e.done: null }] }"]

  static func plugin(_ exceptions: String) throws -> TestedPlugin {
    try TestedPlugin(clauses, cases: cases, files: ["tests/exceptions.yaml": exceptions])
  }

  @Test("An impossible outcome need not be seen, and is listed with its reason")
  func impossible() throws {
    let declared = "impossible: [{ clause: 1.1/target/1, outcome: met, because: 相互排斥 }]"
    let report = try Self.plugin(declared).report { $0.wantsCoverage = true }
    #expect(report.isPassed)
    #expect(report.coverage?.impossible.map(\.reason) == ["相互排斥"])
    #expect(try !TestedPlugin(Self.clauses, cases: Self.cases).report { $0.wantsCoverage = true }.isPassed)
  }

  @Test("An equivalent change can be declared in either language, and is listed with its reason")
  func equivalent() throws {
    let survivors = try TestedPlugin(Self.clauses, cases: Self.cases).tests().mutate().survivors
    let survivor = try #require(survivors.first)
    for change in [survivor.change.chinese, survivor.change.english] {
      let declared = "equivalent:\n  - clause: 1.1/target/1\n    change: >-\n      \(change)\n    because: 无人能见\n"
      let report = try Self.plugin(declared).report { $0.wantsMutation = true }
      #expect(report.mutation?.equivalents.map(\.reason) == ["无人能见"])
      #expect(report.mutation?.survivors.count == survivors.count - 1)
      #expect(report.faults.isEmpty)
    }
  }

  @Test(
    "A declaration that is not true is reported with its position",
    arguments: [
      ("impossible: [{ clause: 1.1/target/1, outcome: unmet, because: x }]", "seen-impossible"),
      ("impossible: [{ clause: 1.1/target/1, outcome: notApplicable, because: x }]", "needless-exception"),
      ("equivalent: [{ clause: 1.1/target/1, change: 去掉“完成”, because: x }]", "unknown-mutant"),
      ("equivalent: [{ clause: 1.1/target/1, change: “完成为“是””、“不是“完成为“是”””之间的“且”改为“或”, because: x }]", "noticed-mutant"),
    ])
  func invalidDeclarations(_ text: String, _ code: String) throws {
    let report = try Self.plugin(text).report { $0.wantsMutation = true }
    #expect(report.faults.map(\.code) == [code])
    #expect(report.faults.first?.line == 1 && report.faults.first?.column != nil)
    #expect(report.faults.first?.path.hasSuffix("tests/exceptions.yaml") == true)
    #expect(!report.isPassed)
  }

  @Test(
    "A malformed declaration is reported with its position",
    arguments: [
      ("impossibel: []", "unknown-key"), ("impossible: [{ clause: 1.1/target/1, outcome: met }]", "missing-key"),
      ("impossible: [{ clause: 1.1/target/1, outcome: met, because: ' ' }]", "missing-reason"),
      ("impossible: [{ clause: 1.1/targt/1, outcome: met, because: x }]", "unknown-value"),
      ("impossible: [{ clause: 1.1/limit/1, outcome: met, because: x }]", "unknown-value"),
      ("impossible: [{ clause: 1.1/target/1, outcome: mett, because: x }]", "unknown-value"),
      ("equivalent: [{ clause: 1.1/criterion/2, change: x, because: x }]", "unknown-value"),
      ("equivalent: [{ clause: 1.1/target/1, chnage: x, because: x }]", "unknown-key"),
      ("equivalent: [&a { clause: 1.1/target/1, change: x, because: x }, *a]", "declared-twice"),
    ])
  func mistakes(_ text: String, _ code: String) throws {
    let fault = try #require(try Self.plugin(text).fault())
    #expect(fault.code == code)
    #expect(fault.line == 1 && fault.column != nil)
  }
}

import KepingCore
import KepingPlugins
import KepingPrograms
import KepingReports
import PluginFixtures
import Testing

@Suite("A changed bound of a list's filter is said wherever it counts, and reaches no other filter")
struct FilterBoundTests {
  /// A clause and a criterion that measure lists with the same label.
  static func program(_ check: String, _ grade: String) -> String {
    """
    fields { tools = list("设备", { name = text "名称", price = money "单价", number = count "数量" }) }
    direction { "1.1",
      condition { "单价50万元以上、不低于2台，3台", \(check) },
      criterion { "设备", points = 1, grade = \(grade) },
    }
    """
  }

  /// More texts than a message lists.
  static let many = (1...60).map { "'设备\($0)'" }.joined(separator: ", ")

  static let tools = #""tools":[{"name":"设备乙","price":550000,"number":3},{"name":"设备乙","price":560000,"number":3}]"#

  /// Assesses the tools under an assignment of `--set`; returns the outline of the direction, too.
  static func assess(_ check: String, _ grade: String, bound: String) throws -> (outline: String, assessment: Assessment) {
    let plugin = try TemporaryPlugin(program(check, grade), api: 2)
    let (programs, faults) = try plugin.programs("", set: ["1.1/condition/1/1=\(bound)"])
    #expect(faults.isEmpty)
    var assessor = Assessor(programs)
    let outline = try #require(Outline.text(programs.catalogue, direction: "1.1"))
    return (outline, assessor.assess(PluginProgram.application(tools)))
  }

  @Test(
    "The points change with the clause only if they are written in the same way",
    arguments: [
      // Another filter with the same label.
      (
        "tools:count('大型设备', { name = { \(many), '设备甲' }, price = at_least '50万元' }):at_least('0台', 'x')",
        "reach(tools:count('大型设备', { name = { \(many), '设备乙' }, price = at_least('50万元', 'x') }), '1台', '2台')", "60万元", "2台"
      ),
      (
        #"tools:count("大型设备", { price = at_least "50万元" }):at_least "2台""#,
        #"reach(tools:count("大型设备", { number = at_least("3台", "x"), price = at_least("50万元", "x") }), "1台", "2台")"#, "60万元", "2台"
      ),
      (
        #"tools:count("大型设备", { price = at_least "50万元" }):at_least "2台""#,
        #"reach(tools:count("大型设备", { price = at_least("50万元", "x") }), "1台", "2台")"#, "60万元", "0台"
      ),
      (
        #"tools:any("大型设备", { price = at_least "50万元" })"#,
        #"share { tools:any("大型设备", { price = at_least("50万元", "x") }), tools:some() }"#,
        "60万元", "2项中符合1项"
      ),
      (
        #"tools:every("大型设备", { price = at_least "50万元" })"#,
        #"share { tools:every("大型设备", { price = at_least("50万元", "x") }), tools:some() }"#,
        "60万元", "2项中符合1项"
      ),
      (
        #"tools:every("大型设备", { price = at_least "50万元" })"#,
        #"share { tools:every("大型设备", { price = at_least("55万元", "x") }), tools:some() }"#,
        "60万元", "2项中符合2项"
      ),
    ])
  func points(_ check: String, _ grade: String, _ bound: String, _ reason: String) throws {
    let assessment = try Self.assess(check, grade, bound: bound).assessment
    let item = try #require(assessment.items.first, "\(assessment.problems)")
    #expect(item.reason.hasPrefix(reason), "\(item.reason)")
  }

  @Test(
    "The message and the list of clauses name the change, also where the filters have a label",
    arguments: [
      #"tools:count("大型设备", { price = at_least "50万元" }):at_least "2台""#, #"tools:any("大型设备", { price = at_least "50万元" })"#,
      #"tools:every("大型设备", { price = at_least "50万元" })"#, #"tools:every { price = at_least "50万元" }"#,
    ])
  func message(_ check: String) throws {
    for (bound, isMet) in [("60万元", false), ("51万元", true)] {
      let (outline, assessment) = try Self.assess(check, "applicant.kind:given()", bound: bound)
      let finding = try #require(assessment.findings.first, "\(assessment.problems)")
      #expect(finding.outcome == (isMet ? .met : .unmet))
      #expect(finding.message.contains("按配置调整，原为50万元"), "\(finding.message)")
      #expect(outline.contains("界限 \(bound)（按配置调整，原为50万元）"))
    }
  }
}

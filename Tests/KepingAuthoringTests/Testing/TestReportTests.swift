import Foundation
import FoundationXML
import KepingAuthoring
import KepingCore
import Testing

@Suite("The results of a plugin's tests are written for people and as JUnit XML")
struct TestReportTests {
  static let clauses = "target { 'q', e.n:at_least('2个', 'r'), points = 4, full = '12个' }"
  static let attack = "<b a=\"'x\">&amp;]]> 。"

  static func plugin() throws -> TestedPlugin {
    try TestedPlugin(
      clauses,
      cases: [
        "{ name: \"<b a=\\\"'x\\\">&amp;]]> \\x01\\uFFFF。\", with: { title: \"<\\x02&]]>\" }, verdict: fail }",
        "{ clause: 1.1/target/1, met: [{}, {}] }",
      ], files: ["tests/a.lua": "test('<&>', function() error '<&]]>\\n\\0' end)"])
  }

  /// Collects the elements of an XML document with their attributes.
  final class Elements: NSObject, XMLParserDelegate {
    var found: [(name: String, attributes: [String: String])] = []

    func parser(
      _ parser: XMLParser, didStartElement name: String, namespaceURI: String?, qualifiedName: String?,
      attributes: [String: String]
    ) { found.append((name, attributes)) }
  }

  static func elements(_ text: String) -> [(name: String, attributes: [String: String])] {
    let parser = XMLParser(data: Data(text.utf8))
    let elements = Elements()
    parser.delegate = elements
    #expect(parser.parse(), "\(String(describing: parser.parserError))")
    return elements.found
  }

  @Test("JUnit XML is well-formed for all names, locates each case, and is reproducible")
  func junit() throws {
    let plugin = try Self.plugin()
    let text = JUnitReport.text([try plugin.report()], .english).text
    #expect(text == JUnitReport.text([try plugin.report()], .english).text)
    let elements = Self.elements(text)
    #expect(elements.map(\.name).filter { $0 == "testsuite" }.count == 2)
    #expect(elements[0].attributes["tests"] == "4" && elements[0].attributes["failures"] == "2")
    let cases = elements.filter { $0.name == "testcase" }.map(\.attributes)
    #expect(cases[0]["name"] == "<b a=\"'x\">&amp;]]> \\u{1}\\u{ffff}。 (3:5)")
    #expect(Set(cases.map { "\($0["classname"] ?? "") \($0["name"] ?? "")" }).count == 4)
    #expect(cases.allSatisfy { $0["file"]?.contains("/demo/tests/") == true && $0["line"] != nil })
    #expect(cases[0]["classname"] == "demo/tests/1.1.yaml" && cases[3]["classname"] == "demo/tests/a.lua")
  }

  @Test("Coverage gaps, surviving changes and faults are failures in JUnit XML")
  func suites() throws {
    let plugin = try TestedPlugin(Self.clauses, cases: ["{ clause: 1.1/target/1, met: [{}] }"])
    let report = try plugin.report {
      $0.wantsCoverage = true
      $0.wantsMutation = true
    }
    let elements = Self.elements(JUnitReport.text([report], .chinese).text)
    let suites = elements.filter { $0.name == "testsuite" }.map(\.attributes)
    #expect(suites.map { $0["name"] } == ["demo/tests/1.1.yaml", "demo coverage", "demo mutation"])
    #expect(suites.map { $0["failures"] } == ["0", "2", "\(report.mutation?.survivors.count ?? 0)"])
    let lost = Diagnostic(path: "a/plugin.yaml", line: 3, code: "unknown-key", Wording("错", "wrong"))
    let text = JUnitReport.text([], faults: [lost], .english).text
    #expect(Self.elements(text).last { $0.name == "testcase" }?.attributes["file"] == "a/plugin.yaml")
    let broken = try TestedPlugin("target { 'q', e.n }").report()
    #expect(Self.elements(JUnitReport.text([broken], .chinese).text).filter { $0.name == "failure" }.count == 1)
    #expect(TestSheet.text(broken, .english) == "demo: its tests were not run\n")
  }

  @Test("The text shows the location, name, differences and changes of a failure, then the figures")
  func sheet() throws {
    let plugin = try TestedPlugin(Self.clauses, cases: ["{ clause: 1.1/target/1, met: [{ e.n: 1 }] }"])
    let lines = TestSheet.text(try plugin.report(), .chinese).split(separator: "\n").map(String.init)
    #expect(lines[0].hasSuffix("/demo/tests/1.1.yaml:3:35: 1.1/target/1 met"))
    #expect(
      lines[1...] == [
        "    1.1/target/1 应为 met，实为 unmet：数1个，低于2个", "    改动：e.n = 1", "demo：0个用例通过，1个不通过", "    1个条款，可能的结论3种，见到0种",
      ])
  }
}

import KepingCore
import KepingYAML
import Testing

@Suite("YAML is read with positions, or reported as an error with its position")
struct YAMLTests {
  private func position(_ fault: Diagnostic) -> String { "\(fault.line ?? 0):\(fault.column ?? 0) \(fault.wording.english)" }

  @Test(
    "Text that is not YAML is reported with line and column",
    arguments: [
      ("a: [", "1:4 the '[' here is not closed with ']'; a text that begins with '[' needs quotes"),
      ("a:\n\tb: on", "2:1 a tab must not indent a line; use spaces"),
      ("a: *b", "1:4 found undefined alias"), ("a: &b [*b]", "1:8 found undefined alias"),
      ("a: \"\\q\"", "1:5 found unknown escape character"), ("a: 1\n---\nb: 2", "2:1 but found another document"),
      ("a: 1\n科: \"x\u{1}\"", "2:6 control characters are not allowed"),
      ("%YAML 1.3\n---\n", "1:1 found incompatible YAML document"),
    ])
  func mistakes(_ text: String, _ expected: String) throws {
    let fault = try #require(throws: Diagnostic.self) { try YAMLFile.parse(text, path: "a.yaml") }
    #expect(fault.code == "invalid-yaml")
    #expect(position(fault) == expected.replacing(" ", with: " not valid YAML: ", maxReplacements: 1))
  }

  @Test(
    "A duplicate key is reported at its first position, with or without quotes",
    arguments: [
      ("b: 1\na: 1\na: 2\nb: 2", "2:1 a, b"), ("a: 1\n\"a\": 2", "1:1 a"), ("x: { 4: 1, \"4\": 2 }", "1:6 4"),
    ])
  func duplicates(_ text: String, _ expected: String) throws {
    let fault = try #require(throws: Diagnostic.self) { try YAMLFile.parse(text, path: "a.yaml") }
    #expect(fault.code == "duplicate-key")
    #expect(position(fault) == expected.replacing(" ", with: " duplicate key: ", maxReplacements: 1))
  }

  @Test("Values keep their order, quotes and positions")
  func values() throws {
    let members = try YAMLFile.parse("# 科\nb: on\n科: [\"on\", 'x']\n", path: "a.yaml").members()
    #expect(try members.map { try $0.key.text() } == ["b", "科"])
    #expect(try members[0].value.flag())
    let elements = try members[1].value.elements()
    #expect(elements.map(\.column) == [5, 11])
    #expect(throws: Diagnostic.self) { try elements[0].flag() }
  }

  @Test("An alias repeats its node, up to a limit of values")
  func aliases() throws {
    let members = try YAMLFile.parse("a: &x { b: 1 }\nc: *x\n", path: "a.yaml").members()
    #expect(try members[1].value.member("b")?.value.integer(in: 0...9) == 1)
    var text = "a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n"
    for level in 1...9 {
      let list = Array(repeating: "*a\(level - 1)", count: 10).joined(separator: ", ")
      text += "a\(level): &a\(level) [\(list)]\n"
    }
    let fault = try #require(throws: Diagnostic.self) { try YAMLFile.parse(text, path: "a.yaml") }
    #expect(fault.wording.english == "more than 200000 values")
  }

  @Test("The nesting depth is limited", arguments: ["[", "{a: ", "- "])
  func depth(_ opening: String) throws {
    let text = String(repeating: opening, count: 100_000)
    let fault = try #require(throws: Diagnostic.self) { try YAMLFile.parse(text, path: "a.yaml") }
    #expect(fault.wording.english == "not valid YAML: more than 100 values inside each other")
  }

  @Test("An empty file is a null value", arguments: ["", "# nothing\n", "---\n", "~"])
  func nothing(_ text: String) throws {
    #expect(try YAMLFile.parse(text, path: "a.yaml").isNull)
  }

  @Test(
    "The beginning of a text that is not YAML has the values before the error",
    arguments: [
      ("a: 1\nb: 2\n", "a=1 b=2", true), ("a: 1\nb: [x, y", "a=1 b=", false), ("a: 1\nb:\n\tc: 1", "a=1", false),
      ("a: 1\na: 2\nb: 3", "a=1 a=2 b=3", true), ("a: 1\nb: *x\nc: 2", "a=1", false), ("a: 1\n---\nb: 2", "a=1", false),
      ("a: 1\nb: \"\\q\"", "a=1", false), ("a: [", "a=", false), ("", "", true),
    ])
  func beginning(_ text: String, _ expected: String, _ isComplete: Bool) throws {
    let beginning = YAMLFile.parseBeginning(text, path: "a.yaml")
    let members = try beginning.root.members()
    let texts = try members.map { "\(try $0.key.text())=\((try? $0.value.text()) ?? "")" }
    #expect(texts.joined(separator: " ") == expected)
    #expect(beginning.isComplete == isComplete)
  }

  @Test("The beginning of an alias bomb or of a deeply nested text is limited like the whole")
  func limitedBeginning() {
    #expect(!YAMLFile.parseBeginning(String(repeating: "[", count: 100_000), path: "a.yaml").isComplete)
    let list = "a: &a [x]\nb: [" + Array(repeating: "*a", count: 200_001).joined(separator: ", ") + "]\n"
    #expect(!YAMLFile.parseBeginning(list, path: "a.yaml").isComplete)
  }
}

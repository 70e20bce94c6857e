import KepingCore
import Testing

@testable import KepingYAML

@Suite("What libyaml says of a mistake is told in Chinese")
struct YAMLSentencesTests {
  /// A text for each message of the table.
  static let mistakes = [
    "a: - b", "a: ? b", "a: b: c", "- a\nb", "a: 1\n- b", "- [a]\n b", "[a", "{a: b", "a: [", "[a: b:]", "a: @b",
    "a: [b\n\tc]", "a: |\n\n\tx", "a: 'x\n--- y", "a: 'x", "%YAML 1.1\na", "a: \"x\u{1}\"", "a: \"\\q\"", "a: \"\\xzz\"",
    "a: \"\\ud800\"", "a: |0\n x", "a: | x\n x", "a: &", "a: !<x>y", "a: !<x", "a: !<>", "a: !x%zz z", "a: !%ff a",
    "a: !%c3%28 a", "a: !x!y z", "%\n---\n", "%A!b\n---\n", "%FOO bar\n- a", "%YAML 1\n---\n", "%YAML x\n---\n",
    "%YAML 12345678901.1\n---\n", "%YAML 1.3\n---\n", "%YAML 1.1\n%YAML 1.1\n---\n", "%TAG x\n---\n", "%TAG !a!x:\n---\n",
    "%TAG !a! x:x\n%TAG !a! x:x\n---\n",
  ]

  static func fault(_ text: String) throws -> Diagnostic {
    try #require(throws: Diagnostic.self) { try YAMLFile.document(text, path: "a.yaml") }
  }

  @Test("A mistake has a Chinese message without a word of English", arguments: mistakes)
  func chinese(_ text: String) throws {
    let fault = try Self.fault(text)
    let english = fault.wording.english.replacing("not valid YAML: ", with: "")
    let chinese = try #require(YAMLSentences.chinese[english], "\(english)")
    #expect(fault.wording.chinese == "YAML写法有误：\(chinese)")
    #expect(chinese.firstMatch(of: /[a-z]{3}/) == nil, "\(chinese)")
  }

  @Test("Each message of the table has a text that causes it")
  func complete() throws {
    let said = try Self.mistakes.map { try Self.fault($0).wording.english.replacing("not valid YAML: ", with: "") }
    #expect(Set(said) == Set(YAMLSentences.chinese.keys))
  }

  @Test("An unknown message stays English")
  func unknown() {
    #expect(YAMLSentences.wording("found a unicorn") == Wording("found a unicorn", "found a unicorn"))
  }

  @Test(
    "The messages of this package are Chinese, too",
    arguments: [("a: *b", "“*b”没有定义"), ("a: 1\n---\nb: 2", "一个文件只能有一个"), (String(repeating: "[", count: 200), "嵌套超过100层")])
  func own(_ text: String, _ expected: String) throws {
    let chinese = try Self.fault(text).wording.chinese
    #expect(chinese.contains(expected), "\(chinese)")
  }
}

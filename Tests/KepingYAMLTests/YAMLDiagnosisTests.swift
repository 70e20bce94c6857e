import KepingCore
import KepingYAML
import Testing

@Suite("The diagnosis of a text that is not YAML never fails, and says nothing where it knows nothing")
struct YAMLDiagnosisTests {
  @Test(
    "A text that is cut off or mixed up is reported within its lines",
    arguments: [
      "a: { b: 1, c: [x, \"y\", 'z'] }\n- d: “e”\n\tf：1\n", "- a: \"b\n  c: 'd\n# “\n  e = 1\n}\n",
      "a: b: c\n  d\r\n\r\n- {e, f: 1,000}\n",
    ])
  func cutOff(_ text: String) throws {
    let scalars = Array(text.unicodeScalars)
    for start in scalars.indices {
      for end in start..<scalars.count {
        var view = String.UnicodeScalarView()
        view.append(contentsOf: scalars[start...end])
        let part = String(view)
        do throws(Diagnostic) {
          _ = try YAMLFile.parse(part, path: "a.yaml")
        } catch {
          let lines = part.split(separator: /\r\n|\n|\r/, omittingEmptySubsequences: false).count
          #expect((1...(lines + 1)).contains(error.line ?? 0) && (error.column ?? 0) >= 1, "\(part)")
        }
      }
    }
  }

  @Test("A long line is reported quickly, with the words of libyaml")
  func longLine() throws {
    let text = "a: { b: " + String(repeating: "c，", count: 100_000) + ": d }"
    let fault = try #require(throws: Diagnostic.self) { try YAMLFile.parse(text, path: "a.yaml") }
    #expect(fault.wording.english == "not valid YAML: did not find expected ',' or '}'")
  }

  @Test(
    "A key in braces needs a colon, which may be followed by nothing",
    arguments: [
      ("{ a: 1, b }", true), ("{ a: 1, b: }", false), ("{ \"a\" }", true), ("a:\nb: 1", false), ("{ a : , b : }", false),
    ])
  func missingColon(_ text: String, _ isRefused: Bool) {
    let result = Result { try YAMLFile.parse(text, path: "a.yaml") }
    #expect((try? result.get()) == nil || !isRefused)
    #expect((try? result.get()) != nil || isRefused)
  }
}

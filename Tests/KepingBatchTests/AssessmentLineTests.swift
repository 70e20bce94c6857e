import BatchFixtures
import Foundation
import KepingBatch
import KepingCore
import KepingFiles
import KepingPrograms
import Testing
import WorkbookFixtures

@Suite("The JSON of an assessment has the same bytes as the line that a batch writes")
struct AssessmentLineTests {
  /// Returns the assessments of an input after comparing each with its line, and with the assessment read back from the line.
  @discardableResult
  static func compare(_ input: Bytes, _ programs: Programs) throws -> [Assessment] {
    let file = try TemporaryFile(input)
    var assessments: [Assessment] = []
    try Batch(programs).assess(try ByteSource(file.path)) { assessment throws(Diagnostic) in assessments.append(assessment) }
    let lines = try resultLines(of: file.path.string, form: .json, by: Batch(programs), programs)
    try #require(lines.count == assessments.count)
    for (line, assessment) in zip(lines, assessments) {
      #expect(assessment.json.text == line)
      let read = try Assessment(json: Bytes(line.utf8))
      #expect(read == assessment)
      #expect(read.json.text == line)
    }
    return assessments
  }

  @Test("Bytes are the same for the shipped examples")
  func examples() throws {
    let programs = try programs(allOn).programs
    var count = 0
    for example in ScanTests.examples { count += try Self.compare(Bytes(example.utf8), programs).count(where: \.isEvaluated) }
    #expect(count == 52)
  }

  /// Returns variants of each record of an example with one value removed or changed; each variant has its own id.
  static func variants(of example: String) throws -> [String] {
    var variants: [String] = []
    for record in try #require(try JSONSerialization.jsonObject(with: Data(example.utf8)) as? [[String: Any]]) {
      for value in changes(of: record) {
        guard var record = value as? [String: Any] else { continue }
        record["id"] = "V\(variants.count)"
        variants.append(String(decoding: try JSONSerialization.data(withJSONObject: record), as: UTF8.self))
      }
    }
    return variants
  }

  /// Returns the variants of a JSON value with one part removed or changed.
  static func changes(of value: Any) -> [Any] {
    switch value {
    case let members as [String: Any]:
      var changed: [Any] = []
      for (key, member) in members.sorted(by: { $0.key < $1.key }) {
        var without = members
        without[key] = nil
        changed.append(without)
        for other in changes(of: member) {
          var all = members
          all[key] = other
          changed.append(all)
        }
      }
      return changed
    case let elements as [Any]:
      let parts = elements.indices.flatMap { index in
        changes(of: elements[index]).map { other in elements[..<index] + [other] + elements[(index + 1)...] }
      }
      return [[Any]()] + parts.map { Array($0) }
    case is String: return ["其他 \"x\"\n"]
    case let number as NSNumber: return [number.doubleValue == 0 ? 1 : 0, number.doubleValue * 1.5]
    default: return [NSNull()]
    }
  }

  @Test("Bytes are the same for the examples with each value removed or changed", arguments: ScanTests.examples)
  func changedExamples(_ example: String) throws {
    let variants = try Self.variants(of: example)
    let assessments = try Self.compare(Bytes(variants.joined(separator: "\n").utf8), try programs(allOn).programs)
    #expect(assessments.count == variants.count && variants.count > 60)
    #expect(Set(assessments.map(\.verdict)).count > 1)
  }

  /// Configurations with inputs and the expected outcome of each record.
  static let odd: [(configuration: String, input: String, outcomes: [String])] = [
    (allOn, "nonsense\n{\"id\":\n{\"题目\": 虚}\n", ["- invalid-json", "- invalid-json", "- invalid-json"]),
    (allOn, "[{\"id\":\"X\"},7,null]", ["X invalid-record", "- invalid-record", "- invalid-record"]),
    (allOn, application("A") + "\n" + application("A"), ["A ok", "A duplicate-id"]),
    (allOn, application("A").replacing("2024,", with: "2031,"), ["A no-program"]),
    (allOn, application("A").replacing("\"4.1\"", with: "\"9.9\""), ["A unknown-direction"]),
    ("programs: { zhuji-2024: off }", application("A").replacing("\"4.1\"", with: "\"6.1\""), ["A program-disabled"]),
    (allOn, application("A", more: ",\"expected\":{\"newProducts\":-1,\"economicBenefit\":1e400}"), ["A invalid-record"]),
    (allOn, application("A", more: ",\"expected\":{\"economicBenefit\":0.1}"), ["A ok"]),
    (allOn, application("A", more: ",\"expected\":{\"economicBenefit\":9007199254740993}"), ["A ok"]),
    (allOn, application("A", more: ",\"expected\":{\"economicBenefit\":1.7e300}"), ["A ok"]),
    (allOn, application("A", more: ",\"nobody\":1,\"expected\":{\"known\":{\"x\":[]}},\"a\\\"b\\n\":0"), ["A ok"]),
    (
      allOn, application(#"\u0000\"\\\n😀\u007f"#, more: ##","leader":{"name":"\u202e<script>"},"x\u0007":1"##),
      ["\0\"\\\n😀\u{7f} ok"]
    ),
    (
      allOn,
      application(
        "A",
        more:
          #","partners":[{"name":"甲\t\"乙\"","kind":"other","creditCode":"91350100M000100Y44"},{"name":"丙","kind":"university"}]"#
      ), ["A ok"]
    ),
    (
      allOn,
      ["2.1", "2.2", "3.1", "5.2", "5.4", "7.1", "8.1"].map { direction in
        application(
          direction,
          more:
            #","partners":[{"name":"甲","kind":"enterprise"},{"name":"乙\u0000","kind":"university","region":"451002"},{"name":"丙","kind":"institute","region":"110000"}],"topics":["aids","military-civil","别的"],"leader":{"birthYear":1950}"#
        ).replacing("\"4.1\"", with: "\"\(direction)\"")
      }.joined(separator: "\n"), ["2.1 ok", "2.2 ok", "3.1 ok", "5.2 ok", "5.4 ok", "7.1 ok", "8.1 ok"]
    ),
    (
      allOn + "notices: [\"5\"]\n",
      ["5.1", "5.2", "5.4"].map { application($0, more: ",\"topics\":[\"aids\"]").replacing("\"4.1\"", with: "\"\($0)\"") }
        .joined(separator: "\n"), ["5.1 ok", "5.2 ok", "5.4 ok"]
    ),
    (
      allOn + "windows: { \"4\": { opens: 2024-03-01T00:00:00+08:00, closes: 2024-05-01T00:00:00+08:00 } }\n",
      [#","submittedAt":"2024-02-01T00:00:00Z""#, #","submittedAt":"2024-04-01T00:00:00Z""#, ""].enumerated()
        .map { application("\($0)", more: $1) }.joined(separator: "\n"), ["0 ok", "1 ok", "2 ok"]
    ),
    (
      allOn + "bounds: { 4.1/condition/1: 79.99999万元 }\nweights: { 4.1/target/2: 0, 4.1/target/1: 1000 }\n",
      application("A", more: ",\"expected\":{\"economicBenefit\":12345678.9,\"ip\":{\"design\":{\"filed\":3}}}"), ["A ok"]
    ),
  ]

  @Test("Bytes are the same for broken and unusual records, and under other configurations", arguments: odd.indices)
  func oddRecords(_ index: Int) throws {
    let (configuration, input, outcomes) = Self.odd[index]
    let (programs, faults) = try programs(configuration)
    #expect(faults == [])
    #expect(try Self.compare(Bytes(input.utf8), programs).map(outline) == outcomes)
  }

  @Test("Bytes are the same for the fuzzing corpus", arguments: ["json", "scan"])
  func corpus(_ target: String) throws {
    let folder = root.appendingPathComponent("Tests/Fuzzing/Corpus/\(target)")
    let files = try FileManager.default.contentsOfDirectory(at: folder, includingPropertiesForKeys: nil)
    let programs = try programs(allOn).programs
    var count = 0
    for file in files { count += try Self.compare(Bytes(try Data(contentsOf: file)), programs).count }
    #expect(files.count >= 50 && count >= files.count)
  }

  /// The expected code, phase and kind of each failure in `pluginFailures`.
  static let failures: [(code: String, phase: String?, kind: String?)] = [
    ("ok", nil, nil), ("plugin-limit", "evaluate", "instructions"), ("plugin-failed", "evaluate", "runtime"),
    ("plugin-failed", "evaluate", "contract"), ("plugin-limit", "evaluate", "memory"), ("ok", nil, nil),
    ("plugin-limit", "evaluate", "instructions"), ("plugin-limit", "evaluate", "instructions"),
    ("plugin-limit", "skipped", "instructions"),
  ]

  @Test("Bytes are the same for failures of a plugin with location, traceback and budget")
  func pluginFailures() throws {
    let plugin = try FailingPlugin(
      """
      fields { expected = { sites = count '示范点' } }
      local check = judge('检查', { expected.sites, record }, function(sites)
        if sites == 1 then while true do end end
        if sites == 2 then error 'x\\n"坏"' end
        if sites == 3 then return 'no' end
        if sites == 4 then local t = {} while true do t[#t + 1] = {} end end
        return sites > 4
      end)
      direction { '1.1', target { '示范点', check, points = 1 } }
      """)
    let input = [0, 1, 2, 3, 4, 5, 1, 1, 5].enumerated().map { FailingPlugin.application("A\($0)", sites: $1) }
    let assessments = try Self.compare(Bytes(input.joined(separator: "\n").utf8), try plugin.programs())
    #expect(assessments.map { $0.failure?.code.rawValue ?? "ok" } == Self.failures.map(\.code))
    #expect(assessments.map { $0.failure?.plugin?.phase.rawValue } == Self.failures.map(\.phase))
    #expect(assessments.map { $0.failure?.plugin?.kind.rawValue } == Self.failures.map(\.kind))
    #expect(assessments[1].failure?.plugin?.budget.spent != nil && assessments[2].failure?.traceback != nil)
  }

  @Test("Bytes are the same for a plugin that does not load")
  func loadFailure() throws {
    let plugin = try FailingPlugin("error 'x'")
    let assessments = try Self.compare(Bytes(FailingPlugin.application("A", sites: 1).utf8), try plugin.programs())
    #expect(assessments.map { $0.failure?.code } == [.pluginFailed])
    #expect(assessments.map { $0.failure?.plugin?.phase } == [.load])
  }

  static func evidence(_ members: String) -> String {
    #"{"verdict":"pass","findings":[{"clause":"1","kind":"target","quote":"","outcome":"met","message":"","evidence":[{"#
      + members + #"}]}],"problems":[],"score":{"total":0,"items":[]}}"#
  }

  @Test("Evidence without a requirement can be read")
  func bareEvidence() throws {
    let read = try Assessment(json: Bytes(Self.evidence(#""field":"x","value":1"#).utf8))
    #expect(read.findings.map(\.evidence) == [[Evidence(field: "x", value: .number(1), required: nil)]])
  }

  @Test(
    "JSON that is not the result of one application is refused",
    arguments: [
      "", "{", "null", "[]", "{}", #"{"verdict":"pass"}"#, #"{"verdict":"maybe","findings":[],"problems":[],"score":null}"#,
      #"{"verdict":"error","findings":[],"problems":[],"score":null}"#,
      #"{"verdict":"pass","error":{"code":"no-program","message":"x"},"findings":[],"problems":[],"score":null}"#,
      #"{"verdict":"error","error":{"code":"nobody-knows","message":"x"},"findings":[],"problems":[],"score":null}"#,
      #"{"verdict":"pass","findings":[{"clause":"4.1/target/1"}],"problems":[],"score":{"total":0,"items":[]}}"#,
      #"{"verdict":"pass","findings":[],"problems":[{"field":"x","code":"odd","message":""}],"score":{"total":0,"items":[]}}"#,
      #"{"verdict":"pass","findings":[],"problems":[],"score":{"total":0,"items":[{"id":"x"}]}}"#,
      #"{"verdict":"pass","findings":[],"problems":[],"score":null}"#,
      #"{"id":5,"verdict":"pass","findings":[],"problems":[],"score":{"total":0,"items":[]}}"#,
      #"{"verdict":"pass","program":"x","findings":[],"problems":[],"score":{"total":0,"items":[]}}"#,
      evidence(#""field":"x","value":1e999"#), evidence(#""field":"x","value":1,"required":1"#), evidence(#""field":"x""#),
    ])
  func refused(_ text: String) {
    let fault = #expect(throws: Diagnostic.self) { try Assessment(json: Bytes(text.utf8)) }
    #expect(fault?.code == "invalid-result")
  }
}

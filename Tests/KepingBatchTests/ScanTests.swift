import BatchFixtures
import Foundation
import KepingCore
import KepingPrograms
import Testing
import WorkbookFixtures

@testable import KepingBatch

@Suite("Scanning a record gives the same result as parsing it")
struct ScanTests {
  /// The shipped examples; each is a JSON array.
  static let examples: [String] = {
    let plugins = root.appendingPathComponent("Plugins")
    let files = FileManager.default.enumerator(at: plugins, includingPropertiesForKeys: nil)?.compactMap { $0 as? URL } ?? []
    return files.filter { $0.deletingLastPathComponent().lastPathComponent == "examples" && $0.pathExtension == "json" }
      .sorted { $0.path < $1.path }.compactMap { try? String(contentsOf: $0, encoding: .utf8) }
  }()

  /// Padding after a record: the scanner reads beyond its end and gives up at the end of the buffer.
  static let padding = String(repeating: " ", count: 24)

  /// Returns the offset after a scanned record; nil if the scanner gives up.
  static func end(ofScanned bytes: Bytes, from start: Int, isLine: Bool, by assessor: inout Assessor) -> Int? {
    var source = ScannedSource(bytes, from: start, isLine: isLine)
    return assessor.read(&source, for: .json) ? source.end : nil
  }

  static func end(ofScanned record: String, by assessor: inout Assessor) -> Int? {
    end(ofScanned: Bytes((record + padding).utf8), from: 0, isLine: true, by: &assessor)
  }

  @Test("A text with escaped line breaks is scanned, but an escaped direction is not")
  func paragraphs() throws {
    var assessor = Assessor(try programs(allOn).programs)
    func isScanned(_ record: String) -> Bool { Self.end(ofScanned: record, by: &assessor) != nil }
    let escaped = Self.application.replacing("\"title\": \"", with: #""title": "第一段\n"#)
    #expect(escaped != Self.application && isScanned(escaped))
    #expect(!isScanned(Self.application.replacing("\"2.2\"", with: #""2\u002e2""#)))
  }

  @Test("A record with the byte 0 for a key is not scanned, even if the name of a field needs escapes in JSON")
  func zeroBytes() throws {
    let plugin = try FailingPlugin(
      #"""
      fields { expected = { sites = count "示范点", ['ab"cd'] = count "其他" } }
      direction { "1.1",
        target { "示范点1个以上", expected.sites:at_least "1个", points = 40 },
        target { "其他1个以上", expected['ab"cd']:at_least "1个", points = 40 } }
      """#)
    var assessor = Assessor(try plugin.programs())
    let record = FailingPlugin.application("A", sites: 2)
    #expect(Self.end(ofScanned: record, by: &assessor) != nil)
    for key in [#"\#u{0}\#u{0}\#u{0}\#u{0}\#u{0}\#u{0}\#u{0}\#u{0}"#, #""ab\"cd":"#] {
      #expect(Self.end(ofScanned: record.replacing(#""sites":2"#, with: #""sites":2,\#(key)5"#), by: &assessor) == nil)
    }
  }

  @Test("All shipped examples are scanned")
  func scanned() throws {
    var assessor = Assessor(try programs(allOn).programs)
    var count = 0
    for example in Self.examples {
      let bytes = Bytes((example + Self.padding).utf8)
      var offset = try #require(bytes.firstIndex(of: UInt8(ascii: "{")))
      while let end = Self.end(ofScanned: bytes, from: offset, isLine: false, by: &assessor) {
        count += 1
        guard let next = bytes[end...].firstIndex(of: UInt8(ascii: "{")) else { break }
        offset = next
      }
    }
    #expect(count == 52)
  }

  @Test(
    "An escaped key prevents scanning and does not change the result",
    arguments: [
      ("", ""), ("true", "false"), ("true", "null"), ("\"approved\"", "\"building\""), ("\"enterprise\"", "\"university\""),
      ("\"enterprise\"", "\"enterprize\""), ("000,", "000.5,"), ("000,", "000e1,"), ("000,", "00,"), (": 1", ": -1"),
      (": 1", ": 01"),
      (": 2", ": 9007199254740993"), (": 2", ": \"2\""), ("\"2023\"", "\"2O23\""), ("\"2023\"", "\"2022\""),
      ("（虚构）", "\\u007f\u{7f}"),
      ("（虚构）", "（A\u{10000}é虚构）"), ("公司", "公\\n司"), ("+08:00", "+25:00"), ("\"450", "\"45O"), ("[", "[ "), ("}", " }\t"),
      ("\"name\"", "\"nam\""), ("\"name\":", "\"name\":null,\"kind2\":"), ("\"budget\"", "\"Budget\""),
      ("\"expected\": {", "\"expected\": {\"x\":[{}],"),
    ])
  func escaped(_ part: String, _ other: String) throws {
    // All examples as one array.
    let elements = Self.examples.map { $0.trimmingCharacters(in: .whitespacesAndNewlines).dropFirst().dropLast() }
    let example = "[" + elements.joined(separator: ",") + "]"
    let changed = part.isEmpty ? example : example.replacing(part, with: other)
    let results = try Self.lines(changed)
    #expect(try results == Self.lines(Self.parsed(changed)))
    #expect(results.split(separator: "\n").count >= 52)
  }

  @Test("Inputs that fuzzing found have the same result scanned and parsed")
  func corpus() throws {
    let folder = root.appendingPathComponent("Tests/Fuzzing/Corpus/scan")
    let files = try FileManager.default.contentsOfDirectory(at: folder, includingPropertiesForKeys: nil)
    // The spaces keep the text after the key in the same column as with the escaped key.
    let plain = "     \"id\":"
    let inputs = try files.sorted { $0.path < $1.path }.compactMap { String(validating: try Data(contentsOf: $0), as: UTF8.self) }
      .filter { !$0.contains { $0.isNewline } }.map { $0.replacing("\"id\":", with: plain) }
    #expect(inputs.count >= 40)
    // Each input is a separate batch, because ids may repeat.
    let programs = try programs(allOn).programs
    for input in inputs {
      let scanned = try Self.lines(input + Self.padding, programs)
      #expect(try scanned == Self.lines(input.replacing(plain, with: #""\u0069d":"#) + Self.padding, programs))
    }
  }

  static func lines(_ input: String, _ programs: Programs? = nil) throws -> String {
    let programs = try programs ?? BatchFixtures.programs(allOn).programs
    let file = try TemporaryFile(Bytes(input.utf8))
    func ignore(_ diagnostic: Diagnostic) {}
    var lines: Bytes = []
    let source = try Input(file.path.string, form: .json, programs: programs)
    _ = try Batch(programs).evaluateLines(source, of: Set(Verdict.allCases), report: ignore) { block throws(Diagnostic) in
      lines += block.lines
    }
    return lines.text
  }

  /// Returns the same records with an escaped key, so that none is scanned.
  static func parsed(_ records: String) -> String { records.replacing("\"id\":", with: #""\u0069d":"#) }

  /// An application for direction 2.2 on one line with the id X.
  static let application: String = {
    let example = examples.first { $0.contains("\"direction\": \"2.2\"") } ?? ""
    let record = example.split(separator: "\n").map { $0.trimmingCharacters(in: .whitespaces) }.joined(separator: " ")
    let start = record.firstIndex(of: "{") ?? record.startIndex
    let first = record[start...].replacing("\"id\"", with: "\u{1}\"id\"").split(separator: "\u{1}")[1]
    let whole = "{" + first.trimmingCharacters(in: CharacterSet(charactersIn: " ,{[]"))
    return whole.replacing(/"id": "[^"]*"/, with: "\"id\": \"X\"")
  }()

  /// Returns the results of variants of one application, scanned and parsed.
  static func results(_ variants: [String]) throws -> (scanned: [Substring], parsed: [Substring]) {
    // The spaces keep the text after the key in the same column as with the escaped key.
    func input(_ key: String) -> String {
      variants.enumerated().map { $1.replacing("\"id\": \"X\"", with: "\(key): \"X\($0)\"") + "\n" }.joined()
    }
    return (
      try lines(input("     \"id\"")).split(separator: "\n"), try lines(input(#""\u0069d""#)).split(separator: "\n")
    )
  }

  @Test("A key that is longer, shorter or different in one letter is another key")
  func keys() throws {
    var variants: [String] = []
    for key in Self.application.matches(of: /"(\w+)":/) where key.1 != "id" {
      let name = String(key.1)
      for index in 0...name.count {
        let before = name.prefix(index)
        for other in [
          before + "x" + name.dropFirst(index), before + "x" + name.dropFirst(index + 1), before + name.dropFirst(index + 1),
        ] {
          variants.append(Self.application.replacingCharacters(in: key.range, with: "\"\(other)\":"))
        }
      }
      for other in ["\"\(name)\" :", "\"\(name)\":  ", "\"\(name)\"", " \"\(name)\":", "\"\(name)\":null,\"\(name)\":"] {
        variants.append(Self.application.replacingCharacters(in: key.range, with: other))
      }
    }
    let (scanned, parsed) = try Self.results(variants)
    #expect(scanned.count == variants.count && variants.count > 1000)
    #expect(zip(scanned, parsed).filter { $0 != $1 }.map(\.0) == [])
  }

  @Test(
    "Numbers of any length are read as JSON defines them",
    arguments: ["\"newProducts\": ", "\"economicBenefit\": ", "\"2023\": "])
  func numbers(_ key: String) throws {
    var numbers = [
      "", "-", "-0", "-1", "+1", "00", "01", "0.0", "0.5", ".5", "5.", "1.5e3", "1e3", "1E+3", "1e", "0x1", "1 2", "٣",
    ]
    for count in 1...25 {
      numbers.append(String("1234567890123456789012345".prefix(count)))
      for other in ["9", "01", "1.3", "10.25"] {
        numbers.append(other.prefix(1) + String(repeating: other.dropFirst().first ?? "9", count: count) + other.dropFirst(2))
      }
    }
    let start = try #require(Self.application.range(of: key)).upperBound
    let end = try #require(Self.application[start...].firstIndex { !$0.isNumber && $0 != "." })
    var variants: [String] = []
    for number in numbers {
      for suffix in ["", " ", "\t"] {
        variants.append(Self.application.replacingCharacters(in: start..<end, with: number + suffix))
      }
    }
    let (scanned, parsed) = try Self.results(variants)
    #expect(scanned.count == variants.count)
    #expect(zip(scanned, parsed).filter { $0 != $1 }.map(\.0) == [])
  }

  @Test("Lists of any length are scanned")
  func elements() throws {
    let list = "\"items\": ["
    let start = try #require(Self.application.range(of: list)).upperBound
    let end = try #require(Self.application[start...].firstIndex(of: "]"))
    let variants = [0, 1, 2, 31, 32, 33, 200, 5000].map { count in
      let items = (0..<count).map { #"{"name": "设备费\#($0)", "amount": \#($0)}"# }.joined(separator: ", ")
      return Self.application.replacingCharacters(in: start..<end, with: items)
    }
    var assessor = Assessor(try programs(allOn).programs)
    for variant in variants { #expect(Self.end(ofScanned: variant, by: &assessor) != nil) }
    let (scanned, parsed) = try Self.results(variants)
    #expect(scanned == parsed)
    #expect(scanned.allSatisfy { !$0.contains("\"verdict\":\"error\"") })
  }
}

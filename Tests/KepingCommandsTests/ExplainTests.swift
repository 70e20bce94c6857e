import BatchFixtures
import Foundation
import KepingCore
import Testing

@testable import KepingCommands

@Suite("An application is found by its id or by a name")
struct ExplainTests {
  /// Two files of applications: ids, applicants and titles, all of them invented.
  static let files = [
    "a.jsonl": [
      ("BS-1", "示例铝业有限公司", "铝合金轮毂"), ("bs-1", "示例食品有限公司", "芒果加工"), ("BS-2", "示例铝业有限公司", "铝模板"),
    ],
    "b.jsonl": [("BS-3", "示例环保有限公司", "赤泥利用"), ("示例铝业有限公司", "示例新材料有限公司", "赤泥制砖")],
  ]

  /// Runs the command in a folder with the files.
  static func run(_ arguments: String) throws -> (lines: [String], status: String) {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent("keping-explain-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    for name in ["Plugins", "Config"] {
      try FileManager.default.createSymbolicLink(
        at: folder.appendingPathComponent(name), withDestinationURL: root.appendingPathComponent(name))
    }
    for (name, applications) in files {
      let lines = applications.map { id, applicant, title in
        application(id).replacing("示例公司（虚构）", with: applicant).replacing("\"虚构\"", with: "\"\(title)\"")
      }
      try lines.joined(separator: "\n").write(to: folder.appendingPathComponent(name), atomically: true, encoding: .utf8)
    }
    let output = try EvaluateTests.run("cd \"$DIR\"; keping explain \(arguments); echo $?", ["DIR": folder.path])
    let lines = output.split(separator: "\n").map(String.init)
    return (Array(lines.dropLast()), lines.last ?? "")
  }

  @Test(
    "The best way of naming counts: the id, the id in another form, a whole name, a part of one name",
    arguments: [
      ("a.jsonl BS-1", ["BS-1"]), ("a.jsonl bs-1", ["bs-1"]), ("a.jsonl 'ＢＳ－2'", ["BS-2"]), ("a.jsonl 'bs- 2'", ["BS-2"]),
      ("a.jsonl 'Bs-1'", ["BS-1", "bs-1"]), ("a.jsonl 示例铝业有限公司", ["BS-1", "BS-2"]), ("a.jsonl 铝模板", ["BS-2"]),
      ("a.jsonl b.jsonl 示例铝业有限公司", ["示例铝业有限公司"]), ("a.jsonl 芒果", ["bs-1"]), ("a.jsonl b.jsonl 赤泥利用", ["BS-3"]),
      ("b.jsonl a.jsonl '示例 铝业有限公司'", ["示例铝业有限公司"]), ("a.jsonl 食品", ["bs-1"]),
    ])
  func found(_ arguments: String, _ expected: [String]) throws {
    let (lines, status) = try Self.run(arguments)
    let ids = lines.filter { $0.hasPrefix("申报编号：") }.map { String($0.dropFirst("申报编号：".count)) }
    #expect(ids == expected && status == "0", "\(lines)")
  }

  @Test("Of several files the explanation names the one it is from")
  func file() throws {
    #expect(try Self.run("a.jsonl b.jsonl BS-3").lines.first == "文　　件：b.jsonl")
    #expect(try Self.run("b.jsonl BS-3").lines.first == "申报编号：BS-3")
  }

  @Test("The lock file that a spreadsheet program leaves beside a workbook is passed over")
  func lock() throws {
    let (lines, status) = try Self.run("a.jsonl BS-2 > /dev/null; printf x > '~$a.xlsx'; keping explain '~$a.xlsx' a.jsonl BS-2")
    #expect(status == "0" && lines[0].contains("[lock-file]") && lines.contains("申报编号：BS-2"), "\(lines)")
  }

  @Test("A part of several names is not enough: they are listed")
  func ambiguous() throws {
    let (lines, status) = try Self.run("a.jsonl b.jsonl 有限公司")
    #expect(status == "2" && lines.count == 6 && lines[0].contains("in the names of 5 applications"), "\(lines)")
    #expect(lines[0].hasSuffix("[ambiguous-application]") && lines[1] == "  BS-1  示例铝业有限公司  铝合金轮毂")
  }

  @Test(
    "For a text that is found nowhere the nearest ids and names are told",
    arguments: [("BS-9", "did you mean 'BS-1'"), ("示例食品有限责任公司", "'示例食品有限公司'"), ("无关的文字", "title '无关的文字' [unknown")])
  func unknown(_ who: String, _ expected: String) throws {
    let (lines, status) = try Self.run("a.jsonl \(who)")
    #expect(status == "2" && lines.count == 1 && lines[0].contains(expected), "\(lines)")
  }

  @Test("A file that cannot be read does not hide what the others have")
  func unreadable() throws {
    let (lines, status) = try Self.run("absent.jsonl b.jsonl BS-3")
    #expect(status == "2" && lines[0].hasPrefix("absent.jsonl: error:") && lines[2] == "申报编号：BS-3", "\(lines)")
  }

  @Test("An id or name is required after the files", arguments: ["a.jsonl", "a.jsonl ' '"])
  func missing(_ arguments: String) throws { #expect(try Self.run(arguments).status == "64") }

  @Test("Matches of the best kind are kept, and of parts of names no more than can be listed")
  func bounded() throws {
    var search = ApplicationSearch(for: "公司")
    for number in 0..<100 {
      var assessment = Assessment(verdict: .pass)
      assessment.id = "R\(number)"
      assessment.applicant = "公司\(number)"
      try search.add(assessment) { "第\(number)份" }
    }
    #expect(search.candidates.count == 20)
    let fault = try #require(search.fault(path: ""))
    #expect(fault.wording.chinese.hasPrefix("100份申报书的申报单位或项目名称里有“公司”，请写编号；前20份是："))
  }
}

import BatchFixtures
import Foundation
import KepingCore
import Testing

@testable import KepingCommands

@Suite("An existing file is replaced only if the user says so", .serialized)
struct OutputTests {
  static let refusal = "[output-exists]"

  @Test(
    "Each command that writes a file refuses to replace one, and does so with --force",
    arguments: [
      "evaluate a.json -o out.html", "evaluate a.json -o out.xlsx", "template 4.1 -o out.xlsx",
      "programs docs jili-2024 -o out.md",
      "programs vocabulary -o out.md",
    ])
  func existing(_ arguments: String) throws {
    let name = try #require(arguments.split(separator: " ").last)
    let lines = try BrokenManifestTests.run(
      "echo old > \(name); keping programs disable zhuji-2024; keping \(arguments); echo $?; cat \(name); "
        + "keping \(arguments) --force; echo $?; head -c 3 \(name) | grep -c old")
    let expected = "\(name): error: the file exists"
    #expect(lines.dropFirst().first?.hasPrefix(expected) == true && lines[1].hasSuffix(Self.refusal), "\(lines)")
    #expect(Array(lines[2...]) == ["2", "old", "0", "0"], "\(lines)")
  }

  @Test("Nothing is evaluated before the refusal")
  func atOnce() throws {
    let lines = try BrokenManifestTests.run(
      "echo old > out.csv; keping evaluate absent.json --config absent.yaml -o out.csv; echo $?")
    #expect(lines.count == 2 && lines[0].hasSuffix(Self.refusal) && lines[1] == "2", "\(lines)")
  }

  @Test(
    "Devices and pipes, and what the caller has opened, need no --force",
    arguments: [
      "keping evaluate a.json --format csv -o /dev/null", "keping evaluate a.json --format csv -o /dev/stdout > old",
      "mkfifo pipe; cat pipe > /dev/null & keping evaluate a.json --format csv -o pipe",
      "keping evaluate a.json --format csv -o /dev/fd/3 3> old",
    ])
  func streams(_ command: String) throws {
    let lines = try BrokenManifestTests.run("keping programs disable zhuji-2024; echo old > old; { \(command); }; echo $?")
    #expect(Array(lines.dropFirst()) == ["0"], "\(lines)")
  }

  @Test("A template needs the name of a file")
  func template() throws {
    let lines = try BrokenManifestTests.run("keping template 4.1; echo $?")
    #expect(lines.first == "Error: specify the file to write with -o" && lines.last == "64", "\(lines)")
  }

  @Test("On a terminal one line says what was written")
  func told() throws {
    let lines = try BrokenManifestTests.run(
      "keping programs disable zhuji-2024; for name in out.csv out.jsonl; do "
        + "script -qec \"keping evaluate a.json Plugins/jili-2024/examples/4.1.json -o $name\" /dev/null; done; "
        + "script -qec \"LC_ALL=zh_CN.UTF-8 keping evaluate Plugins/jili-2024/examples/4.1.json -o 甲.csv --only 不通过\" /dev/null")
    let text = lines.joined(separator: "\n")
    #expect(text.contains("wrote out.csv: 4 applications, 1 pass, 1 supplement, 2 fail, 0 error"), "\(text)")
    #expect(text.contains("wrote out.jsonl: 4 applications evaluated, 0 error"), "\(text)")
    #expect(text.contains("已写入甲.csv：1份，不通过1"), "\(text)")
  }

  @Test("The line counts the results that were written, by the verdicts that were asked for")
  func wording() {
    let counts: [Verdict: Int] = [.pass: 158, .supplement: 60, .fail: 80, .error: 2]
    let all = WrittenResults.wording("结果.xlsx", counts, of: Set(Verdict.allCases))
    #expect(all.chinese == "已写入结果.xlsx：300份，通过158，需补正60，不通过80，无法评审2")
    #expect(all.english == "wrote 结果.xlsx: 300 applications, 158 pass, 60 supplement, 80 fail, 2 error")
    #expect(WrittenResults.wording("a\u{1B}.csv", [:], of: [.fail]).chinese == "已写入a\\u{1b}.csv：0份，不通过0")
    #expect(WrittenResults.wording("a.jsonl", records: 1, errors: 0).english == "wrote a.jsonl: 1 application evaluated, 0 error")
  }
}

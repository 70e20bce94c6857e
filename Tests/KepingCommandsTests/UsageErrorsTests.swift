import Foundation
import KepingCore
import Testing

@testable import KepingCommands

@Suite("A wrong command line is explained in the user's language")
struct UsageErrorsTests {
  /// Returns the text that a wrong command line ends with.
  static func text(_ arguments: String, _ language: Language) throws -> String {
    let words = arguments.split(separator: " ").map(String.init)
    let error = try #require(throws: (any Error).self, "\(arguments)") { try Keping.parseAsRoot(words) }
    #expect(Keping.exitCode(for: error).rawValue == 64)
    return CommandEnd.text(of: error, arguments: words, language)
  }

  /// Returns the sentence of ArgumentParser for a wrong command line.
  static func sentence(_ arguments: String) throws -> String {
    let words = arguments.split(separator: " ").map(String.init)
    return Keping.message(for: try #require(throws: (any Error).self, "\(arguments)") { try Keping.parseAsRoot(words) })
  }

  /// Wrong command lines, each with the first lines of its message in Chinese.
  static let mistakes = [
    ("evaluate a --foramt csv", "没有选项 --foramt；是不是 --format？"), ("evaluate a -q", "没有选项 -q"),
    ("evaluate a -format", "没有选项 -format；是不是 --format？或者，选项 -o <file> 后面缺少内容（-format）"),
    ("evaluate a -xo", "没有选项 -xo；或者，选项 -o <file> 后面缺少内容（-xo）"), ("evaluate a --jobs", "选项 --jobs <number> 后面缺少内容"),
    ("evaluate a --profile=1", "选项 --profile 后面不能有内容，却写了“1”"), ("plans 4.1 4.2", "多了“4.2”"),
    ("plans 4.1 4.2 4.3", "多了2处内容：'4.2', '4.3'"), ("evaluate", "缺少 <file> ..."),
    (
      "evaluate a --format x",
      "“x”不能用于 --format <format>；可以是：\n  - table\n  - jsonl\n  - json\n  - csv\n  - xlsx\n  - html\n  - markdown"
    ),
    ("evaluate a --encoding x", "“x”不能用于 --encoding <encoding>；可以是utf-8、gb18030、utf-16le、utf-16be"),
    ("programs docs jili-2024 --format x", "“x”不能用于 --format <format>；可以是md、html"),
    ("evaluate a --jobs x", "“x”不能用于 --jobs <number>"), ("evaluate a ---x", "没有选项 ---x"),
    ("--generate-completion-script x", "不能为“x”生成补全脚本；--generate-completion-script= 后面可以是：\n    zsh bash fish"),
  ]

  @Test("Each sentence of ArgumentParser has its Chinese", arguments: mistakes)
  func chinese(_ arguments: String, _ expected: String) throws {
    #expect(UsageErrors.chinese(try Self.sentence(arguments)) == expected)
    let text = try Self.text(arguments, .chinese)
    #expect(text.hasPrefix("错误：\(expected)\n"), "\(text)")
    #expect(text.contains("\n用法：keping") && text.hasSuffix(" --help 有详细说明"), "\(text)")
    #expect(text.firstMatch(of: /Usage|Help:|Error|See '/) == nil, "\(text)")
  }

  @Test("Each sentence of the table is caused by a wrong command line")
  func complete() throws {
    var messages = try Self.mistakes.map { try Self.sentence($0.0) }
    messages.append(try Self.sentence("evaluate a --only x"))
    let used = messages.map { message in
      UsageErrors.sentences.firstIndex { UsageErrors.texts(in: message, of: $0.english) != nil }
    }
    #expect(Set(used) == Set(UsageErrors.sentences.indices.map { $0 }))
  }

  @Test("An unknown sentence, and one of keping, stays as it is")
  func unknown() throws {
    #expect(UsageErrors.chinese("A unicorn was found.") == nil)
    let own = "evaluate a --jobs 0"
    #expect(try Self.text(own, .chinese).hasPrefix("错误：\(try Self.sentence(own))\n"))
  }

  @Test("In English, the text is that of ArgumentParser")
  func english() throws {
    let expected = "Error: Missing value for '--jobs <number>'\nHelp:  --jobs <number>"
    #expect(try Self.text("evaluate a --jobs", .english).hasPrefix(expected))
  }

  @Test(
    "For an unknown verb the nearest one is named, whatever follows",
    arguments: [
      ("evalute x", "没有命令 evalute；是不是 evaluate？", "no command 'evalute'; did you mean 'evaluate'?"),
      ("evalute x --format csv", "没有命令 evalute；是不是 evaluate？", "no command 'evalute'; did you mean 'evaluate'?"),
      (
        "programs chek jili-2024", "没有命令 programs chek；是不是 programs check？",
        "no command 'programs chek'; did you mean 'programs check'?"
      ),
      (
        "программа", "没有命令 программа；可以是 evaluate、rank、explain、",
        "no command 'программа'; the commands are evaluate, rank, explain, "
      ),
    ])
  func verbs(_ arguments: String, _ chinese: String, _ english: String) throws {
    #expect(try Self.text(arguments, .chinese).hasPrefix("错误：\(chinese)"))
    #expect(try Self.text(arguments, .english).hasPrefix("Error: \(english)"))
  }

  @Test("A verb that exists is never called unknown", arguments: ["evaluate", "help", "help evalute", "programs", "--x y", ""])
  func knownVerbs(_ arguments: String) {
    #expect(UnknownVerb.message(arguments.split(separator: " ").map(String.init)) == nil)
  }

  @Test("The command prints the message to standard error and ends with 64")
  func process() throws {
    let output = try EvaluateTests.run("keping evalute x >/dev/null; echo $?", ["LC_ALL": "zh_CN.UTF-8"])
    #expect(output == "错误：没有命令 evalute；是不是 evaluate？\n用法：keping <命令>\n  keping --help 有详细说明\n64\n")
  }
}

import Foundation
import Testing

@testable import KepingCommands

@Suite("The help of each command is in the user's language and has an example")
struct HelpTests {
  static let verbs = [
    "", "evaluate", "rank", "explain", "template", "plans", "schema", "doctor", "programs", "programs list", "programs show",
    "programs enable", "programs disable", "programs new", "programs check", "programs test", "programs renumber",
    "programs drop", "programs example", "programs docs", "programs vocabulary", "programs stubs",
  ]

  @Test("The table of these tests has every command")
  func complete() {
    let verbs = Keping.configuration.subcommands.flatMap { verb in
      let name = verb.configuration.commandName ?? ""
      return [name] + verb.configuration.subcommands.map { "\(name) \($0.configuration.commandName ?? "")" }
    }
    #expect(Set(verbs + [""]) == Set(Self.verbs))
  }

  static func help(_ verb: String, _ locale: String) throws -> String {
    try EvaluateTests.run("keping \(verb) --help; echo $?", ["LC_ALL": locale])
  }

  @Test("In Chinese, no heading is English", arguments: verbs)
  func chinese(_ verb: String) throws {
    let help = try Self.help(verb, "zh_CN.UTF-8")
    #expect(help.hasPrefix("概述：") && help.contains("\n用法：keping") && help.hasSuffix("\n0\n"), "\(help)")
    #expect(help.firstMatch(of: /[A-Z]{4,}:|Show |\(values|See '|<subcommand>|<options>/) == nil, "\(help)")
    #expect(help.contains("显示说明"))
  }

  @Test("The examples are command lines that are correct", arguments: verbs)
  func examples(_ verb: String) throws {
    for (locale, heading) in [("zh_CN.UTF-8", "示例："), ("C", "Examples:")] {
      let lines = try Self.help(verb, locale).split(separator: "\n").map(String.init)
      let start = try #require(lines.firstIndex { $0.hasSuffix(heading) }, "\(verb) \(locale)")
      let examples = lines[(start + 1)...].prefix { $0.hasPrefix("  keping ") }
      #expect(!examples.isEmpty)
      for example in examples {
        #expect(example.hasPrefix("  keping \(verb)"))
        let command = try #require(example.firstRange(of: "  # ").map { example[..<$0.lowerBound] }, "\(example)")
        let words = command.split(separator: " ").dropFirst().prefix { $0 != ">" }.map(String.init)
        #expect(throws: Never.self, "\(example)") { _ = try Keping.parseAsRoot(words) }
      }
    }
  }

  @Test("The version and the scripts for shells stay as they are", arguments: ["--version", "--generate-completion-script bash"])
  func unchanged(_ arguments: String) throws {
    let chinese = try EvaluateTests.run("keping \(arguments)", ["LC_ALL": "zh_CN.UTF-8"])
    #expect(!chinese.isEmpty && !chinese.contains("概述"))
  }
}

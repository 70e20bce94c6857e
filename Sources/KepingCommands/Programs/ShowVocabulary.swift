import ArgumentParser
import KepingCore
import KepingFiles
import KepingPlugins
import SystemPackage

/// The command `keping programs vocabulary [WORD]`.
struct ShowVocabulary: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "vocabulary",
      abstract: localized("查词汇：插件的 Lua 里能用的一切", "Show the vocabulary: everything that the Lua of a plugin may use"),
      discussion: discussion(examples: [
        ("keping programs vocabulary", localized("全部词汇", "all words")),
        ("keping programs vocabulary at_least", localized("一个词", "one word")),
      ]))
  }

  @Argument(help: ArgumentHelp(localized("一个词（默认全部）", "A word (default: all words)"), valueName: "word"))
  var word: String?

  @OptionGroup var target: OutputOptions

  func run() throws {
    try reporting(target.requireNewFile)
    try reporting { () throws(Diagnostic) in
      var text = VocabularyReference.page
      if let word { text = try VocabularyReference.entry(word) }
      try target.write(text)
    }
  }
}

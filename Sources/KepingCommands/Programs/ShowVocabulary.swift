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
      abstract: localized("查词汇：插件的 Lua 里能用的一切", "Show the vocabulary: everything that the Lua of a plugin may use"))
  }

  @Argument(help: ArgumentHelp(localized("一个词（默认全部）", "A word (default: all words)"), valueName: "word"))
  var word: String?

  @Option(
    name: .shortAndLong,
    help: ArgumentHelp(localized("写入的文件（默认标准输出）", "The file to write (default: standard output)"), valueName: "file"))
  var output: String?

  func run() throws {
    try reporting { () throws(Diagnostic) in
      var text = VocabularyReference.page
      if let word { text = try VocabularyReference.entry(word) }
      if let output { try Folder.write(text, to: FilePath(output)) } else { try ByteSink().write(Bytes(text.utf8)) }
    }
  }
}

/// The Chinese of the headings and fixed texts in the help that ArgumentParser writes.
enum HelpText {
  /// The texts at the start of a line.
  private static let starts = [
    ("OVERVIEW: ", "概述："), ("USAGE: ", "用法："), ("ARGUMENTS:", "参数："), ("OPTIONS:", "选项："), ("SUBCOMMANDS:", "命令："),
    ("Usage: ", "用法："), ("Help:  ", "说明："),
  ]

  /// The texts anywhere in a line.
  private static let parts = [
    ("Show the version.", "显示版本"), ("Show help information.", "显示说明"), ("(values: ", "(可选："),
    ("(values:", "(可选："),
    ("' for more information.", " 有详细说明"), ("' for detailed help.", " 有各个命令的说明"), ("  See '", "  "),
    ("<subcommand>", "<命令>"), ("[<options>]", "[<选项>]"),
  ]

  /// Returns the help of a command in Chinese; any other text, such as a version or a script, is returned unchanged.
  static func chinese(_ help: String) -> String { help.hasPrefix("OVERVIEW: ") ? chineseLines(help) : help }

  /// Returns lines of a help or of a usage message in Chinese.
  static func chineseLines(_ text: String) -> String {
    text.split(separator: "\n", omittingEmptySubsequences: false).map { line in
      var line = String(line)
      if let start = starts.first(where: { line.hasPrefix($0.0) }) { line = start.1 + line.dropFirst(start.0.count) }
      for (english, chinese) in parts { line = line.replacing(english, with: chinese) }
      return line
    }.joined(separator: "\n")
  }
}

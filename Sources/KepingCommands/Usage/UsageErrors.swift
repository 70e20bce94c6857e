/// The Chinese of what ArgumentParser says about a wrong command line.
///
/// Its errors are internal, so they are recognised by their English sentences.
enum UsageErrors {
  /// The sentences that the command can cause, each with its Chinese.
  ///
  /// `{}` stands for any text, and `{,}` for a list of quoted values; they occur in the same order in both languages. The first
  /// sentence that matches counts.
  static let sentences: [(english: String, chinese: String)] = [
    (
      "Unknown option '{}'. Did you mean '{}'?\n   or: Missing value for '{}' in '{}'",
      "没有选项 {}；是不是 {}？或者，选项 {} 后面缺少内容（{}）"
    ),
    ("Unknown option '{}'. Did you mean '{}'?", "没有选项 {}；是不是 {}？"),
    ("Unknown option '{}'\n   or: Missing value for '{}' in '{}'", "没有选项 {}；或者，选项 {} 后面缺少内容（{}）"),
    ("Unknown option '{}'", "没有选项 {}"),
    ("Missing value for '{}'", "选项 {} 后面缺少内容"),
    ("The option '{}' does not take any value, but '{}' was specified.", "选项 {} 后面不能有内容，却写了“{}”"),
    ("Unexpected argument '{}'", "多了“{}”"),
    ("{} unexpected arguments: '{}'", "多了{}处内容：'{}'"),
    ("Missing expected argument '{}'", "缺少 {}"),
    (
      "The value '{}' is invalid for '{}'. Please provide one of the following:\n{}",
      "“{}”不能用于 {}；可以是：\n{}"
    ),
    ("The value '{}' is invalid for '{}'. Please provide one of {,}.", "“{}”不能用于 {}；可以是{,}"),
    ("The value '{}' is invalid for '{}': {}", "“{}”不能用于 {}：{}"),
    ("The value '{}' is invalid for '{}'", "“{}”不能用于 {}"),
    ("Invalid option: {}", "没有选项 {}"),
    (
      "Can't generate completion scripts for '{}'.\nPlease use --generate-completion-script=<shell> with one of:\n{}",
      "不能为“{}”生成补全脚本；--generate-completion-script= 后面可以是：\n{}"
    ),
  ]

  /// Returns the Chinese of a message; nil if the message is none of the sentences.
  static func chinese(_ message: String) -> String? {
    for (english, chinese) in sentences {
      if let texts = texts(in: message, of: english) { return fill(chinese, with: texts) }
    }
    return nil
  }

  /// Returns the texts at the gaps of a sentence; nil if a message is not this sentence.
  static func texts(in message: String, of sentence: String) -> [String]? {
    let pieces = sentence.replacing("{,}", with: "{}").split(separator: "{}", omittingEmptySubsequences: false)
    guard let first = pieces.first, let last = pieces.last, message.hasPrefix(first) else { return nil }
    var rest = message.dropFirst(first.count)
    guard rest.hasSuffix(last) else { return nil }
    rest = rest.dropLast(last.count)
    var texts: [String] = []
    for piece in pieces.dropFirst().dropLast() {
      guard let range = rest.firstRange(of: piece) else { return nil }
      texts.append(String(rest[..<range.lowerBound]))
      rest = rest[range.upperBound...]
    }
    return texts + [String(rest)]
  }

  /// Returns a sentence with texts in its gaps.
  private static func fill(_ sentence: String, with texts: [String]) -> String {
    var result = ""
    var rest = sentence[...]
    for text in texts {
      guard let gap = rest.firstRange(of: /\{,?\}/) else { break }
      result += rest[..<gap.lowerBound]
      result += rest[gap] == "{}" ? text : list(text)
      rest = rest[gap.upperBound...]
    }
    return result + rest
  }

  /// Returns a list such as `'utf-8', 'gb18030' or 'utf-16le'` in Chinese.
  private static func list(_ text: String) -> String {
    text.replacing("', '", with: "、").replacing("' or '", with: "、").replacing("' and '", with: "、").replacing("'", with: "")
  }
}

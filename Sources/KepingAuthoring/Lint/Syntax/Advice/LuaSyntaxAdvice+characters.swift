import KepingCore
import KepingPlugins

/// Characters outside ASCII, which Lua accepts only in texts and comments.
extension LuaSyntaxAdvice {
  /// What to write for a full-width or mathematical sign.
  static let fullWidth: [Unicode.Scalar: String] = [
    "，": ",", "、": ",", "；": ";", "：": ":", "。": ".", "．": ".", "（": "(", "）": ")", "｛": "{", "｝": "}", "［": "[", "］": "]",
    "【": "[", "】": "]", "＝": "=", "＋": "+", "－": "-", "＊": "*", "／": "/", "％": "%", "＜": "<", "＞": ">", "＃": "#", "＿": "_",
    "×": "*", "÷": "/", "≥": ">=", "≤": "<=", "≠": "~=", "－－": "--", "“": "\"", "”": "\"", "‘": "'", "’": "'", "＂": "\"",
    "「": "\"", "」": "\"", "！": "not", "＆": "and", "｜": "or",
  ].reduce(into: [:]) { result, pair in if let scalar = pair.key.unicodeScalars.first { result[scalar] = pair.value } }

  /// The fault of a character outside ASCII in the code.
  var fullWidthCharacters: LuaSyntaxFault? {
    guard kind(index) == .symbol, let first = written(index).unicodeScalars.first, first.value > 0x7F else { return nil }
    if "“”‘’「」＂".unicodeScalars.contains(first) {
      return at(
        index, "文字要用半角的引号 \" \"，这里是中文的引号（\(first)）", "a text needs ASCII quotation marks \"\", not the Chinese mark (\(first))")
    }
    if let ascii = Self.fullWidth[first] {
      return at(index, "“\(first)”要写作“\(ascii)”（半角）", "write '\(ascii)' instead of '\(first)'")
    }
    if first.properties.isWhitespace || first.properties.generalCategory == .format {
      return at(
        index, "这里有一个全角或看不见的空格（U+\(String(first.value, radix: 16, uppercase: true))），请删去，改用普通的空格",
        "there is a full-width or invisible space (U+\(String(first.value, radix: 16, uppercase: true))) here; use an ordinary one"
      )
    }
    let shown = written(index).printable(limit: 60)
    if ["local", "function", ".", ":"].contains(written(index - 1)) {
      return at(
        index, "名称只能用英文字母、数字和“_”，“\(shown)”请换成英文的名称",
        "a name has only ASCII letters, digits and '_'; choose another name than '\(shown)'")
    }
    return at(
      index, "“\(shown)”在引号之外：文字要加半角的引号 \" \"，名称只能用英文字母，注释前面写 --",
      "'\(shown)' is outside of quotation marks: put texts in \"\", use ASCII letters for names, and begin comments with --")
  }

  /// The fault of a comment that begins as in another language.
  var comments: LuaSyntaxFault? {
    let isOutsideASCII = written(index).unicodeScalars.first.map { $0.value > 0x7F } ?? false
    if isOutsideASCII, ["//", "#"].contains(written(index - 1)), isOnSameLine(index, index - 1) { return comment(at: index - 1) }
    guard isStatementExpected else { return nil }
    let isComment = ["//", "#"].contains(written(index)) || (written(index) == "/" && written(index + 1) == "*")
    return isComment ? comment(at: index) : nil
  }

  private func comment(at token: Int) -> LuaSyntaxFault {
    at(token, "注释用两个减号开头，写作 -- 文字，不用“\(written(token))”", "a comment begins with --, not with '\(written(token))'")
  }

  /// Whether the parser stopped between two statements.
  var isStatementExpected: Bool {
    switch fault.expected {
    case .statement?, .assignmentOrCall?: true
    case .closing("end", _)?: true
    default: false
    }
  }
}

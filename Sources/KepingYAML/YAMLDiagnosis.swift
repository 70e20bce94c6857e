import KepingCore

/// Finds the likely mistake behind an error of libyaml, which often notices it only in the next line.
struct YAMLDiagnosis {
  typealias Position = YAMLOutline.Position

  private let outline: YAMLOutline
  private let error: Position
  private let fault: Diagnostic
  /// The character at the error; nil at the end of a line.
  private let scalar: Unicode.Scalar?

  /// Returns the error with the position and advice of the likely mistake, or unchanged if none is found.
  static func improved(_ fault: Diagnostic, in text: String) -> Diagnostic {
    guard fault.code == "invalid-yaml", let line = fault.line, let column = fault.column else { return fault }
    // libyaml counts these characters as line ends.
    guard !text.unicodeScalars.contains(where: { ["\u{85}", "\u{2028}", "\u{2029}"].contains($0) }) else { return fault }
    let diagnosis = YAMLDiagnosis(fault, text, Position(line: line, column: column))
    guard diagnosis.suspects.allSatisfy({ diagnosis.outline.hasShortLine($0) }) else { return fault }
    guard let (position, wording) = diagnosis.mistake else { return fault }
    return Diagnostic(
      path: fault.path, line: position.line, column: position.column, code: fault.code,
      Wording("YAML写法有误：\(wording.chinese)", "not valid YAML: \(wording.english)"))
  }

  private init(_ fault: Diagnostic, _ text: String, _ error: Position) {
    self.fault = fault
    self.error = error
    outline = YAMLOutline(text, upTo: error)
    let line = outline.line(error.line)
    scalar = line.indices.contains(error.column - 1) ? line[error.column - 1] : nil
  }

  /// The lines in which the mistake can be: that of the error, and the one before it.
  private var suspects: [Int] { [error.line] + (outline.lineBefore(error.line).map { [$0] } ?? []) }

  private func says(_ problem: String) -> Bool { fault.wording.english.hasSuffix(problem) }

  private var mistake: (Position, Wording)? {
    for rule in [keyWithoutColon, indentation, openQuote, textAfterQuote, inBrackets, openBracket, extraBracket, specialStart] {
      if let found = rule() { return found }
    }
    for line in suspects { if let found = mark(in: line) { return found } }
    return colonInText() ?? missingColon()
  }

  // MARK: Lines

  /// A tab or a wide space in front of a line.
  private func indentation() -> (Position, Wording)? {
    for line in suspects {
      for (index, scalar) in outline.line(line).enumerated() {
        let position = Position(line: line, column: index + 1)
        switch scalar {
        case " ": continue
        case "\t" where line == error.line:
          return (position, Wording("不能用制表符（Tab）缩进，请改用空格", "a tab must not indent a line; use spaces"))
        case "\u{3000}", "\u{A0}":
          return (
            position,
            Wording("不能用全角空格或不换行空格缩进，请改用半角空格", "a full-width or no-break space must not indent a line; use plain spaces")
          )
        default: break
        }
        break
      }
    }
    return nil
  }

  /// A full-width colon, a colon or a dash without a space, or another mark in place of a colon.
  private func mark(in line: Int) -> (Position, Wording)? {
    let text = outline.text(line)
    func position(_ index: Substring.Index) -> Position {
      Position(line: line, column: text.unicodeScalars.distance(from: text.startIndex, to: index) + 1)
    }
    if let match = text.firstMatch(of: /^ *-(?=[^\s\-])/) {
      return (
        position(text.index(before: match.range.upperBound)),
        Wording("列表项的“-”后面要有一个空格", "a space must follow the '-' of a list item")
      )
    }
    if let match = text.firstMatch(of: /^ *(?:- +)?(?:\{ *)?["']?[\w.\/\[\]\-]+["']? *(：)/) {
      return (position(match.1.startIndex), Wording("“：”是全角冒号，请改为半角冒号加空格“: ”", "'：' is a full-width colon; write ': '"))
    }
    if let match = text.firstMatch(of: /^ *(?:- +)?["']?[A-Za-z_][\w.\/\[\]\-]*["']?(:)(?=[^\s:\/])/) {
      return (position(match.1.startIndex), Wording("冒号后面要有一个空格", "a space must follow the colon"))
    }
    if let match = text.firstMatch(of: /^ *(?:- +)?[\w.\/\[\]\-]+ *(=)/) {
      return (position(match.1.startIndex), Wording("请把“=”改为半角冒号加空格“: ”", "write ': ' for '='"))
    }
    return nil
  }

  /// A line that should have a colon.
  private func missingColon() -> (Position, Wording)? {
    guard says("could not find expected ':'"), let line = outline.lineBefore(error.line) else { return nil }
    let text = outline.text(line)
    let start = text.unicodeScalars.prefix { $0 == " " || $0 == "-" }.count
    let example = text.drop { $0 == " " || $0 == "-" }
    let words = example.split(separator: " ", maxSplits: 1)
    let hint =
      words.count == 2 ? Wording("，应写作“\(words[0]): \(words[1])”", "; write '\(words[0]): \(words[1])'") : Wording("", "")
    return (
      Position(line: line, column: start + 1),
      Wording("这一行缺少冒号“: ”\(hint.chinese)", "the ': ' of this line is missing\(hint.english)")
    )
  }

  /// A text with a colon and a space, which needs quotes, or a line that is indented below a complete one.
  private func colonInText() -> (Position, Wording)? {
    guard says("mapping values are not allowed in this context") else { return nil }
    let before = outline.text(error.line, upTo: error.column)
    if let match = before.firstMatch(of: /^ *(?:- +)?[^:：]+: +(\S.*)$/) {
      let value = String(match.1) + outline.text(error.line, from: error.column)
      return (
        Position(line: error.line, column: before.unicodeScalars.distance(from: before.startIndex, to: match.1.startIndex) + 1),
        Wording("文本里有冒号加空格，请给整个文本加引号：\"\(value)\"", "the text has a colon and a space; put all of it in quotes: \"\(value)\"")
      )
    }
    guard let line = outline.lineBefore(error.line), outline.text(line).contains(": ") else { return nil }
    let column = before.unicodeScalars.prefix { $0 == " " }.count + 1
    return (
      Position(line: error.line, column: column),
      Wording(
        "这一行比第\(line)行缩进得多，而第\(line)行已经有值；请对齐", "this line is indented below line \(line), which already has a value; align them")
    )
  }
}

extension YAMLDiagnosis {
  // MARK: Quotes

  /// A quoted text that does not end in its line.
  private func openQuote() -> (Position, Wording)? {
    guard let quoted = outline.quoted, quoted.end.map({ $0.line > quoted.start.line }) ?? true else { return nil }
    let line = outline.text(quoted.start.line)
    let rest = outline.lines[quoted.start.line - 1][quoted.start.column...]
    if let index = rest.lastIndex(where: { "”’＂“".unicodeScalars.contains($0) }) {
      return (
        Position(line: quoted.start.line, column: index + 1),
        Wording("“\(rest[index])”不是YAML的引号，请改为半角引号", "'\(rest[index])' is no quote of YAML; write a plain quote")
      )
    }
    let mark = line.unicodeScalars.dropFirst(quoted.start.column - 1).first ?? "\""
    return (
      quoted.start,
      Wording("从这里开始的引号没有在这一行结束，请补上“\(mark)”", "the quote that begins here does not end in its line; add \(mark)")
    )
  }

  /// Text behind a closing quote.
  private func textAfterQuote() -> (Position, Wording)? {
    guard let quoted = outline.quoted, let end = quoted.end, end.line == error.line, quoted.start.line == error.line,
      end.column < error.column,
      let scalar, !",]}:#".unicodeScalars.contains(scalar),
      outline.text(end.line, from: end.column + 1, upTo: error.column).allSatisfy({ $0 == " " })
    else { return nil }
    return (
      error,
      Wording(
        "引号后面还有文字；整个文本都要在引号里，里面有双引号的，外面用单引号",
        "text follows the closing quote; put all of it in quotes, in single ones if it has double quotes")
    )
  }

  // MARK: Brackets

  /// A key in brackets that has no colon, because a bracket follows it or an earlier bracket is not meant as one.
  private func keyWithoutColon() -> (Position, Wording)? {
    guard fault.wording.english.hasPrefix("not valid YAML: no ': '") else { return nil }
    let rest = outline.text(error.line, from: error.column)
    if let match = rest.firstMatch(of: /^[\w.]+\[[^\]]*\][\w.\[\]]*/) {
      return (error, Wording("有方括号的键要加引号：\"\(match.0)\"", "a key with brackets needs quotes: \"\(match.0)\""))
    }
    return rest.contains(where: { ",}:：]".contains($0) }) ? nil : openBracket(isMissing: true)
  }

  /// A mistake between two members in brackets.
  private func inBrackets() -> (Position, Wording)? {
    guard let bracket = outline.brackets.last,
      says("did not find expected ',' or '}'") || says("did not find expected ',' or ']'")
    else {
      return nil
    }
    let start = bracket.position.line == error.line ? bracket.position.column + 1 : 1
    let before = outline.text(error.line, from: start, upTo: error.column)
    func position(_ index: Substring.Index) -> Position {
      Position(line: error.line, column: start + before.unicodeScalars.distance(from: before.startIndex, to: index))
    }
    if scalar == "[" || scalar == "{", let match = before.firstMatch(of: /[\w.]+$/) {
      let key = String(match.0) + String(outline.text(error.line, from: error.column).prefix { $0 != ":" })
      return (position(match.range.lowerBound), Wording("有方括号的键要加引号：\"\(key)\"", "a key with brackets needs quotes: \"\(key)\""))
    }
    if let match = before.firstMatch(of: /([，、；;])\s*["']?[\w.\/\-]+["']?$/) {
      return (
        position(match.1.startIndex), Wording("“\(match.1)”不是YAML的逗号，请改为半角逗号“, ”", "'\(match.1)' is no comma of YAML; write ', '")
      )
    }
    if let match = before.firstMatch(of: /(：)/), !before[match.range.upperBound...].contains(",") {
      return (position(match.range.lowerBound), Wording("“：”是全角冒号，请改为半角冒号加空格“: ”", "'：' is a full-width colon; write ': '"))
    }
    guard scalar == ":", bracket.position.line == error.line || !before.allSatisfy({ $0.isASCII }) else { return nil }
    if let match = before.firstMatch(of: /\s(["']?[A-Za-z][\w.\/\-]*["']?)$/) {
      return (position(match.1.startIndex), Wording("“\(match.1)”前面缺少逗号", "a comma is missing before '\(match.1)'"))
    }
    if let match = before.firstMatch(of: /:\s+([^,:]+)$/) {
      return (
        position(match.1.startIndex), Wording("文本里有冒号加空格，请给整个文本加引号", "the text has a colon and a space; put all of it in quotes")
      )
    }
    return nil
  }

  /// A bracket that is not closed in an earlier line.
  private func openBracket() -> (Position, Wording)? { openBracket(isMissing: false) }

  private func openBracket(isMissing: Bool) -> (Position, Wording)? {
    guard let bracket = outline.brackets.last, isMissing || bracket.position.line < error.line || scalar == nil else {
      return nil
    }
    let closing = bracket.mark == "{" ? "}" : "]"
    return (
      bracket.position,
      Wording(
        "这里的“\(bracket.mark)”没有用“\(closing)”关上；以“\(bracket.mark)”开头的文本要加引号",
        "the '\(bracket.mark)' here is not closed with '\(closing)'; a text that begins with '\(bracket.mark)' needs quotes")
    )
  }

  /// A closing bracket that no bracket opens.
  private func extraBracket() -> (Position, Wording)? {
    guard let scalar, scalar == "}" || scalar == "]", outline.brackets.isEmpty else { return nil }
    return (error, Wording("多了一个“\(scalar)”，请删去", "one '\(scalar)' too many; delete it"))
  }

  /// A text that begins with a character that YAML reserves.
  private func specialStart() -> (Position, Wording)? {
    guard says("found character that cannot start any token"), let scalar, scalar != "\t" else { return nil }
    return (
      error, Wording("文本不能以“\(scalar)”开头，请给整个文本加引号", "a text must not begin with '\(scalar)'; put all of it in quotes")
    )
  }
}

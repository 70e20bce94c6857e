/// Finds the likely mistake behind an error in JSON text.
struct JSONDiagnosis {
  let bytes: Bytes
  /// The offset after the text.
  let end: Int
  /// The offset of the error, which may be behind the text.
  let offset: Int
  let fault: JSONFault.Kind
  let context: JSONContext

  /// The character at the offset; nil if it is not known.
  private var character: Unicode.Scalar? {
    guard offset < end else { return byte > 0 && byte < 0x80 ? Unicode.Scalar(byte) : nil }
    return String(decoding: bytes[offset..<min(offset + 4, end)], as: UTF8.self).unicodeScalars.first
  }

  /// The byte at the offset; 0 if it is not known.
  private var byte: UInt8 {
    if case .unexpectedByte(let byte) = fault { return byte }
    return offset < end ? bytes[offset] : 0
  }

  /// The byte of the last token's end; 0 if there is none.
  private var lastByte: UInt8 { context.last.map { bytes[$0.upperBound - 1] } ?? 0 }

  /// The number or name from an offset on, cut off after 20 characters.
  private func word(from start: Int) -> String {
    guard start < end else { return "" }
    let wordEnd = bytes[start..<end].firstIndex { JSONContext.delimiters.contains($0) } ?? end
    let text = String(decoding: bytes[start..<min(wordEnd, start + 200)], as: UTF8.self)
    let others = text.unicodeScalars.firstIndex { Self.halfWidth[$0] != nil } ?? text.endIndex
    return String(text[..<others]).printable(limit: 20)
  }

  /// The last token, without its quotes.
  private var lastText: String {
    guard let last = context.last else { return "" }
    return String(decoding: bytes[last], as: UTF8.self).trimmedQuotes.printable(limit: 20)
  }

  /// A full-width mark, a single quote or a comment.
  var foreignMark: JSONMistake? {
    guard let character else { return nil }
    if let half = Self.halfWidth[character] {
      let mark = String(character).printable()
      if half == "\"" {
        return JSONMistake(
          offset, "“\(mark)”不是JSON的引号，请改为半角双引号\"", "'\(mark)' is no quote of JSON; write the double quote \"")
      }
      let isSpace = half == " "
      return JSONMistake(
        offset, isSpace ? "这里是全角空格或不换行空格（\(mark)），请改为半角空格" : "“\(mark)”是全角标点，请改为半角的“\(half)”",
        isSpace
          ? "this is a space that JSON does not know (\(mark)); write a plain space" : "'\(mark)' is full-width; write '\(half)'")
    }
    let next = offset + 1 < end ? bytes[offset + 1] : 0
    if character == "#" || (character == "/" && (next == UInt8(ascii: "/") || next == UInt8(ascii: "*"))) {
      return JSONMistake(offset, "JSON里不能写注释，请删去", "JSON has no comments; delete it")
    }
    return nil
  }

  /// The marks that people write for those of JSON.
  private static let halfWidth: [Unicode.Scalar: Character] = [
    "“": "\"", "”": "\"", "„": "\"", "‟": "\"", "＂": "\"", "「": "\"", "」": "\"", "『": "\"", "』": "\"", "'": "\"", "‘": "\"",
    "’": "\"", "＇": "\"", "`": "\"", "：": ":", "，": ",", "、": ",", "；": ",", ";": ",", "｛": "{", "｝": "}", "［": "[", "］": "]",
    "【": "[", "】": "]", "〔": "[", "〕": "]", "（": "(", "）": ")", "\u{3000}": " ", "\u{A0}": " ", "\u{FEFF}": " ", "\u{200B}": " ",
  ]
}

extension JSONDiagnosis {
  /// Returns the mistake at a byte that is not allowed.
  func unexpected(isTrailing: Bool, _ position: (Int) -> (line: Int, column: Int)) -> JSONMistake? {
    let mark = character.map(String.init) ?? ""
    let isClosing = byte == UInt8(ascii: "}") || byte == UInt8(ascii: "]")
    switch context.expected {
    case .key, .value:
      if lastByte == UInt8(ascii: ","), let comma = context.last?.lowerBound {
        if isClosing { return Self.trailingComma(comma) }
        if byte == UInt8(ascii: ",") { return JSONMistake(offset, "多了一个逗号，请删去", "one comma too many; delete it") }
      }
      if context.expected == .key, byte == UInt8(ascii: "{") || byte == UInt8(ascii: "["), let opening = context.openings.last {
        let (line, column) = position(opening.offset)
        return JSONMistake(
          offset, "第\(line)行第\(column)列的“{”还没有关上；请在这里的“\(mark)”之前补上“}”",
          "the '{' of line \(line), column \(column) is not closed; add '}' before this '\(mark)'")
      }
      return context.expected == .key ? key : value(isClosing)
    case .colon:
      let place = context.last?.upperBound ?? offset
      if byte == UInt8(ascii: "=") { return JSONMistake(offset, "请把“=”改为冒号“:”", "write ':' for '='") }
      return JSONMistake(
        place, "键“\(lastText)”后面缺少冒号“:”\(isClosing || byte == UInt8(ascii: ",") ? "和值" : "")；也请看双引号是否成对",
        "the colon after the key '\(lastText)' is missing; see also whether the quotes are in pairs")
    case .separator: return separator(isClosing, position)
    case .end where isClosing:
      return JSONMistake(offset, "多了一个“\(mark)”，请删去", "one '\(mark)' too many; delete it")
    case .end where isTrailing:
      return JSONMistake(
        offset, "JSON到这里已经写完，后面还有内容；几份申报书要写在一个数组里：[…, …]",
        "text follows the end of the JSON; several applications belong in one array: […, …]")
    case .end: return missingComma
    }
  }

  /// The mistake where a key is expected.
  private var key: JSONMistake? {
    if let number = groupedNumber { return number }
    let key = word(from: offset)
    guard !key.isEmpty else { return nil }
    return JSONMistake(offset, "键要写在双引号里：\"\(key)\"", "a key needs double quotes: \"\(key)\"")
  }

  /// A number with commas between its digits.
  private var groupedNumber: JSONMistake? {
    guard lastByte == UInt8(ascii: ","), let comma = context.last?.lowerBound, comma + 1 == offset, comma > 0,
      (0x30...0x39).contains(byte), (0x30...0x39).contains(bytes[comma - 1])
    else { return nil }
    return JSONMistake(comma, "数字里不能写逗号", "a number has no commas between its digits")
  }

  /// Returns the mistake where a value is expected.
  private func value(_ isClosing: Bool) -> JSONMistake? {
    if isClosing, context.openings.isEmpty {
      let mark = character.map(String.init) ?? ""
      return JSONMistake(offset, "多了一个“\(mark)”，或者它前面多了一个逗号，请删去", "one '\(mark)', or one comma before it, too many; delete it")
    }
    if isClosing || byte == UInt8(ascii: ",") {
      return JSONMistake(offset, "这里缺少值；没有填写的写 null，或者去掉这一项", "a value is missing; write null or leave out the member")
    }
    if byte == UInt8(ascii: ".") || byte == UInt8(ascii: "+") { return number }
    return word
  }

  /// A word where a value is expected.
  var word: JSONMistake? {
    let word = word(from: offset)
    if let first = word.unicodeScalars.first, ("０"..."９").contains(first) || first == "．" || first == "－" {
      return JSONMistake(offset, "“\(word)”是全角数字，请改为半角", "'\(word)' has full-width digits; write plain ones")
    }
    switch word.lowercased() {
    case "": return nil
    case "nan", "inf", "infinity", "undefined", "none", "nil", "n/a", "null", "nul", "无":
      return JSONMistake(
        offset, "“\(word)”不是JSON的值；没有填写的写 null，或者去掉这一项", "'\(word)' is no value of JSON; write null or leave out the member")
    case "true", "yes", "on", "是":
      return JSONMistake(offset, "“\(word)”不是JSON的值；请写 true", "'\(word)' is no value of JSON; write true")
    case "false", "no", "off", "否":
      return JSONMistake(offset, "“\(word)”不是JSON的值；请写 false", "'\(word)' is no value of JSON; write false")
    default:
      return JSONMistake(
        offset, "文本要写在双引号里：\"\(word)\"；只有数、true、false、null不用",
        "a text needs double quotes: \"\(word)\"; only numbers, true, false and null have none")
    }
  }

  /// Returns the mistake where a comma or a closing bracket is expected.
  private func separator(_ isClosing: Bool, _ position: (Int) -> (line: Int, column: Int)) -> JSONMistake? {
    if isClosing, let opening = context.openings.last {
      let (line, column) = position(opening.offset)
      let (open, close, found) = opening.isObject ? ("{", "}", "]") : ("[", "]", "}")
      return JSONMistake(
        offset, "第\(line)行第\(column)列的“\(open)”还没有关上，这里却是“\(found)”；请补上“\(close)”，或删去多写的“\(found)”",
        "the '\(open)' of line \(line), column \(column) is not closed before this '\(found)'; add '\(close)', or delete one '\(found)'"
      )
    }
    if byte == UInt8(ascii: ":") {
      return JSONMistake(
        offset, "数组里不能写“键: 值”，要写在花括号里：{ … }；也请看前一个双引号是否成对",
        "an array has no keys; write { … } around them, and see whether the quotes are in pairs")
    }
    if byte == UInt8(ascii: "=") { return JSONMistake(offset, "请把“=”改为冒号“:”", "write ':' for '='") }
    guard let last = context.last, last.upperBound == offset else { return missingComma }
    // Something is stuck to the last value.
    let isNumber = (0x30...0x39).contains(lastByte)
    if lastByte == UInt8(ascii: "\""), byte != UInt8(ascii: "\"") {
      return JSONMistake(
        offset - 1, "文本到这个双引号就结束了；文本里面的双引号请写作\\\"，或用中文引号“”",
        "the text ends at this quote; write \\\" for a quote inside a text, or use “”")
    }
    let rest = word(from: offset)
    if isNumber, !rest.isEmpty {
      return JSONMistake(
        offset, "数字后面不能有“\(rest)”；金额以元为单位写数字，是文本的写在双引号里",
        "'\(rest)' must not follow a number; write amounts as numbers in yuan, and texts in double quotes")
    }
    return missingComma
  }

  /// A comma that is missing after the last value.
  private var missingComma: JSONMistake? {
    guard let last = context.last else { return nil }
    return JSONMistake(
      last.upperBound, "“\(lastText)”后面缺少逗号“,”", "a comma is missing after '\(lastText)'")
  }

  private static func trailingComma(_ offset: Int) -> JSONMistake {
    JSONMistake(offset, "最后一项后面不能有逗号，请删去", "no comma may follow the last element; delete it")
  }
}

extension JSONDiagnosis {
  /// A number that is not written as in JSON.
  var number: JSONMistake? {
    if let grouped = groupedNumber { return grouped }
    // The error may be within the number.
    var start = offset
    while start > 0, start <= end, !JSONContext.delimiters.contains(bytes[start - 1]) { start -= 1 }
    let number = word(from: start)
    guard !number.isEmpty else { return nil }
    return JSONMistake(
      start, "“\(number)”不是JSON的数：不能以“+”“.”或多余的0开头，小数点后面要有数字；编号写在双引号里：\"\(number)\"",
      "'\(number)' is no number of JSON: no '+', '.' or needless 0 at its start, and a digit after the point; write ids in double quotes: \"\(number)\""
    )
  }

  /// A control character in a text: nearly always a line end, because the text has no closing quote.
  var controlCharacter: JSONMistake? {
    guard byte == 0x0A || byte == 0x0D else {
      guard byte == 0x09 else { return nil }
      return JSONMistake(offset, "文本里不能有制表符，请改为空格，或写作\\t", "a text must not contain a tab; write a space or \\t")
    }
    return unfinishedText
  }

  /// A text without its closing quote.
  private var unfinishedText: JSONMistake? {
    guard let quote = context.openText else { return nil }
    let text = bytes[(quote + 1)..<min(offset, end)]
    let mark = Bytes("”".utf8)
    // A Chinese quote ends the text instead, if nothing but punctuation follows it.
    if let index = text.lastIndex(of: mark[2]), index - 2 > quote, bytes[(index - 2)...index].elementsEqual(mark),
      text[(index + 1)...].allSatisfy({ " ,\t}]\r".utf8.contains($0) })
    {
      return JSONMistake(index - 2, "“””不是JSON的引号，请改为半角双引号\"", "'”' is no quote of JSON; write the double quote \"")
    }
    return JSONMistake(
      quote, "从这个双引号开始的文本，在这一行里没有结束；请补上结尾的双引号，文本里的换行写作\\n",
      "the text that begins at this quote does not end in its line; add the closing quote, and write \\n for a line end")
  }

  /// Returns the mistake of a text that ends too early.
  func end(_ position: (Int) -> (line: Int, column: Int)) -> JSONMistake? {
    if let text = unfinishedText { return text }
    guard let opening = context.openings.last else { return nil }
    let (line, column) = position(opening.offset)
    let mark = opening.isObject ? "{" : "["
    return JSONMistake(
      offset, "JSON在此处中断：第\(line)行第\(column)列的“\(mark)”没有关上，请补上“\(opening.isObject ? "}" : "]")”",
      "unexpected end of JSON: the '\(mark)' of line \(line), column \(column) is not closed")
  }
}

extension String {
  /// The text without the quotes around it.
  fileprivate var trimmedQuotes: String {
    count >= 2 && hasPrefix("\"") && hasSuffix("\"") ? String(dropFirst().dropLast()) : self
  }
}

/// The parts of the first section of a format code, which is the one for positive numbers.
struct NumberFormatCode {
  /// The digit placeholders `0`, `#` and `?`, and the decimal point.
  private(set) var placeholders = ""
  /// The literal text.
  private(set) var literals = ""
  /// Whether a date, a time of day or a duration is shown.
  private(set) var isDate = false
  /// The letters that show parts of a date or time, in lower case and in their order.
  private var dateLetters: [Unicode.Scalar] = []
  /// Whether the date is shown as the system shows it.
  private var showsWholeDate = false
  private(set) var isPercent = false
  private(set) var isScaled = false
  private(set) var isScientific = false
  private(set) var hasCurrency = false
  /// Whether the format depends on the number or shows a foreign currency.
  private(set) var isConditional = false
  /// Whether the number is shown.
  private(set) var showsNumber = false

  private let code: [Unicode.Scalar]
  private var offset = 0
  /// Whether a comma follows the last placeholder.
  ///
  /// A comma after digits groups them if more digits follow; otherwise it divides by 1,000.
  private var hasComma = false

  /// Parses a format code.
  init(_ code: String) {
    self.code = Array(code.unicodeScalars)
    while offset < self.code.count, self.code[offset] != ";" { parseToken() }
    isScaled = isScaled || hasComma
    // The general format has an empty code, too.
    showsNumber = showsNumber || !placeholders.isEmpty || code.isEmpty
  }

  /// Parses the token at the offset and advances to the next one.
  private mutating func parseToken() {
    let scalar = code[offset]
    switch scalar {
    case "\"":
      let text = takeText(upTo: "\"")
      literals += text
      if text.contains(where: { "¥￥".contains($0) }) { hasCurrency = true }
      return
    case "[": return parseBracket(takeText(upTo: "]"))
    case "\\", "!", "_", "*":
      offset += 2
      // `_` and `*` are followed by a character that only reserves or fills width.
      if scalar != "_", scalar != "*", offset <= code.count { addLiteral(code[offset - 1]) }
      return
    case _ where "gG".unicodeScalars.contains(scalar) && takeKeyword(Self.general): return showsNumber = true
    case _ where "aA上".unicodeScalars.contains(scalar) && takeKeyword(Self.datePatterns): return isDate = true
    case "e", "E":
      // The exponent of a number has a sign; otherwise the letter shows a year.
      if let next = code.indices.contains(offset + 1) ? code[offset + 1] : nil, next == "+" || next == "-" {
        isScientific = true
        offset += 1
      } else {
        addDateCharacter(scalar)
      }
    case _ where Self.dateCharacters.contains(scalar): addDateCharacter(scalar)
    case "%": isPercent = true
    case "@": showsNumber = true
    case "0", "#", "?":
      placeholders.unicodeScalars.append(scalar)
      hasComma = false
    case ",": hasComma = !placeholders.isEmpty
    case ".":
      placeholders.append(".")
      isScaled = isScaled || hasComma
    case "a"..."z", "A"..."Z": addLiteral(scalar)
    case _ where !scalar.isASCII: addLiteral(scalar)
    default: break
    }
    offset += 1
  }

  /// The letters that show parts of a date or time, and those that Chinese programs write without quotes.
  ///
  /// `b` and `g` show the years of other calendars.
  private static let dateCharacters = Set("yYmMdDhHsSbBgG年月日".unicodeScalars)
  /// The general format as programs write it in several languages.
  private static let general = ["general", "g/通用格式", "g/標準", "g/표준"]
  /// The halves of a day, and the day of the week.
  private static let datePatterns = ["am/pm", "a/p", "上午/下午", "aaa"]

  /// Advances past one of some keywords at the offset; returns whether there is one.
  private mutating func takeKeyword(_ keywords: [String]) -> Bool {
    for keyword in keywords {
      let scalars = Array(keyword.unicodeScalars)
      guard offset + scalars.count <= code.count else { continue }
      let isEqual = zip(scalars, code[offset...]).allSatisfy { wanted, given in
        wanted == given || (given.isASCII && wanted.value == given.value | 0x20)
      }
      if isEqual {
        offset += scalars.count
        return true
      }
    }
    return false
  }

  /// Returns the text from the next character to a closing character, and advances past that.
  private mutating func takeText(upTo end: Unicode.Scalar) -> String {
    let rest = code[(offset + 1)...]
    let text = rest.prefix { $0 != end }
    offset = min(code.count, text.endIndex + 1)
    return String(String.UnicodeScalarView(text))
  }

  /// Adds a character that shows a part of a date or time, or that a Chinese program writes without quotes.
  private mutating func addDateCharacter(_ scalar: Unicode.Scalar) {
    isDate = true
    if scalar.isASCII { dateLetters.append(Unicode.Scalar(UInt8(scalar.value) | 0x20)) }
  }

  /// The parts of a date that are shown.
  ///
  /// An `m` after hours or before seconds shows minutes, and three or four `d` show the day of the week.
  var shownDateParts: DateParts {
    if showsWholeDate { return .all }
    var runs: [(letter: Unicode.Scalar, count: Int)] = []
    for letter in dateLetters {
      if let last = runs.last, last.letter == letter { runs[runs.count - 1].count += 1 } else { runs.append((letter, 1)) }
    }
    var parts: DateParts = []
    for (index, run) in runs.enumerated() {
      switch run.letter {
      case "y", "e", "b": parts.insert(.year)
      case "d" where run.count < 3: parts.insert(.day)
      case "m":
        let isMinute = index > 0 && runs[index - 1].letter == "h" || index + 1 < runs.count && runs[index + 1].letter == "s"
        if run.count > 2 || !isMinute { parts.insert(.month) }
      default: break
      }
    }
    return parts
  }

  /// Adds a character of literal text.
  private mutating func addLiteral(_ scalar: Unicode.Scalar) {
    literals.unicodeScalars.append(scalar)
    if scalar == "¥" || scalar == "￥" { hasCurrency = true }
  }

  /// Handles the content of a bracket: a condition, a currency or locale, a duration, or a colour.
  private mutating func parseBracket(_ content: String) {
    let lowercased = content.lowercased()
    if let first = content.first, "<>=".contains(first) {
      isConditional = true
    } else if content.hasPrefix("$"), let sign = content.dropFirst().first {
      if !"-¥￥".contains(sign) { isConditional = true }
      if "¥￥".contains(sign) { hasCurrency = true }
      // The date and the time as the system shows them.
      if lowercased == "$-f800" || lowercased == "$-f400" { isDate = true }
      if lowercased == "$-f800" { showsWholeDate = true }
    } else if let letter = lowercased.first, "hms".contains(letter), lowercased.allSatisfy({ $0 == letter }) {
      isDate = true
      // In a bracket, an m shows minutes.
      if letter != "m" { dateLetters.append(contentsOf: lowercased.unicodeScalars) }
    }
  }
}

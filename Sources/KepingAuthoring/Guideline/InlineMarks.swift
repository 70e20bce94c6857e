/// Removes the marks within lines: escapes, entities, code, links, and HTML elements.
///
/// Each `append…` function handles the mark at an index, appends the characters that remain, and returns the index after it.
enum InlineMarks {
  /// Returns the characters without these marks; a character from an escape, entity or code is literal.
  static func removed(from cells: [TextCell]) -> [TextCell] {
    var result: [TextCell] = []
    result.reserveCapacity(cells.count)
    var index = 0
    while index < cells.count {
      let cell = cells[index]
      switch cell.scalar {
      case "\\": index = appendEscape(cells, at: index, to: &result)
      case "&": index = appendEntity(cells, at: index, to: &result)
      case "`": index = appendCode(cells, at: index, to: &result)
      case "<": index = appendElement(cells, at: index, to: &result)
      case "[": index = appendLink(cells, at: index, to: &result)
      case "!" where index + 1 < cells.count && cells[index + 1].scalar == "[" && linkEnds(cells, at: index + 1) != nil:
        index += 1
      default:
        result.append(cell)
        index += 1
      }
    }
    return result
  }

  /// Appends the escaped character: `\*` is an asterisk, and a backslash at the end of a line is dropped.
  private static func appendEscape(_ cells: [TextCell], at index: Int, to result: inout [TextCell]) -> Int {
    guard index + 1 < cells.count else {
      result.append(cells[index])
      return index + 1
    }
    var next = cells[index + 1]
    if next.isLineEnd { return index + 1 }
    guard next.scalar.isASCII, !next.isSpace, !next.scalar.properties.isAlphabetic, !("0"..."9").contains(next.scalar) else {
      result.append(cells[index])
      return index + 1
    }
    next.isLiteral = true
    result.append(next)
    return index + 2
  }

  /// Appends the character of an entity such as `&nbsp;`, `&#8220;` or `&#x201C;`; an unknown entity stays as text.
  private static func appendEntity(_ cells: [TextCell], at index: Int, to result: inout [TextCell]) -> Int {
    let limit = min(cells.count, index + 12)
    if let end = (index + 1..<limit).first(where: { cells[$0].scalar == ";" }) {
      var name = ""
      for cell in cells[index + 1..<end] { name.unicodeScalars.append(cell.scalar) }
      if let scalar = entityScalar(name) {
        result.append(TextCell(scalar: scalar, position: cells[index].position, isLiteral: true))
        return end + 1
      }
    }
    result.append(cells[index])
    return index + 1
  }

  private static func entityScalar(_ name: String) -> Unicode.Scalar? {
    guard name.hasPrefix("#") else { return namedEntities[name] }
    let digits = name.dropFirst()
    let value = digits.hasPrefix("x") || digits.hasPrefix("X") ? UInt32(digits.dropFirst(), radix: 16) : UInt32(digits)
    return value.flatMap { $0 == 0 ? nil : Unicode.Scalar($0) }
  }

  private static let namedEntities: [String: Unicode.Scalar] = [
    "nbsp": "\u{A0}", "ensp": "\u{2002}", "emsp": "\u{2003}", "thinsp": "\u{2009}", "amp": "&", "lt": "<", "gt": ">",
    "quot": "\"", "apos": "'", "ldquo": "“", "rdquo": "”", "lsquo": "‘", "rsquo": "’", "laquo": "«", "raquo": "»",
    "mdash": "—", "ndash": "–", "hellip": "…", "middot": "·", "bull": "•", "times": "×", "divide": "÷", "plusmn": "±",
    "le": "≤", "ge": "≥", "ne": "≠", "deg": "°", "permil": "‰", "yen": "¥", "sect": "§", "para": "¶", "copy": "©", "reg": "®",
    "trade": "™", "shy": "\u{AD}", "zwnj": "\u{200C}", "zwj": "\u{200D}",
  ]

  /// Appends the characters between back-ticks as literal ones, and drops the back-ticks.
  private static func appendCode(_ cells: [TextCell], at index: Int, to result: inout [TextCell]) -> Int {
    var open = index
    while open < cells.count, cells[open].scalar == "`" { open += 1 }
    let length = open - index
    var close = open
    while close < cells.count, !(cells[close].isLineEnd && cells[close].endsBlock) {
      var end = close
      while end < cells.count, cells[end].scalar == "`" { end += 1 }
      if end - close == length {
        for var cell in cells[open..<close] {
          cell.isLiteral = true
          result.append(cell)
        }
        return end
      }
      close = max(end, close + 1)
    }
    result += cells[index..<open]
    return open
  }

  /// Appends the text of a link `[text](address)`, and drops the address.
  private static func appendLink(_ cells: [TextCell], at index: Int, to result: inout [TextCell]) -> Int {
    guard let (textEnd, end) = linkEnds(cells, at: index) else {
      result.append(cells[index])
      return index + 1
    }
    result += removed(from: Array(cells[index + 1..<textEnd]))
    return end
  }

  /// Returns the index of the bracket that ends the text of a link and the index after the link, or nil if there is no link.
  ///
  /// The text may have 500 characters and the address 2,000, which bounds the work for unmatched brackets.
  private static func linkEnds(_ cells: [TextCell], at index: Int) -> (textEnd: Int, end: Int)? {
    var depth = 0
    for textEnd in index..<min(cells.count, index + 500) {
      if cells[textEnd].isLineEnd && cells[textEnd].endsBlock { return nil }
      if cells[textEnd].scalar == "[" { depth += 1 }
      if cells[textEnd].scalar == "]" { depth -= 1 }
      guard depth == 0 else { continue }
      guard textEnd + 1 < cells.count, cells[textEnd + 1].scalar == "(" else { return nil }
      for end in textEnd + 2..<min(cells.count, textEnd + 2000) {
        // An address has no Chinese characters, so this is text of the guideline.
        if cells[end].isLineEnd || cells[end].scalar.isChinese { return nil }
        if cells[end].scalar == ")" { return (textEnd, end + 1) }
      }
      return nil
    }
    return nil
  }

  /// Drops a tag of an HTML element such as `<b>`, and the brackets of `<https://…>`; other text such as “<5” stays.
  ///
  /// A tag of a block element, such as `</p>` or `<br/>`, becomes a line end.
  private static func appendElement(_ cells: [TextCell], at index: Int, to result: inout [TextCell]) -> Int {
    let limit = min(cells.count, index + 1000)
    if let end = (index + 1..<limit).first(where: { cells[$0].scalar == ">" || cells[$0].scalar == "<" }),
      cells[end].scalar == ">"
    {
      let inner = cells[index + 1..<end]
      // Chinese text belongs to the guideline even between angle brackets.
      guard !inner.contains(where: { $0.scalar.isChinese }) else {
        result.append(cells[index])
        return index + 1
      }
      var name = ""
      for cell in inner.drop(while: { $0.scalar == "/" }).prefix(while: { !$0.isSpace && $0.scalar != "/" }) {
        name.unicodeScalars.append(cell.scalar)
      }
      name = name.lowercased()
      if inlineElements.contains(name) { return end + 1 }
      if blockElements.contains(name) {
        result.append(TextCell(scalar: "\n", position: cells[index].position, endsBlock: true))
        return end + 1
      }
      if name.hasPrefix("http:") || name.hasPrefix("https:") || name.hasPrefix("mailto:") {
        result += inner
        return end + 1
      }
    }
    result.append(cells[index])
    return index + 1
  }

  private static let inlineElements: Set<String> = [
    "a", "b", "big", "code", "del", "em", "font", "i", "img", "ins", "kbd", "mark", "o:p", "s", "small", "span", "strong", "sub",
    "sup", "tt", "u", "wbr",
  ]
  private static let blockElements: Set<String> = [
    "blockquote", "body", "br", "center", "col", "dd", "details", "div", "dl", "dt", "h1", "h2", "h3", "h4", "h5", "h6", "head",
    "hr",
    "html", "li", "meta", "ol", "p", "pre", "section", "summary", "table", "tbody", "td", "tfoot", "th", "thead", "tr", "ul",
  ]
}

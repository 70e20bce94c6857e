import KepingPlugins

/// The numbering of the headings of one level: the text before the number and after it, as in 计划一, 专题1：, （一）.
struct HeadingPattern: Equatable {
  let prefix: [Unicode.Scalar]
  /// The style of the number, or nil if any style counts.
  let style: Numeral.Style?
  let suffix: [Unicode.Scalar]

  /// Creates the pattern of a word with a number of any style, such as 方向1 and 方向一.
  init(word: String) {
    prefix = Array(word.unicodeScalars)
    style = nil
    suffix = []
  }

  /// The number of the heading from which the pattern was made, or nil for a pattern made from a word.
  private(set) var number: Int?

  /// Creates the pattern of a heading.
  ///
  /// Returns nil if the heading has no number among its first eight characters, or neither a prefix nor a mark around it.
  init?(of heading: String) {
    let scalars = GuidelineText.normalised(heading)
    let first = scalars.indices.prefix(8).first { Numeral(scalars, at: $0, before: scalars.count) != nil }
    guard let first, let numeral = Numeral(scalars, at: first, before: scalars.count) else { return nil }
    let rest = scalars[numeral.end...]
    // The suffix ends at the mark after the number: 部分： in 第一部分：.
    let mark = rest.indices.prefix(4).first { !rest[$0].isWord && rest[$0] != " " }
    var suffix = mark.map { Array(rest[...$0]) } ?? []
    if mark == nil, rest.count <= 3 { suffix = Array(rest) }
    if first > 0, suffix.count == 1, Self.isSeparator(suffix[0]) { suffix = [] }
    guard first > 0 || !suffix.isEmpty else { return nil }
    prefix = Array(scalars[..<first])
    // After a word, 1 and 一 are equivalent; the styles of bare numbers distinguish levels.
    style = prefix.contains { $0.isWord } ? nil : numeral.style
    self.suffix = suffix
    number = numeral.value
  }

  /// Whether the pattern has a word in front of the number.
  var hasWord: Bool { prefix.contains { $0.isWord } }

  /// Returns the number in the label at an offset and the label's end, or nil if no label of this pattern is there.
  func match(_ text: GuidelineText, at start: Int, before end: Int) -> (number: Int, end: Int)? {
    guard text.has(prefix, at: start, before: end) else { return nil }
    var offset = start + prefix.count
    if offset < end, text.scalars[offset] == " " { offset += 1 }
    let isBracketed = suffix.isEmpty && hasWord && offset < end && (text.scalars[offset] == "（" || text.scalars[offset] == "(")
    guard let numeral = Numeral(text.scalars, at: isBracketed ? offset + 1 : offset, before: end),
      style == nil || style == numeral.style
    else { return nil }
    offset = numeral.end
    if isBracketed {
      guard offset < end, text.scalars[offset] == "）" || text.scalars[offset] == ")" else { return nil }
      return (numeral.value, offset + 1)
    }
    guard text.has(suffix, at: offset, before: end) else { return nil }
    offset += suffix.count
    // 1.5 and 1.2.3 do not have the label 1.
    if let last = suffix.last, last == "." || last == "．", offset < end, Numeral.style(of: text.scalars[offset]) != nil {
      return nil
    }
    return (numeral.value, offset)
  }

  /// Whether another pattern describes the same numbering; the number does not count.
  func hasSameNumbering(as other: HeadingPattern) -> Bool {
    prefix == other.prefix && style == other.style && suffix == other.suffix
  }

  /// Whether a character may separate a label from its title.
  static func isSeparator(_ scalar: Unicode.Scalar) -> Bool { "：:、.．—-－·】］]）) \u{FF0D}".unicodeScalars.contains(scalar) }

}

/// Recognises the number in front of a line, list item or clause, such as 一、, （二）, `3.` and ④.
enum Enumerator {
  /// Returns the offset after the number that begins at an offset, including its mark; nil if there is none.
  static func end(in text: GuidelineText, at start: Int, before end: Int) -> Int? {
    guard start < end else { return nil }
    let scalars = text.scalars
    let closing: [Unicode.Scalar: [Unicode.Scalar]] = [
      "（": ["）", ")"], "(": [")", "）"], "【": ["】"], "[": ["]"], "〔": ["〕"],
    ]
    if let closing = closing[scalars[start]] {
      guard let numeral = Numeral(scalars, at: start + 1, before: end), numeral.end < end, closing.contains(scalars[numeral.end])
      else { return nil }
      return numeral.end + 1
    }
    guard let numeral = Numeral(scalars, at: start, before: end) else { return nil }
    if numeral.style == .circled { return numeral.end }
    guard numeral.end < end, "、.．)）:：".unicodeScalars.contains(scalars[numeral.end]) else { return nil }
    let next = numeral.end + 1
    if next < end, Numeral.style(of: scalars[next]) != nil { return nil }
    return next
  }
}

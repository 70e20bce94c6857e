import KepingPlugins

/// How the headings of one level are numbered: what stands before the number and behind it, as in 计划一, 专题1：, （一）.
struct HeadingPattern: Equatable {
  let prefix: [Unicode.Scalar]
  let style: Numeral.Style?
  let suffix: [Unicode.Scalar]

  /// A word and a number of any style, such as 方向1 and 方向一.
  init(word: String) {
    prefix = Array(word.unicodeScalars)
    style = nil
    suffix = []
  }

  /// The number of the heading that the pattern was taken from.
  private(set) var number: Int?

  /// The pattern of a heading; nil where it has no number at its beginning.
  init?(of heading: String) {
    let scalars = GuidelineText.normalised(heading)
    let first = scalars.indices.prefix(8).first { Numeral(scalars, at: $0, before: scalars.count) != nil }
    guard let first, let numeral = Numeral(scalars, at: first, before: scalars.count) else { return nil }
    let rest = scalars[numeral.end...]
    // Up to the mark behind the number: 部分： of 第一部分：.
    let mark = rest.indices.prefix(4).first { !rest[$0].isWord && rest[$0] != " " }
    var suffix = mark.map { Array(rest[...$0]) } ?? []
    if mark == nil, rest.count <= 3 { suffix = Array(rest) }
    if first > 0, suffix.count == 1, Self.isSeparator(suffix[0]) { suffix = [] }
    guard first > 0 || !suffix.isEmpty else { return nil }
    prefix = Array(scalars[..<first])
    // After a word, 1 and 一 are the same; numbers alone are told apart by how they are written.
    style = prefix.contains { $0.isWord } ? nil : numeral.style
    self.suffix = suffix
    number = numeral.value
  }

  /// Whether it has a word of its own, and not only a number.
  var hasWord: Bool { prefix.contains { $0.isWord } }

  /// The number with which a line begins, if it is numbered so, and where its label ends.
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
    // 1.5 and 1.2.3 are no 1.
    if let last = suffix.last, last == "." || last == "．", offset < end, Numeral.style(of: text.scalars[offset]) != nil {
      return nil
    }
    return (numeral.value, offset)
  }

  /// Whether the other numbers headings in the same way.
  func hasSameNumbering(as other: HeadingPattern) -> Bool {
    prefix == other.prefix && style == other.style && suffix == other.suffix
  }

  /// What may stand between a label and its title.
  static func isSeparator(_ scalar: Unicode.Scalar) -> Bool { "：:、.．—-－·】］]）) \u{FF0D}".unicodeScalars.contains(scalar) }

}

/// The number of a line, list item or clause: 一、 （二） 3. ④.
enum Enumerator {
  /// Where the number that begins at an offset ends, its mark included; nil where there is none.
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

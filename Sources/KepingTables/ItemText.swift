import KepingCore

/// A text that may list several items.
struct ItemText {
  /// A mark that numbers an item.
  struct Mark: Equatable {
    /// A notation of numbers; the items of one list have the same.
    enum Style: Equatable {
      /// One character from a block of numbers such as ① to ⑳.
      case symbol(UInt32)
      /// A number in brackets, in digits or Chinese.
      case bracketed(isChinese: Bool)
      /// A number before a sign such as a full stop, in digits or Chinese.
      case plain(isChinese: Bool, Unicode.Scalar)
    }

    let style: Style
    let number: Int
    /// The range of the mark in the text.
    let range: Range<Int>
  }

  /// The characters of the text.
  private let scalars: ArraySlice<Unicode.Scalar>
  /// The half-width forms of the same characters.
  private let plain: ArraySlice<Unicode.Scalar>
  /// Whether each character is within brackets or quotes.
  private let isEnclosed: ArraySlice<Bool>

  /// Finds the brackets and quotes in a text.
  init(_ text: String) {
    let scalars = Array(text.unicodeScalars)
    let plain = scalars.map { (0xFF01...0xFF5E).contains($0.value) ? Unicode.Scalar($0.value - 0xFEE0) ?? $0 : $0 }
    self.scalars = scalars[...]
    self.plain = plain[...]
    isEnclosed = Self.enclosed(plain)[...]
  }

  private init(_ whole: ItemText, _ range: Range<Int>) {
    scalars = whole.scalars[range]
    plain = whole.plain[range]
    isEnclosed = whole.isEnclosed[range]
  }

  /// The text without white space at its ends and without signs that end a sentence or an item.
  var text: String {
    var range = scalars.indices
    while let last = range.last, Self.isBlank(scalars[last]) || Self.endSigns.contains(scalars[last]) { range.removeLast() }
    while let first = range.first, Self.isBlank(scalars[first]) { range.removeFirst() }
    return String(String.UnicodeScalarView(scalars[range]))
  }

  private static let endSigns = Set("。；;，,、".unicodeScalars)

  private static func isBlank(_ scalar: Unicode.Scalar) -> Bool { CellReader.isBlank(scalar) }

  // MARK: Brackets and quotes

  private static let closers: [Unicode.Scalar: Unicode.Scalar] = [
    "(": ")", "[": "]", "{": "}", "《": "》", "〈": "〉", "“": "”", "‘": "’", "「": "」", "『": "』", "【": "】", "〔": "〕", "\"": "\"",
  ]

  /// Returns whether each character is within brackets or quotes that are closed in the same line.
  private static func enclosed(_ plain: [Unicode.Scalar]) -> [Bool] {
    var isEnclosed = [Bool](repeating: false, count: plain.count)
    // The closing characters that are awaited, with the indices of their opening characters.
    var open: [(closer: Unicode.Scalar, start: Int)] = []
    for (index, scalar) in plain.enumerated() {
      if scalar == "\n" || scalar == "\r" {
        open.removeAll()
      } else if let found = open.lastIndex(where: { $0.closer == scalar }) {
        for inner in open[found].start + 1..<index { isEnclosed[inner] = true }
        open.removeSubrange(found...)
      } else if let closer = closers[scalar], open.count < 20 {
        open.append((closer, index))
      }
    }
    return isEnclosed
  }

  // MARK: Pieces

  /// Returns the pieces between separators, without those that have no text.
  func pieces(separatedBy separators: String) -> [ItemText] {
    let separators = Set(separators.unicodeScalars)
    var pieces: [ItemText] = []
    var start = scalars.startIndex
    for index in scalars.indices where separators.contains(scalars[index]) && !isEnclosed[index] {
      pieces.append(ItemText(self, start..<index))
      start = index + 1
    }
    pieces.append(ItemText(self, start..<scalars.endIndex))
    return pieces.filter { !$0.text.isEmpty }
  }

  /// Returns the items that follow some marks.
  func items(between marks: [Mark]) -> [String] {
    let ends = marks.dropFirst().map(\.range.lowerBound) + [scalars.endIndex]
    return zip(marks, ends).map { ItemText(self, $0.range.upperBound..<$1).text }.filter { !$0.isEmpty }
  }

  /// The mark at the beginning of the text, or nil if it has none.
  var leadingMark: Mark? { scalars.indices.first { !Self.isBlank(scalars[$0]) }.flatMap { mark(at: $0) } }

  /// Returns the text without a mark of the same style at its beginning.
  func withoutMark(like other: Mark?) -> String {
    guard let mark = leadingMark, mark.style == other?.style else { return text }
    return ItemText(self, mark.range.upperBound..<scalars.endIndex).text
  }

  // MARK: Marks

  /// Returns the marks that number the items of the text: 1, 2, 3 and so on in the same style.
  ///
  /// Before the first one there is nothing, or an introduction.
  func runningMarks() -> [Mark] {
    var marks: [Mark] = []
    var index = scalars.startIndex
    while index < scalars.endIndex {
      guard !isEnclosed[index], let mark = mark(at: index), mark.number == marks.count + 1,
        marks.isEmpty ? isIntroduction(before: mark) : mark.style == marks[0].style
      else {
        index += 1
        continue
      }
      marks.append(mark)
      index = mark.range.upperBound
    }
    return marks
  }

  /// Returns whether the text before a mark introduces a list: nothing, a text with a colon at its end, or one that names
  /// no item.
  private func isIntroduction(before mark: Mark) -> Bool {
    let before = scalars[scalars.startIndex..<mark.range.lowerBound]
    guard let last = before.last(where: { !Self.isBlank($0) && !Self.endSigns.contains($0) }) else { return true }
    if last == "：" || last == ":" { return true }
    // The number of 成果1、成果2 is part of a name.
    if case .plain = mark.style { return false }
    // A longer text names something, and reading it again for each mark would take long.
    guard before.count <= 120 else { return false }
    return CellReader.namesNothing(ItemText(self, scalars.startIndex..<mark.range.lowerBound).text)
  }

  /// The blocks of characters that are numbers, from 1 on.
  private static let symbols: [ClosedRange<UInt32>] = [
    0x2460...0x2473, 0x2474...0x2487, 0x2488...0x249B, 0x2776...0x277F, 0x3220...0x3229,
  ]

  /// Returns the mark that begins at an index, or nil if there is none.
  func mark(at start: Int) -> Mark? {
    let value = plain[start].value
    if let block = Self.symbols.first(where: { $0.contains(value) }) {
      return Mark(style: .symbol(block.lowerBound), number: Int(value - block.lowerBound) + 1, range: start..<signEnd(start + 1))
    }
    if let closer = Self.closers[plain[start]] {
      guard "([【〔".unicodeScalars.contains(plain[start]), let number = number(at: start + 1), scalar(number.end) == closer else {
        return nil
      }
      return Mark(
        style: .bracketed(isChinese: number.isChinese), number: number.value, range: start..<signEnd(number.end + 1))
    }
    guard let number = number(at: start), !continuesWord(at: start, isChinese: number.isChinese),
      let sign = scalar(number.end), "、.:)".unicodeScalars.contains(sign), number.isChinese ? sign != ")" : true
    else { return nil }
    let end = number.end + 1
    // 1.5 and 1:2 are numbers, but 1.2023年 is an item that begins with a year.
    if sign != "、", let next = scalar(end), Self.isDigit(next), !isYear(at: end) { return nil }
    return Mark(style: .plain(isChinese: number.isChinese, sign), number: number.value, range: start..<end)
  }

  /// Returns the character at an index in half-width form, or nil after the end.
  private func scalar(_ index: Int) -> Unicode.Scalar? { index < plain.endIndex ? plain[index] : nil }

  /// Returns the index after a sign that may follow the number of an item.
  private func signEnd(_ index: Int) -> Int {
    guard let sign = scalar(index), "、.:".unicodeScalars.contains(sign) else { return index }
    return index + 1
  }

  private static func isDigit(_ scalar: Unicode.Scalar) -> Bool { (0x30...0x39).contains(scalar.value) }

  /// Returns whether a year of four digits begins at an index.
  private func isYear(at start: Int) -> Bool {
    (start..<start + 4).allSatisfy { scalar($0).map(Self.isDigit) ?? false } && scalar(start + 4) == "年"
  }

  /// Returns whether the character before a number shows that the number is part of a word, such as 第一 or H2.
  private func continuesWord(at start: Int, isChinese: Bool) -> Bool {
    guard start > plain.startIndex else { return false }
    let before = plain[start - 1]
    if isChinese { return before == "第" || Self.chineseDigits.contains(before) || before == "十" }
    return before.isASCII && (before.properties.isAlphabetic || Self.isDigit(before) || before == "." || before == "-")
  }

  private static let chineseDigits = Array("一二三四五六七八九".unicodeScalars)

  /// Returns the number up to 99 at an index: one or two digits, or a Chinese number.
  private func number(at start: Int) -> (value: Int, end: Int, isChinese: Bool)? {
    var index = start
    var value = 0
    while let next = scalar(index), Self.isDigit(next), index - start < 3 {
      value = value * 10 + Int(next.value - 0x30)
      index += 1
    }
    if index > start { return index - start < 3 ? (value, index, false) : nil }
    func takeDigit() -> Int? {
      guard let digit = scalar(index).flatMap({ Self.chineseDigits.firstIndex(of: $0) }) else { return nil }
      index += 1
      return digit + 1
    }
    let tens = takeDigit()
    if scalar(index) == "十" {
      index += 1
      return ((tens ?? 1) * 10 + (takeDigit() ?? 0), index, true)
    }
    return tens.map { ($0, index, true) }
  }
}

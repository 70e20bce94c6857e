import KepingPlugins

/// Divides a run of text into sentences, and sentences into the requirements that they list.
struct DraftSentences {
  /// The sentences in order.
  let all: [Range<Int>]

  /// The length from which a line without punctuation at its end is taken for a wrapped one.
  private static let wrappedLine = 20
  /// The longest quote; a sentence beyond it is cut at a comma.
  private static let maximumQuote = 800

  init(_ text: GuidelineText, in range: Range<Int>) {
    var sentences: [Range<Int>] = []
    var start = range.lowerBound
    var depth = 0
    var hasAlternatives = false
    func end(at offset: Int) {
      if start < offset { sentences.append(start..<offset) }
      start = offset
      depth = 0
      hasAlternatives = false
    }
    for offset in range {
      if offset > start, text.isLineStart(offset), !hasAlternatives, !Self.continues(text, at: offset) { end(at: offset) }
      switch text.scalars[offset] {
      case "（", "(", "“", "《", "【", "〔": depth += 1
      case "）", ")", "”", "》", "】", "〕": depth = max(0, depth - 1)
      // The items of a list of alternatives are one requirement: 须符合下列条件之一：…；….
      case "：", ":": hasAlternatives = hasAlternatives || Self.announcesAlternatives(text.scalars[start..<offset])
      case "。", "！", "？":
        if depth == 0 || offset - start > Self.maximumQuote { end(at: offset + 1) }
      case "；", ";":
        if depth == 0 && !hasAlternatives || offset - start > Self.maximumQuote { end(at: offset + 1) }
      case "，", ",":
        if offset - start > Self.maximumQuote { end(at: offset + 1) }
      default: break
      }
    }
    end(at: range.upperBound)
    all = sentences
  }

  private static func announcesAlternatives(_ words: ArraySlice<Unicode.Scalar>) -> Bool {
    ClauseWords.announcesAlternatives(String.text(words))
  }

  /// Whether a sentence goes on in the line that begins at an offset.
  private static func continues(_ text: GuidelineText, at offset: Int) -> Bool {
    let line = text.lines[text.lineIndex(of: offset - 1)].range
    var last = offset - 1
    if text.scalars[last] == " " { last -= 1 }
    if "，、".unicodeScalars.contains(text.scalars[last]) { return true }
    return line.count >= wrappedLine && !"。；;：:！？".unicodeScalars.contains(text.scalars[last])
      && Enumerator.end(in: text, at: offset, before: text.scalars.count) == nil
  }

  /// Divides a sentence at its commas into requirements.
  ///
  /// A part such as 项目实施期间 or 联合申报的 belongs to what follows, and one that states nothing by itself to what precedes it.
  static func requirements(in sentence: Range<Int>, of text: GuidelineText) -> [Range<Int>] {
    if announcesAlternatives(text.scalars[sentence]) { return [sentence] }
    var parts: [Range<Int>] = []
    var start = sentence.lowerBound
    var depth = 0
    for offset in sentence {
      switch text.scalars[offset] {
      case "（", "(", "“", "《": depth += 1
      case "）", ")", "”", "》": depth = max(0, depth - 1)
      case "，", ",":
        guard depth == 0, !text.separatesThousands(offset) else { continue }
        parts.append(start..<offset + 1)
        start = offset + 1
      default: break
      }
    }
    parts.append(start..<sentence.upperBound)
    var result: [Range<Int>] = []
    var isOpen = false
    for part in parts {
      let words = text.quote(part)
      if let last = result.last, isOpen || !ClauseWords.standsAlone(words) {
        result[result.count - 1] = last.lowerBound..<part.upperBound
      } else {
        result.append(part)
      }
      isOpen = ClauseWords.isCircumstance(words)
    }
    return result
  }
}

extension GuidelineText {
  /// Whether a comma stands within a number, as in 1,500.
  fileprivate func separatesThousands(_ offset: Int) -> Bool {
    guard scalars[offset] == ",", offset > 0, offset + 1 < scalars.count else { return false }
    return Numeral.style(of: scalars[offset - 1]) == .digits && Numeral.style(of: scalars[offset + 1]) == .digits
  }
}

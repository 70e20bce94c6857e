import KepingCore

/// Finds words of comparison in a text, and the figures to which they belong.
struct ComparisonFinder {
  private let characters: [Unicode.Scalar]

  /// - Parameter characters: the characters of the text, with ASCII digits.
  init(_ characters: [Unicode.Scalar]) { self.characters = characters }

  /// Returns the figures with the words of comparison that belong to them.
  func attach(to figures: [TextFigure]) -> [TextFigure] {
    figures.enumerated().map { index, figure in
      var figure = figure
      let isDate =
        switch figure.value {
        case .amount: false
        case .date, .year, .partOfDate: true
        }
      let start = index > 0 ? figures[index - 1].range.upperBound : 0
      let after = suffix(at: figure.range.upperBound, isDate: isDate)
      let before = prefix(before: figure.range.lowerBound, from: start)
      figure.comparison = after ?? before
      if let after, let before, !before.meanings.isSuperset(of: after.meanings), before.text != "达到" {
        // 不超过3年以上 and the like do not say what they mean.
        figure.comparison = TextComparison(range: after.range, text: after.text, meanings: after.meanings.union(before.meanings))
      }
      return figure
    }
  }

  /// Returns the word of comparison after a figure that ends at an index; the figure may be followed by a remark such as （含）.
  func suffix(at end: Int, isDate: Bool) -> TextComparison? {
    var start = end
    if let closed = remarkEnd(at: end) { start = closed }
    if start < characters.count, characters[start] == " " { start += 1 }
    let words = ComparisonWords.suffixes + (isDate ? ComparisonWords.dateSuffixes : []) + ComparisonWords.shortSuffixes
    guard let word = words.first(where: { has($0.characters, at: start) }) else { return nil }
    return comparison(start..<(start + word.characters.count), word.meanings)
  }

  /// Returns the last word of comparison between an index and a figure, in the same phrase as the figure.
  func prefix(before end: Int, from start: Int = 0) -> TextComparison? {
    var index = end - 1
    while index >= start, !Self.isPhraseEnd(characters[index]) {
      if let word = ComparisonWords.prefixes.first(where: { has($0.characters, at: index) && index + $0.characters.count <= end })
      {
        return comparison(index..<(index + word.characters.count), word.meanings, negatedFrom: start)
      }
      index -= 1
    }
    return nil
  }

  /// Returns the words of comparison that belong to no figure: 市级以上, 高于上年.
  func standing(outside figures: [TextFigure]) -> [TextComparison] {
    var found: [TextComparison] = []
    var index = 0
    while index < characters.count {
      if let figure = figures.first(where: { $0.range.contains(index) }) {
        index = figure.range.upperBound
        continue
      }
      guard let word = standingWord(at: index) else {
        index += 1
        continue
      }
      if !figures.contains(where: { $0.comparison?.range.overlaps(word.range) == true }) { found.append(word) }
      index = word.range.upperBound
    }
    return found
  }

  private func standingWord(at index: Int) -> TextComparison? {
    let words = ComparisonWords.suffixes + ComparisonWords.dateSuffixes
    if let word = words.first(where: {
      ComparisonWords.standing.contains(String.text($0.characters)) && has($0.characters, at: index)
    }) {
      let end = index + word.characters.count
      let isReference =
        index == 0 || Self.isPhraseEnd(characters[index - 1]) || ComparisonWords.references.contains { has($0, at: end) }
      return isReference ? nil : comparison(index..<end, word.meanings)
    }
    guard let word = ComparisonWords.prefixes.first(where: { has($0.characters, at: index) }),
      word.meanings != [.atLeast] || has("至少", at: index)
    else { return nil }
    return comparison(index..<(index + word.characters.count), word.meanings, negatedFrom: 0)
  }

  /// Returns the comparison of a word; a negation before it becomes a part of it.
  private func comparison(_ range: Range<Int>, _ meanings: Set<Comparison>, negatedFrom start: Int? = nil) -> TextComparison {
    var range = range
    var meanings = meanings
    if let start,
      let negation = ComparisonWords.negations.first(where: {
        range.lowerBound - $0.count >= start && has($0, at: range.lowerBound - $0.count)
      })
    {
      range = (range.lowerBound - negation.count)..<range.upperBound
      meanings = Set(meanings.map(ComparisonWords.negated))
    }
    return TextComparison(range: range, text: String.text(characters[range]), meanings: meanings)
  }

  /// Returns the index after a remark on whether a figure is included that begins at an index: （含）, （不含本数）.
  private func remarkEnd(at index: Int) -> Int? {
    guard index < characters.count, "（(".unicodeScalars.contains(characters[index]),
      let end = characters[index...].prefix(8).firstIndex(where: { "）)".unicodeScalars.contains($0) }),
      characters[index..<end].contains("含")
    else { return nil }
    return end + 1
  }

  private func has(_ word: [Unicode.Scalar], at index: Int) -> Bool { characters.has(word, at: index) }

  private func has(_ word: String, at index: Int) -> Bool { has(Array(word.unicodeScalars), at: index) }

  static func isPhraseEnd(_ scalar: Unicode.Scalar) -> Bool { "，,。；;：:、！!？?（）()《》“”".unicodeScalars.contains(scalar) }
}

import KepingCore

/// The places where a quote differs from a passage of the guideline.
struct QuoteDifference {
  /// A place: the offsets in the quote, and those in the passage.
  struct Place: Equatable {
    var quoted: Range<Int>
    var official: Range<Int>
  }

  /// The places in order, each of whole numbers: 100 and 150 differ as numbers, not in one digit.
  private(set) var places: [Place] = []
  /// The same places, where those with one common character between them are not joined.
  private var separate: [Place] = []
  private let quote: [Unicode.Scalar]
  private let passage: [Unicode.Scalar]

  /// The largest product of the lengths that are compared character by character.
  private static let maximumCells = 4_000_000

  /// Compares a quote with a passage.
  init(_ quote: [Unicode.Scalar], _ passage: [Unicode.Scalar]) {
    self.quote = quote
    self.passage = passage
    for place in changes().map(widened) {
      Self.append(place, to: &places, joiningUpTo: 1)
      Self.append(place, to: &separate, joiningUpTo: 0)
    }
  }

  /// Returns the offset in the passage that corresponds to an offset in the quote; nil within a place that differs.
  func official(_ offset: Int) -> Int? {
    var distance = 0
    for place in separate {
      if offset < place.quoted.lowerBound { break }
      if offset == place.quoted.lowerBound { return place.official.lowerBound }
      if offset < place.quoted.upperBound { return nil }
      distance = place.official.upperBound - place.quoted.upperBound
    }
    return offset + distance
  }

  /// The message: from which character, what the quote has and what the guideline has, at most three times.
  var wording: Wording {
    let shown = places.prefix(3).map { place -> Wording in
      let quoted = Self.excerpt(quote[place.quoted])
      let official = Self.excerpt(passage[place.official])
      return Wording(
        "第\(place.quoted.lowerBound + 1)字起：引文\(quoted.chinese)，指南\(official.chinese)",
        "at character \(place.quoted.lowerBound + 1): \(quoted.english) instead of \(official.english)")
    }
    let isCut = places.count > shown.count
    return Wording(
      shown.map(\.chinese).joined(separator: "；") + (isCut ? "；共\(places.count)处" : ""),
      shown.map(\.english).joined(separator: ", ") + (isCut ? ", in \(places.count) places" : ""))
  }

  /// Returns up to 40 characters in quotation marks.
  private static func excerpt(_ scalars: ArraySlice<Unicode.Scalar>) -> Wording {
    var text = String.UnicodeScalarView()
    text.append(contentsOf: scalars.prefix(40))
    let words = String(text) + (scalars.count > 40 ? "…" : "")
    return scalars.isEmpty ? Wording("没有字", "nothing") : Wording("“\(words)”", "'\(words)'")
  }

  // MARK: Comparison

  /// Returns a place widened to whole numbers.
  private func widened(_ place: Place) -> Place {
    var place = place
    while place.quoted.lowerBound > 0, place.official.lowerBound > 0,
      Self.splitsNumber(quote, place.quoted.lowerBound) || Self.splitsNumber(passage, place.official.lowerBound)
    {
      place.quoted = (place.quoted.lowerBound - 1)..<place.quoted.upperBound
      place.official = (place.official.lowerBound - 1)..<place.official.upperBound
    }
    while place.quoted.upperBound < quote.count, place.official.upperBound < passage.count,
      Self.splitsNumber(quote, place.quoted.upperBound) || Self.splitsNumber(passage, place.official.upperBound)
    {
      place.quoted = place.quoted.lowerBound..<(place.quoted.upperBound + 1)
      place.official = place.official.lowerBound..<(place.official.upperBound + 1)
    }
    return place
  }

  /// Adds a place, joined with the last one if at most so many characters lie between them.
  private static func append(_ place: Place, to places: inout [Place], joiningUpTo gap: Int) {
    guard let last = places.last, place.quoted.lowerBound - last.quoted.upperBound <= gap else { return places.append(place) }
    places[places.count - 1] = Place(
      quoted: last.quoted.lowerBound..<max(last.quoted.upperBound, place.quoted.upperBound),
      official: last.official.lowerBound..<max(last.official.upperBound, place.official.upperBound))
  }

  /// Whether the characters before and after an offset belong to one number.
  private static func splitsNumber(_ text: [Unicode.Scalar], _ offset: Int) -> Bool {
    guard offset > 0, offset < text.count else { return false }
    let isPart = { (scalar: Unicode.Scalar) in Numeral.style(of: scalar) == .digits || ".．".unicodeScalars.contains(scalar) }
    return isPart(text[offset - 1]) && isPart(text[offset])
  }

  /// Returns the maximal places without a common character in an alignment with the fewest edits.
  private func changes() -> [Place] {
    let prefix = zip(quote, passage).prefix { $0 == $1 }.count
    let limit = min(quote.count, passage.count) - prefix
    let suffix = zip(quote.reversed(), passage.reversed()).prefix(limit).prefix { $0 == $1 }.count
    let (rows, columns) = (quote.count - prefix - suffix, passage.count - prefix - suffix)
    guard rows > 0 || columns > 0 else { return [] }
    let whole = Place(quoted: prefix..<(prefix + rows), official: prefix..<(prefix + columns))
    guard rows > 0, columns > 0, rows * columns <= Self.maximumCells else { return [whole] }
    // By the numbers of characters that are still ahead: the fewest edits for them.
    let width = columns + 1
    var costs = [Int32](repeating: 0, count: (rows + 1) * width)
    for column in 0...columns { costs[rows * width + column] = Int32(columns - column) }
    for row in stride(from: rows - 1, through: 0, by: -1) {
      costs[row * width + columns] = Int32(rows - row)
      for column in stride(from: columns - 1, through: 0, by: -1) {
        let isSame = quote[prefix + row] == passage[prefix + column]
        costs[row * width + column] = min(
          costs[(row + 1) * width + column + 1] + (isSame ? 0 : 1), costs[(row + 1) * width + column] + 1,
          costs[row * width + column + 1] + 1)
      }
    }
    var (row, column) = (0, 0)
    var result: [Place] = []
    var start: (row: Int, column: Int)?
    func close() {
      guard let first = start else { return }
      result.append(
        Place(quoted: (prefix + first.row)..<(prefix + row), official: (prefix + first.column)..<(prefix + column)))
      start = nil
    }
    while row < rows || column < columns {
      let cost = costs[row * width + column]
      if row < rows, column < columns, quote[prefix + row] == passage[prefix + column],
        costs[(row + 1) * width + column + 1] == cost
      {
        close()
        (row, column) = (row + 1, column + 1)
        continue
      }
      start = start ?? (row, column)
      if row < rows, column < columns, costs[(row + 1) * width + column + 1] + 1 == cost {
        (row, column) = (row + 1, column + 1)
      } else if row < rows, costs[(row + 1) * width + column] + 1 == cost {
        row += 1
      } else {
        column += 1
      }
    }
    close()
    return result
  }
}

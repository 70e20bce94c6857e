import KepingCore

/// A figure in a text of the guideline, such as 100万元以上, 百分之三, 两家, 1973年1月1日以后.
struct TextFigure: Equatable {
  /// What a figure states.
  enum Value: Equatable {
    /// A number of things, an amount, a length of time or a proportion, as a bound writes it: 3% for 百分之三, 2家 for 两家.
    case amount(String)
    /// A day.
    case date(CalendarDate)
    /// A year of the calendar.
    case year(Int)
    /// A month, or a day without its year.
    case partOfDate
  }

  /// The offsets of the figure among the characters of the text, without the words of comparison.
  let range: Range<Int>
  /// The figure as written.
  let text: String
  /// What the figure states.
  let value: Value
  /// The words of comparison that belong to the figure; nil if there are none.
  var comparison: TextComparison?

  /// The text of a bound that states the figure: 3% for 百分之三; nil if no bound can.
  var boundText: String? {
    switch value {
    case .amount(let text): (try? Bound(text)) != nil || (try? Bound(share: text)) != nil ? text : nil
    case .date(let date): date.chinese
    case .year(let year): "\(year)年"
    case .partOfDate: nil
    }
  }

  /// The figure with its words of comparison, for messages: 100万元以上, 不超过4个.
  var shown: String {
    guard let comparison else { return text }
    if comparison.range.upperBound == range.lowerBound { return comparison.text + text }
    if comparison.range.lowerBound < range.lowerBound { return "\(comparison.text)…\(text)" }
    return text + comparison.text
  }
}

/// A word of comparison in a text of the guideline, such as 以上 or 不超过.
struct TextComparison: Equatable {
  /// The offsets of the word among the characters of the text.
  let range: Range<Int>
  /// The word as written.
  let text: String
  /// The comparisons that the word can mean, with the figure on the right side.
  let meanings: Set<Comparison>
}

import KepingCore

/// A figure of a passage that becomes the bound of a check.
struct DraftFigure {
  let kind: Kind
  /// The bound: the number with its unit, as a clause writes it.
  let bound: String
  /// The figure as the passage writes it.
  let written: String
  /// The comparison; `at_least` if the passage does not say how to compare.
  let comparison: Comparison
  /// Whether the passage says how to compare.
  let isCompared: Bool
  /// What the comparison leaves open; only if it leaves something open.
  let question: String
  /// The day, if the figure is one.
  private let date: CalendarDate?
  /// The offsets of the figure with its words of comparison among the characters of the passage.
  private let range: Range<Int>
  /// The offset after the figure before, where the words about this one begin.
  private let start: Int

  /// What a figure measures, which decides how its field is declared.
  enum Kind {
    case money, count, percent, date, number, ratio

    /// The word that declares a field of this kind.
    var declaration: String {
      switch self {
      case .money: "money"
      case .count: "count"
      case .percent: "percent"
      case .date: "date"
      case .number, .ratio: "decimal"
      }
    }
  }

  /// Returns the figures of a passage that can be bounds.
  static func all(in text: String) -> [DraftFigure] {
    var start = 0
    return FigureFinder.figures(in: text).compactMap { figure in
      let range = figure.range.lowerBound..<max(figure.range.upperBound, figure.comparison?.range.upperBound ?? 0)
      let words = min(figure.range.lowerBound, figure.comparison?.range.lowerBound ?? .max)..<range.upperBound
      defer { start = range.upperBound }
      return DraftFigure(figure, range: max(start, words.lowerBound)..<words.upperBound, start: start)
    }
  }

  private init?(_ figure: TextFigure, range: Range<Int>, start: Int) {
    switch figure.value {
    case .date(let date):
      kind = .date
      bound = date.chinese
      self.date = date
    case .amount(let text):
      if let share = try? Bound(share: text), share.proportion != nil {
        kind = text.hasSuffix("%") ? .percent : .ratio
        bound = text
      } else if let amount = try? Bound(text) {
        kind =
          switch amount.unit.measure {
          case .money: .money
          case .count where amount.value == amount.value.rounded(): .count
          default: .number
          }
        bound = amount.text
      } else {
        return nil
      }
      date = nil
    // A year is part of a description: 近三年, 2025年度.
    case .year, .partOfDate: return nil
    }
    let meanings = figure.comparison?.meanings ?? []
    isCompared = meanings.count == 1
    question = meanings.isEmpty ? "没有写以上还是不超过，暂按不低于" : "当日算不算，暂按算"
    comparison = meanings.sorted { "\($0)" < "\($1)" }.first ?? .atLeast
    written = figure.text
    self.range = range
    self.start = start
  }

  /// Whether the figure is a requirement: one without words of comparison may only describe something, as in 近三年 and 三级甲等.
  var isBound: Bool { kind != .ratio && (isCompared || kind != .number) }

  /// The method that compares a field with the bound.
  var method: String {
    switch comparison {
    case .atLeast: kind == .date ? "on_or_after" : "at_least"
    case .moreThan: kind == .date ? "after" : "more_than"
    case .atMost: kind == .date ? "on_or_before" : "at_most"
    case .lessThan: kind == .date ? "before" : "less_than"
    }
  }

  // MARK: The field

  /// Returns the label of the field that the figure bounds: the words in front of it, or behind it if there are none.
  func label(in quote: String) -> String {
    let text = Array(quote.unicodeScalars)
    let before = text[start..<range.lowerBound]
    let comma = before.lastIndex { "，。；：".unicodeScalars.contains($0) }
    let label = Self.trimmed(String.text(comma.map { before[($0 + 1)...] } ?? before))
    if !label.isEmpty { return label }
    let rest = text[range.upperBound...].drop { "及不含的（）".unicodeScalars.contains($0) }
    let after = Self.trimmed(String.text(rest.prefix { !"，。；：、".unicodeScalars.contains($0) }))
    return after.isEmpty ? quote : after
  }

  /// Returns words without those that only connect them with a figure.
  private static func trimmed(_ words: String) -> String {
    var label = words
    let ends = ["达到", "金额", "在", "为", "应", "须", "约", "共", "达", "（", "一般"]
    while let end = ends.first(where: label.hasSuffix) { label.removeLast(end.count) }
    let beginnings = ["项目相关的", "项目相关", "项目实现", "实现", "优先支持", "并", "须", "应", "或", "且", "和", "及"]
    while let beginning = beginnings.first(where: label.hasPrefix) { label.removeFirst(beginning.count) }
    return label
  }

  /// Returns values of a field at the bound and on its other side; nil if applications do not write them as numbers or dates.
  func sample(path: String) -> DraftClause.Sample? {
    switch kind {
    case .date: return dateSample(path)
    case .number, .ratio: return nil
    case .money, .count, .percent: break
    }
    guard let value = kind == .percent ? Double(bound.dropLast()) : (try? Bound(bound))?.value, abs(value) < 1e15 else {
      return nil
    }
    let step = kind == .percent ? 0.5 : 1.0
    let (met, unmet) =
      switch comparison {
      case .atLeast: (value, value - step)
      case .moreThan: (value + step, value)
      case .atMost: (value, value + step)
      case .lessThan: (value - step, value)
      }
    let example = comparison == .atLeast && kind != .percent ? value * 2 : met
    guard met >= 0, unmet >= 0 else { return nil }
    return DraftClause.Sample(path: path, example: Self.shown(example), met: Self.shown(met), unmet: Self.shown(unmet))
  }

  private func dateSample(_ path: String) -> DraftClause.Sample? {
    guard let date else { return nil }
    let (met, unmet): (Int, Int) =
      switch comparison {
      case .atLeast: (0, -1)
      case .moreThan: (1, 0)
      case .atMost: (0, 1)
      case .lessThan: (-1, 0)
      }
    func shown(_ days: Int) -> String {
      let day = CalendarDate(dayNumber: date.dayNumber + days)
      func padded(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
      return "\"\(day.year)-\(padded(day.month))-\(padded(day.day))\""
    }
    return DraftClause.Sample(path: path, example: shown(met), met: shown(met), unmet: shown(unmet))
  }

  /// Returns a number as JSON.
  private static func shown(_ value: Double) -> String { value == value.rounded() ? "\(Int(value))" : "\(value)" }
}

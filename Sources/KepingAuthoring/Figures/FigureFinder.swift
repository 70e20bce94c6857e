import KepingCore

/// Finds the figures of a text in Chinese, with their words of comparison.
///
/// A figure is a number with a unit, a proportion, or a part of the calendar. Numbers in names, such as 3D打印 or 第一, are not
/// figures.
struct FigureFinder {
  /// The text with ASCII digits and signs in place of full-width ones.
  let characters: [Unicode.Scalar]
  private let written: [Unicode.Scalar]

  init(_ text: String) {
    written = Array(text.unicodeScalars)
    characters = written.map(Self.halfWidth)
  }

  /// Returns the figures in their order.
  static func figures(in text: String) -> [TextFigure] {
    let finder = FigureFinder(text)
    return ComparisonFinder(finder.characters).attach(to: finder.figures())
  }

  /// Returns the figures without their words of comparison.
  private func figures() -> [TextFigure] {
    var found: [TextFigure] = []
    var index = 0
    while index < characters.count {
      guard let number = FigureNumber(characters, at: index) else {
        index += 1
        continue
      }
      if let (value, end) = date(number) ?? proportion(number) ?? amount(number) {
        let range = number.start..<end
        found.append(TextFigure(range: range, text: String.text(written[range]), value: value))
        index = end
      } else {
        index = number.end
      }
    }
    return found
  }

  // MARK: The kinds of figures

  private typealias Found = (value: TextFigure.Value, end: Int)

  /// Returns the day, month or year that begins with a number.
  private func date(_ number: FigureNumber) -> Found? {
    if let year = calendarYear(number) {
      guard has("年", at: number.end) else { return (.year(year), number.end) }
      let afterYear = number.end + 1
      guard let month = FigureNumber(characters, at: afterYear), has("月", at: month.end) else { return (.year(year), afterYear) }
      guard let day = FigureNumber(characters, at: month.end + 1), has("日", at: day.end), let monthNumber = Int(month.digits),
        let dayNumber = Int(day.digits), let date = CalendarDate(year: year, month: monthNumber, day: dayNumber)
      else { return (.partOfDate, month.end + 1) }
      return (.date(date), day.end + 1)
    }
    guard has("月", at: number.end), let month = Int(number.digits), (1...12).contains(month),
      let day = FigureNumber(characters, at: number.end + 1), has("日", at: day.end)
    else { return nil }
    return (.partOfDate, day.end + 1)
  }

  /// Returns the year that a number is, or nil; both numbers of 2021—2023年 are years.
  private func calendarYear(_ number: FigureNumber) -> Int? {
    guard number.digits.utf8.count == 4, let year = Int(number.digits), (1900...2100).contains(year) else { return nil }
    let last = rangeEnd(after: number.end)
    return has("年", at: number.end) || last.map { $0.digits.utf8.count == 4 && has("年", at: $0.end) } == true ? year : nil
  }

  /// Returns the percentage, fraction or ratio that begins with a number: 3%, 三分之一, 2:1.
  private func proportion(_ number: FigureNumber) -> Found? {
    if let sign = number.fractionSign { return (.amount(number.digits + sign), number.end) }
    if has("分之", at: number.end), let share = FigureNumber(characters, at: number.end + 2) {
      return (.amount("\(share.digits):\(number.digits)"), share.end)
    }
    guard !number.isChinese, has(":", at: number.end), let other = FigureNumber(characters, at: number.end + 1), !other.isChinese,
      !isMinute(other)
    else { return nil }
    return (.amount("\(number.digits):\(other.digits)"), other.end)
  }

  /// Whether a number after a colon is the minute of a time of the day: 17:30.
  private func isMinute(_ number: FigureNumber) -> Bool {
    number.digits.utf8.count == 2 && has("分", at: number.end) || number.digits == "00" || number.digits == "30"
  }

  /// Returns the number with the unit after it, or after the range that it begins: 100—300万元.
  private func amount(_ number: FigureNumber) -> Found? {
    guard !isPartOfName(number) else { return nil }
    let units = number.isChinese ? FigureUnits.afterChinese : FigureUnits.all
    let start = unitStart(after: number)
    if let end = FigureUnits.end(in: characters, at: start, among: units) {
      guard !number.isChinese || isCount(number, unit: start..<end) else { return nil }
      return (.amount(number.digits + String.text(characters[start..<end])), end)
    }
    // The first number of a range has the unit of the second one.
    guard let second = rangeEnd(after: start),
      let end = FigureUnits.end(in: characters, at: unitStart(after: second), among: units)
    else { return nil }
    return (.amount(number.digits + String.text(characters[unitStart(after: second)..<end])), number.end)
  }

  /// Returns the index at which the unit of a number begins: after a space, and after 余 or 多.
  private func unitStart(after number: FigureNumber) -> Int {
    var index = number.end
    if index < characters.count, characters[index] == " " { index += 1 }
    if index < characters.count, "余多".unicodeScalars.contains(characters[index]) { index += 1 }
    return index
  }

  private func rangeEnd(after start: Int) -> FigureNumber? {
    guard start < characters.count, "-—–~～至到".unicodeScalars.contains(characters[start]) else { return nil }
    let next = start + 1 < characters.count && characters[start + 1] == "—" ? start + 2 : start + 1
    return FigureNumber(characters, at: next)
  }

  /// Whether a number belongs to a name or numbers something: ISO9001, 第3条.
  private func isPartOfName(_ number: FigureNumber) -> Bool {
    guard number.start > 0 else { return false }
    let before = characters[number.start - 1]
    if number.isChinese { return "第每同任统唯某另这那各之其哪".unicodeScalars.contains(before) }
    return before == "第" || before.isASCII && before.properties.isAlphabetic || before == "."
  }

  /// Whether a Chinese number with a unit counts something; 一个 and 一种 often do not, as in 作为一个整体.
  private func isCount(_ number: FigureNumber, unit: Range<Int>) -> Bool {
    guard number.digits == "1" else { return !has("级", at: unit.upperBound) && !has("一体", at: unit.upperBound) }
    let name = String.text(characters[unit])
    // 前一年 and 上一年 name a year, which a check states by its year.
    if name == "年", number.start > 0, "前上后次".unicodeScalars.contains(characters[number.start - 1]) { return false }
    if ["年", "日", "市", "组", "成", "期", "批", "条", "本"].contains(name), has("级", at: unit.upperBound) { return false }
    guard ["个", "种", "次", "批", "条", "日", "组", "成", "份", "张", "款", "片", "支", "本"].contains(name) else { return true }
    let words = ComparisonFinder(characters)
    return words.suffix(at: unit.upperBound, isDate: false) != nil || words.prefix(before: number.start) != nil
      || isLimited(before: number.start)
  }

  /// Whether the phrase before an index limits a number: 只能申报一个项目.
  private func isLimited(before end: Int) -> Bool {
    let phrase = characters[..<end].reversed().prefix(8).prefix { !ComparisonFinder.isPhraseEnd($0) }
    return phrase.contains { "限只仅".unicodeScalars.contains($0) }
  }

  private func has(_ word: String, at index: Int) -> Bool { characters.has(Array(word.unicodeScalars), at: index) }

  /// Returns the ASCII form of a full-width digit or sign.
  private static func halfWidth(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
    switch scalar.value {
    case 0xFF01...0xFF5E where "０１２３４５６７８９％．：".unicodeScalars.contains(scalar):
      Unicode.Scalar(scalar.value - 0xFEE0) ?? scalar
    case 0x2236: ":"
    default: scalar
    }
  }
}

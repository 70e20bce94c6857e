import KepingCore

/// Shifts the years in a plugin's examples and tests to another year.
///
/// A year is recognised by its surroundings: `"2023":`, `rdExpense.2023`, `birthYear: 1982`, `BS2024-41`, `2023年`. Amounts and
/// counts stay unchanged, whatever their digits.
///
/// Dates stay, too: the clauses have them in full, as the guideline does, and they are copied as they are. Only the dates of
/// fields that the program does not mention are shifted with the year.
struct YearShift {
  private let from: Int
  private let to: Int
  /// The names of the fields whose values are shifted: the host's dates and years that no clause compares with a date.
  private let shiftedFields: Set<String>
  /// The largest distance of a year from the guideline's year, unless it is the value of a year field.
  private static let maximumDistance = 10

  /// Creates a shift.
  /// - Parameter program: the text of the program, which says the dates of which fields it reads.
  init(from: Int, to: Int, program: String = "") {
    self.from = from
    self.to = to
    var fields = Set(["submittedAt", "birthDate"].filter { !program.contains($0) })
    // The year and the date of birth must agree.
    if fields.contains("birthDate") { fields.insert("birthYear") }
    shiftedFields = fields
  }

  /// Returns a text with all years shifted.
  func shifted(_ text: String) -> String {
    let old = Array(text.unicodeScalars)
    var new = String.UnicodeScalarView()
    var index = 0
    while index < old.count {
      if let year = year(old, at: index), let length = Self.dateLength(old, at: index) {
        let date = old[index..<(index + length)]
        new.append(contentsOf: shiftedFields.contains(key(of: old, before: index)) ? shifted(date, of: year) : Array(date))
        index += length
      } else if let year = year(old, at: index), isYear(year, in: old, at: index) {
        new.append(contentsOf: String(year - from + to).unicodeScalars)
        index += 4
      } else {
        new.append(old[index])
        index += 1
      }
    }
    return String(new)
  }

  /// Returns a date in another year: the same day, or the day before 29 February if the year has none.
  private func shifted(_ date: ArraySlice<Unicode.Scalar>, of year: Int) -> [Unicode.Scalar] {
    let year = year - from + to
    let rest = date.dropFirst(4)
    let isMissing = rest.elementsEqual("-02-29".unicodeScalars) && CalendarDate.days(in: 2, of: year) < 29
    return Array(String(year).unicodeScalars) + (isMissing ? Array("-02-28".unicodeScalars) : Array(rest))
  }

  /// Returns the number of characters of a date such as `2024-03-01` or `2024年3月1日` at an index, whether or not there is
  /// such a day; nil if there is none, as in the id `BS2024-11-001`.
  private static func dateLength(_ text: [Unicode.Scalar], at index: Int) -> Int? {
    if index > 0, isLetter(text[index - 1]) || "-_".unicodeScalars.contains(text[index - 1]) { return nil }
    var next = index + 4
    func take(_ mark: Unicode.Scalar) -> Bool {
      guard next < text.count, text[next] == mark else { return false }
      next += 1
      return true
    }
    func take(_ counts: ClosedRange<Int>, upTo maximum: Int) -> Bool {
      let digits = text[next...].prefix { isDigit($0) }
      let number = digits.prefix(3).reduce(0) { $0 * 10 + Int($1.value) - 0x30 }
      guard counts.contains(digits.count), (1...maximum).contains(number) else { return false }
      next += digits.count
      return true
    }
    if take("-") { return take(2...2, upTo: 12) && take("-") && take(2...2, upTo: 31) ? next - index : nil }
    return take("年") && take(1...2, upTo: 12) && take("月") ? next - index : nil
  }

  /// Returns the number from 1900 to 2100 of four digits at an index, or nil if they belong to a longer number.
  private func year(_ text: [Unicode.Scalar], at index: Int) -> Int? {
    guard index + 4 <= text.count, text[index..<(index + 4)].allSatisfy(Self.isDigit) else { return nil }
    if index + 4 < text.count, Self.isDigit(text[index + 4]) { return nil }
    if index > 0, Self.isDigit(text[index - 1]) { return nil }
    // These are the decimals of a number.
    if index > 1, text[index - 1] == ".", Self.isDigit(text[index - 2]) { return nil }
    let year = text[index..<(index + 4)].reduce(0) { $0 * 10 + Int($1.value) - 0x30 }
    return (1900...2100).contains(year) ? year : nil
  }

  /// Whether the surroundings of four digits show that they are a year.
  private func isYear(_ year: Int, in text: [Unicode.Scalar], at index: Int) -> Bool {
    let key = key(of: text, before: index)
    if key == "birthYear" { return shiftedFields.contains(key) }
    if key.hasSuffix("ear") { return true }
    guard abs(year - from) <= Self.maximumDistance else { return false }
    let next = index + 4 < text.count ? text[index + 4] : " "
    if next == "年" || isKey(text, after: index + 4) || isPathSegment(text, before: index) { return true }
    if next == "-", index + 5 < text.count, Self.isDigit(text[index + 5]) { return true }
    return year == from && isPartOfID(text, before: index)
  }

  /// Whether a key ends at an index: `2023":`, `2023 =`, `2023"] =`.
  private func isKey(_ text: [Unicode.Scalar], after index: Int) -> Bool {
    let rest = text[index...].prefix(8).drop { "\"']".unicodeScalars.contains($0) }.drop { $0 == " " }
    return rest.first == ":" || rest.first == "="
  }

  /// Whether the digits are a segment of a path: `"applicant.rdExpense.2023"`.
  private func isPathSegment(_ text: [Unicode.Scalar], before index: Int) -> Bool {
    index > 1 && text[index - 1] == "." && Self.isLetter(text[index - 2])
  }

  /// Returns the name of the field whose value begins at an index: `"year": `, `leader.birthYear: `, `birthDate = "`; empty if no
  /// value begins there.
  private func key(of text: [Unicode.Scalar], before index: Int) -> String {
    var rest = text[..<index].suffix(40)
    while let last = rest.last, " \"'".unicodeScalars.contains(last) { rest.removeLast() }
    guard rest.last == ":" || rest.last == "=" else { return "" }
    rest.removeLast()
    while let last = rest.last, " \"']".unicodeScalars.contains(last) { rest.removeLast() }
    var name = String.UnicodeScalarView()
    name.append(contentsOf: rest.reversed().prefix(while: Self.isLetter).reversed())
    return String(name)
  }

  /// Whether the digits are part of an id: `BS2024`, `demo-2024`.
  private func isPartOfID(_ text: [Unicode.Scalar], before index: Int) -> Bool {
    guard index > 0 else { return false }
    if Self.isLetter(text[index - 1]) { return true }
    return index > 1 && (text[index - 1] == "-" || text[index - 1] == "_")
      && (Self.isLetter(text[index - 2]) || Self.isDigit(text[index - 2]))
  }

  private static func isDigit(_ scalar: Unicode.Scalar) -> Bool { ("0"..."9").contains(scalar) }
  private static func isLetter(_ scalar: Unicode.Scalar) -> Bool { (0x61...0x7A).contains(scalar.value | 0x20) }
}

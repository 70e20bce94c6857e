/// Shifts the years in a plugin's examples and tests to another year.
///
/// A year is recognised by its surroundings: `"2023":`, `rdExpense.2023`, `birthYear: 1982`, `2024-03-01`, `BS2024-41`,
/// `2023年`. Amounts and counts stay unchanged, whatever their digits.
struct YearShift {
  private let from: Int
  private let to: Int
  /// The largest distance of a year from the guideline's year, unless it is the value of a year field.
  private static let maximumDistance = 10

  init(from: Int, to: Int) {
    self.from = from
    self.to = to
  }

  /// Returns a text with all years shifted.
  func shifted(_ text: String) -> String {
    let old = Array(text.unicodeScalars)
    var new = String.UnicodeScalarView()
    var index = 0
    while index < old.count {
      if let year = year(old, at: index), isYear(year, in: old, at: index) {
        new.append(contentsOf: String(year - from + to).unicodeScalars)
        index += 4
      } else {
        new.append(old[index])
        index += 1
      }
    }
    return String(new)
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
    if isValueOfYear(text, before: index) { return true }
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

  /// Whether the digits are the value of a year, or begin the date of birth: `"year": `, `leader.birthYear: `, `birthDate = "`.
  ///
  /// The year and the date of birth must agree.
  private func isValueOfYear(_ text: [Unicode.Scalar], before index: Int) -> Bool {
    var rest = text[..<index].suffix(40)
    while let last = rest.last, " \"'".unicodeScalars.contains(last) { rest.removeLast() }
    guard rest.last == ":" || rest.last == "=" else { return false }
    rest.removeLast()
    while let last = rest.last, " \"']".unicodeScalars.contains(last) { rest.removeLast() }
    return ["ear", "birthDate"].contains { rest.suffix($0.unicodeScalars.count).elementsEqual($0.unicodeScalars) }
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

import KepingCore

/// The heading of a column, split into its name and unit.
struct Heading: Sendable, Equatable {
  /// A year in a heading.
  enum Year: Sendable, Hashable {
    /// A calendar year.
    case absolute(Int)
    /// A number of years before the year of the guideline: 1 for 上年度.
    case before(Int)

    /// Returns the calendar year, given the year of the guideline.
    func value(for year: Int) -> Int {
      switch self {
      case .absolute(let year): year
      case .before(let count): year - count
      }
    }
  }

  /// The text in the sheet without white space.
  let text: String
  /// The normalised name without its unit; see ``key(_:)``.
  let key: String
  /// The unit in the heading, or nil if it has none.
  let unit: Unit?
  /// Whether the unit stands at the end of the name without brackets or a slash.
  let hasBareUnit: Bool

  /// Creates a heading from its parts.
  init(text: String, key: String, unit: Unit?, hasBareUnit: Bool = false) {
    self.text = text
    self.key = key
    self.unit = unit
    self.hasBareUnit = hasBareUnit
  }

  /// Parses the text of a heading.
  init(_ text: String) {
    self.text = text.split(whereSeparator: \.isWhitespace).joined()
    var key = Self.key(text)
    unit = Self.takeUnit(from: &key)
    self.key = key
    hasBareUnit = false
  }

  /// Returns whether a key is the heading of serial numbers.
  static func isSerial(_ key: String) -> Bool { ["序号", "no", "no."].contains(key) }

  /// The key without its year, and that year; nil if the key contains no year.
  var withoutYear: (key: String, year: Year)? {
    var characters = Array(key)
    for (terms, year) in Self.relativeYears {
      for term in terms where key.contains(term) {
        return (Self.trimmed(key.replacing(term, with: "")), year)
      }
    }
    var start = 0
    while start + 4 <= characters.count {
      let digits = characters[start..<(start + 4)]
      let isAlone =
        (start == 0 || !characters[start - 1].isNumber) && (start + 4 == characters.count || !characters[start + 4].isNumber)
      if isAlone, digits.allSatisfy({ $0.isASCII && $0.isNumber }), let year = Int(String(digits)), (1900...2199).contains(year) {
        var end = start + 4
        for suffix in ["年度", "年"] where characters[end...].starts(with: suffix) {
          end += suffix.count
          break
        }
        characters.removeSubrange(start..<end)
        return (Self.trimmed(String(characters)), .absolute(year))
      }
      start += 1
    }
    return nil
  }

  /// Terms for years relative to the year of the guideline; longer ones first.
  private static let relativeYears: [([String], Year)] = [
    (["上上年度", "上上年"], .before(2)), (["上一年度", "上年度", "上一年", "上年", "去年"], .before(1)), (["前年度", "前年"], .before(2)),
    (["本年度", "本年", "当年"], .before(0)),
  ]

  private static func trimmed(_ text: String) -> String {
    // Searching is slow, and most names have no brackets.
    var text = text.utf8.contains(UInt8(ascii: "(")) ? text.replacing("()", with: "") : text
    while let last = text.last, "._-:".contains(last) { text.removeLast() }
    while let first = text.first, "._-:的".contains(first) { text.removeFirst() }
    return text
  }

  /// Returns a name normalised for comparison: in half-width characters and lower case, without white space, quotes,
  /// commas and marks for required fields.
  static func key(_ text: String) -> String {
    var key = ""
    for scalar in text.unicodeScalars {
      var scalar = scalar
      if (0xFF01...0xFF5E).contains(scalar.value) { scalar = Unicode.Scalar(scalar.value - 0xFEE0) ?? scalar }
      switch scalar {
      case "【", "〔", "[": key.append("(")
      case "】", "〕", "]": key.append(")")
      case "*", "※", "“", "”", "‘", "’", "\"", "'", "、", "，", ",": break
      case _ where scalar.properties.isWhitespace || scalar.properties.generalCategory == .format: break
      case _ where scalar.properties.generalCategory == .control: break
      default: key.unicodeScalars.append(scalar)
      }
    }
    key = key.lowercased()
    // Searching is slow, and most names have no brackets.
    guard key.utf8.contains(UInt8(ascii: "(")) else { return key }
    for mark in ["(必填)", "(选填)", "(可选)", "(是/否)", "(是否)", "(有/无)", "(文本)"] { key = key.replacing(mark, with: "") }
    return key
  }

  /// Removes a unit in brackets or after a slash from a key, and returns it.
  private static func takeUnit(from key: inout String) -> Unit? {
    guard key.utf8.contains(where: { $0 == UInt8(ascii: ")") || $0 == UInt8(ascii: "/") }) else { return nil }
    for (name, unit) in Unit.all.map({ ($0.name, $0) }) + Unit.shortNames {
      for notation in ["(\(name))", "(单位:\(name))", "/\(name)"] where key.contains(notation) {
        if notation.hasPrefix("/"), !key.hasSuffix(notation) { continue }
        key = key.replacing(notation, with: "")
        return unit
      }
      // With something else in the brackets, such as （2023年，万元）; the key no longer has the comma.
      let tail = "\(name))"
      if unit.measure == .money, key.hasSuffix(tail), let open = key.lastIndex(of: "("), !key.hasSuffix("(" + tail) {
        let inner = key[key.index(after: open)...].dropLast(tail.count)
        let rest = inner.replacing("单位:", with: "")
        guard rest.isEmpty || rest.hasSuffix("年") || rest.hasSuffix("年度") else { continue }
        key = String(key[..<open]) + String(rest)
        return unit
      }
    }
    return nil
  }
}

extension Unit {
  /// The short names of units of money, such as 万 for 万元 in 500万.
  static let shortNames: [(String, Unit)] = all.filter { $0.measure == .money && $0.name.count > 1 }.map {
    (String($0.name.dropLast()), $0)
  }
}

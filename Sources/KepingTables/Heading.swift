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

  /// The maximum number of bytes of the text of a heading; a longer text is the name of no field.
  static let maximumLength = 1000

  /// Parses the text of a heading.
  init(_ text: String) {
    var key = text
    var unit: Unit?
    if text.utf8.count <= Self.maximumLength {
      key = Self.key(text)
      unit = Self.takeUnit(from: &key)
    }
    self.init(text: text.split(whereSeparator: \.isWhitespace).joined(), key: key, unit: unit)
  }

  /// Returns whether a key is the heading of serial numbers.
  static func isSerial(_ key: String) -> Bool { ["序号", "no", "no."].contains(key) }

  /// The key without its year, and that year; nil if the key contains no year.
  var withoutYear: (key: String, year: Year)? {
    // Searching is slow, and most headings have no year.
    let bytes = Bytes(key.utf8)
    let mayBeRelative = bytes.contains(Self.yearMark)
    guard mayBeRelative || Self.hasFourDigits(bytes) else { return nil }
    var characters = Array(key)
    for (terms, year) in Self.relativeYears where mayBeRelative {
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

  /// The character 年, which every term for a year has.
  private static let yearMark = Bytes("年".utf8)

  private static func hasFourDigits(_ bytes: Bytes) -> Bool {
    var count = 0
    for byte in bytes {
      count = (0x30...0x39).contains(byte) ? count + 1 : 0
      if count == 4 { return true }
    }
    return false
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
      // Most characters are Chinese or ASCII letters and digits, and looking up the properties of a character takes time.
      if (0x4E00...0x9FFF).contains(scalar.value) || (0x30...0x39).contains(scalar.value) || (0x61...0x7A).contains(scalar.value)
      {
        key.unicodeScalars.append(scalar)
        continue
      }
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
    let bytes = Bytes(key.utf8)
    for mark in marks where bytes.contains(Bytes(mark.utf8)) { key = key.replacing(mark, with: "") }
    return key
  }

  /// Brackets that say how to fill in the column.
  private static let marks = ["(必填)", "(选填)", "(可选)", "(是/否)", "(是否)", "(有/无)", "(文本)"]

  /// Removes a unit in brackets or after a slash from a key, and returns it.
  private static func takeUnit(from key: inout String) -> Unit? {
    guard key.utf8.contains(where: { $0 == UInt8(ascii: ")") || $0 == UInt8(ascii: "/") }) else { return nil }
    let bytes = Bytes(key.utf8)
    // The key need not be searched for each unit: the texts in brackets are compared with all of them at once.
    let brackets = innermostBrackets(of: bytes)
    for notation in unitNotations {
      for text in [notation.bracketed, notation.labelled] where brackets.contains(text) {
        key = key.replacing(String(decoding: [0x28] + text + [0x29], as: UTF8.self), with: "")
        return notation.unit
      }
      if bytes.ends(with: notation.afterSlash) {
        key = key.replacing(String(decoding: notation.afterSlash, as: UTF8.self), with: "")
        return notation.unit
      }
      // With something else in the brackets, such as （2023年，万元）; the key no longer has the comma.
      if notation.unit.measure == .money, bytes.ends(with: notation.tail), let open = key.lastIndex(of: "("),
        !bytes.ends(with: [0x28] + notation.tail)
      {
        let inner = key[key.index(after: open)...].dropLast(notation.name.count + 1)
        let rest = inner.replacing("单位:", with: "")
        guard rest.isEmpty || rest.hasSuffix("年") || rest.hasSuffix("年度") else { continue }
        key = String(key[..<open]) + String(rest)
        return notation.unit
      }
    }
    return nil
  }

  /// The ways in which a heading states a unit.
  private struct UnitNotation {
    let name: String
    let unit: Unit
    /// The text in brackets, such as 万元.
    let bracketed: Bytes
    /// The text in brackets with a label, such as 单位:万元.
    let labelled: Bytes
    /// The text at the end, such as /万元.
    let afterSlash: Bytes
    /// The end of brackets with other text, such as 万元).
    let tail: Bytes

    init(_ name: String, _ unit: Unit) {
      self.name = name
      self.unit = unit
      bracketed = Bytes(name.utf8)
      labelled = Bytes("单位:\(name)".utf8)
      afterSlash = Bytes("/\(name)".utf8)
      tail = Bytes("\(name))".utf8)
    }
  }

  private static let unitNotations =
    Unit.all.map { UnitNotation($0.name, $0) } + Unit.shortNames.map { UnitNotation($0.0, $0.1) }

  /// Returns the texts in brackets that contain no brackets.
  private static func innermostBrackets(of key: Bytes) -> Set<Bytes> {
    var found: Set<Bytes> = []
    var start: Int?
    for (index, byte) in key.enumerated() {
      if byte == UInt8(ascii: "(") {
        start = index + 1
      } else if byte == UInt8(ascii: ")"), let opened = start {
        found.insert(Bytes(key[opened..<index]))
        start = nil
      }
    }
    return found
  }
}

extension Bytes {
  /// Returns whether the bytes end with others.
  fileprivate func ends(with end: Bytes) -> Bool { count >= end.count && self[(count - end.count)...].elementsEqual(end) }
}

extension Unit {
  /// The short names of units of money, such as 万 for 万元 in 500万.
  static let shortNames: [(String, Unit)] = all.filter { $0.measure == .money && $0.name.count > 1 }.map {
    (String($0.name.dropLast()), $0)
  }
}

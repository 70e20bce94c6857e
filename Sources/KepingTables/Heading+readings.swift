import KepingCore

extension Heading {
  /// Returns the readings of the text of a heading, from the most literal one to the least.
  ///
  /// The first one is the text itself. The next leaves out what only says how to fill in the column, such as （盖章） or
  /// an ordinal. The last one takes a unit of money or a percent sign at the end, as in 研发投入2023万元.
  static func readings(of text: String) -> [Heading] {
    var readings = [Heading(text)]
    // A longer text is no heading of a field, and searching it for brackets could take long.
    guard text.utf8.count <= maximumLength else { return readings }
    let key = withoutNotes(readings[0].key)
    let plain = withoutOrdinal(text).map { withoutNotes(Heading($0).key) } ?? key
    if plain != readings[0].key { readings.append(Heading(text: readings[0].text, key: plain, unit: readings[0].unit)) }
    if readings[0].unit == nil, plain.hasSuffix("元"), let unit = bareUnits.first(where: { plain.hasSuffix($0.name) }) {
      var rest = plain.dropLast(unit.name.count)
      if rest.hasSuffix("单位:") { rest = rest.dropLast(3) }
      while let last = rest.last, ":-_(/".contains(last) { rest.removeLast() }
      readings.append(Heading(text: readings[0].text, key: String(rest), unit: unit, hasBareUnit: true))
    }
    if let percent = percentReading(plain, text: readings[0].text) { readings.append(percent) }
    return readings
  }

  /// Returns the reading of a key that ends with a percent sign, with or without brackets; nil for other keys.
  private static func percentReading(_ key: String, text: String) -> Heading? {
    guard let end = percentEnds.first(where: key.hasSuffix) else { return nil }
    return Heading(text: text, key: String(key.dropLast(end.count)), unit: Unit.usual(.percent), hasBareUnit: true)
  }

  /// The ways in which a key states percent at its end, longer ones first.
  private static let percentEnds = ["(单位:%)", "(%)", "/%", "%"]

  /// The units of money, longer names first.
  private static let bareUnits = Unit.all.filter { $0.measure == .money }

  /// Returns a key without brackets that say how to fill in the column, and without a colon at the end.
  private static func withoutNotes(_ key: String) -> String {
    var key = key
    while key.utf8.last == UInt8(ascii: ":") { key.removeLast() }
    guard key.utf8.contains(UInt8(ascii: "(")) else { return key }
    var from = key.startIndex
    while let open = key[from...].firstIndex(of: "("), let close = key[open...].firstIndex(of: ")") {
      let inner = key[key.index(after: open)..<close]
      if isNote(inner) {
        key.removeSubrange(open...close)
        from = key.startIndex
      } else {
        from = key.index(after: open)
      }
    }
    return key
  }

  /// Returns whether the text in brackets only says how to fill in the column.
  private static func isNote(_ text: Substring) -> Bool {
    if text.utf8.count <= 60, notes.contains(String(text)) { return true }
    if examples.contains(where: text.hasPrefix) { return true }
    // A year may be part of the name.
    guard instructions.contains(where: text.hasPrefix) || endings.contains(where: text.hasSuffix) else { return false }
    return !text.split { !$0.isNumber }.contains { $0.count == 4 }
  }

  private static let notes: Set<String> = [
    "盖章", "公章", "签章", "盖公章", "加盖公章", "单位盖章", "单位公章", "盖单位公章", "加盖单位公章", "企业盖章", "章", "全称", "单位全称", "企业全称", "必填项", "选填项", "单选",
    "多选",
    "可多选", "下拉选择", "如有", "若有", "文本格式", "18位", "6位",
  ]
  private static let examples = ["如:", "如20", "如4", "例:", "例如", "格式"]
  private static let instructions = ["请", "须", "需填", "应填", "填写", "填报", "可填", "限填", "从下拉"]
  private static let endings = ["字以内", "字以下", "字", "一致", "为准"]

  /// Returns a text without an ordinal before it, such as `1.`, `（1）` or `一、`, or nil if it has none.
  private static func withoutOrdinal(_ text: String) -> String? {
    var rest = text.drop(while: \.isWhitespace)
    let isBracketed = rest.first.map { "(（".contains($0) } ?? false
    if isBracketed { rest.removeFirst() }
    let number = rest.prefix { $0.isASCII && $0.isNumber || "一二三四五六七八九十".contains($0) }
    guard (1...2).contains(number.count) else { return nil }
    rest = rest.dropFirst(number.count)
    guard let mark = rest.first, (isBracketed ? ")）" : "、.．)）").contains(mark) else { return nil }
    rest.removeFirst()
    // For example 1.5 is no ordinal, but the one in （3）2023年研发投入 is.
    return rest.first.map { $0.isNumber && !isBracketed } ?? true ? nil : String(rest)
  }
}

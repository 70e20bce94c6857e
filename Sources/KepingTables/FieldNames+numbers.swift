import KepingCore

extension FieldNames {
  /// The maximum number of an element in numbered columns.
  private static let maximumNumber = 200

  /// Returns the target of a column for one element of a list: `联合申报单位1单位名称`, `第二合作单位名称`, `partners[0].name`,
  /// `已取得的科研成果2`.
  func numberedTarget(_ key: String) -> Target? {
    var key = key[...]
    var ordinal: Int?
    if key.first == "第" {
      var rest = key.dropFirst()
      ordinal = Self.takeLeadingNumber(from: &rest, isPath: false)
      if rest.hasPrefix("个") || rest.hasPrefix("家") { rest.removeFirst() }
      if ordinal != nil { key = rest }
    }
    // Comparing bytes first is faster than comparing characters.
    for (node, names) in longestListNames {
      for name in names where key.utf8.starts(with: name.utf8) && key.hasPrefix(name) {
        var rest = key.dropFirst(name.count)
        var number = ordinal ?? Self.takeLeadingNumber(from: &rest, isPath: name.utf8.count == name.count)
        if number == nil { number = Self.takeTrailingNumber(from: &rest) }
        // Without a number, a column such as 项目组成员姓名 may have the names of all of them.
        if number == nil, schema.nodes[node].isUnmentioned { continue }
        if let child = child(String(rest.filter { !Self.separators.contains($0) }), of: node) {
          return .member(list: node, number: number ?? 1, child: child)
        }
      }
    }
    for (node, names) in textLists {
      for name in names where key.utf8.starts(with: name.utf8) && key.hasPrefix(name) {
        var rest = key.dropFirst(name.count)
        if let number = ordinal ?? Self.takeLeadingNumber(from: &rest, isPath: name.utf8.count == name.count), rest.isEmpty {
          return .texts(node, number)
        }
      }
    }
    return nil
  }

  /// Removes a number such as `1`, `(1)`, `一`, `(二)`, `十一` or `③` from the beginning of a text.
  ///
  /// Numbers in the brackets of a path start at 0.
  ///
  /// - Returns: the 1-based number, or nil if there is none.
  private static func takeLeadingNumber(from rest: inout Substring, isPath: Bool) -> Int? {
    let isBracketed = rest.hasPrefix("(")
    var body = isBracketed ? rest.dropFirst() : rest
    guard let number = takeDigits(from: &body) ?? takeChineseNumber(from: &body) else { return nil }
    if isBracketed {
      guard body.first == ")" else { return nil }
      body.removeFirst()
    }
    rest = body
    return isBracketed && isPath ? number + 1 : max(1, number)
  }

  /// Removes a number of one to four ASCII digits, unless it exceeds the maximum.
  private static func takeDigits(from rest: inout Substring) -> Int? {
    let written = rest.prefix { $0.isASCII && $0.isNumber }
    guard !written.isEmpty, written.count <= 4, let number = Int(written), number <= maximumNumber else { return nil }
    rest = rest.dropFirst(written.count)
    return number
  }

  /// Removes a Chinese number up to 二十, or a circled one up to ⑳.
  private static func takeChineseNumber(from rest: inout Substring) -> Int? {
    guard let first = rest.first else { return nil }
    if let scalar = first.unicodeScalars.first, (0x2460...0x2473).contains(scalar.value) {
      rest.removeFirst()
      return Int(scalar.value) - 0x245F
    }
    let digits = Array("一二三四五六七八九")
    if let index = digits.firstIndex(of: first) {
      rest.removeFirst()
      guard first == "二", rest.first == "十" else { return index + 1 }
      rest.removeFirst()
      return 20
    }
    guard first == "十" else { return nil }
    rest.removeFirst()
    guard let next = rest.first, let index = digits.firstIndex(of: next) else { return 10 }
    rest.removeFirst()
    return 11 + index
  }

  /// Removes a number from the end of a text.
  private static func takeTrailingNumber(from rest: inout Substring) -> Int? {
    let digits = rest.reversed().prefix { $0.isASCII && $0.isNumber }
    guard !digits.isEmpty, digits.count <= 4, let number = Int(String(digits.reversed())), number <= maximumNumber else {
      return nil
    }
    rest = rest.dropLast(digits.count)
    return max(1, number)
  }
}

import KepingCore

/// The units after numbers that make them figures.
enum FigureUnits {
  /// The units after Arabic numbers, the longest first.
  static let all: [[Unicode.Scalar]] = sorted(
    Unit.all.map(\.name) + counters + [
      "万", "亿", "千元", "百元", "百万元", "千万元", "美元", "万美元", "年度", "级", "类", "届", "期", "轮", "门", "部", "册", "遍", "只", "颗", "棵", "度", "分",
      "米", "千米", "公里", "毫米", "厘米", "平方米", "平方公里", "立方米", "公顷", "克", "千克", "公斤", "升", "千瓦", "兆瓦", "千瓦时", "伏", "赫兹", "个百分点", "百分点",
      "%", "‰", "m²", "㎡", "km", "kg", "kW", "MW", "℃", "mm", "cm",
    ])

  /// The units after Chinese numbers: fewer, since 三级, 四大 and 十分 are parts of words.
  static let afterChinese: [[Unicode.Scalar]] = sorted(
    Unit.all.map(\.name) + counters.filter { !["县", "市", "村", "镇", "乡"].contains($0) } + ["万美元", "期", "轮"])

  private static let counters = [
    "个月", "月", "年", "周", "日", "个工作日", "工作日", "周岁", "岁", "倍", "位", "份", "张", "本", "支", "组", "间", "栋", "座", "校", "届", "个县", "县",
    "市", "村",
    "镇", "乡", "所", "片", "款", "成", "家次", "例次",
  ]

  /// Returns the index after the unit that begins at an index, or nil if none does.
  static func end(in text: [Unicode.Scalar], at start: Int, among units: [[Unicode.Scalar]]) -> Int? {
    guard let unit = units.first(where: { text.has($0, at: start) }) else { return nil }
    let end = start + unit.count
    // 1万亩: a number of ten thousand has its unit after 万.
    guard unit.count == 1, "万亿".unicodeScalars.contains(unit[0]), let next = units.first(where: { text.has($0, at: end) })
    else {
      return end
    }
    return end + next.count
  }

  private static func sorted(_ names: [String]) -> [[Unicode.Scalar]] {
    let units = Set(names).map { Array($0.unicodeScalars) }
    return units.sorted { ($1.count, String.text($0)) < ($0.count, String.text($1)) }
  }
}

extension String {
  /// Returns a text of characters.
  static func text(_ scalars: some Sequence<Unicode.Scalar>) -> String {
    var result = String.UnicodeScalarView()
    result.append(contentsOf: scalars)
    return String(result)
  }
}

extension [Unicode.Scalar] {
  /// Whether a word begins at an index, which may be outside of the text.
  func has(_ word: [Unicode.Scalar], at index: Int) -> Bool {
    index >= 0 && index + word.count <= count && word.indices.allSatisfy { self[index + $0] == word[$0] }
  }
}

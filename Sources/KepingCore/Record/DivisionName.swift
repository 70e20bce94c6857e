/// The notations of the name of an administrative division, in UTF-8.
enum DivisionName {
  /// Words at the end of a name that say what kind of division it is; longer ones first.
  private static let kinds = words("特别行政区 自治区 自治州 自治县 自治旗 地区 特区 省 市 盟 县 旗 区")

  /// Names with short forms that the kinds do not yield, each before its short form.
  private static let otherShortNames = words("神农架林区 神农架 浦东新区 浦东 滨海新区 滨海 沈北新区 沈北 两江新区 两江")

  /// Words of a selection list in place of a prefecture, which are no names.
  private static let placeholders = ["省直辖县级行政区划", "省直辖县级行政单位", "自治区直辖县级行政区划", "自治区直辖县级行政单位", "市辖区"]

  /// The nationalities in the names of autonomous divisions.
  private static let nationalities = words(
    """
    各族 柯尔克孜族 柯尔克孜 维吾尔族 维吾尔 哈萨克族 哈萨克 塔吉克族 塔吉克 达斡尔族 鄂温克族 朝鲜族 土家族 布依族 景颇族 傈僳族 独龙族 普米族 纳西族 拉祜族 布朗族 哈尼族
    撒拉族 东乡族 保安族 裕固族 仡佬族 毛南族 仫佬族 蒙古族 蒙古 锡伯族 锡伯 壮族 回族 苗族 侗族 藏族 羌族 彝族 水族 瑶族 傣族 怒族 白族 佤族 黎族 畲族 满族 土族
    """)

  /// Returns the words of a text, in UTF-8.
  private static func words(_ text: String) -> [Bytes] {
    text.utf8.split { $0 == 0x20 || $0 == 0x0A }.map { Bytes($0) }
  }

  /// The number of bytes of one character of a name.
  static let characterSize = 3

  /// Returns a name as it is compared: without white space, and without the separators and placeholders between the names
  /// of a path such as 海南省/省直辖县级行政区划/琼海市.
  static func normalised(_ name: String) -> Bytes {
    // Usually there are only Chinese characters.
    if !name.unicodeScalars.allSatisfy({ (0x4E00...0x9FFF).contains($0.value) }) {
      let scalars = name.unicodeScalars.filter { !$0.properties.isWhitespace && !separators.contains($0) }
      return withoutPlaceholders(String(String.UnicodeScalarView(scalars)))
    }
    return withoutPlaceholders(name)
  }

  private static let separators = Set("-－—–/／\\·•>,，、".unicodeScalars)

  private static func withoutPlaceholders(_ name: String) -> Bytes {
    var name = name
    // A name of a division ends with it at most, and so do nearly all texts.
    if name.unicodeScalars.contains("辖") {
      for placeholder in placeholders where !name.hasSuffix(placeholder) { name = name.replacing(placeholder, with: "") }
    }
    return Bytes(name.utf8)
  }

  /// Returns the short forms of a name: 平果 for 平果市, and 隆林, 隆林县 and 隆林自治县 for 隆林各族自治县.
  ///
  /// A name keeps at least two characters.
  static func shortened(_ name: Bytes) -> [Bytes] {
    if let index = otherShortNames.firstIndex(of: name), index.isMultiple(of: 2) { return [otherShortNames[index + 1]] }
    guard let kind = kinds.first(where: { name.ends(with: $0) }) else { return [] }
    var base = name[..<(name.count - kind.count)]
    guard base.count >= 2 * characterSize else { return [] }
    guard kind.starts(with: "自治".utf8) else { return [Bytes(base)] }
    while let nationality = nationalities.first(where: { base.ends(with: $0) && base.count >= $0.count + 2 * characterSize }) {
      base = base.dropLast(nationality.count)
    }
    // For example 鄂温克 of 鄂温克族自治旗.
    if base.ends(with: Bytes("族".utf8)), nationalities.contains(Bytes(base)) { base = base.dropLast(characterSize) }
    let short = Bytes(base)
    // 广西区 is not usual.
    if kind.ends(with: Bytes("区".utf8)) { return [short, short + kind] }
    return [short, short + kind, short + Bytes(kind.suffix(characterSize))]
  }
}

extension RandomAccessCollection<UInt8> {
  /// Returns whether the bytes end with others.
  fileprivate func ends(with end: Bytes) -> Bool { suffix(end.count).elementsEqual(end) }
}

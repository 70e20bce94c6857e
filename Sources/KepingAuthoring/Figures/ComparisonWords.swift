import KepingCore

/// The words with which guidelines compare a value with a figure.
///
/// 以上, 以下, 以内 include the figure, and 超过, 不满, 以外 exclude it: Civil Code (民法典), article 1259.
enum ComparisonWords {
  typealias Word = (characters: [Unicode.Scalar], meanings: Set<Comparison>)

  /// Words after a figure, the longest first.
  static let suffixes: [Word] = words([
    ("及以上", [.atLeast]), ("或以上", [.atLeast]), ("以上", [.atLeast]), ("及以下", [.atMost]), ("或以下", [.atMost]), ("以下", [.atMost]),
    ("以内", [.atMost]), ("之内", [.atMost]), ("以外", [.moreThan]), ("封顶", [.atMost]),
  ])

  /// Words after a day, a year or a month, the longest first; whether they include the day is not fixed by law.
  static let dateSuffixes: [Word] = words([
    ("及以后", [.atLeast]), ("及以前", [.atMost]), ("以后", [.atLeast, .moreThan]), ("之后", [.atLeast, .moreThan]),
    ("以前", [.atMost, .lessThan]), ("之前", [.atMost, .lessThan]), ("以来", [.atLeast]), ("前", [.atMost, .lessThan]),
    ("后", [.atLeast, .moreThan]), ("起", [.atLeast]), ("止", [.atMost]),
  ])

  /// Words after a figure that must follow it at once, since they are parts of other words elsewhere.
  static let shortSuffixes: [Word] = words([("内", [.atMost])])

  /// Words before a figure, the longest first; a negation before them turns the meaning round.
  static let prefixes: [Word] = words([
    ("超过", [.moreThan]), ("高于", [.moreThan]), ("大于", [.moreThan]), ("多于", [.moreThan]), ("低于", [.lessThan]),
    ("少于", [.lessThan]), ("小于", [.lessThan]), ("早于", [.lessThan]), ("晚于", [.moreThan]), ("迟于", [.moreThan]),
    ("不足", [.lessThan]), ("不满", [.lessThan]), ("未满", [.lessThan]), ("至少", [.atLeast]), ("最少", [.atLeast]),
    ("至多", [.atMost]), ("最多", [.atMost]), ("达到", [.atLeast]),
  ])

  /// Words that turn the meaning of a prefix round: 不超过, 不得低于.
  static let negations: [[Unicode.Scalar]] =
    ["不得", "不可", "不能", "不应", "不宜", "不许", "不", "未", "没有"].map { Array($0.unicodeScalars) }

  /// Words that are comparisons even without a figure: 市级以上.
  static let standing: Set<String> = ["以上", "及以上", "或以上", "以下", "及以下", "或以下", "以内", "以后", "以前"]

  /// Words after 以上 and 以下 that make them refer to the text itself: 以下条件.
  static let references: [[Unicode.Scalar]] = [
    "条件", "材料", "要求", "情形", "情况", "规定", "内容", "简称", "领域", "方向", "之一", "几", "任", "方面", "事项", "项目", "各项", "所述", "均", "统称", "单位",
  ].map { Array($0.unicodeScalars) }

  /// Words that exclude who meets what is before them, so that the check asks for the opposite: 逾期2年以上的不得申报.
  static let exclusions = ["不得", "不予", "不能", "不可", "不受理", "不接受", "除外", "禁止", "取消", "不再", "无需", "不需"]

  /// Returns the comparison that holds if another one does not.
  static func negated(_ comparison: Comparison) -> Comparison {
    switch comparison {
    case .atLeast: .lessThan
    case .lessThan: .atLeast
    case .moreThan: .atMost
    case .atMost: .moreThan
    }
  }

  private static func words(_ words: [(String, Set<Comparison>)]) -> [Word] {
    words.map { (Array($0.0.unicodeScalars), $0.1) }
  }
}

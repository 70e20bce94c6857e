import KepingCore

/// A fault in a setting of `selection` or `rulings`.
enum SettingFault: SelectionFault {
  /// A text is none of those that a setting takes.
  case unknownValue(String, setting: String, known: [String])
  /// An amount of money has no unit.
  case budgetWithoutUnit(String)
  /// An amount of money is not a number with a unit.
  case notABudget(String)
  /// A number is not written in decimal digits.
  case notADecimal(String)
  /// A number has more decimals than it may have.
  case tooManyDecimals(String, most: Int)
  /// A number is not in its range.
  case outOfRange(String, range: ClosedRange<Int>)
  /// A bound is not a whole number, or one with a unit.
  case notABound(String, most: Int)
  /// A text is blank.
  case blank(String)
  /// A text is too long, or cannot be shown.
  case unprintable(Wording)
  /// There are too many limits.
  case tooManyLimits(most: Int)

  var code: String {
    switch self {
    case .unknownValue: "unknown-value"
    case .budgetWithoutUnit, .notABudget, .notABound: "invalid-bound"
    case .notADecimal: "wrong-type"
    case .tooManyDecimals, .outOfRange: "out-of-range"
    case .blank, .unprintable: "invalid-text"
    case .tooManyLimits: "too-complex"
    }
  }

  var wording: Wording {
    switch self {
    case .unknownValue(let text, let setting, let known):
      Wording(
        "\(setting) 不能是“\(text)”，可以是 \(known.joined(separator: "、"))",
        "\(setting) cannot be '\(text)'; use \(known.joined(separator: ", "))"
      ).suggesting(text, among: known)
    case .budgetWithoutUnit(let text):
      Wording(
        "经费“\(text)”要写单位，不然不知道是元还是万元：如 \(text)万元",
        "the budget '\(text)' needs a unit, because it may be in 元 or 万元: write \(text)万元, for example")
    case .notABudget(let text):
      Wording(
        "经费“\(text)”应写作数字加单位元、万元或亿元，如 500万元", "the budget '\(text)' must be a number with the unit 元, 万元 or 亿元, such as 500万元")
    case .notADecimal(let text):
      Wording("数“\(text)”应写作 60 或 60.5 这样的十进制数", "the number '\(text)' must be a decimal such as 60 or 60.5")
    case .tooManyDecimals(let text, let most):
      Wording("“\(text)”的小数位数太多，最多\(most)位", "'\(text)' has too many decimals; at most \(most) are possible")
    case .outOfRange(let text, let range):
      Wording(
        "数值\(text)超出范围（\(range.lowerBound)至\(range.upperBound)）",
        "\(text) is out of range (\(range.lowerBound) to \(range.upperBound))")
    case .notABound(let text, let most):
      Wording(
        "限项的个数“\(text)”应写作0至\(most)的整数，如 1 或 1项",
        "the bound '\(text)' of a limit must be a whole number from 0 to \(most), such as 1 or 1项")
    case .blank(let name): Wording("\(name) 不能是空白", "'\(name)' must not be blank")
    case .unprintable(let problem): problem
    case .tooManyLimits(let most): Wording("限项超过\(most)条", "there are more than \(most) limits")
    }
  }
}

/// A fault in how scores are weighed and how the panel's scores are taken.
enum ScoreFault: SelectionFault {
  /// The weights of the scores are not 100 together.
  case wrongWeights(rules: String, panel: String, sum: String)
  /// The maxima of the items are not 100 together.
  case wrongMaxima(sum: String)
  /// An item has a maximum of 0.
  case maximumOfZero
  /// The id or the title of an item is the name of another column of the panel's sheets.
  case takenName(String, by: String)
  /// So many of the highest and lowest scores are left out that none may be left.
  case trimsTooMany(trim: Int, from: Int)
  /// `trim` and `trim-from` do not stand together.
  case missingTrim(String, beside: String, example: Int)

  var code: String {
    switch self {
    case .wrongWeights, .wrongMaxima: "wrong-sum"
    case .maximumOfZero, .trimsTooMany: "out-of-range"
    case .takenName: "duplicate-key"
    case .missingTrim: "missing-key"
    }
  }

  var wording: Wording {
    switch self {
    case .wrongWeights(let rules, let panel, let sum):
      Wording(
        "rules \(rules) 和 panel \(panel) 合计是\(sum)，应是100（没有写的按0）：如 score: { rules: 40, panel: 60 }",
        "rules \(rules) and panel \(panel) are \(sum) together and must be 100 (one that is not given is 0): score: { rules: 40, panel: 60 }, for example"
      )
    case .wrongMaxima(let sum):
      Wording("各评分项的 max 合计是\(sum)，应是100，请改 max", "the max of all items are \(sum) together and must be 100; change them")
    case .maximumOfZero: Wording("评分项的 max 应大于0", "the max of an item must be above 0")
    case .takenName(let name, let other):
      Wording(
        "“\(name)”与专家评分表的另一列“\(other)”同名，请换一个名称",
        "'\(name)' is the name of another column ('\(other)') of the panel's sheets; choose another one")
    case .trimsTooMany(let trim, let from):
      Wording(
        "最高和最低各去掉\(trim)个，共\(2 * trim)个，应少于 trim-from（\(from)）；请把 trim-from 改为\(2 * trim + 1)以上，或者少去掉几个",
        "the \(trim) highest and the \(trim) lowest are \(2 * trim), which must be less than trim-from (\(from)); write trim-from: \(2 * trim + 1) or more, or a smaller trim"
      )
    case .missingTrim(let missing, let beside, let example):
      Wording(
        "写了 \(beside)，还要写 \(missing)，如 \(missing): \(example)（trim 是最高和最低各去掉几个，trim-from 是有几个评分才去掉）",
        "\(missing) must stand beside \(beside), such as \(missing): \(example) (trim scores at either end are left out where there are trim-from or more)"
      )
    }
  }
}

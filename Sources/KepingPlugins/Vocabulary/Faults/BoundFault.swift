import KepingCore
import LuaRuntime

/// A fault in a bound or in the units of quantities that are added or compared.
enum BoundFault: UsageFault {
  /// A bound is not a text.
  case notText(LuaValue?, example: String)
  /// The unit of a bound does not fit the quantity.
  case wrongUnit(Quantity, bound: String)
  /// The bound of a count is not a whole number.
  case notWhole(Quantity, bound: String)
  /// A bound without a reason does not occur in the quote.
  case notQuoted(bound: String, quote: String)
  /// The bound of full points is not above the bound at which points begin.
  case fullNotAbove(full: String, bound: String)
  /// A linear grade has the same bound for no points and for all points.
  case equalMarks(String)
  /// The parts of a sum, by their labels, have different units.
  case sumOfUnits([String])
  /// Quantities that are compared have different units.
  case comparisonOfUnits(Quantity, Quantity)
  /// A comparison with another quantity has a reason, which nothing shows.
  case reasonWithoutBound(LuaValue)
  /// A filter of lists gets a quantity, as if it were the method of the same name.
  case quantityBeforeFilter(Word)

  var code: String {
    switch self {
    case .notText, .notWhole, .fullNotAbove, .equalMarks: "invalid-bound"
    case .quantityBeforeFilter: "wrong-argument"
    case .reasonWithoutBound: "surplus-argument"
    case .wrongUnit, .sumOfUnits, .comparisonOfUnits: "wrong-unit"
    case .notQuoted: "bound-not-quoted"
    }
  }

  var subject: FaultSubject? {
    switch self {
    case .wrongUnit(_, let bound), .notWhole(_, let bound), .notQuoted(let bound, _), .fullNotAbove(let bound, _),
      .equalMarks(let bound), .reasonWithoutBound(.text(let bound)):
      .written(bound)
    case .quantityBeforeFilter(let word): .written(word.name)
    case .notText(let value, _): value?.subject
    case .sumOfUnits, .comparisonOfUnits, .reasonWithoutBound: nil
    }
  }

  var wording: Wording {
    switch self {
    case .notText(let value, let example):
      Wording(
        "界限要写成带单位的文字，加引号，如 \"\(example)\"，而不是\(value.shown.chinese)",
        "a bound must be a text with a unit in quotation marks, such as \"\(example)\", not \(value.shown.english)")
    case .wrongUnit(let quantity, let bound):
      Wording(
        "\(quantity.label)是\(units(of: quantity).chinese)，界限“\(bound)”的单位不符",
        "\(quantity.path) is \(units(of: quantity).english); the unit of '\(bound)' does not match"
      ).suggestingBound(bound, for: quantity.measure)
    case .notWhole(let quantity, let bound):
      Wording(
        "\(quantity.label)是整数，界限“\(bound)”也应为整数",
        "\(quantity.path) is a whole number, so its bound must be one too, not '\(bound)'")
    case .notQuoted(let bound, let quote):
      Wording(
        "界限“\(bound)”不在条款原文“\(quote)”中，请在界限后写明理由",
        "the bound '\(bound)' does not occur in its quote '\(quote)'; give a reason after the bound")
    case .fullNotAbove(let full, let bound):
      Wording("满分线“\(full)”应高于“\(bound)”", "the full mark '\(full)' must be greater than '\(bound)'")
    case .equalMarks(let bound): Wording("零分线和满分线都是“\(bound)”", "no points and all points are both at '\(bound)'")
    case .sumOfUnits(let labels):
      Wording(
        "单位不同的数量不能相加：\(labels.map { "“\($0)”" }.joined(separator: "、"))",
        "quantities with different units cannot be added: \(labels.map { "'\($0)'" }.joined(separator: ", "))")
    case .comparisonOfUnits(let left, let right):
      Wording(
        "单位不同的数量不能比较：“\(left.label)”是\(units(of: left).chinese)，“\(right.label)”是\(units(of: right).chinese)",
        "quantities with different units cannot be compared: '\(left.path)' is \(units(of: left).english), '\(right.path)' is \(units(of: right).english)"
      )
    case .reasonWithoutBound(let value):
      Wording(
        "与另一个数量比较时，后面的\(value.shown.chinese)不起作用，请删去；要比它的几成，写作 :at_least(数量:times \"20%\")",
        "\(value.shown.english) has no effect after another quantity; remove it, or write :at_least(quantity:times \"20%\") for a share of it"
      )
    case .quantityBeforeFilter(let word):
      Wording(
        "比较一个数量写作 数量:\(word.name) \"100万元\"；单独的 \(word.name) 只用来筛选清单",
        "compare a quantity as quantity:\(word.name) \"100万元\"; \(word.name) alone only filters lists")
    }
  }

  /// Returns the units that the bound of a quantity may have.
  private func units(of quantity: Quantity) -> Wording {
    switch quantity.measure {
    case .money: Wording("金额（元、万元、亿元）", "money (元, 万元, 亿元)")
    case .date: Wording("日期（某年某月某日）", "a date (year, month and day)")
    case .percent: Wording("百分数（%）", "a percentage (%)")
    case .count, .plain, .share: Wording("数目（项、件、个…）", "a count (项, 件, 个…)")
    }
  }
}

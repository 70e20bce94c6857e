import KepingCore

/// A fault in a plugin's use of ratios, differences, products and means.
enum RatioFault: UsageFault {
  /// The two quantities of a ratio or growth have different units.
  case differentUnits(Word, String, String)
  /// The operands of `minus` or `mean` have different units.
  case operandsOfUnits(Word)
  /// A ratio is an operand of another calculation.
  case ratioAsOperand(of: String)
  /// A ratio is compared with a quantity.
  case ratioWithQuantity
  /// The bound of a growth is a pair such as 1:5.
  case pairForGrowth(String)
  /// The factor of `times` is not a proportion.
  case factor(String)

  var code: String {
    switch self {
    case .differentUnits, .operandsOfUnits: "wrong-unit"
    case .ratioAsOperand, .ratioWithQuantity: "wrong-argument"
    case .factor, .pairForGrowth: "invalid-bound"
    }
  }

  var wording: Wording {
    switch self {
    case .differentUnits(let word, let first, let second):
      Wording(
        "\(word.name) 的两个数量单位应相同，而“\(first)”与“\(second)”的不同",
        "the two quantities of \(word.name) must have the same unit; those of '\(first)' and '\(second)' differ")
    case .operandsOfUnits(let word):
      Wording("\(word.name) 的数量单位应相同", "the quantities of \(word.name) must have the same unit")
    case .ratioAsOperand(let name):
      Wording(
        "比例和增幅不能再用于 \(name)，请用原来的数量计算，如 ratio(a + b, c)",
        "a ratio or growth cannot be an operand of \(name); calculate with the quantities themselves, as in ratio(a + b, c)")
    case .ratioWithQuantity:
      Wording(
        "比例只能与“30%”这样的界限比较；要与另一个数量的几成比较，写作 a:at_least(b:times \"30%\")",
        "a ratio can only be compared with a bound such as '30%'; to compare with a share of a quantity, write a:at_least(b:times \"30%\")"
      )
    case .pairForGrowth(let text):
      Wording("增幅的界限“\(text)”应写作“20%”或“0.2”", "the bound '\(text)' of a growth must be written as '20%' or '0.2'")
    case .factor(let text):
      Wording(
        "times 的倍数“\(text)”应写作“30%”“0.3”或“2倍”，大于0",
        "the factor '\(text)' of times must be written as '30%', '0.3' or '2倍', above 0")
    }
  }
}

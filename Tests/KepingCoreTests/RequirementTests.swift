import KepingCore
import Testing

@Suite("Parsing a requirement from its text and writing it again gives the same text")
struct RequirementTests {
  @Test(
    "A comparison with a number is parsed",
    arguments: [
      (">= 1000000", .atLeast, 1_000_000), ("> 0", .moreThan, 0), ("<= 4", .atMost, 4), ("< 20240301", .lessThan, 20_240_301),
      (">= 0.03", .atLeast, 0.03), ("> 12345678.9", .moreThan, 12_345_678.9), ("<= 0.1", .atMost, 0.1),
      ("< 799999.9", .lessThan, 799_999.9), (">= -3", .atLeast, -3), (">= 9007199254740992", .atLeast, 9_007_199_254_740_992),
    ] as [(String, Comparison, Double)])
  func comparisons(_ text: String, _ comparison: Comparison, _ bound: Double) {
    #expect(Requirement(text) == .comparison(comparison, bound))
    #expect(Requirement(text).text == text)
  }

  @Test(
    "Any comparison is parsed from its own text",
    arguments: Comparison.allCases,
    [0, 1, -1, 0.5, 1e15, 1e16, 1e21, 1e22, 1.7e300, Double.leastNonzeroMagnitude, 123_456.789, 0.1 + 0.2])
  func numbers(_ comparison: Comparison, _ bound: Double) {
    let requirement = Requirement.comparison(comparison, bound)
    #expect(Requirement(requirement.text) == requirement)
    #expect(requirement.text.hasPrefix(comparison.rawValue + " "))
  }

  @Test(
    "Any other text is kept as text",
    arguments: [
      "true", "false", "given", "0", "4510*", "a | b", "", " ", ">", ">= ", ">=", ">= x", ">=5", ">= 05", ">= 5.0", ">=  5",
      " >= 5",
      ">= 5 ", ">= 1e400", ">= 0x10", ">= inf", "< -inf", ">= nan", ">= +5", "== 5", "= 5", "≥ 5", "enterprise", "> 5 > 4",
      "一级 | 二级", ">= 100万元",
    ])
  func texts(_ text: String) {
    #expect(Requirement(text) == .text(text))
    #expect(Requirement(text).text == text)
  }
}

import Testing

@testable import KepingCore

@Suite("An exact decimal keeps every digit")
struct ExactDecimalTests {
  @Test(
    "A double becomes the shortest decimal that reads back as it",
    arguments: [
      (0, "0"), (-0.0, "0"), (220_000, "220000"), (-1, "-1"), (0x1p53 - 1, "9007199254740991"), (0.1, "0.1"), (2.5, "2.5"),
      (0.000001, "0.000001"), (0.0000001, "0.0000001"), (805_000.55, "805000.55"), (-0.3, "-0.3"),
      (0.1 + 0.2, "0.30000000000000004"), (1.0 / 3, "0.3333333333333333"), (123_456_789_012.345, "123456789012.345"),
      (1e22, "10000000000000000000000"), (0x1p53 + 2, "9007199254740994"),
    ] as [(Double, String)])
  func shortest(_ value: Double, _ text: String) {
    #expect(ExactDecimal(value).text == text)
    #expect(ExactDecimal(value).nearest == value)
  }

  @Test(
    "Every finite double comes back from its decimal",
    arguments: [
      .greatestFiniteMagnitude, .leastNonzeroMagnitude, .leastNormalMagnitude, .pi, 1e300, 1e-300, 0x1p53, 0x1p63, 1e15 - 0.125,
    ] as [Double])
  func backAndForth(_ value: Double) {
    #expect(ExactDecimal(value).nearest == value)
    #expect(ExactDecimal(-value).nearest == -value)
  }

  @Test(
    "Texts of decimals are read, and other texts are not",
    arguments: [
      ("1", "1"), ("-2.50", "-2.5"), ("+0.0", "0"), ("1e3", "1000"), ("1.5E-2", "0.015"), ("00012", "12"), ("", nil), (".", nil),
      (".5", nil), ("5.", nil), ("1..2", nil), ("1e", nil), ("1e999999", nil), ("１", nil), ("nan", nil), ("0x1", nil),
    ] as [(String, String?)])
  func texts(_ text: String, _ expected: String?) { #expect(ExactDecimal(text)?.text == expected) }

  @Test(
    "Sums, differences and products are exact",
    arguments: [
      ("0.1", "0.2", "0.3", "-0.1", "0.02"), ("1e300", "1e-300", nil, nil, "1"), ("-5", "5", "0", "-10", "-25"),
      ("0", "-7", "-7", "7", "0"),
      (
        "99999999999999999999999999999999999999", "1", "100000000000000000000000000000000000000",
        "99999999999999999999999999999999999998", "99999999999999999999999999999999999999"
      ),
      (
        "123456789012345678901234567890", "987654321098765432109876543210", "1111111110111111111011111111100",
        "-864197532086419753208641975320", "121932631137021795226185032733622923332237463801111263526900"
      ),
    ] as [(String, String, String?, String?, String)])
  func arithmetic(_ left: String, _ right: String, sum: String?, difference: String?, product: String) throws {
    let (first, second) = (try #require(ExactDecimal(left)), try #require(ExactDecimal(right)))
    if let sum { #expect((first + second).text == sum) }
    if let difference { #expect((first - second).text == difference) }
    #expect((first * second).text == product)
    #expect(first + second - second == first)
    #expect((second + first - first).order(to: second) == 0)
  }

  @Test("A sum keeps digits 600 places apart")
  func farApart() throws {
    let (large, small) = (ExactDecimal(1e300), ExactDecimal(1e-300))
    #expect(large + small > large && large - small < large)
    #expect(large + small - large == small)
    #expect((large + small).nearest == 1e300)
  }

  @Test(
    "The nearest double is rounded once, half to even",
    arguments: [
      ("9007199254740993", 9_007_199_254_740_992), ("9007199254740993.0000000000000000000000001", 9_007_199_254_740_994),
      ("9007199254740995", 9_007_199_254_740_996), ("0.1", 0.1), ("1e400", .greatestFiniteMagnitude),
      ("-1e400", -.greatestFiniteMagnitude),
      ("1e-400", 0), ("2.4703282292062327208e-324", 0), ("2.4703282292062328e-324", .leastNonzeroMagnitude),
    ] as [(String, Double)])
  func nearest(_ text: String, _ nearest: Double) throws { #expect(try #require(ExactDecimal(text)).nearest == nearest) }

  @Test(
    "The nearest double of a quotient is that of division where doubles are exact, and correct elsewhere",
    arguments: [
      ("220000", "10000000", 0.022), ("1", "3", 1.0 / 3), ("-2", "3", -2.0 / 3), ("0", "7", 0), ("0.3", "0.1", 3),
      ("1e300", "1e-300", .greatestFiniteMagnitude),
      ("1e-300", "1e300", 0), ("9007199254740993", "1", 9_007_199_254_740_992), ("27021597764222979", "3", 9_007_199_254_740_992),
      ("27021597764222980", "3", 9_007_199_254_740_994), ("1e20", "3e-20", 3.333_333_333_333_333_333_333_333e39),
    ] as [(String, String, Double)])
  func quotient(_ dividend: String, _ divisor: String, _ nearest: Double) throws {
    let fraction = ExactFraction(try #require(ExactDecimal(dividend)), over: try #require(ExactDecimal(divisor)))
    #expect(fraction.nearest == nearest)
  }

  @Test(
    "A quotient is rounded half up, and says whether it is exact",
    arguments: [
      ("1", "3", 2, "0.33", false), ("2", "3", 4, "0.6667", false), ("1", "8", 3, "0.125", true), ("1", "8", 2, "0.13", false),
      ("-1", "8", 2, "-0.13", false), ("25", "10", 0, "3", false), ("1250", "1", -2, "1300", false),
      ("1e40", "3", 1, "3333333333333333333333333333333333333333.3", false),
      ("0", "3", 2, "0", true),
    ] as [(String, String, Int, String, Bool)])
  func rounding(_ dividend: String, _ divisor: String, _ decimals: Int, _ text: String, _ isExact: Bool) throws {
    let fraction = ExactFraction(try #require(ExactDecimal(dividend)), over: try #require(ExactDecimal(divisor)))
    let (value, exact) = fraction.rounded(toDecimals: decimals)
    #expect(value.text == text && exact == isExact)
  }

  @Test(
    "Twelve significant digits remain of a computed number, and whole numbers stay",
    arguments: [
      (0.1 + 0.2, 0.3), (-(0.1 + 0.2), -0.3), (1.0 / 3, 0.333333333333), (2.0 / 3, 0.666666666667),
      (123_456_789_012_345, 123_456_789_012_345),
      (0x1p53, 0x1p53), (1_234_567.8901234567, 1_234_567.89012), (0, 0), (1e300, 1e300),
      (1.2345678901234567e-300, 1.23456789012e-300),
      (999_999_999_999.9999, 1_000_000_000_000),
    ] as [(Double, Double)])
  func twelveDigits(_ value: Double, _ rounded: Double) { #expect(value.roundedToTwelveDigits == rounded) }
}

@Suite("A figure is shown on its own side of a bound")
struct ExactFigureTests {
  @Test(
    "The fewest decimals that tell a number from a bound are shown",
    arguments: [
      ("2.2", "1", "2.2", "2.2"), ("1", "4", "0.3", "0.25"), ("200", "3", "50", "约66.67"), ("2.99999", "1", "3", "2.99999"),
      ("2.9999", "1", "3", "2.9999"), ("299999", "100001", "3", "约2.99996"), ("300001", "100000", "3", "3.00001"),
      ("2.123456", "1", "3", "约2.12"),
      ("1", "3", "0.33", "约0.333"), ("1", "300000", "0", "约0.000003"), ("-1", "3", "0", "约-0.33"),
      ("2", "3", "0.6667", "约0.66667"),
      ("3000000000000000000000000000000000000000000001", "1000000000000000000000000000000000000000000000", "3", "略高于3"),
      ("2999999999999999999999999999999999999999999999", "1000000000000000000000000000000000000000000000", "3", "略低于3"),
    ])
  func figures(_ dividend: String, _ divisor: String, _ bound: String, _ text: String) throws {
    let value = ExactFraction(try #require(ExactDecimal(dividend)), over: try #require(ExactDecimal(divisor)))
    let bound = ExactFraction(try #require(ExactDecimal(bound)))
    #expect(ExactFigure(value, exactDecimals: 4, apartFrom: [bound]).text == text)
  }
}

@Suite("Proportions have their notations")
struct ProportionTests {
  @Test(
    "A proportion has an exact value and a text",
    arguments: [
      ("3%", "0.03", "3%"), ("3％", "0.03", "3%"), ("5‰", "0.005", "5‰"), ("0.3", "0.3", "0.3"), ("2倍", "2", "2倍"),
      ("2:1", "2", "2:1"),
      ("1：4", "0.25", "1:4"), ("2.5%", "0.025", "2.5%"), ("0%", "0", "0%"), ("100", "100", "100"),
    ])
  func values(_ text: String, _ value: String, _ written: String) throws {
    let proportion = try #require(Proportion(text))
    #expect(proportion.value.rounded(toDecimals: 10).value.text == value)
    #expect(proportion.text == written)
  }

  @Test(
    "Any other text is no proportion",
    arguments: ["", "%", "3万元", "1件", "-1%", "1:0", "0:1", "1:2:3", ":", "1/3", "1e2", "３%", ".5", "3 %", "1:2%"])
  func none(_ text: String) { #expect(Proportion(text) == nil) }

  @Test(
    "The neighbours of a proportion are a hundredth of the last digit away",
    arguments: [
      ("3%", ["2.99%", "3.01%"]), ("2.5%", ["2.499%", "2.501%"]), ("0.3", ["0.299", "0.301"]), ("2:1", ["1.99:1", "2.01:1"]),
      ("2倍", ["1.99倍", "2.01倍"]), ("0%", ["0.01%"]), ("5‰", ["4.99‰", "5.01‰"]),
    ])
  func neighbours(_ text: String, _ expected: [String]) throws {
    #expect(try #require(Proportion(text)).neighbours.map(\.text) == expected)
  }
}

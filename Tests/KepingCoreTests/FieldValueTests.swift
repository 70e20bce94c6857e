import Testing

@testable import KepingCore

@Suite("Values are checked against their standards")
struct FieldValueTests {
  @Test(
    "A credit code has 18 characters of GB 32100, a division code and the right check character",
    arguments: [
      ("91451002MAEXAMP146", true), ("9145100AMAEXAMP14J", false), ("000000000000000000", false), ("100000000000000000", false),
      ("91451000MA0EXAMP0", false), ("91350100M000100Y43", true), ("91350100M000100Y44", false), ("91350100m000100y43", false),
      ("9135010OM000100Y43", false), ("", false), ("91350100M000100Y433", false), ("９1350100M000100Y4", false),
    ])
  func creditCodes(_ code: String, _ isValid: Bool) {
    #expect(CreditCode.isValid(Array(code.utf8)) == isValid)
  }

  @Test(
    "A division code is six digits",
    arguments: [("451000", true), ("45100", false), ("4510000", false), ("45100a", false), ("４51000", false)])
  func divisions(_ code: String, _ isWellFormed: Bool) {
    #expect(DivisionCode.isWellFormed(Array(code.utf8)) == isWellFormed)
  }

  @Test(
    "A time of RFC 3339 is parsed",
    arguments: [
      ("2024-02-29T23:59:59+08:00", 1_709_222_399), ("1970-01-01T00:00:00Z", 0), ("1969-12-31T23:59:59.5Z", -1),
      ("2024-03-01t00:00:00z", 1_709_251_200), ("2016-12-31T23:59:60Z", 1_483_228_800),
      ("2017-01-01T07:59:60+08:00", 1_483_228_800),
      ("2024-01-01T00:00:00-00:00", 1_704_067_200),
    ])
  func times(_ text: String, _ seconds: Int64) {
    #expect(Timestamp(rfc3339: text.utf8)?.seconds == seconds)
  }

  @Test(
    "Text that only resembles a time is refused",
    arguments: [
      "2024-02-30T00:00:00Z", "2023-02-29T00:00:00Z", "2024-13-01T00:00:00Z", "2024-01-01 00:00:00Z", "2024-01-01T24:00:00Z",
      "2024-01-01T00:60:00Z", "2024-01-01T00:00:00", "2024-01-01T00:00:00.Z", "2024-01-01T00:00:60Z", "2024-05-05T23:59:60Z",
      "2024-01-01", "",
      "2024-01-01T00:00:00+24:00", "2024-01-01T00:00:00+0800", "2024-1-01T00:00:00Z",
    ])
  func noTimes(_ text: String) {
    #expect(Timestamp(rfc3339: text.utf8) == nil)
  }

  @Test("Fractions of a second are ordered, with any number of digits")
  func fractions() throws {
    let times = ["0.999999999", "1", "1.0000000000000000001", "1.5"].map {
      Timestamp(rfc3339: "2024-01-01T00:00:0\($0)Z".utf8)
    }
    for (earlier, later) in zip(times, times.dropFirst()) { #expect(try #require(earlier) < #require(later)) }
  }

  @Test(
    "An amount is exact in its unit",
    arguments: [
      (800_000, "80万元"), (805_000, "80.5万元"), (999_999.99, "99.999999万元"), (1, "0.0001万元"), (0, "0万元"), (0.01, "0.000001万元"),
      (12_345_678, "1234.5678万元"), (1e22, "1000000000000000000万元"), (1e-7, "0.00000000001万元"),
    ] as [(Double, String)])
  func amounts(_ value: Double, _ text: String) {
    var bytes: Bytes = []
    bytes.append(value, in: Unit.usual(.money))
    #expect(bytes.text == text)
  }

  @Test(
    "A bound is a number and a unit",
    arguments: [("100万元", 1_000_000.0), ("0.1万元", 1000), ("1.5亿元", 150_000_000), ("300元", 300), ("1件", 1), ("4个", 4)])
  func bounds(_ text: String, _ value: Double) throws {
    #expect(try Bound(text).value == value)
  }

  @Test("Text that is not a bound is refused", arguments: ["100", "万元", "1.5件", "一百万元", "100万", "-1件", "1.件", "1e9999元", ""])
  func noBounds(_ text: String) {
    #expect(throws: Diagnostic.self) { try Bound(text) }
  }

  @Test(
    "A similar name is suggested, a different one is not",
    arguments: [("newProduct", "newProducts"), ("expceted", "expected"), ("titel", "title"), ("zzz", nil), ("", nil)])
  func suggestions(_ name: String, _ near: String?) {
    #expect(nearest(to: name, among: ["title", "expected", "newProducts"]) == near)
  }

  @Test(
    "The maxima of a direction add up to exactly 100 points",
    arguments: [[1, 1, 1], [1], [0, 3, 7], [0.1, 0.2, 0.7], [20, 20, 15, 15, 5, 10, 10, 5], Array(repeating: 1, count: 999)]
      as [[Double]])
  func maxima(_ weights: [Double]) throws {
    let maxima = try #require(Points.maxima(of: weights))
    #expect(maxima.reduce(0, +) == Points.total)
    #expect(zip(weights, maxima).allSatisfy { $0 > 0 || $1 == 0 })
  }

  @Test(
    "Weights that are missing, negative, not finite or all zero are refused",
    arguments: [[], [0, 0], [-1, 2], [.nan], [.infinity]] as [[Double]])
  func noMaxima(_ weights: [Double]) {
    #expect(Points.maxima(of: weights) == nil)
  }
}

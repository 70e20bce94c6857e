import Testing

@testable import KepingCore

@Suite("A number is parsed to the nearest double")
struct JSONNumberTests {
  static func isRight(_ text: String) -> Bool {
    let bytes = Bytes("[ \(text),".utf8)
    let isPlain = text.utf8.allSatisfy { $0 >= 0x30 && $0 <= 0x39 }
    let value = JSONNumber(bytes, 2..<(2 + text.utf8.count), isPlain: isPlain).value
    return Double(text).map { $0 == value && $0.sign == value.sign } ?? false
  }

  @Test(
    "Every notation is parsed",
    arguments: [
      "0", "-0", "0.0", "-0.0", "0e5", "1", "-1", "80.5", "0.1", "0.3", "1e3", "1E+3", "1e-3", "12.5e2", "9007199254740991",
      "9007199254740992", "9007199254740993", "9007199254740995", "900719925474099.3", "999999999999999", "9999999999999999",
      "99999999999999999", "99999999999999.9", "0.00000000000001", "0.000000000000001", "123456789012345.6", "1234567.89012345",
      "0.30000000000000004", "2.2250738585072014e-308", "4.9e-324", "1e-400", "1.7976931348623157e308", "100000000000000000000",
      "0.1000000000000000055511151231257827",
    ])
  func notations(_ text: String) { #expect(Self.isRight(text)) }

  @Test("Any number of digits is parsed, with the decimal point at any position")
  func points() {
    var wrong: [String] = []
    var state: UInt64 = 0x2024
    for count in 1...18 {
      for _ in 0..<20 {
        var digits = ""
        for _ in 0..<count {
          state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
          digits += "\((state >> 33) % 10)"
        }
        for point in 0...count {
          let whole = digits.prefix(point).drop { $0 == "0" }
          let fraction = digits.dropFirst(point)
          let text = (whole.isEmpty ? "0" : String(whole)) + (fraction.isEmpty ? "" : "." + fraction)
          for text in [text, "-" + text, text + "e2"] where !Self.isRight(text) { wrong.append(text) }
        }
      }
    }
    #expect(wrong == [])
  }
}

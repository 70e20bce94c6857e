import Testing

@testable import KepingCore

@Suite("Appending to an output gives the same text as appending to an array of bytes")
struct OutputTests {
  static let wholes: [Int] = {
    var all = Array(-20...1200)
    var power = 1
    for _ in 0..<18 {
      power *= 10
      all += [power - 1, power, power + 1, power * 5 + 5, -power]
    }
    for bit in 0..<62 { all += [1 << bit, (1 << bit) - 1, (1 << bit) + 1] }
    return all + [Int.max, Int.min]
  }()

  static func output(_ body: (inout Output) -> Void) -> String {
    var output = Output()
    output.append("值")
    body(&output)
    return String(decoding: output.written, as: UTF8.self)
  }

  static func bytes(_ body: (inout Bytes) -> Void) -> String {
    var bytes = Bytes("值".utf8)
    body(&bytes)
    return bytes.text
  }

  @Test("Integers are appended in decimal")
  func decimals() {
    for value in Self.wholes where Self.output({ $0.append(decimal: value) }) != "值\(value)" { Issue.record("\(value)") }
  }

  @Test("Tenths are appended with at most one decimal digit")
  func tenths() {
    for value in 0...1100 {
      let expected = value % 10 == 0 ? "值\(value / 10)" : "值\(value / 10).\(value % 10)"
      if Self.output({ $0.append(Double(value), shiftedBy: 1) }) != expected { Issue.record("\(value)") }
    }
  }

  @Test("Numbers are appended with the decimal point moved by any exponent", arguments: [0, 1, 2, 3, 4, 5, 8, 9, 12])
  func shifted(_ exponent: Int) {
    let fractions = [
      0.5, 0.1, 80.5, 12345.678, 1e-7, 1e22, 1.5e300, .leastNonzeroMagnitude, 0.30000000000000004, -0.0, -80.5,
      9_007_199_254_740_994,
    ]
    for value in Self.wholes.map(Double.init) + fractions + [.infinity] {
      let found = Self.output { $0.append(value, shiftedBy: exponent) }
      if found != Self.bytes({ $0.append(value, shiftedBy: exponent) }) { Issue.record("\(value): \(found)") }
      if Self.output({ $0.append(number: value) }) != Self.bytes({ $0.append(number: value) }) { Issue.record("\(value)") }
    }
  }

  @Test("Moving the decimal point keeps all digits", arguments: [4, 8])
  func exact(_ exponent: Int) {
    for value in Self.wholes where value >= 0 && value <= 1 << 53 {
      var digits = String(value)
      digits = String(repeating: "0", count: max(0, exponent + 1 - digits.count)) + digits
      let fraction = String(digits.suffix(exponent).reversed().drop { $0 == "0" }.reversed())
      let expected = "值" + digits.dropLast(exponent) + (fraction.isEmpty ? "" : "." + fraction)
      if Self.output({ $0.append(Double(value), shiftedBy: exponent) }) != expected { Issue.record("\(value)") }
    }
  }

  @Test("Texts are appended with and without escapes")
  func escaped() {
    for text in ["", "a", "\"", "\\", "\n\r\t", "\u{0}\u{1F}\u{7F}", "科评\"😀", String(repeating: "a\u{1}中\"", count: 3000)] {
      #expect(Self.output { $0.append(escaped: text.utf8) } == Self.bytes { $0.append(escaped: text.utf8) })
      #expect(Self.bytes { $0.append(escaped: text) } == Self.bytes { $0.append(escaped: text.utf8) })
    }
  }

  @Test("Bytes of any length are appended at any offset, even if the buffer has to grow")
  func growing() {
    for length in Array(0...17) + [63, 64, 65, 4000, 9000] {
      for before in [0, 1, 4079, 4080, 4087, 4088, 4089, 4095, 4096] {
        var output = Output()
        output.append(contentsOf: Bytes(repeating: 0x61, count: before))
        let piece = Bytes((0..<length).map { UInt8(0x30 + $0 % 10) })
        output.append(contentsOf: piece)
        output.append(0x2E)
        #expect(Bytes(output.written) == Bytes(repeating: 0x61, count: before) + piece + [0x2E])
      }
    }
  }

  @Test("Appending several pieces at once gives the same text as appending them separately", arguments: [0, 1, 31, 32, 33, 100])
  func several(_ length: Int) {
    var pieces = Pieces()
    let texts = (0..<3).map { String(repeating: "\($0)", count: length + $0) }
    let all = texts.map { pieces.json($0) }
    for (value, exponent) in [(0.0, 0), (7, 1), (42, 3), (18_375_200, 4), (99_999_999, 4), (100_000_000, 4), (0.25, 0), (12, 9)] {
      let (first, second) = (Output.Number(value: value, exponent: exponent), Output.Number(value: value, exponent: 0))
      let shifted = Self.bytes { $0.append(value, shiftedBy: exponent) }.dropFirst()
      let plain = Self.bytes { $0.append(number: value) }.dropFirst()
      let found = Self.output {
        $0.append(all[0], first: first, middle: all[1], second: second, rest: all[2], of: pieces.vectors)
      }
      #expect(found == "值\(texts[0])\(shifted)\(texts[1])\(plain)\(texts[2])")
      #expect(Self.output { $0.append(all[0], first, all[1], of: pieces.vectors) } == "值\(texts[0])\(shifted)\(texts[1])")
    }
  }
}

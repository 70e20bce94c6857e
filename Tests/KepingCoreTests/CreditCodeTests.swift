import Testing

@testable import KepingCore

@Suite("An invalid credit code has a cause that a person can correct")
struct CreditCodeTests {
  static let alphabet = Array("0123456789ABCDEFGHJKLMNPQRTUWXY".unicodeScalars)

  /// Returns 17 characters of the alphabet with the right check character after them.
  static func code(_ first: String) throws -> String {
    var sum = 0
    var weight = 1
    for scalar in first.unicodeScalars {
      sum += try #require(alphabet.firstIndex(of: scalar)) * weight
      weight = weight * 3 % 31
    }
    return first + String(alphabet[(31 - sum % 31) % 31])
  }

  @Test(
    "The cause is that which has to be removed first",
    arguments: [
      ("91451002MAEXAMP146", nil), ("91350100M000100Y43", nil), ("12451002EXAMPLE2BN", nil),
      (" 91451002MAEXAMP146", .blank(isInside: false)), ("91451002MAEXAMP146\n", .blank(isInside: false)),
      ("\u{3000}91451002MAEXAMP146\u{3000}", .blank(isInside: false)), ("91451002 MAEXAMP1 46", .blank(isInside: true)),
      (" 9145 1002MAEXAMP146", .blank(isInside: true)), ("\u{202D}91451002MAEXAMP146\u{202C}", .blank(isInside: false)),
      ("91451002\u{200B}MAEXAMP146", .blank(isInside: true)), (" ", .blank(isInside: false)),
      ("９1451002MAEXAMP146", .fullWidth("９", position: 1)), ("91451002ＭAEXAMP14", .fullWidth("Ｍ", position: 9)),
      ("91451002MAEXAMP14", .wrongLength(17)), ("91451002MAEXAMP1466", .wrongLength(19)), ("无", .wrongLength(1)),
      ("91451002maexamp146", .smallLetter("m", position: 9)), ("91451002MAEXAMP14z", .smallLetter("z", position: 18)),
      ("914510O2MAEXAMP146", .unknownCharacter("O", position: 7)), ("I1451002MAEXAMP146", .unknownCharacter("I", position: 1)),
      ("91451002MAEXAMP14Z", .unknownCharacter("Z", position: 18)), ("91451002-AEXAMP146", .unknownCharacter("-", position: 9)),
      ("91451002M公EXAMP146", .unknownCharacter("公", position: 10)),
      ("91451002M\u{130}EXAMP146", .unknownCharacter("\u{130}", position: 10)),
      ("000000000000000000", .repeated), ("111111111111111111", .repeated), ("AAAAAAAAAAAAAAAAAA", .repeated),
      ("91451002MAEXAMP147", .wrongCheckCharacter), ("91451002MAEXAMP416", .wrongCheckCharacter),
    ] as [(String, CreditCodeFault?)])
  func causes(_ code: String, _ fault: CreditCodeFault?) {
    #expect(CreditCode.fault(of: code) == fault)
    #expect(CreditCode.isValid(Array(code.utf8)) == (fault == nil))
  }

  @Test("A letter at any of the third to eighth characters makes a code invalid, even if the last character is right")
  func divisions() throws {
    for index in 0..<17 {
      var first = Array("91451002MAEXAMP14".unicodeScalars)
      first[index] = "A"
      let code = try Self.code(String(String.UnicodeScalarView(first)))
      #expect(CreditCode.fault(of: code) == ((2..<8).contains(index) ? .noDivision : nil), "\(code)")
      #expect(CreditCode.isValid(Array(code.utf8)) == !(2..<8).contains(index))
    }
  }

  @Test("Every code of one character is invalid")
  func repeated() {
    for scalar in Self.alphabet {
      let code = String(repeating: String(scalar), count: 18)
      #expect(!CreditCode.isValid(Array(code.utf8)) && CreditCode.fault(of: code) == .repeated)
    }
  }

  @Test("A code is valid exactly if it has no cause to be invalid")
  func consistency() throws {
    // A linear congruential generator, so that every run tests the same codes.
    var state: UInt64 = 1
    func next(_ count: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(state >> 33) % count
    }
    let others = Array("OISVZaz09 -Ａ中\u{7f}".unicodeScalars)
    var validCount = 0
    for _ in 0..<20_000 {
      var scalars = (0..<17).map { Self.alphabet[(2..<8).contains($0) && next(8) > 0 ? next(10) : next(31)] }
      scalars = Array(try Self.code(String(String.UnicodeScalarView(scalars))).unicodeScalars)
      switch next(4) {
      case 0: scalars[next(18)] = others[next(others.count)]
      case 1: scalars.swapAt(next(18), next(18))
      case 2: scalars = next(2) == 0 ? scalars.dropLast() : scalars + [Self.alphabet[next(31)]]
      default: break
      }
      let code = String(String.UnicodeScalarView(scalars))
      let isValid = CreditCode.isValid(Array(code.utf8))
      if isValid { validCount += 1 }
      #expect(isValid == (CreditCode.fault(of: code) == nil), "\(code)")
    }
    #expect(validCount > 1000)
  }

  @Test("Each cause has a message of its own, which does not tell the right check character")
  func messages() throws {
    let codes = [
      " 91451002MAEXAMP146", "91451002 MAEXAMP146", "９1451002MAEXAMP146", "91451002MAEXAMP1", "91451002maexamp146",
      "914510O2MAEXAMP146", "I1451002MAEXAMP146", "91451002-AEXAMP146", "000000000000000000", try Self.code("91ABCD02MAEXAMP14"),
      "91451002MAEXAMP147",
    ]
    let messages = codes.compactMap { CreditCode.fault(of: $0)?.message }
    #expect(messages.count == codes.count && Set(messages).count == codes.count)
    #expect(messages[3].contains("16") && messages[5].contains("第7位") && messages[5].contains("数字0"))
    #expect(!messages[10].contains("6"))
  }
}

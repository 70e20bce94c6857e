import KepingCore
import Testing

@testable import KepingCommands

@Suite("The verdicts of --only are written in Chinese or English")
struct VerdictListTests {
  @Test(
    "A list has titles or names, with any comma between them",
    arguments: [
      ("fail", [.fail]), ("不通过", [.fail]), ("fail,supplement", [.fail, .supplement]), ("不通过，需补正", [.fail, .supplement]),
      ("通过、无法评审,fail", [.pass, .error, .fail]), (" 不通过 , 通过", [.fail, .pass]),
    ] as [(String, Set<Verdict>)])
  func lists(_ text: String, _ expected: Set<Verdict>) throws {
    #expect(try VerdictList(text).verdicts == expected)
  }

  @Test("A text that is no verdict is an error that names all verdicts", arguments: ["通不过", "", "fail,", "failed", "fail;pass"])
  func mistakes(_ text: String) throws {
    let error = try #require(throws: (any Error).self) { try VerdictList(text) }
    for verdict in Verdict.allCases {
      #expect("\(error)".contains(verdict.title) && "\(error)".contains(verdict.rawValue), "\(error)")
    }
  }

  @Test(
    "A shell is offered the verdicts that are not in the list yet",
    arguments: [
      ("f", ["pass", "supplement", "fail", "error"]), ("fail,", ["fail,pass", "fail,supplement", "fail,error"]),
      ("不通过，", ["不通过，通过", "不通过，需补正", "不通过，无法评审"]),
    ])
  func completions(_ beginning: String, _ expected: [String]) {
    #expect(VerdictList.completions(of: beginning) == expected)
  }
}

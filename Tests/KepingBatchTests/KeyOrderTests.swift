import BatchFixtures
import KepingCore
import Testing

@testable import KepingBatch

@Suite("The order and notation of keys do not affect results")
struct KeyOrderTests {
  static let members = [
    #""id":"A""#, #""year":2024"#, #""direction":"4.1""#, #""title":"虚构""#,
    #""applicant":{"name":"示例公司（虚构）","kind":"enterprise","rdExpense":{"2022":500000,"2023":805000}}"#,
    #""expected":{"sites":2,"economicBenefit":5e6,"ip":{"design":{"filed":1,"granted":0},"invention":{"filed":2}}}"#,
    #""submittedAt":"2024-03-01T00:00:00+08:00""#, #""topics":["甲","乙"]"#,
  ]

  static func lines(_ members: [String]) throws -> String {
    try BatchSetup().lines(Bytes("{\(members.joined(separator: ", "))}\n".utf8))
  }

  @Test("Keys in any order give the same result")
  func order() throws {
    let expected = try Self.lines(Self.members)
    #expect(expected.contains("80.5万元"))
    for turn in Self.members.indices {
      let turned = Array(Self.members[turn...] + Self.members[..<turn])
      #expect(try Self.lines(turned) == expected)
      #expect(try Self.lines(turned.reversed()) == expected)
    }
  }

  @Test("Escaped keys are the same keys")
  func escaped() throws {
    let escaped = Self.members.map { $0.replacing("\"id\"", with: #""\u0069d""#).replacing("\"y", with: #""\u0079"#) }
      .map { $0.replacing("\"rdExpense\"", with: #""rd\u0045xpens\u0065""#).replacing("\"2023\"", with: #""\u0032023""#) }
    #expect(try Self.lines(escaped) == Self.lines(Self.members))
  }

  @Test("A duplicate key is an error, escaped or not", arguments: [#""id":"B""#, #""\u0069d":"A""#, #""title":"又""#])
  func twice(_ member: String) throws {
    for members in [Self.members + [member], [member] + Self.members] {
      #expect(try Self.lines(members).contains("\"error\":{\"code\":\"invalid-record\""))
    }
  }

  @Test("A record may have many unknown keys before and after the known ones")
  func unknownKeys() throws {
    let unknown = (0..<150).map { "\"extra-key-number-\($0)\":{\"id\":\($0)}" }
    let all = unknown[..<70] + Self.members + unknown[70...]
    let line = try Self.lines(Array(all))
    #expect(line.contains("上年（2023年）研发投入80.5万元") && line.contains("\"verdict\":\"fail\""))
  }
}

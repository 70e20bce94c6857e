import BatchFixtures
import KepingCore
import Testing

@testable import KepingPrograms

@Suite("A key of the configuration belongs to one program")
struct ProgramKeyTests {
  static let bothYears = "programs: { jili-2024: on, jili-2025: on }\n"

  static func plugins() throws -> CopiedPlugins {
    let plugins = try CopiedPlugins()
    try plugins.copyToNextYear("jili")
    return plugins
  }

  @Test("Bounds, weights, windows and notices under the id of a program change that program alone")
  func grouped() throws {
    let (programs, faults) = try Self.plugins().programs(
      Self.bothYears + """
        bounds: { jili-2025: { 4.1/condition/1: 80万元 } }
        weights: { jili-2025: { 4.1/target/2: 40 }, jili-2024: { 4.1/target/2: 10 } }
        windows: { jili-2025: { "4": { opens: 2025-03-01 } } }
        notices: [ { jili-2025: [ "5", 5.2/notice/1 ] } ]
        """)
    #expect(faults == [])
    let old = try #require(programs.program("jili-2024"))
    let new = try #require(programs.program("jili-2025"))
    #expect(old.boundTexts("4.1/condition/1") == ["100万元"] && new.boundTexts("4.1/condition/1") == ["80万元"])
    #expect(old.weight("4.1/target/2") == 10 && new.weight("4.1/target/2") == 40)
    #expect(old.direction("4.1")?.window == nil && new.direction("4.1")?.window?.opensText == "2025-03-01")
    #expect(old.direction("5.2")?.registered == [] && new.direction("5.2")?.registered.count == 1)
  }

  @Test(
    "A key without a program belongs to the only enabled program that has it",
    arguments: ["jili-2024: on, jili-2025: off", "jili-2024: off, jili-2025: on", "jili-2025: on, zhuji-2024: on"])
  func ungrouped(_ switches: String) throws {
    let (programs, faults) = try Self.plugins().programs(
      "programs: { \(switches) }\n" + """
        bounds: { 4.1/condition/1: 80万元 }
        weights: { 4.1/target/2: 40 }
        windows: { "4": { opens: 2024-03-01 } }
        notices: [ 5.2/notice/1 ]
        """)
    #expect(faults == [])
    let program = try #require(programs.program("jili-2024") ?? programs.program("jili-2025"))
    #expect(program.boundTexts("4.1/condition/1") == ["80万元"] && program.weight("4.1/target/2") == 40)
    #expect(program.direction("4.1")?.window != nil && program.direction("5.2")?.registered.count == 1)
  }

  @Test(
    "A key that several enabled programs have is an error that lists them and shows how to name one",
    arguments: [
      ("bounds: { 4.1/condition/1: 80万元 }", "2:11", "4.1/condition/1", "bounds: { jili-2025: { 4.1/condition/1: … } }"),
      ("weights: { 4.1/target/2: 40 }", "2:12", "4.1/target/2", "weights: { jili-2025: { 4.1/target/2: … } }"),
      ("windows: { \"4\": { opens: 2024-03-01 } }", "2:12", "4", "windows: { jili-2025: { \"4\": … } }"),
      ("notices: [\"5\"]", "2:11", "5", "notices: [ { jili-2025: [\"5\"] } ]"),
      ("notices: [5.2/notice/1]", "2:11", "5.2/notice/1", "notices: [ { jili-2025: [\"5.2/notice/1\"] } ]"),
    ])
  func ambiguous(_ section: String, _ position: String, _ key: String, _ example: String) throws {
    let faults = try Self.plugins().programs(Self.bothYears + section).faults
    #expect(faults.map(\.code) == ["ambiguous-key"])
    let fault = try #require(faults.first)
    #expect("\(fault.line ?? 0):\(fault.column ?? 0)" == position)
    #expect(fault.wording.chinese == "\(key) 在 jili-2024 和 jili-2025 中都有，请写明是哪一个：\(example)")
  }

  @Test(
    "An assignment of --set names a program in the same way",
    arguments: [
      ("jili-2025:4.1/condition/1=80万元", nil, ["100万元", "80万元"]), ("jili-2024:4.1/condition/1=80万元", nil, ["80万元", "100万元"]),
      ("4.1/condition/1=80万元", "ambiguous-key", nil), ("4.1/condition/1=80", "ambiguous-key", nil),
      ("jili-2026:4.1/condition/1=80万元", "unknown-program", nil), ("zhuji-2024:6.1/target/1=2项", nil, ["100万元", "100万元"]),
      ("jili-2025:4.1/conditon/1=80万元", "unknown-clause", nil), (":4.1/condition/1=80万元", "invalid-set", nil),
      ("jili-2025:=80万元", "invalid-set", nil),
    ] as [(String, String?, [String]?)])
  func assignments(_ assignment: String, _ code: String?, _ bounds: [String]?) throws {
    let (programs, faults) = try Self.plugins().programs(Self.bothYears, set: [assignment])
    #expect(faults.map(\.code) == (code.map { [$0] } ?? []))
    guard let bounds else { return }
    #expect(programs.program("jili-2024")?.boundTexts("4.1/condition/1") == [bounds[0]])
    #expect(programs.program("jili-2025")?.boundTexts("4.1/condition/1") == [bounds[1]])
  }

  @Test("The message of an ambiguous assignment shows the assignment with a program")
  func ambiguousAssignment() throws {
    let fault = try #require(try Self.plugins().programs(Self.bothYears, set: ["4.1/condition/1=80万元"]).faults.first)
    #expect(fault.wording.chinese.hasSuffix("请写明是哪一个：--set jili-2025:4.1/condition/1=80万元"))
  }

  @Test(
    "An assignment replaces the value of the file, wherever that is written",
    arguments: ["4.1/condition/1=70万元", "jili-2024:4.1/condition/1=70万元", "4.1/condition/1/1=70万元"])
  func replaced(_ assignment: String) throws {
    for section in ["bounds: { 4.1/condition/1: 80万元 }", "bounds: { jili-2024: { 4.1/condition/1: 80万元 } }"] {
      let (programs, faults) = try Self.plugins().programs("programs: { jili-2024: on }\n" + section, set: [assignment])
      #expect(faults == [])
      #expect(programs.program("jili-2024")?.boundTexts("4.1/condition/1") == ["70万元"])
    }
  }

  @Test(
    "A key that is given twice, with its program and without, is an error",
    arguments: [
      ("bounds: { 4.1/condition/1: 80万元, jili-2024: { 4.1/condition/1: 90万元 } }", "2:47"),
      ("bounds: { 4.1/condition/1: 80万元, 4.1/condition/1/1: 90万元 }", "2:34"),
      ("weights: { jili-2024: { 4.1/target/2: 40 }, 4.1/target/2: 30 }", "2:45"),
      ("windows: { \"4\": { opens: 2024-03-01 }, jili-2024: { \"4\": { opens: 2024-03-02 } } }", "2:53"),
    ])
  func repeated(_ section: String, _ position: String) throws {
    let faults = try Self.plugins().programs("programs: { jili-2024: on }\n" + section).faults
    #expect(faults.map { "\($0.line ?? 0):\($0.column ?? 0) \($0.code)" } == ["\(position) duplicate-key"])
  }

  @Test(
    "Keys of a program that is off have no effect, and names that no plugin has are errors",
    arguments: [
      ("bounds: { zhuji-2024: { 6.1/target/9: 2项 } }", nil), ("bounds: { 6.1/target/9: 2项 }", nil),
      ("notices: [ { jianfeng-2024: [\"2\"] } ]", nil), ("windows: { zhuji-2024: { \"6\": { opens: 2024-03-01 } } }", nil),
      ("bounds: { zhuji-2024: { 4.1/condition/1: 80万元 } }", "2:25 unknown-clause"),
      ("windows: { zhuji-2024: { \"4\": { opens: 2024-03-01 } } }", "2:26 unknown-project-type"),
      ("bounds: { jili-2O24: { 4.1/condition/1: 80万元 } }", "2:11 unknown-program jili-2024"),
      ("weights: { jili-2023: {} }", "2:12 unknown-program jili-2024"),
      ("windows: { jili-2023: { \"4\": { opens: 2024-03-01 } } }", "2:12 unknown-program jili-2024"),
      ("notices: [ { jili-2023: [\"4\"] } ]", "2:14 unknown-program jili-2024"),
      ("bounds: { jili-2024: { 4.1/conditon/1: 80万元 } }", "2:24 unknown-clause 4.1/condition/1"),
      ("bounds: { jili-2024: { 6.1/target/1: 2项 } }", "2:24 unknown-clause"),
      ("windows: { \"4\": { open: 2024-03-01 } }", "2:19 unknown-key opens"),
      ("windows: { jili-2024: { \"4\": { open: 2024-03-01 } } }", "2:32 unknown-key opens"),
    ])
  func names(_ section: String, _ expected: String?) throws {
    let fault = try Self.plugins().programs("programs: { jili-2024: on }\n" + section).faults.first
    let parts = expected?.split(separator: " ").map(String.init) ?? []
    #expect(fault.map { "\($0.line ?? 0):\($0.column ?? 0) \($0.code)" } == expected.map { _ in "\(parts[0]) \(parts[1])" })
    if parts.count > 2 { #expect(fault?.wording.english.hasSuffix("did you mean '\(parts[2])'?") == true) }
  }

  @Test("An unknown clause is an error even if a program that is off has its direction")
  func clauseOfUnloaded() throws {
    let fault = try #require(
      try Self.plugins().programs("programs: { jili-2024: on }\nbounds: { 4.1/conditon/1: 80万元 }").faults.first)
    #expect(fault.code == "unknown-clause")
    #expect(
      fault.wording.chinese
        == "没有条款“4.1/conditon/1”；是否应为“4.1/condition/1”？如果是 jili-2025 的，请写明：bounds: { jili-2025: { 4.1/conditon/1: … } }")
  }

  @Test(
    "A number without a unit is the weight of a criterion without a bound; for a bound it is an error",
    arguments: [
      ("4.1/condition/1=80", "4.1/condition/1 的界限要写单位，如 4.1/condition/1=100万元；要改的是评分的权重，写作 4.1/condition/1=权重30"),
      ("5.1/condition/1=80", "5.1/condition/1 的界限要写单位，如 5.1/condition/1=100万元"),
      ("4.1/priority/3/2=500", "4.1/priority/3/2 的界限要写单位，如 4.1/priority/3/2=600万元"),
      ("4.1/condition/1=3000000", "权重超出范围（0至1000000）；界限要写单位，如 300万元"), ("4.1/encouraged/1=8", nil), ("4.1/condition/1=权重8", nil),
      ("4.1/condition/1=weight 8", nil), ("5.1/condition/1=权重8", "条款“5.1/condition/1”不计分"),
    ] as [(String, String?)])
  func numbers(_ assignment: String, _ message: String?) throws {
    let (programs, faults) = try Self.plugins().programs("programs: { jili-2024: on }", set: [assignment])
    #expect(faults.isEmpty == (message == nil))
    if let message { #expect(faults.first?.wording.chinese.hasPrefix(message) == true, "\(faults)") }
    guard message == nil, let criterion = assignment.split(separator: "=").first else { return }
    #expect(programs.program("jili-2024")?.weight(String(criterion)) == 8)
  }

  @Test(
    "The largest plausible amount is set for every program",
    arguments: [
      ("plausible: { money: 5亿元 }", 5e8, nil), ("plausible: { money: 1元 }", 1, nil), ("plausible: {}", 1e10, nil),
      ("plausible: { money: 100 }", nil, "2:21 invalid-bound"), ("plausible: { money: 0亿元 }", nil, "2:21 out-of-range"),
      ("plausible: { money: 5项 }", nil, "2:21 wrong-unit"), ("plausible: { money: -5亿元 }", nil, "2:21 invalid-bound"),
      ("plausible: { mony: 5亿元 }", nil, "2:14 unknown-key"), ("plausible: 5亿元", nil, "2:12 wrong-type"),
    ] as [(String, Double?, String?)])
  func plausible(_ section: String, _ amount: Double?, _ expected: String?) throws {
    let (programs, faults) = try Self.plugins().programs(allOn + section)
    #expect(faults.map { "\($0.line ?? 0):\($0.column ?? 0) \($0.code)" } == (expected.map { [$0] } ?? []))
    guard let amount else { return }
    for id in ["jianfeng-2024", "jili-2024", "zhuji-2024"] { #expect(programs.program(id)?.plausibleMoney == amount) }
  }
}

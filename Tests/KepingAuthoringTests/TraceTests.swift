import BatchFixtures
import KepingAuthoring
import KepingBatch
import KepingCore
import KepingFiles
import Testing
import WorkbookFixtures

@Suite("An author can see the checks of an application and their cost")
struct TraceTests {
  /// Evaluates applications, and returns their trees, verdicts and costs.
  static func run(_ input: String) throws -> (trees: [String], verdicts: [Verdict], profile: Profile) {
    let file = try TemporaryFile(Bytes(input.utf8))
    let programs = try programs(allOn).programs
    let batch = Batch(programs)
    let profile = Profile()
    batch.measure(into: profile)
    var trees: [String] = []
    let catalogue = programs.catalogue
    batch.inspect = { assessment, trace in trees.append(TraceTree.text(assessment, trace(), catalogue)) }
    var verdicts: [Verdict] = []
    try batch.assess(try ByteSource(file.path)) { assessment throws(Diagnostic) in verdicts.append(assessment.verdict) }
    return (trees, verdicts, profile)
  }

  @Test("The tree has each check with its values in the order of the guideline")
  func tree() throws {
    let (trees, verdicts, _) = try Self.run(application("A", rd: 999_999, more: #","expected":{"ip":{"design":{"filed":1}}}"#))
    let tree = try #require(trees.first)
    #expect(verdicts == [.fail] && trees.count == 1)
    #expect(tree.hasPrefix("A　不通过　4.1 激励工业领域加大研发投入\n"))
    let wanted = [
      "├ ✓ 4.1/target/1　考核要求　", "│ └ ✓ 知识产权合计不低于1件\n", "│   └ = 知识产权合计　1（expected.ip）\n",
      "│     └ = 外观设计专利申请　1\n", "├ ? 4.1/target/2　考核要求　", "│   └ ? 经济效益　未知（expected.economicBenefit）\n",
      "│ └ ✗ 同时符合\n", "│   ├ ✓ 申报单位类型为企业　（applicant.kind = \"enterprise\"）\n",
      "│     └ = 上年（2023年）研发投入　99.9999万元（applicant.rdExpense.2023）\n",
      "│   └ = 上年（2023年）研发投入比前年（2022年）研发投入的增幅　99.9998%（",
      "└ ＋ 4.1/encouraged/1　得分　产学研联合　0/5　不符合，不计分\n",
    ]
    var rest = Substring(tree)
    for line in wanted {
      let found = try #require(rest.range(of: line), "\(line) is missing behind what came before it")
      rest = rest[found.upperBound...]
    }
  }

  @Test("Costs are counted by clause, criterion and function, and instruction counts are repeatable")
  func costs() throws {
    let patents = #","expected":{"ip":{"invention":{"filed":2,"granted":1}}}"#
    let input = ["A", "B"].map { application($0, more: patents).replacing("\"4.1\"", with: "\"1.1\"") + "\n" }.joined()
    let (first, second) = (try Self.run(input).profile, try Self.run(input).profile)
    let grade = try #require(first.parts([.function]).first { $0.part.name.hasSuffix(" 专利成果") })
    #expect(grade.part.name.hasPrefix("jianfeng-2024/program.lua:"))
    #expect(grade.cost.calls == 2 && grade.cost.instructions > 0 && grade.cost.time > .zero)
    #expect(first.parts([.clause]).map(\.cost.calls) == Array(repeating: 2, count: 9))
    func instructions(_ profile: Profile) -> [Profile.Part: Int64] {
      Dictionary(uniqueKeysWithValues: profile.parts([.clause, .criterion, .function]).map { ($0.part, $0.cost.instructions) })
    }
    #expect(instructions(first) == instructions(second))
    #expect(ProfileTable.text(first).contains("合计"))
  }
}

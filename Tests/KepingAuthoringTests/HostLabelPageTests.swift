import PluginFixtures
import Testing

@testable import KepingAuthoring

@Suite("The page of a program has its words for the host's fields")
struct HostLabelPageTests {
  @Test("Checks and fields have the program's labels and its example of a division code")
  func words() throws {
    let program = """
      labels { applicant = { rdExpense = "研发费用", region = { "所在区划", example = "520102（贵阳市南明区）" } } }
      direction { '1.1',
        condition { '100万元以上', applicant.rdExpense[year - 1]:at_least '100万元', points = 1 },
        condition { '贵阳市', applicant.region:within('5201', '贵阳市') } }
      """
    let rows = ProgramDocumentTests.rows(of: ProgramDocument.make(try TemporaryPlugin(program).load()))
    #expect(rows.contains { $0.count == 5 && $0[3].hasSuffix("上年（2023年）研发费用不低于100万元") })
    #expect(rows.contains { $0.starts(with: ["applicant.rdExpense.2023", "研发费用（2023年）"]) })
    #expect(rows.contains { $0.starts(with: ["applicant.region", "所在区划", "6位行政区划代码，如520102（贵阳市南明区）"]) })
  }
}

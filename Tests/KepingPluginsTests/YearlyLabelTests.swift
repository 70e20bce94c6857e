import KepingCore
import PluginFixtures
import Testing

@testable import KepingPlugins

@Suite("The label of amounts by year has no year and does not end in a number")
struct YearlyLabelTests {
  static let direction = "direction { '1.1', target { '名称', title:given(), points = 1 } }\n"

  /// Returns the fault of a plugin of an api, or nil if it loads.
  static func fault(_ program: String, api: Int) -> Diagnostic? {
    do {
      _ = try TemporaryPlugin(program + "\n" + direction, api: api).load()
      return nil
    } catch { return error as? Diagnostic }
  }

  static let labels: [(String, String?)] = [
    ("研发投入", nil), ("研发2023", "“2023”"), ("2023年研发", "“2023”"), ("研发 2023 年", "“2023”"), ("上年度研发", "“上年”"),
    ("本年研发", "“本年”"), ("研发1", "数字结尾"), ("研发二", "数字结尾"), ("研发１", "数字结尾"), ("近3年投入", nil), ("研发12023投入", nil),
    ("研发1899投入", nil), ("研发1900投入", "“1900”"), ("研发2199投入", "“2199”"), ("研发2200投入", nil),
  ]

  @Test("A program's label for a field of the host", arguments: labels, [1, 2])
  func hostField(_ label: (text: String, part: String?), _ api: Int) {
    let fault = Self.fault("labels { applicant = { rdExpense = '\(label.text)' } }", api: api)
    #expect((fault == nil) == (label.part == nil), "\(fault?.wording.chinese ?? "")")
    if let part = label.part { #expect(fault?.code == "wrong-argument" && fault?.wording.chinese.contains(part) == true) }
  }

  @Test("The label of a field of the program, which api 1 does not check", arguments: labels, [1, 2])
  func ownField(_ label: (text: String, part: String?), _ api: Int) {
    let fault = Self.fault("fields { cost = yearly '\(label.text)' }", api: api)
    #expect((fault == nil) == (label.part == nil || api == 1), "\(fault?.wording.chinese ?? "")")
  }

  @Test("Other fields may have any number in their labels")
  func otherFields() {
    #expect(Self.fault("labels { title = '项目2023' } fields { cost = money '投入2023' }", api: 2) == nil)
  }
}

import KepingCore
import PluginFixtures
import Testing

@testable import KepingPlugins

@Suite("A number of a plugin that is out of range is a fault with a line")
struct NumberLimitTests {
  @Test(
    "A year is a whole number from 0 to 9999, as an integer or as a float",
    arguments: [
      ("0", true), ("-0.0", true), ("1", true), ("2023", true), ("2023.0", true), ("9998", true), ("9999", true),
      ("9999.0", true),
      ("year - 1", true), ("-1", false), ("-1.0", false), ("10000", false), ("10000.0", false), ("2023.5", false), ("4e9", false),
      ("2^31", false), ("2^32 + 2023", false), ("2^53", false), ("-2^63", false), ("2^63", false), ("2^64", false),
      ("1e308", false), ("math.huge", false), ("-math.huge", false), ("0/0", false), ("math.mininteger", false),
      ("math.maxinteger", false), ("math.mininteger + 2024", false), ("true", false), ("{}", false), ("'2023'", false),
      ("applicant", false),
    ])
  func years(_ key: String, _ isValid: Bool) throws {
    let fault = try TemporaryPlugin.fault(
      "\nlocal x = applicant.rdExpense[\(key)]\ndirection { '1.1', target { '示范', x:at_least('1元', 'x'), points = 1 } }")
    #expect((fault == nil) == isValid, "\(fault?.wording.english ?? "")")
    if let fault { #expect(fault.line == 2 && ["unknown-member", "wrong-argument", "plugin-failed"].contains(fault.code)) }
  }

  @Test(
    "A limit is a whole number that a double represents",
    arguments: [
      ("1项", nil), ("0项", nil), ("9007199254740992项", nil), ("9007199254740994项", "invalid-bound"),
      ("99999999999999999999项", "invalid-bound"), ("99999999999999999999年", "invalid-bound"), ("1e400项", "invalid-bound"),
      ("1e4项", "invalid-bound"), ("-1项", "invalid-bound"), ("0.5年", "wrong-argument"), ("1万元", "wrong-argument"),
      ("900719925474亿年", "invalid-bound"), (String(repeating: "9", count: 290) + "项", "invalid-bound"),
      (String(repeating: "0", count: 290) + "1项", nil), ("inf项", "invalid-bound"), ("nan项", "invalid-bound"),
    ] as [(String, String?)])
  func limits(_ bound: String, _ code: String?) throws {
    let fault = try TemporaryPlugin.fault(
      "\ndirection { '1.1', limit { '限额', '\(bound)' }, target { '示范', title:given(), points = 1 } }")
    #expect(fault?.code == code, "\(fault?.wording.english ?? "")")
    if let fault { #expect(fault.line == 2) }
  }

  @Test(
    "Points are above 0 and at most 1,000,000",
    arguments: [
      ("1", true), ("0.5", true), ("5e-324", true), ("1e6", true), ("1000000", true), ("0", false), ("-0.0", false),
      ("-1", false), ("1000001", false), ("1000000.1", false), ("1e308", false), ("math.huge", false), ("0/0", false),
      ("-math.huge", false), ("math.mininteger", false), ("math.maxinteger", false), ("-2^63", false), ("'1'", false),
    ])
  func points(_ points: String, _ isValid: Bool) throws {
    let fault = try TemporaryPlugin.fault("\ndirection { '1.1', target { '示范', title:given(), points = \(points) } }")
    #expect(fault?.code == (isValid ? nil : "wrong-argument"))
    if let fault { #expect(fault.line == 2) }
  }

  @Test(
    "A division prefix has 1 to 6 digits, in an area and in the check of a field",
    arguments: [
      ("4", true), ("4510", true), ("451002", true), ("4510022", false), ("", false), ("百色", false), ("45 10", false),
      ("-4510", false), ("４５１０", false), ("4510x", false),
    ])
  func prefixes(_ prefix: String, _ isValid: Bool) throws {
    for check in ["applicant.region:within('\(prefix)', '百色市')", "partners:any('单位', { region = within '\(prefix)' })"] {
      let fault = try TemporaryPlugin.fault("\ndirection { '1.1', target { '示范', \(check), points = 1 } }")
      #expect(fault?.code == (isValid ? nil : "wrong-argument"), "\(check)")
      if let fault { #expect(fault.line == 2) }
    }
  }

  @Test(
    "A number that a function returns is finite; others are a failure of the function",
    arguments: [
      ("1", true), ("-1", true), ("1e308", true), ("-1e308", true), ("math.maxinteger", true), ("math.mininteger", true),
      ("2^63", true), ("5e-324", true), ("math.huge", false), ("-math.huge", false), ("0/0", false),
    ])
  func results(_ number: String, _ isValid: Bool) throws {
    let program = try TemporaryPlugin(
      """
      local n = compute('数', { title }, function() return \(number) end)
      direction { '1.1', target { '数', any_of { (n + n):at_least('1个', '演示'), n:at_most('1个', '演示') },
        points = 1, grade = n } }
      """
    ).load()
    program.begin()
    let value = try? program.compute(0, [.text("x")])
    #expect((value != nil) == isValid)
    #expect(value?.isFinite != false)
  }

  @Test(
    "A number in plugin.yaml that is out of range is a fault with a line",
    arguments: [
      ("year: 2024", "year: 99999999999999999999", "wrong-type"), ("year: 2024", "year: 10000", "out-of-range"),
      ("year: 2024", "year: -9223372036854775808", "out-of-range"), ("year: 2024", "year: 2024.5", "wrong-type"),
      ("api: 1", "api: 9223372036854775807", "out-of-range"), ("value: off", "value: 1e16", "out-of-range"),
      ("value: off", "value: 1e400", "wrong-type"), ("value: off", "value: .inf", "wrong-type"),
      ("value: off", "value: nan", "wrong-type"), ("value: off", "value: -1e15", nil), ("value: off", "value: 1e15", nil),
    ] as [(String, String, String?)])
  func manifests(_ old: String, _ new: String, _ code: String?) {
    let text = TemporaryPlugin.manifest.replacing(old, with: new)
    do throws(Diagnostic) {
      _ = try Manifest(text, path: "plugin.yaml")
      #expect(code == nil)
    } catch {
      #expect(error.code == code)
      #expect(error.line != nil)
    }
  }

  @Test(
    "A path that looks like the element of a list has a label, whatever its number",
    arguments: [
      ("partners[0].name", "联合申报单位1单位名称"), ("partners[9223372036854775806]", "联合申报单位9223372036854775807"),
      ("partners[9223372036854775807]", "联合申报单位"), ("partners[99999999999999999999]", "联合申报单位"),
      ("partners[-1]", "联合申报单位"), ("partners[-9223372036854775808]", "联合申报单位"), ("partners[", "联合申报单位"),
      ("partners[]", "联合申报单位"), ("applicant.rdExpense.9999", "9999年研发投入"),
      ("applicant.rdExpense.99999999999999999999", "研发投入"), ("applicant.rdExpense.-1", "applicant.rdExpense.-1"),
    ])
  func labels(_ path: String, _ label: String) {
    #expect(Schema.host.label(of: path) == label)
  }
}

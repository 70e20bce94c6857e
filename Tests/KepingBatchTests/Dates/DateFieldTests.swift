import KepingCore
import Testing

@Suite("A date field of a record is a day that exists")
struct DateFieldTests {
  @Test(
    "A value is read, counts as absent, or is refused, however the record is read",
    arguments: [
      ("\"2024-02-29\"", "met"), ("\"0000-01-01\"", "met"), ("\"9999-12-31\"", "met"), ("null", "unknown"), ("\"\"", "unknown"),
      ("\"2023-02-29\"", "invalid"), ("\"2024-3-1\"", "invalid"), ("\"2024-03\"", "invalid"), ("\"2024年3月1日\"", "invalid"),
      ("\"2024-03-01T00:00:00Z\"", "invalid"), ("20240301", "invalid"), ("true", "invalid"), ("{}", "invalid"), ("[]", "invalid"),
      ("\"2024-04-31\"", "invalid"), ("\" 2024-03-01\"", "invalid"), (#""2024\u002d03-01""#, "met"),
      (#""2024\u002d02-30""#, "invalid"),
    ])
  func json(_ value: String, _ outcome: String) throws {
    let plugin = try DatePlugin("'填写', soldOn:given()")
    for assessment in [try plugin.assess([",\"soldOn\":\(value)"])[0]].flatMap({ [$0.scanned, $0.parsed] }) {
      #expect((assessment.findings.first?.outcome.rawValue ?? "invalid") == outcome)
      #expect(assessment.problems.map(\.field) == (outcome == "invalid" ? ["soldOn"] : []))
      if value == "\"2024-3-1\"" {
        #expect(assessment.problems.first?.message == "首次销售日期应为YYYY-MM-DD格式的日期，如2024-03-01")
      }
    }
  }

  @Test("A date that is given is evidence as a text")
  func given() throws {
    let result = try DatePlugin("'填写', soldOn:given()").assess(",\"soldOn\":\"2024-03-01\"")
    #expect(result.isSame)
    let finding = try #require(result.assessment.findings.first)
    #expect(finding.message == "已填写首次销售日期")
    #expect(finding.evidence == [Evidence(field: "soldOn", value: .text("2024-03-01"), required: .text("given"))])
  }

  @Test("A function receives a date as a text, alone and in the whole record")
  func functions() throws {
    let judge = "judge('同一天', { soldOn, record }, function(day, all) return day == '2024-03-01' and all.soldOn == day end)"
    let plugin = try DatePlugin("'同一天', \(judge)")
    #expect(try plugin.assess(",\"soldOn\":\"2024-03-01\"").assessment.verdict == .pass)
    #expect(try plugin.assess(",\"soldOn\":\"2024-03-02\"").assessment.verdict == .fail)
    #expect(try plugin.assess(columns: [("首次销售日期", .date("45352"))])?.verdict == .pass)
  }

  @Test(
    "The leader's date of birth is in the year of birth, where both are given",
    arguments: [
      (#"{"birthYear":1973,"birthDate":"1973-12-31"}"#, true), (#"{"birthYear":1972,"birthDate":"1973-01-01"}"#, false),
      (#"{"birthDate":"1973-01-01","birthYear":1974}"#, false), (#"{"birthDate":"1973-01-01"}"#, true),
      (#"{"birthYear":1972,"birthDate":null}"#, true),
    ])
  func birth(_ leader: String, _ isValid: Bool) throws {
    for clause in ["'名称', title:given()", "'出生', leader.birthDate:given()"] {
      let result = try DatePlugin(clause).assess(",\"leader\":\(leader)")
      #expect(result.isSame)
      #expect(result.assessment.isEvaluated == isValid)
      #expect(result.assessment.problems.map(\.field) == (isValid ? [] : ["leader.birthDate"]))
    }
  }

  @Test("The message about a contradiction has both values")
  func birthMessage() throws {
    let leader = #","leader":{"birthYear":1972,"birthDate":"1973-01-01"}"#
    let problem = try #require(try DatePlugin("'名称', title:given()").assess(leader).assessment.problems.first)
    #expect(problem.message == "项目负责人出生日期“1973-01-01”与项目负责人出生年份“1972”不一致")
    #expect(problem.code == .invalidRecord)
  }

  @Test(
    "The last day of the project is not before the first",
    arguments: [
      (#"{"start":"2024-03-01","end":"2024-03-01"}"#, true), (#"{"start":"2024-03-01","end":"2024-02-29"}"#, false),
      (#"{"end":"2024-02-29","start":"2024-03-01"}"#, false), (#"{"end":"2024-02-29"}"#, true),
      (#"{"start":"2024-03-01"}"#, true),
    ])
  func period(_ period: String, _ isValid: Bool) throws {
    for clause in ["'名称', title:given()", "'起止', period.start:given()"] {
      let result = try DatePlugin(clause).assess(",\"period\":\(period)")
      #expect(result.isSame)
      #expect(result.assessment.problems.map(\.field) == (isValid ? [] : ["period.end"]))
      #expect(result.assessment.problems.map(\.message) == (isValid ? [] : ["项目结束日期“2024-02-29”早于项目开始日期“2024-03-01”"]))
    }
  }

  @Test("A plugin's own fields with these paths have no such rules")
  func ownFields() throws {
    let plugin = try FailingPlugin(
      """
      fields { leader = { birthDate = date '生日' }, period = { start = date '始', ['end'] = date '末' } }
      direction { '1.1', condition { '填写', leader.birthDate:given(), period['end']:given(), points = 1 } }
      """)
    let members = #","leader":{"birthYear":1972,"birthDate":"1973-01-01"},"period":{"start":"2024-03-01","end":"2024-02-29"}"#
    let results = try LaterFieldTests.assess(plugin, [members])
    #expect(results.map(\.scanned.verdict) == [.pass] && results.map(\.parsed.verdict) == [.pass])
  }
}

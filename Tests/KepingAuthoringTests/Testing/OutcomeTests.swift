import KepingAuthoring
import KepingCore
import Testing

@Suite("The possible outcomes of a clause follow from its checks")
struct OutcomeTests {
  @Test(
    "Each kind of check has the right possible outcomes",
    arguments: [
      ("target { 'q', e.done }", [.met, .unmet, .unknown]),
      ("target { 'q', e.done:given() }", [.met, .unknown]),
      ("target { 'q', applicant.kind:given() }", [.met]),
      ("target { 'q', applicant.kind:is 'enterprise' }", [.met, .unmet]),
      ("target { 'q', e.only:is 'a' }", [.met, .unknown]),
      ("target { 'q', e.kind:is 'a' }", [.met, .unmet, .unknown]),
      ("target { 'q', e.n:at_least('0个', 'r') }", [.met, .unknown]),
      ("target { 'q', e.n:less_than('0个', 'r') }", [.unmet, .unknown]),
      ("target { 'q', e.n:at_most('0个', 'r') }", [.met, .unmet, .unknown]),
      ("target { 'q', partners:count():at_most('4个', 'r') }", [.met, .unmet]),
      ("target { 'q', e.ip:sum():at_least('1个', 'r') }", [.met, .unmet, .unknown]),
      ("target { 'q', partners:some() }", [.met, .unmet]), ("target { 'q', partners:none() }", [.met, .unmet]),
      ("target { 'q', applicant.platforms:some() }", [.met, .unmet, .unknown]),
      ("target { 'q', e.tags:has 'p' }", [.met, .unmet, .unknown]),
      ("target { 'q', partners:any('x', { kind = 'enterprise' }) }", [.met, .unmet]),
      ("target { 'q', partners:any('x', { department = 'work-safety' }) }", [.met, .unmet]),
      ("target { 'q', partners:any('x', { region = within '4510' }) }", [.met, .unmet, .unknown]),
      ("target { 'q', units:any('x', { kind = 'enterprise' }) }", [.met, .unmet]),
      ("target { 'q', units:any('x', { region = within '4510' }) }", [.met, .unmet, .unknown]),
      ("target { 'q', applicant.platforms:any('x', { level = 'municipal' }) }", [.met, .unmet, .unknown]),
      ("target { 'q', applicant.region:within('4510', '百色') }", [.met, .unmet, .unknown]),
      ("target { 'q', all_of { e.done, partners:some() } }", [.met, .unmet, .unknown]),
      ("target { 'q', any_of { partners:none(), partners:some() } }", [.met, .unmet]),
      ("target { 'q', any_of { e.done, applicant.kind:given() } }", [.met]),
      ("target { 'q', negate(e.done:given()) }", [.unmet, .unknown]),
      ("target { 'q', leave_open(e.done, 'r') }", [.met, .unknown]),
      ("target { 'q', leave_open(applicant.kind:is 'enterprise', 'r') }", [.met, .unknown]),
      ("target { 'q', judge('j', { e.n }, function(n) return n > 1 end) }", [.met, .unmet, .unknown]),
      ("target { 'q', judge('j', { record }, function(r) return true end) }", [.met, .unmet]),
      ("target { 'q', total_of { e.n, partners:count() }:at_least('1个', 'r') }", [.met, .unmet]),
      ("target { 'q', (e.n + partners:count()):at_least('1个', 'r') }", [.met, .unmet, .unknown]),
      ("target { 'q', partners:some(), applies_when = applicant.kind:is 'enterprise' }", [.met, .unmet, .notApplicable]),
      ("target { 'q', partners:some(), applies_when = e.done }", [.met, .unmet, .unknown, .notApplicable]),
      ("notice { 'q' }", [.met, .unknown]),
      ("notice { 'q', applies_when = e.tags:has 'p' }", [.met, .unknown, .notApplicable]),
    ] as [(String, Set<Outcome>)])
  func outcomes(_ clause: String, _ expected: Set<Outcome>) throws {
    let program = try TestedPlugin(clause).plugin.load().program
    #expect(program.checks.outcomes(of: program.directions[0].clauses[0], in: program.schema) == expected)
  }
}

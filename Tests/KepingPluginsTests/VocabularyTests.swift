import Foundation
import KepingCore
import PluginFixtures
import Testing

@testable import KepingPlugins

@Suite("A plugin's mistakes are reported with their code and line")
struct VocabularyTests {
  static let fields =
    "fields { expected = { sites = count '示范点', benefit = money '经济效益', done = flag '完成', kind = choice('类别', { a = '甲' }) } }\n"

  @Test(
    "Each mistake has its code and line",
    arguments: [
      ("local x = expcted.sites", "unknown-word"), ("target { 'a', expected.site }", "unknown-member"),
      ("target { '1个', expected.sites:at_lest '1个' }", "unknown-member"), ("x = 1", "plugin-failed"),
      ("target { '1个', expected.sites:at_least(1) }", "invalid-bound"),
      ("target { '1', expected.sites:at_least '1' }", "invalid-bound"),
      ("target { '1万元', expected.sites:at_least '1万元' }", "wrong-unit"),
      ("target { '1个', expected.benefit:at_least '1个' }", "wrong-unit"),
      ("target { 'a', applicant.platforms:some(1) }", "surplus-argument"),
      ("negate(expected.done, expected.done)", "surplus-argument"),
      ("expected.sites:at_least('1个', 'x', 'y')", "surplus-argument"),
      ("applicant.achievements:count({ kind = 'enterprise' })", "surplus-argument"),
      ("partners:count({ kind = 'enterprise' }, { kind = 'enterprise' })", "wrong-argument"),
      ("partners:count('企业')", "wrong-argument"), ("partners:every()", "wrong-argument"),
      ("partners:every('企业', { knd = 'enterprise' })", "unknown-member"), ("partners:sum('name')", "wrong-argument"),
      ("partners:sum('amount')", "unknown-member"), ("partners:sum()", "wrong-argument"),
      ("budget.items:any('大额', { amount = at_least '3个' })", "wrong-unit"),
      ("budget.items:any('大额', { amount = at_least(3) })", "invalid-bound"),
      ("budget.items:any('大额', { amount = '3万元' })", "wrong-argument"),
      ("budget.items:any('大额', { name = at_least '3个' })", "wrong-argument"),
      ("target { '大额', budget.items:every { amount = at_least '3万元' } }", "bound-not-quoted"),
      ("target { '2项', budget.items:count { amount = at_least '3万元' }:at_least '2项' }", "bound-not-quoted"),
      ("local x = at_least '3万元'", "unused-node"), ("by { expected.done }", "wrong-argument"),
      ("by { { expected.done }, expected.done }", "wrong-argument"),
      ("by { { expected.done, expected.done }, expected.sites }", "wrong-argument"),
      (
        "by { { expected.done, by { { expected.done, share { expected.done } }, share { expected.done } } }, expected.done }",
        "wrong-argument"
      ),
      (
        "target { '1个', by { { expected.done, expected.sites:at_least '1个' }, expected.done }, points = 1, full = '3个' }",
        "wrong-argument"
      ),
      ("direction { '1.1', target { 'a', expected.done, points = 1 }, not_applicable = 'split' }", "wrong-argument"),
      ("direction { '1.1', target { 'a', expected.done, points = 1 }, not_aplicable = 'lost' }", "unknown-option"),
      ("target { '1.5箱', expected.sites:at_least '1.5箱' }", "invalid-bound"),
      ("target { '100万', expected.benefit:at_least '100万' }", "invalid-bound"),
      ("target { '100万圆', expected.benefit:at_least '100万圆' }", "wrong-unit"), ("limit { '1.5箱', '1.5箱' }", "wrong-argument"),
      ("target { '2个以上', expected.sites:at_least '1个' }", "bound-not-quoted"),
      ("target { '11个以上', expected.sites:at_least '1个' }", "bound-not-quoted"), ("target { 'a' }", "missing-check"),
      ("target { 'a', expected.sites }", "wrong-argument"), ("target { 'a', expected.done and true }", "wrong-argument"),
      ("local unused = expected.sites:at_least '1个'", "unused-node"),
      ("local unused = target { 'a', expected.done }", "unused-node"),
      ("expected.kind:is 'b'", "unknown-value"), ("applicant.kind:is 'enterprize'", "unknown-value"),
      ("applicant.platforms:any('x', { levle = 'municipal' })", "unknown-member"),
      ("target { 'a', expected.done, pionts = 3 }", "unknown-option"),
      ("target { 'a', expected.done, points = -1 }", "wrong-argument"),
      ("direction { '9.9', target { 'a', expected.done, points = 1 } }", "unknown-direction"),
      ("direction { '1.1', target { 'a', expected.done } }", "no-points"), ("local x = settings.strcit", "unknown-setting"),
      ("local x = expected.sites < 3", "unsupported-operation"), ("local x = #partners", "unsupported-operation"),
      ("local x = expected.sites + expected.benefit", "wrong-unit"), ("require 'nothing'", "unknown-module"),
      ("require '..program'", "unknown-module"), ("fields { title = text '题目' }", "duplicate-field"),
      ("local x = = 1", "lua-syntax"), ("while true do end", "plugin-limit"),
      ("target { '1个', expected.sites:at_least '1个', points = 1, full = '1个' }", "invalid-bound"),
      ("notice { 'a', expected.done }", "wrong-argument"), ("uncovered { '支持' }", "wrong-argument"),
      ("uncovered { because = '由专家评审' }", "wrong-argument"), ("uncovered { '支持', becuase = 'x' }", "wrong-argument"),
      ("compute('x', { expected.sites }, 3)", "wrong-argument"),
    ])
  func mistakes(_ code: String, _ expected: String) throws {
    let fault = try #require(try TemporaryPlugin.fault(Self.fields + code + "\n"))
    #expect(fault.code == expected, "\(fault.wording.english)")
    #expect(fault.path.hasSuffix("/demo/program.lua"))
    if expected != "plugin-limit" { #expect(fault.line == 2) }
  }

  @Test(
    "A bound is a number directly followed by any unit; other notations are refused",
    arguments: [
      ("20000转", 20000, "20000转"), ("55周岁", 55, "55周岁"), ("30%", 30, "30%"), ("2.5‰", 2.5, "2.5‰"), ("1.5万吨", 15000, "1.5万吨"),
      ("3亿千瓦时", nil, nil), ("2亿株", 200_000_000, "2亿株"), ("10000小时", 10000, "10000小时"), ("1千元", nil, nil), ("5十件", nil, nil),
      ("1美元", nil, nil), ("3万", nil, nil), ("3 件", nil, nil), ("3", nil, nil), ("件", nil, nil), ("1.1.1件", nil, nil),
      ("1-2件", nil, nil),
    ] as [(String, Double?, String?)])
  func units(_ text: String, _ value: Double?, _ shown: String?) {
    let bound = try? Bound(text)
    #expect(bound?.value == value)
    #expect(bound.map { Bound(value: $0.value, unit: $0.unit).text } == shown)
  }

  @Test("A misspelt name gets a suggestion")
  func suggestions() throws {
    let fault = try #require(try TemporaryPlugin.fault(Self.fields + "local x = expcted"))
    #expect(fault.wording.english == "unknown name 'expcted'; did you mean 'expected'?")
    #expect(fault.wording.chinese == "未知的名称“expcted”；是否应为“expected”？")
  }

  @Test("A check that is lost in front of 'and' is reported with a hint")
  func lostCheck() throws {
    let fault = try #require(
      try TemporaryPlugin.fault(
        Self.fields + "local _c = judge('x', { title }, function() return true end) and 1\n"
          + "direction { '1.1', target { '完成', expected.done, points = 1 } }\n"))
    #expect(fault.code == "unused-node" && fault.line == 2)
    #expect(fault.wording.chinese.contains("all_of { a, b }"))
  }

  @Test("A direction of the manifest that is not defined is an error")
  func missingDirection() throws {
    #expect(try TemporaryPlugin.fault("")?.code == "missing-direction")
  }

  @Test(
    "A mistake in a manifest is reported with its code and line",
    arguments: [
      ("version: 1.0.0", "verzion: 1.0.0", "unknown-key", 2), ("api: 1", "api: 3", "unsupported-api", 3),
      ("id: demo\n", "id: ../demo\n", "invalid-id", 1),
      ("year: 2024", "year: MMXXIV", "wrong-type", 4), ("id: \"1.1\"", "id: \"2.1\"", "invalid-id", 6),
      ("api: 1\n", "", "missing-key", 1),
      ("api: 1", "api: 1\napi: 1", "duplicate-key", 3), ("plan: {", "plan: [", "invalid-yaml", 5),
    ])
  func manifests(_ old: String, _ new: String, code: String, line: Int) {
    let text = TemporaryPlugin.manifest.replacing(old, with: new)
    #expect(text != TemporaryPlugin.manifest)
    do throws(Diagnostic) {
      _ = try Manifest(text, path: "plugin.yaml")
      Issue.record("accepted")
    } catch {
      #expect(error.code == code)
      #expect(error.line == line)
    }
  }

  @Test("The plugin in the README loads")
  func readme() throws {
    let text = try String(contentsOf: root.appendingPathComponent("README.md"), encoding: .utf8)
    let block = try #require(text.split(separator: "```lua\n").dropFirst().first?.split(separator: "```").first)
    #expect(try TemporaryPlugin.fault(String(block)) == nil)
  }
}

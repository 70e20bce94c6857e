import KepingCore
import KepingPlugins
import PluginFixtures
import Testing

@Suite("What a plugin nests is refused when it is made, if it is too deep")
struct DepthTests {
  /// Expects that a program loads, or that it is too complex, at the line of the loop.
  private func expect(_ program: String, loads: Bool) throws {
    let fault = try TemporaryPlugin.fault(program)
    #expect(fault?.code == (loads ? nil : "too-complex"), "\(fault?.wording.english ?? "")")
    if !loads { #expect(fault?.line == 2) }
  }

  private static let end = "direction { '1.1', target { '示范', title:given(), points = 1 } }"

  @Test("Lists and groups of fields nest at most 8 levels", arguments: [1, 7, 8, 9, 70, 5000])
  func fields(_ levels: Int) throws {
    let isValid = levels <= 8
    let list = "local l = list('零', { a = flag '旗' })\nfor _ = 2, \(levels) do l = list('级', { g = l }) end\n"
    try expect(list + "fields { many = l }\n" + Self.end, loads: isValid)
    let mixed = "local l = flag '旗'\nfor i = 1, \(levels) do l = list('级', { g = l, x = text '文' }) end\n"
    try expect(mixed + "fields { many = l }\n" + Self.end, loads: isValid)
    guard levels <= 70 else { return }
    // A table is nested at most 72 levels when it reaches the host.
    try expect("local g = flag '旗'\nfor i = 1, \(levels) do g = { g = g } end fields(g)\n" + Self.end, loads: levels <= 9)
    let groups = "local l = list('零', { a = flag '旗' })\nfor i = 2, \(levels) do l = { g = l } end fields { many = l }\n"
    try expect(groups + Self.end, loads: isValid)
  }

  @Test(
    "Checks and quantities nest at most 64 levels together, whatever they are made of",
    arguments: [
      ("negate(c)", 1), ("all_of { c }", 1), ("any_of { c, c0 }", 1), ("leave_open(c, '理由')", 1), ("judge('断', { c }, f)", 1),
      ("judge('断', { record, c }, f)", 1), ("compute('数', { c }, f):at_least('1个', 'x')", 2),
      ("(compute('数', { c }, f) + n):at_least('1个', 'x')", 3), ("total_of { n, compute('数', { c }, f) }:more_than(n)", 3),
      ("negate(leave_open(all_of { c }, '理由'))", 3),
    ])
  func checks(_ wrapped: String, _ levels: Int) throws {
    for (count, isValid) in [(63 / levels - 1, true), (63 / levels, true), (63 / levels + 1, false), (3000, false)] {
      try expect(
        """
        local f, c = function() return 1 end, title:given() local c0, n = c, compute('数', { record }, f)
        for _ = 1, \(count) do c = \(wrapped) end
        direction { '1.1', target { '示范', any_of { c0 }, n:at_least('1个', 'x') }, target { '示范', c, points = 1 } }
        """, loads: isValid)
    }
  }

  @Test("A function of functions nests at most 64 levels with the check of it", arguments: [61, 62, 64, 3000])
  func functions(_ levels: Int) throws {
    try expect(
      """
      local q = applicant.platforms:count()
      for _ = 1, \(levels) do q = compute('数', { q }, function(n) return n end) end
      direction { '1.1', target { '示范', q:at_least('1个', 'x'), points = 1 } }
      """, loads: levels <= 62)
  }

  @Test(
    "Shared parts count each time they occur",
    arguments: [
      ("all_of { c, c }", 12), ("any_of { c, c }", 12), ("judge('断', { c, c }, f)", 12), ("all_of { negate(c), c }", 11),
    ])
  func sharing(_ doubled: String, _ most: Int) throws {
    for count in [most - 1, most, most + 1, 60] {
      try expect(
        """
        local f, c = function() return true end, applicant.highTech
        for _ = 1, \(count) do c = \(doubled) end
        direction { '1.1', target { '示范', c, points = 1 } }
        """, loads: count <= most)
    }
  }

  @Test("A sum of sums is refused when its label or its size is too large", arguments: [2, 5, 60])
  func sums(_ count: Int) throws {
    for q in ["applicant.rdExpense[2023]", "compute('数', { record }, function() return 1 end)"] {
      try expect(
        """
        local q = \(q)
        for _ = 1, \(count) do q = q + q end
        direction { '1.1', target { '示范', q:more_than(q), points = 1 } }
        """, loads: count < 60)
    }
  }

  @Test("Lists of clauses may be nested as deep as a table may", arguments: [1, 30, 60])
  func clauses(_ levels: Int) throws {
    try expect(
      "local t = target { '示范', title:given(), points = 1 }\nfor _ = 1, \(levels) do t = { t } end direction { '1.1', t }",
      loads: true)
  }
}

import Testing

/// Programs of a few lines that would make the host work for minutes or take gigabytes.
enum HostWorkAttacks {
  struct Attack: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let program: String
    let codes: [String]

    init(_ description: String, _ codes: String, _ program: String) {
      testDescription = description
      self.program = program
      self.codes = codes.split(separator: "/").map(String.init)
    }
  }

  /// Tables of 1,900 names: `v` with a label for each, `n` as a list.
  private static let names =
    "local v, n = {}, {} for i = 1, 1900 do n[i] = '名称很长的一项第' .. i .. '号' v[n[i]] = '标签' .. i end\n"

  static let all: [Attack] = [
    Attack(
      "a tally of 3,000 kinds with 3,000 counts", "too-complex",
      """
      local a, b = {}, {}
      for i = 1, 3000 do a['k' .. i] = '类' .. i b['c' .. i] = '计' .. i end
      fields { many = tally('多', a, b) }
      """),
    Attack(
      "a tally of 45 kinds with 45 counts", "too-complex",
      "local a = {} for i = 1, 45 do a['k' .. i] = '类' .. i end fields { many = tally('多', a, a) }"),
    Attack(
      "lists of lists of 40 fields", "too-complex",
      """
      local l = list('零', { a = flag '旗' })
      for level = 1, 6 do
        local m = {}
        for i = 1, 40 do m['g' .. i] = l end
        l = list('级' .. level, m)
      end
      fields { many = l }
      """),
    Attack(
      "groups of groups of 8 fields", "too-complex",
      """
      local g = list('单', { a = flag '旗' })
      for _ = 1, 4 do g = list('级', { a = g, b = g, c = g, d = g, e = g, f = g, g = g, h = g }) end
      fields { a = g }
      """),
    Attack(
      "a choice of 6,000 values", "too-complex",
      """
      local v, known = {}, {}
      for i = 1, 6000 do v['v' .. i] = '选项第' .. i .. '号' if i > 1 then known[#known + 1] = 'v' .. i end end
      fields { c = choice('选', v) }
      direction { '9.1', target { '示范', c:is(known), points = 1 } }
      """),
    Attack(
      "a choice of 4,000 values in 400 fields", "too-complex",
      "local v, f = {}, {} for i = 1, 4000 do v['v' .. i] = '选' .. i end local c = choice('选', v) "
        + "for i = 1, 400 do f['f' .. i] = c end fields(f)"),
    Attack(
      "4,000 choices that are never declared", "too-complex/plugin-limit",
      "local v = {} for i = 1, 4000 do v['v' .. i] = '选' .. i end for _ = 1, 4000 do local _ = choice('选', v) end"),
    Attack(
      "4,000 checks for 1,899 of 1,900 values", "too-complex/plugin-limit",
      names + "fields { c = choice('选', v) } n[#n] = nil for _ = 1, 4000 do local _ = c:is(n) end"),
    Attack(
      "4,000 filters by 1,900 values", "too-complex/plugin-limit",
      names + "fields { l = list('单', { c = choice('选', v) }) } for _ = 1, 4000 do local _ = l:any('有', { c = n }) end"),
    Attack(
      "a quote of 8 KB with 2,000 bounds, in a loop", "plugin-limit/too-complex",
      """
      local n = compute('值', { record }, function() return 1 end)
      local c = {}
      for i = 1, 2000 do c[i] = n:at_least '1个' end
      local big = all_of(c)
      local t = { '1个' .. ('示范'):rep(1400), big }
      for i = 1, 1e6 do target(t) target(t) target(t) target(t) target(t) target(t) target(t) target(t) end
      """),
    Attack(
      "a quote with 550 different bounds, in a loop", "plugin-limit/too-complex",
      """
      local n = compute('值', { record }, function() return 1 end)
      local c, q = {}, ''
      for i = 1, 550 do c[i] = n:at_least((1000 + i) .. '个') q = q .. (1000 + i) .. '个' end
      local t = { q, all_of(c) }
      for i = 1, 1e6 do target(t) end
      """),
    Attack(
      "a bound that a long quote nearly contains, in a loop", "plugin-limit/too-complex",
      """
      local n = compute('值', { record }, function() return 1 end)
      local c = n:at_least(('0'):rep(280) .. '.5转')
      local t = { ('0'):rep(2900), all_of { c } }
      for i = 1, 1e7 do pcall(target, t) end
      """),
    Attack(
      "names that are nearly those of 1,900 fields, in a loop", "plugin-limit",
      names + "local f = {} for i = 1, #n do f[n[i]] = flag(n[i]) end fields { g = f }\n"
        + "local function h(i) return g[n[i] .. '误'] end\n"
        + "for i = 1, 1e7 do pcall(h, i % 1900 + 1) end"),
    Attack(
      "values that are nearly 1,900 choices, in a loop", "plugin-limit",
      names + "fields { c = choice('选', v) } for i = 1, 1e7 do pcall(c.is, c, n[i % 1900 + 1] .. '误') end"),
    Attack(
      "kinds that are nearly 1,900 of a tally, in a loop", "plugin-limit",
      names + "fields { c = tally('计', v) } for i = 1, 1e7 do pcall(c.sum, c, n[i % 1900 + 1] .. '误') end"),
    Attack(
      "global names that are nearly those of 1,900 fields, in a loop", "plugin-limit",
      names + "local f = {} for i = 1, #n do f['x' .. n[i]] = flag(n[i]) end fields(f)\n"
        + "local function h(i) return _ENV[n[i]] end\n"
        + "for i = 1, 1e7 do pcall(h, i % 1900 + 1) end"),
    Attack(
      "sums of a tally of 1,900 kinds, in a loop", "plugin-limit/too-complex",
      names + "fields { c = tally('计', v) } for i = 1, 1e6 do local _ = c:sum() end"),
    Attack(
      "a sum of 4,000 quantities with long labels", "too-complex",
      "local q = compute(('名'):rep(290), { record }, function() return 1 end) local t = {} for i = 1, 4000 do t[i] = q end "
        + "local _ = total_of(t)"),
    Attack(
      "sums of 900 quantities that are refused, in a loop", "plugin-limit/too-complex",
      "local q = compute(('名'):rep(290), { record }, function() return 1 end) local t = {} for i = 1, 900 do t[i] = q end\n"
        + "for i = 1, 1e7 do pcall(total_of, t) end"),
    Attack(
      "checks that are too large, in a loop", "plugin-limit/too-complex",
      "local c, t = applicant.highTech, {} for i = 1, 20000 do t[i] = c end for i = 1, 1e7 do pcall(all_of, t) end all_of(t)"),
    Attack(
      "a direction of 90,000 clauses", "too-complex/plugin-limit",
      "local c = target { '示范', applicant.highTech, points = 1 } local t = { '1.1' }\n"
        + "for i = 2, 90000 do t[i] = c end direction(t)"),
    Attack(
      "a direction of 8,000 reasons of 9 KB", "too-complex",
      "local c = leave_open(applicant.highTech, ('理'):rep(2990)) local t = {} for i = 1, 3000 do t[i] = c end "
        + "direction { '1.1', target { '示范', all_of(t), points = 1 } }"),
    Attack(
      "a direction whose findings repeat a text of the record 5,000 times", "too-complex",
      "local c = title:given() local t = {} for i = 1, 5000 do t[i] = c end\n"
        + "direction { '1.1', target { '示范', all_of(t), points = 1 } }"),
    Attack(
      "a direction that searches a list 5,000 times", "too-complex",
      "local c = units:any('企业', { kind = 'enterprise' }) local t = {} for i = 1, 5000 do t[i] = c end "
        + "direction { '1.1', target { '示范', all_of(t), points = 1 } }"),
    Attack(
      "a function of the same text 5,000 times", "too-complex",
      "local f, t = function() return true end, {} for i = 1, 5000 do t[i] = title end\n"
        + "direction { '1.1', target { '示范', judge('断', t, f), points = 1 } }"),
    Attack(
      "texts that nothing uses, in a loop", "too-complex/plugin-limit", "local t = ('x'):rep(290) for i = 1, 1e6 do text(t) end"),
    Attack("fields that nothing declares, in a loop", "too-complex/plugin-limit", "for i = 1, 1e7 do text 'x' end"),
    Attack("fields that are mentioned in a loop", "too-complex/plugin-limit", "for i = 1, 1e7 do local _ = applicant.kind end"),
    Attack("missing modules in a loop", "plugin-limit", "for i = 1, 1e6 do pcall(require, 'x' .. i) end"),
  ]
}

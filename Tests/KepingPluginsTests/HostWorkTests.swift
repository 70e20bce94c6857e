import KepingCore
import KepingPlugins
import PluginFixtures
import Testing

@Suite("The host's work for a plugin is limited before it is done")
struct HostWorkTests {
  private static let end = "\ndirection { '1.1', target { '示范', title:given(), points = 1 } }"

  private func fault(_ program: String, _ limits: Limits) throws -> Diagnostic? {
    let plugin = try TemporaryPlugin(program)
    do throws(Diagnostic) {
      _ = try plugin.load(limits)
      return nil
    } catch {
      return error
    }
  }

  @Test(
    "Fields are counted before they are made, those of a group in each place where it occurs",
    arguments: [
      ("{ a = flag '旗' }", 1), ("{ a = flag '旗', b = text '文', c = money '钱' }", 3),
      ("{ g = { a = flag '旗', b = flag '旗' } }", 3),
      ("{ a = list('单', { a = flag '旗', b = text '文' }) }", 3), ("{ a = tally('计', { x = '甲', y = '乙' }) }", 3),
      ("{ a = tally('计', { x = '甲', y = '乙' }, { z = '丙', w = '丁', v = '戊' }) }", 9),
      ("{ a = l, b = l, c = { d = l } }", 7), ("{ applicant = { extra = l } }", 3),
    ])
  func fields(_ fields: String, _ count: Int) throws {
    for (more, isValid) in [(count - 1, false), (count, true), (count + 1, true)] {
      var limits = Limits()
      limits.fields = Schema.host.nodes.count + more
      let shared = fields.contains("= l,") || fields.contains("= l }") ? "local l = list('单', { a = flag '旗' })\n" : "\n"
      let fault = try fault("\(shared)fields \(fields)\(Self.end)", limits)
      #expect(fault?.code == (isValid ? nil : "too-complex"), "\(fields) \(more)")
      if let fault { #expect(fault.line == 2 && fault.wording.english.contains("limits.fields")) }
    }
  }

  @Test(
    "The values of choices are counted for each field that has them",
    arguments: [
      ("{ a = choice('选', { x = '甲', y = '乙' }) }", 2), ("{ a = choice('选', { { 'x', '甲' }, { 'y', '乙' } }) }", 2),
      ("{ a = open_choice('选', { x = '甲' }), b = texts('文', { x = '甲', y = '乙' }) }", 3),
      ("{ a = c, b = c }", 4), ("{ a = list('单', { p = c, q = c }), b = { r = c } }", 6),
      ("{ a = tally('计', { x = '甲', y = '乙' }, { z = '丙' }) }", 3),
    ])
  func choices(_ fields: String, _ count: Int) throws {
    for (most, isValid) in [(count - 1, false), (count, true), (count + 1, true)] {
      var limits = Limits()
      limits.choices = most
      let shared = fields.contains("= c,") || fields.contains("= c }") ? "local c = choice('选', { x = '甲', y = '乙' })\n" : "\n"
      let fault = try fault("\(shared)fields \(fields)\(Self.end)", limits)
      #expect(fault?.code == (isValid ? nil : "too-complex"), "\(fields) \(most)")
      if let fault { #expect(fault.wording.english.contains("limits.choices")) }
    }
  }

  /// A program that uses every kind of node.
  private static let program = """
    fields { a = choice('选', { x = '甲', y = '乙' }), b = { c = count '个' }, l = list('单', { n = flag '旗' }) }
    local n = compute('数', { a:is 'x', title, record }, function() return 1 end)
    direction { '1.1', target { '1个以上', b.c:at_least '1个', points = 1, full = '3个' }, limit { '限额', '1项' },
      { principle { '原则', l:any('有旗', { n = true }), a:is { 'x', 'y' } } }, criterion { '数', points = 2, grade = n } }
    """

  @Test(
    "Each limit has its key in the message, and one unit less than what a program needs is too little",
    arguments: ["nodes", "texts", "choices"])
  func least(_ name: String) throws {
    func limits(_ value: Int) -> Limits {
      var limits = Limits()
      switch name {
      case "nodes": limits.nodes = value
      case "texts": limits.texts = value
      default: limits.choices = value
      }
      return limits
    }
    var (tooSmall, enough) = (0, 10_000)
    #expect(try fault(Self.program, limits(enough)) == nil)
    while enough - tooSmall > 1 {
      let middle = (tooSmall + enough) / 2
      if let fault = try fault(Self.program, limits(middle)) {
        #expect(fault.code == "too-complex" && fault.wording.english.contains("limits.\(name)") && fault.line != nil)
        #expect(fault.wording.chinese.contains("limits.\(name)") && fault.wording.english.contains("more than \(middle) "))
        tooSmall = middle
      } else {
        enough = middle
      }
    }
    #expect(enough > 1)
  }

  @Test(
    "What takes much of the host's memory is refused in advance",
    arguments: [
      "local t, q = { '1.1' }, ('条'):rep(2900) local c = target { q, title:given(), points = 1 } "
        + "for i = 2, 480 do t[i] = c end direction(t)",
      "local v = {} for i = 1, 90 do v['v' .. i] = ('名'):rep(290) .. i end for i = 1, 20 do local _ = choice('选', v) end",
      "local t = {} for i = 1, 4000 do t[i] = title:given() end for i = 1, 100 do local _ = share(t) end",
      "for i = 1, 4000 do local _ = leave_open(title:given(), ('理'):rep(900)) end",
    ])
  func memory(_ program: String) throws {
    var limits = Limits()
    limits.hostMemory = 2 << 20
    let fault = try #require(try fault(program, limits))
    #expect(fault.code == "too-complex" && fault.line == 1, "\(fault.wording.english)")
    #expect(fault.wording.english.contains("limits.hostMegabytes"), "\(fault.wording.english)")
  }

  @Test("Programs that multiply what they make are refused early, at their line", arguments: HostWorkAttacks.all)
  func attacks(_ attack: HostWorkAttacks.Attack) throws {
    var limits = Limits()
    limits.loadSeconds = 60
    limits.memory = 256 << 20
    let fault = try #require(try fault(attack.program, limits), "loaded")
    #expect(attack.codes.contains(fault.code), "\(fault.code): \(fault.wording.english)")
    #expect(fault.line != nil || fault.code == "plugin-limit")
  }

  @Test("What a load charges does not differ from run to run", arguments: HostWorkAttacks.all)
  func spent(_ attack: HostWorkAttacks.Attack) throws {
    var limits = Limits()
    limits.loadInstructions = 500_000
    limits.loadSeconds = 60
    var spent: Set<Int> = []
    for _ in 0..<3 {
      let plugin = try TemporaryPlugin(attack.program)
      do throws(Diagnostic) { _ = try plugin.load(limits) } catch { spent.insert(error.line ?? 0) }
    }
    #expect(spent.count <= 1)
  }

  @Test("The shipped kinds of program need less than a tenth of each limit")
  func margin() throws {
    var limits = Limits()
    limits.choices /= 10
    limits.nodes /= 10
    limits.texts /= 10
    limits.hostMemory /= 10
    limits.loadInstructions /= 10
    #expect(try fault(Self.program, limits) == nil)
  }

  @Test("A check of many choices lists only the first of them", arguments: [2, 50, 51, 4000])
  func listed(_ count: Int) throws {
    let program = try TemporaryPlugin(
      """
      local v, known = { none = '无' }, {}
      for i = 1, \(count) do v['v' .. i] = '项' .. i known[i] = 'v' .. i end
      fields { c = choice('选', v) }
      direction { '1.1', target { '示范', c:is(known), points = 1 } }
      """
    ).load().program
    let check = try #require(program.directions.first?.clauses.first?.check)
    let text = program.checks.description(of: check)
    #expect(text.contains("等\(count)项") == (count > 50))
    #expect(text.split(separator: "、").count == min(count, 50))
  }

  @Test(
    "A manifest has at most 1,000 directions, project types and settings",
    arguments: [999, 1000, 1001, 10_000])
  func manifests(_ count: Int) {
    let head = "id: demo\nversion: 1.0.0\napi: 1\nyear: 2024\nplan: { id: demo, ordinal: 计划一, title: 演示 }\n"
    let one = "projectTypes: [{ id: \"1\", title: 类型, directions: [{ id: \"1.1\", title: 方向 }] }]\n"
    let directions = (1...count).map { "{ id: \"1.\($0)\", title: 方向 }" }.joined(separator: ",\n")
    let types = (1...count).map { "{ id: \"\($0)\", title: 类型, directions: [{ id: \"\($0).1\", title: 方向 }] }" }
    let settings = (1...count).map { "s\($0): { value: on, label: 甲 }" }
    for text in [
      "projectTypes: [{ id: \"1\", title: 类型, directions: [\(directions)] }]\n",
      "projectTypes: [\(types.joined(separator: ",\n"))]\n", "\(one)settings: { \(settings.joined(separator: ",\n")) }\n",
    ] {
      do throws(Diagnostic) {
        _ = try Manifest(head + text, path: "plugin.yaml")
        #expect(count <= 1000)
      } catch {
        #expect(count > 1000 && error.code == "too-complex" && error.line != nil, "\(error.wording.english)")
      }
    }
  }
}

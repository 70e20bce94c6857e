import KepingCore

/// Reads one Lua file as its compiler does, and finds what would fail only when it runs, or means something else than it says.
///
/// It parses the file, resolves its names and shows what happens in it to every rule.
struct LuaLinter {
  /// What is wrong or strange, by line and column.
  let findings: [Diagnostic]
  /// The lines whose nodes are lost for a reason that is among the findings.
  let explained: Set<Int>
  private let resolution: LuaResolution

  /// The modules that it requires; nil among them where that is not written out.
  var modules: [String?] { resolution.modules }
  /// The fields that it declares at the top.
  var declared: Set<String> { resolution.declared }
  /// Whether it declares fields that are not written out.
  var declaresOthers: Bool { resolution.declaresOthers }
  /// All names behind `.` and `:`, and in `["…"]`.
  var members: Set<String> { resolution.members }

  /// - Parameters:
  ///   - path: the file, as messages name it.
  ///   - rules: the rules, in the order in which they see each event.
  init(
    _ source: Bytes, path: String, _ surroundings: LuaSurroundings = LuaSurroundings(), rules: [any LuaRule] = LuaRules.all
  ) {
    resolution = LuaResolution.of(LuaFile(source), surroundings)
    var report = LuaReport(path: path, resolution.file)
    for (index, event) in resolution.events.enumerated() {
      let context = LuaRuleContext(event: event, index: index, resolution: resolution)
      for rule in rules { rule.check(context, &report) }
    }
    findings = report.sorted()
    explained = report.explained
  }
}

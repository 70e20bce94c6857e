import KepingCore

/// Finds mistakes in one Lua file that the compiler accepts but that fail at run time or have an unintended effect.
///
/// The linter parses the file, resolves its names into events, and passes every event to every rule.
struct LuaLinter {
  /// The errors and remarks, sorted by line and column.
  let findings: [Diagnostic]
  /// The lines with unused nodes whose cause is among the findings.
  let explained: Set<Int>
  private let resolution: LuaResolution

  /// The modules that the file requires; an element is nil if its name is not a literal.
  var modules: [String?] { resolution.modules }
  /// The names of the top-level fields that the file declares.
  var declared: Set<String> { resolution.declared }
  /// Whether the file declares fields with an expression that is not a table constructor.
  var declaresOthers: Bool { resolution.declaresOthers }
  /// The names of members that the file gives to its tables.
  var defined: Set<String> { resolution.defined }
  /// Whether the file has a syntax fault and declares fields, some of which may be unknown.
  var hidesFields: Bool {
    resolution.file.fault != nil && resolution.file.tokens.contains { $0.kind == .name && $0.written == "fields" }
  }
  /// The lines that declare fields at any depth, by name.
  var declarations: [String: Int] { resolution.declarations.mapValues { resolution.file.tokens[$0].line } }
  /// All names after `.` and `:`, and in `["…"]`.
  var members: Set<String> { resolution.members }

  /// Lints a file.
  ///
  /// - Parameters:
  ///   - path: the path of the file, as messages name it.
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

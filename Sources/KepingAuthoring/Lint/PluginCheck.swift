import KepingCore
import KepingPlugins

/// The static check of a plugin: whether it loads, the linter's findings in its Lua files, and the state of its examples.
///
/// The example imports `KepingAuthoring`, `KepingCore`, `KepingPlugins` and `SystemPackage`. `plugins` is the `FilePath` of the
/// shipped folder `Plugins`.
///
/// ```swift
/// let plugin = try Plugin(plugins.appending("jili-2024"))
/// let check = PluginCheck(plugin)
/// for diagnostic in check.diagnostics { print(diagnostic.text(.english)) }
/// print(check.program?.program.directions.count ?? 0, check.hasNoErrors)
/// // Prints "7 true"
/// ```
public struct PluginCheck {
  /// The loaded program, or nil if it does not load.
  public let program: PluginProgram?
  /// The program as far as it is decided, which may be compared with its guideline but not evaluated; nil if it is no draft.
  package let draft: PluginProgram?
  /// The errors and remarks, sorted by file, line and column.
  public private(set) var diagnostics: [Diagnostic] = []
  /// The faults of figures in quotes that no check answers.
  ///
  /// They do not make the plugin faulty, but a comparison with the guideline is not complete as long as there are any.
  public let figures: [Diagnostic]
  /// Remarks about fields that no direction reads, although there is a reason.
  public let details: [Diagnostic]

  /// Whether the plugin loads and all diagnostics are remarks.
  public var hasNoErrors: Bool { program != nil && diagnostics.allSatisfy(\.isRemark) }

  /// Loads a plugin and lints its Lua files, even if it does not load.
  public init(_ plugin: Plugin, limits: Limits = Limits()) {
    var failure: LoadFailure?
    var program: PluginProgram?
    do throws(LoadFailure) { program = try PluginProgram(plugin, limits: limits) } catch { failure = error }
    self.program = program
    let draft = failure?.diagnostic.code == "undecided" ? try? PluginProgram(draft: plugin, limits: limits) : nil
    self.draft = draft
    let readable = program ?? draft
    var found: [Diagnostic] = []
    var lint = PluginLint()
    do throws(Diagnostic) {
      lint = PluginLint(
        try plugin.sources(), api: plugin.manifest.api, schema: readable?.program.schema ?? failure?.schema,
        isLoaded: readable != nil)
      found += lint.findings
    } catch {
      found.append(error)
    }
    if let error = failure?.diagnostic, draft == nil, !lint.covers(error) { found.append(error) }
    found += (draft?.marks ?? []).filter { !lint.covers($0) }
    if let program = readable {
      found +=
        ProgramRemarks.settings(program, members: lint.members) + ProgramRemarks.quotes(program)
        + ProgramRemarks.limits(program) + ProgramRemarks.lostPoints(program) + ProgramRemarks.fields(program)
        + ExampleCheck.findings(program)
    }
    figures = program.map { FigureFaults.all($0, $0.program) } ?? []
    let unread = found.filter { $0.code == "unread-field" }
    details = (readable.map { ProgramRemarks.fields($0, includesExplained: true) } ?? []).filter { detail in
      detail.code == "unread-field" && !unread.contains { $0.path == detail.path && $0.line == detail.line }
    }
    var seen: Set<String> = []
    diagnostics = found.filter { seen.insert("\($0.path):\($0.line ?? 0):\($0.column ?? 0) \($0.code)").inserted }
      .sorted { ($0.path, $0.line ?? 0, $0.column ?? 0, $0.code) < ($1.path, $1.line ?? 0, $1.column ?? 0, $1.code) }
  }
}

/// The findings in all Lua files of a plugin.
struct PluginLint {
  var findings: [Diagnostic] = []
  /// All names after `.` and `:`, and in `["…"]`, in any of the files.
  var members: Set<String> = []
  /// The locations of unused nodes whose cause is among the findings.
  private var explained: Set<SourceLocation> = []

  init() {}

  /// Lints the files of a plugin.
  ///
  /// - Parameters:
  ///   - api: the version of the vocabulary that the plugin is written for.
  ///   - schema: the fields that are declared, up to the error if the plugin did not load.
  ///   - isLoaded: whether the plugin loaded, so that the schema is complete.
  init(_ sources: [Plugin.Source], api: Int, schema: Schema?, isLoaded: Bool) {
    var surroundings = LuaSurroundings(schema: schema ?? .host, api: api, laterWords: Word.thatGiveWay(inAPI: api))
    if !isLoaded {
      for source in sources {
        let first = LuaLinter(source.bytes, path: source.path)
        surroundings.fields.formUnion(first.declared)
        // Fields that are not declared by a literal table are unknown until the program has declared them.
        let declares = surroundings.schema.roots.contains { !surroundings.schema.nodes[$0].isHost }
        if first.declaresOthers, !declares { surroundings.isOpen = true }
      }
      let declared = surroundings.fields
      surroundings.schema.addLaterFields { declared.contains($0) }
    }
    var required: [String: [String?]] = [:]
    for source in sources {
      let file = LuaLinter(source.bytes, path: source.path, surroundings)
      findings += file.findings
      members.formUnion(file.members)
      explained.formUnion(file.explained.map { SourceLocation(path: source.path, line: $0) })
      required[source.module] = file.modules
    }
    var reached: Set<String> = []
    var pending = ["program"]
    while let module = pending.popLast() {
      if reached.insert(module).inserted { pending += (required[module] ?? []).compactMap { $0 } }
    }
    // If a module name is computed, it may be any file.
    if required.values.contains(where: { $0.contains(nil) }) { return }
    for source in sources where !reached.contains(source.module) {
      var remark = Diagnostic(
        path: source.path, line: 1, column: 1, code: "unrequired-module",
        Wording("没有文件用 require 引用它", "no file requires this module"))
      remark.isRemark = true
      findings.append(remark)
    }
  }

  /// Whether the findings already include the error that made loading fail.
  func covers(_ error: Diagnostic) -> Bool {
    guard let line = error.line else { return false }
    if error.code == "unused-node", explained.contains(SourceLocation(path: error.path, line: line)) { return true }
    // An error raised by Lua itself has the code `plugin-failed`, while the linter reports it with the code of a rule.
    return findings.contains {
      !$0.isRemark && $0.path == error.path && $0.line == line && ($0.code == error.code || error.code == "plugin-failed")
    }
  }
}

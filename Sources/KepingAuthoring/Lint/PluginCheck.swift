import KepingCore
import KepingFiles
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
      let sources = try plugin.sources()
      found = sources.compactMap { FileText.encodingFault($0.bytes, $0.path) }
      // The characters of another encoding would only give faults that mean nothing.
      lint = PluginLint(
        found.isEmpty ? sources : [], api: plugin.manifest.api, year: plugin.manifest.year,
        schema: readable?.program.schema ?? failure?.schema, isLoaded: readable != nil)
      found += lint.findings
    } catch {
      found.append(error)
    }
    let isExplained = found.contains { $0.code == "invalid-encoding" && $0.path == failure?.diagnostic.path }
    if let failure, draft == nil, !isExplained, !lint.covers(failure.diagnostic) {
      let located = lint.locating(failure)
      if !lint.hasError(at: located) { found.append(located) }
    }
    found += (draft?.marks ?? []).filter { !lint.covers($0) }
    if let program = readable {
      found +=
        ProgramRemarks.settings(program, members: lint.members) + ProgramRemarks.quotes(program)
        + ProgramRemarks.limits(program) + ProgramRemarks.lostPoints(program) + ProgramRemarks.fields(program)
        + ProgramRemarks.labels(program) + ProgramRemarks.comparisons(program)
        + ExampleCheck.findings(program).filter { !lint.covers($0) }
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
  /// Where the sources declare fields, by name.
  private var declarations: [String: SourceLocation] = [:]
  private var sources: [Plugin.Source] = []

  init() {}

  /// Lints the files of a plugin.
  ///
  /// - Parameters:
  ///   - api: the version of the vocabulary that the plugin is written for.
  ///   - year: the guideline's year.
  ///   - schema: the fields that are declared, up to the error if the plugin did not load.
  ///   - isLoaded: whether the plugin loaded, so that the schema is complete.
  init(_ sources: [Plugin.Source], api: Int, year: Int, schema: Schema?, isLoaded: Bool) {
    self.sources = sources
    var surroundings = LuaSurroundings(schema: schema ?? .host, api: api, laterWords: Word.thatGiveWay(inAPI: api), year: year)
    surroundings.modules = Set(sources.map(\.module))
    let readings = sources.map { LuaLinter($0.bytes, path: $0.path, rules: []) }
    for reading in readings { surroundings.definedMembers.formUnion(reading.defined) }
    if !isLoaded {
      for (source, first) in zip(sources, readings) {
        surroundings.fields.formUnion(first.declared)
        for (name, line) in first.declarations {
          surroundings.innerFields.insert(name)
          declarations[name] = SourceLocation(path: source.path, line: line)
        }
        if first.hidesFields { surroundings.isOpen = true }
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
    // Behind a syntax fault there may be more.
    if findings.contains(where: { $0.code == "lua-syntax" }) { return }
    for source in sources where !reached.contains(source.module) {
      var remark = Diagnostic(
        path: source.path, line: 1, column: 1, code: "unrequired-module",
        Wording("没有文件用 require 引用它", "no file requires this module"))
      remark.isRemark = true
      findings.append(remark)
    }
  }

  /// Returns the error that made loading fail, with its column if that can be found, and with the declaration of a field that is
  /// used too early.
  func locating(_ failure: LoadFailure) -> Diagnostic {
    var error = failure.diagnostic
    guard let line = error.line, let source = sources.first(where: { $0.path == error.path }) else { return error }
    if case .written(let name)? = failure.subjects.first, let declaration = declarations[name],
      error.code == "unknown-word" || error.code == "unknown-member"
    {
      error = Diagnostic(
        path: error.path, line: line, code: "field-before-declaration",
        Wording(
          "字段“\(name)”要先声明再使用，它在 \(declaration.path):\(declaration.line) 声明；请把那里的 fields { … }（或引入它的 require）移到这一行前面",
          "the field '\(name)' must be declared before it is used; it is declared at \(declaration.path):\(declaration.line), so move that fields { … }, or the require of its file, before this line"
        ))
    }
    let locator = FaultLocator(source.bytes)
    if error.column == nil, let found = failure.subjects.lazy.compactMap({ locator.position(of: $0, onLine: line) }).first {
      error.line = found.line
      error.column = found.column
    }
    return error
  }

  /// Whether the findings have an error at the position of another one, which is then its consequence.
  func hasError(at error: Diagnostic) -> Bool {
    error.column != nil
      && findings.contains {
        !$0.isRemark && $0.path == error.path && $0.line == error.line && $0.column == error.column
      }
  }

  /// Whether the findings already include the error that made loading fail.
  func covers(_ error: Diagnostic) -> Bool {
    guard let line = error.line else { return false }
    // The compiler notices a syntax error at a later line than the linter.
    if error.code == "lua-syntax", findings.contains(where: { $0.code == error.code && $0.path == error.path }) { return true }
    if error.code == "unused-node", explained.contains(SourceLocation(path: error.path, line: line)) { return true }
    // An error raised by Lua itself has the code `plugin-failed`, while the linter reports it with the code of a rule.
    return findings.contains {
      !$0.isRemark && $0.path == error.path && $0.line == line && ($0.code == error.code || error.code == "plugin-failed")
    }
  }
}

import KepingCore
import KepingPlugins

/// All that can be said of a plugin before it evaluates anything: whether it loads, what its Lua says, what it brings.
public struct PluginCheck {
  /// The program; nil where it does not load.
  public let program: PluginProgram?
  /// What is wrong or strange, by file, line and column.
  public private(set) var diagnostics: [Diagnostic] = []
  /// What may well be meant so, such as fields that nothing reads.
  public let details: [Diagnostic]

  /// Whether it loads, and there are only remarks.
  public var isWell: Bool { program != nil && diagnostics.allSatisfy(\.isRemark) }

  /// Loads a plugin, and reads its Lua files whether or not it loads.
  public init(_ plugin: Plugin, limits: Limits = Limits()) {
    var failure: LoadFailure?
    var program: PluginProgram?
    do throws(LoadFailure) { program = try PluginProgram(plugin, limits: limits) } catch { failure = error }
    self.program = program
    var found: [Diagnostic] = []
    var lint = PluginLint()
    do throws(Diagnostic) {
      lint = PluginLint(try plugin.sources(), schema: program?.program.schema ?? failure?.schema, isLoaded: program != nil)
      found += lint.findings
    } catch {
      found.append(error)
    }
    if let error = failure?.diagnostic, !lint.covers(error) { found.append(error) }
    if let program {
      found +=
        ProgramRemarks.settings(program, members: lint.members) + ProgramRemarks.quotes(program) + ExampleCheck.findings(program)
    }
    details = program.map { ProgramRemarks.fields($0) } ?? []
    var seen: Set<String> = []
    diagnostics = found.filter { seen.insert("\($0.path):\($0.line ?? 0):\($0.column ?? 0) \($0.code)").inserted }
      .sorted { ($0.path, $0.line ?? 0, $0.column ?? 0, $0.code) < ($1.path, $1.line ?? 0, $1.column ?? 0, $1.code) }
  }
}

/// What a plugin's Lua files say, read together.
struct PluginLint {
  var findings: [Diagnostic] = []
  /// All names behind `.` in them.
  var members: Set<String> = []
  private var explained: Set<SourceLocation> = []

  init() {}

  /// - Parameters:
  ///   - schema: the fields, as far as loading came.
  ///   - isLoaded: whether there are no others.
  init(_ sources: [Plugin.Source], schema: Schema?, isLoaded: Bool) {
    var surroundings = LuaSurroundings(schema: schema ?? .host)
    if !isLoaded {
      for source in sources {
        let first = LuaLinter(source.bytes, path: source.path)
        surroundings.fields.formUnion(first.declared)
        // Fields that are not written out are known only once the program has declared them.
        if first.declaresOthers, surroundings.schema.roots.count == Schema.host.roots.count { surroundings.isOpen = true }
      }
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
    // Where a name is put together, any file may be meant.
    if required.values.contains(where: { $0.contains(nil) }) { return }
    for source in sources where !reached.contains(source.module) {
      var remark = Diagnostic(
        path: source.path, line: 1, column: 1, code: "unrequired-module",
        Wording("没有文件用 require 引用它", "no file requires it"))
      remark.isRemark = true
      findings.append(remark)
    }
  }

  /// Whether the findings say what a failure to load says.
  func covers(_ error: Diagnostic) -> Bool {
    guard let line = error.line else { return false }
    if error.code == "unused-node", explained.contains(SourceLocation(path: error.path, line: line)) { return true }
    // What Lua itself refuses has a name of its own here.
    return findings.contains {
      !$0.isRemark && $0.path == error.path && $0.line == line && ($0.code == error.code || error.code == "plugin-failed")
    }
  }
}

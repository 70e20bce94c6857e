import KepingCore
import KepingFiles
import KepingPlugins
import SystemPackage

/// Gives directions of a plugin other numbers, or drops directions, in all of its files.
///
/// The manifest, the Lua files, the examples and the tests change together; comments and formatting stay. Nothing is written
/// unless everything can be decided, and the changed plugin loads and passes as many of its tests as before.
public struct Renumbering {
  /// The files that change, as messages name them; each with its number of changes, and its new name if it has another one.
  public private(set) var files: [(path: String, changes: Int, newPath: String?)] = []
  /// The files that are removed.
  public private(set) var removedFiles: [String] = []
  /// The lines that still name an old number, in comments and other texts, by the new path.
  public private(set) var mentions: [SourceLocation] = []
  /// What the author must still do, such as nodes that only a dropped direction used.
  public private(set) var remaining: [Diagnostic] = []
  /// What cannot be decided; if there are any, nothing is written.
  public private(set) var faults: [Diagnostic] = []
  /// The numbers of test cases that pass, and of all, before and after.
  public private(set) var tests: (before: (passed: Int, all: Int), after: (passed: Int, all: Int)?) = ((0, 0), nil)

  private let plugin: Plugin
  private let changes: DirectionChanges
  private var output = FileChanges()
  /// The files of the plugin by their paths in its folder, as they are now.
  private var texts: [(file: FilePath, text: String)] = []

  /// Works out all changes of a plugin without writing anything.
  /// - Throws: ``Diagnostic`` if the plugin does not load, or a file cannot be read or changed.
  public init(_ plugin: Plugin, _ changes: DirectionChanges) throws(Diagnostic) {
    self.plugin = plugin
    self.changes = changes
    for file in try Scaffold.files(of: plugin, plugin.folder) where Self.isPluginFile(file) {
      texts.append((file, try plugin.readText(plugin.folder.pushing(file))))
    }
    let program = try Self.load(plugin)
    let before = try ProgramTests(program).run()
    tests.before = (before.count { $0.isPassed }, before.count)
    try workOut(program.locations)
    if faults.isEmpty { try verify() }
  }

  /// Writes the changes, together with those of other files.
  ///
  /// - Parameter configuration: the path of the configuration, its text and its new text, if it changes.
  /// - Throws: ``Diagnostic`` if a file cannot be written; then nothing has changed.
  public func write(configuration: (path: FilePath, old: String, new: String)? = nil) throws(Diagnostic) {
    guard faults.isEmpty else { throw faults[0] }
    var output = output
    if let (path, old, new) = configuration {
      output.changes.append(FileChanges.Change(old: path, oldText: old, new: path, text: new))
    }
    try output.write()
  }

  // MARK: Changes

  private static func isPluginFile(_ file: FilePath) -> Bool {
    file.string == "plugin.yaml" || ["lua", "yaml", "json"].contains(file.extension)
  }

  private mutating func workOut(_ locations: ProgramLocations) throws(Diagnostic) {
    var droppedExamples: Set<String> = []
    var edits: [FilePath: (edits: [TextEdit], isRemoved: Bool)] = [:]
    for (file, text) in texts where folder(of: file) == "examples" && file.extension == "json" {
      let edit = ExampleEdit(text, changes)
      droppedExamples.formUnion(edit.removed)
      edits[file] = (edit.edits, edit.isEmpty)
    }
    var removedDirections: Set<String> = []
    for (file, text) in texts {
      let path = display(file)
      if file.extension == "lua" {
        let edit = LuaEdit(text, path: path, changes, droppedExamples: droppedExamples)
        faults += edit.faults
        if folder(of: file) != "tests" { removedDirections.formUnion(edit.removed) }
        edits[file] = (edit.edits, false)
      } else if folder(of: file) == "tests", file.extension == "yaml" {
        let edit = try TestFileEdit(text, path: path, changes, droppedExamples: droppedExamples)
        faults += edit.faults
        edits[file] = (edit.edits, edit.isRemoved)
      }
    }
    for direction in changes.dropped.subtracting(removedDirections).sorted() {
      faults.append(
        Diagnostic(
          path: locations[direction: direction]?.path ?? plugin.path, line: locations[direction: direction]?.line,
          code: "computed-id",
          Wording(
            "Lua 文件里没有写成 direction { \"\(direction)\", … } 的语句，不能确定怎样去掉",
            "no Lua file has a statement direction { \"\(direction)\", … }, so that its removal cannot be decided")))
    }
    for (file, text) in texts {
      if file.string == "plugin.yaml" {
        let new = try ManifestEdit.changed(text, path: plugin.manifest.path, changes)
        try add(file, text, new, edits: changes.affected.count)
      } else if let (fileEdits, isRemoved) = edits[file] {
        if isRemoved {
          removedFiles.append(display(file))
          output.changes.append(FileChanges.Change(old: absolute(file), oldText: text, new: nil, text: ""))
        } else {
          let new = String(decoding: TextEdit.applied(fileEdits, to: Bytes(text.utf8)), as: UTF8.self)
          try add(file, text, new, edits: fileEdits.count)
        }
      }
    }
    try requireNewNames()
    mentions = allMentions()
  }

  /// Records the new text and the new name of a file, if it has any.
  private mutating func add(_ file: FilePath, _ old: String, _ new: String, edits: Int) throws(Diagnostic) {
    let name = newName(of: file)
    guard old != new || name != file else { return }
    files.append((display(file), old == new ? 0 : edits, name == file ? nil : display(name)))
    output.changes.append(FileChanges.Change(old: absolute(file), oldText: old, new: absolute(name), text: new))
  }

  /// Returns the name of an example or test with the new number: `tests/5.1.yaml` becomes `tests/5.2.yaml`.
  private func newName(of file: FilePath) -> FilePath {
    guard ["examples", "tests"].contains(folder(of: file)), let name = file.lastComponent?.string else { return file }
    let found = TextIDs(directions: Array(changes.renamed.keys)).all(in: Bytes((file.stem ?? name).utf8)).first
    guard let found, found.range.lowerBound == 0, let new = changes.renamed[found.direction] else { return file }
    return file.removingLastComponent().appending(
      new + String(decoding: Bytes(name.utf8).dropFirst(found.range.count), as: UTF8.self))
  }

  /// Requires that no file gets the name of another one that stays.
  private func requireNewNames() throws(Diagnostic) {
    let olds = Set(output.changes.map(\.old))
    for change in output.changes {
      guard let new = change.new, new != change.old, !olds.contains(new), Folder.hasFile(new) else { continue }
      throw Diagnostic(path: plugin.displayPath(of: new), code: "already-there", Wording("已经存在", "already exists"))
    }
  }

  /// Returns the lines of the new texts that still name a number that has changed: comments, and uses of dropped directions.
  private func allMentions() -> [SourceLocation] {
    let ids = TextIDs(directions: changes.affected)
    var mentions: [SourceLocation] = []
    for (file, text) in texts {
      let change = output.changes.first { $0.old == absolute(file) }
      if let change, change.new == nil { continue }
      let isLua = file.extension == "lua"
      for (index, line) in (change?.text ?? text).split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
        let words = isLua && !changes.dropped.isEmpty ? line : Self.comment(of: line, isLua: isLua)
        if !ids.all(in: Bytes(words.utf8)).isEmpty {
          mentions.append(SourceLocation(path: display(newName(of: file)), line: index + 1))
        }
      }
    }
    return mentions
  }

  /// Returns the comment of a line; empty if it has none.
  private static func comment(of line: Substring, isLua: Bool) -> Substring {
    let mark =
      isLua ? line.firstRange(of: "--") : line.hasPrefix("#") ? line.startIndex..<line.startIndex : line.firstRange(of: " #")
    return mark.map { line[$0.lowerBound...] } ?? ""
  }

  // MARK: Proof

  /// Loads the changed plugin in a temporary folder and runs its tests.
  private mutating func verify() throws(Diagnostic) {
    let folder = try Folder.makeTemporary("keping-\(plugin.id)")
    defer { Folder.remove(folder) }
    for (file, text) in texts {
      let change = output.changes.first { $0.old == absolute(file) }
      if let change, change.new == nil { continue }
      let target = folder.pushing(change == nil ? file : newName(of: file))
      try Folder.make(target.removingLastComponent())
      try Folder.write(change?.text ?? text, to: target)
    }
    let changed = try naming(folder) { () throws(Diagnostic) in try Plugin(folder) }
    let unused = PluginCheck(changed).diagnostics.filter { !$0.isRemark }.map { named($0, folder) }
    if !unused.isEmpty {
      // Only a dropped direction leaves something that nothing else uses.
      guard !changes.dropped.isEmpty, unused.allSatisfy({ ["unused-node", "unused-local"].contains($0.code) }) else {
        faults += unused
        return
      }
      remaining = unused
      return
    }
    let after = try naming(folder) { () throws(Diagnostic) in try ProgramTests(try Self.load(changed)).run() }
    tests.after = (after.count { $0.isPassed }, after.count)
    let failures = after.filter { !$0.isPassed }
    let isSame = changes.dropped.isEmpty ? after.count == tests.before.all : after.count <= tests.before.all
    guard !isSame || failures.count > tests.before.all - tests.before.passed else { return }
    for result in failures.prefix(20) {
      faults.append(
        Diagnostic(
          path: named(Diagnostic(path: result.location.path, code: "", Wording("", "")), folder).path, line: result.location.line,
          code: "test-fails",
          Wording("改完以后，用例“\(result.name)”不再通过；请先改", "after the change the test case '\(result.name)' fails; change it first")))
    }
    if failures.isEmpty {
      faults.append(
        Diagnostic(
          path: plugin.path, code: "test-fails",
          Wording(
            "改完以后，用例的个数变了：\(tests.before.all)→\(after.count)",
            "the number of test cases changes: \(tests.before.all) to \(after.count)")))
    }
  }

  private static func load(_ plugin: Plugin) throws(Diagnostic) -> PluginProgram {
    do throws(LoadFailure) { return try PluginProgram(plugin) } catch { throw error.diagnostic }
  }

  private func naming<Result>(_ folder: FilePath, _ body: () throws(Diagnostic) -> Result) throws(Diagnostic) -> Result {
    do throws(Diagnostic) { return try body() } catch { throw named(error, folder) }
  }

  /// Returns a diagnostic with the plugin's path in place of the temporary folder.
  private func named(_ diagnostic: Diagnostic, _ folder: FilePath) -> Diagnostic {
    var diagnostic = diagnostic
    if diagnostic.path.hasPrefix(folder.string) { diagnostic.path = plugin.path + diagnostic.path.dropFirst(folder.string.count) }
    return diagnostic
  }

  // MARK: Paths

  private func folder(of file: FilePath) -> String? { file.components.count > 1 ? file.components.first?.string : nil }
  private func absolute(_ file: FilePath) -> FilePath { plugin.folder.pushing(file) }
  private func display(_ file: FilePath) -> String { plugin.displayPath(of: absolute(file)) }
}

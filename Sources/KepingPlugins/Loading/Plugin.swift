import KepingCore
import KepingFiles
import SystemPackage

/// A folder that contains a plugin, with its manifest.
public struct Plugin: Sendable {
  /// The plugin's manifest.
  public let manifest: Manifest
  /// The folder, with symbolic links resolved.
  package let folder: FilePath
  /// The path of the folder, as messages show it.
  public let path: String

  /// The plugin's id.
  public var id: String { manifest.reference.id }

  /// The largest size of a Lua, example or test file, in bytes.
  package static let maximumFileSize = 512 << 10
  /// The largest size of a manifest, in bytes.
  static let maximumManifestSize = 1 << 20

  /// Reads the manifest of the plugin in a folder.
  /// - Throws: ``Diagnostic``.
  public init(_ folder: FilePath) throws(Diagnostic) {
    path = folder.string
    self.folder = Folder.resolved(folder)
    let file = folder.appending("plugin.yaml")
    manifest = try Manifest(try ManifestFile.read(folder), path: file.string)
  }

  /// Creates a plugin with a manifest that was read before.
  init(_ folder: FilePath, _ manifest: Manifest) {
    path = folder.string
    self.folder = Folder.resolved(folder)
    self.manifest = manifest
  }

  /// Creates a plugin whose folder this process does not read.
  init(unread path: String, _ manifest: Manifest) {
    self.path = path
    folder = FilePath(path)
    self.manifest = manifest
  }

  /// Returns the message for a module that the plugin does not have.
  package static func unknownModule(_ name: String, among known: [String]) -> Wording {
    let wording = Wording("插件目录中没有模块“\(name)”", "the plugin's folder has no module '\(name)'")
    let bare = (name.hasSuffix(".lua") ? name.dropLast(4) : name[...]).split(separator: "/").filter { $0 != "." }.joined(
      separator: ".")
    guard bare != name, known.contains(bare) else { return wording.suggesting(name, among: known) }
    return wording.adding(
      Wording(
        "名称不带 .lua，子目录用“.”隔开，写作 require \"\(bare)\"",
        "write the name without .lua and with '.' between folders: require \"\(bare)\""))
  }

  /// Reads the source of a Lua file of the plugin.
  /// - Parameters:
  ///   - name: the file's path in the folder without `.lua`, with `.` between folders.
  ///   - line: the 1-based line that requires the module, for messages.
  ///   - chunk: the chunk that requires the module, for messages.
  /// - Throws: ``Diagnostic`` with code `unknown-module` if there is no such file, `lua-fault` if Lua 5.4.4 would compile
  ///   it wrongly, `invalid-encoding` if it is not UTF-8, or a code of the file's reader.
  package func module(_ name: String, line: Int, in chunk: String) throws(Diagnostic) -> (source: Bytes, chunk: String) {
    func refuse(_ chinese: String, _ english: String) -> Diagnostic {
      Diagnostic(path: path(ofChunk: chunk), line: line, code: "unknown-module", Wording(chinese, english))
    }
    let parts = name.split(separator: ".", omittingEmptySubsequences: false)
    let isPlain = parts.allSatisfy { part in
      !part.isEmpty
        && part.utf8.allSatisfy {
          $0 == 0x2D || $0 == 0x5F || ($0 < 0x80 && Character(Unicode.Scalar($0)).isLetter) || ($0 >= 0x30 && $0 <= 0x39)
        }
    }
    guard isPlain else {
      throw refuse(
        "模块名“\(name)”只能用字母、数字、“-”、“_”，以“.”分隔目录，如 require \"lib.fields\"",
        "the module name '\(name)' may contain only letters, digits, '-' and '_', with '.' between folders, as in require \"lib.fields\""
      )
    }
    let relative = parts.joined(separator: "/") + ".lua"
    let file = folder.appending(relative)
    guard !isLink(file) else {
      throw refuse("模块“\(name)”是链接，不能使用", "the module '\(name)' must not be a link or in a linked folder")
    }
    guard Folder.hasFile(file) else {
      let known = (Folder.names(in: folder) ?? []).filter { $0.hasSuffix(".lua") }.map { String($0.dropLast(4)) }
      throw Diagnostic(
        path: path(ofChunk: chunk), line: line, code: "unknown-module", Self.unknownModule(name, among: known))
    }
    // Plugins of api 1 may have comments in another encoding.
    let source = manifest.api >= 2 ? try readUTF8(file) : try read(file)
    if let (line, wording) = CompilerFaults(source).first {
      throw Diagnostic(path: path(ofChunk: "\(id)/\(relative)"), line: line, code: "lua-fault", wording)
    }
    return (source, "\(id)/\(relative)")
  }
}

/// The plugins of a folder, and diagnostics for the plugins that could not be read.
///
/// The example imports `KepingCore`, `KepingPlugins` and `SystemPackage`. `plugins` is the `FilePath` of the shipped folder
/// `Plugins`.
///
/// ```swift
/// let folder = try PluginFolder(plugins)
/// for plugin in folder.plugins { print(plugin.id, plugin.manifest.plan.title) }
/// for fault in folder.faults { print(fault.text(.english)) }
/// // Prints "jianfeng-2024 百色市“科技尖峰”行动专项"
/// // Prints "jili-2024 百色市激励研发投入专项"
/// // Prints "zhuji-2024 百色市“科技筑基”行动专项"
/// ```
public struct PluginFolder: Sendable {
  /// The path of the folder.
  public let path: FilePath
  /// The plugins, sorted by id.
  public let plugins: [Plugin]
  /// The plugins whose manifests are not valid, sorted by id, except those whose ids other plugins have.
  public let unreadable: [UnreadablePlugin]
  /// A diagnostic for each plugin that cannot be used: those of ``unreadable``, and those with an id that is already used.
  public let faults: [Diagnostic]

  /// Reads the manifests of all plugins of a folder; a subfolder without `plugin.yaml` and `program.lua` is ignored.
  /// - Throws: ``Diagnostic`` with code `no-plugins` if there is no such folder.
  public init(_ path: FilePath) throws(Diagnostic) {
    guard let names = Folder.names(in: path) else {
      throw Diagnostic(path: path.string, code: "no-plugins", Wording("不是插件目录", "not a folder of plugins"))
    }
    var plugins: [Plugin] = []
    var unreadable: [UnreadablePlugin] = []
    var faults: [Diagnostic] = []
    for name in names where !name.hasPrefix(".") {
      let folder = path.appending(name)
      guard Folder.exists(folder), ManifestFile.isExpected(in: folder) else { continue }
      do throws(Diagnostic) {
        let plugin = try Plugin(folder)
        if let index = plugins.firstIndex(where: { $0.id == plugin.id }) {
          // Of two plugins with the same id, the one whose folder has the id as its name is kept, otherwise the first.
          let (kept, other) = name == plugin.id ? (plugin, plugins[index]) : (plugins[index], plugin)
          plugins[index] = kept
          faults.append(
            Diagnostic(
              path: other.manifest.path, code: "duplicate-id",
              Wording("id“\(plugin.id)”与 \(kept.path) 重复", "the id '\(plugin.id)' is already used by \(kept.path)")))
        } else {
          plugins.append(plugin)
        }
      } catch {
        faults.append(error)
        unreadable.append(UnreadablePlugin(folder, name: name, fault: error))
      }
    }
    self.path = path
    self.plugins = plugins.sorted { $0.id < $1.id }
    self.unreadable = Self.distinct(unreadable, from: plugins)
    self.faults = faults
  }

  /// Returns the error for an id that no plugin of the folder has: if a subfolder has that name, what is wrong with it.
  public func unknownProgram(_ id: String) -> Diagnostic {
    if let plugin = plugins.first(where: { FilePath($0.path).lastComponent?.string == id }) {
      return Diagnostic(
        path: plugin.manifest.path, code: "unknown-program",
        Wording(
          "没有专项“\(id)”：目录 \(id) 里的专项 id 是 \(plugin.id)，请用 id",
          "no program '\(id)': the id of the program in the folder \(id) is \(plugin.id)")
      )
    }
    if Manifest.isIdentifier(id), Folder.exists(path.appending(id)), let fault = ManifestFile.missing(in: path.appending(id)) {
      return fault
    }
    let known = plugins.map(\.id) + unreadable.map(\.plugin.id)
    return Diagnostic(code: "unknown-program", Wording("没有专项“\(id)”", "no program '\(id)'").suggesting(id, among: known))
  }

  /// Returns the unreadable plugins with distinct ids, sorted by id.
  ///
  /// One whose id belongs to another plugin has the name of its folder as its id, and is left out if that is taken, too.
  private static func distinct(_ unreadable: [UnreadablePlugin], from plugins: [Plugin]) -> [UnreadablePlugin] {
    var taken = Set(plugins.map(\.id))
    var distinct: [UnreadablePlugin] = []
    // The folder that has the id as its name comes first.
    for item in unreadable.filter({ $0.plugin.id == $0.folderName }) + unreadable.filter({ $0.plugin.id != $0.folderName }) {
      var item = item
      if taken.contains(item.plugin.id) { item.useFolderName() }
      if taken.insert(item.plugin.id).inserted { distinct.append(item) }
    }
    return distinct.sorted { $0.plugin.id < $1.plugin.id }
  }
}

import KepingCore
import KepingFiles
import KepingPlugins
import KepingYAML
import SystemPackage

extension Plugin {
  /// The applications of `examples/` by id, which tests build upon.
  /// - Throws: ``Diagnostic``.
  func examples() throws(Diagnostic) -> [String: JSONValue] {
    var examples: [String: JSONValue] = [:]
    for file in files(in: "examples", endingIn: ".json") {
      let path = displayPath(of: file)
      let bytes = try FileText.read(file, limit: Self.maximumFileSize)
      guard let value = try? JSONValue(bytes), case .list(let applications) = value else {
        throw Diagnostic(
          path: path, code: "invalid-example", Wording("示例应为申报书的JSON数组", "examples are a JSON array of applications"))
      }
      for application in applications {
        guard let id = application.text(ofMember: "id"), examples.updateValue(application, forKey: id) == nil else {
          throw Diagnostic(
            path: path, code: "invalid-example", Wording("示例缺少id或id重复", "an example without id, or with one that is taken"))
        }
      }
    }
    return examples
  }

  /// The error for an example that there is none of.
  static func unknownExample(_ name: String, _ examples: [String: JSONValue]) -> Wording {
    Wording("examples/ 中没有“\(name)”", "no '\(name)' in examples/").suggesting(name, among: examples.keys.sorted())
  }

  /// The files of `tests/`, sorted by name: cases and what is declared of them, and Lua.
  /// - Throws: ``Diagnostic`` with code `unknown-file` where something there would not be run.
  func testFiles() throws(Diagnostic) -> (yaml: [FilePath], lua: [FilePath]) {
    for file in files(in: "tests", endingIn: "") {
      let name = file.lastComponent?.string ?? ""
      if name.hasPrefix(".") || name.hasSuffix("~") { continue }
      guard Folder.hasFile(file), name.hasSuffix(".yaml") || name.hasSuffix(".lua") else {
        throw Diagnostic(
          path: displayPath(of: file), code: "unknown-file",
          Wording("tests/ 中只能有 .yaml 和 .lua 文件，这个不会运行", "tests/ has .yaml and .lua files only: this would not be run"))
      }
    }
    return (files(in: "tests", endingIn: ".yaml"), files(in: "tests", endingIn: ".lua"))
  }

  /// The files of one of the plugin's folders, sorted by name.
  func files(in name: String, endingIn ending: String) -> [FilePath] {
    let folder = self.folder.appending(name)
    return (Folder.names(in: folder) ?? []).filter { $0.hasSuffix(ending) && !$0.hasPrefix(".") }.map { folder.appending($0) }
  }

  /// A file of the plugin, as the user would name it.
  func displayPath(of file: FilePath) -> String {
    let real = folder.string
    return file.string.hasPrefix(real) ? path + file.string.dropFirst(real.count) : file.string
  }
}

extension Plugin {
  /// Settings as a test has them: those of the manifest, with other values.
  func settings(_ node: YAMLNode) throws(Diagnostic) -> [String: SettingValue] {
    var settings: [String: SettingValue] = [:]
    for (key, value) in try node.members() {
      let name = try key.text()
      guard let known = manifest.settings.first(where: { $0.name == name }) else {
        throw key.fault(
          "unknown-setting",
          Wording("没有设置“\(name)”", "no setting '\(name)'").suggesting(name, among: manifest.settings.map(\.name)))
      }
      let setting = try SettingValue(value)
      guard setting.hasSameType(as: known.value) else {
        throw value.fault(
          "wrong-type", Wording("设置“\(name)”与 plugin.yaml 中的类型不同", "the setting '\(name)' is of another type in plugin.yaml"))
      }
      settings[name] = setting
    }
    return settings
  }
}

extension PluginProgram {
  /// The same plugin, loaded with other settings.
  func reloaded(with settings: [String: SettingValue]) throws(Diagnostic) -> PluginProgram {
    do throws(LoadFailure) {
      return try PluginProgram(plugin, settings: settings, limits: limits)
    } catch {
      throw error.diagnostic
    }
  }
}

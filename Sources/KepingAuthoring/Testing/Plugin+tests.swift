import KepingCore
import KepingFiles
import KepingPlugins
import KepingYAML
import SystemPackage

extension Plugin {
  /// Returns the applications in `examples/` by id, which are the bases of tests.
  /// - Throws: ``Diagnostic`` if a file cannot be read or is not an array of applications with unique ids.
  func examples() throws(Diagnostic) -> [String: JSONValue] {
    var examples: [String: JSONValue] = [:]
    for path in try files(in: "examples", endingIn: ".json") {
      let file = try ExampleFile(try readUTF8(path), path: displayPath(of: path))
      for (application, index) in file.applications {
        guard let id = application.text(ofMember: "id") else {
          throw file.fault("id", of: index, Wording("示例缺少文本id（申报编号）", "an example has no text 'id'"))
        }
        guard examples.updateValue(application, forKey: id) == nil else {
          throw file.fault(
            "id", of: index, Wording("id“\(id)”与另一份示例重复，请换一个", "another example has the id '\(id)'; give this one another id"))
        }
      }
    }
    return examples
  }

  /// Returns the message for an unknown example.
  static func unknownExample(_ name: String, _ examples: [String: JSONValue]) -> Wording {
    Wording("examples/ 中没有“\(name)”", "examples/ has no application '\(name)'").suggesting(name, among: examples.keys.sorted())
  }

  /// Returns the files in `tests/`, sorted by name: YAML files with cases and exceptions, and Lua files.
  /// - Throws: ``Diagnostic`` with code `unknown-file` if the folder contains a file that would not be run.
  func testFiles() throws(Diagnostic) -> (yaml: [FilePath], lua: [FilePath]) {
    for file in try files(in: "tests", endingIn: "") {
      let name = file.lastComponent?.string ?? ""
      if name.hasPrefix(".") || name.hasSuffix("~") { continue }
      guard Folder.hasFile(file), name.hasSuffix(".yaml") || name.hasSuffix(".lua") else {
        throw Diagnostic(
          path: displayPath(of: file), code: "unknown-file",
          Wording("tests/ 中只能有 .yaml 和 .lua 文件，这个不会运行", "tests/ may contain only .yaml and .lua files; this one would not be run")
        )
      }
    }
    return (try files(in: "tests", endingIn: ".yaml"), try files(in: "tests", endingIn: ".lua"))
  }
}

extension Plugin {
  /// Reads the settings of a test, which give other values to settings of the manifest.
  /// - Throws: ``Diagnostic`` with code `unknown-setting` or `wrong-type`.
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
          "wrong-type", Wording("设置“\(name)”与 plugin.yaml 中的类型不同", "the setting '\(name)' has another type in plugin.yaml"))
      }
      settings[name] = setting
    }
    return settings
  }
}

extension PluginProgram {
  /// Loads the same plugin with other settings.
  func reloaded(with settings: [String: SettingValue]) throws(Diagnostic) -> PluginProgram {
    do throws(LoadFailure) {
      return try PluginProgram(plugin, settings: settings, limits: limits)
    } catch {
      throw error.diagnostic
    }
  }
}

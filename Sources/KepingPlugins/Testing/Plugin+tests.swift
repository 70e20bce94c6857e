import KepingCore
import KepingFiles
import SystemPackage

extension Plugin {
  /// The applications of `examples/` by id, which tests build upon.
  /// - Throws: ``Diagnostic``.
  func examples() throws(Diagnostic) -> [String: JSONValue] {
    var examples: [String: JSONValue] = [:]
    for file in files(in: "examples", endingIn: ".json") {
      let shown = self.shown(file)
      let bytes = try FileText.read(file, limit: Self.maximumFileSize)
      guard let value = try? JSONValue(bytes), case .list(let applications) = value else {
        throw Diagnostic(
          path: shown, code: "invalid-example", Wording("示例应为申报书的JSON数组", "examples are a JSON array of applications"))
      }
      for application in applications {
        guard let id = application.text("id"), examples.updateValue(application, forKey: id) == nil else {
          throw Diagnostic(
            path: shown, code: "invalid-example", Wording("示例缺少id或id重复", "an example without id, or with one that is taken"))
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
          path: shown(file), code: "unknown-file",
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
  func shown(_ file: FilePath) -> String {
    let real = folder.string
    return file.string.hasPrefix(real) ? path + file.string.dropFirst(real.count) : file.string
  }
}

import KepingCore
import KepingFiles
import SystemPackage

/// Finds the manifest of a plugin's folder, or the reason why there is none.
enum ManifestFile {
  static let name = "plugin.yaml"

  /// Reads the text of the manifest in a folder.
  /// - Throws: ``Diagnostic`` with a code of ``FileText/readText(_:limit:followsLinks:)``, and advice if there is no such file.
  static func read(_ folder: FilePath) throws(Diagnostic) -> String {
    if let fault = missing(in: folder) { throw fault }
    return try FileText.readText(folder.appending(name), limit: Plugin.maximumManifestSize, followsLinks: false)
  }

  /// Returns whether a folder is meant to be a plugin: it has a manifest, a file with a similar name, or a program.
  static func isExpected(in folder: FilePath) -> Bool {
    exists(folder.appending(name)) || exists(folder.appending("program.lua")) || misnamed(in: folder) != nil
  }

  /// Returns the error of a folder without a manifest, or nil if it has one.
  static func missing(in folder: FilePath) -> Diagnostic? {
    func fault(_ path: FilePath, _ chinese: String, _ english: String) -> Diagnostic {
      Diagnostic(path: path.string, code: "unreadable-file", Wording(chinese, english))
    }
    guard Folder.exists(folder) else { return fault(folder, "没有这个目录", "no such folder") }
    let file = folder.appending(name)
    guard !exists(file) else {
      return Folder.exists(file) ? fault(file, "是目录，应为文件", "a folder, but a file is expected") : nil
    }
    if let other = misnamed(in: folder) {
      return fault(file, "文件不存在；请把 \(other) 改名为 \(name)", "no such file; rename \(other) to \(name)")
    }
    if let inner = Folder.names(in: folder)?.first(where: { exists(folder.appending($0).appending(name)) }) {
      return fault(
        file, "文件不存在；插件在里面一层的 \(inner) 目录，请移出来", "no such file; the plugin is in the folder \(inner) inside, move it out")
    }
    return fault(
      file, "文件不存在；插件目录里要有 \(name)，可用 keping programs new 建立一个新插件来对照",
      "no such file; a plugin needs a \(name), as 'keping programs new' creates one")
  }

  /// Returns the name of a file that is probably meant to be the manifest.
  private static func misnamed(in folder: FilePath) -> String? {
    Folder.names(in: folder)?.first { other in
      let lower = other.lowercased()
      return ["plugin.yml", "plugin.yaml", "plugin.yaml.txt", "plugin.yml.txt", "plugin.txt", "plugins.yaml", "plugin.yaml.yaml"]
        .contains(lower) && other != name
    }
  }

  private static func exists(_ path: FilePath) -> Bool { (try? path.stat(followTargetSymlink: false)) != nil }
}

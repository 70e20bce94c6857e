import KepingCore
import KepingFiles
import SystemPackage

extension Scaffold {
  /// Writes a plugin for another year that begins with all that one has: its id, version and year are its own, and the years
  /// in its examples and tests are moved along.
  /// - Throws: ``Diagnostic``, where the id is not one, the folder is there already, or a file is none that can be copied.
  public static func write(id: String, year: Int, from plugin: Plugin, in folder: FilePath) throws(Diagnostic) {
    let place = try newFolder(id, in: folder)
    let shift = YearShift(from: plugin.manifest.year, to: year)
    for file in try files(of: plugin, plugin.folder) {
      let path = plugin.folder.pushing(file)
      let target = place.pushing(file)
      let old = try FileText.readText(path, limit: Plugin.maximumFileSize, followsLinks: false)
      var new = old
      if file.string == "plugin.yaml" {
        new = manifest(old, id: id, year: year)
      } else if ["examples", "tests"].contains(file.components.first?.string) {
        new = shift.text(old)
      }
      try Folder.make(target.removingLastComponent())
      try Folder.write(new, to: target)
    }
  }

  /// The plugin's files, by their paths within it.
  private static func files(of plugin: Plugin, _ folder: FilePath) throws(Diagnostic) -> [FilePath] {
    var files: [FilePath] = []
    for name in Folder.names(in: folder) ?? [] where !name.hasPrefix(".") {
      let path = folder.appending(name)
      switch (try? path.stat(followTargetSymlink: false))?.type {
      case .directory?: files += try self.files(of: plugin, path)
      case .regular?: files.append(FilePath(String(path.string.dropFirst(plugin.folder.string.utf8.count + 1))))
      default:
        throw Diagnostic(
          path: plugin.shown(path), code: "unreadable-file", Wording("不是普通文件，不能复制", "not a regular file: it cannot be copied"))
      }
    }
    return files
  }

  /// The manifest with another id and year, and a version of its own; its comments stay.
  private static func manifest(_ text: String, id: String, year: Int) -> String {
    let values = ["id": id, "version": "0.1.0", "year": "\(year)"]
    return text.split(separator: "\n", omittingEmptySubsequences: false).map { line in
      guard let colon = line.firstIndex(of: ":"), let value = values[String(line[..<colon])] else { return String(line) }
      return "\(line[...colon]) \(value)"
    }.joined(separator: "\n")
  }
}

import KepingCore
import KepingFiles
import KepingPlugins
import SystemPackage

extension Scaffold {
  /// Writes a copy of a plugin for another year.
  ///
  /// The copy has its own id, version and year, and the years in its examples and tests are shifted; see ``YearShift``.
  ///
  /// - Throws: ``Diagnostic`` if the id is invalid, the folder exists, or a file cannot be copied.
  public static func write(id: String, year: Int, from plugin: Plugin, in folder: FilePath) throws(Diagnostic) {
    let pluginFolder = try newFolder(id, in: folder)
    // All files are read before any is written, so that a file that cannot be copied leaves nothing behind.
    var copies: [(file: FilePath, text: String)] = []
    for file in try files(of: plugin, plugin.folder) {
      let path = plugin.folder.pushing(file)
      var text = try plugin.readText(path)
      if file.string == "plugin.yaml" { text = try manifest(text, of: plugin, id: id, year: year) }
      copies.append((file, text))
    }
    func isShifted(_ file: FilePath) -> Bool { ["examples", "tests"].contains(file.components.first?.string) }
    let sources = copies.filter { $0.file.extension == "lua" && !isShifted($0.file) }.map(\.text)
    let shift = YearShift(from: plugin.manifest.year, to: year, program: sources.joined(separator: "\n"))
    for index in copies.indices where isShifted(copies[index].file) { copies[index].text = shift.shifted(copies[index].text) }
    for (file, text) in copies {
      let target = pluginFolder.pushing(file)
      try Folder.make(target.removingLastComponent())
      try Folder.write(text, to: target)
    }
  }

  /// Returns the files in a folder of the plugin, by their paths within the plugin.
  static func files(of plugin: Plugin, _ folder: FilePath) throws(Diagnostic) -> [FilePath] {
    var files: [FilePath] = []
    for name in Folder.names(in: folder) ?? [] where !name.hasPrefix(".") {
      let path = folder.appending(name)
      switch (try? path.stat(followTargetSymlink: false))?.type {
      case .directory?: files += try self.files(of: plugin, path)
      case .regular?: files.append(FilePath(String(path.string.dropFirst(plugin.folder.string.utf8.count + 1))))
      default:
        throw Diagnostic(
          path: plugin.displayPath(of: path), code: "unreadable-file",
          Wording("不是普通文件，不能复制", "not a regular file, so it cannot be copied"))
      }
    }
    return files
  }

  /// Returns the manifest with another id and year and the version 0.1.0; all other lines stay, with their comments.
  private static func manifest(_ text: String, of plugin: Plugin, id: String, year: Int) throws(Diagnostic) -> String {
    let values = ["id": id, "version": "0.1.0", "year": "\(year)"]
    // Lines are split by scalars, since a carriage return followed by a line feed is one `Character`.
    let lines = text.unicodeScalars.split(separator: "\n", omittingEmptySubsequences: false).map { scalars in
      let line = String(scalars)
      guard let colon = line.firstIndex(of: ":"), let value = values[String(line[..<colon])] else { return line }
      return "\(line[...colon]) \(value)" + (scalars.last == "\r" ? "\r" : "")
    }
    let changed = lines.joined(separator: "\n")
    let manifest = try Manifest(changed, path: plugin.manifest.path)
    guard manifest.reference == ProgramReference(id: id, version: "0.1.0"), manifest.year == year else {
      throw Diagnostic(
        path: plugin.manifest.path, code: "unusual-manifest",
        Wording(
          "id、version、year 应各占一行，写作“id: …”，才能改写",
          "id, version and year cannot be changed unless each is on its own line, such as 'id: …'")
      )
    }
    return changed
  }
}

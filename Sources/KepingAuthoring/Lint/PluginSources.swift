import KepingCore
import KepingFiles
import KepingPlugins
import SystemPackage

extension Plugin {
  /// A Lua file of the plugin.
  struct Source {
    /// The path, as messages name it.
    let path: String
    /// The name for `require`, such as `lib.quotes`.
    let module: String
    let bytes: Bytes
  }

  /// Returns the plugin's Lua files, without those in `tests/` and without symbolic links.
  /// - Throws: ``Diagnostic`` if a file cannot be read.
  func sources() throws(Diagnostic) -> [Source] {
    var sources: [Source] = []
    try collectSources(in: folder, modulePrefix: "", depth: 0, into: &sources)
    return sources
  }

  /// Appends the Lua files of a folder and its subfolders, down to a depth of 20.
  private func collectSources(
    in folder: FilePath, modulePrefix prefix: String, depth: Int, into sources: inout [Source]
  ) throws(Diagnostic) {
    for name in Folder.names(in: folder) ?? [] where !name.hasPrefix(".") && !(prefix.isEmpty && name == "tests") {
      let file = folder.appending(name)
      switch (try? file.stat(followTargetSymlink: false))?.type {
      case .directory? where depth < 20:
        try collectSources(in: file, modulePrefix: prefix + name + ".", depth: depth + 1, into: &sources)
      case .regular? where name.hasSuffix(".lua"):
        sources.append(Source(path: displayPath(of: file), module: prefix + name.dropLast(4), bytes: try read(file)))
      default: break
      }
    }
  }
}

import KepingCore
import KepingFiles
import KepingPlugins
import SystemPackage

extension Plugin {
  /// A Lua file of the plugin, with its path as messages name it.
  struct Source {
    let path: String
    /// As `require` knows it: `lib.quotes`.
    let module: String
    let bytes: Bytes
  }

  /// The plugin's Lua files, by their paths; those of `tests/` and behind links are none.
  /// - Throws: ``Diagnostic`` where one cannot be read.
  func sources() throws(Diagnostic) -> [Source] {
    var sources: [Source] = []
    try collect(folder, "", 0, &sources)
    return sources
  }

  private func collect(_ folder: FilePath, _ prefix: String, _ depth: Int, _ sources: inout [Source]) throws(Diagnostic) {
    for name in Folder.names(in: folder) ?? [] where !name.hasPrefix(".") && !(prefix.isEmpty && name == "tests") {
      let file = folder.appending(name)
      switch (try? file.stat(followTargetSymlink: false))?.type {
      case .directory? where depth < 20: try collect(file, prefix + name + ".", depth + 1, &sources)
      case .regular? where name.hasSuffix(".lua"):
        do throws(Diagnostic) {
          let bytes = try FileText.read(file, limit: Self.maximumFileSize, followsLinks: false)
          sources.append(Source(path: shown(file), module: prefix + name.dropLast(4), bytes: bytes))
        } catch {
          var error = error
          error.path = shown(file)
          throw error
        }
      default: break
      }
    }
  }
}

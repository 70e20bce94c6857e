import KepingCore
import KepingFiles
import SystemPackage

extension Plugin {
  /// The SHA-256 of the plugin's sources as hexadecimal digits; nil if one of them cannot be read.
  ///
  /// It is the hash of a list with a line for each source, sorted by path: its hash, two spaces and its path in the folder. The
  /// command `sha256sum` prints such lines. Sources are the manifest and all Lua files that `require` can find.
  package var sourceHash: String? {
    var list: Bytes = []
    for path in (luaFiles + ["plugin.yaml"]).sorted(by: { $0.utf8.lexicographicallyPrecedes($1.utf8) }) {
      let limit = path == "plugin.yaml" ? Self.maximumManifestSize : Self.maximumFileSize
      guard let source = try? FileText.read(folder.appending(path), limit: limit, followsLinks: false) else { return nil }
      list.append("\(ContentHash.text(of: source))  \(path)\n")
    }
    return ContentHash.text(of: list)
  }

  /// The paths in the folder of all Lua files that are neither links nor too large, with `/` between folders.
  private var luaFiles: [String] {
    var files: [String] = []
    // Folders whose names are not read yet; each ends with `/`, except the plugin's own, which is empty.
    var folders = [""]
    while let parent = folders.popLast() {
      for name in Folder.names(in: folder.appending(parent)) ?? [] where !name.hasPrefix(".") {
        guard let status = try? folder.appending(parent + name).stat(followTargetSymlink: false) else { continue }
        switch status.type {
        case .directory: folders.append(parent + name + "/")
        case .regular where name.hasSuffix(".lua") && status.size <= Int64(Self.maximumFileSize): files.append(parent + name)
        default: continue
        }
      }
    }
    return files
  }
}

import KepingCore
import KepingFiles
import SystemPackage

/// The files in a plugin's folder: their names in messages, and reading them without following a link out of the folder.
extension Plugin {
  /// Returns the path of a chunk's file, as messages show it, for a chunk name such as `jili-2024/program.lua`.
  package func path(ofChunk chunk: String) -> String {
    guard chunk.hasPrefix(id + "/") else { return chunk }
    return path + chunk.dropFirst(id.count)
  }

  /// Returns the chunk name for a file's path, which is the same on every machine; the inverse of ``path(ofChunk:)``.
  ///
  /// The path may be the one that messages show or the real one, which differ if the folder was given by a link.
  public func chunk(ofPath path: String) -> String {
    let rest = rest(of: path, in: self.path) ?? rest(of: path, in: folder.string)
    return rest.map { id + $0 } ?? path
  }

  /// Returns the path of a file in the plugin's folder as the user would write it.
  package func displayPath(of file: FilePath) -> String {
    rest(of: file.string, in: folder.string).map { path + $0 } ?? file.string
  }

  /// Returns the part of a path behind a folder, which is empty or begins with `/`; nil if it does not lead into the folder.
  private func rest(of path: String, in folder: String) -> String? {
    guard path.utf8.starts(with: folder.utf8) else { return nil }
    let rest = path.utf8.dropFirst(folder.utf8.count)
    return rest.first == nil || rest.first == 0x2F ? String(Substring(rest)) : nil
  }

  /// Whether a file in the plugin's folder is a link or in a folder that is one.
  func isLink(_ file: FilePath) -> Bool {
    (try? file.stat(followTargetSymlink: false))?.type == .symbolicLink || Folder.resolved(file) != file
  }

  /// Requires that a file or folder in the plugin's folder is neither a link nor in a folder that is one.
  /// - Throws: ``Diagnostic`` with code `unreadable-file`.
  private func refuseLink(_ file: FilePath) throws(Diagnostic) {
    guard isLink(file) else { return }
    throw Diagnostic(
      path: displayPath(of: file), code: "unreadable-file",
      Wording("是链接，不能使用", "a link, or in a linked folder, which is not allowed"))
  }

  /// Returns the files in one of the plugin's folders whose names have an ending, sorted by name; none if there is no folder.
  /// - Throws: ``Diagnostic`` with code `unreadable-file` if the folder is a link. The files may be links; see ``read(_:)``.
  package func files(in name: String, endingIn endings: String...) throws(Diagnostic) -> [FilePath] {
    let folder = self.folder.appending(name)
    try refuseLink(folder)
    return (Folder.names(in: folder) ?? [])
      .filter { name in !name.hasPrefix(".") && endings.contains { name.hasSuffix($0) } }.map { folder.appending($0) }
  }

  /// Reads a file in the plugin's folder, without a UTF-8 byte order mark at its start.
  /// - Throws: ``Diagnostic`` with the path as the user would write it, and code `unreadable-file` for a link, or a code of
  ///   ``FileText/read(_:limit:followsLinks:)``.
  package func read(_ file: FilePath) throws(Diagnostic) -> Bytes {
    try refuseLink(file)
    return try naming(file) { () throws(Diagnostic) in
      FileText.withoutMark(try FileText.read(file, limit: Self.maximumFileSize, followsLinks: false))
    }
  }

  /// Reads a file in the plugin's folder, which has to be UTF-8.
  /// - Throws: ``Diagnostic`` as for ``read(_:)``, or with code `invalid-encoding`.
  package func readUTF8(_ file: FilePath) throws(Diagnostic) -> Bytes {
    let bytes = try read(file)
    if let fault = FileText.encodingFault(bytes, displayPath(of: file)) { throw fault }
    return bytes
  }

  /// Reads the text of a file in the plugin's folder.
  /// - Throws: ``Diagnostic`` as for ``readUTF8(_:)``.
  package func readText(_ file: FilePath) throws(Diagnostic) -> String { String(decoding: try readUTF8(file), as: UTF8.self) }

  /// Opens a regular file in the plugin's folder.
  /// - Throws: ``Diagnostic`` with the path as the user would write it, and code `unreadable-file`.
  package func open(_ file: FilePath) throws(Diagnostic) -> ByteSource {
    try refuseLink(file)
    guard Folder.hasFile(file) else {
      throw Diagnostic(path: displayPath(of: file), code: "unreadable-file", Wording("不是普通文件", "not a regular file"))
    }
    return try naming(file) { () throws(Diagnostic) in try ByteSource(file) }
  }

  /// Runs a body whose diagnostics have the real path of a file, and replaces it by the path as the user would write it.
  private func naming<Result>(_ file: FilePath, _ body: () throws(Diagnostic) -> Result) throws(Diagnostic) -> Result {
    do throws(Diagnostic) {
      return try body()
    } catch {
      var error = error
      error.path = displayPath(of: file)
      throw error
    }
  }
}

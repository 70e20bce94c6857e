import KepingCore
import KepingFiles
import SystemPackage

/// New texts for files, which are written together or not at all.
struct FileChanges {
  /// A file with its old text, its new path and its new text; a removed file has no new path.
  struct Change {
    let old: FilePath
    let oldText: String
    let new: FilePath?
    let text: String
  }

  var changes: [Change] = []

  /// Writes all files under temporary names, then gives them their names and removes the old ones.
  ///
  /// - Throws: ``Diagnostic`` if a file cannot be written; then the old files are as before.
  func write() throws(Diagnostic) {
    var staged: [(file: StagedFile, change: Change)] = []
    for change in changes {
      guard let target = change.new else { continue }
      let file = try StagedFile(target)
      try Folder.write(change.text, to: file.path)
      staged.append((file, change))
    }
    let targets = Set(changes.compactMap(\.new))
    do throws(Diagnostic) {
      for (file, _) in staged { try file.finish() }
    } catch {
      for change in changes { try? Folder.write(change.oldText, to: change.old) }
      for target in targets where !changes.contains(where: { $0.old == target }) { Folder.remove(target) }
      throw error
    }
    for change in changes where !targets.contains(change.old) { Folder.remove(change.old) }
  }
}

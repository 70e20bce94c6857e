import KepingCore
import KepingFiles
import KepingPlugins
import SystemPackage

extension Scaffold {
  /// Writes the files of a draft, with a marked reason for each figure in its quotes that no check answers.
  /// - Throws: ``Diagnostic`` if the id is invalid, the folder exists, or a file cannot be written.
  public static func write(_ draft: GuidelineDraft, id: String, in folder: FilePath) throws(Diagnostic) {
    let pluginFolder = try newFolder(id, in: folder)
    try write(draft.files, to: pluginFolder)
    // Which figures the checks answer is known once the program is loaded.
    guard let program = try? PluginProgram(draft: try Plugin(pluginFolder)) else { return }
    try write(draft.answeringFigures(of: program).files, to: pluginFolder)
  }

  private static func write(_ files: [(path: String, text: String)], to folder: FilePath) throws(Diagnostic) {
    for (path, text) in files {
      let file = folder.pushing(FilePath(path))
      try Folder.make(file.removingLastComponent())
      try Folder.write(text, to: file)
    }
  }
}

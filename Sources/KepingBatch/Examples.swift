import KepingCore
import KepingFiles
import KepingPlugins
import KepingPrograms
import SystemPackage

/// The example applications in a plugin's folder.
public enum Examples {
  /// Returns the first valid example for a direction; nil if there is none.
  ///
  /// The plugin's own program reads it, even if another program owns the direction.
  public static func first(of direction: String, in loaded: PluginProgram) -> Record? {
    var assessor = Assessor(loaded)
    let folder = FilePath(loaded.plugin.path).appending("examples")
    for name in Folder.names(in: folder) ?? [] where name.hasSuffix(".json") || name.hasSuffix(".jsonl") {
      guard let source = try? ByteSource(folder.appending(name)) else { continue }
      var reader = RecordReader(source, maximumRecord: 1 << 20)
      while let raw = try? reader.next() {
        guard case .admitted(let record, _) = assessor.admit(raw, in: reader.buffer) else { continue }
        if record.direction == direction { return record }
      }
    }
    return nil
  }
}

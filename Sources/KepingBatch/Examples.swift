import KepingCore
import KepingFiles
import KepingPlugins
import SystemPackage

/// The sample applications that a plugin brings.
public enum Examples {
  /// The first of a plugin's examples that applies for a direction; nil where it has none that is well-formed.
  public static func first(of direction: String, in plugin: Plugin, _ program: Program) -> Record? {
    let folder = FilePath(plugin.path).appending("examples")
    for name in Folder.names(in: folder) ?? [] where name.hasSuffix(".json") || name.hasSuffix(".jsonl") {
      guard let source = try? ByteSource(folder.appending(name)) else { continue }
      var reader = RecordReader(source, maximumRecord: 1 << 20)
      while let raw = try? reader.next() {
        var record = Record()
        guard raw.fault == nil, !raw.isTooLong, (try? record.tape.read(reader.buffer, raw.range)) != nil else { continue }
        record.bindHost(reader.buffer)
        guard record.faults.isEmpty, record.direction == direction, record.year == program.year else { continue }
        record.bindProgram(program.schema)
        if record.faults.isEmpty { return record }
      }
    }
    return nil
  }
}

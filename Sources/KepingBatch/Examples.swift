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
  ///
  /// - Parameter report: receives a diagnostic for each file that cannot be read, such as a link.
  public static func first(
    of direction: String, in loaded: PluginProgram, report: (Diagnostic) -> Void = { _ in }
  ) -> Record? {
    var assessor = Assessor(loaded)
    let plugin = loaded.plugin
    var files: [FilePath] = []
    do throws(Diagnostic) { files = try plugin.files(in: "examples", endingIn: ".json", ".jsonl") } catch { report(error) }
    for file in files {
      let source: ByteSource
      do throws(Diagnostic) {
        source = try plugin.open(file)
      } catch {
        report(error)
        continue
      }
      var reader = RecordReader(source, maximumRecord: 1 << 20)
      while let raw = try? reader.next() {
        guard case .admitted(let record, _) = assessor.admit(raw, in: reader.buffer) else { continue }
        if record.direction == direction { return record }
      }
    }
    return nil
  }
}

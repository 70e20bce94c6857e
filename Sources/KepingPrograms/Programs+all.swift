import KepingCore
import KepingPlugins

extension Programs {
  /// Loads all programs of a folder as they are shipped, whichever of them a configuration switches on.
  ///
  /// - Throws: ``Diagnostic`` if the programs exclude each other.
  public convenience init(allOf folder: PluginFolder) throws(Diagnostic) {
    let lines = folder.plugins.map { "  \"\($0.id)\": on\n" }
    var faults: [Diagnostic] = []
    let text = lines.isEmpty ? "programs: {}\n" : "programs:\n" + lines.joined()
    let configuration = Configuration(text, path: "", faults: &faults)
    self.init(folder, configuration)
    if let fault = (faults + configurationFaults).first { throw fault }
  }
}

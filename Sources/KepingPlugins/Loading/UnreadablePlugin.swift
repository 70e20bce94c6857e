import KepingCore
import KepingFiles
import SystemPackage

/// A folder that contains a plugin whose manifest is not valid, with what is known of the plugin.
public struct UnreadablePlugin: Sendable {
  /// The plugin with the valid parts of its manifest, so that its applications can be recognised.
  public private(set) var plugin: Plugin
  /// The first fault of the manifest.
  public let fault: Diagnostic
  /// The name of the folder.
  public let folderName: String
  /// Whether the id of the plugin is known; if not, the name of the folder is used.
  public private(set) var hasOwnID: Bool
  /// Whether the manifest's list of directions is valid and complete.
  public let hasAllDirections: Bool

  /// Reads what can be read of a manifest.
  ///
  /// - Parameters:
  ///   - folder: the folder of the plugin.
  ///   - name: the name of the folder.
  ///   - fault: the reason why the manifest is not valid.
  init(_ folder: FilePath, name: String, fault: Diagnostic) {
    let file = folder.appending("plugin.yaml")
    let bytes = (try? FileText.read(file, limit: Plugin.maximumManifestSize, followsLinks: false)) ?? []
    // The keys and ids of a manifest in another encoding, such as GBK, are still readable: they are ASCII.
    let partial = PartialManifest(String(decoding: bytes, as: UTF8.self), path: file.string, folder: Self.id(ofFolder: name))
    plugin = Plugin(folder, partial.manifest)
    self.fault = fault
    folderName = name
    hasOwnID = partial.hasOwnID
    hasAllDirections = partial.hasAllDirections
  }

  /// Replaces the id by the name of the folder, because another plugin has the id.
  mutating func useFolderName() {
    hasOwnID = false
    plugin = Plugin(FilePath(plugin.path), plugin.manifest.renamed(Self.id(ofFolder: folderName)))
  }

  /// Returns the name of a folder as an id that can be shown.
  private static func id(ofFolder name: String) -> String { Manifest.isIdentifier(name) ? name : name.printable(limit: 64) }

  /// Returns the failure of each application that the plugin would have evaluated.
  ///
  /// - Parameter limits: the limits for plugins, which results contain.
  public func loadFailure(_ limits: Limits) -> LoadFailure {
    let budget = PluginFailure.Budget(
      instructions: limits.loadInstructions, spent: 0, memory: limits.memory, seconds: limits.loadSeconds)
    let failure = PluginFailure(plugin: plugin.manifest.reference, phase: .load, kind: .load, budget: budget)
    return LoadFailure(diagnostic: fault, failure: failure, traceback: nil, schema: .host)
  }
}

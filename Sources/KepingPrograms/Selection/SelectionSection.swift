import KepingCore
import KepingYAML

/// The section `selection` as the configuration writes it, before its keys are looked up in the programs.
struct SelectionSection {
  /// The key under which the bureau's limits stand.
  static let limits = "limits"

  /// The bureau's limits.
  private(set) var limits: [BureauLimit] = []
  /// The other keys, in the order of the file: groups, and programs with groups.
  private(set) var entries: [(name: String, key: YAMLNode, value: YAMLNode)] = []

  /// Creates a section without settings.
  init() {}

  /// Reads the section.
  ///
  /// - Parameter faults: receives all errors of the limits; those of groups are found with the programs.
  init(_ node: YAMLNode, _ faults: inout [Diagnostic]) throws(Diagnostic) {
    for (key, value) in try node.members() {
      collect(&faults) { faults throws(Diagnostic) in
        let name = try key.text()
        if name == Self.limits {
          limits = try BureauLimit.limits(value, &faults)
        } else {
          entries.append((name, key, value))
        }
      }
    }
  }
}

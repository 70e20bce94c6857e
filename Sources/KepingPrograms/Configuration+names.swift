import KepingCore
import KepingPlugins
import KepingYAML

extension Configuration {
  /// Returns an error for each program or setting that no plugin has, and for each setting of the wrong type.
  func unknownNames(_ candidates: [Candidate]) -> [Diagnostic] {
    var faults: [Diagnostic] = []
    let ids = candidates.map(\.id)
    func checkProgram(_ id: String, _ node: YAMLNode) {
      guard !ids.contains(id), !mayBeUnreadable(id, candidates) else { return }
      faults.append(node.fault(.unknownProgram(id, known: ids)))
    }
    for (id, entry) in programs.sorted(by: { $0.value.node.position < $1.value.node.position }) {
      checkProgram(id, entry.node)
    }
    for (id, members) in settings.sorted(by: { $0.key < $1.key }) {
      let plugin = candidates.first { $0.id == id }
      for (name, entry) in members.sorted(by: { $0.value.node.position < $1.value.node.position }) {
        guard let plugin else {
          checkProgram(id, entry.node)
          continue
        }
        // The settings of an unreadable manifest are not known.
        if plugin.unreadable != nil { continue }
        let known = plugin.plugin.manifest.settings
        guard let setting = known.first(where: { $0.name == name }) else {
          faults.append(entry.node.fault(.unknownSetting(name, program: id, known: known.map(\.name))))
          continue
        }
        if !setting.value.hasSameType(as: entry.value) {
          faults.append(entry.node.fault(.settingType(name, label: setting.label)))
        }
      }
    }
    for group in groups { checkProgram(group.value, group.node) }
    return faults
  }

  /// Returns whether an id that no plugin is known to have may belong to a plugin whose manifest is unreadable.
  func mayBeUnreadable(_ id: String, _ candidates: [Candidate]) -> Bool {
    candidates.contains { candidate in candidate.unreadable.map { $0.folderName == id || !$0.hasOwnID } ?? false }
  }

  /// Returns whether an unreadable plugin is on or off, or nil if the configuration does not name it.
  ///
  /// If its id is not known, it may be any program that no plugin has.
  func isOn(_ plugin: UnreadablePlugin, among ids: [String]) -> Bool? {
    if let entry = programs[plugin.plugin.id] ?? programs[plugin.folderName] { return entry.value }
    guard !plugin.hasOwnID else { return nil }
    return programs.contains { $0.value.value && !ids.contains($0.key) } ? true : nil
  }
}

extension YAMLNode {
  /// The position in the file, with the column because several names may be on one line.
  fileprivate var position: (line: Int, column: Int) { (line, column) }
}

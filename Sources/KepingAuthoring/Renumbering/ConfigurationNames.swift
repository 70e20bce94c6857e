import KepingCore
import KepingYAML

/// The places of a configuration that name directions which get other numbers or are dropped.
public struct ConfigurationNames {
  /// The configuration with the new numbers in the keys under the program's own id.
  public let text: String
  /// The number of keys that change.
  public let changed: Int
  /// The lines that the administrator must look at: keys without a program, which may mean another year's, and keys of dropped
  /// directions.
  public let open: [Diagnostic]

  /// Finds the keys of a configuration that name changed directions.
  /// - Throws: ``Diagnostic`` if the text is not YAML.
  public init(_ text: String, path: String, program: String, _ changes: DirectionChanges) throws(Diagnostic) {
    let source = try YAMLSource(text, path: path)
    var edits: [TextEdit] = []
    var open: [Diagnostic] = []
    for section in ["bounds", "weights", "windows", "notices", "selection"] {
      guard let node = try? source.root.member(section)?.value else { continue }
      for (key, isOwn) in Self.keys(of: node, program) {
        guard let name = try? key.text(), let new = Self.newName(of: name, changes) else { continue }
        if isOwn, let new {
          let offset = try source.textOffset(of: key, name)
          edits.append(TextEdit(bytes: offset..<(offset + name.utf8.count), text: new))
        } else {
          open.append(Self.fault(key, name, new, program))
        }
      }
    }
    self.text = String(decoding: TextEdit.applied(edits, to: source.bytes), as: UTF8.self)
    changed = edits.count
    self.open = open
  }

  /// Returns the keys of a section, and whether each stands under the program's id; those under other ids are left out.
  private static func keys(of section: YAMLNode, _ program: String) -> [(key: YAMLNode, isOwn: Bool)] {
    switch section.value {
    case .scalar: return [(section, false)]
    case .sequence(let elements):
      return elements.flatMap { keys(of: $0, program) }
    case .mapping(let pairs):
      return pairs.flatMap { key, value -> [(key: YAMLNode, isOwn: Bool)] in
        guard (try? key.text()) == program else {
          // The keys under another id are another program's.
          return [(key, false)]
        }
        switch value.value {
        case .sequence(let elements): return elements.map { ($0, true) }
        case .mapping(let inner): return inner.map { ($0.key, true) }
        case .scalar: return []
        }
      }
    }
  }

  /// Returns the new name of a clause, direction or project type; nil inside if it is dropped, nil if it does not change.
  private static func newName(of name: String, _ changes: DirectionChanges) -> String?? {
    if let type = changes.renamedTypes[name] { return .some(type) }
    for (old, new) in changes.renamed where name == old || name.hasPrefix(old + "/") {
      return .some(new + name.dropFirst(old.count))
    }
    return changes.dropped.contains { name == $0 || name.hasPrefix($0 + "/") } ? .some(nil) : nil
  }

  private static func fault(_ key: YAMLNode, _ name: String, _ new: String?, _ program: String) -> Diagnostic {
    var fault = key.fault(
      "configuration-key",
      new.map {
        Wording(
          "“\(name)”没有写明专项：如果指的是 \(program)，请改为“\($0)”",
          "'\(name)' names no program: if it means \(program), change it to '\($0)'")
      }
        ?? Wording(
          "“\(name)”的方向已去掉：如果指的是 \(program)，请删去这一项", "the direction of '\(name)' is dropped: if it means \(program), delete it"))
    fault.isRemark = true
    return fault
  }
}

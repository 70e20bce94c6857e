import KepingCore
import KepingPlugins

/// Other numbers for directions of a plugin, or directions to be dropped.
public struct DirectionChanges: Sendable {
  /// The new ids of directions, by their old ids.
  let renamed: [String: String]
  /// The new ids of project types, by their old ids.
  let renamedTypes: [String: String]
  /// The ids of the directions to be dropped.
  let dropped: Set<String>
  /// The new ids that no direction of the plugin has so far.
  let unused: [String]

  /// The old ids of all directions that change.
  var affected: [String] { (Array(renamed.keys) + dropped).sorted() }
  /// The project types of the directions that change.
  var types: Set<String> { Set(affected.compactMap { $0.split(separator: ".").first.map(String.init) }) }

  /// Reads `5.1=5.2 5.2=5.1`, and `4=5` for a project type with all of its directions.
  /// - Throws: ``Diagnostic`` if an id is unknown, given twice, or would be another direction's.
  public init(renumbering assignments: [String], in manifest: Manifest) throws(Diagnostic) {
    var renamed: [String: String] = [:]
    var renamedTypes: [String: String] = [:]
    let types = manifest.plan.projectTypes
    let directions = manifest.directions.map(\.heading.id)
    for assignment in assignments {
      let parts = assignment.split(separator: "=", omittingEmptySubsequences: false).map(String.init)
      guard parts.count == 2, parts.allSatisfy(Self.isNumber), parts[0].contains(".") == parts[1].contains(".") else {
        throw Diagnostic(
          code: "invalid-assignment",
          Wording(
            "“\(assignment)”应写作“旧编号=新编号”，如 5.1=5.2；项目类型如 4=5",
            "'\(assignment)' should be OLD=NEW, such as 5.1=5.2, or 4=5 for a project type"))
      }
      let (old, new) = (parts[0], parts[1])
      if old.contains(".") {
        guard directions.contains(old) else { throw Self.unknown(old, directions) }
        guard renamed.updateValue(new, forKey: old) == nil else { throw Self.repeated(old) }
      } else {
        guard let type = types.first(where: { $0.id == old }) else { throw Self.unknown(old, types.map(\.id)) }
        guard renamedTypes.updateValue(new, forKey: old) == nil else { throw Self.repeated(old) }
        for direction in type.directions {
          let number = direction.id.dropFirst(old.count)
          guard renamed.updateValue(new + number, forKey: direction.id) == nil else { throw Self.repeated(direction.id) }
        }
      }
    }
    let result = directions.map { renamed[$0] ?? $0 }
    if let double = Self.firstRepeated(result) ?? Self.firstRepeated(types.map { renamedTypes[$0.id] ?? $0.id }) {
      throw Diagnostic(
        path: manifest.path, code: "duplicate-id",
        Wording(
          "改完以后有两个\(double)；它原来的也要改号（\(double)=…），或先用 keping programs drop 去掉",
          "two would have the number \(double); renumber the old one as well (\(double)=…), or drop it first with 'keping programs drop'"
        ))
    }
    let newTypes = Set(types.map { renamedTypes[$0.id] ?? $0.id })
    for (old, new) in renamed.sorted(by: { $0.key < $1.key }) {
      let type = String(new.prefix { $0 != "." })
      guard newTypes.contains(type) else {
        throw Diagnostic(
          path: manifest.path, code: "unknown-project-type",
          Wording("\(old)=\(new)：plugin.yaml 没有项目类型\(type)", "\(old)=\(new): plugin.yaml has no project type \(type)"))
      }
    }
    self.renamed = renamed.filter { $0.key != $0.value }
    self.renamedTypes = renamedTypes.filter { $0.key != $0.value }
    dropped = []
    unused = renamed.values.filter { !directions.contains($0) }.sorted()
  }

  /// Reads the directions to be dropped.
  /// - Throws: ``Diagnostic`` if an id is unknown, or if no direction would be left.
  public init(dropping ids: [String], in manifest: Manifest) throws(Diagnostic) {
    let directions = manifest.directions.map(\.heading.id)
    for id in ids where !directions.contains(id) { throw Self.unknown(id, directions) }
    dropped = Set(ids)
    renamed = [:]
    renamedTypes = [:]
    unused = []
    if dropped.count == directions.count {
      throw Diagnostic(
        path: manifest.path, code: "no-direction-left", Wording("至少要留一个方向", "at least one direction must be left"))
    }
  }

  /// Whether a text is a number of a direction or project type: letters, digits and points.
  private static func isNumber(_ text: String) -> Bool {
    let parts = text.split(separator: ".", omittingEmptySubsequences: false)
    return parts.count <= 3 && parts.allSatisfy { part in !part.isEmpty && part.utf8.allSatisfy { TextIDs.isWordByte($0) } }
  }

  private static func firstRepeated(_ ids: [String]) -> String? {
    var seen: Set<String> = []
    return ids.first { !seen.insert($0).inserted }
  }

  private static func unknown(_ id: String, _ known: [String]) -> Diagnostic {
    Diagnostic(
      code: "unknown-direction",
      Wording("plugin.yaml 没有“\(id)”", "plugin.yaml has no '\(id)'").suggesting(id, among: known))
  }

  private static func repeated(_ id: String) -> Diagnostic {
    Diagnostic(code: "duplicate-id", Wording("“\(id)”写了两次", "'\(id)' is given twice"))
  }
}

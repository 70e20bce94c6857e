import KepingCore
import KepingYAML

/// The parts of a manifest that is not valid as a whole.
struct PartialManifest {
  /// The manifest, with substitutes for the parts that are unknown.
  let manifest: Manifest
  /// Whether the id is the one that the manifest gives; if not, it is the name of the folder.
  let hasOwnID: Bool
  /// Whether the directions of the manifest are all that the plugin has.
  let hasAllDirections: Bool

  /// Reads the valid parts of a manifest.
  ///
  /// Unknown titles are replaced by ids. An unknown year is the one at the end of the folder's name, such as `-2024`, or 0.
  ///
  /// - Parameters:
  ///   - text: the text of the manifest, which may be anything.
  ///   - path: the path of the file, as messages show it.
  ///   - folder: the name of the plugin's folder.
  init(_ text: String, path: String, folder: String) {
    let beginning = YAMLFile.parseBeginning(text, path: path)
    let root = beginning.root
    let ownID = root.partialText("id").flatMap { Manifest.isIdentifier($0) ? $0 : nil }
    let id = ownID ?? folder
    let year = root.partialMember("year").flatMap { try? $0.integer(in: Manifest.years) } ?? Self.year(ofFolder: folder)
    var types: [ProjectType] = []
    let directionsAreValid = Self.readProjectTypes(root.partialMember("projectTypes"), &types)
    let plan = root.partialMember("plan")
    hasOwnID = ownID != nil
    // A list that ends at the error may go on after it.
    let isWhole = beginning.isComplete || root.lastKey != "projectTypes"
    hasAllDirections = directionsAreValid && isWhole && types.contains { !$0.directions.isEmpty }
    manifest = Manifest(
      reference: ProgramReference(id: id, version: root.partialText("version") ?? ""), year: year ?? 0,
      plan: Plan(
        id: plan?.partialText("id") ?? id, ordinal: plan?.partialText("ordinal") ?? "",
        title: plan?.partialText("title") ?? id, projectTypes: types),
      path: path)
  }

  /// Returns the year at the end of a name such as `jili-2024`, or nil if there is none.
  private static func year(ofFolder name: String) -> Int? {
    guard let last = name.split(separator: "-", omittingEmptySubsequences: false).last, last.utf8.count == 4,
      last.utf8.allSatisfy({ $0 >= 0x30 && $0 <= 0x39 })
    else { return nil }
    return Int(last).flatMap { Manifest.years.contains($0) ? $0 : nil }
  }

  /// Reads the project types that have an id, with the directions that have one, and returns whether all have.
  private static func readProjectTypes(_ node: YAMLNode?, _ types: inout [ProjectType]) -> Bool {
    guard let elements = try? node?.elements() else { return false }
    var isValid = true
    var directionCount = 0
    var seen: Set<String> = []
    for element in elements {
      guard types.count < Manifest.maximumCount else { return false }
      guard let id = element.partialText("id"), seen.insert(id).inserted,
        let directions = try? element.partialMember("directions")?.elements()
      else {
        isValid = false
        continue
      }
      var headings: [DirectionHeading] = []
      for direction in directions {
        directionCount += 1
        guard directionCount <= Manifest.maximumCount else {
          isValid = false
          break
        }
        guard let number = direction.partialText("id"), number.hasPrefix(id + "."), seen.insert(number).inserted else {
          isValid = false
          continue
        }
        headings.append(DirectionHeading(id: number, title: direction.partialText("title") ?? number))
      }
      types.append(ProjectType(id: id, title: element.partialText("title") ?? id, directions: headings))
    }
    return isValid
  }
}

extension YAMLNode {
  /// Returns the value of a key, or nil if the node has none or is no mapping.
  fileprivate func partialMember(_ key: String) -> YAMLNode? {
    guard case .mapping(let members) = value else { return nil }
    return members.first { (try? $0.key.text()) == key }?.value
  }

  /// Returns the text of a key, or nil if there is none that can be shown.
  fileprivate func partialText(_ key: String) -> String? {
    guard let text = try? partialMember(key)?.plainText(), !text.unicodeScalars.contains("\u{FFFD}") else { return nil }
    return text
  }

  /// The last key of a mapping; nil if there is none.
  fileprivate var lastKey: String? {
    guard case .mapping(let members) = value else { return nil }
    return members.last.flatMap { try? $0.key.text() }
  }
}

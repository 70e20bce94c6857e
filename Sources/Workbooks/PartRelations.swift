import KepingCore

/// The relationships of a part to other parts of the archive.
final class PartRelations: XMLListener {
  /// The relationships by id.
  ///
  /// An id that several relationships have is left out, because it is not known which one counts.
  private(set) var byID: [String: (type: String, target: String)] = [:]
  /// The relationships in the order of the file.
  private var all: [(type: String, target: String)] = []
  private var ids: Set<String> = []

  /// The maximum number of relationships, which exceeds ``WorkbookReader/maximumSheets``.
  private static let maximum = 10_000
  private let folder: String

  init(_ archive: ZipArchive, _ part: String, folder: String) throws(Diagnostic) {
    self.folder = folder
    try XMLScanner(archive, part, listener: self).run()
    guard all.count <= Self.maximum else {
      throw archive.damaged(Wording("部件的关系超过\(Self.maximum)项", "more than \(Self.maximum) relationships of a part"))
    }
  }

  /// Returns the targets whose type has a suffix, in the order of the file.
  ///
  /// The beginning of the types differs between the two editions of the standard.
  func targets(ofType suffix: String) -> [String] { all.filter { $0.type.hasSuffix(suffix) }.map(\.target) }

  func begin(_ element: LocalName, _ attributes: XMLAttributes) {
    guard all.count <= Self.maximum, element.is("Relationship"), let id = attributes.text("Id"),
      let type = attributes.text("Type"), let target = attributes.text("Target"),
      // External targets, such as linked workbooks, are not in the archive.
      attributes.text("TargetMode") != "External"
    else { return }
    let relation = (type: type, target: resolved(target))
    all.append(relation)
    byID[id] = ids.insert(id).inserted ? relation : nil
  }

  func end(_ element: LocalName) {}
  func text(_ text: UnsafeBufferPointer<UInt8>) {}

  /// Returns the name of the part for a target: relative to the root if it begins with `/`, otherwise to the folder.
  ///
  /// Some writers separate the names of folders with `\`.
  private func resolved(_ target: String) -> String {
    let target = target.replacing("\\", with: "/")
    var parts = target.hasPrefix("/") ? [] : folder.split(separator: "/").map(String.init)
    for part in target.split(separator: "/") {
      if part == ".." { _ = parts.popLast() } else if part != "." { parts.append(String(part)) }
    }
    return parts.joined(separator: "/")
  }
}

import KepingCore
import KepingPlugins
import KepingYAML

/// Changes the directions of a `plugin.yaml`.
enum ManifestEdit {
  /// Returns the manifest with other numbers, in the order of the numbers if it was so before, or without the dropped directions.
  /// - Throws: ``Diagnostic`` if the file is written in a way that cannot be changed.
  static func changed(_ text: String, path: String, _ changes: DirectionChanges) throws(Diagnostic) -> String {
    let source = try YAMLSource(text, path: path)
    var edits: [TextEdit] = []
    var lists: [List] = []
    for type in try source.root.member("projectTypes")?.value.elements() ?? [] {
      guard let id = try type.member("id")?.value, let directions = try type.member("directions")?.value else { continue }
      let typeID = try id.text()
      if let new = changes.renamedTypes[typeID] {
        let offset = try source.textOffset(of: id, typeID)
        edits.append(TextEdit(bytes: offset..<(offset + typeID.utf8.count), text: new))
      }
      lists.append(try List(directions, type: changes.renamedTypes[typeID] ?? typeID, source, changes))
    }
    if changes.renamed.isEmpty {
      for list in lists {
        edits += try source.removing(
          { node throws(Diagnostic) in changes.dropped.contains(try node.member("id")?.value.text() ?? "") }, from: list.node)
      }
    } else {
      edits += try arranged(lists, source)
    }
    let changed = String(decoding: TextEdit.applied(edits, to: source.bytes), as: UTF8.self)
    let (old, new) = (try Manifest(text, path: path), try Manifest(changed, path: path))
    let wanted = old.directions.filter { !changes.dropped.contains($0.heading.id) }.map { direction in
      "\(changes.renamed[direction.heading.id] ?? direction.heading.id) \(direction.heading.title)"
    }
    guard wanted.sorted() == new.directions.map({ "\($0.heading.id) \($0.heading.title)" }).sorted() else {
      throw Diagnostic(
        path: path, code: "unusual-manifest",
        Wording(
          "projectTypes 的写法不能改写；请每个方向写一行，以“- ”开头",
          "projectTypes cannot be changed; write each direction on its own line, beginning with '- '"))
    }
    return changed
  }

  /// An element of a list of directions: its bytes with the new id.
  private struct Element {
    let id: String
    let text: String
  }

  /// The directions of a project type.
  private struct List {
    let node: YAMLNode
    let type: String
    let ranges: [Range<Int>]
    let isBlock: Bool
    /// The number of spaces before the dashes of a block list.
    let indent: Int
    let elements: [Element]

    init(_ node: YAMLNode, type: String, _ source: YAMLSource, _ changes: DirectionChanges) throws(Diagnostic) {
      self.node = node
      self.type = type
      (ranges, isBlock) = try source.elements(of: node)
      var elements: [Element] = []
      for (element, range) in zip(try node.elements(), ranges) {
        guard let id = try element.member("id")?.value else { throw source.unchangeable(node) }
        let old = try id.text()
        let offset = try source.textOffset(of: id, old)
        let edit = TextEdit(bytes: offset..<(offset + old.utf8.count), text: changes.renamed[old] ?? old)
        let moved = TextEdit(bytes: (offset - range.lowerBound)..<(edit.bytes.upperBound - range.lowerBound), text: edit.text)
        let text = String(decoding: TextEdit.applied([moved], to: Bytes(source.bytes[range])), as: UTF8.self)
        elements.append(Element(id: edit.text, text: text))
      }
      self.elements = elements
      indent = try node.elements().first?.column ?? 0
    }
  }

  /// Returns the edits that put each direction under its project type, in the order of the numbers.
  private static func arranged(_ lists: [List], _ source: YAMLSource) throws(Diagnostic) -> [TextEdit] {
    var edits: [TextEdit] = []
    let all = lists.flatMap(\.elements)
    let staying = lists.allSatisfy { list in list.elements.allSatisfy { $0.id.hasPrefix(list.type + ".") } }
    for list in lists {
      var elements = staying ? list.elements : all.filter { $0.id.hasPrefix(list.type + ".") }
      let isSame = elements.map(\.id) == list.elements.map(\.id)
      if !isSame, !lists.allSatisfy({ $0.isBlock == list.isBlock && ($0.indent == list.indent || $0.elements.isEmpty) }) {
        throw source.unchangeable(list.node)
      }
      let old = try list.node.elements()
      var numbers: [String] = []
      for element in old { numbers.append(try element.member("id")?.value.text() ?? "") }
      if numbers == numbers.sorted(by: comesBefore) { elements.sort { comesBefore($0.id, $1.id) } }
      if elements.map(\.text) == list.ranges.map({ String(decoding: source.bytes[$0], as: UTF8.self) }) { continue }
      guard let first = list.ranges.first, let last = list.ranges.last else { throw source.unchangeable(list.node) }
      if elements.count == list.ranges.count {
        for (element, range) in zip(elements, list.ranges) { edits.append(TextEdit(bytes: range, text: element.text)) }
      } else {
        let text = elements.map(\.text).joined(separator: list.isBlock ? "\n" : ", ")
        edits.append(TextEdit(bytes: first.lowerBound..<last.upperBound, text: text))
      }
    }
    return edits
  }

  /// Whether a number such as 5.2 comes before another such as 5.10.
  private static func comesBefore(_ first: String, _ second: String) -> Bool {
    let (one, other) = (first.split(separator: "."), second.split(separator: "."))
    for (left, right) in zip(one, other) where left != right {
      if let left = Int(left), let right = Int(right) { return left < right }
      return left < right
    }
    return one.count < other.count
  }
}

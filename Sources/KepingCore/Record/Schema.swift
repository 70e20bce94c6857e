/// The fields of a record as a tree of nodes: the slot in which each value is kept, and the path by which a result refers to it.
///
/// The nodes and slots of a program's schema begin with those of the host, so that the program's schema can complete a record
/// that was bound by the host's schema. Those of the host's later fields come after them, among those of the program.
public struct Schema: Sendable {
  /// A field in the tree.
  public struct Node: Sendable {
    /// The field, the path and their bytes, which all copies of the node share.
    private var storage: NodeStorage
    /// The slot of the value, in the record or in an element of a list.
    public let slot: Int
    /// The nodes of the fields in an object, in a tally, or in the elements of a list.
    public internal(set) var children: [Int] = []
    /// The number of slots of one element of a list of objects.
    public internal(set) var stride = 0
    /// The slot of the tally that a count belongs to; nil outside of tallies.
    ///
    /// If that slot has a value, an absent count is 0.
    public let tally: Int?

    init(_ field: Field, path: String, slot: Int, tally: Int?, origin: Origin) {
      storage = NodeStorage(field, path: path, origin)
      self.slot = slot
      self.tally = tally
    }

    /// Replaces the field by one that differs only in its labels.
    mutating func replaceField(by field: Field) { storage = NodeStorage(field, path: path, origin) }

    /// The field of the node.
    public var field: Field { storage.field }
    /// The path from the root: `applicant.kind`; for a field of a list's elements, from the element.
    public var path: String { storage.path }
    /// What declares the field.
    public var origin: Origin { storage.origin }
    /// Whether the host declares the field, and not the program.
    public var isHost: Bool { origin != .program }
    /// Whether the field is one of the host's later fields, which the program does not mention.
    ///
    /// Such a field is read and checked, but whatever else the program has takes precedence over it.
    public var isUnmentioned: Bool { origin == .later(isMentioned: false) }
    /// The field's name as bytes, for comparisons with keys.
    var key: Bytes { storage.key }
    /// The known values of a choice or of a list of texts, as bytes.
    var choices: [Bytes] { storage.choices }
  }

  /// What declares a field.
  public enum Origin: Sendable, Equatable {
    /// The host, for all programs.
    case host
    /// The program.
    case program
    /// The host, after the freeze of `api: 1`, on behalf of a program that does not declare a field with the same path.
    case later(isMentioned: Bool)
  }

  private final class NodeStorage: Sendable {
    let field: Field
    let path: String
    let origin: Origin
    let key: Bytes
    let choices: [Bytes]

    init(_ field: Field, path: String, _ origin: Origin) {
      self.field = field
      self.path = path
      self.origin = origin
      key = Bytes(field.name.utf8)
      choices = field.type.choices.map { Bytes($0.value.utf8) }
    }
  }

  /// All nodes, each before the fields inside it.
  public internal(set) var nodes: [Node] = []
  /// The nodes of the fields at the top of the record.
  public private(set) var roots: [Int] = []
  /// The number of slots that a record has outside of lists.
  public private(set) var slotCount = 0

  /// The nodes of the fields by their names, within each node that contains fields; the top has the key -1.
  ///
  /// Of names that are equal as Unicode text, the first counts.
  private var nodesByName: [Int: [String: Int]] = [:]
  /// The nodes outside of lists by their paths; of equal paths, the first counts.
  private var nodesByPath: [String: Int] = [:]

  /// The schema of the fields that every program has.
  public static let host = Schema(HostFields.all)

  init(_ fields: [Field]) { add(fields, to: nil, .host) }

  /// Adds a program's fields at the top or in one of the host's objects.
  /// - Parameter parent: the node of the object; nil for the top.
  public mutating func add(_ fields: [Field], to parent: Int?) { add(fields, to: parent, .program) }

  /// Adds fields at the top or in an object.
  mutating func add(_ fields: [Field], to parent: Int?, _ origin: Origin) {
    let path = parent.map { nodes[$0].path + "." } ?? ""
    var slots = slotCount
    for field in fields {
      let node = appendNode(field, path: path, slots: &slots, tally: nil, origin)
      if let parent { nodes[parent].children.append(node) } else { roots.append(node) }
      name(node, in: parent)
    }
    slotCount = slots
  }

  /// Returns the node of the field with a name in the field `parent`, or at the top if `parent` is nil.
  public func child(_ name: String, of parent: Int?) -> Int? {
    nodesByName[parent ?? -1]?[name]
  }

  /// Returns the node of the field with a path, outside of lists.
  func node(withPath path: Substring) -> Int? { nodesByPath[String(path)] }

  /// Records the name of a node within the node that contains it.
  private mutating func name(_ node: Int, in parent: Int?) {
    let name = nodes[node].field.name
    if nodesByName[parent ?? -1]?[name] == nil { nodesByName[parent ?? -1, default: [:]][name] = node }
  }

  /// Returns the names of the fields in the field `parent`, or at the top if `parent` is nil.
  public func names(in parent: Int?) -> [String] {
    (parent.map { nodes[$0].children } ?? roots).map { nodes[$0].field.name }
  }

  /// Appends the node of a field and those of the fields inside it, and returns the node of the field.
  private mutating func appendNode(
    _ field: Field, path prefix: String, slots: inout Int, tally: Int?, isInList: Bool = false, _ origin: Origin
  ) -> Int {
    let node = nodes.count
    let path = prefix + field.name
    nodes.append(Node(field, path: path, slot: slots, tally: tally, origin: origin))
    slots += 1
    if !isInList, nodesByPath[path] == nil { nodesByPath[path] = node }
    var children: [Int] = []
    switch field.type {
    case .object(let fields):
      for field in fields {
        children.append(appendNode(field, path: path + ".", slots: &slots, tally: nil, isInList: isInList, origin))
      }
    case .objects(let fields):
      var stride = 0
      for field in fields {
        children.append(appendNode(field, path: "", slots: &stride, tally: nil, isInList: true, origin))
      }
      nodes[node].stride = stride
    case .tally(let kinds, let counts):
      let tallySlot = tally ?? nodes[node].slot
      for kind in kinds {
        let type: FieldType = counts.isEmpty ? .count : .tally(kinds: counts, counts: [])
        let label = tally == nil ? kind.label : field.label + kind.label
        let count = Field(kind.value, label, type, turn: kind.turn)
        children.append(
          appendNode(count, path: path + ".", slots: &slots, tally: tallySlot, isInList: isInList, origin))
      }
    default: break
    }
    nodes[node].children = children
    for child in children { name(child, in: node) }
    return node
  }
}

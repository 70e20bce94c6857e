/// The fields of a record, laid out: where each value is kept, and by which path a result speaks of it.
///
/// A program's schema begins with the host's, place for place, so that a record bound by the host's schema first can be
/// completed by the program's.
public struct Schema: Sendable {
  public struct Node: Sendable {
    /// What stays in one place however often the node is copied.
    private let storage: NodeStorage
    /// Where its value is kept: in the record, or in a list's element.
    public let slot: Int
    /// The fields of an object, a tally, or a list's elements.
    public internal(set) var children: [Int] = []
    /// The slots of one element of a list of objects.
    public internal(set) var stride = 0
    /// A tally's own slot, for the counts in it: absent ones are 0 where the tally is there.
    public let tally: Int?

    init(_ field: Field, path: String, slot: Int, tally: Int?) {
      storage = NodeStorage(field, path: path)
      self.slot = slot
      self.tally = tally
    }

    public var field: Field { storage.field }
    /// From the root: `applicant.kind`; in a list, from the element.
    public var path: String { storage.path }
    /// The field's name as bytes, to compare keys with.
    var key: Bytes { storage.key }
    /// The known values of a choice, as bytes.
    var choices: [Bytes] { storage.choices }
  }

  private final class NodeStorage: Sendable {
    let field: Field
    let path: String
    let key: Bytes
    let choices: [Bytes]

    init(_ field: Field, path: String) {
      self.field = field
      self.path = path
      key = Bytes(field.name.utf8)
      choices = field.type.choices.map { Bytes($0.value.utf8) }
    }
  }

  public private(set) var nodes: [Node] = []
  /// The fields at the top of the record.
  public private(set) var roots: [Int] = []
  /// How many values a record keeps outside of lists.
  public private(set) var slotCount = 0

  /// The fields that every program has.
  public static let host = Schema(HostFields.all)

  init(_ fields: [Field]) { add(fields, to: nil) }

  /// Adds a program's own fields, at the top or in one of the host's objects.
  public mutating func add(_ fields: [Field], to parent: Int?) {
    let path = parent.map { nodes[$0].path + "." } ?? ""
    var slots = slotCount
    for field in fields {
      let node = appendNode(field, path: path, slots: &slots, tally: nil)
      if let parent { nodes[parent].children.append(node) } else { roots.append(node) }
    }
    slotCount = slots
  }

  /// The place of the field with a name among the children of another, or at the top.
  public func child(_ name: String, of parent: Int?) -> Int? {
    (parent.map { nodes[$0].children } ?? roots).first { nodes[$0].field.name == name }
  }

  /// The names of the fields in another, or at the top.
  public func names(in parent: Int?) -> [String] {
    (parent.map { nodes[$0].children } ?? roots).map { nodes[$0].field.name }
  }

  private mutating func appendNode(_ field: Field, path prefix: String, slots: inout Int, tally: Int?) -> Int {
    let node = nodes.count
    let path = prefix + field.name
    nodes.append(Node(field, path: path, slot: slots, tally: tally))
    slots += 1
    var children: [Int] = []
    switch field.type {
    case .object(let fields):
      for field in fields { children.append(appendNode(field, path: path + ".", slots: &slots, tally: nil)) }
    case .objects(let fields):
      var stride = 0
      for field in fields { children.append(appendNode(field, path: "", slots: &stride, tally: nil)) }
      nodes[node].stride = stride
    case .tally(let kinds, let counts):
      let tallySlot = tally ?? nodes[node].slot
      for kind in kinds {
        let type: FieldType = counts.isEmpty ? .count : .tally(kinds: counts, counts: [])
        let label = tally == nil ? kind.label : field.label + kind.label
        children.append(appendNode(Field(kind.value, label, type), path: path + ".", slots: &slots, tally: tallySlot))
      }
    default: break
    }
    nodes[node].children = children
    return node
  }
}

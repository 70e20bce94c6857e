import KepingCore

/// What a field adds to a schema, with all fields inside it: a group that occurs in several places counts in each of them.
///
/// It is known before the fields are made, so that a few lines of a plugin cannot declare billions of them.
struct FieldExtent: Equatable {
  /// The number of levels of lists and groups; 0 for a field without fields inside it.
  var depth = 0
  /// The number of fields.
  var fields = 1
  /// The number of values of choices.
  var choices = 0
  /// The bytes of the names, labels, values and paths.
  var bytes = 0

  /// The most levels of lists and groups.
  static let maximumDepth = 8

  /// The extent of a field with this type but without a name; the fields inside it have been added before.
  /// - Parameters:
  ///   - members: the extent of the fields inside the field; nil if it contains none.
  init(label: String, _ type: FieldType, members: FieldExtent? = nil) {
    if let members {
      self = members
      depth += 1
      fields = Self.sum(fields, 1)
    }
    bytes = Self.sum(bytes, label.utf8.count)
    switch type {
    case .choice(let known, isOpen: _), .texts(let known): add(known, times: 1)
    case .tally(let kinds, let counts):
      fields = 1 + kinds.count * (1 + counts.count)
      add(kinds, times: 1 + counts.count)
      add(counts, times: max(1, kinds.count))
      bytes = Self.sum(bytes, fields * 2 * label.utf8.count)
      // The kinds and counts are fields, and not values.
      choices = kinds.count + counts.count
    default: break
    }
  }

  private init(depth: Int, fields: Int, choices: Int, bytes: Int) {
    self.depth = depth
    self.fields = fields
    self.choices = choices
    self.bytes = bytes
  }

  /// The extent of no fields.
  static let none = FieldExtent(depth: 0, fields: 0, choices: 0, bytes: 0)

  private mutating func add(_ known: [Choice], times: Int) {
    choices = Self.sum(choices, known.count)
    let texts = known.reduce(0) { $0 + $1.value.utf8.count + $1.label.utf8.count }
    bytes = Self.sum(bytes, Self.product(texts, times))
  }

  /// Adds another field next to this one.
  /// - Parameter name: the name of the other field, which is part of the paths of the fields inside it.
  mutating func add(_ other: FieldExtent, named name: String) {
    depth = max(depth, other.depth)
    fields = Self.sum(fields, other.fields)
    choices = Self.sum(choices, other.choices)
    bytes = Self.sum(bytes, Self.sum(other.bytes, Self.product(other.fields, name.utf8.count + 1)))
  }

  // The numbers stop growing at 2^40, far above all limits.
  private static func sum(_ first: Int, _ second: Int) -> Int { min(1 << 40, first + second) }

  private static func product(_ first: Int, _ second: Int) -> Int {
    let (product, overflow) = first.multipliedReportingOverflow(by: second)
    return overflow ? 1 << 40 : min(1 << 40, product)
  }
}

/// The fields of a record that checks read.
public struct FieldsRead: Sendable, Equatable {
  /// The slots of single fields, of lists, and of the counts in tallies.
  public internal(set) var slots: Set<Int> = []
  /// The years whose amounts are read from fields of amounts by year, keyed by the slot.
  public internal(set) var years: [Int: Set<Int>] = [:]
  /// The names of the fields that are read from the elements of a list, keyed by the list's slot.
  public internal(set) var elements: [Int: Set<String>] = [:]
  /// The indices of the choices that are searched for in a list of texts, keyed by the slot.
  public internal(set) var texts: [Int: Set<Int>] = [:]
  /// The units of the bounds for counts, keyed by the slot of the count.
  public internal(set) var units: [Int: Unit] = [:]
  /// Whether a plugin's function receives the whole record.
  public internal(set) var isWholeRecord = false

  /// Creates an empty set of fields.
  public init() {}

  /// Adds the fields of another set.
  public mutating func formUnion(_ other: FieldsRead) {
    slots.formUnion(other.slots)
    years.merge(other.years) { $0.union($1) }
    elements.merge(other.elements) { $0.union($1) }
    texts.merge(other.texts) { $0.union($1) }
    units.merge(other.units) { first, _ in first }
    isWholeRecord = isWholeRecord || other.isWholeRecord
  }
}

/// What checks read of a record.
public struct FieldsRead: Sendable, Equatable {
  /// The slots of single fields, tallies' counts, and lists.
  public internal(set) var slots: Set<Int> = []
  /// The years of money by year, by its slot.
  public internal(set) var years: [Int: Set<Int>] = [:]
  /// The fields of lists' elements by their names, by the list's slot.
  public internal(set) var elements: [Int: Set<String>] = [:]
  /// The known texts that are looked for in a list of texts, by its slot and their places.
  public internal(set) var texts: [Int: Set<Int>] = [:]
  /// The units in which single counts are asked for, by slot.
  public internal(set) var units: [Int: Unit] = [:]
  /// Whether a plugin's function is given the whole record.
  public internal(set) var isWholeRecord = false

  public init() {}

  /// Adds what others read.
  public mutating func formUnion(_ other: FieldsRead) {
    slots.formUnion(other.slots)
    years.merge(other.years) { $0.union($1) }
    elements.merge(other.elements) { $0.union($1) }
    texts.merge(other.texts) { $0.union($1) }
    units.merge(other.units) { first, _ in first }
    isWholeRecord = isWholeRecord || other.isWholeRecord
  }
}

/// Compares a corrected record with the original.
extension Record {
  /// Returns the paths of all fields but the time of submission whose values differ from those of another record.
  ///
  /// They are in the order in which templates list the fields. Numbers are compared by value, and a list is one field. The entries
  /// of a tally or of amounts by year are fields of their own.
  /// - Parameters:
  ///   - schema: the schema of this record.
  ///   - original: the other record.
  ///   - originalSchema: the schema of the other record, whose program may be another one.
  package func changedFields(
    _ schema: Schema, from original: borrowing Record, _ originalSchema: Schema
  ) -> [String] {
    let new = FieldView(schema, self)
    let old = FieldView(originalSchema, original)
    var changes: [String] = []
    for root in schema.inWrittenOrder(schema.roots) { new.addChanges(of: root, from: old, to: &changes) }
    // A program of another year may not have all fields of the original.
    for root in originalSchema.inWrittenOrder(originalSchema.roots) { old.addFields(missingIn: new, root, to: &changes) }
    return changes
  }
}

/// The fields of a record outside of lists, by their paths.
private struct FieldView {
  private let schema: Schema
  private let layout: SchemaLayout
  private let record: Record

  init(_ schema: Schema, _ record: borrowing Record) {
    self.schema = schema
    self.record = copy record
    layout = SchemaLayout(schema)
  }

  /// The value of a field, as far as it is compared.
  private enum Value: Equatable {
    case absent
    /// A count that is not given in a tally that is there, or a list whose absence means that there is none.
    case none
    /// The JSON of the value, in which a number always has the same digits.
    case given(Bytes)

    /// Whether the value means that there is none.
    var isNone: Bool {
      switch self {
      case .none: true
      case .absent: false
      case .given(let json): json == Self.zero || json == Self.emptyList
      }
    }

    private static let zero = Bytes("0".utf8)
    private static let emptyList = Bytes("[]".utf8)

    /// Returns whether two values differ; a count of a tally that is not there is not compared with one that is not given.
    func differs(from other: Value) -> Bool {
      switch (self, other) {
      case (.none, .given): !other.isNone
      case (.given, .none): !isNone
      case (.none, .absent), (.absent, .none): false
      default: self != other
      }
    }
  }

  private func node(_ path: String) -> Int? { schema.node(withPath: path[...]) }

  private func slot(_ node: Int) -> Record.Slot {
    let slot = schema.nodes[node].slot
    return slot < record.slots.count ? record.slots[slot] : Record.Slot()
  }

  private func isPresent(_ path: String) -> Bool { node(path).map { slot($0).isPresent } ?? false }

  private func value(_ path: String) -> Value {
    guard let node = node(path) else { return .absent }
    let slot = slot(node)
    if slot.isPresent {
      var json: Bytes = []
      record.appendValue(slot, node, layout, to: &json)
      return .given(json)
    }
    if let tally = schema.nodes[node].tally, tally < record.slots.count, record.slots[tally].isPresent { return .none }
    let field = schema.nodes[node].field
    switch field.type {
    case .texts, .objects: return field.absence == .none ? .none : .absent
    default: return .absent
    }
  }

  /// The years of a field of amounts by year.
  private func years(_ path: String) -> [Int] {
    guard let node = node(path) else { return [] }
    let slot = slot(node)
    guard slot.isPresent else { return [] }
    return record.years[Int(slot.start)..<Int(slot.start) + slot.count].map(\.year)
  }

  private func amount(_ path: String, _ year: Int) -> Double? {
    node(path).flatMap { record.amount(slot($0), year: year) }
  }

  /// Adds the paths of the fields in a node whose values differ from those of another record.
  func addChanges(of node: Int, from old: FieldView, to changes: inout [String]) {
    let path = schema.nodes[node].path
    let count = changes.count
    switch schema.nodes[node].field.type {
    case .object, .tally:
      for child in schema.inWrittenOrder(schema.nodes[node].children) { addChanges(of: child, from: old, to: &changes) }
    case .yearlyMoney:
      for year in Set(years(path) + old.years(path)).sorted() where amount(path, year) != old.amount(path, year) {
        changes.append("\(path).\(year)")
      }
    default:
      if path != HostSlots.all.submittedAt.path, value(path).differs(from: old.value(path)) { changes.append(path) }
    }
    guard changes.count == count, isGroupOfEntries(node) else { return }
    // Whether such a field is there matters even if it has no entries.
    if isPresent(path) != old.isPresent(path) { changes.append(path) }
  }

  /// Returns whether a node is a whole tally, or amounts by year.
  private func isGroupOfEntries(_ node: Int) -> Bool {
    switch schema.nodes[node].field.type {
    case .tally: schema.nodes[node].tally == nil
    case .yearlyMoney: true
    default: false
    }
  }

  /// Adds the paths of the given fields in a node that another record's schema does not have.
  func addFields(missingIn other: FieldView, _ node: Int, to changes: inout [String]) {
    let path = schema.nodes[node].path
    switch schema.nodes[node].field.type {
    case .object, .tally:
      for child in schema.inWrittenOrder(schema.nodes[node].children) {
        addFields(missingIn: other, child, to: &changes)
      }
    case .yearlyMoney:
      if other.node(path) == nil { changes += years(path).sorted().map { "\(path).\($0)" } }
    default:
      if other.node(path) == nil, case .given = value(path) { changes.append(path) }
    }
  }
}

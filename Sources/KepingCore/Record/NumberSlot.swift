/// The slot of a number or a truth of a record, outside of lists, by the path of its field.
package struct NumberSlot: Sendable {
  private let slot: Int
  /// The slot of the tally that a count belongs to; nil for other numbers.
  private let tally: Int?
  /// The year of an amount in a year map; nil for other numbers.
  private let year: Int?

  /// Finds the slot of a path such as `budget.requested` or `applicant.rdExpense.2023`; nil if it is no number and no truth.
  package init?(_ path: String, in schema: Schema) {
    guard let field = schema.orderField(path) else { return nil }
    slot = schema.nodes[field.node].slot
    tally = schema.nodes[field.node].tally
    year = field.year
  }

  /// Returns the number in a record that was read without faults; 1 and 0 for true and false, nil for an absent one.
  package func value(in record: borrowing Record) -> Double? {
    let value = record.slots[slot]
    if let year { return record.amount(value, year: year) }
    if value.isPresent { return value.number }
    return tally.flatMap { record.slots[$0].isPresent ? 0 : nil }
  }
}

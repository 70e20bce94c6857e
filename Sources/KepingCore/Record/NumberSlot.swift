/// The slot of a number or a truth of a record, outside of lists, by the path of its field.
package struct NumberSlot: Sendable {
  private let slot: Int
  /// The slot of the tally that a count belongs to; nil for other numbers.
  private let tally: Int?
  /// The year of an amount in a year map; nil for other numbers.
  private let year: Int?

  /// Finds the slot of a path such as `budget.requested` or `applicant.rdExpense.2023`; nil if it is no number and no truth.
  package init?(_ path: String, in schema: Schema) {
    if let node = schema.node(withPath: path[...]).map({ schema.nodes[$0] }) {
      switch node.field.type {
      case .flag, .count, .money, .year, .decimal, .percent: break
      default: return nil
      }
      slot = node.slot
      tally = node.tally
      year = nil
      return
    }
    guard let dot = path.lastIndex(of: "."), let node = schema.node(withPath: path[..<dot]).map({ schema.nodes[$0] }),
      case .yearlyMoney = node.field.type
    else { return nil }
    let name = path[path.index(after: dot)...]
    guard name.utf8.count == 4, name.utf8.allSatisfy({ (0x30...0x39).contains($0) }), let year = Int(name) else { return nil }
    slot = node.slot
    tally = nil
    self.year = year
  }

  /// Returns the number in a record that was read without faults; 1 and 0 for true and false, nil for an absent one.
  package func value(in record: borrowing Record) -> Double? {
    let value = record.slots[slot]
    if let year { return record.amount(value, year: year) }
    if value.isPresent { return value.number }
    return tally.flatMap { record.slots[$0].isPresent ? 0 : nil }
  }
}

/// The host's dates that other fields of a record restrict, as far as the host declares them for a program.
struct RestrictedDates: Sendable {
  /// A field of the layout.
  struct Field: Sendable {
    let node: Int
    let slot: Int
  }

  /// The leader's date of birth, whose year is the year of birth; nil if the program declares a field with its path itself.
  let birthDate: Field?
  /// The first and the last day of the project, of which the last is not before the first.
  let period: (start: Field, end: Field)?

  init(_ nodes: [Schema.Node]) {
    func field(_ path: String) -> Field? {
      // The path of a field in a list begins at the element, so that a field of the program may have the same one.
      nodes.firstIndex { $0.path == path && $0.isHost }.map { Field(node: $0, slot: nodes[$0].slot) }
    }
    birthDate = field("leader.birthDate")
    if let start = field("period.start"), let end = field("period.end") { period = (start, end) } else { period = nil }
  }
}

/// Checks the host's dates that other fields restrict.
extension Record {
  /// Returns whether the host's dates agree with each other and with the year of birth.
  @inline(__always)
  func hasConsistentDates(_ layout: SchemaLayout) -> Bool {
    let dates = layout.restrictedDates
    if let birth = dates.birthDate, slots[birth.slot].isPresent, birthDateMessage(birth) != nil { return false }
    if let (start, end) = dates.period, slots[end.slot].isPresent, slots[start.slot].isPresent {
      return slots[end.slot].number >= slots[start.slot].number
    }
    return true
  }

  /// Returns the nodes of the host's dates that contradict other fields, each with a message without the label of its field.
  func inconsistentDates(_ layout: SchemaLayout) -> [(node: Int, message: String)] {
    var found: [(node: Int, message: String)] = []
    if let birth = layout.restrictedDates.birthDate, let message = birthDateMessage(birth) { found.append((birth.node, message)) }
    if let (start, end) = layout.restrictedDates.period {
      let (first, last) = (slots[start.slot], slots[end.slot])
      if first.isPresent, last.isPresent, last.number < first.number {
        found.append((end.node, "“\(iso(last))”早于\(layout.nodes[start.node].field.label)“\(iso(first))”"))
      }
    }
    return found
  }

  /// Fills the leader's year of birth with the year of the date of birth if only the date is given.
  ///
  /// Call this only if the year of the guideline is known: no leader was born after it, so a later year is not filled in.
  @inline(__always)
  mutating func completeBirthYear(_ layout: SchemaLayout) {
    guard let birth = layout.restrictedDates.birthDate, slots[birth.slot].isPresent else { return }
    let slot = HostSlots.all.birthYear.slot
    if slots[slot].isPresent { return }
    slots[slot] = Slot(state: .present, number: Double(CalendarDate(dayNumber: Int(slots[birth.slot].number)).year))
    if !hasPossibleBirthYear { slots[slot] = Slot() }
  }

  /// Returns the message that the date of birth is not in the year of birth; nil if it is, or if one of them is absent.
  private func birthDateMessage(_ birth: RestrictedDates.Field) -> String? {
    let (date, year) = (slots[birth.slot], slots[HostSlots.all.birthYear.slot])
    guard date.isPresent, year.isPresent else { return nil }
    let day = CalendarDate(dayNumber: Int(date.number))
    guard Double(day.year) != year.number else { return nil }
    var text: Bytes = []
    text.append(number: year.number)
    return "“\(day.iso)”与\(Schema.host.nodes[HostSlots.all.birthYearNode].field.label)“\(text.text)”不一致"
  }

  private func iso(_ slot: Slot) -> String { CalendarDate(dayNumber: Int(slot.number)).iso }
}

extension Evaluator {
  /// Begins a result with what the record says of itself; fields that are not well-formed stay unknown.
  public mutating func begin() {
    evaluation.reset()
    let places = HostPlaces.all
    evaluation.id = store(places.id)
    evaluation.directionID = store(places.direction)
    evaluation.title = store(places.title)
    evaluation.applicant = store(places.applicant)
    if let year = known(places.year) {
      let start = Int32(evaluation.text.count)
      evaluation.text.append(number: year.number)
      evaluation.year = start..<Int32(evaluation.text.count)
    }
  }

  /// Begins a result of which nothing is known.
  public mutating func beginUnknown() { evaluation.reset() }

  /// Notes the program that a record belongs to.
  public mutating func note(_ program: ProgramReference) { evaluation.program = program }

  /// Ends the result with an error.
  public mutating func fail(_ failure: EvaluationFailure, problems: [Problem] = []) {
    evaluation.fail(failure, problems)
  }

  private func known(_ place: HostPlaces.Place) -> Record.Slot? {
    guard place.slot < record.slots.count, record.slots[place.slot].isPresent else { return nil }
    if record.faults.isEmpty { return record.slots[place.slot] }
    let parent = place.path.split(separator: ".").dropLast().joined(separator: ".")
    return record.hasFault(at: place.path) || record.hasFault(at: parent) ? nil : record.slots[place.slot]
  }

  private mutating func store(_ place: HostPlaces.Place) -> Range<Int32> {
    guard let slot = known(place) else { return Evaluation.null }
    let start = Int32(evaluation.text.count)
    evaluation.text.append(UInt8(ascii: "\""))
    record.append(slot, to: &evaluation.text)
    evaluation.text.append(UInt8(ascii: "\""))
    return start..<Int32(evaluation.text.count)
  }
}

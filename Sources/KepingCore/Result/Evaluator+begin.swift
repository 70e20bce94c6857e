extension Evaluator {
  /// Begins a result with what the record says of itself; fields that are not well-formed stay unknown.
  public mutating func begin() {
    evaluation.reset()
    let places = HostPlaces.all
    evaluation.id = write(places.id, behind: hostWords.id)
    evaluation.year = writeYear()
    evaluation.directionID = write(places.direction, behind: hostWords.direction)
    evaluation.title = write(places.title, behind: hostWords.title)
    evaluation.applicant = write(places.applicant, behind: hostWords.applicant)
    evaluation.head.append(hostWords.program, of: hostWords.texts)
    evaluation.ownEnd = evaluation.head.count
  }

  /// Begins a result of which nothing is known.
  public mutating func beginUnknown() {
    record.forget()
    begin()
  }

  /// Notes the program that a record belongs to.
  public mutating func note(_ program: ProgramReference) { evaluation.program = program }

  /// Ends the result with an error.
  public mutating func fail(_ failure: EvaluationFailure, problems: [Problem] = []) {
    evaluation.fail(failure, problems)
  }

  private mutating func known(_ place: HostPlaces.Place) -> Record.Slot? {
    guard place.slot < record.slots.count, record.slots[place.slot].isPresent else { return nil }
    if record.faults.isEmpty { return record.slots[place.slot] }
    let parent = place.path.split(separator: ".").dropLast().joined(separator: ".")
    return record.hasFault(at: place.path) || record.hasFault(at: parent) ? nil : record.slots[place.slot]
  }

  private mutating func writeYear() -> Range<Int32> {
    evaluation.head.append(hostWords.year, of: hostWords.texts)
    let start = Int32(truncatingIfNeeded: evaluation.head.count)
    guard let year = known(HostPlaces.all.year) else {
      evaluation.head.append(.null)
      return 0..<0
    }
    evaluation.head.append(number: year.number)
    return start..<Int32(truncatingIfNeeded: evaluation.head.count)
  }

  /// Writes a text as JSON.
  /// - Parameter key: what stands before it, its first quote included.
  private mutating func write(_ place: HostPlaces.Place, behind key: Piece) -> Range<Int32> {
    evaluation.head.append(key, of: hostWords.texts)
    guard let slot = known(place) else {
      evaluation.head.remove(from: evaluation.head.count - 1)
      evaluation.head.append(.null)
      return 0..<0
    }
    let start = Int32(truncatingIfNeeded: evaluation.head.count)
    evaluation.head.append(slot, record.bytes, record.unescaped, isScanned: record.isScanned)
    let end = Int32(truncatingIfNeeded: evaluation.head.count)
    evaluation.head.append(UInt8(ascii: "\""))
    return start..<end
  }
}

extension Evaluator {
  /// Begins a result with what the record says of itself; fields that are not well-formed stay unknown.
  public mutating func begin() {
    evaluation.reset()
    let places = HostPlaces.all
    let words = hostWords
    evaluation.head.append(words.id, of: words.texts)
    evaluation.id = write(places.id)
    evaluation.head.append(words.year, of: words.texts)
    evaluation.year = writeYear()
    evaluation.head.append(words.direction, of: words.texts)
    evaluation.directionID = write(places.direction)
    evaluation.head.append(words.title, of: words.texts)
    evaluation.title = write(places.title)
    evaluation.head.append(words.applicant, of: words.texts)
    evaluation.applicant = write(places.applicant)
    evaluation.head.append(words.program, of: words.texts)
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

  private func known(_ place: HostPlaces.Place) -> Record.Slot? {
    guard place.slot < record.slots.count, record.slots[place.slot].isPresent else { return nil }
    if record.faults.isEmpty { return record.slots[place.slot] }
    let parent = place.path.split(separator: ".").dropLast().joined(separator: ".")
    return record.hasFault(at: place.path) || record.hasFault(at: parent) ? nil : record.slots[place.slot]
  }

  private mutating func writeYear() -> Range<Int32> {
    let start = Int32(truncatingIfNeeded: evaluation.head.count)
    guard let year = known(HostPlaces.all.year) else {
      evaluation.head.append(.null)
      return 0..<0
    }
    evaluation.head.append(number: year.number)
    return start..<Int32(truncatingIfNeeded: evaluation.head.count)
  }

  /// Writes a text as JSON.
  private mutating func write(_ place: HostPlaces.Place) -> Range<Int32> {
    guard let slot = known(place) else {
      evaluation.head.append(.null)
      return 0..<0
    }
    evaluation.head.append(UInt8(ascii: "\""))
    let start = Int32(truncatingIfNeeded: evaluation.head.count)
    evaluation.head.append(slot, record.bytes, record.unescaped, isScanned: record.isScanned)
    let end = Int32(truncatingIfNeeded: evaluation.head.count)
    evaluation.head.append(UInt8(ascii: "\""))
    return start..<end
  }
}

/// The JSON around what a record says of itself.
struct HostWords: Sendable {
  let id, year, direction, title, applicant, program: Piece
  let texts: Bytes

  init() {
    var pieces = Pieces()
    id = pieces.json("{\"id\":")
    year = pieces.json(",\"year\":")
    direction = pieces.json(",\"direction\":")
    title = pieces.json(",\"title\":")
    applicant = pieces.json(",\"applicant\":")
    program = pieces.json(",\"program\":")
    texts = pieces.bytes
  }
}

/// Reading and binding in one pass, for records as nearly all of them are: every field is known, every value well-formed,
/// nothing is given twice, and nothing is escaped but within texts.
///
/// A key is held against the fields that may stand there, eight bytes at a time, and its value goes straight to its slot:
/// no tape is written, and nothing is looked up. Wherever a record is different, scanning gives up without a word, and
/// the record is read and bound again by those who can say what is wrong with it. So both must agree on every record that
/// scanning takes.
extension Record {
  /// Scans the record that begins at a place.
  ///
  /// - Parameters:
  ///   - isLine: whether a line end ends it, too: then it is no white space.
  ///   - program: finds the program for the year and the direction that are known by then.
  /// - Returns: the place behind the record; nil where it is to be read and bound otherwise.
  public mutating func scan(
    _ source: Bytes, from start: Int, isLine: Bool, _ program: (_ year: Int, _ direction: DirectionKey) -> CompiledProgram?
  ) -> Int? {
    // Two parts of the record cannot be written to at once, so one is taken out meanwhile.
    var lists: [Slot] = []
    swap(&lists, &elements)
    defer { swap(&lists, &elements) }
    if lists.isEmpty { lists.append(contentsOf: repeatElement(Slot(), count: 64)) }
    while true {
      reset(source)
      isScanned = true
      var scanner = RecordScanner(source, lineEnd: isLine ? 0x20 : 0x0A, years: &years, unescaped: &unescaped)
      let end = scan(source, from: start, &scanner, &lists, program)
      scanner.giveBack(&years, &unescaped)
      if end != nil || !scanner.lacksRoom { return end }
      lists.append(contentsOf: repeatElement(Slot(), count: lists.count))
    }
  }

  private mutating func scan(
    _ source: Bytes, from start: Int, _ scanner: inout RecordScanner, _ lists: inout [Slot],
    _ program: (_ year: Int, _ direction: DirectionKey) -> CompiledProgram?
  ) -> Int? {
    let bytes = source.span
    var place = scanner.skipSpace(bytes, start)
    guard place < bytes.count, bytes[place] == UInt8(ascii: "{") else { return nil }
    place = scanner.skipSpace(bytes, place + 1)
    var layout = host
    var members = RecordScanner.Members(layout.roots, layout.rootTable)
    makeSlots(layout.slotCount)
    while true {
      let isHeadOnly = !isProgramKnown
      var room = slots.mutableSpan
      var elements = lists.mutableSpan
      place = scanner.scanMembers(bytes, place, layout, &members, &room, &elements, isOnlyOne: isHeadOnly)
      guard place >= 0, place < bytes.count else { return nil }
      if !isProgramKnown, slots[HostPlaces.all.year.slot].isPresent, slots[HostPlaces.all.direction.slot].isPresent {
        // From here on fields of the program may follow. Its schema begins with the host's, place for place.
        guard let found = program(year, directionKey) else { return nil }
        layout = found.layout
        members.move(to: layout.roots, layout.rootTable)
        makeSlots(layout.slotCount)
        isProgramKnown = true
      }
      if bytes[place] == UInt8(ascii: "}") { break }
      guard bytes[place] == UInt8(ascii: ",") else { return nil }
      place = scanner.skipSpace(bytes, place &+ 1)
    }
    guard isProgramKnown else { return nil }
    for slot in host.required where !slots[Int(slot)].isPresent { return nil }
    scanned = start..<place &+ 1
    return place &+ 1
  }
}

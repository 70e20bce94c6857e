/// Reading and binding in one pass, for records as nearly all of them are: every field is known, every value well-formed,
/// no key is given twice, and nothing is escaped but within texts.
///
/// A key is compared with the fields that may stand there, eight bytes at a time, and its value goes straight to its slot: no
/// tape is written, and nothing is looked up. Where a record is different, scanning gives up without a word, and the record
/// is parsed and bound by those who can say what is wrong with it. So both must agree on every record that scanning takes.
///
/// A record is scanned in two steps: ``scanHead(_:from:isLine:)`` ends where year and direction are known, so that the caller
/// can find their program; ``scanRest(_:by:)`` goes on with the program's fields.
extension Record {
  /// How far a record has been scanned, with its year and direction known.
  package struct ScannedHead {
    fileprivate let start: Int
    /// The offset of what follows the last member.
    fileprivate let end: Int
    fileprivate let lineEnd: UInt8
    fileprivate let members: RecordScanner.Members
    /// How much of the room for elements, years and unescaped texts is in use.
    fileprivate let elementCount: Int
    fileprivate let yearCount: Int
    fileprivate let unescapedCount: Int
  }

  /// Scans the beginning of the record at an offset, up to the member that makes year and direction known.
  ///
  /// - Parameter isLine: whether a line end ends the record, too: then it is no white space.
  /// - Returns: nil where the record is to be parsed.
  package mutating func scanHead(_ source: Bytes, from start: Int, isLine: Bool) -> ScannedHead? {
    let lineEnd: UInt8 = isLine ? 0x20 : 0x0A
    return scanning { record, elements -> ScannedHead? in
      record.reset(source)
      record.isScanned = true
      record.makeSlots(record.host.slotCount)
      var scanner = RecordScanner(source, lineEnd: lineEnd, years: &record.years, unescaped: &record.unescaped)
      defer { scanner.giveBack(&record.years, &record.unescaped) }
      let bytes = source.span
      var offset = scanner.skipSpace(bytes, start)
      guard offset < bytes.count, bytes[offset] == UInt8(ascii: "{") else { return nil }
      offset = scanner.skipSpace(bytes, offset + 1)
      var members = RecordScanner.Members(record.host.roots, record.host.rootTable)
      while true {
        offset = record.scanMembers(&scanner, offset, record.host, &members, &elements, isOnlyOne: true)
        record.lacksRoom = scanner.lacksRoom
        guard offset >= 0, offset < bytes.count else { return nil }
        if record.slots[HostPlaces.all.year.slot].isPresent, record.slots[HostPlaces.all.direction.slot].isPresent {
          return ScannedHead(
            start: start, end: offset, lineEnd: lineEnd, members: members, elementCount: scanner.elementCount,
            yearCount: scanner.years.count, unescapedCount: scanner.unescaped.count)
        }
        guard bytes[offset] == UInt8(ascii: ",") else { return nil }
        offset = scanner.skipSpace(bytes, offset &+ 1)
      }
    }
  }

  /// Scans the rest of a record by the program of its year and direction.
  /// - Returns: the offset after the record; nil where it is to be parsed.
  package mutating func scanRest(_ head: ScannedHead, by program: CompiledProgram) -> Int? {
    let layout = program.layout
    makeSlots(layout.slotCount)
    let source = bytes
    return scanning { record, elements -> Int? in
      record.years.removeSubrange(head.yearCount...)
      record.unescaped.removeSubrange(head.unescapedCount...)
      var scanner = RecordScanner(source, lineEnd: head.lineEnd, years: &record.years, unescaped: &record.unescaped)
      defer { scanner.giveBack(&record.years, &record.unescaped) }
      scanner.elementCount = head.elementCount
      let bytes = source.span
      var members = head.members
      // The program's schema begins with the host's, field for field.
      members.move(to: layout.roots, layout.rootTable)
      var offset = head.end
      while bytes[offset] != UInt8(ascii: "}") {
        guard bytes[offset] == UInt8(ascii: ",") else { return nil }
        offset = scanner.skipSpace(bytes, offset &+ 1)
        offset = record.scanMembers(&scanner, offset, layout, &members, &elements, isOnlyOne: false)
        record.lacksRoom = scanner.lacksRoom
        guard offset >= 0, offset < bytes.count else { return nil }
      }
      for slot in record.host.required where !record.slots[Int(slot)].isPresent { return nil }
      record.isProgramKnown = true
      record.scanned = head.start..<offset &+ 1
      return offset &+ 1
    }
  }

  /// Scans with room for the elements of lists, and again with more where there was too little of it.
  @inline(__always)
  private mutating func scanning<Result>(_ scan: (inout Record, inout [Slot]) -> Result?) -> Result? {
    // Two parts of the record cannot be written to at once, so one is taken out meanwhile.
    var elements: [Slot] = []
    swap(&elements, &self.elements)
    defer { swap(&elements, &self.elements) }
    if elements.isEmpty { elements.append(contentsOf: repeatElement(Slot(), count: 64)) }
    while true {
      lacksRoom = false
      let result = scan(&self, &elements)
      if result != nil || !lacksRoom { return result }
      elements.append(contentsOf: repeatElement(Slot(), count: elements.count))
    }
  }

  @inline(__always)
  private mutating func scanMembers(
    _ scanner: inout RecordScanner, _ offset: Int, _ layout: SchemaLayout, _ members: inout RecordScanner.Members,
    _ elements: inout [Slot], isOnlyOne: Bool
  ) -> Int {
    let source = scanner.source
    var freeSlots = slots.mutableSpan
    var freeElements = elements.mutableSpan
    return scanner.scanMembers(
      source.span, offset, layout, &members, &freeSlots, &freeElements, isOnlyOne: isOnlyOne)
  }
}

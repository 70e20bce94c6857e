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
  struct ScannedHead {
    fileprivate let start: Int
    /// The offset of what follows the last member.
    fileprivate let end: Int
    fileprivate let extraSpace: UInt8
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
  mutating func scanHead(_ source: Bytes, from start: Int, isLine: Bool) -> ScannedHead? {
    reset(source)
    isScanned = true
    let layout = host
    reserveSlots(layout.slotCount)
    // Two parts of the record cannot be written to at once, so one is taken out meanwhile.
    var elementSlots: [Slot] = []
    swap(&elementSlots, &elements)
    defer { swap(&elementSlots, &elements) }
    if elementSlots.isEmpty { elementSlots.append(contentsOf: repeatElement(Slot(), count: 64)) }
    let extraSpace: UInt8 = isLine ? 0x20 : 0x0A
    var scanner = RecordScanner(source, extraSpace: extraSpace, years: &years, unescaped: &unescaped)
    defer { scanner.returnBuffers(&years, &unescaped) }
    let bytes = source.span
    var offset = scanner.skipSpace(bytes, start)
    guard offset < bytes.count, bytes[offset] == UInt8(ascii: "{") else { return nil }
    offset = scanner.skipSpace(bytes, offset + 1)
    var members = RecordScanner.Members(layout.roots, layout.rootTable)
    let (year, direction) = (HostSlots.all.year.slot, HostSlots.all.direction.slot)
    while true {
      var slotSpan = slots.mutableSpan
      var elementSpan = elementSlots.mutableSpan
      offset = scanner.scanMembers(
        bytes, from: offset, layout: layout, members: &members, slots: &slotSpan, elements: &elementSpan, stopsAfterOne: true)
      guard offset >= 0, offset < bytes.count else {
        // The next record will have room enough.
        if scanner.lacksElementSlots { elementSlots.append(contentsOf: repeatElement(Slot(), count: elementSlots.count)) }
        return nil
      }
      if slots[year].isPresent, slots[direction].isPresent { break }
      guard bytes[offset] == UInt8(ascii: ",") else { return nil }
      offset = scanner.skipSpace(bytes, offset &+ 1)
    }
    return ScannedHead(
      start: start, end: offset, extraSpace: extraSpace, members: members, elementCount: scanner.elementCount,
      yearCount: scanner.years.count, unescapedCount: scanner.unescaped.count)
  }

  /// Scans the rest of a record by the program of its year and direction.
  /// - Returns: the offset after the record; nil where it is to be parsed.
  mutating func scanRest(_ head: ScannedHead, by program: CompiledProgram) -> Int? {
    let layout = program.layout
    reserveSlots(layout.slotCount)
    var elementSlots: [Slot] = []
    swap(&elementSlots, &elements)
    defer { swap(&elementSlots, &elements) }
    while true {
      var scanner = RecordScanner(bytes, extraSpace: head.extraSpace, years: &years, unescaped: &unescaped)
      scanner.elementCount = head.elementCount
      let end = scanRemainingMembers(after: head, layout: layout, scanner: &scanner, elements: &elementSlots)
      scanner.returnBuffers(&years, &unescaped)
      if end != nil || !scanner.lacksElementSlots { return end }
      elementSlots.append(contentsOf: repeatElement(Slot(), count: elementSlots.count))
      years.removeSubrange(head.yearCount...)
      unescaped.removeSubrange(head.unescapedCount...)
    }
  }

  private mutating func scanRemainingMembers(
    after head: ScannedHead, layout: SchemaLayout, scanner: inout RecordScanner, elements elementSlots: inout [Slot]
  ) -> Int? {
    let source = bytes
    let bytes = source.span
    var members = head.members
    // The program's schema begins with the host's, field for field.
    members.move(to: layout.roots, layout.rootTable)
    var offset = head.end
    while bytes[offset] != UInt8(ascii: "}") {
      guard bytes[offset] == UInt8(ascii: ",") else { return nil }
      offset = scanner.skipSpace(bytes, offset &+ 1)
      var slotSpan = slots.mutableSpan
      var elementSpan = elementSlots.mutableSpan
      offset = scanner.scanMembers(
        bytes, from: offset, layout: layout, members: &members, slots: &slotSpan, elements: &elementSpan, stopsAfterOne: false)
      guard offset >= 0, offset < bytes.count else { return nil }
    }
    for slot in host.required where !slots[Int(slot)].isPresent { return nil }
    isProgramKnown = true
    scannedRange = head.start..<offset &+ 1
    return offset &+ 1
  }
}

/// Reads and binds a record of JSON in one pass, provided that it is like nearly all records: every field is known, every value
/// is well-formed, no key is repeated, and escapes occur only in the values of text fields.
///
/// Each key is compared with the fields that are expected next, eight bytes at a time, and its value goes straight into its slot;
/// no tape is written. Only a key that is out of order is looked up in a hash table. If a record is different, the scanner gives
/// up without a message, and the record is parsed and bound by ``bindHost(_:)`` and ``bindProgram(_:)``, which report the faults.
/// Scanning and binding must therefore give the same result for every record that the scanner accepts.
///
/// A record is scanned in two steps. ``scanHead(_:from:isLine:)`` ends when year and direction are known, so that the caller can
/// find their program; ``scanRest(_:by:)`` continues with the fields of that program.
extension Record {
  /// The state of a scan after year and direction are known.
  struct ScannedHead {
    fileprivate let start: Int
    /// The offset of the first byte after the last scanned member that is not white space.
    fileprivate let end: Int
    fileprivate let extraSpace: UInt8
    fileprivate let members: RecordScanner.Members
    /// The number of element slots in use.
    fileprivate let elementCount: Int
    /// The number of entries of ``Record/years``.
    fileprivate let yearCount: Int
    /// The number of bytes of ``Record/unescaped``.
    fileprivate let unescapedCount: Int
  }

  /// Scans the record at an offset up to the member that makes year and direction known.
  ///
  /// - Parameter isLine: whether a line end also ends the record; it is then not white space.
  /// - Returns: nil if the record has to be parsed.
  mutating func scanHead(_ source: Bytes, from start: Int, isLine: Bool) -> ScannedHead? {
    reset(source)
    isScanned = true
    let layout = host
    reserveSlots(layout.slotCount)
    // Two properties of the record cannot be mutated at the same time, so the elements are moved out during the scan.
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
        // This record is parsed, but the scan of the next one then has enough slots.
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

  /// Scans the rest of a record with the program of its year and direction.
  /// - Returns: the offset after the record, or nil if it has to be parsed.
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

  /// Scans the remaining members, and checks that all required fields are present.
  private mutating func scanRemainingMembers(
    after head: ScannedHead, layout: SchemaLayout, scanner: inout RecordScanner, elements elementSlots: inout [Slot]
  ) -> Int? {
    let source = bytes
    let bytes = source.span
    var members = head.members
    // The fields of the program's schema begin with those of the host's schema, in the same order.
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
    guard hasPossibleBirthYear, hasConsistentDates(layout) else { return nil }
    completeBirthYear(layout)
    isProgramKnown = true
    scannedRange = head.start..<offset &+ 1
    return offset &+ 1
  }
}

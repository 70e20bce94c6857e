/// Scans objects, lists, and amounts by year.
extension RecordScanner {
  /// Scans an object into slots.
  /// - Parameter isElement: whether it is an element of a list, so that its required fields are checked here.
  mutating func scanObject(
    _ bytes: Span<UInt8>, at start: Int, layout: SchemaLayout, node: Int, slots: inout MutableSpan<Slot>,
    elements: inout MutableSpan<Slot>, isElement: Bool
  ) -> Int {
    let field = layout.fields[node]
    // ``Members`` has one bit for each of at most 64 fields.
    guard field.children.length <= 64 else { return Self.givenUp }
    var offset = start &+ 1
    let first = nextByte(in: bytes, at: &offset)
    var members = Members(field.children, field.table)
    if first != UInt8(ascii: "}") {
      offset = scanMembers(
        bytes, from: offset, layout: layout, members: &members, slots: &slots, elements: &elements, stopsAfterOne: false)
      guard offset >= 0, offset < bytes.count, bytes[offset] == UInt8(ascii: "}") else { return Self.givenUp }
    }
    if isElement && members.seen & ~members.absent & field.required != field.required { return Self.givenUp }
    return offset &+ 1
  }

  /// Scans a list, and adds the number of its elements to `count`.
  mutating func scanElements(
    _ bytes: Span<UInt8>, at start: Int, layout: SchemaLayout, node: Int, count: inout Int,
    elements: inout MutableSpan<Slot>
  ) -> Int {
    let isOfTexts = layout.fields[node].kind == .texts
    var offset = start &+ 1
    if nextByte(in: bytes, at: &offset) == UInt8(ascii: "]") { return offset &+ 1 }
    while true {
      offset =
        isOfTexts
        ? scanElementText(bytes, at: offset, layout: layout, node: node, elements: &elements)
        : scanElement(bytes, at: offset, layout: layout, node: node, elements: &elements)
      if offset < 0 { return Self.givenUp }
      count &+= 1
      let next = nextByte(in: bytes, at: &offset)
      if next == UInt8(ascii: "]") { return offset &+ 1 }
      guard next == UInt8(ascii: ",") else { return Self.givenUp }
      offset = skipSpace(bytes, offset &+ 1)
    }
  }

  /// Scans an element of a list of objects.
  private mutating func scanElement(
    _ bytes: Span<UInt8>, at start: Int, layout: SchemaLayout, node: Int, elements: inout MutableSpan<Slot>
  ) -> Int {
    let stride = Int(layout.fields[node].stride)
    guard start < bytes.count, bytes[start] == UInt8(ascii: "{"), hasFreeSlots(for: stride, elements) else { return Self.givenUp }
    var elementSlots = elements._mutatingExtracting(elementCount..<elementCount &+ stride)
    elementCount &+= stride
    elementSlots.update(repeating: Slot())
    // Lists within lists are left to the parser.
    var noElements = MutableSpan<Slot>()
    return scanObject(bytes, at: start, layout: layout, node: node, slots: &elementSlots, elements: &noElements, isElement: true)
  }

  /// Scans an element of a list of texts.
  private mutating func scanElementText(
    _ bytes: Span<UInt8>, at start: Int, layout: SchemaLayout, node: Int, elements: inout MutableSpan<Slot>
  ) -> Int {
    let end = scanText(bytes, at: start, value: bytes.extracting(droppingFirst: start))
    guard end > start &+ 2, hasFreeSlots(for: 1, elements) else { return Self.givenUp }
    let known = layout.choiceIndex(in: layout.fields[node].choices, bytes: bytes, from: start &+ 1, to: end &- 1)
    elements[elementCount] = Slot(
      state: .present, number: Double(known), start: Int32(truncatingIfNeeded: start &+ 1),
      end: Int32(truncatingIfNeeded: end &- 1))
    elementCount &+= 1
    return end
  }

  /// Returns whether `more` slots are free, and sets ``lacksElementSlots`` if they are not.
  private mutating func hasFreeSlots(for more: Int, _ elements: borrowing MutableSpan<Slot>) -> Bool {
    if elementCount &+ more <= elements.count { return true }
    lacksElementSlots = elements.count > 0
    return false
  }

  /// Scans an object of amounts by year, and appends them to ``years``.
  mutating func scanYears(_ bytes: Span<UInt8>, at start: Int) -> Int {
    let first = years.count
    var offset = skipSpace(bytes, start &+ 1)
    guard offset < bytes.count else { return Self.givenUp }
    if bytes[offset] == UInt8(ascii: "}") { return offset &+ 1 }
    while true {
      guard offset &+ 8 <= bytes.count, bytes[offset] == UInt8(ascii: "\""), bytes[offset &+ 5] == UInt8(ascii: "\""),
        let year = Record.parseYear(bytes, from: offset &+ 1, to: offset &+ 5), bytes[offset &+ 6] == UInt8(ascii: ":")
      else { return Self.givenUp }
      offset = skipSpace(bytes, offset &+ 7)
      var amount = 0.0
      let rest = bytes.extracting(droppingFirst: offset)
      guard rest.count >= 16 else { return Self.givenUp }
      offset = scanNumber(rest, at: offset, number: &amount, allowsFraction: true)
      if offset < 0 { return Self.givenUp }
      for index in first..<years.count where years[index].year == year { return Self.givenUp }
      years.append((year, amount))
      offset = skipSpace(bytes, offset)
      guard offset < bytes.count else { return Self.givenUp }
      if bytes[offset] == UInt8(ascii: "}") { break }
      guard bytes[offset] == UInt8(ascii: ",") else { return Self.givenUp }
      offset = skipSpace(bytes, offset &+ 1)
    }
    return offset &+ 1
  }
}

/// Reading and binding in one pass, for records as nearly all of them are: every field is known, every value well-formed,
/// nothing is escaped or given twice.
///
/// A key is held against the fields that may stand there, eight bytes at a time, and its value goes straight to its slot:
/// no tape is written, and nothing is looked up. Wherever a record is different, scanning gives up without a word, and
/// the record is read and bound again by those who can say what is wrong with it. So both must agree on every record that
/// scanning takes.
extension Record {
  /// What scanning answers where it gives up.
  static let given = -1

  /// Scans the record that begins at a place.
  ///
  /// - Parameters:
  ///   - lineEnd: what else is white space: a line end, or a space again.
  ///   - program: finds the program for the year and the direction that are known by then.
  /// - Returns: the place behind the record; nil where it is to be read and bound otherwise.
  public mutating func scan(
    _ source: Bytes, from start: Int, isLine: Bool, _ program: (borrowing Record) -> CompiledProgram?
  ) -> Int? {
    reset(source)
    isScanned = true
    let bytes = source.span
    let lineEnd: UInt8 = isLine ? 0x20 : 0x0A
    var place = JSONTape.skipSpace(bytes, start, lineEnd: lineEnd)
    guard place < bytes.count, bytes[place] == UInt8(ascii: "{") else { return nil }
    place = JSONTape.skipSpace(bytes, place + 1, lineEnd: lineEnd)
    var members = Members(host.roots)
    var layout = host
    makeSlots(layout.slotCount)
    while true {
      place = scanMember(bytes, place, layout, &members, lineEnd, base: -1)
      if place < 0 { return nil }
      if !isProgramKnown, slots[HostPlaces.all.year.slot].isPresent, slots[HostPlaces.all.direction.slot].isPresent {
        // From here on fields of the program may follow. Its schema begins with the host's, place for place.
        guard let found = program(self) else { return nil }
        layout = found.layout
        members.move(to: layout.roots)
        makeSlots(layout.slotCount)
        isProgramKnown = true
      }
      guard place < bytes.count else { return nil }
      if bytes[place] == UInt8(ascii: "}") { break }
      guard bytes[place] == UInt8(ascii: ",") else { return nil }
      place = JSONTape.skipSpace(bytes, place + 1, lineEnd: lineEnd)
    }
    guard isProgramKnown else { return nil }
    for slot in host.required where !slots[Int(slot)].isPresent { return nil }
    scanned = start..<place + 1
    return place + 1
  }

  /// The members of an object, as far as they have been scanned.
  struct Members {
    private(set) var candidates: Range<Int32>
    /// Where the next field is expected, among the candidates.
    var next: Int32
    /// One bit for each candidate that was seen, and for each that has a value.
    var seen: UInt64 = 0
    var present: UInt64 = 0

    init(_ candidates: Range<Int32>) {
      self.candidates = candidates
      next = candidates.lowerBound
    }

    /// Goes on among other candidates that begin with the same ones.
    mutating func move(to others: Range<Int32>) {
      next = next - candidates.lowerBound + others.lowerBound
      candidates = others
    }
  }

  /// Scans one member of an object, and returns the place of what stands behind it.
  private mutating func scanMember(
    _ bytes: Span<UInt8>, _ start: Int, _ layout: SchemaLayout, _ members: inout Members, _ lineEnd: UInt8, base: Int
  ) -> Int {
    guard start &+ 8 <= bytes.count, let child = Self.find(bytes, start, layout, &members) else { return Self.given }
    let key = layout.keys[Int(child)]
    var place = JSONTape.skipSpace(bytes, start &+ Int(key.count), lineEnd: lineEnd)
    guard place < bytes.count, bytes[place] == UInt8(ascii: ":") else { return Self.given }
    place = JSONTape.skipSpace(bytes, place &+ 1, lineEnd: lineEnd)
    guard place &+ 8 <= bytes.count else { return Self.given }
    let node = Int(key.node)
    let field = layout.places[node]
    var slot = Slot(state: .present)
    if bytes[place] == UInt8(ascii: "n") {
      guard bytes.word(at: place) & 0xFFFF_FFFF == 0x6C6C_756E else { return Self.given }
      return JSONTape.skipSpace(bytes, place &+ 4, lineEnd: lineEnd)
    }
    switch field.kind {
    case .flag:
      let word = bytes.word(at: place)
      if word & 0xFFFF_FFFF == 0x6575_7274 {
        slot.number = 1
        place &+= 4
      } else if word & 0xFF_FFFF_FFFF == 0x65_736C_6166 {
        place &+= 5
      } else {
        return Self.given
      }
    case .count, .year, .money:
      place = Self.scanNumber(bytes, place, &slot.number, allowsFraction: field.kind == .money)
    case .text, .creditCode, .division, .time, .choice:
      place = scanText(bytes, place, field, layout, &slot)
      if place >= 0 && slot.start == slot.end { return JSONTape.skipSpace(bytes, place, lineEnd: lineEnd) }
    case .object, .tally:
      slots[Int(field.slot)] = slot
      place = scanObject(bytes, place, layout, field.children, lineEnd, base: -1)
      if place < 0 { return Self.given }
      return JSONTape.skipSpace(bytes, place, lineEnd: lineEnd)
    case .objects: place = scanObjects(bytes, place, layout, field, &slot, lineEnd)
    case .texts: place = scanTexts(bytes, place, layout, field, &slot, lineEnd)
    case .yearlyMoney: place = scanYears(bytes, place, &slot, lineEnd)
    }
    if place < 0 { return Self.given }
    if base < 0 { slots[Int(field.slot)] = slot } else { elements[base &+ Int(field.slot)] = slot }
    members.present |= 1 << UInt64(truncatingIfNeeded: child &- members.candidates.lowerBound)
    return JSONTape.skipSpace(bytes, place, lineEnd: lineEnd)
  }

  /// The candidate whose key stands at a place, quotes included; nil where none does, or one that was seen before.
  @inline(__always)
  private static func find(
    _ bytes: Span<UInt8>, _ start: Int, _ layout: SchemaLayout, _ members: inout Members
  ) -> Int32? {
    let candidates = members.candidates
    guard candidates.count <= 64 else { return nil }
    let word = bytes.word(at: start)
    let keys = layout.keys
    var child = members.next < candidates.upperBound ? members.next : candidates.lowerBound
    for _ in 0..<candidates.count {
      let key = keys[Int(child)]
      if word & key.mask == key.word, key.count <= 8 || layout.isRest(of: key, bytes, start) {
        let bit: UInt64 = 1 << UInt64(truncatingIfNeeded: child &- candidates.lowerBound)
        guard members.seen & bit == 0 else { return nil }
        members.seen |= bit
        members.next = child &+ 1
        return child
      }
      child = child &+ 1 == candidates.upperBound ? candidates.lowerBound : child &+ 1
    }
    return nil
  }

  /// Scans an object that is no record: one of the host's or the program's, or an element of a list.
  private mutating func scanObject(
    _ bytes: Span<UInt8>, _ start: Int, _ layout: SchemaLayout, _ candidates: Range<Int32>, _ lineEnd: UInt8, base: Int,
    required: UInt64 = 0
  ) -> Int {
    guard bytes[start] == UInt8(ascii: "{") else { return Self.given }
    var place = JSONTape.skipSpace(bytes, start &+ 1, lineEnd: lineEnd)
    guard place < bytes.count else { return Self.given }
    var members = Members(candidates)
    if bytes[place] != UInt8(ascii: "}") {
      while true {
        place = scanMember(bytes, place, layout, &members, lineEnd, base: base)
        guard place >= 0, place < bytes.count else { return Self.given }
        let byte = bytes[place]
        if byte == UInt8(ascii: "}") { break }
        guard byte == UInt8(ascii: ",") else { return Self.given }
        place = JSONTape.skipSpace(bytes, place &+ 1, lineEnd: lineEnd)
      }
    }
    return members.present & required == required ? place &+ 1 : Self.given
  }

  private mutating func scanObjects(
    _ bytes: Span<UInt8>, _ start: Int, _ layout: SchemaLayout, _ field: SchemaLayout.Place, _ slot: inout Slot,
    _ lineEnd: UInt8
  ) -> Int {
    slot.start = Int32(truncatingIfNeeded: elements.count)
    return scanElements(bytes, start, &slot, lineEnd) { record, place in
      let base = record.elements.count
      record.elements.append(contentsOf: repeatElement(Slot(), count: Int(field.stride)))
      return record.scanObject(bytes, place, layout, field.children, lineEnd, base: base, required: field.required)
    }
  }

  private mutating func scanTexts(
    _ bytes: Span<UInt8>, _ start: Int, _ layout: SchemaLayout, _ field: SchemaLayout.Place, _ slot: inout Slot,
    _ lineEnd: UInt8
  ) -> Int {
    slot.start = Int32(truncatingIfNeeded: elements.count)
    return scanElements(bytes, start, &slot, lineEnd) { record, place in
      var text = Slot(state: .present)
      let end = record.scanText(bytes, place, field, layout, &text)
      guard end >= 0, text.start < text.end else { return Self.given }
      text.number = Double(layout.choice(field.choices, bytes, Int(text.start), Int(text.end)))
      record.elements.append(text)
      return end
    }
  }

  /// Scans an array, element by element, and counts them.
  @inline(__always)
  private mutating func scanElements(
    _ bytes: Span<UInt8>, _ start: Int, _ slot: inout Slot, _ lineEnd: UInt8, _ scan: (inout Record, Int) -> Int
  ) -> Int {
    guard bytes[start] == UInt8(ascii: "[") else { return Self.given }
    var place = JSONTape.skipSpace(bytes, start &+ 1, lineEnd: lineEnd)
    guard place < bytes.count else { return Self.given }
    if bytes[place] == UInt8(ascii: "]") { return place &+ 1 }
    while true {
      place = scan(&self, place)
      if place < 0 { return Self.given }
      slot.end &+= 1
      place = JSONTape.skipSpace(bytes, place, lineEnd: lineEnd)
      guard place < bytes.count else { return Self.given }
      if bytes[place] == UInt8(ascii: "]") { return place &+ 1 }
      guard bytes[place] == UInt8(ascii: ",") else { return Self.given }
      place = JSONTape.skipSpace(bytes, place &+ 1, lineEnd: lineEnd)
      guard place < bytes.count else { return Self.given }
    }
  }
}

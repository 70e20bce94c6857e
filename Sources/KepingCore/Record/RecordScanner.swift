/// Scans objects, member by member; see ``Record/scan(_:from:isLine:_:)``.
///
/// Its functions return the place behind what they scanned, or ``givenUp``.
struct RecordScanner {
  typealias Slot = Record.Slot
  typealias Place = SchemaLayout.Place

  static let givenUp = -1

  let source: Bytes
  /// What else is white space: a line end, or a space again.
  let lineEnd: UInt8
  private var elements: [Slot] = []
  private var years: [(year: Int, amount: Double)] = []
  /// Whether an element of a list is being scanned.
  private var isInElement = false

  init(_ source: Bytes, lineEnd: UInt8, elements: inout [Slot], years: inout [(year: Int, amount: Double)]) {
    self.source = source
    self.lineEnd = lineEnd
    swap(&self.elements, &elements)
    swap(&self.years, &years)
  }

  mutating func giveBack(_ elements: inout [Slot], _ years: inout [(year: Int, amount: Double)]) {
    swap(&self.elements, &elements)
    swap(&self.years, &years)
  }

  /// The members of an object, as far as they have been scanned.
  struct Members {
    private(set) var candidates: Range<Int32>
    private(set) var table: KeyTables.Table
    /// Where the next field is expected, among the candidates.
    var next: Int32
    /// One bit for each candidate that was seen, and for each that has a value.
    var seen: UInt64 = 0
    var present: UInt64 = 0

    init(_ candidates: Range<Int32>, _ table: KeyTables.Table) {
      self.candidates = candidates
      self.table = table
      next = candidates.lowerBound
    }

    /// Goes on among other candidates that begin with the same ones.
    mutating func move(to others: Range<Int32>, _ table: KeyTables.Table) {
      next = next - candidates.lowerBound + others.lowerBound
      candidates = others
      self.table = table
    }
  }

  @inline(__always)
  func skipSpace(_ bytes: Span<UInt8>, _ place: Int) -> Int {
    if UInt(bitPattern: place) < UInt(bitPattern: bytes.count), bytes[place] > 0x20 { return place }
    return JSONTape.skipSpace(bytes, place, lineEnd: lineEnd)
  }

  /// Scans members of an object as long as commas follow; the place of what follows the last one.
  /// - Parameters:
  ///   - slots: where values are kept, from `base` on.
  ///   - most: how many are wanted; behind that many a comma may follow.
  mutating func scanMembers(
    _ bytes: Span<UInt8>, _ start: Int, _ layout: SchemaLayout, _ members: inout Members,
    _ slots: inout MutableSpan<Slot>, base: Int, until most: Int
  ) -> Int {
    var place = start
    var left = most
    while true {
      let child = find(bytes, place, layout, &members)
      if child < 0 { return Self.givenUp }
      let key = layout.children[Int(child)]
      place = skipSpace(bytes, place &+ key.quotedCount)
      guard place &+ 8 <= bytes.count, bytes[place] == UInt8(ascii: ":") else { return Self.givenUp }
      place = skipSpace(bytes, place &+ 1)
      guard place &+ 8 <= bytes.count else { return Self.givenUp }
      let node = Int(key.node)
      let kind = layout.places[node].kind
      let first = bytes[place]
      var slot = Slot(state: .present)
      var isAbsent = false
      switch kind {
      case .text, .creditCode, .division, .time, .choice:
        if first == UInt8(ascii: "\"") {
          let end = Self.endOfText(bytes, place &+ 1)
          if end < 0 { return Self.givenUp }
          slot.start = Int32(truncatingIfNeeded: place &+ 1)
          slot.end = Int32(truncatingIfNeeded: end)
          isAbsent = slot.start == slot.end
          if kind.rawValue > SchemaLayout.Kind.creditCode.rawValue, !isAbsent, !isFit(bytes, &slot, layout, node) {
            return Self.givenUp
          }
          place = end &+ 1
        } else {
          isAbsent = true
          place = Self.endOfNull(bytes, place)
        }
      case .count, .year, .money:
        if first &- 0x30 < 10 {
          place = Self.scanNumber(bytes, place, &slot.number, allowsFraction: kind == .money)
        } else {
          isAbsent = true
          place = Self.endOfNull(bytes, place)
        }
      case .flag:
        let word = bytes.word(at: place)
        if JSONWord.true.begins(word) {
          slot.number = 1
          place &+= JSONWord.true.count
        } else if JSONWord.false.begins(word) {
          place &+= JSONWord.false.count
        } else {
          isAbsent = true
          place = Self.endOfNull(bytes, place)
        }
      case .object, .tally, .objects, .texts, .yearlyMoney:
        if first == UInt8(ascii: "{") || first == UInt8(ascii: "[") {
          place = scanContainer(bytes, place, layout, node, &slot, &slots, base)
        } else {
          isAbsent = true
          place = Self.endOfNull(bytes, place)
        }
      }
      if place < 0 { return Self.givenUp }
      if !isAbsent {
        slots[base &+ Int(layout.places[node].slot)] = slot
        members.present |= 1 << UInt64(truncatingIfNeeded: child &- members.candidates.lowerBound)
      }
      place = skipSpace(bytes, place)
      left &-= 1
      guard left > 0, place < bytes.count, bytes[place] == UInt8(ascii: ",") else { return place }
      place = skipSpace(bytes, place &+ 1)
    }
  }

  /// The place behind `null`, which may stand for any value.
  private static func endOfNull(_ bytes: Span<UInt8>, _ start: Int) -> Int {
    JSONWord.null.begins(bytes.word(at: start)) ? start &+ JSONWord.null.count : givenUp
  }

  /// The candidate whose key stands at a place, quotes included; -1 where none does, or one that was seen before.
  @inline(__always)
  private func find(_ bytes: Span<UInt8>, _ start: Int, _ layout: SchemaLayout, _ members: inout Members) -> Int32 {
    guard start &+ 8 <= bytes.count, bytes[start] == UInt8(ascii: "\"") else { return -1 }
    let word = bytes.word(at: start)
    // Most often it is the one that is expected.
    var child = members.next
    var isExpected = false
    if child < members.candidates.upperBound {
      let key = layout.children[Int(child)]
      isExpected = word & key.mask == key.word && layout.isRest(of: key, bytes, start)
    }
    if !isExpected {
      child = layout.tables.find(word, bytes, start, members.table, layout)
      if child < 0 { return -1 }
    }
    let bit: UInt64 = 1 << UInt64(truncatingIfNeeded: child &- members.candidates.lowerBound)
    if members.seen & bit != 0 { return -1 }
    members.seen |= bit
    members.next = child &+ 1
    return child
  }

  // MARK: Containers

  /// Scans an object or an array, as its field wants it.
  private mutating func scanContainer(
    _ bytes: Span<UInt8>, _ start: Int, _ layout: SchemaLayout, _ node: Int, _ slot: inout Slot,
    _ slots: inout MutableSpan<Slot>, _ base: Int
  ) -> Int {
    let field = layout.places[node]
    let isObject = bytes[start] == UInt8(ascii: "{")
    switch field.kind {
    case .object, .tally:
      guard isObject else { return Self.givenUp }
      return scanObject(bytes, start, layout, field, &slots, base: 0)
    case .yearlyMoney: return isObject ? scanYears(bytes, start, &slot) : Self.givenUp
    case .objects, .texts:
      guard !isObject, !isInElement else { return Self.givenUp }
      slot.start = Int32(truncatingIfNeeded: elements.count)
      return scanElements(bytes, start, layout, node, &slot)
    default: return Self.givenUp
    }
  }

  private mutating func scanObject(
    _ bytes: Span<UInt8>, _ start: Int, _ layout: SchemaLayout, _ field: Place, _ slots: inout MutableSpan<Slot>, base: Int,
    isElement: Bool = false
  ) -> Int {
    var place = skipSpace(bytes, start &+ 1)
    guard place < bytes.count else { return Self.givenUp }
    var members = Members(field.children, field.table)
    if bytes[place] != UInt8(ascii: "}") {
      place = scanMembers(bytes, place, layout, &members, &slots, base: base, until: .max)
      guard place >= 0, place < bytes.count, bytes[place] == UInt8(ascii: "}") else { return Self.givenUp }
    }
    if isElement && members.present & field.required != field.required { return Self.givenUp }
    return place &+ 1
  }

  private mutating func scanElements(
    _ bytes: Span<UInt8>, _ start: Int, _ layout: SchemaLayout, _ node: Int, _ slot: inout Slot
  ) -> Int {
    let field = layout.places[node]
    var place = skipSpace(bytes, start &+ 1)
    guard place < bytes.count else { return Self.givenUp }
    if bytes[place] == UInt8(ascii: "]") { return place &+ 1 }
    while true {
      place =
        field.kind == .texts
        ? scanElement(bytes, place, layout, field) : scanElement(bytes, place, layout, field, stride: Int(field.stride))
      if place < 0 { return Self.givenUp }
      slot.end &+= 1
      place = skipSpace(bytes, place)
      guard place < bytes.count else { return Self.givenUp }
      if bytes[place] == UInt8(ascii: "]") { return place &+ 1 }
      guard bytes[place] == UInt8(ascii: ",") else { return Self.givenUp }
      place = skipSpace(bytes, place &+ 1)
      guard place < bytes.count else { return Self.givenUp }
    }
  }

  /// Scans an element of a list of objects.
  private mutating func scanElement(
    _ bytes: Span<UInt8>, _ start: Int, _ layout: SchemaLayout, _ field: Place, stride: Int
  ) -> Int {
    guard bytes[start] == UInt8(ascii: "{") else { return Self.givenUp }
    let base = elements.count
    for _ in 0..<stride { elements.append(Slot()) }
    // Lists within lists are left to others, so that this one may be taken out meanwhile.
    var own: [Slot] = []
    swap(&own, &elements)
    isInElement = true
    defer {
      swap(&own, &elements)
      isInElement = false
    }
    var room = own.mutableSpan
    return scanObject(bytes, start, layout, field, &room, base: base, isElement: true)
  }

  /// Scans an element of a list of texts.
  private mutating func scanElement(_ bytes: Span<UInt8>, _ start: Int, _ layout: SchemaLayout, _ field: Place) -> Int {
    guard bytes[start] == UInt8(ascii: "\"") else { return Self.givenUp }
    let end = Self.endOfText(bytes, start &+ 1)
    guard end > start &+ 1 else { return Self.givenUp }
    var text = Slot(state: .present)
    text.start = Int32(truncatingIfNeeded: start &+ 1)
    text.end = Int32(truncatingIfNeeded: end)
    text.number = Double(layout.choice(field.choices, bytes, start &+ 1, end))
    elements.append(text)
    return end &+ 1
  }

  /// Scans money by year.
  private mutating func scanYears(_ bytes: Span<UInt8>, _ start: Int, _ slot: inout Slot) -> Int {
    let first = years.count
    slot.start = Int32(truncatingIfNeeded: first)
    var place = skipSpace(bytes, start &+ 1)
    guard place < bytes.count else { return Self.givenUp }
    if bytes[place] == UInt8(ascii: "}") { return place &+ 1 }
    while true {
      guard place &+ 8 <= bytes.count, bytes[place] == UInt8(ascii: "\""), bytes[place &+ 5] == UInt8(ascii: "\""),
        let year = Record.year(bytes, place &+ 1, place &+ 5)
      else { return Self.givenUp }
      place = skipSpace(bytes, place &+ 6)
      guard place < bytes.count, bytes[place] == UInt8(ascii: ":") else { return Self.givenUp }
      place = skipSpace(bytes, place &+ 1)
      var amount = 0.0
      place = Self.scanNumber(bytes, place, &amount, allowsFraction: true)
      if place < 0 { return Self.givenUp }
      for index in first..<years.count where years[index].year == year { return Self.givenUp }
      years.append((year, amount))
      place = skipSpace(bytes, place)
      guard place < bytes.count else { return Self.givenUp }
      if bytes[place] == UInt8(ascii: "}") { break }
      guard bytes[place] == UInt8(ascii: ",") else { return Self.givenUp }
      place = skipSpace(bytes, place &+ 1)
    }
    slot.end = Int32(truncatingIfNeeded: years.count &- first)
    return place &+ 1
  }
}

/// Scans objects member by member; see ``Record/scanHead(_:from:isLine:)``.
///
/// Its functions return the offset after what they scanned, or ``givenUp``. They give up on everything that the parser has to
/// examine.
struct RecordScanner {
  typealias Slot = Record.Slot

  /// The result of a function that leaves the record to the parser.
  static let givenUp = -1

  let source: Bytes
  /// The fourth white space byte besides space, tab and carriage return: 0x0A, or 0x20 if a line end closes the record.
  let extraSpace: UInt8
  /// The number of slots for elements of lists that are in use.
  var elementCount = 0
  /// Whether the scanner gave up because there were not enough slots for elements.
  var lacksElementSlots = false
  /// The buffers of the record, which the scanner holds during the scan.
  var years: [(year: Int, amount: Double)] = []
  var unescaped: Bytes = []

  /// Creates a scanner and moves the buffers of the record into it.
  init(_ source: Bytes, extraSpace: UInt8, years: inout [(year: Int, amount: Double)], unescaped: inout Bytes) {
    self.source = source
    self.extraSpace = extraSpace
    swap(&self.years, &years)
    swap(&self.unescaped, &unescaped)
  }

  /// Moves the buffers back to the record.
  mutating func returnBuffers(_ years: inout [(year: Int, amount: Double)], _ unescaped: inout Bytes) {
    swap(&self.years, &years)
    swap(&self.unescaped, &unescaped)
  }

  /// The fields of an object, and which of them have been scanned.
  struct Members {
    /// The fields that the object may have, as a range of ``SchemaLayout/children``.
    private(set) var candidates: Range<Int32>
    /// The table of the candidates' keys.
    private(set) var table: KeyTables.Table
    /// The candidate that is expected next.
    var next: Int32
    /// One bit for each candidate that was seen.
    var seen: UInt64 = 0
    /// One bit for each seen candidate without a value.
    var absent: UInt64 = 0

    init(_ candidates: Range<Int32>, _ table: KeyTables.Table) {
      self.candidates = candidates
      self.table = table
      next = candidates.lowerBound
    }

    /// Returns the bit of a candidate.
    ///
    /// If there are more than 64 candidates, some share a bit, and the second of them counts as a repeated key.
    @inline(__always)
    func bit(_ child: Int) -> UInt64 { 1 &<< UInt64(truncatingIfNeeded: child &- Int(candidates.lowerBound)) }

    /// Continues with other candidates, which begin with the same fields.
    mutating func move(to others: Range<Int32>, _ table: KeyTables.Table) {
      next = next - candidates.lowerBound + others.lowerBound
      candidates = others
      self.table = table
    }
  }

  /// Returns the offset of the first byte from `offset` on that is not white space.
  @inline(__always)
  func skipSpace(_ bytes: Span<UInt8>, _ offset: Int) -> Int {
    if UInt(bitPattern: offset) < UInt(bitPattern: bytes.count), bytes[offset] > 0x20 { return offset }
    return JSONTape.skipSpace(bytes, offset, extraSpace: extraSpace)
  }

  /// Moves the offset past white space, and returns the byte there, or 0 at the end.
  @inline(__always)
  func nextByte(in bytes: Span<UInt8>, at offset: inout Int) -> UInt8 {
    if UInt(bitPattern: offset) < UInt(bitPattern: bytes.count), bytes[offset] > 0x20 { return bytes[offset] }
    offset = JSONTape.skipSpace(bytes, offset, extraSpace: extraSpace)
    return offset < bytes.count ? bytes[offset] : 0
  }

  /// Scans members of an object as long as commas follow, and returns the offset of the next byte that is not white space.
  /// - Parameters:
  ///   - slots: receives the values of the object.
  ///   - elements: receives the values of lists' elements.
  ///   - stopsAfterOne: whether to scan a single member, even if a comma follows. Its value must not be an escaped text, because
  ///     the caller may read it before the scan ends, in order to find the program.
  mutating func scanMembers(
    _ bytes: Span<UInt8>, from start: Int, layout: SchemaLayout, members: inout Members,
    slots: inout MutableSpan<Slot>, elements: inout MutableSpan<Slot>, stopsAfterOne: Bool
  ) -> Int {
    let allPatterns = layout.keyPatterns
    let patterns = allPatterns.span
    var offset = start
    while true {
      let found = Self.findKey(bytes, at: offset, layout: layout, members: &members)
      if found < 0 { return Self.givenUp }
      let node = Int(patterns[found].node)
      let kind = patterns[found].kind
      offset = skipSpace(bytes, offset &+ Int(patterns[found].count))
      let value = bytes.extracting(droppingFirst: offset)
      guard value.count >= 16 else { return Self.givenUp }
      var number = 0.0
      var first = offset &+ 1
      var last = first
      var isPresent = true
      var isUnescaped = false
      var end = Self.givenUp
      switch kind {
      case .text, .creditCode, .division, .time, .date, .choice:
        end = scanText(bytes, at: offset, value: value)
        last = end &- 1
        isPresent = last > first
        if !kind.isAnyText, isPresent {
          guard isValidText(bytes, from: first, to: last, kind: kind, layout: layout, node: node, number: &number) else {
            return Self.givenUp
          }
        }
        if end < 0, kind.isAnyText, !stopsAfterOne {
          end = scanEscapedText(bytes, at: offset, first: &first, last: &last)
          isUnescaped = end >= 0
          isPresent = isUnescaped
        }
      case .count, .year, .money: end = scanNumber(value, at: offset, number: &number, allowsFraction: kind == .money)
      // A negative number makes the scanner give up.
      case .decimal, .percent: end = scanNumber(value, at: offset, number: &number, allowsFraction: true)
      case .flag:
        let word = value.joined8(0)
        if JSONLiteral.true.isPrefix(of: word) {
          number = 1
          end = offset &+ JSONLiteral.true.count
        } else if JSONLiteral.false.isPrefix(of: word) {
          end = offset &+ JSONLiteral.false.count
        }
      case .object, .tally:
        if value[0] == UInt8(ascii: "{") {
          end = scanObject(bytes, at: offset, layout: layout, node: node, slots: &slots, elements: &elements, isElement: false)
        }
      case .yearlyMoney:
        first = years.count
        if value[0] == UInt8(ascii: "{") { end = scanYears(bytes, at: offset) }
        last = years.count &- first
      case .objects, .texts:
        first = elementCount
        last = 0
        if value[0] == UInt8(ascii: "[") {
          end = scanElements(bytes, at: offset, layout: layout, node: node, count: &last, elements: &elements)
        }
      }
      if end < 0 {
        // Any value may be `null`, which counts as absent.
        guard JSONLiteral.null.isPrefix(of: value.joined8(0)) else { return Self.givenUp }
        isPresent = false
        end = offset &+ JSONLiteral.null.count
      }
      if isPresent {
        slots[Int(patterns[found].slot)] = Slot(
          state: .present, isUnescaped: isUnescaped, number: number, start: Int32(truncatingIfNeeded: first),
          end: Int32(truncatingIfNeeded: last))
      } else {
        members.absent |= members.bit(found)
      }
      offset = end
      let next = nextByte(in: bytes, at: &offset)
      if stopsAfterOne || next != UInt8(ascii: ",") { return offset }
      offset = skipSpace(bytes, offset &+ 1)
    }
  }

  /// Returns the candidate whose key, with quotes and colon, is at an offset, or -1 if there is none or it was seen before.
  @inline(__always)
  private static func findKey(
    _ bytes: Span<UInt8>, at start: Int, layout: SchemaLayout, members: inout Members
  ) -> Int {
    let rest = bytes.extracting(droppingFirst: start)
    guard rest.count >= KeyPattern.comparedCount else { return -1 }
    let word = rest.joined8(0)
    let second = rest.joined8(8)
    // Usually it is the expected candidate or one of the next three.
    var found = Int(members.next)
    let end = min(Int(members.candidates.upperBound), found &+ 4)
    while found < end, !layout.isKey(found, word: word, second: second, bytes: rest) { found &+= 1 }
    if found >= end {
      found = layout.tables.find(word, second: second, bytes: rest, table: members.table, layout: layout)
      if found < 0 { return -1 }
    }
    let bit = members.bit(found)
    if members.seen & bit != 0 { return -1 }
    members.seen |= bit
    members.next = Int32(truncatingIfNeeded: found &+ 1)
    return found
  }
}

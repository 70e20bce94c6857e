/// Scans objects, member by member; see ``Record/scanHead(_:from:isLine:)``.
///
/// Its functions return the offset behind what they scanned, or ``givenUp``.
struct RecordScanner {
  typealias Slot = Record.Slot

  static let givenUp = -1

  let source: Bytes
  /// What else is white space: a line end, or a space again.
  let extraSpace: UInt8
  /// How many slots of lists' elements are in use.
  var elementCount = 0
  /// Whether it gave up for want of such slots.
  var lacksElementSlots = false
  /// The record's own, as long as it is scanned.
  var years: [(year: Int, amount: Double)] = []
  var unescaped: Bytes = []

  init(_ source: Bytes, extraSpace: UInt8, years: inout [(year: Int, amount: Double)], unescaped: inout Bytes) {
    self.source = source
    self.extraSpace = extraSpace
    swap(&self.years, &years)
    swap(&self.unescaped, &unescaped)
  }

  mutating func returnBuffers(_ years: inout [(year: Int, amount: Double)], _ unescaped: inout Bytes) {
    swap(&self.years, &years)
    swap(&self.unescaped, &unescaped)
  }

  /// The members of an object, as far as they have been scanned.
  struct Members {
    private(set) var candidates: Range<Int32>
    private(set) var table: KeyTables.Table
    /// Where the next field is expected, among the candidates.
    var next: Int32
    /// One bit for each candidate that was seen, and for each of these that has no value.
    var seen: UInt64 = 0
    var absent: UInt64 = 0

    init(_ candidates: Range<Int32>, _ table: KeyTables.Table) {
      self.candidates = candidates
      self.table = table
      next = candidates.lowerBound
    }

    /// A candidate's bit; where there are more than 64 some are shared, and then taken to be seen twice.
    @inline(__always)
    func bit(_ child: Int) -> UInt64 { 1 &<< UInt64(truncatingIfNeeded: child &- Int(candidates.lowerBound)) }

    /// Goes on among other candidates that begin with the same ones.
    mutating func move(to others: Range<Int32>, _ table: KeyTables.Table) {
      next = next - candidates.lowerBound + others.lowerBound
      candidates = others
      self.table = table
    }
  }

  @inline(__always)
  func skipSpace(_ bytes: Span<UInt8>, _ offset: Int) -> Int {
    if UInt(bitPattern: offset) < UInt(bitPattern: bytes.count), bytes[offset] > 0x20 { return offset }
    return JSONTape.skipSpace(bytes, offset, extraSpace: extraSpace)
  }

  /// The next byte that is no white space, and 0 where there is none.
  @inline(__always)
  func nextByte(in bytes: Span<UInt8>, at offset: inout Int) -> UInt8 {
    if UInt(bitPattern: offset) < UInt(bitPattern: bytes.count), bytes[offset] > 0x20 { return bytes[offset] }
    offset = JSONTape.skipSpace(bytes, offset, extraSpace: extraSpace)
    return offset < bytes.count ? bytes[offset] : 0
  }

  /// Scans members of an object as long as commas follow; the offset of what follows the last one.
  /// - Parameters:
  ///   - slots: where values are kept.
  ///   - elements: where those of lists' elements are kept.
  ///   - stopsAfterOne: whether one is wanted; behind that one a comma may follow. It may tell which program's fields there are, and
  ///     is looked at before all is scanned: so it may not be an escaped text.
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
      // What will be in the slot.
      var number = 0.0
      var first = offset &+ 1
      var last = first
      var isPresent = true
      var isUnescaped = false
      var end = Self.givenUp
      switch kind {
      case .text, .creditCode, .division, .time, .choice:
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
        // `null` may stand for any value.
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

  /// The candidate whose key stands at a offset, quotes and colon included; -1 where none does, or one that was seen before.
  @inline(__always)
  private static func findKey(
    _ bytes: Span<UInt8>, at start: Int, layout: SchemaLayout, members: inout Members
  ) -> Int {
    let rest = bytes.extracting(droppingFirst: start)
    guard rest.count >= KeyPattern.comparedCount else { return -1 }
    let word = rest.joined8(0)
    let second = rest.joined8(8)
    // Most often it is the one that is expected, or one that stands a little behind it.
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

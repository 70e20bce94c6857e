/// An application's record, bound by a schema: each value in its slot, texts still in the bytes they were read from.
///
/// A record is used again for the next one, so that binding allocates nothing once its capacity has grown.
public struct Record: Sendable {
  /// A value, or its absence.
  public struct Slot: Sendable {
    public enum State: UInt8, Sendable { case absent, present }
    public var state: State = .absent
    /// Whether the text stands in ``Record/unescaped`` and not in the record's own bytes.
    var isUnescaped = false
    /// A number; 0 or 1 for a flag; a choice's place among the known ones, -1 for another text.
    public var number: Double = 0
    /// A text's bytes; a list's first element, and its count; a money map's first entry, and its count.
    public var start: Int32 = 0
    public var end: Int32 = 0

    public var isPresent: Bool { state == .present }
    /// How many elements a list has.
    public var count: Int { Int(end) }
  }

  public internal(set) var bytes: Bytes = []
  public internal(set) var slots: [Slot] = []
  /// The slots of all lists' elements, one element behind the other.
  public internal(set) var elements: [Slot] = []
  /// The entries of money by year.
  var years: [(year: Int, amount: Double)] = []
  var unescaped: Bytes = []
  /// Values of host objects, or of the top, that the host does not know: the program may.
  var pending: [(parent: Int32, key: Int32, value: Int32)] = []
  /// Whether the program's schema is being bound: what it does not know, nobody does.
  var isProgramKnown = false
  /// What makes the record invalid.
  public internal(set) var faults: [Problem] = []
  /// How many of the faults are of the host's fields, once the program's are bound.
  var hostFaultCount: Int?
  /// The fields that neither the host nor the program declares.
  public internal(set) var unknownFields: [Problem] = []
  var tape = JSONTape()
  /// Whether the record was scanned, so that the tape has nothing of it; and where it stands then.
  var isScanned = false
  var scannedRange = 0..<0
  /// Whether the record was filled from values, so that there is no JSON of it; and by which schema.
  var isFilled = false
  var filledLayout: SchemaLayout?
  /// The host's own fields; not shared with the records of other threads.
  let host = SchemaLayout(Schema.host)

  public init() {}

  /// Whether the host's own fields make the record invalid.
  package var hasHostFaults: Bool { !faults.isEmpty && hostFaultCount != 0 }

  /// All values of the record as JSON on a tape, with the bytes that the tape is of; those of unknown fields, too.
  public var allValues: (tape: JSONTape, bytes: Bytes) {
    if !isScanned && !isFilled { return (tape, bytes) }
    var all = (tape: JSONTape(), bytes: bytes)
    if isFilled { all.bytes = filledJSON }
    // What was scanned is JSON, and so is what is written here.
    do throws(JSONFault) { try all.tape.read(all.bytes, isFilled ? 0..<all.bytes.count : scannedRange) } catch {
      preconditionFailure("a record is JSON, whether it was scanned or filled")
    }
    return all
  }

  /// Forgets all values.
  package mutating func forget() { reset([]) }

  /// Lets go of the bytes, so that others may write over them.
  package mutating func release() { bytes = [] }

  /// Parses the one JSON text in a range, white space around it allowed, to be bound next.
  /// - Throws: ``JSONFault``.
  package mutating func parse(_ bytes: Bytes, _ range: Range<Int>) throws(JSONFault) { try tape.read(bytes, range) }

  /// Parses the JSON text that begins a line, to be bound next.
  /// - Returns: the offset after it; nil where it is no JSON.
  package mutating func parsePrefix(ofLine bytes: Bytes, _ range: Range<Int>) -> Int? {
    try? tape.readPrefix(bytes, range, isLine: true)
  }

  /// Whether a field has been reported. By bytes: two names that only look alike are two names.
  func hasFault(at path: String) -> Bool {
    faults.contains { $0.field.utf8.elementsEqual(path.utf8) }
  }

  /// The text of a slot.
  public func text(_ slot: Slot) -> ArraySlice<UInt8> {
    (slot.isUnescaped ? unescaped : bytes)[Int(slot.start)..<Int(slot.end)]
  }

  /// The slot of an element's field.
  @inline(__always)
  public func element(_ index: Int, of list: Slot, stride: Int, field: Int) -> Slot {
    elements[Int(list.start) + index * stride + field]
  }

  /// The amount of a year; nil where it is not given.
  public func amount(_ slot: Slot, year: Int) -> Double? { Self.amount(slot, year: year, among: years) }

  static func amount(_ slot: Slot, year: Int, among years: [(year: Int, amount: Double)]) -> Double? {
    guard slot.isPresent else { return nil }
    var index = Int(slot.start)
    let end = index &+ slot.count
    while index < end {
      if years[index].year == year { return years[index].amount }
      index &+= 1
    }
    return nil
  }
}

extension Output {
  /// Appends the text of a record's slot as it stands in JSON, without quotes.
  ///
  /// It is given what it needs of the record: given all of it, it would be given a copy, where both are parts of one whole.
  mutating func append(_ slot: Record.Slot, _ bytes: Bytes, _ unescaped: Bytes, isScanned: Bool) {
    let (start, end) = (Int(slot.start), Int(slot.end))
    if slot.isUnescaped { return append(escaped: unescaped[start..<end]) }
    let span = bytes.span
    // What the record has without an escape needs none here, but for the one character that it may leave as it is; where it
    // has that one, it is not scanned.
    if !isScanned, span.contains(0x7F, from: start, to: end) { return append(escaped: bytes[start..<end]) }
    append(span, from: start, to: end)
  }
}

/// An application's record: each value is in the slot of its field, and texts are ranges of the bytes that they were read from.
///
/// A record is reused for the next application, so that reading allocates nothing once its capacity has grown.
public struct Record: Sendable {
  /// The value of a field, or its absence.
  public struct Slot: Sendable {
    /// Whether a slot has a value.
    public enum State: UInt8, Sendable { case absent, present }
    /// Whether the slot has a value.
    public var state: State = .absent
    /// Whether the text is in ``Record/unescaped`` and not in the record's bytes.
    var isUnescaped = false
    /// The number; 0 or 1 for a flag; for a choice its index among the known values, or -1 for another text; for a date or a time
    /// the number of its day in Beijing, see ``CalendarDate/dayNumber``.
    public var number: Double = 0
    /// The offset of a text's first byte, the index of a list's first slot in ``Record/elements``, or the index of a year map's
    /// first entry in ``Record/years``.
    public var start: Int32 = 0
    /// The offset after a text's last byte, or the number of elements or entries.
    public var end: Int32 = 0

    /// Whether the slot has a value.
    public var isPresent: Bool { state == .present }
    /// The number of elements of a list, or of entries of a year map.
    public var count: Int { Int(end) }
  }

  /// The bytes that the record was read from.
  public internal(set) var bytes: Bytes = []
  /// The values of the record by slot; there may be more slots than the schema needs.
  public internal(set) var slots: [Slot] = []
  /// The slots of all lists' elements, one element after the other.
  public internal(set) var elements: [Slot] = []
  /// The entries of all year maps.
  var years: [(year: Int, amount: Double)] = []
  /// The bytes of the texts that had escapes, and of all texts of a filled record.
  var unescaped: Bytes = []
  /// Members of the record or of the host's objects that the host does not know and that the program will bind.
  ///
  /// `parent` is the node of the object, or -1 for the record; `key` and `value` are indices in the tape.
  var pending: [(parent: Int32, key: Int32, value: Int32)] = []
  /// Whether the program's schema is known, so that a field it does not declare is unknown.
  var isProgramKnown = false
  /// The problems that make the record invalid.
  public internal(set) var faults: [Problem] = []
  /// How many of the faults belong to the host's fields; nil until the program's fields are bound.
  var hostFaultCount: Int?
  /// The fields that neither the host nor the program declares.
  public internal(set) var unknownFields: [Problem] = []
  /// The problems that depend on other records of the batch.
  package var batchProblems: [Problem] = []
  /// The tape from which the record is bound.
  var tape = JSONTape()
  /// Whether the record was scanned, so that the tape does not contain it.
  var isScanned = false
  /// The range of a scanned record in ``bytes``.
  var scannedRange = 0..<0
  /// Whether the record was filled from values, so that there is no JSON of it.
  var isFilled = false
  /// The layout by which the record was filled; nil while only the host's fields are filled.
  var filledLayout: SchemaLayout?
  /// The layout of the host's fields.
  ///
  /// Each record has its own, so that threads do not share its reference count.
  let host = SchemaLayout(Schema.host)

  /// Creates an empty record.
  public init() {}

  /// Whether faults of the host's fields make the record invalid.
  package var hasHostFaults: Bool { !faults.isEmpty && hostFaultCount != 0 }

  /// All values of the record as a tape with the bytes it refers to, including unknown fields if the record was read from JSON.
  public var allValues: (tape: JSONTape, bytes: Bytes) {
    if !isScanned && !isFilled { return (tape, bytes) }
    var all = (tape: JSONTape(), bytes: bytes)
    if isFilled { all.bytes = filledJSON }
    // Bytes that were scanned are valid JSON, and so is the JSON that a filled record writes.
    do throws(JSONFault) { try all.tape.read(all.bytes, isFilled ? 0..<all.bytes.count : scannedRange) } catch {
      preconditionFailure("a record is JSON, whether it was scanned or filled")
    }
    return all
  }

  /// Removes all values.
  package mutating func forget() { reset([]) }

  /// Releases the bytes, so that their owner can overwrite them without a copy.
  package mutating func release() { bytes = [] }

  /// Parses the JSON text in a range, which may be surrounded by white space, so that it can be bound next.
  /// - Throws: ``JSONFault``.
  package mutating func parse(_ bytes: Bytes, _ range: Range<Int>) throws(JSONFault) { try tape.read(bytes, range) }

  /// Parses the JSON text at the start of a line, so that it can be bound next.
  /// - Returns: the offset after the text, or nil if it is not JSON.
  package mutating func parsePrefix(ofLine bytes: Bytes, _ range: Range<Int>) -> Int? {
    try? tape.readPrefix(bytes, range, isLine: true)
  }

  /// Returns whether a fault has been reported for a path.
  ///
  /// Paths are compared as bytes, because names that are canonically equivalent are still different keys.
  func hasFault(at path: String) -> Bool {
    faults.contains { $0.field.utf8.elementsEqual(path.utf8) }
  }

  /// Returns the bytes of the text in a slot.
  public func text(_ slot: Slot) -> ArraySlice<UInt8> {
    (slot.isUnescaped ? unescaped : bytes)[Int(slot.start)..<Int(slot.end)]
  }

  /// Returns the slot of a field in an element of a list.
  @inline(__always)
  public func element(_ index: Int, of list: Slot, stride: Int, field: Int) -> Slot {
    elements[Int(list.start) + index * stride + field]
  }

  /// Returns the amount of a year in yuan, or nil if it is not given.
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
  /// Appends the text in a slot of a record, escaped for a JSON string, without quotes.
  ///
  /// The parts of the record are separate parameters, because passing the record would copy it when both it and the output are
  /// parts of one value.
  mutating func append(_ slot: Record.Slot, _ bytes: Bytes, _ unescaped: Bytes, isScanned: Bool) {
    let (start, end) = (Int(slot.start), Int(slot.end))
    if slot.isUnescaped { return append(escaped: unescaped[start..<end]) }
    let span = bytes.span
    // A character that is unescaped in the record needs no escape in the result, except for U+007F. In a scanned record, a text
    // with that character is always in `unescaped`.
    if !isScanned, span.contains(0x7F, from: start, to: end) { return append(escaped: bytes[start..<end]) }
    append(span, from: start, to: end)
  }
}

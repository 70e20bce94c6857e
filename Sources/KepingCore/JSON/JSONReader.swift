/// Takes a JSON text apart, value by value, into room that is there already.
///
/// Spans are a place and a length: unlike arrays they are not counted, looked up, or checked for being shared again, which
/// would cost more here than the reading itself.
struct JSONReader {
  /// A container that is not closed yet.
  struct Open {
    /// Its place in the tape.
    var container = 0
    var isObject = false
    var members = 0
    /// One bit for each key that was seen, by its hash: a key whose bit is not set is new.
    var seen: UInt64 = 0
    /// Whether a key should be looked for among all others once the object is closed.
    var isSuspect = false
  }

  var place: Int
  /// What else is white space: a line end, or a space again.
  let lineEnd: UInt8
  /// How many values there are.
  var count = 0
  var hasDuplicateKeys = false
  private var depth = 0
  private var wantsValue = true
  /// As many as ``JSONTape/maximumDepth``.
  private var open = [64 of Open](repeating: Open())

  init(place: Int, lineEnd: UInt8) {
    self.place = place
    self.lineEnd = lineEnd
  }

  /// Reads on; false where the room is used up, and more of it is wanted before reading goes on.
  /// - Throws: ``JSONFault``.
  mutating func read(_ bytes: Span<UInt8>, _ array: inout [JSONTape.Value]) throws(JSONFault) -> Bool {
    var values = array.mutableSpan
    // A value and a key are the most that one turn appends.
    while count &+ 2 <= values.count {
      skipSpace(bytes)
      guard UInt(bitPattern: place) < UInt(bitPattern: bytes.count) else { throw fault(.unexpectedEnd, bytes.count) }
      let byte = bytes[place]
      if wantsValue {
        switch byte {
        case UInt8(ascii: "\""): place = try readText(bytes, &values)
        case UInt8(ascii: "{"), UInt8(ascii: "["):
          if try !begin(byte == UInt8(ascii: "{"), bytes, &values) { continue }
        case UInt8(ascii: "-"), 0x30...0x39: place = try readNumber(bytes, &values)
        case UInt8(ascii: "t"): place = try readWord("true", .true, bytes, &values)
        case UInt8(ascii: "f"): place = try readWord("false", .false, bytes, &values)
        case UInt8(ascii: "n"): place = try readWord("null", .null, bytes, &values)
        case 0x80... where Self.utf8Length(bytes, place, bytes.count) == nil: throw fault(.invalidUTF8, place)
        default: throw fault(.unexpectedByte(byte), place)
        }
        wantsValue = false
        if depth == 0 { return true }
        continue
      }
      let isObject = open[depth &- 1].isObject
      switch byte {
      case UInt8(ascii: ","):
        place &+= 1
        skipSpace(bytes)
        if isObject { try readKey(bytes, &values) }
        wantsValue = true
      case UInt8(ascii: "}") where isObject, UInt8(ascii: "]") where !isObject:
        place &+= 1
        end(bytes, &values)
        if depth == 0 { return true }
      default: throw fault(.unexpectedByte(byte), place)
      }
    }
    return false
  }

  @inline(__always)
  private mutating func skipSpace(_ bytes: Span<UInt8>) { place = JSONTape.skipSpace(bytes, place, lineEnd: lineEnd) }

  func fault(_ kind: JSONFault.Kind, _ offset: Int) -> JSONFault { JSONFault(kind: kind, offset: offset) }

  @inline(__always)
  mutating func append(
    _ kind: JSONTape.Kind, _ start: Int, _ end: Int, isEscaped: Bool = false, _ values: inout MutableSpan<JSONTape.Value>
  ) {
    values[count] = JSONTape.Value(
      kind: kind, isEscaped: isEscaped, start: Int32(truncatingIfNeeded: start), end: Int32(truncatingIfNeeded: end),
      next: Int32(truncatingIfNeeded: count &+ 1))
    count &+= 1
  }

  // MARK: Containers

  /// Begins an object or an array; whether it has ended already.
  @inline(__always)
  private mutating func begin(
    _ isObject: Bool, _ bytes: Span<UInt8>, _ values: inout MutableSpan<JSONTape.Value>
  ) throws(JSONFault) -> Bool {
    guard depth < JSONTape.maximumDepth else { throw fault(.tooDeep, place) }
    open[depth] = Open(container: count, isObject: isObject)
    depth &+= 1
    append(isObject ? .object : .array, place, place, &values)
    place &+= 1
    skipSpace(bytes)
    guard place < bytes.count else { throw fault(.unexpectedEnd, bytes.count) }
    if bytes[place] == (isObject ? UInt8(ascii: "}") : UInt8(ascii: "]")) {
      place &+= 1
      end(bytes, &values)
      return true
    }
    if isObject { try readKey(bytes, &values) }
    return false
  }

  private mutating func end(_ bytes: Span<UInt8>, _ values: inout MutableSpan<JSONTape.Value>) {
    depth &-= 1
    let container = open[depth].container
    values[container].end = Int32(truncatingIfNeeded: place)
    values[container].next = Int32(truncatingIfNeeded: count)
    if open[depth].isSuspect && !hasDuplicateKeys {
      hasDuplicateKeys = Self.repeatsKey(in: container, open[depth].members, bytes, values.span)
    }
  }

  @inline(__always)
  private mutating func readKey(_ bytes: Span<UInt8>, _ values: inout MutableSpan<JSONTape.Value>) throws(JSONFault) {
    guard place < bytes.count else { throw fault(.unexpectedEnd, bytes.count) }
    guard bytes[place] == UInt8(ascii: "\"") else { throw fault(.unexpectedByte(bytes[place]), place) }
    let key = count
    let behind = try readText(bytes, &values)
    let hash = JSONTape.hash(values[key], bytes)
    values[key].next = hash
    note(hash, key, values.span)
    place = behind
    skipSpace(bytes)
    guard place < bytes.count else { throw fault(.unexpectedEnd, bytes.count) }
    guard bytes[place] == UInt8(ascii: ":") else { throw fault(.unexpectedByte(bytes[place]), place) }
    place &+= 1
  }

  /// Takes note of a key, and suspects its object where another of the same hash was there before.
  @inline(__always)
  private mutating func note(_ hash: Int32, _ key: Int, _ values: Span<JSONTape.Value>) {
    let object = depth &- 1
    let bit: UInt64 = 1 << UInt64(truncatingIfNeeded: hash & 63)
    open[object].members &+= 1
    if open[object].seen & bit == 0 {
      open[object].seen |= bit
    } else if !open[object].isSuspect {
      open[object].isSuspect = open[object].members > 64 || Self.has(hash, in: open[object].container, before: key, values)
    }
  }

  private static func has(_ hash: Int32, in object: Int, before key: Int, _ values: Span<JSONTape.Value>) -> Bool {
    var place = object + 1
    while place < key {
      if values[place].next == hash { return true }
      place = Int(values[place + 1].next)
    }
    return false
  }

  /// Whether an object names a key twice, in whatever notation.
  private static func repeatsKey(
    in object: Int, _ members: Int, _ bytes: Span<UInt8>, _ values: Span<JSONTape.Value>
  ) -> Bool {
    var seen = Set<Bytes>(minimumCapacity: members)
    var place = object + 1
    for _ in 0..<members {
      if !seen.insert(JSONTape.text(of: values[place], bytes)).inserted { return true }
      place = Int(values[place + 1].next)
    }
    return false
  }
}

/// Reads JSON text value by value into space that the caller provides.
///
/// The reader works on spans, which are a pointer and a length. Arrays would be reference-counted, looked up and checked for
/// uniqueness on each access, which would cost more here than the reading itself.
struct JSONReader {
  typealias Value = JSONTape.Value

  /// An object or array that is not closed yet.
  struct OpenContainer {
    /// The index of the object or array in the tape.
    var container = 0
    var isObject = false
    /// Whether the object may name a key twice, so that its keys have to be compared once it is closed.
    var mayRepeatKey = false
    /// The number of keys read so far.
    var keys = 0
    /// One bit for each key, chosen by its hash: a key whose bit is not set is new.
    var seen: UInt64 = 0
  }

  /// The offset of the next byte to read.
  private(set) var offset: Int
  /// The fourth white space byte besides space, tab and carriage return: 0x0A, or 0x20 if a line end closes the record.
  private let extraSpace: UInt8
  /// The number of values read so far.
  private(set) var count = 0
  private(set) var hasDuplicateKeys = false
  private var depth = 0
  private var expectsValue = true
  /// The open containers, outermost first.
  ///
  /// The array has ``JSONTape/maximumDepth`` elements, of which the first ``depth`` are in use.
  private var open = [64 of OpenContainer](repeating: OpenContainer())

  init(offset: Int, extraSpace: UInt8) {
    self.offset = offset
    self.extraSpace = extraSpace
  }

  /// Continues reading.
  ///
  /// - Returns: false if the array is full and reading can continue once it has grown.
  /// - Throws: ``JSONFault``.
  mutating func read(_ bytes: Span<UInt8>, _ array: inout [Value]) throws(JSONFault) -> Bool {
    var values = array.mutableSpan
    // Local copies are faster than properties of the reader while nothing else needs them.
    var offset = offset
    var count = count
    var isInObject = depth > 0 && open[depth &- 1].isObject
    defer {
      self.offset = offset
      self.count = count
    }
    // One iteration appends at most a value and a key.
    while count &+ 2 <= values.count {
      offset = JSONTape.skipSpace(bytes, offset, extraSpace: extraSpace)
      guard UInt(bitPattern: offset) < UInt(bitPattern: bytes.count) else { throw fault(.unexpectedEnd, bytes.count) }
      let byte = bytes[offset]
      if expectsValue {
        switch byte {
        case UInt8(ascii: "\""):
          var isEscaped = false
          let end = try Self.endOfText(bytes, offset &+ 1, &isEscaped)
          values[count] = Value(.text, offset &+ 1, end, next: count &+ 1, isEscaped: isEscaped)
          offset = end &+ 1
        case UInt8(ascii: "-"), 0x30...0x39:
          var isPlain = true
          let end = try Self.endOfNumber(bytes, offset, &isPlain)
          values[count] = Value(.number, offset, end, next: count &+ 1, isEscaped: !isPlain)
          offset = end
        case UInt8(ascii: "{"), UInt8(ascii: "["):
          guard depth < JSONTape.maximumDepth else { throw fault(.tooDeep, offset) }
          isInObject = byte == UInt8(ascii: "{")
          open[depth] = OpenContainer(container: count, isObject: isInObject)
          depth &+= 1
          values[count] = Value(isInObject ? .object : .array, offset, offset, next: count &+ 1)
          count &+= 1
          offset = JSONTape.skipSpace(bytes, offset &+ 1, extraSpace: extraSpace)
          guard offset < bytes.count else { throw fault(.unexpectedEnd, bytes.count) }
          if bytes[offset] == (isInObject ? UInt8(ascii: "}") : UInt8(ascii: "]")) {
            expectsValue = false
          } else if isInObject {
            offset = try readKey(bytes, at: offset, count: &count, values: &values)
          }
          continue
        case UInt8(ascii: "t"):
          let end = try Self.endOfLiteral(.true, bytes, offset)
          values[count] = Value(.true, offset, end, next: count &+ 1)
          offset = end
        case UInt8(ascii: "f"):
          let end = try Self.endOfLiteral(.false, bytes, offset)
          values[count] = Value(.false, offset, end, next: count &+ 1)
          offset = end
        case UInt8(ascii: "n"):
          let end = try Self.endOfLiteral(.null, bytes, offset)
          values[count] = Value(.null, offset, end, next: count &+ 1)
          offset = end
        case 0x80... where Self.utf8Length(bytes, offset, bytes.count) == nil: throw fault(.invalidUTF8, offset)
        default: throw fault(.unexpectedByte(byte), offset)
        }
        count &+= 1
        expectsValue = false
        if depth == 0 { return true }
        continue
      }
      // After a value, or in an empty container.
      if byte == UInt8(ascii: ",") {
        offset = JSONTape.skipSpace(bytes, offset &+ 1, extraSpace: extraSpace)
        if isInObject { offset = try readKey(bytes, at: offset, count: &count, values: &values) }
        expectsValue = true
      } else if byte == (isInObject ? UInt8(ascii: "}") : UInt8(ascii: "]")) {
        offset &+= 1
        closeContainer(at: offset, count: count, bytes: bytes, values: &values)
        if depth == 0 { return true }
        isInObject = open[depth &- 1].isObject
      } else {
        throw fault(.unexpectedByte(byte), offset)
      }
    }
    return false
  }

  @inline(__always)
  private func fault(_ kind: JSONFault.Kind, _ offset: Int) -> JSONFault { JSONFault(kind: kind, offset: offset) }

  // MARK: Objects

  /// Closes the innermost container.
  @inline(__always)
  private mutating func closeContainer(at offset: Int, count: Int, bytes: Span<UInt8>, values: inout MutableSpan<Value>) {
    depth &-= 1
    let container = open[depth].container
    values[container].end = Int32(truncatingIfNeeded: offset)
    values[container].next = Int32(truncatingIfNeeded: count)
    if open[depth].mayRepeatKey && !hasDuplicateKeys {
      hasDuplicateKeys = Self.repeatsKey(in: container, count: open[depth].keys, bytes: bytes, values: values.span)
    }
  }

  /// Reads a key and the colon after it, and returns the offset after both.
  @inline(__always)
  private mutating func readKey(
    _ bytes: Span<UInt8>, at start: Int, count: inout Int, values: inout MutableSpan<Value>
  ) throws(JSONFault) -> Int {
    guard start < bytes.count else { throw fault(.unexpectedEnd, bytes.count) }
    guard bytes[start] == UInt8(ascii: "\"") else { throw fault(.unexpectedByte(bytes[start]), start) }
    var isEscaped = false
    let end = try Self.endOfText(bytes, start &+ 1, &isEscaped)
    let hash = isEscaped ? JSONTape.hash(ofEscaped: start &+ 1, end, bytes) : JSONTape.hash(bytes, start &+ 1, end)
    values[count] = Value(.text, start &+ 1, end, next: Int(hash), isEscaped: isEscaped)
    let object = depth &- 1
    let bit: UInt64 = 1 << UInt64(truncatingIfNeeded: hash & 63)
    open[object].keys &+= 1
    if open[object].seen & bit == 0 {
      open[object].seen |= bit
    } else if !open[object].mayRepeatKey {
      open[object].mayRepeatKey =
        open[object].keys > 64 || Self.hasKey(hash, in: open[object].container, before: count, values.span)
    }
    count &+= 1
    let colon = JSONTape.skipSpace(bytes, end &+ 1, extraSpace: extraSpace)
    guard colon < bytes.count else { throw fault(.unexpectedEnd, bytes.count) }
    guard bytes[colon] == UInt8(ascii: ":") else { throw fault(.unexpectedByte(bytes[colon]), colon) }
    return colon &+ 1
  }

  /// Returns whether one of the keys before `key` has the given hash.
  private static func hasKey(_ hash: Int32, in object: Int, before key: Int, _ values: Span<Value>) -> Bool {
    var index = object + 1
    while index < key {
      if values[index].next == hash { return true }
      index = Int(values[index + 1].next)
    }
    return false
  }

  /// Returns whether an object names a key twice, comparing keys with their escapes resolved.
  private static func repeatsKey(in object: Int, count keys: Int, bytes: Span<UInt8>, values: Span<Value>) -> Bool {
    var seen = Set<Bytes>(minimumCapacity: keys)
    var index = object + 1
    for _ in 0..<keys {
      if !seen.insert(JSONTape.text(of: values[index], bytes)).inserted { return true }
      index = Int(values[index + 1].next)
    }
    return false
  }
}

extension JSONTape.Value {
  @inline(__always)
  fileprivate init(_ kind: JSONTape.Kind, _ start: Int, _ end: Int, next: Int, isEscaped: Bool = false) {
    self.init(
      kind: kind, isEscaped: isEscaped, start: Int32(truncatingIfNeeded: start), end: Int32(truncatingIfNeeded: end),
      next: Int32(truncatingIfNeeded: next))
  }
}

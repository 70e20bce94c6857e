extension JSONTape {
  /// Reads the one JSON text that stands between two places, white space around it allowed.
  /// - Throws: ``JSONFault``.
  public mutating func read(_ bytes: Bytes, _ range: Range<Int>) throws(JSONFault) {
    let end = try readPrefix(bytes, range)
    let rest = Self.skipSpace(bytes, end, range.upperBound)
    if rest < range.upperBound { throw JSONFault(kind: .trailing, offset: rest) }
  }

  /// Reads the JSON text that begins at the start of a range, and returns the place behind it.
  /// - Throws: ``JSONFault``.
  public mutating func readPrefix(_ bytes: Bytes, _ range: Range<Int>) throws(JSONFault) -> Int {
    values.removeAll(keepingCapacity: true)
    open.removeAll(keepingCapacity: true)
    keyStarts.removeAll(keepingCapacity: true)
    keys.removeAll(keepingCapacity: true)
    hasDuplicateKeys = false
    let end = range.upperBound
    var place = Self.skipSpace(bytes, range.lowerBound, end)
    var wantsValue = true
    while true {
      if wantsValue {
        guard place < end else { throw JSONFault(kind: .unexpectedEnd, offset: end) }
        let byte = bytes[place]
        if byte == UInt8(ascii: "{") || byte == UInt8(ascii: "[") {
          let isObject = byte == UInt8(ascii: "{")
          guard open.count < Self.maximumDepth else { throw JSONFault(kind: .tooDeep, offset: place) }
          open.append(Int32(truncatingIfNeeded: values.count))
          append(isObject ? .object : .array, place, place)
          if isObject { keyStarts.append(Int32(truncatingIfNeeded: keys.count)) }
          place = Self.skipSpace(bytes, place + 1, end)
          guard place < end else { throw JSONFault(kind: .unexpectedEnd, offset: end) }
          if bytes[place] == (isObject ? UInt8(ascii: "}") : UInt8(ascii: "]")) {
            wantsValue = false
          } else if isObject {
            place = try readKey(bytes, place, end)
          }
          if wantsValue { continue }
        } else {
          place = try readScalar(byte, bytes, place, end)
        }
      }
      // A value has ended, or an empty container is about to.
      guard let container = open.last else { return place }
      place = Self.skipSpace(bytes, place, end)
      guard place < end else { throw JSONFault(kind: .unexpectedEnd, offset: end) }
      let isObject = values[Int(container)].kind == .object
      switch bytes[place] {
      case UInt8(ascii: ",") where wantsValue || !isEmpty(container):
        place = Self.skipSpace(bytes, place + 1, end)
        if isObject { place = try readKey(bytes, place, end) }
        wantsValue = true
      case UInt8(ascii: "}") where isObject, UInt8(ascii: "]") where !isObject:
        place += 1
        close(container, at: place, bytes)
        wantsValue = false
        if open.isEmpty { return place }
      case let byte:
        throw JSONFault(kind: .unexpectedByte(byte), offset: place)
      }
    }
  }

  @inline(__always)
  static func skipSpace(_ bytes: Bytes, _ start: Int, _ end: Int) -> Int {
    var place = start
    while place < end {
      let byte = bytes[place]
      guard byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09 else { break }
      place += 1
    }
    return place
  }

  @inline(__always)
  mutating func append(_ kind: Kind, _ start: Int, _ end: Int, escaped: Bool = false) {
    let next = Int32(truncatingIfNeeded: values.count + 1)
    values.append(
      Value(
        kind: kind, isEscaped: escaped, start: Int32(truncatingIfNeeded: start), end: Int32(truncatingIfNeeded: end), next: next))
  }

  private func isEmpty(_ container: Int32) -> Bool { Int(container) == values.count - 1 }

  private mutating func close(_ container: Int32, at place: Int, _ bytes: Bytes) {
    open.removeLast()
    values[Int(container)].end = Int32(truncatingIfNeeded: place)
    values[Int(container)].next = Int32(truncatingIfNeeded: values.count)
    if values[Int(container)].kind == .object {
      let first = Int(keyStarts.removeLast())
      if !hasDuplicateKeys { hasDuplicateKeys = repeatsKey(from: first, bytes) }
      keys.removeLast(keys.count - first)
    }
  }

  private mutating func readKey(_ bytes: Bytes, _ start: Int, _ end: Int) throws(JSONFault) -> Int {
    guard start < end else { throw JSONFault(kind: .unexpectedEnd, offset: end) }
    guard bytes[start] == UInt8(ascii: "\"") else {
      throw JSONFault(kind: .unexpectedByte(bytes[start]), offset: start)
    }
    let behind = try readText(bytes, start, end)
    let hash = hash(values[values.count - 1], bytes)
    values[values.count - 1].next = Int32(truncatingIfNeeded: hash)
    keys.append((hash, Int32(truncatingIfNeeded: values.count - 1)))
    let colon = Self.skipSpace(bytes, behind, end)
    guard colon < end else { throw JSONFault(kind: .unexpectedEnd, offset: end) }
    guard bytes[colon] == UInt8(ascii: ":") else {
      throw JSONFault(kind: .unexpectedByte(bytes[colon]), offset: colon)
    }
    return Self.skipSpace(bytes, colon + 1, end)
  }

  private mutating func readScalar(_ byte: UInt8, _ bytes: Bytes, _ start: Int, _ end: Int) throws(JSONFault) -> Int {
    switch byte {
    case UInt8(ascii: "\""): return try readText(bytes, start, end)
    case UInt8(ascii: "t"): return try readLiteral("true", .true, bytes, start, end)
    case UInt8(ascii: "f"): return try readLiteral("false", .false, bytes, start, end)
    case UInt8(ascii: "n"): return try readLiteral("null", .null, bytes, start, end)
    case UInt8(ascii: "-"), 0x30...0x39: return try readNumber(bytes, start, end)
    case 0x80...:
      throw JSONFault(kind: Self.utf8Length(bytes, start, end) == nil ? .invalidUTF8 : .unexpectedByte(byte), offset: start)
    default: throw JSONFault(kind: .unexpectedByte(byte), offset: start)
    }
  }

  private mutating func readLiteral(
    _ word: StaticString, _ kind: Kind, _ bytes: Bytes, _ start: Int, _ end: Int
  ) throws(JSONFault) -> Int {
    for (index, expected) in word.description.utf8.enumerated() {
      guard start + index < end else { throw JSONFault(kind: .unexpectedEnd, offset: end) }
      guard bytes[start + index] == expected else { throw JSONFault(kind: .invalidLiteral, offset: start) }
    }
    let behind = start + word.utf8CodeUnitCount
    append(kind, start, behind)
    return behind
  }

  private mutating func readNumber(_ bytes: Bytes, _ start: Int, _ end: Int) throws(JSONFault) -> Int {
    var place = start
    func digits(_ from: Int) throws(JSONFault) -> Int {
      var place = from
      while place < end, bytes[place] >= 0x30, bytes[place] <= 0x39 { place += 1 }
      if place == from {
        throw place < end ? JSONFault(kind: .invalidNumber, offset: place) : JSONFault(kind: .unexpectedEnd, offset: end)
      }
      return place
    }
    if bytes[place] == UInt8(ascii: "-") { place += 1 }
    let first = place
    place = try digits(place)
    if bytes[first] == UInt8(ascii: "0") && place > first + 1 { throw JSONFault(kind: .invalidNumber, offset: first) }
    var isPlain = first == start
    if place < end, bytes[place] == UInt8(ascii: ".") {
      place = try digits(place + 1)
      isPlain = false
    }
    if place < end, bytes[place] == UInt8(ascii: "e") || bytes[place] == UInt8(ascii: "E") {
      place += 1
      if place < end, bytes[place] == UInt8(ascii: "+") || bytes[place] == UInt8(ascii: "-") { place += 1 }
      place = try digits(place)
      isPlain = false
    }
    append(.number, start, place, escaped: !isPlain)
    return place
  }
}

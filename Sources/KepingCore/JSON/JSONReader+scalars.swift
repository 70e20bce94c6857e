extension JSONReader {
  mutating func readWord(
    _ word: StaticString, _ kind: JSONTape.Kind, _ bytes: Span<UInt8>, _ values: inout MutableSpan<JSONTape.Value>
  ) throws(JSONFault) -> Int {
    var behind = place
    for expected in word.description.utf8 {
      guard behind < bytes.count else { throw fault(.unexpectedEnd, bytes.count) }
      guard bytes[behind] == expected else { throw fault(.invalidLiteral, place) }
      behind += 1
    }
    append(kind, place, behind, &values)
    return behind
  }

  mutating func readNumber(
    _ bytes: Span<UInt8>, _ values: inout MutableSpan<JSONTape.Value>
  ) throws(JSONFault) -> Int {
    var behind = place
    if bytes[behind] == UInt8(ascii: "-") { behind += 1 }
    let first = behind
    behind = try skipDigits(bytes, behind)
    if bytes[first] == UInt8(ascii: "0") && behind > first + 1 { throw fault(.invalidNumber, first) }
    var isPlain = first == place
    if behind < bytes.count, bytes[behind] == UInt8(ascii: ".") {
      behind = try skipDigits(bytes, behind + 1)
      isPlain = false
    }
    if behind < bytes.count, bytes[behind] == UInt8(ascii: "e") || bytes[behind] == UInt8(ascii: "E") {
      behind += 1
      if behind < bytes.count, bytes[behind] == UInt8(ascii: "+") || bytes[behind] == UInt8(ascii: "-") { behind += 1 }
      behind = try skipDigits(bytes, behind)
      isPlain = false
    }
    append(.number, place, behind, isEscaped: !isPlain, &values)
    return behind
  }

  @inline(__always)
  private func skipDigits(_ bytes: Span<UInt8>, _ start: Int) throws(JSONFault) -> Int {
    var behind = start
    while UInt(bitPattern: behind) < UInt(bitPattern: bytes.count), bytes[behind] &- 0x30 < 10 { behind &+= 1 }
    if behind == start {
      throw behind < bytes.count ? fault(.invalidNumber, behind) : fault(.unexpectedEnd, bytes.count)
    }
    return behind
  }

  /// Reads a text that begins at its opening quote, and returns the place behind its closing one.
  mutating func readText(
    _ bytes: Span<UInt8>, _ values: inout MutableSpan<JSONTape.Value>
  ) throws(JSONFault) -> Int {
    var behind = place &+ 1
    var isEscaped = false
    while UInt(bitPattern: behind) < UInt(bitPattern: bytes.count) {
      if behind &+ 8 <= bytes.count {
        let word = bytes.word(at: behind)
        if word.isTwoOfThree {
          behind &+= 6
          continue
        }
        if word.isASCII {
          let plain = word.plainCount
          behind &+= plain
          if plain == 8 { continue }
        }
      }
      let byte = bytes[behind]
      if byte >= 0x80 {
        guard let length = Self.utf8Length(bytes, behind, bytes.count) else {
          throw Self.isBrokenOff(bytes, behind) ? fault(.unexpectedEnd, bytes.count) : fault(.invalidUTF8, behind)
        }
        behind += length
      } else if byte == UInt8(ascii: "\"") {
        append(.text, place &+ 1, behind, isEscaped: isEscaped, &values)
        return behind &+ 1
      } else if byte == UInt8(ascii: "\\") {
        isEscaped = true
        behind = try Self.checkEscape(bytes, behind)
      } else if byte < 0x20 {
        throw fault(.controlCharacter, behind)
      } else {
        behind &+= 1
      }
    }
    throw fault(.unexpectedEnd, bytes.count)
  }
}

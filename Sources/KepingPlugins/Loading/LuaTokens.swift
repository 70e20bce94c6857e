import KepingCore

/// A word of a Lua source.
package struct LuaToken: Equatable {
  /// `unfinished` is a text or a comment that does not end.
  package enum Kind { case name, keyword, number, text, symbol, unfinished }

  package let kind: Kind
  /// As it is written; of a text just its opening.
  package let written: String
  /// From 1.
  package let line: Int
  /// In characters, from 1.
  package let column: Int
  /// All of it, in the source.
  package let bytes: Range<Int>
}

/// Takes a Lua source apart into words, as far as it is well-formed: the compiler tells what is not.
package struct LuaTokens {
  private let bytes: Bytes
  private var offset = 0
  package private(set) var tokens: [LuaToken] = []
  /// Where the source ends, once it has been taken apart.
  package private(set) var line = 1
  package private(set) var column = 1
  /// Up to which byte ``column`` has been countedBytes.
  private var countedBytes = 0

  package static let keywords: Set<String> = [
    "and", "break", "do", "else", "elseif", "end", "false", "for", "function", "goto", "if", "in", "local", "nil", "not", "or",
    "repeat", "return", "then", "true", "until", "while",
  ]

  package init(_ source: Bytes) {
    bytes = source
    tokens.reserveCapacity(source.count / 4)
    while offset < bytes.count { scanToken() }
    countColumn()
  }

  private mutating func scanToken() {
    countColumn()
    let byte = bytes[offset]
    switch byte {
    case 0x0A, 0x0D: skipLineEnd()
    case 0x00...0x20: offset += 1
    case UInt8(ascii: "-") where peek(1) == UInt8(ascii: "-"): skipComment()
    case UInt8(ascii: "["):
      if let level = longBracket() { addLongText(level) } else { add(.symbol, 1) }
    case UInt8(ascii: "\""), UInt8(ascii: "'"): addQuotedText(byte)
    case UInt8(ascii: "0")...UInt8(ascii: "9"): addNumber()
    case UInt8(ascii: ".") where Self.isDigit(peek(1)): addNumber()
    case _ where Self.isNameByte(byte):
      var length = 1
      while Self.isNameByte(peek(length)) { length += 1 }
      add(isKeyword(length) ? .keyword : .name, length)
    case 0x80...:
      // Characters that Lua does not know: together, so that a message can show them.
      var length = 1
      while length < 60, peek(length) >= 0x80 { length += 1 }
      add(.symbol, length)
    default:
      add(.symbol, symbolLength(byte))
    }
  }

  /// Whether a word that begins here is a keyword; most names are told from one by length or by a capital letter.
  private func isKeyword(_ length: Int) -> Bool {
    guard (2...8).contains(length), (UInt8(ascii: "a")...UInt8(ascii: "w")).contains(bytes[offset]) else { return false }
    return Self.keywords.contains(String(decoding: bytes[offset..<(offset + length)], as: UTF8.self))
  }

  /// How long the symbol is that begins here: `...`, `..`, `<<`, `>>`, `//`, `::`, `==`, `~=`, `<=`, `>=`, or one character.
  private func symbolLength(_ byte: UInt8) -> Int {
    switch byte {
    case UInt8(ascii: ".") where peek(1) == byte: peek(2) == byte ? 3 : 2
    case UInt8(ascii: "<"), UInt8(ascii: ">"): peek(1) == byte || peek(1) == UInt8(ascii: "=") ? 2 : 1
    case UInt8(ascii: "="), UInt8(ascii: "~"): peek(1) == UInt8(ascii: "=") ? 2 : 1
    case UInt8(ascii: "/"), UInt8(ascii: ":"): peek(1) == byte ? 2 : 1
    default: 1
    }
  }

  private func peek(_ distance: Int) -> UInt8 { offset + distance < bytes.count ? bytes[offset + distance] : 0 }

  private mutating func add(_ kind: LuaToken.Kind, _ length: Int) {
    let end = min(offset + length, bytes.count)
    let written = String(decoding: bytes[offset..<end], as: UTF8.self)
    tokens.append(LuaToken(kind: kind, written: written, line: line, column: column, bytes: offset..<end))
    offset = end
  }

  private mutating func countColumn() {
    while countedBytes < offset {
      if bytes[countedBytes] & 0xC0 != 0x80 { column += 1 }
      countedBytes += 1
    }
  }

  /// A line ends as Lua has it: by either character, or by both.
  private mutating func skipLineEnd() {
    let first = bytes[offset]
    offset += 1
    if peek(0) != first, peek(0) == 0x0A || peek(0) == 0x0D { offset += 1 }
    line += 1
    column = 1
    countedBytes = offset
  }

  private var isAtLineEnd: Bool { offset < bytes.count && (bytes[offset] == 0x0A || bytes[offset] == 0x0D) }

  private mutating func addNumber() {
    var length = 1
    while Self.isNameByte(peek(length)) || peek(length) == UInt8(ascii: ".") || isSign(at: length) { length += 1 }
    add(.number, length)
  }

  /// A sign belongs to a number behind its exponent: `1e-5`, `0x1p+3`.
  private func isSign(at distance: Int) -> Bool {
    guard peek(distance) == UInt8(ascii: "+") || peek(distance) == UInt8(ascii: "-") else { return false }
    let isHexadecimal = bytes[offset] == UInt8(ascii: "0") && peek(1) | 0x20 == UInt8(ascii: "x")
    return peek(distance - 1) | 0x20 == (isHexadecimal ? UInt8(ascii: "p") : UInt8(ascii: "e"))
  }

  private mutating func skipComment() {
    let (start, startLine, startColumn) = (offset, line, column)
    offset += 2
    if let level = longBracket() {
      if !skipLong(level) {
        tokens.append(
          LuaToken(kind: .unfinished, written: "--[[", line: startLine, column: startColumn, bytes: start..<bytes.count))
      }
    } else {
      while offset < bytes.count, !isAtLineEnd { offset += 1 }
    }
  }

  private mutating func addLongText(_ level: Int) {
    let (start, startLine, startColumn) = (offset, line, column)
    let kind: LuaToken.Kind = skipLong(level) ? .text : .unfinished
    tokens.append(LuaToken(kind: kind, written: "[[", line: startLine, column: startColumn, bytes: start..<offset))
  }

  private mutating func addQuotedText(_ quote: UInt8) {
    let (start, startLine, startColumn) = (offset, line, column)
    offset += 1
    while offset < bytes.count, bytes[offset] != quote, !isAtLineEnd {
      guard bytes[offset] == UInt8(ascii: "\\") else {
        offset += 1
        continue
      }
      offset += 1
      if isAtLineEnd {
        skipLineEnd()
      } else if peek(0) == UInt8(ascii: "z") {
        offset += 1
        while offset < bytes.count, Self.isSpace(bytes[offset]) { if isAtLineEnd { skipLineEnd() } else { offset += 1 } }
      } else if offset < bytes.count {
        offset += 1
      }
    }
    let isFinished = offset < bytes.count && bytes[offset] == quote
    if isFinished { offset += 1 }
    tokens.append(
      LuaToken(
        kind: isFinished ? .text : .unfinished, written: String(decoding: [quote], as: UTF8.self), line: startLine,
        column: startColumn, bytes: start..<offset))
  }

  /// How many `=` a long bracket has that opens here; nil where none does.
  private func longBracket() -> Int? {
    guard peek(0) == UInt8(ascii: "[") else { return nil }
    var level = 0
    while peek(1 + level) == UInt8(ascii: "=") { level += 1 }
    return peek(1 + level) == UInt8(ascii: "[") ? level : nil
  }

  /// Passes a long text or comment; false where it does not end.
  private mutating func skipLong(_ level: Int) -> Bool {
    offset += level + 2
    while offset < bytes.count {
      if isAtLineEnd {
        skipLineEnd()
      } else if isLongEnd(level) {
        offset += level + 2
        return true
      } else {
        offset += 1
      }
    }
    return false
  }

  private func isLongEnd(_ level: Int) -> Bool {
    guard bytes[offset] == UInt8(ascii: "]"), peek(1 + level) == UInt8(ascii: "]") else { return false }
    return (0..<level).allSatisfy { peek(1 + $0) == UInt8(ascii: "=") }
  }

  private static func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || (0x09...0x0D).contains(byte) }
  private static func isDigit(_ byte: UInt8) -> Bool { byte >= 0x30 && byte <= 0x39 }
  private static func isNameByte(_ byte: UInt8) -> Bool {
    isDigit(byte) || (byte | 0x20 >= 0x61 && byte | 0x20 <= 0x7A) || byte == UInt8(ascii: "_")
  }
}

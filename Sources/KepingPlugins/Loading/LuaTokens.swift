import KepingCore

/// A token of a Lua source.
package struct LuaToken: Equatable {
  /// The kinds of token; `unfinished` is a text or a comment without an end.
  package enum Kind { case name, keyword, number, text, symbol, unfinished }

  /// The kind of token.
  package let kind: Kind
  /// The source text; for a text, only the opening quote or `[[`, and for an unfinished comment `--[[`.
  package let written: String
  /// The 1-based line of the first character.
  package let line: Int
  /// The 1-based column of the first character, in characters.
  package let column: Int
  /// The range of the whole token in the source, in bytes.
  package let bytes: Range<Int>
}

/// The tokens of a Lua source.
///
/// Malformed source is accepted, because the compiler reports it.
package struct LuaTokens {
  private let bytes: Bytes
  private var offset = 0
  /// The tokens in the order of the source.
  package private(set) var tokens: [LuaToken] = []
  /// The 1-based line at which the source ends.
  package private(set) var line = 1
  /// The 1-based column at which the source ends, in characters.
  package private(set) var column = 1
  /// The offset up to which ``column`` has been counted.
  private var countedBytes = 0

  /// The keywords of Lua 5.4.
  package static let keywords: Set<String> = [
    "and", "break", "do", "else", "elseif", "end", "false", "for", "function", "goto", "if", "in", "local", "nil", "not", "or",
    "repeat", "return", "then", "true", "until", "while",
  ]

  /// Splits a source into tokens.
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
      // Characters outside ASCII, which Lua does not accept, form one token of up to about 60 bytes, for messages.
      var length = 1
      while length < 60, peek(length) >= 0x80 { length += 1 }
      add(.symbol, length)
    default:
      add(.symbol, symbolLength(byte))
    }
  }

  /// Whether the name that begins here is a keyword; its length and first letter exclude many names at low cost.
  private func isKeyword(_ length: Int) -> Bool {
    guard (2...8).contains(length), (UInt8(ascii: "a")...UInt8(ascii: "w")).contains(bytes[offset]) else { return false }
    return Self.keywords.contains(String(decoding: bytes[offset..<(offset + length)], as: UTF8.self))
  }

  /// Returns the length of the symbol that begins here: `...`, `..`, `<<`, `>>`, `//`, `::`, `==`, `~=`, `<=`, `>=`, or one
  /// character.
  private func symbolLength(_ byte: UInt8) -> Int {
    switch byte {
    case UInt8(ascii: ".") where peek(1) == byte: peek(2) == byte ? 3 : 2
    case UInt8(ascii: "<"), UInt8(ascii: ">"): peek(1) == byte || peek(1) == UInt8(ascii: "=") ? 2 : 1
    case UInt8(ascii: "="), UInt8(ascii: "~"): peek(1) == UInt8(ascii: "=") ? 2 : 1
    case UInt8(ascii: "/"), UInt8(ascii: ":"): peek(1) == byte ? 2 : 1
    default: 1
    }
  }

  /// Returns the byte at a distance from the current offset, or 0 beyond the end.
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

  /// Skips a line end as Lua defines it: a line feed, a carriage return, or both in either order.
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

  /// Whether a sign belongs to a number because it follows the exponent mark: `1e-5`, `0x1p+3`.
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

  /// Returns the number of `=` in the long bracket that opens here, or nil if there is no long bracket.
  private func longBracket() -> Int? {
    guard peek(0) == UInt8(ascii: "[") else { return nil }
    var level = 0
    while peek(1 + level) == UInt8(ascii: "=") { level += 1 }
    return peek(1 + level) == UInt8(ascii: "[") ? level : nil
  }

  /// Skips a long text or comment; returns false if it does not end.
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

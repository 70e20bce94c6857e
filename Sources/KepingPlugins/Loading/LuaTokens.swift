import KepingCore

/// A word of a Lua source.
struct LuaToken: Equatable {
  enum Kind { case name, keyword, number, text, symbol }

  let kind: Kind
  /// As it is written; of a text just its opening, since nobody looks into it.
  let written: String
  /// From 1.
  let line: Int
}

/// Takes a Lua source apart into words, as far as it is well-formed: the compiler tells what is not.
struct LuaTokens {
  private let bytes: Bytes
  private var place = 0
  private var line = 1
  private(set) var tokens: [LuaToken] = []

  static let keywords: Set<String> = [
    "and", "break", "do", "else", "elseif", "end", "false", "for", "function", "goto", "if", "in", "local", "nil", "not", "or",
    "repeat", "return", "then", "true", "until", "while",
  ]
  private static let symbols = ["...", "<<", ">>", "//", "==", "~=", "<=", ">=", "::", ".."].map { Bytes($0.utf8) }

  init(_ source: Bytes) {
    bytes = source
    while place < bytes.count { step() }
  }

  private mutating func step() {
    let byte = bytes[place]
    switch byte {
    case 0x0A:
      line += 1
      place += 1
    case 0x00...0x20: place += 1
    case UInt8(ascii: "-") where peek(1) == UInt8(ascii: "-"):
      place += 2
      if let level = longBracket() {
        passLong(level)
      } else {
        while place < bytes.count, bytes[place] != 0x0A { place += 1 }
      }
    case UInt8(ascii: "["):
      if let level = longBracket() {
        tokens.append(LuaToken(kind: .text, written: "[[", line: line))
        passLong(level)
      } else {
        add(.symbol, 1)
      }
    case UInt8(ascii: "\""), UInt8(ascii: "'"): passQuoted(byte)
    case UInt8(ascii: "0")...UInt8(ascii: "9"): addNumber()
    case UInt8(ascii: ".") where Self.isDigit(peek(1)): addNumber()
    case _ where Self.isNameByte(byte):
      var length = 1
      while Self.isNameByte(peek(length)) { length += 1 }
      let word = String(decoding: bytes[place..<(place + length)], as: UTF8.self)
      add(Self.keywords.contains(word) ? .keyword : .name, length)
    default:
      add(.symbol, Self.symbols.first { bytes[place...].starts(with: $0) }?.count ?? 1)
    }
  }

  private func peek(_ offset: Int) -> UInt8 { place + offset < bytes.count ? bytes[place + offset] : 0 }

  private mutating func add(_ kind: LuaToken.Kind, _ length: Int) {
    let end = min(place + length, bytes.count)
    tokens.append(LuaToken(kind: kind, written: String(decoding: bytes[place..<end], as: UTF8.self), line: line))
    place = end
  }

  private mutating func addNumber() {
    var length = 1
    while Self.isNameByte(peek(length)) || peek(length) == UInt8(ascii: ".") || isSign(at: length) { length += 1 }
    add(.number, length)
  }

  /// A sign belongs to a number behind its exponent: `1e-5`, `0x1p+3`.
  private func isSign(at offset: Int) -> Bool {
    guard peek(offset) == UInt8(ascii: "+") || peek(offset) == UInt8(ascii: "-") else { return false }
    let isHexadecimal = bytes[place] == UInt8(ascii: "0") && peek(1) | 0x20 == UInt8(ascii: "x")
    return peek(offset - 1) | 0x20 == (isHexadecimal ? UInt8(ascii: "p") : UInt8(ascii: "e"))
  }

  private mutating func passQuoted(_ quote: UInt8) {
    tokens.append(LuaToken(kind: .text, written: String(decoding: [quote], as: UTF8.self), line: line))
    place += 1
    while place < bytes.count, bytes[place] != quote, bytes[place] != 0x0A {
      if bytes[place] == UInt8(ascii: "\\") {
        place += 1
        if peek(0) == 0x0A { line += 1 }
      }
      place += 1
    }
    if peek(0) == quote { place += 1 }
  }

  /// How many `=` a long bracket has that opens here; nil where none does.
  private func longBracket() -> Int? {
    guard peek(0) == UInt8(ascii: "[") else { return nil }
    var level = 0
    while peek(1 + level) == UInt8(ascii: "=") { level += 1 }
    return peek(1 + level) == UInt8(ascii: "[") ? level : nil
  }

  private mutating func passLong(_ level: Int) {
    place += level + 2
    while place < bytes.count {
      if bytes[place] == 0x0A { line += 1 }
      if bytes[place] == UInt8(ascii: "]"), (0..<level).allSatisfy({ peek(1 + $0) == UInt8(ascii: "=") }),
        peek(1 + level) == UInt8(ascii: "]")
      {
        place += level + 2
        return
      }
      place += 1
    }
  }

  private static func isDigit(_ byte: UInt8) -> Bool { byte >= 0x30 && byte <= 0x39 }
  private static func isNameByte(_ byte: UInt8) -> Bool {
    isDigit(byte) || (byte | 0x20 >= 0x61 && byte | 0x20 <= 0x7A) || byte == UInt8(ascii: "_")
  }
}

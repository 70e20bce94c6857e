/// One of a program's texts: it begins with a word of them, and fills up four, so that it is copied eight bytes at a time.
struct Piece: Sendable {
  /// The first of its words.
  var word: Int32 = 0
  /// In bytes.
  var count: Int32 = 0
}

/// The texts of a compiled program, one behind the other: as they stand in a result, escaped for JSON.
struct Pieces: Sendable {
  private(set) var words: [UInt64] = []
  /// Many checks speak of the same field, and end in the same words.
  private var known: [String: Piece] = [:]

  /// Stores a text, escaped.
  mutating func text(_ text: String) -> Piece { store(text) { $0.append(escaped: text) } }

  /// Stores a piece of JSON, made of text that is JSON already.
  mutating func json(_ text: String) -> Piece { store("\u{0}" + text) { $0.append(text) } }

  /// Stores a piece of JSON that is like no other: looking for one takes longer than all else.
  mutating func unique(json: String) -> Piece { append(Bytes(json.utf8)) }

  private mutating func store(_ name: String, _ write: (inout Bytes) -> Void) -> Piece {
    if let piece = known[name] { return piece }
    var bytes: Bytes = []
    write(&bytes)
    let piece = append(bytes)
    known[name] = piece
    return piece
  }

  private mutating func append(_ bytes: Bytes) -> Piece {
    let piece = Piece(word: Int32(words.count), count: Int32(bytes.count))
    for start in stride(from: 0, to: bytes.count, by: 8) {
      words.append(bytes.span.word(at: start, count: min(8, bytes.count - start)))
    }
    while (words.count - Int(piece.word)) & 3 != 0 { words.append(0) }
    return piece
  }

  /// Forgets what only storing needs.
  mutating func finish() { known = [:] }
}

extension String {
  /// The text as it stands in JSON, with its quotes.
  var asJSON: String {
    var bytes: Bytes = []
    bytes.append(json: self)
    return bytes.text
  }

  /// The text as it stands in JSON, without quotes.
  var escaped: String {
    var bytes: Bytes = []
    bytes.append(escaped: self)
    return bytes.text
  }
}

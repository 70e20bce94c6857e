/// Texts in vectors of 32 bytes.
typealias Vectors = [SIMD32<UInt8>]

/// A reference to one of a program's texts.
///
/// Zeros fill the last vector of a text, so that the text can be copied vector by vector.
struct Piece: Sendable {
  /// The index of the first vector; if the program is compiled for values, an index in a table of ``CompiledValues``.
  var start: Int32 = 0
  /// The length in bytes; 0 if the program is compiled for values.
  var count: Int32 = 0
}

/// The texts of a compiled program, one after the other, escaped for JSON as in a result.
struct Pieces: Sendable {
  private(set) var vectors: Vectors = []
  /// The pieces of stored texts, because many checks use the same texts.
  ///
  /// The keys are bytes, because canonically equivalent texts are different texts.
  private var known: [Text: Piece] = [:]

  private struct Text: Hashable {
    let bytes: Bytes

    /// Hashes the length and a word at the start, in the middle and at the end.
    ///
    /// Hashing the whole text would cost more than the few comparisons of texts that happen to have the same hash.
    func hash(into hasher: inout Hasher) {
      let count = bytes.count
      hasher.combine(count)
      let span = bytes.span
      for offset in [0, count / 2, max(0, count - 8)] { hasher.combine(span.word(at: offset, count: min(8, count - offset))) }
    }
  }

  /// Stores a text, escaped for JSON, and returns its piece.
  mutating func text(_ text: String) -> Piece {
    var bytes: Bytes = []
    bytes.append(escaped: text)
    return store(bytes)
  }

  /// Stores a piece of JSON whose texts are already escaped, unless it is stored already.
  mutating func json(_ text: String) -> Piece { store(Bytes(text.utf8)) }

  /// Stores a piece of JSON that differs from all others, without searching for an equal one, which would take most of the time.
  mutating func unique(json: String) -> Piece { append(Bytes(json.utf8)) }

  private mutating func store(_ bytes: Bytes) -> Piece {
    let text = Text(bytes: bytes)
    if let piece = known[text] { return piece }
    let piece = append(bytes)
    known[text] = piece
    return piece
  }

  private mutating func append(_ bytes: Bytes) -> Piece {
    let piece = Piece(start: Int32(vectors.count), count: Int32(bytes.count))
    let span = bytes.span
    var start = 0
    while start + 32 <= span.count {
      let vector = span.extracting(start..<start &+ 32)
      vectors.append(SIMD32(lowHalf: vector.joined16(0), highHalf: vector.joined16(16)))
      start &+= 32
    }
    if start < span.count {
      var vector = SIMD32<UInt8>()
      for offset in 0..<span.count &- start { vector[offset] = span[start &+ offset] }
      vectors.append(vector)
    }
    return piece
  }
}

extension String {
  /// The text as a JSON string with quotes.
  var asJSON: String {
    var bytes: Bytes = []
    bytes.append(json: self)
    return bytes.text
  }

  /// The text escaped for JSON, without quotes.
  var escaped: String {
    var bytes: Bytes = []
    bytes.append(escaped: self)
    return bytes.text
  }
}

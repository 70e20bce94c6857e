/// The texts of a program, in vectors of 32 bytes.
typealias Vectors = [SIMD32<UInt8>]

/// One of a program's texts: zeros fill up its last vector, so that it is copied vector by vector.
struct Piece: Sendable {
  /// Its first vector.
  var start: Int32 = 0
  /// In bytes.
  var count: Int32 = 0
}

/// The texts of a compiled program, one behind the other: as they stand in a result, escaped for JSON.
struct Pieces: Sendable {
  private(set) var vectors: Vectors = []
  /// Many checks speak of the same field, and end in the same words. By bytes: two texts that only look alike are two.
  private var known: [Text: Piece] = [:]

  private struct Text: Hashable {
    let bytes: Bytes

    /// By its length, its beginning, its middle and its end: to take in all of it costs more than to compare it with another now
    /// and then.
    func hash(into hasher: inout Hasher) {
      let count = bytes.count
      hasher.combine(count)
      let span = bytes.span
      for offset in [0, count / 2, max(0, count - 8)] { hasher.combine(span.word(at: offset, count: min(8, count - offset))) }
    }
  }

  /// Stores a text, escaped.
  mutating func text(_ text: String) -> Piece {
    var bytes: Bytes = []
    bytes.append(escaped: text)
    return store(bytes)
  }

  /// Stores a piece of JSON, made of text that is JSON already.
  mutating func json(_ text: String) -> Piece { store(Bytes(text.utf8)) }

  /// Stores a piece of JSON that is like no other: looking for one takes longer than all else.
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

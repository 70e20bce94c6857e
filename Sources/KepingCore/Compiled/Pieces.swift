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
  private var known: [Bytes: Piece] = [:]

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
    if let piece = known[bytes] { return piece }
    let piece = append(bytes)
    known[bytes] = piece
    return piece
  }

  private mutating func append(_ bytes: Bytes) -> Piece {
    let piece = Piece(start: Int32(vectors.count), count: Int32(bytes.count))
    for start in stride(from: 0, to: bytes.count, by: 32) {
      var vector = SIMD32<UInt8>()
      for place in start..<min(start + 32, bytes.count) { vector[place - start] = bytes[place] }
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

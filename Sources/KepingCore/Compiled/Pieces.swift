/// A run of bytes among a program's texts.
typealias Piece = Range<Int32>

/// The texts of a compiled program, one behind the other: as they stand in a result, escaped for JSON.
struct Pieces: Sendable {
  private(set) var bytes: Bytes = []
  /// Many checks speak of the same field, and end in the same words.
  private var known: [String: Piece] = [:]

  /// Stores a text, escaped.
  mutating func text(_ text: String) -> Piece { store(text) { $0.append(escaped: text) } }

  /// Stores a piece of JSON, made of text that is JSON already.
  mutating func json(_ text: String) -> Piece { store("\u{0}" + text) { $0.append(text) } }

  private mutating func store(_ name: String, _ write: (inout Bytes) -> Void) -> Piece {
    if let piece = known[name] { return piece }
    let start = Int32(bytes.count)
    write(&bytes)
    let piece = start..<Int32(bytes.count)
    known[name] = piece
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

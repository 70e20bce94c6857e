import KepingCore

/// Some of an input's records, one behind the other: what is read, evaluated and written at once.
struct Chunk: Sendable {
  /// A record's place: bytes of the chunk, and where in the input they begin.
  struct Record: Sendable {
    var range: Range<Int>
    var line: Int
    /// In characters, from 1.
    var column: Int
    /// What is wrong with the input here, where that is known already.
    var fault: JSONFault?
    /// More bytes than a record may have; they were passed over.
    var isTooLong = false
  }

  enum Content: Sendable {
    /// Whole lines, and where in the input they begin: the first may be what is left of one.
    case lines(Range<Int>, line: Int, column: Int)
    case records([Record])
  }

  var bytes: Bytes = []
  var content = Content.records([])
  /// How many bytes of the input it took.
  var size = 0
}

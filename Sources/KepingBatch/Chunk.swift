import KepingCore
import KepingPrograms

/// Consecutive records of an input that are read, evaluated and written together.
struct Chunk: Sendable {
  /// The records of a chunk.
  enum Content: Sendable {
    /// Whole lines in a range of the bytes, and the position of the first; the first may be the rest of a line.
    case lines(Range<Int>, line: Int, column: Int)
    /// Records that the reader has separated.
    case records([InputRecord])
  }

  var bytes: Bytes = []
  var content = Content.records([])
  /// The approximate number of bytes that the chunk takes in the input.
  ///
  /// Bytes between separated records are not counted, and a skipped record counts as 1.
  var size = 0
}

import KepingCore
import KepingPrograms

/// Some of an input's records, one behind the other: what is read, evaluated and written at once.
struct Chunk: Sendable {
  enum Content: Sendable {
    /// Whole lines, and where in the input they begin: the first may be what is left of one.
    case lines(Range<Int>, line: Int, column: Int)
    case records([InputRecord])
  }

  var bytes: Bytes = []
  var content = Content.records([])
  /// How many bytes of the input it took.
  var size = 0
}

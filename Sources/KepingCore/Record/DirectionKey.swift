/// A direction's id in a form that is fast to compare: its first eight bytes and its length.
public struct DirectionKey: Sendable, Equatable {
  let word: UInt64
  let count: Int

  /// Creates the key of the id that a program gives a direction.
  public init(_ id: String) {
    let bytes = Bytes(id.utf8)
    self.init(bytes.span, 0, bytes.count)
  }

  @inline(__always)
  init(_ bytes: Span<UInt8>, _ start: Int, _ end: Int) {
    count = end - start
    word = bytes.word(at: start, count: min(8, count))
  }

  /// Whether the key contains the whole id, so that equal keys mean equal ids.
  public var isComplete: Bool { count <= 8 }
}

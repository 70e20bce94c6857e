/// A direction's id as it is compared: its first eight bytes, and how long it is.
public struct DirectionKey: Sendable, Equatable {
  let word: UInt64
  let count: Int

  /// The key of an id that a program has.
  public init(_ id: String) {
    let bytes = Bytes(id.utf8)
    self.init(bytes.span, 0, bytes.count)
  }

  @inline(__always)
  init(_ bytes: Span<UInt8>, _ start: Int, _ end: Int) {
    count = end - start
    word = bytes.word(at: start, count: min(8, count))
  }

  /// Whether this is all of it.
  public var isWhole: Bool { count <= 8 }
}

/// Hash tables that find the fields of each object by the first bytes of their keys.
struct KeyTables: Sendable {
  /// The table of each object by its first child.
  private var tables: [Int32: Table] = [:]
  /// The children in all tables, or -1 for an empty entry.
  ///
  /// The first eight entries are the table of objects without one, in which nothing is found.
  private var indices = [Int16](repeating: -1, count: 8)

  /// The table of one object.
  struct Table: Sendable {
    /// The index of the first entry.
    var start: Int32 = 0
    /// The number of bits of a hash that choose an entry of the table.
    var bits: Int32 = 3
  }

  /// Creates a table for each range of children.
  ///
  /// An object gets no table if it has more than 64 fields, or if the indices of its children do not fit in `Int16`. The scanner
  /// then gives up on keys that are out of order.
  init(_ patterns: [KeyPattern], _ runs: [Range<Int32>]) {
    for run in runs where !run.isEmpty && run.count <= 64 && Int(run.upperBound) < Int(Int16.max) {
      var bits: Int32 = 3
      while 1 << Int(bits) < 4 * run.count { bits += 1 }
      let start = Int32(indices.count)
      indices.append(contentsOf: repeatElement(-1, count: 1 << Int(bits)))
      tables[run.lowerBound] = Table(start: start, bits: bits)
      for child in run {
        var index = Self.hash(patterns[Int(child)].word, bits)
        while indices[Int(start) + index] >= 0 { index = (index + 1) & (1 << Int(bits) - 1) }
        indices[Int(start) + index] = Int16(child)
      }
    }
  }

  /// Returns the table of a range of children.
  func table(of run: Range<Int32>) -> Table { run.isEmpty ? Table() : tables[run.lowerBound] ?? Table() }

  @inline(__always)
  private static func hash(_ word: UInt64, _ bits: Int32) -> Int {
    Int(truncatingIfNeeded: (word &* 0x9E37_79B9_7F4A_7C15) &>> UInt64(truncatingIfNeeded: 64 &- bits))
  }

  /// Returns the child whose key is at the beginning of `bytes`, or -1 if there is none.
  ///
  /// See ``SchemaLayout/isKey(_:word:second:bytes:)`` for the parameters.
  func find(_ word: UInt64, second: UInt64, bytes: Span<UInt8>, table: Table, layout: SchemaLayout) -> Int {
    guard bytes.count >= KeyPattern.comparedCount else { return -1 }
    // The colon after the key, if it is among the first eight bytes. The bytes after it are not hashed.
    let colon = (word ^ .repeating(UInt8(ascii: ":"))).zeroBytes
    let hashed = colon == 0 ? word : word & (colon ^ (colon &- 1))
    var index = Self.hash(hashed, table.bits)
    while true {
      let child = Int(indices[Int(table.start) &+ index])
      if child < 0 || layout.isKey(child, word: word, second: second, bytes: bytes) { return child }
      index = (index &+ 1) & (1 &<< Int(table.bits) &- 1)
    }
  }
}

/// Where the fields of each object are found by the first bytes of their keys.
struct KeyTables: Sendable {
  /// The tables by the first child of each.
  private var tables: [Int32: Table] = [:]
  /// Children, or -1. The first eight are the table of objects that have none: nothing is found in it.
  private var indices = [Int16](repeating: -1, count: 8)

  /// One object's table.
  struct Table: Sendable {
    var start: Int32 = 0
    /// How many bits of a hash choose a index in it.
    var bits: Int32 = 3
  }

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

  /// The table of a run of children.
  func table(of run: Range<Int32>) -> Table { run.isEmpty ? Table() : tables[run.lowerBound] ?? Table() }

  @inline(__always)
  private static func hash(_ word: UInt64, _ bits: Int32) -> Int {
    Int(truncatingIfNeeded: (word &* 0x9E37_79B9_7F4A_7C15) &>> UInt64(truncatingIfNeeded: 64 &- bits))
  }

  /// The child whose key stands at the beginning of some bytes; see ``SchemaLayout/isKey(_:_:_:_:)``. -1 where none does.
  func find(_ word: UInt64, second: UInt64, bytes: Span<UInt8>, table: Table, layout: SchemaLayout) -> Int {
    guard bytes.count >= KeyPattern.comparedCount else { return -1 }
    // The colon behind the key, if it is among the first eight bytes.
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

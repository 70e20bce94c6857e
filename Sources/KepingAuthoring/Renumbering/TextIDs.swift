import KepingCore

/// Finds the ids of directions and clauses in a text of a plugin.
struct TextIDs {
  /// An id in a text.
  struct Occurrence {
    /// The offsets of the direction's id, in bytes.
    let range: Range<Int>
    let direction: String
  }

  let directions: [String]

  private static let clauseWords = ClauseKind.allCases.map(\.rawValue) + ["criterion"]

  /// Returns the ids in a text that are certainly meant: the text is an id, begins with `5.1/`, or has `5.1/target/` in it.
  ///
  /// - Parameter wholeCounts: whether a text that is only the id of a direction counts.
  func certain(in text: some Collection<UInt8>, wholeCounts: Bool) -> [Occurrence] {
    let text = Bytes(text)
    return all(in: text).filter { found in
      let rest = text[found.range.upperBound...]
      if rest.isEmpty { return wholeCounts && found.range.lowerBound == 0 }
      guard rest.first == UInt8(ascii: "/") else { return false }
      return found.range.lowerBound == 0 || Self.clauseWords.contains { rest.dropFirst().starts(with: ($0 + "/").utf8) }
    }
  }

  /// Returns all places in a text where the number of a direction stands by itself, such as 5.1 in 方向5.1, but not in 5.1%.
  func all(in text: Bytes) -> [Occurrence] {
    var found: [Occurrence] = []
    for direction in directions {
      let wanted = Bytes(direction.utf8)
      guard text.count >= wanted.count else { continue }
      for start in 0...(text.count - wanted.count) where text[start..<(start + wanted.count)].elementsEqual(wanted) {
        let end = start + wanted.count
        if start > 0, Self.isWordByte(text[start - 1]) || text[start - 1] == UInt8(ascii: ".") { continue }
        if end < text.count, Self.isWordByte(text[end]) || text[end] == UInt8(ascii: "%") { continue }
        if end + 1 < text.count, text[end] == UInt8(ascii: "."), Self.isWordByte(text[end + 1]) { continue }
        if Self.units.contains(where: { text[end...].starts(with: $0.utf8) }) { continue }
        found.append(Occurrence(range: start..<end, direction: direction))
      }
    }
    return found.sorted { $0.range.lowerBound < $1.range.lowerBound }
  }

  private static let units = ["万", "亿", "元", "件", "项", "个", "年", "月", "日", "家", "名", "分", "％"]

  /// Whether a byte is an ASCII letter, digit or underscore.
  static func isWordByte(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, UInt8(ascii: "_"): true
    default: false
    }
  }
}

import KepingCore

/// The entries of a round in an order that does not depend on that of the input, and by their ids.
struct EntryIndex: Sendable {
  /// The indices of the entries by id in the order of Unicode scalars; those without an id stand last.
  let order: [Int32]
  /// The position of each entry in ``order``.
  let positions: [Int32]
  /// The prefix of each id, in that order.
  private let prefixes: [IDPrefix]
  private let entries: [Entry]

  /// Sorts the entries.
  init(_ entries: [Entry]) {
    var keys: [(prefix: IDPrefix, index: Int32)] = []
    keys.reserveCapacity(entries.count)
    for (index, entry) in entries.enumerated() { keys.append((IDPrefix(entry.bytes(.id)), Int32(index))) }
    keys.sort { first, second in
      if first.prefix != second.prefix { return first.prefix < second.prefix }
      let (left, right) = (entries[Int(first.index)], entries[Int(second.index)])
      return Self.precedes(left, right) ?? (first.index < second.index)
    }
    var positions = [Int32](repeating: 0, count: entries.count)
    for (position, key) in keys.enumerated() { positions[Int(key.index)] = Int32(position) }
    order = keys.map(\.index)
    prefixes = keys.map(\.prefix)
    self.positions = positions
    self.entries = entries
  }

  /// Returns whether an entry stands before another, or nil if they are told alike.
  ///
  /// Of entries with one id, at most one could be evaluated; it stands first, and a row for the id belongs to it.
  private static func precedes(_ left: Entry, _ right: Entry) -> Bool? {
    if let order = precedes(left.bytes(.id), right.bytes(.id)) { return order }
    let isError = (left.verdict == .error, right.verdict == .error)
    if isError.0 != isError.1 { return isError.1 }
    for text in [Entry.Text.title, .applicant, .direction, .leader] {
      if let order = precedes(left.bytes(text), right.bytes(text)) { return order }
    }
    let (first, second) = ((left.year ?? .max, left.requested ?? -1), (right.year ?? .max, right.requested ?? -1))
    return first == second ? nil : first < second
  }

  private static func precedes(_ left: ArraySlice<UInt8>?, _ right: ArraySlice<UInt8>?) -> Bool? {
    guard let left, let right else { return left == nil && right == nil ? nil : left != nil }
    return left.lexicographicallyPrecedes(right) ? true : right.lexicographicallyPrecedes(left) ? false : nil
  }

  /// Returns the index of the entry with an id; nil if there is none.
  func entry(_ id: String) -> Int? {
    let bytes = Bytes(id.utf8)
    let prefix = IDPrefix(bytes[...])
    var (low, high) = (0, order.count)
    while low < high {
      let middle = (low + high) / 2
      let isBefore =
        prefixes[middle] == prefix
        ? Self.precedes(entries[Int(order[middle])].bytes(.id), bytes[...]) == true : prefixes[middle] < prefix
      if isBefore { low = middle + 1 } else { high = middle }
    }
    guard low < order.count, entries[Int(order[low])].bytes(.id) == bytes[...] else { return nil }
    return Int(order[low])
  }
}

/// The first 16 bytes of an id, which decide nearly every comparison without a look at the text.
private struct IDPrefix: Comparable {
  let high, low: UInt64

  /// Creates the prefix of an id; that of an unknown one is after all others, because no text begins with the byte 0xFF.
  init(_ id: ArraySlice<UInt8>?) {
    guard let id else {
      (high, low) = (.max, .max)
      return
    }
    func word(_ start: Int) -> UInt64 {
      var word: UInt64 = 0
      for offset in start..<start + 8 {
        word = word << 8 | (offset < id.count ? UInt64(id[id.startIndex + offset]) : 0)
      }
      return word
    }
    (high, low) = (word(0), word(8))
  }

  static func < (left: Self, right: Self) -> Bool {
    left.high != right.high ? left.high < right.high : left.low < right.low
  }
}

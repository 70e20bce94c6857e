import KepingCore

/// The ids seen so far, as 128-bit keyed hashes: 16 bytes each, at most 25 with the room that a table needs.
///
/// Two different ids with one hash are as good as impossible (one in 10^26 for a million records), and the key is new
/// in each process, so that nobody can look for such a pair.
struct DuplicateCheck {
  /// An id's hash.
  struct Key: Sendable, Equatable {
    fileprivate var high: UInt64 = 0
    fileprivate var low: UInt64 = 0
    fileprivate var isEmpty: Bool { high == 0 && low == 0 }

    fileprivate init() {}

    /// - Parameter hasher: one that was fed with an id.
    init(_ hasher: consuming Hasher) {
      // Two texts, of which one goes on where the other ends: their hashes have nothing to do with each other.
      let shorter = hasher
      high = UInt64(bitPattern: Int64(shorter.finalize())) | 1  // never the mark of a free place
      hasher.combine(0x6B65_7069_6E67)
      low = UInt64(bitPattern: Int64(hasher.finalize()))
    }
  }

  /// Shards grow one at a time, so that growing never doubles the whole.
  private struct Shard {
    var entries: [Key] = []
    var count = 0
  }

  private var shards = [Shard](repeating: Shard(), count: 256)

  /// Notes an id; false where it was seen before.
  mutating func insert(_ key: Key) -> Bool {
    let shard = Int(key.high >> 56)
    if shards[shard].count * 5 >= shards[shard].entries.count * 4 { grow(shard) }
    let slot = Self.slot(of: key, in: shards[shard].entries)
    guard shards[shard].entries[slot].isEmpty else { return false }
    shards[shard].entries[slot] = key
    shards[shard].count += 1
    return true
  }

  /// Reads where a key would be put: prefetching many of them first saves waiting for memory at each of them.
  /// - Returns: some of what is there, so that the read is made.
  func prefetch(_ key: Key) -> UInt64 {
    let shard = Int(key.high >> 56)
    let count = shards[shard].entries.count
    return count == 0 ? 0 : shards[shard].entries[Self.firstSlot(of: key, count)].low
  }

  /// Where a key is looked for first: as far among the places as it is among all numbers.
  private static func firstSlot(of key: Key, _ count: Int) -> Int {
    Int(key.low.multipliedFullWidth(by: UInt64(count)).high)
  }

  /// Where a key stands, or may be put.
  private static func slot(of key: Key, in entries: [Key]) -> Int {
    var slot = firstSlot(of: key, entries.count)
    while !entries[slot].isEmpty && entries[slot] != key { slot = slot + 1 == entries.count ? 0 : slot + 1 }
    return slot
  }

  private mutating func grow(_ shard: Int) {
    let old = shards[shard].entries
    var larger = [Key](repeating: Key(), count: old.count + max(8, old.count / 4))
    for key in old where !key.isEmpty { larger[Self.slot(of: key, in: larger)] = key }
    shards[shard].entries = larger
  }
}

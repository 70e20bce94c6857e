import KepingCore

/// The ids seen so far, as 128-bit keyed hashes of 16 bytes; with the free slots of the tables at most 25 bytes for an id.
///
/// Two different ids with the same hash are practically impossible (one in 10^26 for a million records). Each process draws
/// a new key, so that nobody can prepare such a pair.
struct DuplicateCheck {
  /// The hash of an id.
  struct Key: Sendable, Equatable {
    fileprivate var high: UInt64 = 0
    fileprivate var low: UInt64 = 0
    fileprivate var isEmpty: Bool { high == 0 && low == 0 }

    fileprivate init() {}

    /// Creates a key from a hasher into which an id was fed.
    init(_ hasher: consuming Hasher) {
      // The low half continues the same hasher with a constant, which gives an unrelated hash.
      let shorter = hasher
      high = UInt64(bitPattern: Int64(shorter.finalize())) | 1  // 0 marks a free slot
      hasher.combine(0x6B65_7069_6E67)
      low = UInt64(bitPattern: Int64(hasher.finalize()))
    }
  }

  /// A part of the table; parts grow one at a time, so that growing never copies the whole table.
  private struct Shard {
    var entries: [Key] = []
    var count = 0
  }

  private var shards = [Shard](repeating: Shard(), count: 256)

  /// Inserts an id; returns false if it was seen before.
  mutating func insert(_ key: Key) -> Bool {
    let shard = Int(key.high >> 56)
    if shards[shard].count * 5 >= shards[shard].entries.count * 4 { grow(shard) }
    let slot = Self.slot(of: key, in: shards[shard].entries)
    guard shards[shard].entries[slot].isEmpty else { return false }
    shards[shard].entries[slot] = key
    shards[shard].count += 1
    return true
  }

  /// Reads the first slot of a key, so that it is in the cache when the key is inserted.
  ///
  /// Prefetching many keys first avoids waiting for memory at each of them.
  ///
  /// - Returns: part of the slot's content, which the caller must use so that the read is not optimised away.
  func prefetch(_ key: Key) -> UInt64 {
    let shard = Int(key.high >> 56)
    let count = shards[shard].entries.count
    return count == 0 ? 0 : shards[shard].entries[Self.firstSlot(of: key, count)].low
  }

  /// Returns the index of the first slot for a key: the low half scaled to the number of slots.
  private static func firstSlot(of key: Key, _ count: Int) -> Int {
    Int(key.low.multipliedFullWidth(by: UInt64(count)).high)
  }

  /// Returns the index of the slot that has a key, or of the free slot for it.
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

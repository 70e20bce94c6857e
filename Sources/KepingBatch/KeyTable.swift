import KepingCore

/// A table of hashes of texts, each with a number: 16 bytes for an entry, with the free slots at most 25.
///
/// An entry has a keyed hash of 88 bits and a number of 40. Two different texts with the same hash are practically impossible (one
/// in 10^14 for a million texts). Each process draws a new key, so that nobody can prepare such a pair.
struct KeyTable {
  /// The largest number of an entry.
  static let maximumValue: UInt64 = 0xFF_FFFF_FFFF

  /// The hash of a text in 88 bits: all of ``high`` and the upper 24 of ``low``.
  struct Key: Sendable, Equatable {
    fileprivate var high: UInt64 = 0
    fileprivate var low: UInt64 = 0

    fileprivate init() {}

    /// Creates a key from a hasher into which a text was fed.
    init(_ hasher: consuming Hasher) {
      // The low half continues the same hasher with a constant, which gives an unrelated hash.
      let shorter = hasher
      high = UInt64(bitPattern: Int64(shorter.finalize()))
      hasher.combine(0x6B65_7069_6E67)
      low = UInt64(bitPattern: Int64(hasher.finalize())) & ~KeyTable.maximumValue
    }

    /// Creates the key of a text.
    init(_ text: ArraySlice<UInt8>) {
      var hasher = Hasher()
      let bytes = Bytes(text)
      hasher.combine(bytes.span, from: 0, to: bytes.count)
      self.init(hasher)
    }

    /// Returns the key for another use of the same text.
    func differing(by use: UInt64) -> Key {
      var key = self
      key.high ^= use
      return key
    }
  }

  /// A key with its number in the lower bits; all bits of the number are 0 in a free slot.
  private typealias Entry = Key

  /// A part of the table; parts grow one at a time, so that growing never copies the whole table.
  private struct Shard {
    private var entries: [Entry] = []
    private var count = 0

    /// Inserts a key with a number; returns the number of the key if it is there already.
    mutating func insert(_ key: Key, _ value: UInt64) -> UInt64? {
      if count * 5 >= entries.count * 4 { grow() }
      let slot = Self.slot(of: key, in: entries)
      let found = entries[slot].low & KeyTable.maximumValue
      if found != 0 { return found }
      var entry = key
      entry.low |= value
      entries[slot] = entry
      count += 1
      return nil
    }

    /// Adds 1 to the number of a key, which is 0 if it was not inserted, and returns the sum.
    mutating func increment(_ key: Key) -> UInt64 {
      guard let value = insert(key, 1) else { return 1 }
      guard value < KeyTable.maximumValue else { return value }
      entries[Self.slot(of: key, in: entries)].low += 1
      return value + 1
    }

    /// Returns the number of a key; nil if it was not inserted.
    func find(_ key: Key) -> UInt64? {
      if entries.isEmpty { return nil }
      let found = entries[Self.slot(of: key, in: entries)].low & KeyTable.maximumValue
      return found == 0 ? nil : found
    }

    /// Reads the first slot of a key and returns part of its content.
    func prefetch(_ key: Key) -> UInt64 {
      entries.isEmpty ? 0 : entries[Self.firstSlot(of: key, entries.count)].low
    }

    /// Returns the index of the first slot for a key: the bits that do not select the shard, scaled to the number of slots.
    private static func firstSlot(of key: Key, _ count: Int) -> Int {
      Int((key.high << 8).multipliedFullWidth(by: UInt64(count)).high)
    }

    /// Returns the index of the slot that has a key, or of the free slot for it.
    private static func slot(of key: Key, in entries: [Entry]) -> Int {
      var slot = firstSlot(of: key, entries.count)
      while entries[slot].low & KeyTable.maximumValue != 0 {
        if entries[slot].high == key.high, entries[slot].low & ~KeyTable.maximumValue == key.low & ~KeyTable.maximumValue {
          break
        }
        slot = slot + 1 == entries.count ? 0 : slot + 1
      }
      return slot
    }

    private mutating func grow() {
      var larger = [Entry](repeating: Entry(), count: entries.count + max(8, entries.count / 4))
      for entry in entries where entry.low & KeyTable.maximumValue != 0 { larger[Self.slot(of: entry, in: larger)] = entry }
      entries = larger
    }
  }

  private var shards = [Shard](repeating: Shard(), count: 256)

  /// Inserts a key with a number from 1 to ``maximumValue``; returns the number of the key if it is there already.
  mutating func insert(_ key: Key, _ value: UInt64) -> UInt64? { shards[Self.shard(of: key)].insert(key, value) }

  /// Adds 1 to the number of a key, which is 0 if it was not inserted, and returns the sum.
  mutating func increment(_ key: Key) -> UInt64 { shards[Self.shard(of: key)].increment(key) }

  /// Returns the number of a key; nil if it was not inserted.
  func find(_ key: Key) -> UInt64? { shards[Self.shard(of: key)].find(key) }

  /// Reads the first slot of a key, so that it is in the cache when the key is inserted.
  ///
  /// - Returns: part of the slot's content, which the caller must use so that the read is not optimised away.
  func prefetch(_ key: Key) -> UInt64 { shards[Self.shard(of: key)].prefetch(key) }

  private static func shard(of key: Key) -> Int { Int(key.high >> 56) }
}

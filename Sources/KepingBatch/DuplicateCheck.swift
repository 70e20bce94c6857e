/// The ids seen so far, as 128-bit keyed hashes: 16 bytes each, at most 28 with the room that a table needs.
///
/// Two different ids with one hash are as good as impossible (one in 10^26 for a million records), and the key is new
/// in each process, so that nobody can look for such a pair.
struct DuplicateCheck {
  private struct Entry {
    var high: UInt64 = 0
    var low: UInt64 = 0
    var isFree: Bool { high == 0 && low == 0 }
  }

  /// Shards grow one at a time, so that growing never doubles the whole.
  private struct Shard {
    var entries: [Entry] = []
    var count = 0
  }

  private var shards = [Shard](repeating: Shard(), count: 256)

  /// Notes an id; false where it was seen before.
  mutating func insert(_ id: ArraySlice<UInt8>) -> Bool {
    var first = Hasher()
    var second = Hasher()
    second.combine(0x6B65_7069_6E67)
    for byte in id {
      first.combine(byte)
      second.combine(byte)
    }
    let high = UInt64(bitPattern: Int64(first.finalize())) | 1  // never the mark of a free place
    let low = UInt64(bitPattern: Int64(second.finalize()))
    return insert(Entry(high: high, low: low), into: Int(high >> 56))
  }

  private mutating func insert(_ entry: Entry, into place: Int) -> Bool {
    if shards[place].count * 20 >= shards[place].entries.count * 17 { grow(place) }
    let inserted = Self.insert(entry, &shards[place].entries)
    if inserted { shards[place].count += 1 }
    return inserted
  }

  private static func insert(_ entry: Entry, _ entries: inout [Entry]) -> Bool {
    var index = Int(entry.low % UInt64(entries.count))
    while !entries[index].isFree {
      if entries[index].high == entry.high && entries[index].low == entry.low { return false }
      index = index + 1 == entries.count ? 0 : index + 1
    }
    entries[index] = entry
    return true
  }

  private mutating func grow(_ place: Int) {
    let old = shards[place].entries
    var larger = [Entry](repeating: Entry(), count: max(8, old.count + old.count / 2))
    for entry in old where !entry.isFree { _ = Self.insert(entry, &larger) }
    shards[place].entries = larger
  }
}

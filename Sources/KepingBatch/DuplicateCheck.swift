import KepingCore
import KepingUnicode

/// The ids seen so far and where they stand: 16 bytes for an id, with the free slots of the tables at most 25.
///
/// An entry has a keyed hash of 88 bits and a place of 40. Two different ids with the same hash are practically impossible (one
/// in 10^14 for a million records). Each process draws a new key, so that nobody can prepare such a pair. An id that is not its
/// own folded form has a second entry, for that form.
struct DuplicateCheck {
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
      low = UInt64(bitPattern: Int64(hasher.finalize())) & ~Place.mask
    }

    /// Creates the key of a text.
    fileprivate init(_ text: ArraySlice<UInt8>) {
      var hasher = Hasher()
      let bytes = Bytes(text)
      hasher.combine(bytes.span, from: 0, to: bytes.count)
      self.init(hasher)
    }

    /// The key under which the folded form of an id is kept, which differs from that of an id that is written like this.
    fileprivate var asFoldedForm: Key {
      var key = self
      key.high ^= 0x666F_6C64_6564_2149
      return key
    }
  }

  /// An id as far as it is compared with others: without outer white space, and in its folded form.
  struct Identity: Sendable, Equatable {
    fileprivate let exact: Key
    /// The key of the folded form; equal to ``exact`` if the id is its own folded form.
    fileprivate let folded: Key

    /// Creates the identity of an id that is its own folded form.
    init(plain key: Key) {
      exact = key
      folded = key
    }

    /// Creates the identity of an id in UTF-8.
    init(_ id: ArraySlice<UInt8>) {
      let trimmed = FoldedText.trim(id)
      exact = Key(trimmed)
      let form = FoldedText.fold(trimmed)
      folded = form.isEmpty || form.elementsEqual(trimmed) ? exact : Key(form[...])
    }

    fileprivate var isFolded: Bool { exact == folded }
  }

  /// The source and the line or row of a record, in 40 bits.
  struct Place: Equatable, Comparable {
    fileprivate static let mask: UInt64 = 0xFF_FFFF_FFFF
    fileprivate let bits: UInt64

    /// A place that is not known, or does not fit into 40 bits.
    static let unknown = Place(bits: mask)

    fileprivate init(bits: UInt64) { self.bits = bits }

    /// Creates a place from the index of a source and a 1-based line or row.
    init(source: Int, line: Int) {
      let fits = source >= 0 && source < 1 << 12 && line > 0 && line < (1 << 28) - 1
      self.init(bits: fits ? UInt64(source) << 28 | UInt64(line) : Self.mask)
    }

    /// The index of the source.
    var source: Int { Int(bits >> 28) }
    /// The 1-based line or row.
    var line: Int { Int(bits & 0xFFF_FFFF) }

    static func < (left: Place, right: Place) -> Bool { left.bits < right.bits }
  }

  /// What an id has in common with the earlier ones, and the place of the first of these.
  enum Match: Equatable {
    /// No earlier id is equal or similar.
    case none
    /// An earlier id is the same.
    case same(Place)
    /// No earlier id is the same, but one has the same folded form.
    case similar(Place)
  }

  /// The key of an id and its place in the lower bits; all bits of the place are 0 in a free slot.
  private typealias Entry = Key

  /// A part of the table; parts grow one at a time, so that growing never copies the whole table.
  private struct Shard {
    private var entries: [Entry] = []
    private var count = 0

    /// Inserts a key with a place; returns the place of the key if it is there already.
    mutating func put(_ key: Key, _ place: Place) -> Place? {
      if count * 5 >= entries.count * 4 { grow() }
      let slot = Self.slot(of: key, in: entries)
      let found = entries[slot].low & Place.mask
      if found != 0 { return Place(bits: found) }
      var entry = key
      entry.low |= place.bits
      entries[slot] = entry
      count += 1
      return nil
    }

    /// Returns the place of a key; nil if it was not inserted.
    func find(_ key: Key) -> Place? {
      if entries.isEmpty { return nil }
      let found = entries[Self.slot(of: key, in: entries)].low & Place.mask
      return found == 0 ? nil : Place(bits: found)
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
      while entries[slot].low & Place.mask != 0 {
        if entries[slot].high == key.high, entries[slot].low & ~Place.mask == key.low & ~Place.mask { break }
        slot = slot + 1 == entries.count ? 0 : slot + 1
      }
      return slot
    }

    private mutating func grow() {
      var larger = [Entry](repeating: Entry(), count: entries.count + max(8, entries.count / 4))
      for entry in entries where entry.low & Place.mask != 0 { larger[Self.slot(of: entry, in: larger)] = entry }
      entries = larger
    }
  }

  private var shards = [Shard](repeating: Shard(), count: 256)
  /// Whether an id that is not its own folded form was inserted; as long as there is none, one entry is looked up for an id.
  private var hasFoldedForms = false

  /// Inserts an id, unless it was seen before, and returns what it has in common with the earlier ones.
  mutating func insert(_ id: Identity, at place: Place) -> Match {
    if !hasFoldedForms, id.isFolded { return put(id.exact, place).map { .same($0) } ?? .none }
    let match = match(id)
    if case .same = match { return match }
    register(id, at: place)
    return match
  }

  /// Inserts an id that has nothing in common with the earlier ones; returns false if it has.
  mutating func insertNew(_ id: Identity, at place: Place) -> Bool {
    if !hasFoldedForms, id.isFolded { return put(id.exact, place) == nil }
    guard match(id) == .none else { return false }
    register(id, at: place)
    return true
  }

  /// Returns what an id has in common with the earlier ones.
  func match(_ id: Identity) -> Match {
    if let earlier = find(id.exact) { return .same(earlier) }
    // The form of an id that is written differently, or an id that is written like the form.
    let form = hasFoldedForms ? find(id.folded.asFoldedForm) : nil
    let written = id.isFolded ? nil : find(id.folded)
    guard let first = form ?? written else { return .none }
    return .similar(min(first, written ?? first))
  }

  private mutating func register(_ id: Identity, at place: Place) {
    _ = put(id.exact, place)
    if id.isFolded { return }
    hasFoldedForms = true
    _ = put(id.folded.asFoldedForm, place)
  }

  /// Reads the first slot of an id, so that it is in the cache when the id is inserted.
  ///
  /// Prefetching many ids first avoids waiting for memory at each of them.
  ///
  /// - Returns: part of the slot's content, which the caller must use so that the read is not optimised away.
  func prefetch(_ id: Identity) -> UInt64 {
    shards[Self.shard(of: id.exact)].prefetch(id.exact)
  }

  // MARK: The table

  /// Inserts a key with a place; returns the place of the key if it is there already.
  private mutating func put(_ key: Key, _ place: Place) -> Place? { shards[Self.shard(of: key)].put(key, place) }

  /// Returns the place of a key; nil if it was not inserted.
  private func find(_ key: Key) -> Place? { shards[Self.shard(of: key)].find(key) }

  private static func shard(of key: Key) -> Int { Int(key.high >> 56) }
}

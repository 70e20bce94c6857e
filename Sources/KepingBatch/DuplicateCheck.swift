import KepingCore
import KepingUnicode

/// The ids seen so far and where they stand: one entry of a ``KeyTable`` for an id.
///
/// An id that is not its own folded form has a second entry, for that form.
struct DuplicateCheck {
  typealias Key = KeyTable.Key

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
    fileprivate static let mask = KeyTable.maximumValue
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

  private var table = KeyTable()
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
    table.prefetch(id.exact)
  }

  /// Inserts a key with a place; returns the place of the key if it is there already.
  private mutating func put(_ key: Key, _ place: Place) -> Place? { table.insert(key, place.bits).map { Place(bits: $0) } }

  /// Returns the place of a key; nil if it was not inserted.
  private func find(_ key: Key) -> Place? { table.find(key).map { Place(bits: $0) } }
}

extension KeyTable.Key {
  /// The key under which the folded form of an id is kept, which differs from that of an id that is written like this.
  fileprivate var asFoldedForm: KeyTable.Key { differing(by: 0x666F_6C64_6564_2149) }
}

import KepingCore

/// The names most similar to one that was not found, of any number of names.
struct SimilarNames {
  private let wanted: String
  /// At most three names with their folded forms, in which they are compared.
  private var found: [(folded: String, name: String)] = []

  private static let maximum = 3

  /// Creates an empty collection for the folded form of a name.
  init(to wanted: String) { self.wanted = wanted }

  /// Adds a name if it is similar, and removes the least similar one if there are too many.
  mutating func add(_ name: String, folded: Bytes) {
    let folded = String(decoding: folded, as: UTF8.self)
    guard KepingCore.nearest(to: wanted, among: [folded]) != nil, !found.contains(where: { $0.folded == folded }) else { return }
    found.append((folded, name))
    if found.count > Self.maximum { found = Array(sorted.prefix(Self.maximum)) }
  }

  /// The names, the most similar one first.
  var nearest: [String] { sorted.map { $0.name.printable(limit: 100) } }

  private var sorted: [(folded: String, name: String)] {
    var rest = found
    var sorted: [(folded: String, name: String)] = []
    while let next = KepingCore.nearest(to: wanted, among: rest.map(\.folded)),
      let index = rest.firstIndex(where: { $0.folded == next })
    {
      sorted.append(rest.remove(at: index))
    }
    return sorted
  }
}

/// Returns the known name most similar to an unknown one, or nil if none is similar enough to be suggested.
///
/// The edit distance may be up to a third of the longer name's length, and always up to 2 if both names have at least 3
/// characters, or up to 1 otherwise. Case is ignored. The first of equally similar names is returned, and names of more than 100
/// characters have no suggestion. Among very many names, only the first are compared, so that the time is limited.
public func nearest(to name: String, among known: some Sequence<String>) -> String? {
  // A character takes at most four bytes, so that a longer name need not be counted.
  guard name.utf8.count <= 400 else { return nil }
  let wanted = Array(name.lowercased().unicodeScalars)
  guard !wanted.isEmpty, wanted.count <= 100 else { return nil }
  var best: (name: String, distance: Int)?
  var comparisons = maximumComparisons
  for candidate in known {
    // A long candidate is too different, and lowercasing it would take time.
    comparisons -= 20
    guard comparisons > 0 else { break }
    guard candidate.utf8.count <= 600 else { continue }
    let other = Array(candidate.lowercased().unicodeScalars)
    let limit = max(min(wanted.count, other.count) >= 3 ? 2 : 1, max(wanted.count, other.count) / 3)
    guard abs(other.count - wanted.count) <= limit else { continue }
    comparisons -= wanted.count * other.count
    let distance = edits(wanted, other)
    if distance <= limit && distance < (best?.distance ?? .max) { best = (candidate, distance) }
  }
  return best?.name
}

/// The number of comparisons of two characters after which ``nearest(to:among:)`` ends; each candidate counts as 20 more.
private let maximumComparisons = 1_000_000

/// Returns the smallest number of insertions, deletions, replacements and swaps of neighbouring scalars that turn one text into
/// the other.
private func edits(_ first: [Unicode.Scalar], _ second: [Unicode.Scalar]) -> Int {
  var beforeLast: [Int] = []
  var last = Array(0...second.count)
  for row in 0..<first.count {
    var current = [row + 1]
    for column in 0..<second.count {
      var cost = min(last[column + 1], current[column]) + 1
      cost = min(cost, last[column] + (first[row] == second[column] ? 0 : 1))
      if row > 0, column > 0, first[row] == second[column - 1], first[row - 1] == second[column] {
        cost = min(cost, beforeLast[column - 1] + 1)
      }
      current.append(cost)
    }
    (beforeLast, last) = (last, current)
  }
  return last[second.count]
}

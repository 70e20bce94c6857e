import KepingCore

/// A column of a file beside the applications.
struct SideColumn: Sendable {
  /// The name of the field in JSON, which is also understood as a heading.
  let field: String
  /// The heading.
  let label: String
  /// Other headings that clerks use.
  var otherNames: [String] = []
  /// Whether a sheet must have the column.
  var isRequired = false
  /// Whether only a file of this kind has the column, so that its heading shows what a sheet holds.
  var isDistinctive = false
  /// Whether messages must not quote what the column holds.
  var isPrivate = false

  /// The normalised headings of the column.
  var keys: [String] { ([field, label] + otherNames).map(Heading.key) }
}

/// The columns of a kind of file beside the applications.
struct SideLayout: Sendable {
  /// The kind of the file as messages name it.
  let title: Wording
  /// The columns; the first one holds the ids, by which the heading of a sheet is found.
  let columns: [SideColumn]
  /// The fields of which a sheet must have one, besides the required columns; empty if there are none.
  var oneOf: [String] = []
  /// Whether an unknown column is an error, because a score may be in it.
  var refusesUnknown = false
  /// Whether a heading may state the bounds of its scores: 创新性（0—30分）.
  var statesBounds = false

  /// Returns the index of a field in ``columns``.
  func index(of field: String) -> Int? { columns.firstIndex { $0.field == field } }

  /// Returns the indices of the columns that a heading names; more than one only if the heading is ambiguous.
  func indices(of heading: Heading) -> [Int] {
    let found = columns.indices.filter { columns[$0].keys.contains(heading.key) }
    if found.isEmpty, statesBounds, let name = Self.withoutBounds(heading.key) {
      return columns.indices.filter { columns[$0].keys.contains(name) }
    }
    return found
  }

  /// Returns a key without the bounds at its end, such as `(0—30分)` or `(满分30)`; nil if it has none.
  private static func withoutBounds(_ key: String) -> String? {
    guard key.hasSuffix(")"), let open = key.lastIndex(of: "("), open != key.startIndex else { return nil }
    let inner = key[key.index(after: open)...].dropLast()
    let isBound = inner.contains { $0.isNumber } && inner.allSatisfy { $0.isNumber || "满分最高共占为至到—–-~～:.≤".contains($0) }
    return isBound ? String(key[..<open]) : nil
  }
}
